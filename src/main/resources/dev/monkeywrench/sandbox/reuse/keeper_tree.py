"""The repository as it was before any candidate, and how it becomes so again."""

import os
import shutil
import stat

_MOST_BYTES = 256 << 20
_LONG_AGO = 946684800


def age(root):
    """Compiled files are told by the time of their source: a candidate's must not look like the one before it."""
    for folder, _, files in os.walk(root):
        for name in files:
            os.utime(os.path.join(folder, name), (_LONG_AGO, _LONG_AGO), follow_symlinks=False)


class Tree(object):
    """The repository as it was: contents in memory, and the times by which a change shows."""

    def __init__(self, root):
        self._root = os.fsencode(root)
        self._entries = {}
        self._marks = {}
        size = 0
        for path, info in self._walk():
            if stat.S_ISREG(info.st_mode):
                with open(path, "rb") as file:
                    content = file.read()
                size += len(content)
                if size > _MOST_BYTES:
                    raise SystemExit("the repository is too large to be kept")
            elif stat.S_ISLNK(info.st_mode):
                content = os.readlink(path)
            else:
                content = None
            self._entries[path] = (stat.S_IFMT(info.st_mode), stat.S_IMODE(info.st_mode), content)
            self._marks[path] = self._mark(info)

    def _walk(self):
        pending = [self._root]
        while pending:
            with os.scandir(pending.pop()) as found:
                for entry in found:
                    info = entry.stat(follow_symlinks=False)
                    yield entry.path, info
                    if stat.S_ISDIR(info.st_mode):
                        pending.append(entry.path)

    @staticmethod
    def _mark(info):
        # nobody but the kernel sets the time of the last change of an inode
        if stat.S_ISDIR(info.st_mode):
            return info.st_ino, info.st_mode
        return info.st_ino, info.st_mode, info.st_size, info.st_ctime_ns

    def restore(self):
        seen = set()
        for path, info in list(self._walk_writable()):
            if path not in self._entries:
                remove(path)
            elif self._marks[path] != self._mark(info):
                if not (stat.S_ISDIR(info.st_mode) and self._entries[path][0] == stat.S_IFDIR):
                    remove(path)
                else:
                    os.chmod(path, self._entries[path][1])
                    seen.add(path)
                    self._marks[path] = self._mark(os.lstat(path))
            else:
                seen.add(path)
        for path in sorted(self._entries):
            if path not in seen or not os.path.lexists(path):
                self._make(path)

    def _walk_writable(self):
        pending = [self._root]
        while pending:
            folder = pending.pop()
            try:
                found = list(os.scandir(folder))
            except PermissionError:
                os.chmod(folder, 0o755)
                found = list(os.scandir(folder))
            for entry in found:
                info = entry.stat(follow_symlinks=False)
                yield entry.path, info
                if stat.S_ISDIR(info.st_mode) and entry.path in self._entries:
                    pending.append(entry.path)

    def _make(self, path):
        kind, mode, content = self._entries[path]
        if kind == stat.S_IFDIR:
            os.makedirs(path, exist_ok=True)
        elif kind == stat.S_IFLNK:
            os.symlink(content, path)
        else:
            with open(path, "xb") as file:
                file.write(content)
        if kind != stat.S_IFLNK:
            os.chmod(path, mode)
        self._marks[path] = self._mark(os.lstat(path))


def remove(path):
    if os.path.islink(path) or not os.path.isdir(path):
        os.unlink(path)
        return
    for folder, folders, files in os.walk(path):
        os.chmod(folder, 0o755)
    shutil.rmtree(path)
