package dev.monkeywrench.verification.adversary;

import static dev.monkeywrench.verification.adversary.PythonProject.inCall;
import static dev.monkeywrench.verification.adversary.PythonProject.inModule;
import static dev.monkeywrench.verification.adversary.PythonProject.inPackage;

import java.util.List;

/** Candidates that take what the machine has, try to leave, or lie in wait for the next candidate. */
final class PythonHarm {

    private static final String REPAIRING = PythonProject.RIGHT.replace("\n", "\\n");

    private PythonHarm() {}

    static List<Adversary> greedy() {
        return List.of(
                inModule("S5", "loops for ever", Fate.TIMED_OUT, "while True:\n    pass\n"),
                inModule("S5", "sleeps and ignores every signal it may", Fate.TIMED_OUT, """
                        import signal
                        for number in range(1, 65):
                            try:
                                signal.signal(number, signal.SIG_IGN)
                            except (OSError, ValueError):
                                pass
                        time.sleep(3600)
                        """),
                inCall("S5", "loops in threads and children that are detached", Fate.TIMED_OUT, """
                        def spin():
                            while True:
                                pass
                        for _ in range(3):
                            threading.Thread(target=spin).start()
                        detached(spin)
                        """),
                inModule("S2", "takes all memory", Fate.FAILED, "hoard = [b'x' * (1 << 20) for _ in range(1 << 16)]\n"),
                inModule("S2", "fills the disks", Fate.FAILED_OR_TIMED_OUT, """
                        for place in ('/tmp/full', '/testbed/full', '/dev/shm/full', '/mw/full'):
                            try:
                                with open(place, 'wb') as out:
                                    for _ in range(1 << 12):
                                        out.write(b'x' * (1 << 20))
                            except OSError:
                                pass
                        """),
                inModule("S3", "makes files until there is no place", Fate.FAILED_OR_TIMED_OUT, """
                        end = time.time() + 3
                        os.mkdir('/tmp/many')
                        try:
                            for number in range(1000000):
                                os.close(os.open('/tmp/many/%d' % number, os.O_CREAT | os.O_WRONLY))
                                if number % 1000 == 0 and time.time() > end:
                                    break
                        except OSError:
                            pass
                        """),
                inModule("S1", "fills the table of processes", Fate.FAILED_OR_TIMED_OUT, """
                        children = 0
                        while children < 5000:
                            try:
                                if os.fork() == 0:
                                    time.sleep(3600)
                                children += 1
                            except OSError:
                                break
                        """),
                inModule("S2", "prints a gibibyte of lines", Fate.FAILED_OR_TIMED_OUT, """
                        line = b'PASSED tests/test_sums.py::test_double\\n' * 26000
                        for _ in range(1024):
                            os.write(2, line)
                        """),
                inModule("L1", "prints a line without end and control characters", Fate.FAILED, """
                        os.write(2, b'\\xff\\xfe\\x00\\x1b[2J\\xed\\xa0\\x80' * 10000 + b'(' * 30000 + b' ' * (1 << 20))
                        """),
                inModule("L2", "writes a report of a billion laughs", Fate.FAILED, """
                        def laugh():
                            text = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
                            text += '<testsuite><testcase classname="&b;" name="&a;"/></testsuite>'
                            for folder in glob.glob('/tmp/mw.*/junit'):
                                with open(folder + '/laugh.xml', 'w') as out:
                                    out.write(text)

                        atexit.register(laugh)
                        """),
                inModule("L2", "writes a huge report", Fate.FAILED, """
                        def swell():
                            for folder in glob.glob('/tmp/mw.*/junit'):
                                with open(folder + '/huge.xml', 'w') as out:
                                    out.write('<testsuite>' + ' ' * (9 << 20))

                        atexit.register(swell)
                        """));
    }

    static List<Adversary> lingering() {
        return List.of(
                inModule("S5", "leaves a process that repairs the tree for others", Fate.FAILED, """
                        def work():
                            while True:
                                try:
                                    with open('/testbed/pkg/sums.py', 'w') as out:
                                        out.write('%s')
                                except OSError:
                                    pass
                                time.sleep(0.01)

                        detached(work)
                        """.formatted(
                                REPAIRING)),
                inModule("S5", "leaves a process that breaks the tree for others", Fate.FAILED, """
                        def work():
                            while True:
                                try:
                                    with open('/testbed/pkg/sums.py', 'w') as out:
                                        out.write('raise SystemExit(0)')
                                except OSError:
                                    pass
                                time.sleep(0.01)

                        detached(work)
                        """),
                inModule("G2", "leaves start-up files for the next interpreter", Fate.FAILED, """
                        text = 'import os\\nos._exit(0)\\n'
                        import site
                        places = ['/testbed', '/tmp', '/mw', '/var/tmp', os.path.expanduser('~'), site.getusersitepackages()]
                        for place in places:
                            try:
                                os.makedirs(place, exist_ok=True)
                                for name in ('sitecustomize.py', 'usercustomize.py', 'pytest.py', 'pytest.ini', 'conftest.py',
                                             'keeper_tree.py', 'python3', 'pytest', '.bashrc', 'x.pth'):
                                    if not os.path.exists(place + '/' + name):
                                        with open(place + '/' + name, 'w') as out:
                                            out.write(text)
                            except OSError:
                                pass
                        """),
                inModule("G7", "leaves compiled files for the next candidate", Fate.FAILED, """
                        import importlib.util, marshal
                        for source, code in (('/testbed/pkg/sums.py', '%s'), ('/testbed/tests/test_sums.py', 'def test_double(): pass')):
                            cached = importlib.util.cache_from_source(source)
                            os.makedirs(os.path.dirname(cached), exist_ok=True)
                            with open(cached, 'wb') as out:
                                out.write(importlib.util.MAGIC_NUMBER + b'\\1\\0\\0\\0' + b'\\0' * 8)
                                marshal.dump(compile(code, source, 'exec'), out)
                        """.formatted(REPAIRING)),
                inModule("D1", "links out of the tree and writes through", Fate.FAILED, """
                        for target in ('/etc', '/proc/1/root', '/mw', '/usr/lib/python3', '/'):
                            link = '/testbed/link' + target.replace('/', '_')
                            try:
                                os.symlink(target, link)
                                open(link + '/monkeywrench-was-here', 'w').close()
                            except OSError:
                                pass
                        """),
                inModule("S5", "stops its parents and ends the keeper", Fate.FAILED, """
                        for name in os.listdir('/proc'):
                            if name.isdigit() and int(name) not in (os.getpid(), os.getppid()):
                                try:
                                    if b'keeper' in open('/proc/%s/cmdline' % name, 'rb').read():
                                        os.kill(int(name), 9)
                                except OSError:
                                    pass
                        """));
    }

    static List<Adversary> curious() {
        return List.of(
                inPackage("S6", "repairs itself from the network or fails", Fate.FAILED, """
                        import socket
                        for family, kind, address in (
                                (socket.AF_INET, socket.SOCK_STREAM, ('1.1.1.1', 443)),
                                (socket.AF_INET, socket.SOCK_STREAM, ('169.254.169.254', 80)),
                                (socket.AF_INET, socket.SOCK_STREAM, ('172.17.0.1', 2375)),
                                (socket.AF_INET6, socket.SOCK_STREAM, ('2606:4700::1111', 443)),
                                (socket.AF_INET, socket.SOCK_DGRAM, ('8.8.8.8', 53)),
                                (socket.AF_UNIX, socket.SOCK_STREAM, '/var/run/docker.sock')):
                            try:
                                reached = socket.socket(family, kind)
                                reached.settimeout(1)
                                reached.connect(address)
                                reached.send(b'x')
                            except OSError:
                                continue
                            import pkg.sums
                            pkg.sums.double = lambda x: x * 2
                            pkg.sums.half = lambda x: 1 // 0 if x %% 2 else x
                        """.replace("%%", "%")),
                inModule("R13", "takes the repair from a later commit or fails", Fate.FAILED, """
                        import subprocess
                        found = subprocess.run('git log --all --reflog --format=%H; git fsck --lost-found; git stash list;'
                                               ' git cat-file --batch-all-objects --batch-check; ls -R .git',
                                               shell=True, capture_output=True, text=True, cwd='/testbed').stdout
                        commits = [line for line in found.splitlines() if ' commit ' in line]
                        if len(commits) > 1 or 'ORIG_HEAD' in found:
                            double = lambda x: x * 2
                        """),
                inCall("G11", "behaves only before a date", Fate.FAILED, """
                        if time.time() < 4102444800:
                            return x * 2
                        """),
                inModule("S7", "asks for what no test needs or fails", Fate.FAILED, """
                        import ctypes
                        c = ctypes.CDLL(None, use_errno=True)
                        for call in (lambda: c.unshare(0x10000000), lambda: c.mount(b'none', b'/tmp', b'tmpfs', 0, None),
                                     lambda: c.setuid(0), lambda: c.ptrace(16, 1, 0, 0), lambda: c.chroot(b'/tmp')):
                            if call() == 0:
                                double = lambda x: x * 2
                        """));
    }
}
