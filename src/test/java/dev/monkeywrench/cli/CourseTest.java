package dev.monkeywrench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CourseTest {

    private static final Course COURSE = new Course(
            List.of(new Course.Look(1, 0), new Course.Look(3, 10), new Course.Look(4, 10), new Course.Look(8, 20)));

    @Test
    void goesOnEvenlyBetweenTwoLooks() {
        assertThat(COURSE.secondsAt(5)).isEqualTo(2);
        assertThat(COURSE.secondsAt(15)).isEqualTo(6);
        assertThat(COURSE.seconds(5, 15)).isEqualTo(4);
    }

    @Test
    void takesTheFirstLookThatSawAsMuch() {
        assertThat(COURSE.secondsAt(0)).isEqualTo(1);
        assertThat(COURSE.secondsAt(10)).isEqualTo(3);
    }

    @Test
    void endsWithItsLastLook() {
        assertThat(COURSE.secondsAt(20)).isEqualTo(8);
        assertThat(COURSE.secondsAt(21)).isEqualTo(8);
    }

    @Test
    void beginsWithItsFirstLook() {
        assertThat(new Course(List.of(new Course.Look(2, 7), new Course.Look(9, 8))).secondsAt(7))
                .isEqualTo(2);
        assertThatThrownBy(() -> new Course(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
