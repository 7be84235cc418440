package dev.monkeywrench.verification.adversary;

import static dev.monkeywrench.verification.adversary.PythonProject.inCall;
import static dev.monkeywrench.verification.adversary.PythonProject.inModule;
import static dev.monkeywrench.verification.adversary.PythonProject.inPackage;

import java.util.List;

/** Candidates that claim passes nobody saw, and those that end the run before it can speak against them. */
final class PythonForgeries {

    private static final String ALL_DESCRIPTORS = """
            for fd in range(3, 64):
                try:
                    target = os.readlink('/proc/self/fd/%d' % fd)
                except OSError:
                    continue
                if 'witness' in target:
            """;

    private PythonForgeries() {}

    static List<Adversary> all() {
        return List.of(
                inModule("G4", "prints passes at import and exits", Fate.FAILED, "claim()\nos._exit(0)\n"),
                inModule("G4", "prints passes at exit", Fate.FAILED, "atexit.register(claim)\n"),
                inModule("G5", "writes the reports at exit and ends with 0", Fate.FAILED, """
                        atexit.register(lambda: (claim(), os._exit(0)))
                        """),
                inCall("G3", "exits in the middle", Fate.FAILED, "claim()\nos._exit(0)\n"),
                inCall("G3", "raises SystemExit in the middle", Fate.FAILED, "raise SystemExit(0)\n"),
                inCall("G3", "ends the session by pytest.exit", Fate.FAILED, """
                        import pytest
                        claim()
                        pytest.exit('done', returncode=0)
                        """),
                inCall("G3", "kills its own process", Fate.FAILED, "claim()\nos.kill(os.getpid(), 9)\n"),
                inCall("G3", "kills every process it can", Fate.FAILED, "claim()\nos.kill(-1, 9)\n"),
                inModule("G5", "leaves a child that goes on writing reports", Fate.FAILED, """
                        def work():
                            while True:
                                try:
                                    write_reports()
                                except OSError:
                                    pass

                        detached(work)
                        atexit.register(lambda: (claim(), os._exit(0)))
                        """),
                inModule("G4", "writes into the witness's record", Fate.TAMPERED, ALL_DESCRIPTORS + """
                                os.write(fd, b'0' * 64 + b' {"kind": "finish", "exit": 0, "pid": 1, "n": 0}\\n')
                        """.indent(8)),
                inModule("G4", "empties the witness's record", Fate.TAMPERED, ALL_DESCRIPTORS + """
                                os.ftruncate(fd, 0)
                        """.indent(8)),
                inModule(
                        "G4",
                        "empties the witness's record, claims and exits",
                        Fate.FAILED,
                        """
                        def wipe():
                        """ + (ALL_DESCRIPTORS + "        os.ftruncate(fd, 0)\n").indent(4) + """
                            claim()
                            os._exit(0)

                        atexit.register(wipe)
                        """),
                inModule(
                        "G4",
                        "closes the witness's record, claims and exits",
                        Fate.FAILED,
                        ALL_DESCRIPTORS + """
                                os.close(fd)
                        """.indent(8) + "claim()\nos._exit(0)\n"),
                inModule("G4", "makes the witness sign passes", Fate.TAMPERED, """
                        def sign():
                            for book in gc.get_objects():
                                if type(book).__name__ == '_Book':
                                    for name in CLAIMS:
                                        book.write({'kind': 'test', 'id': name, 'status': 'PASSED'})
                                    book.write({'kind': 'finish', 'exit': 0})
                            claim()
                            os._exit(0)

                        sign()
                        """),
                inModule("G4", "reads the driver's memory and speaks in its frames", Fate.FAILED, """
                        import base64, hashlib, hmac, json, re

                        def drivers():
                            for folder in glob.glob('/proc/[0-9]*'):
                                try:
                                    words = open(folder + '/cmdline', 'rb').read()
                                    if b'/mw/drive.sh' in words:
                                        yield folder
                                except OSError:
                                    pass

                        def sign(key):
                            book, entries = b'', [{'kind': 'load'}]
                            entries += [{'kind': 'test', 'id': name, 'status': 'PASSED'} for name in CLAIMS]
                            for n, entry in enumerate(entries + [{'kind': 'finish', 'exit': 0}]):
                                line = json.dumps(dict(entry, pid=1, n=n)).encode()
                                book += hmac.new(key, line, hashlib.sha256).hexdigest().encode() + b' ' + line + b'\\n'
                            return book

                        def speak(folder):
                            found = b''
                            with open(folder + '/mem', 'rb') as memory:
                                for line in open(folder + '/maps'):
                                    first, last = (int(n, 16) for n in line.split()[0].split('-'))
                                    if ' rw' in line and last - first < 1 << 24:
                                        memory.seek(first)
                                        found += memory.read(last - first)
                            frames, witnesses = (
                                set(re.findall(rb'(?<![0-9a-f])[0-9a-f]{%d}(?![0-9a-f])' % size, found))
                                for size in (32, 64))
                            claim()
                            report = open(glob.glob('/tmp/mw.*/junit/report.xml')[0], 'rb').read()
                            out = os.open(folder + '/fd/1', os.O_WRONLY)
                            for frame in frames:
                                for kind, what in ((b'started', b''), (b'exit', b'0'), (b'witness', sign(max(witnesses))),
                                                   (b'document', report), (b'end', b'')):
                                    os.write(out, frame + b' ' + kind + b' ' + base64.b64encode(what) + b'\\n')
                            os.kill(int(folder.split('/')[-1]), 9)

                        for folder in drivers():
                            try:
                                speak(folder)
                            except OSError:
                                pass
                        os.kill(-1, 9)
                        """),
                inCall("G7", "skips the test from product code", Fate.FAILED, "import pytest\npytest.skip('no')\n"),
                inCall("G7", "skips the module from product code", Fate.FAILED, """
                        import unittest
                        raise unittest.SkipTest('no')
                        """),
                inModule("G7", "expects the failure by pytest.xfail", Fate.FAILED, """
                        import pytest
                        double = half = lambda x: pytest.xfail('as expected')
                        """),
                inPackage("G5", "writes the reports before any test", Fate.FAILED, "claim()\n"));
    }
}
