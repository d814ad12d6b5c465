"""Say what is wrong with a file as a whole: missing, cut off, locked, not what its ending says."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bk_gis.errors import InputError, MissingFileError, Problem

_ARCHIVES = (".xlsx", ".docx", ".ods", ".kmz", ".zip")


def file_error(path: Path, message: str) -> InputError:
    """Make an error that names the file."""
    return InputError([Problem(path.name, None, None, message)])


def existing(path: str | Path) -> Path:
    """Refuse a file that is not there."""
    if not Path(path).is_file():
        raise MissingFileError(f"there is no file {path}")
    return Path(path)


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


def _archive_fault(path: Path) -> str:
    """Say of a workbook or a document that it has a password or is cut off; libraries' words help nobody."""
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
