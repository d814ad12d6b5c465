"""A file as a whole: there, what its ending says, and written, alone or in a set, whole or not at all."""

import os
import stat
import tempfile
import zipfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from bk_gis.errors import InputError, MissingFileError, Problem, Text
from bk_gis.language.words import both

_ARCHIVES = (".xlsx", ".docx", ".ods", ".kmz", ".zip")
_UNSAVED = ("-wal", "-journal")  # what SQLite has beside a database that is being changed


def file_error(path: Path, message: Text | str) -> InputError:
    """Make an error that names the file."""
    return InputError([Problem(path.name, None, None, message)])


def existing(path: str | Path) -> Path:
    """Refuse a file that is not there, or is no file."""
    path = Path(path)
    if not os.path.lexists(path):
        raise MissingFileError(both("fault_file.missing", path=path))
    require_file(path)
    return path


def require_file(path: Path) -> None:
    """Refuse what is no file: a pipe would be waited for, a device has no end."""
    if fault := file_fault(path):
        raise file_error(path, fault)


def file_fault(path: Path) -> Text | None:
    """Say why a path is no file to be read; a File Geodatabase is a folder to the file system alone."""
    try:
        str(path).encode()
        kind = path.stat().st_mode
    except ValueError:  # of bytes that are no UTF-8, or with a NUL
        return both("fault_file.name")
    except FileNotFoundError:
        return both(
            "fault_file.dangling" if path.is_symlink() else "fault_file.not there", folder=path.parent
        )
    except OSError as error:  # a link that leads to itself, a folder that may not be looked into
        return both("fault_file.unreadable", why=error.strerror)
    if stat.S_ISDIR(kind):
        return None if path.suffix.lower() == ".gdb" else both("fault_file.folder")
    return None if stat.S_ISREG(kind) else both("fault_file.special")


@contextmanager
def saying_faults(path: Path, hint: str = "") -> Iterator[None]:
    """Make one error of whatever a reader raises for a damaged file: each library has a dozen kinds."""
    if fault := _archive_fault(path):
        raise file_error(path, fault)
    try:
        yield
    except InputError:
        raise
    except Exception as error:
        said = str(error).replace(str(path), path.name).split("; It might help")[0]
        first = said.splitlines()[0] if said else type(error).__name__
        raise file_error(path, f"cannot be read: {first}{hint}") from error


def _archive_fault(path: Path) -> Text | str | None:
    """Say of a workbook or a document that it has a password or is cut off; libraries' words help nobody."""
    if (fault := file_fault(path)) or path.is_dir():
        return fault
    with path.open("rb") as file:
        start = file.read(1 << 16)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
            return "has a password; save it without one"
        word = path.suffix.lower().startswith(".doc")
        return "is an old document; save it as .docx" if word else "is an old workbook; save it as .xlsx"
    if path.suffix.lower() in _ARCHIVES:
        try:
            with zipfile.ZipFile(path) as archive:
                if any(member.flag_bits & 1 for member in archive.infolist()):
                    return "has a password; save it without one"
        except (zipfile.BadZipFile, NotImplementedError):  # the latter for a version that there is not
            return "is cut off or damaged; get it again"
    return ""


@contextmanager
def whole_file(target: str | Path) -> Iterator[Path]:
    """
    Give a path to write to; what is there when all went well becomes the target, in one step.

    A failure leaves the target as it was and nothing beside it. The path has the target's own name, in
    a hidden folder beside it, since some formats write their file's name into it. It is an error if there is
    no folder to write to, or the target is no file, or a GeoPackage that another program is changing.
    """
    target = Path(target).resolve()
    if not target.parent.is_dir():
        raise MissingFileError(f"there is no folder {target.parent} to write {target.name} to")
    if target.exists() and not target.is_file():
        raise InputError(f"cannot write {target}: it is a folder or a device; expected the name of a file")
    _require_closed(target)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".part-") as folder:
        part = Path(folder) / target.name
        yield part
        _require_closed(target)
        part.replace(target)


def _require_closed(target: Path) -> None:
    """Refuse a GeoPackage with changes beside it: SQLite would play them into the new file and ruin it."""
    beside = [target.with_name(target.name + ending) for ending in _UNSAVED]
    unsaved = [file.name for file in beside if file.is_file() and file.stat().st_size]
    if target.suffix.lower() == ".gpkg" and unsaved:
        raise InputError(
            f"cannot write {target}: {unsaved[0]} beside it holds changes of another program, such as QGIS, "
            "that has it open; close it there, or write to another name"
        )


@contextmanager
def whole_set(target: str | Path, *, stale: Collection[str] = ()) -> Iterator[Path]:
    """
    Do the same for a format of several files: what is written beside the path appears beside the target.

    The target itself comes last. Files that have its name and a `stale` ending are of the old set, and go.
    """
    with whole_file(target) as part:
        yield part
        if not part.is_file():
            made = ", ".join(sorted(file.name for file in part.parent.iterdir())) or "nothing"
            raise MissingFileError(f"{part.name} was not written, but {made}; nothing was replaced")
        home = part.parent.parent
        beside = sorted(file for file in part.parent.iterdir() if file != part)
        if blocked := [file.name for file in beside if (home / file.name).is_dir()]:
            raise InputError(f"cannot write {', '.join(blocked)}: there are folders of these names")
        for ending in stale:
            (home / part.name).with_suffix(ending).unlink(missing_ok=True)
        for file in beside:
            file.replace(home / file.name)
