"""What can happen to a program that writes: a full disk, a kill; and what has to be there afterwards."""

import contextlib
import os
import resource
import shutil
import signal
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyogrio
from writers import Writer

from bk_gis.cli.main import _leaving_nothing
from bk_gis.errors import WriteError

PART = ".part-bk_gis-"
DONE, REFUSED, WRONG = 0, 3, 4
TOO_LARGE = -signal.SIGXFSZ
STEPS = ("replace", "rename", "unlink", "link", "mkdir", "rmdir", "fsync", "open")  # of the operating system


def in_child(work: Callable[[], int]) -> int:
    """Do something in a copy of this process; give its status, negative for the signal that ends it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of Python 3.12 on, about threads, of which the child has no need
        child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    ended = 70
    try:
        for stream in (1, 2):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
        warnings.simplefilter("ignore")
        ended = work()
    finally:
        os._exit(ended)
    return ended


def content(folder: Path) -> dict[str, bytes]:
    """What lies in a folder, but for what is not finished."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not str(path.relative_to(folder)).startswith(PART)
    }


def unfinished(folder: Path) -> list[str]:
    return [path.name for path in folder.glob(f"{PART}*")]


@dataclass(frozen=True)
class Ground:
    """A folder in which a writer replaces what it wrote before."""

    writer: Writer
    folder: Path
    old: dict[str, bytes]
    new: dict[str, bytes]

    @classmethod
    def prepared(cls, writer: Writer, folder: Path) -> "Ground":
        made = []
        for name, lang in (("old", "en"), ("new", "vi")):
            (folder / name).mkdir(parents=True)
            writer(folder / name, lang)
            made.append(content(folder / name))
        (folder / "at").mkdir()
        assert made[0] != made[1]
        return cls(writer, folder / "at", *made)

    @property
    def size(self) -> int:
        """Size of the largest file."""
        return max(map(len, self.new.values()))

    def lay(self) -> None:
        """Have the old files there, and nothing else."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        for name, data in self.old.items():
            (self.folder / name).write_bytes(data)

    def run(self) -> int:
        try:
            self.writer(self.folder)
        except WriteError as error:
            named = all("/a." in text and "(" in text for text in (error.vi, error.en))
            return REFUSED if named else WRONG
        return DONE

    def limited(self, size: int, *, deadly: bool) -> int:
        """Write in a child that may write files of a size; beyond it gets an error, or is killed."""

        def work() -> int:
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL if deadly else signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
            return self.run()

        self.lay()
        return in_child(work)

    def killed_at(self, step: int, number: int = signal.SIGKILL) -> int:
        """Write in a child that gets a signal just before a step by which it changes a folder."""

        def work() -> int:
            left = iter(range(step, -1, -1))
            for name in STEPS:
                setattr(os, name, _counting(getattr(os, name), left, number))
            with _leaving_nothing():  # of which a SIGKILL knows nothing
                return self.run()

        self.lay()
        return in_child(work)

    def sizes(self, count: int) -> list[int]:
        """Sizes at which the largest file is cut, its last byte included."""
        return sorted({self.size * part // count for part in range(count)} | {self.size - 1})

    def fills_up(self, size: int) -> bool:
        """Whether a disk that is full is said, and the old is kept with nothing beside it."""
        ended = self.limited(size, deadly=False)
        return ended == REFUSED and content(self.folder) == self.old and not unfinished(self.folder)

    def survives(self, size: int) -> bool:
        """Whether a writer that is killed as it writes a byte leaves what is sound, and the next goes on."""
        return self.limited(size, deadly=True) == TOO_LARGE and self.is_sound() and self.goes_on()

    def survives_steps(self, number: int = signal.SIGKILL) -> list[bool]:
        """Kill at the first step by which a folder changes, the second, and so on: was it well each time?"""
        survived = []
        while (ended := self.killed_at(len(survived), number)) == -number:
            survived.append(self.is_sound() and self.goes_on())
        assert ended == DONE
        assert content(self.folder) == self.new
        return survived

    def is_sound(self) -> bool:
        """Whether the old is there, the new, or nothing that opens with all of the old beside it."""
        found = content(self.folder)
        target = f"a{self.writer.ending}"
        kept = {
            name.partition("/")[2]: data for name, data in found.items() if name.startswith(f"{target}.old/")
        }
        there = {name: data for name, data in found.items() if "/" not in name}
        if there in (self.old, self.new):
            return kept in ({}, self.old)
        return (
            len(self.new) > 1
            and target not in there
            and kept == self.old
            and not _opens(self.folder / target)
        )

    def goes_on(self) -> bool:
        """Whether the next run leaves nothing but what it wrote and what it tells of."""
        kept = {name for name in content(self.folder) if "/" in name}
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            self.writer(self.folder)
        told = any(f"a{self.writer.ending}.old" in str(warning.message) for warning in caught)
        found = content(self.folder)
        there = {name: data for name, data in found.items() if "/" not in name}
        return there == self.new and not unfinished(self.folder) and told == bool(kept) and kept <= set(found)


def _counting(call: Callable[..., object], left: Iterator[int], number: int) -> Callable[..., object]:
    def counted(*given: object, **named: object) -> object:
        if next(left, None) == 0:
            os.kill(os.getpid(), number)
        return call(*given, **named)

    return counted


def _opens(path: Path) -> bool:
    with contextlib.suppress(Exception):
        pyogrio.read_dataframe(path)
        return True
    return False
