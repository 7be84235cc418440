package dev.monkeywrench.sandbox.bubblewrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the program as the kernel would. */
class SystemCallFilterTest {

    private static final int ALLOWED = 0x7fff0000;
    private static final int ERROR = 0x00050000;
    private static final int X86_64 = 0xc000003e;
    private static final int AARCH64 = 0xc00000b7;

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0", // read
        "59, 0, 0", // execve
        "56, 0x00003d0f, 0", // clone of a thread
        "41, 1, 0", // a local socket
        "41, 2, 1", // a network socket
        "16, 1, 0x5401", // a terminal's settings
        "334, 0, 0", // rseq
    })
    void allowsWhatProgramsNeed(int call, String first, String second) {
        assertThat(verdict(X86_64, call, Long.decode(first), Long.decode(second)))
                .isEqualTo(ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "101, 0, 0, 1", // ptrace
        "165, 0, 0, 1", // mount
        "272, 0, 0, 1", // unshare
        "321, 0, 0, 1", // bpf
        "250, 0, 0, 1", // keyctl
        "425, 0, 0, 1", // io_uring_setup
        "427, 0, 0, 1", // io_uring_register
        "56, 0x10000011, 0, 1", // clone of a user namespace
        "435, 0, 0, 38", // clone3
        "16, 0, 0x5412, 1", // typing into a terminal
        "41, 40, 1, 97", // a socket to the hypervisor
        "41, 38, 1, 97", // a crypto socket
        "0x40000001, 0, 0, 38", // the x32 ABI
    })
    void refusesWhatTheyDoNot(String call, String first, String second, int error) {
        assertThat(verdict(X86_64, Integer.decode(call), Long.decode(first), Long.decode(second)))
                .isEqualTo(ERROR | error);
    }

    @Test
    void refusesEveryCallOfAnotherArchitecture() {
        assertThat(verdict(0x40000003, 1, 0, 0)).isEqualTo(ERROR | 38);
    }

    @ParameterizedTest
    @ValueSource(ints = {117, 40, 97, 280, 219, 425})
    void knowsTheOtherArchitecturesNumbers(int call) {
        ByteBuffer program = ByteBuffer.wrap(SystemCallFilter.program("aarch64").orElseThrow());
        assertThat(run(program, AARCH64, call, 0, 0)).isEqualTo(ERROR | 1);
        assertThat(run(program, AARCH64, 63, 0, 0)).isEqualTo(ALLOWED);
    }

    @Test
    void knowsNothingOfOtherMachines() {
        assertThat(SystemCallFilter.program("riscv64")).isEmpty();
    }

    private static int verdict(int architecture, int call, long first, long second) {
        return run(ByteBuffer.wrap(SystemCallFilter.program("amd64").orElseThrow()), architecture, call, first, second);
    }

    private static int run(ByteBuffer program, int architecture, int call, long first, long second) {
        program.order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer data = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        data.putInt(call).putInt(architecture).putLong(0).putLong(first).putLong(second);
        int accumulator = 0;
        for (int at = 0; ; at++) {
            int code = program.getShort(at * 8);
            int whenTrue = program.get(at * 8 + 2) & 0xff;
            int whenFalse = program.get(at * 8 + 3) & 0xff;
            int value = program.getInt(at * 8 + 4);
            switch (code) {
                case 0x20 -> accumulator = data.getInt(value);
                case 0x15 -> at += accumulator == value ? whenTrue : whenFalse;
                case 0x35 -> at += Integer.compareUnsigned(accumulator, value) >= 0 ? whenTrue : whenFalse;
                case 0x45 -> at += (accumulator & value) != 0 ? whenTrue : whenFalse;
                case 0x06 -> {
                    return value;
                }
                default -> throw new AssertionError("The program has no instruction " + code);
            }
        }
    }
}
