package dev.monkeywrench.sandbox.bubblewrap;

import java.util.Optional;

/** The numbers of the system calls that a filter speaks of, on one architecture. */
enum SystemCalls {
    X86_64(0xc000003e, 56, 435, 41, 16) {
        @Override
        int[] refused() {
            return new int[] {
                101, 310, 311, 312, 438, 440, // ptrace, process_vm_readv, …_writev, kcmp, pidfd_getfd, process_madvise
                165, 166, 155, 161, 272, 308, // mount, umount2, pivot_root, chroot, unshare, setns
                428, 429, 430, 431, 432, 433,
                442, // open_tree, move_mount, fsopen, …config, …mount, fspick, mount_setattr
                321, 298, 323, 250, 248, 249, // bpf, perf_event_open, userfaultfd, keyctl, add_key, request_key
                425, 426, 427, // io_uring
                246, 320, 175, 313, 176, 169, // kexec, modules, reboot
                167, 168, 163, 164, 227, 179, 443, // swap, acct, clocks, quotactl
                303, 304, 103, 154, 172, 173, 180, // file handles, syslog, modify_ldt, port access, nfsservctl
                279, 237, 238, 256, 153, 300, 212, // memory policy of others, vhangup, fanotify_init, lookup_dcookie
            };
        }
    },
    AARCH64(0xc00000b7, 220, 435, 198, 29) {
        @Override
        int[] refused() {
            return new int[] {
                117, 270, 271, 272, 438, 440, //
                40, 39, 41, 51, 97, 268, //
                428, 429, 430, 431, 432, 433, 442, //
                280, 241, 282, 219, 217, 218, //
                425, 426, 427, //
                104, 294, 105, 273, 106, 142, //
                224, 225, 89, 170, 112, 60, 443, //
                264, 265, 116, 42, //
                239, 235, 237, 238, 58, 262, 18,
            };
        }
    };

    private final int audit;
    private final int cloning;
    private final int clone3;
    private final int socket;
    private final int control;

    SystemCalls(int audit, int cloning, int clone3, int socket, int control) {
        this.audit = audit;
        this.cloning = cloning;
        this.clone3 = clone3;
        this.socket = socket;
        this.control = control;
    }

    /** By Java's name of the architecture. */
    static Optional<SystemCalls> of(String architecture) {
        return switch (architecture) {
            case "amd64", "x86_64" -> Optional.of(X86_64);
            case "aarch64" -> Optional.of(AARCH64);
            default -> Optional.empty();
        };
    }

    /** Refused whatever the arguments. */
    abstract int[] refused();

    /** The kernel's name of the architecture. */
    int audit() {
        return audit;
    }

    int cloning() {
        return cloning;
    }

    /** Its flags lie in memory where a filter cannot look; without it the C library falls back to clone. */
    int clone3() {
        return clone3;
    }

    int socket() {
        return socket;
    }

    /** ioctl. */
    int control() {
        return control;
    }
}
