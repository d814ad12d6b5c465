"""Read tables and points as offices keep them, or say what is wrong with the file and what to do."""

import csv
import re
import unicodedata
import warnings
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely
from pyproj import CRS
from pyproj.exceptions import CRSError

from bk_gis.admin import WGS84
from bk_gis.errors import CrsError, InputError, MissingFileError
from bk_gis.geocoder import find_column
from bk_gis.legacy import is_vietnamese

TEXT_ENDINGS = (".csv", ".tsv", ".txt")
LON_COLUMNS = ("lon", "longitude", "lng", "long", "kinh do", "x")
LAT_COLUMNS = ("lat", "latitude", "vi do", "y")
NOTES = "bk_gis_notes"  # in DataFrame.attrs: what is worth saying of how a file was read
_SHOWN = 10  # rows that a message names
_DELIMITERS = ",;\t|"
_MAGIC = {
    b"PK\x03\x04": "an Excel workbook or a zip archive; rename it to .xlsx, or save it as CSV UTF-8",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook, or one with a password; save it as .xlsx without one",
    b"%PDF": "a PDF; save its table as CSV UTF-8",
    b"PAR1": "a Parquet file; rename it to .parquet",
    b"SQLite format 3": "a GeoPackage or another database; rename it to .gpkg",
}
_WORD = re.compile(r"\w*[^\W\d_\x00-\x7f]\w*")


def read_table(path: str | Path) -> pd.DataFrame:
    """
    Read a table: text as text, and what GDAL and Parquet hold as it is.

    Text may be UTF-8, UTF-16 or Windows-1258, separated by commas, semicolons, tabs or bars; what is
    worth saying of it stands in `attrs["bk_gis_notes"]`. A file with geometry gives a GeoDataFrame.

    Raises
    ------
    MissingFileError
        There is no such file.
    InputError
        The file cannot be read as what its ending says: it is empty, cut off, encrypted or another
        thing, or rows have more cells than the header.
    """
    path = Path(path)
    if not path.is_file():
        raise MissingFileError(f"there is no file {path}")
    if path.stat().st_size == 0:
        raise InputError(f"{path} is empty; expected a table with a header")
    ending = path.suffix.lower()
    if ending in TEXT_ENDINGS:
        return _read_text(path)
    return _read_parquet(path) if ending == ".parquet" else _read_by_gdal(path)


def read_points(
    path: str | Path, *, x: str | None = None, y: str | None = None, crs: str | None = None
) -> gpd.GeoDataFrame:
    """
    Read points: a file with geometry, or a table with two columns of coordinates.

    Parameters
    ----------
    path
        File to read.
    x, y
        Columns with longitude or easting, latitude or northing; by default lon and lat and the like.
    crs
        CRS of the coordinates in a table, by default EPSG:4326, or of a file that does not say its own.
    """
    return as_points(read_table(path), str(path), x=x, y=y, crs=crs)


def as_points(
    table: pd.DataFrame, what: str, *, x: str | None = None, y: str | None = None, crs: str | None = None
) -> gpd.GeoDataFrame:
    """Make points of a table; `what` is what messages call it. See `read_points`."""
    try:
        stated = None if crs is None else CRS.from_user_input(crs)
    except CRSError:
        raise CrsError(f"'{crs}' is no CRS; expected one like EPSG:9213") from None
    if isinstance(table, gpd.GeoDataFrame):
        return table.set_crs(stated) if table.crs is None and stated is not None else table
    columns = (
        find_column(table, x, LON_COLUMNS, "longitudes"),
        find_column(table, y, LAT_COLUMNS, "latitudes"),
    )
    xy = [_numbers(table[column]) for column in columns]
    bad = np.isnan(xy[0]) & _filled(table[columns[0]]) | np.isnan(xy[1]) & _filled(table[columns[1]])
    notes = list(table.attrs.get(NOTES, []))
    if bad.any():
        where = ", ".join(str(i + 2) for i in np.flatnonzero(bad)[:_SHOWN])
        said = f"{bad.sum()} of {len(table)} rows have coordinates that are no numbers (row {where})"
        if 2 * bad.sum() > len(table):
            raise InputError(f"{what}: {said}; expected decimal degrees, or metres with their CRS")
        notes.append(f"{said}; they have no point")
    points = np.asarray(shapely.points(*xy), dtype=object)
    points[np.isnan(xy[0]) | np.isnan(xy[1])] = shapely.Point()
    found = gpd.GeoDataFrame(table, geometry=points, crs=stated or WGS84)
    found.attrs[NOTES] = notes
    return found


def take_notes(table: pd.DataFrame) -> list[str]:
    """Take what is worth saying of how a file was read off a table."""
    notes: list[str] = table.attrs.pop(NOTES, [])
    return notes


def _filled(column: "pd.Series[Any]") -> "np.ndarray[Any, np.dtype[np.bool_]]":
    return (column.notna() & (column.astype(str).str.strip() != "")).to_numpy(dtype=bool)


def _numbers(column: "pd.Series[Any]") -> "np.ndarray[Any, np.dtype[np.float64]]":
    """Read numbers, with a decimal point or comma; NaN for what is none."""
    if not pd.api.types.is_numeric_dtype(column):
        text = column.astype("str").str.strip()
        column = text.where(~text.str.fullmatch(r"-?\d+,\d+", na=False), text.str.replace(",", "."))
    return pd.to_numeric(column, errors="coerce").to_numpy(dtype=float, na_value=np.nan)


def _read_text(path: Path) -> pd.DataFrame:
    encoding, delimiter, skip = text_form(path)
    options: dict[str, Any] = {"sep": delimiter, "encoding": encoding, "skiprows": skip}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", pd.errors.ParserWarning)  # more cells than the header
            table = pd.read_csv(
                path, dtype=str, keep_default_na=False, index_col=False, on_bad_lines="error", **options
            )
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is cut off or damaged: {error.reason} at byte {error.start}") from None
    except (pd.errors.ParserError, pd.errors.ParserWarning, pd.errors.EmptyDataError) as error:
        raise InputError(
            f"{path} is no readable table: {_faults(path, encoding, delimiter, skip) or error}"
        ) from None
    notes = []
    if encoding not in ("utf-8", "utf-8-sig") or delimiter != ",":
        notes.append(f"read as {encoding}, separated by {delimiter!r}")
    if (table.iloc[:, -1] == "").any() and (short := _short_rows(path, encoding, delimiter, skip)):
        where = ", ".join(map(str, short[:_SHOWN]))
        notes.append(
            f"{len(short)} rows have fewer cells than the header (line {where}); is the file cut off?"
        )
    table.attrs[NOTES] = notes
    return table


def _short_rows(path: Path, encoding: str, delimiter: str, skip: int) -> list[int]:
    with path.open(encoding=encoding, newline="") as file:
        rows = csv.reader(islice(file, skip, None), delimiter=delimiter)
        width = len(next(rows, []))
        return [rows.line_num + skip for row in rows if 0 < len(row) < width]


def text_form(path: Path) -> tuple[str, str, int]:
    """
    Find the encoding and the delimiter of a text table, and how many lines come before its header.

    Raises
    ------
    InputError
        The file is no text.
    """
    with path.open("rb") as file:
        sample = file.read(1 << 18)
    for magic, words in _MAGIC.items():
        if sample.startswith(magic):
            raise InputError(f"{path} is {words}")
    encoding = _encoding(path, sample)
    text = sample.decode(encoding, errors="ignore")
    first, _, rest = text.partition("\n")
    # Excel writes and reads a first line "sep=;".
    if found := re.fullmatch(r"\ufeff?sep=(.)\r?", first):
        return encoding, found[1], 1
    header = next((line for line in (first, *rest.splitlines()) if line.strip()), "")
    bare = re.sub(r'"[^"]*"', "", header)
    return encoding, max(_DELIMITERS, key=bare.count), 0


def _encoding(path: Path, sample: bytes) -> str:
    for bom, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if sample.startswith(bom):
            return encoding
    zeros = np.frombuffer(sample[: len(sample) // 2 * 2], dtype=np.uint8).reshape(-1, 2) == 0
    if zeros.any():
        share = zeros.mean(axis=0)
        if share.max() > 0.2 and share.min() < 0.05:
            return "utf-16-le" if share[1] > share[0] else "utf-16-be"
        raise InputError(f"{path} is no text, though it ends in {path.suffix}; save it as CSV UTF-8")
    if _is_utf8(path):
        return "utf-8"
    texts = (unicodedata.normalize("NFC", sample.decode(code, "ignore")) for code in ("cp1258", "latin-1"))
    words = [set(_WORD.findall(text)) for text in texts]
    vietnamese, other = (sum(map(is_vietnamese, found)) / max(len(found), 1) for found in words)
    # What is no Vietnamese in either may be TCVN3 or VNI, which the names' own matching recognises.
    return "cp1258" if vietnamese > max(other, 0.5) else "latin-1"


def _is_utf8(path: Path) -> bool:
    try:
        with path.open(encoding="utf-8") as file:
            while file.read(1 << 20):
                pass
    except UnicodeDecodeError as error:
        # A file that breaks off within its last letter is a UTF-8 file that is cut off.
        return error.reason == "unexpected end of data"
    return True


def _faults(path: Path, encoding: str, delimiter: str, skip: int) -> str:
    """Find every row that has more cells than the header, or a quotation mark that is never closed."""
    with path.open(encoding=encoding, newline="", errors="replace") as file:
        rows = csv.reader(islice(file, skip, None), delimiter=delimiter, strict=True)
        try:
            width = len(next(rows, []))
            long = [(rows.line_num + skip, len(row)) for row in rows if len(row) > width]
        except csv.Error as error:
            return f"line {rows.line_num + skip}: {error}; is it cut off?"
    shown = ", ".join(f"line {line} has {cells}" for line, cells in long[:_SHOWN])
    return f"{len(long)} rows have more cells than the {width} of the header: {shown}" if long else ""


def _read_parquet(path: Path) -> pd.DataFrame:
    try:
        return gpd.read_parquet(path)
    except (ValueError, OSError) as error:
        if "Missing geo metadata" in str(error):
            return pd.read_parquet(path)
        raise InputError(f"{path} cannot be read: {_first_line(error)}; is it cut off?") from None


def _read_by_gdal(path: Path) -> pd.DataFrame:
    if fault := "; ".join(_archive_faults(path)):
        raise InputError(f"{path} {fault}")
    workbook = path.suffix.lower() in (".xlsx", ".ods")
    options = {"HEADERS": "FORCE", "FIELD_TYPES": "STRING"} if workbook else {}
    try:
        layers = pyogrio.list_layers(path)[:, 0]
        table: pd.DataFrame = pyogrio.read_dataframe(path, layer=layers[0], **options)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, ValueError, OSError) as error:
        raise InputError(f"{path} cannot be read: {_first_line(error)}") from None
    except IndexError:
        raise InputError(f"{path} holds no table") from None
    if len(layers) > 1:
        table.attrs[NOTES] = [f"{layers[0]} is read; {', '.join(layers[1:])} is not"]
    return table


def _archive_faults(path: Path) -> Iterator[str]:
    """Say of a workbook that it has a password or is cut off; GDAL's words for it help nobody."""
    with path.open("rb") as file:
        start = file.read(1 << 16)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        locked = "EncryptedPackage".encode("utf-16-le") in path.read_bytes()
        yield "has a password; save it without one" if locked else "is an old workbook; save it as .xlsx"
    elif path.suffix.lower() in (".xlsx", ".ods", ".kmz", ".zip"):
        try:
            with zipfile.ZipFile(path) as archive:
                if any(member.flag_bits & 1 for member in archive.infolist()):
                    yield "has a password; save it without one"
        except zipfile.BadZipFile:
            yield "is cut off or damaged; get it again"


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__
