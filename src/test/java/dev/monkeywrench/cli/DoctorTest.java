package dev.monkeywrench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorTest {

    @ParameterizedTest
    @CsvSource({
        "1.1.5+ds1, true",
        "1.2.7, true",
        "1.2.8, false",
        "1.3.2, true",
        "1.3.3, false",
        "1.4.0, false",
        "2.0, false"
    })
    void namesRuncWithKnownHoles(String version, boolean vulnerable) {
        assertThat(KnownHoles.inRunc(Version.in(version).orElseThrow())).isEqualTo(vulnerable);
    }

    @ParameterizedTest
    @CsvSource({"git version 2.39.5, true", "git version 2.43.6, true", "git version 2.43.7, false", "2.51, false"})
    void namesGitWithKnownHoles(String text, boolean vulnerable) {
        assertThat(KnownHoles.inGit(Version.in(text).orElseThrow())).isEqualTo(vulnerable);
    }

    @Test
    void everySettingHasAValueAndAnOrigin() {
        List<Setting> settings = Settings.load();

        assertThat(settings)
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(setting.origin()).isNotBlank());
        assertThat(settings)
                .filteredOn(setting -> setting.name().contains("password"))
                .allSatisfy(setting -> assertThat(setting.value()).isEqualTo("(hidden)"));
    }

    @Test
    void hostileTextCannotSteerTheTerminal() {
        assertThat(Inert.text("a\u001b[2Jb\u202ec\td\n")).isEqualTo("a\uFFFD[2Jb\uFFFDc\td\n");
        assertThat(Inert.line("one\ntwo  three", 7)).isEqualTo("one two…");
    }
}
