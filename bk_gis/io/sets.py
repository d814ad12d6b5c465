"""A format of several files, written whole or not at all: nobody reads half an old and half a new one."""

import os
import shutil
import stat
import warnings
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path

from bk_gis.errors import BkGisWarning, InputError, MissingFileError
from bk_gis.io.whole import PART, finish, is_ours, part_of, saying_locked, sync, unfinished
from bk_gis.language.words import both

_INDEXES = (".qix", ".sbn", ".sbx", ".idm", ".ind", ".qpj")  # what other programs lay beside a shapefile
SETS = {
    ".shp": (".shx", ".dbf", ".prj", ".cpg", *_INDEXES),
    ".tab": (".dat", ".map", ".id", ".ind"),
    ".mif": (".mid",),
}


def files_of_set(path: Path) -> list[Path]:
    """List the files that belong to a name: of a format of several files all that there may be."""
    return [path, *map(path.with_suffix, SETS.get(path.suffix.lower(), ()))]


def target_of(path: Path) -> Path:
    """Name the file that is written: GDAL gives those of a set small endings, whatever was asked for."""
    ending = path.suffix.lower()
    return path.with_suffix(ending) if ending in SETS else path


@contextmanager
def whole_set(target: str | Path) -> Iterator[Path]:
    """
    Give a path as `whole_file` does; what is written beside the path appears beside the target.

    What else there is of the old set goes. Whenever the process is killed, the set is old, new, or without
    the target, so that nothing opens it; then a folder beside it, with `.old` at its name, has all of the old
    set, and the next writing warns of it.
    """
    with part_of(target) as part:
        yield part
        target = part.parent.parent / part.name
        beside = sorted(file.name for file in part.parent.iterdir() if file != part)
        if not part.is_file():
            raise MissingFileError(both("fault_write.not all", name=part.name, made=beside or ["-"]))
        new = [target, *(target.with_name(name) for name in beside)]
        if blocked := [file.name for file in new if file.is_dir()]:
            raise InputError(both("fault_write.folders", names=blocked))
        with _turn(target):
            for file in new:
                finish(part.with_name(file.name), file)
            with saying_locked(target):
                _exchange(part.parent, new, [*dict.fromkeys([*new, *files_of_set(target)])])


@contextmanager
def whole_folder(target: str | Path) -> Iterator[Path]:
    """Give a folder to fill; in one step it becomes the target, which is not there, or empty, or refused."""
    folder = Path(target)
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise InputError(both("fault_content.not empty", folder=folder))
    folder.resolve().parent.mkdir(parents=True, exist_ok=True)
    with part_of(target, kind=stat.S_ISDIR) as part:
        part.mkdir()
        yield part
        target = part.parent.parent / part.name
        for file in part.iterdir():
            sync(file)
        if not target.exists():
            part.replace(target)
            return
        for file in sorted(part.iterdir()):  # someone may stand in it, so that it stays the same
            file.replace(target / file.name)


@contextmanager
def _turn(target: Path) -> Iterator[None]:
    """Let one process at a time exchange the files of a set."""
    folder = target.with_name(f"{PART}{target.name}")
    with ExitStack() as stack:
        folder.mkdir(exist_ok=True)
        while not is_ours(stack, folder, wait=True):
            folder.mkdir(exist_ok=True)
        stack.callback(unfinished.discard, folder)
        unfinished.add(folder)
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        yield


def _exchange(source: Path, new: Sequence[Path], names: Sequence[Path]) -> None:
    """Replace a set; names are those of both sets, the file that readers open first."""
    old = [file for file in names if file.is_file()]
    kept = _keep(old, source, names[0])
    try:
        _place(source, new, old)
    except BaseException:  # such as a file that another program has open
        back = shutil.copytree(kept, source / "back", copy_function=_link)
        _place(back, old, names)
        kept.replace(source / "gone")
        raise
    kept.replace(source / "gone")


def _keep(old: Sequence[Path], source: Path, target: Path) -> Path:
    """Lay a set by, beside the target; all of it is there as soon as the folder is."""
    folder = source / "old"
    folder.mkdir()
    for file in old:
        _link(file, folder / file.name)
    for number in count(1):
        kept = target.with_name(f"{target.name}.old{number if number > 1 else ''}")
        if not kept.exists():
            break
        left = both("fault_write.left", name=target.name, folder=kept)
        warnings.warn(BkGisWarning(left), stacklevel=2)
    folder.replace(kept)
    sync(kept.parent)
    return kept


def _link(file: str | Path, copy: str | Path) -> None:
    try:
        os.link(file, copy)
    except OSError:  # such as a USB stick's FAT
        shutil.copy2(file, copy)


def _place(source: Path, files: Sequence[Path], gone: Sequence[Path]) -> None:
    """Move files from a folder to where the others go; the first goes first and comes last."""
    for part in (gone[:1], gone[1:]):
        for file in part:
            file.unlink(missing_ok=True)
        sync(files[0].parent)
    for part in (files[1:], files[:1]):
        for file in part:
            (source / file.name).replace(file)
        sync(files[0].parent)
