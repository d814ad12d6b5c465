"""A file as a whole: there, what its ending says, and written whole or not at all."""

import errno
import os
import re
import shlex
import shutil
import sqlite3
import stat
import tempfile
import zipfile
from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from io import BytesIO
from pathlib import Path

from bk_gis.errors import BkGisError, InputError, MissingFileError, Problem, Text, WriteError
from bk_gis.language.words import both

with suppress(ImportError):  # Windows has none
    import fcntl

_ARCHIVES = (".xlsx", ".docx", ".ods", ".kmz", ".zip")
_UNSAVED = ("-wal", "-journal")  # what SQLite has beside a database that is being changed
PART = ".part-bk_gis-"
_OF_A_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS)
_LONG = 220  # letters of a path, of which Windows takes 260 with the folder that is written in
unfinished: set[Path] = set()  # folders that this process is writing to
finished: deque[Path] = deque(maxlen=20)  # the last files that it wrote


def pasted(path: Path, *, windows: bool = os.name == "nt") -> str:
    """Write a path so that it can be pasted into a command: in quotes, which Windows has of one kind."""
    text = f"./{path}" if str(path).startswith("-") else str(path)
    if re.fullmatch(r"[\w.,:/+=@-]+", text.replace("\\", "/" if windows else " "), re.ASCII):
        return text
    return f'"{text}"' if windows or not set(text) & set('$`"\\!') else shlex.quote(text)


def file_error(path: Path, message: Text) -> InputError:
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
        key = "dangling" if path.is_symlink() else "not there"
        return both(f"fault_file.{key}", folder=path.parent)
    except OSError as error:  # a link that leads to itself, a folder that may not be looked into
        return both("fault_file.unreadable", why=error)
    if stat.S_ISDIR(kind):
        return None if path.suffix.lower() == ".gdb" else both("fault_file.folder")
    return None if stat.S_ISREG(kind) else both("fault_file.special")


def require_ending(path: str | Path, known: Collection[str]) -> str:
    """Give the ending of a file to write, or refuse one that is not known."""
    ending = Path(path).suffix.lower()
    if ending not in known:
        raise InputError(both("fault_output.ending", name=Path(path).name, known=list(known)))
    return ending


@contextmanager
def saying_faults(path: Path) -> Iterator[None]:
    """Make one error of whatever a reader raises for a damaged file: each library has a dozen kinds."""
    try:
        _require_whole(path)
        yield
    except InputError:
        raise
    except PermissionError as error:
        raise file_error(path, both("fault_file.locked")) from error
    except Exception as error:
        said = str(error).replace(str(path), path.name).split("; It might help")[0]
        first = said.splitlines()[0] if said else type(error).__name__
        raise file_error(path, both("fault_io.cannot be read", why=first)) from error


def _require_whole(path: Path) -> None:
    if fault := _archive_fault(path):
        raise file_error(path, fault)


def _archive_fault(path: Path) -> Text | None:
    """Say of a workbook or a document that it has a password or is cut off; libraries' words help nobody."""
    if (fault := file_fault(path)) or path.is_dir():
        return fault
    with path.open("rb") as file:
        start = file.read(1 << 16)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
            return both("fault_io.password")
        word = path.suffix.lower().startswith(".doc")
        return both("fault_io.old document" if word else "fault_io.old workbook")
    if path.suffix.lower() in _ARCHIVES:
        try:
            with zipfile.ZipFile(path) as archive:
                if any(member.flag_bits & 1 for member in archive.infolist()):
                    return both("fault_io.password")
        except (zipfile.BadZipFile, NotImplementedError):  # the latter for a version that there is not
            return both("fault_io.damaged")
    return None


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Pack files so that the same ones are the same bytes: a zip keeps the clock otherwise."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)  # dated 1980
    return packed.getvalue()


@contextmanager
def part_folder(home: Path | None = None) -> Iterator[Path]:
    """
    Give a hidden folder for what is not finished, by default where the system has such; it goes in any case.

    That of a process that was killed goes when the next one is made beside it.
    """
    home = Path(tempfile.gettempdir()) if home is None else home
    for left in home.glob(f"{PART}*"):
        with suppress(OSError), _held(left, wait=False):
            shutil.rmtree(left, ignore_errors=True)
    mine: set[Path] = set()
    with ExitStack() as stack:
        stack.callback(unfinished.difference_update, mine)  # the last that is done, when they are gone
        while True:
            made = tempfile.TemporaryDirectory(dir=home, prefix=PART, ignore_cleanup_errors=True)
            folder = Path(stack.enter_context(made))
            mine.add(folder)
            unfinished.update(mine)
            if is_ours(stack, folder, wait=False):
                break
        yield folder


def drop_unfinished() -> None:
    """Remove what this process has not finished writing, since it is about to end."""
    for folder in tuple(unfinished):
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _held(folder: Path, *, wait: bool) -> Iterator[None]:
    """Hold a folder against other processes; an OSError where one of them has it, or has removed it."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        if not os.path.samestat(os.fstat(handle), folder.stat()):
            raise FileNotFoundError(errno.ENOENT, "was removed", folder)
        yield
    finally:
        os.close(handle)


def is_ours(stack: ExitStack, folder: Path, *, wait: bool) -> bool:
    """Hold a folder that was just made, unless another process was faster."""
    try:
        stack.enter_context(_held(folder, wait=wait))
    except (FileNotFoundError, BlockingIOError):
        return False
    except OSError:  # on Windows, and on some disks of a network, nobody can
        pass
    return True


@contextmanager
def whole_file(target: str | Path) -> Iterator[Path]:
    """
    Give a path to write to; what is there when all went well becomes the target, in one step.

    A failure leaves the target as it was and nothing beside it. The path has the target's own name, in
    a hidden folder beside it, since some formats write their file's name into it. The mode of a file that is
    replaced is kept. It is an error if there is no folder to write to, the disk is full, or the target is no
    file, or a GeoPackage that another program is changing.
    """
    with part_of(target) as part:
        yield part
        final = part.parent.parent / part.name
        _require_closed(final)
        finish(part, final)
        with saying_locked(final):
            part.replace(final)
        sync(final.parent)


@contextmanager
def part_of(target: str | Path, *, kind: Callable[[int], bool] = stat.S_ISREG) -> Iterator[Path]:
    """Give a path to write to, in a folder beside the target; say what the disk has against it."""
    target = Path(target).resolve()
    if not target.parent.is_dir():
        raise MissingFileError(both("fault_write.no folder", folder=target.parent, name=target.name))
    with suppress(FileNotFoundError):
        if not kind(target.stat().st_mode):
            raise InputError(both("fault_write.no file", file=target))
    _require_closed(target)
    try:
        with part_folder(target.parent) as folder:
            try:
                yield folder / target.name
            except (OSError, sqlite3.OperationalError) as error:
                if getattr(error, "errno", errno.EIO) == errno.EIO:  # GDAL and SQLite do not say more
                    (folder / "room").write_bytes(bytes(1 << 20))  # but the system does
                raise
    except Exception as error:
        if isinstance(error, BkGisError) or (cause := _of_the_disk(error)) is None:
            raise
        raise write_error(target, cause) from error
    finished.append(target)


@contextmanager
def saying_locked(target: Path) -> Iterator[None]:
    """Say that another program has a file open, for which Windows does not let it be replaced."""
    try:
        yield
    except PermissionError as error:
        raise WriteError(both("fault_write.locked", file=target)) from error


def _of_the_disk(error: BaseException | None) -> Exception | None:
    """Find what the system says of a disk; xlsxwriter has it inside of its error, matplotlib before."""
    while error is not None:
        for one in (error, *error.args):
            if isinstance(one, sqlite3.OperationalError):
                return one
            if isinstance(one, OSError) and (one.errno in _OF_A_DISK or PART in f"{one.filename}"):
                return one
        error = error.__cause__ or error.__context__
    return None


def write_error(target: Path, cause: Exception) -> WriteError:
    """Say that a file cannot be written, and why; GDAL's own words are of no disk, see `part_of`."""
    if (why := str(getattr(cause, "strerror", ""))).startswith("GDAL"):
        return WriteError(both("fault_write.library", file=target, why=why))
    if isinstance(cause, FileNotFoundError) and len(str(target)) > _LONG:
        cause = OSError(errno.ENAMETOOLONG, "too long")
    disk = target.resolve().parent
    while not os.path.ismount(disk):
        disk = disk.parent
    return WriteError(both("fault_write.disk", file=target, why=cause, disk=disk))


def _require_closed(target: Path) -> None:
    """Refuse a GeoPackage with changes beside it: SQLite would play them into the new file and ruin it."""
    beside = [target.with_name(target.name + ending) for ending in _UNSAVED]
    unsaved = [file.name for file in beside if file.is_file() and file.stat().st_size]
    if target.suffix.lower() == ".gpkg" and unsaved:
        raise InputError(both("fault_write.open", file=target, beside=unsaved[0]))


def finish(part: Path, target: Path) -> None:
    """See that a file is on its disk, with mode and owner of the one that it will replace."""
    sync(part)
    with suppress(FileNotFoundError):
        before = target.stat()
        with suppress(PermissionError, AttributeError):  # only root may, and not on Windows
            os.chown(part, before.st_uid, before.st_gid)
        part.chmod(stat.S_IMODE(before.st_mode))


def sync(path: Path) -> None:
    """Have the system write what it holds back; a disk of a network says only then that it is full."""
    folder = path.is_dir()
    with suppress(OSError) if folder else nullcontext():  # Windows opens no folder, and some disks write none
        handle = os.open(path, os.O_RDONLY if folder else os.O_RDWR)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
