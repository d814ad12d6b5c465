"""Read tables and points as offices keep them, or say what is wrong with the file and what to do."""

import unicodedata
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely
from pyproj import CRS
from pyproj.exceptions import CRSError

from bk_gis.errors import CrsError, InputError, MissingFileError, Problem
from bk_gis.geo.crs import WGS84
from bk_gis.io.delimited import TEXT_ENDINGS, TextForm, read_cells, text_form
from bk_gis.io.excel import read_sheet
from bk_gis.io.headers import find_column
from bk_gis.io.vector import require_arrow
from bk_gis.io.writing import DEGREES

LON_COLUMNS = ("lon", "longitude", "lng", "long", "kinh độ")
LAT_COLUMNS = ("lat", "latitude", "vĩ độ")
_NUMBERED = (*TEXT_ENDINGS, ".xlsx")  # the rows of which a spreadsheet numbers
_NOTES = "bk_gis_notes"  # in DataFrame.attrs: what is worth saying of how a file was read


def read_table(path: str | Path) -> pd.DataFrame:
    """
    Read a table: text as text, and what Excel, GDAL and Parquet hold as it is.

    Parameters
    ----------
    path
        Text (.csv, .tsv, .txt) in UTF-8, UTF-16 or Windows-1258, separated by commas, semicolons, tabs or
        bars; .xlsx; .parquet; or any other file that GDAL reads, such as .gpkg, .geojson, .ods or .dbf.

    Returns
    -------
    pandas.DataFrame
        One row a record, in the order of the file; a file with geometry gives a GeoDataFrame.

    Raises
    ------
    MissingFileError
        There is no such file.
    InputError
        The file cannot be read as what its ending says: it is empty, cut off, encrypted or another
        thing, or rows have more or fewer cells than the header. Every bad row is listed.
    """
    path = existing(path)
    ending = path.suffix.lower()
    if ending in _NUMBERED:
        return _read_numbered(path)[0]
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

    Returns
    -------
    geopandas.GeoDataFrame
        One row a record, in the order of the file; one without coordinates has no geometry.

    Raises
    ------
    MissingFileError
        There is no such file.
    InputError
        There are no such columns, or coordinates are no numbers: every one of them is listed.
    CrsError
        The CRS is none.
    """
    path = existing(path)
    if path.suffix.lower() in _NUMBERED:
        table, rows = _read_numbered(path)
    else:
        table = read_table(path)
        rows = range(1, len(table) + 1)
    return as_points(table, path.name, rows, x=x, y=y, crs=crs)


def as_points(
    table: pd.DataFrame,
    name: str,
    rows: Sequence[int],
    *,
    x: str | None = None,
    y: str | None = None,
    crs: str | None = None,
) -> gpd.GeoDataFrame:
    """Make points of a table of the file `name`, whose rows have the numbers `rows`; see `read_points`."""
    try:
        stated = None if crs is None else CRS.from_user_input(crs)
    except CRSError:
        raise CrsError(f"'{crs}' is no CRS; expected one like EPSG:4326") from None
    if isinstance(table, gpd.GeoDataFrame):
        return table.set_crs(stated) if table.crs is None and stated is not None else table
    columns = (
        find_column(table, x, LON_COLUMNS, "longitudes"),
        find_column(table, y, LAT_COLUMNS, "latitudes"),
    )
    xy = pd.DataFrame({column: _numbers(table[column]) for column in columns})
    problems = [
        Problem(name, row, str(column), f"'{cell}' is not a number; expected degrees with a decimal point")
        for column in columns
        for row, cell, number in zip(rows, table[column], xy[column], strict=True)
        if np.isnan(number) and not pd.isna(cell) and str(cell).strip()
    ]
    if problems:
        raise InputError(sorted(problems, key=lambda problem: problem.row or 0))
    points = shapely.points(*xy.to_numpy().T)
    geometry = np.where(xy.notna().all(axis=1), points, None)  # no point at NaN, NaN
    made = gpd.GeoDataFrame(table, geometry=geometry, crs=stated or WGS84)
    if made.crs == WGS84:
        made.attrs[DEGREES] = columns
    return made


def take_notes(table: pd.DataFrame) -> list[str]:
    """Take what is worth saying of how a file was read off a table."""
    notes: list[str] = table.attrs.pop(_NOTES, [])
    return notes


def form_notes(form: TextForm) -> list[str]:
    """Say how a text is written, where it is not UTF-8 with commas or tabs, and its header not in front."""
    usual = form.encoding == "utf-8-sig" and form.separator in (",", "\t")
    name = form.encoding.removesuffix("-sig").upper()
    return [
        *([] if usual else [f"read as {name}, separated by {form.separator!r}"]),
        *([_header_note(form.skipped + 1)] if form.titled else []),
    ]


def _header_note(row: int) -> str:
    return f"header taken from row {row}; above it are titles"


def source_form(path: Path) -> TextForm:
    """Find the form of a file that is text; the default one for any other."""
    return text_form(existing(path)) if path.suffix.lower() in TEXT_ENDINGS else TextForm()


def answer_form(path: Path) -> TextForm:
    """Find the form of a .csv that answers a file: its own, where it is text."""
    return source_form(path).written


def _numbers(column: "pd.Series[Any]") -> "np.ndarray[Any, np.dtype[np.float64]]":
    """Read numbers, with a decimal point or a decimal comma; NaN for what is none."""
    if not pd.api.types.is_numeric_dtype(column):
        text = column.astype("str").str.strip()
        column = text.where(~text.str.fullmatch(r"-?\d+,\d+", na=False), text.str.replace(",", "."))
    return pd.to_numeric(column, errors="coerce").to_numpy(dtype=float, na_value=np.nan)


def existing(path: str | Path) -> Path:
    """Refuse a file that is not there."""
    if not Path(path).is_file():
        raise MissingFileError(f"there is no file {path}")
    return Path(path)


def _read_numbered(path: Path) -> tuple[pd.DataFrame, Sequence[int]]:
    """Read a table, and the numbers that a spreadsheet shows for its rows."""
    return _read_workbook(path) if path.suffix.lower() == ".xlsx" else _read_text(path)


def _read_workbook(path: Path) -> tuple[pd.DataFrame, Sequence[int]]:
    _require_whole(path)
    try:
        sheet = read_sheet(path)
    except InputError:
        raise
    except Exception as error:  # openpyxl and zipfile raise a dozen kinds for a damaged file
        raise InputError(f"{path} cannot be read: {_first_line(error)}") from error
    notes = _sheet_notes(sheet.names)
    if sheet.titled:
        notes.append(_header_note(sheet.header_row))
    if notes:
        sheet.table.attrs[_NOTES] = notes
    return sheet.table, sheet.rows


def _sheet_notes(names: Sequence[str]) -> list[str]:
    return [f"{names[0]} is read; {', '.join(names[1:])} is not"] if len(names) > 1 else []


def _read_text(path: Path) -> tuple[pd.DataFrame, Sequence[int]]:
    """Read a table, and the numbers that a spreadsheet shows for its rows."""
    form = text_form(path)
    problems: list[Problem] = []
    cells = read_cells(path, problems, form)
    if not cells.header and not problems:
        problems.append(Problem(path.name, None, None, "is empty; expected a header and rows"))
    if problems:
        raise InputError(problems)
    header = [name or f"column_{i}" for i, name in enumerate(cells.header, start=1)]
    # Windows-1258 parts a letter from its tone; composed, a cell equals the same one of another file.
    compose = unicodedata.normalize if form.encoding == "cp1258" else lambda _form, text: text
    lines = [[compose("NFC", cell) for cell in line] for _, line in cells.rows]
    table = pd.DataFrame(lines, columns=header, dtype=str)
    if notes := form_notes(form):
        table.attrs[_NOTES] = notes
    return table, [number for number, _ in cells.rows]


def _read_parquet(path: Path) -> pd.DataFrame:
    require_arrow()
    import pyarrow.parquet as pq

    try:
        with_geometry = b"geo" in (pq.read_schema(path).metadata or {})
        return gpd.read_parquet(path) if with_geometry else pd.read_parquet(path)
    except Exception as error:  # Arrow and geopandas raise a dozen kinds for a damaged file
        raise InputError(f"{path} cannot be read: {_first_line(error)}; is it cut off?") from error


def _read_by_gdal(path: Path) -> pd.DataFrame:
    _require_whole(path)
    options = {"HEADERS": "FORCE", "FIELD_TYPES": "STRING"} if path.suffix.lower() == ".ods" else {}
    try:
        layers = pyogrio.list_layers(path)[:, 0]
        table: pd.DataFrame = pyogrio.read_dataframe(path, layer=layers[0], on_invalid="ignore", **options)
    except IndexError:
        raise InputError(f"{path} holds no table") from None
    except Exception as error:  # GDAL and shapely raise a dozen kinds for a damaged file
        raise InputError(f"{path} cannot be read: {_first_line(error)}") from error
    if notes := _sheet_notes(layers):
        table.attrs[_NOTES] = notes
    return table


def _require_whole(path: Path) -> None:
    if fault := "; ".join(_archive_faults(path)):
        raise InputError(f"{path} {fault}")


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
