package dev.monkeywrench.sandbox.bubblewrap;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A classic BPF program for the kernel's seccomp: what code under test never needs and what kernels have been broken
 * through is refused, as if it were not permitted.
 */
final class SystemCallFilter {

    private static final int LOAD = 0x20;
    private static final int JUMP_EQUAL = 0x15;
    private static final int JUMP_NOT_BELOW = 0x35;
    private static final int JUMP_ANY_BIT = 0x45;
    private static final int RETURN = 0x06;

    private static final int NUMBER = 0;
    private static final int ARCHITECTURE = 4;
    private static final int FIRST_ARGUMENT = 16;
    private static final int SECOND_ARGUMENT = 24;

    private static final int ALLOW = 0x7fff0000;
    private static final int ERROR = 0x00050000;
    private static final int NOT_PERMITTED = ERROR | 1;
    private static final int NO_SUCH_CALL = ERROR | 38;
    private static final int NO_SUCH_FAMILY = ERROR | 97;

    /** CLONE_NEW… of mount, cgroup, UTS, IPC, user, process and network namespaces. */
    private static final int NEW_NAMESPACE = 0x7e020000;

    private static final int OTHER_ABI = 0x40000000;
    private static final int[] FAMILIES = {1, 2, 10, 16};
    private static final int[] TERMINAL_INJECTIONS = {0x5412, 0x541c};
    private static final int LONGEST = 512;

    private final ByteBuffer program = ByteBuffer.allocate(LONGEST * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);

    private SystemCallFilter() {}

    /** The program for this machine; empty where its system call numbers are not known here. */
    static Optional<byte[]> program() {
        return program(System.getProperty("os.arch", ""));
    }

    static Optional<byte[]> program(String architecture) {
        return SystemCalls.of(architecture).map(calls -> new SystemCallFilter().write(calls));
    }

    private byte[] write(SystemCalls calls) {
        statement(LOAD, ARCHITECTURE);
        unless(JUMP_EQUAL, calls.audit(), NO_SUCH_CALL);
        statement(LOAD, NUMBER);
        when(JUMP_NOT_BELOW, OTHER_ABI, NO_SUCH_CALL);
        IntStream.of(calls.refused()).forEach(number -> when(JUMP_EQUAL, number, NOT_PERMITTED));
        when(JUMP_EQUAL, calls.clone3(), NO_SUCH_CALL);
        refuseArgument(calls.cloning(), FIRST_ARGUMENT, () -> when(JUMP_ANY_BIT, NEW_NAMESPACE, NOT_PERMITTED));
        refuseArgument(
                calls.control(),
                SECOND_ARGUMENT,
                () -> IntStream.of(TERMINAL_INJECTIONS).forEach(request -> when(JUMP_EQUAL, request, NOT_PERMITTED)));
        refuseArgument(calls.socket(), FIRST_ARGUMENT, () -> {
            IntStream.of(FAMILIES).forEach(family -> when(JUMP_EQUAL, family, ALLOW));
            statement(RETURN, NO_SUCH_FAMILY);
        });
        statement(RETURN, ALLOW);
        byte[] written = new byte[program.position()];
        program.flip().get(written);
        return written;
    }

    /** Checks an argument of one call; the number is loaded again behind it for the checks of others. */
    private void refuseArgument(int call, int argument, Runnable checks) {
        int jump = program.position();
        instruction(JUMP_EQUAL, 0, 0, call);
        statement(LOAD, argument);
        checks.run();
        int skipped = (program.position() - jump) / Long.BYTES - 1;
        program.put(jump + 3, (byte) skipped);
        statement(LOAD, NUMBER);
    }

    private void when(int test, int value, int result) {
        instruction(test, 0, 1, value);
        statement(RETURN, result);
    }

    private void unless(int test, int value, int result) {
        instruction(test, 1, 0, value);
        statement(RETURN, result);
    }

    private void statement(int code, int value) {
        instruction(code, 0, 0, value);
    }

    private void instruction(int code, int whenTrue, int whenFalse, int value) {
        program.putShort((short) code)
                .put((byte) whenTrue)
                .put((byte) whenFalse)
                .putInt(value);
    }
}
