"""Which tests run first, and what ends the run. Read into the same module as the witness, behind the guard."""

import os
import threading

import pytest


class _Order(object):
    """Has the tests that decide run first, and ends the run with the first of them that fails."""

    def __init__(self, book, plan):
        self._book = book
        self._stop = plan["stop"]
        self._seconds = plan["seconds"]
        self._first = set(plan["first"])
        self._ranks = dict((nodeid, rank) for rank, nodeid in enumerate(plan["first"] + plan["then"]))
        self._deciding = set(self._ranks).union(plan["rest"])
        self._session = None
        self._timer = None

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, session, items):
        found = set(item.nodeid for item in items)
        if not self._first <= found:
            return
        self._session = session
        items.sort(key=lambda item: self._ranks.get(item.nodeid, len(self._ranks)))

    def pytest_runtest_logstart(self, nodeid):
        if self._session is None or not self._seconds:
            return
        if nodeid in self._first and self._timer is None:
            self._timer = threading.Timer(self._seconds, self._late)
            self._timer.daemon = True
            self._timer.start()
        elif nodeid not in self._first and self._timer is not None:
            self._timer.cancel()

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_logreport(self, report):
        decides = report.nodeid in self._deciding and _status(report) in ("FAILED", "ERROR")
        if decides and self._stop and self._session is not None and not self._session.shouldfail:
            self._book.write({"kind": "stopped"})
            self._session.shouldfail = "an expected test failed"

    def pytest_sessionfinish(self):
        if self._timer is not None:
            self._timer.cancel()

    def _late(self):
        self._book.write({"kind": "late"})
        os._exit(124)
