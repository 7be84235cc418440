package dev.monkeywrench.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/** Code in a sandbox reaches nothing outside it. */
public abstract class SandboxConfinementContract extends SandboxFixture {
    private static final String CONNECT = """
            import socket, sys
            for address in [("1.1.1.1", 53), ("172.17.0.1", 22), ("169.254.169.254", 80), ("::1", 8080)]:
                family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
                try:
                    socket.socket(family, socket.SOCK_STREAM).connect(address)
                    print("reached", address)
                except OSError as refused:
                    pass
            try:
                print("resolved", socket.getaddrinfo("example.com", 80))
            except OSError:
                pass
            print(sorted(name for _, name in socket.if_nameindex() if name == "lo" or not name.endswith("0")))
            """;

    @Test
    void hasNoNetwork() throws Exception {
        assertThat(python(CONNECT).stdout().text()).isEqualTo("['lo']\n");
    }

    private static final String NAMES = """
            import socket
            server = socket.create_server(("localhost", 0))
            socket.create_connection(("localhost", server.getsockname()[1]))
            print(socket.gethostname(), socket.gethostbyname(socket.gethostname()).startswith("127.0."))
            """;

    @Test
    protected void knowsItselfByName() throws Exception {
        assertThat(python(NAMES).stdout().text()).isEqualTo("sandbox True\n");
    }

    @Test
    void runsAsAnOrdinaryUserWithoutCapabilities() throws Exception {
        assertThat(said("id -u; id -g; id -G; grep -E 'CapEff|CapPrm|CapAmb|NoNewPrivs|Seccomp:' /proc/self/status"))
                .isEqualTo("""
                        1000
                        1000
                        1000
                        CapPrm:\t0000000000000000
                        CapEff:\t0000000000000000
                        CapAmb:\t0000000000000000
                        NoNewPrivs:\t1
                        Seccomp:\t2
                        """);
    }

    @Test
    void cannotChangeTheSystem() throws Exception {
        assertThat(said("for f in /x /etc/x /usr/x /usr/bin/env /bin/x /opt/x /var/x /proc/sys/kernel/x;"
                        + " do (echo x >> $f) 2>/dev/null && echo wrote $f; done; true"))
                .isEmpty();
    }

    @Test
    protected void cannotLookAtOrStopWhatHoldsIt() throws Exception {
        assertThat(said("kill -9 1 2>/dev/null; kill -9 -1; true")).isEmpty();
        assertThat(said("cat /proc/1/environ 2>/dev/null; ls /var/run/docker.sock 2>/dev/null; true"))
                .isEmpty();
        assertThat(said("echo alive")).isEqualTo("alive\n");
    }

    private static final String FORBIDDEN = """
            import ctypes, os
            libc = ctypes.CDLL(None, use_errno=True)
            def tried(name, answer):
                if answer >= 0:
                    print(name)
            tried("mount", libc.mount(b"none", b"/tmp", b"tmpfs", 0, None))
            tried("unshare a user namespace", libc.unshare(0x10000000))
            tried("bpf", libc.syscall(321, 0, None, 0))
            tried("keyctl", libc.syscall(250, 0, -3, 1))
            tried("a packet socket", libc.socket(17, 3, 0))
            tried("setuid", libc.setuid(0))
            """;

    @Test
    void cannotUseTheKernelsDangerousCalls() throws Exception {
        assumeTrue("amd64".equals(System.getProperty("os.arch")), "The numbers are of x86-64");
        assertThat(python(FORBIDDEN).stdout().text()).isEmpty();
    }

    @Test
    void reapsWhatNobodyWaitsFor() throws Exception {
        exited("i=0; while [ $i -lt 300 ]; do (true &) ; i=$((i+1)); done");
        assertThat(said("cat /proc/[0-9]*/stat 2>/dev/null | grep -c ') Z ' ; true"))
                .isEqualTo("0\n");
    }
}
