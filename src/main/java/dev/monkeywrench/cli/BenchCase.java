package dev.monkeywrench.cli;

/** The projects that verdicts are timed on. */
enum BenchCase {
    SMALL_PYTEST("small-pytest", 0, ""),
    /** Imports of about a third of a second before the first test, from outside the repository. */
    IMPORT_HEAVY_PYTEST("import-heavy-pytest", 0, """
            import asyncio, concurrent.futures, coverage, ctypes.util, decimal, doctest, email.mime.multipart
            import http.server, imaplib, importlib.metadata, logging.config, mailbox, multiprocessing.pool, wsgiref.simple_server
            import pkg_resources, pydoc, sqlite3, ssl, statistics, tarfile, unittest.mock, urllib.request
            import xml.dom.minidom, xml.sax.saxutils, xmlrpc.client, zipfile, zoneinfo
            """),
    LONG_TESTS("long-tests", 5, "import time\n");

    private final String title;
    private final double testSeconds;
    private final String imports;

    BenchCase(String title, double testSeconds, String imports) {
        this.title = title;
        this.testSeconds = testSeconds;
        this.imports = imports;
    }

    String title() {
        return title;
    }

    /** What the tests themselves take. */
    double testSeconds() {
        return testSeconds;
    }

    String imports() {
        return imports;
    }

    /** Of so many that were asked for. */
    int candidates(int asked) {
        return testSeconds < 1 ? asked : Math.min(asked, 12);
    }
}
