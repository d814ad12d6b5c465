"""Read tables and points as offices keep them, or say what is wrong with the file and what to do."""

import re
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import CRS
from pyproj.exceptions import CRSError

from bk_gis.errors import CrsError, InputError, Lang, in_asked_language
from bk_gis.geo.crs import WGS84
from bk_gis.geo.locator import Array
from bk_gis.io.batches import Batch
from bk_gis.io.delimited import TEXT_ENDINGS, text_batches
from bk_gis.io.excel import read_workbook
from bk_gis.io.gdal import VECTOR_ENDINGS
from bk_gis.io.headers import OWN_GEOMETRY, find_column, find_header, headers_of, plain_header
from bk_gis.io.opendocument import read_opendocument
from bk_gis.io.vector import vector_batches
from bk_gis.io.whole import existing, file_error, saying_faults
from bk_gis.language.names import clean
from bk_gis.language.words import both, require_language

LON_COLUMNS = ("lon", "longitude", "lng", "long", "kinh độ")
_SURVEYED = re.compile("(?:toa do )?(?:x|y|e|n|easting|northing|dong|bac)(?: (?:m|vn ?2000))*")
_LEAST_EAST, _LEAST_NORTH = 100_000, 800_000  # metres of VN-2000: all of Vietnam is beyond
LAT_COLUMNS = ("lat", "latitude", "vĩ độ", "vỹ độ")


@in_asked_language
def read_table(path: str | Path, *, lang: Lang = "vi") -> pd.DataFrame:
    """
    Read a table: text as text, and what Excel, GDAL and Parquet hold as it is.

    Parameters
    ----------
    path
        Text (.csv, .tsv, .txt) in UTF-8, UTF-16 or Windows-1258, separated by commas, semicolons, tabs or
        bars; .xlsx; .ods; .parquet; or any other file that GDAL reads, such as .gpkg, .geojson or .dbf.
    lang
        Language of errors.

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

    Examples
    --------
    >>> import bk_gis
    >>> records = bk_gis.read_table("examples/enterprises.csv")
    >>> len(records), list(records)
    (8, ['id', 'tên', 'địa chỉ', 'huyện'])
    """
    require_language(lang)
    return read_whole(path).table


def read_whole(path: str | Path) -> Batch:
    """Read a table as one batch, which says more of its file than `read_table` does."""
    (batch,) = read_batches(path, None)
    return batch


def read_batches(path: str | Path, size: int | None) -> Generator[Batch, None, None]:
    """
    Read a table so many rows at a time as Arrow's tables, in at least one batch; see `read_table`.

    So are text, Parquet and GeoPackage, which never have to fit in memory. Any other file, and any where the
    size is None, is one batch of a frame.
    """
    path = existing(path)
    ending = path.suffix.lower()
    if ending in TEXT_ENDINGS:
        return text_batches(path, size)
    if read := {".xlsx": read_workbook, ".ods": read_opendocument}.get(ending):
        return (batch for batch in [read(path)])
    if ending not in (".parquet", *VECTOR_ENDINGS):
        known = (*TEXT_ENDINGS, ".xlsx", ".ods", ".parquet", *VECTOR_ENDINGS)
        with saying_faults(path):  # an old workbook, or one with a password, has words of its own
            raise file_error(path, both("fault_file.ending", ending=ending, known=known))
    return vector_batches(path, size)


@in_asked_language
def read_points(
    path: str | Path,
    *,
    x: str | None = None,
    y: str | None = None,
    crs: str | None = None,
    lang: Lang = "vi",
) -> gpd.GeoDataFrame:
    """
    Read points: a file with geometry, or a table with two columns of coordinates.

    Parameters
    ----------
    path
        File to read, as by `read_table`.
    x, y
        Columns with longitude or easting, latitude or northing; by default lon and lat and the like.
    crs
        CRS of the coordinates in a table, by default EPSG:4326, or of a file that does not say its own.
    lang
        Language of errors.

    Returns
    -------
    geopandas.GeoDataFrame
        One row a record, in the order of the file; one without coordinates has an empty point.

    Raises
    ------
    MissingFileError
        There is no such file.
    InputError
        There are no such columns, or coordinates are no numbers: every one of them is listed.
    CrsError
        The CRS is none.

    Examples
    --------
    >>> import bk_gis
    >>> points = bk_gis.read_points("examples/points.csv")
    >>> points.crs.to_string(), points.geometry.iloc[0]
    ('EPSG:4326', <POINT (105.85 22.171)>)
    """
    require_language(lang)
    batch = read_whole(path)
    return find_coordinates(batch, x=x, y=y, crs=crs).points(batch)


@dataclass(frozen=True)
class Coordinates:
    """Where a table has its coordinates: in two columns or as geometry; and their CRS, where it is stated."""

    columns: tuple[Any, ...]
    crs: CRS | None

    @property
    def degrees(self) -> tuple[Any, ...]:
        """The columns, where they hold longitude and latitude of EPSG:4326."""
        return self.columns if self.crs == WGS84 else ()

    def points(self, batch: Batch) -> gpd.GeoDataFrame:
        """Make points of a batch; coordinates that are no numbers are an error that lists them all."""
        table: Any = batch.table
        if not self.columns:
            return table.set_crs(self.crs) if table.crs is None and self.crs is not None else table
        xy = self.read(batch)
        geometry: Any = np.asarray(shapely.points(xy))
        geometry[np.isnan(xy).any(axis=1)] = shapely.Point()  # as `geocode` has it
        table = table.rename(columns={"geometry": OWN_GEOMETRY})
        return gpd.GeoDataFrame(table, geometry=geometry, crs=self.crs)

    def read(self, batch: Batch) -> Array:
        """Read the columns, shape (n, 2); NaN for what is empty, and what is no number is an error."""
        xy = np.column_stack([_numbers(batch.column(name)) for name in self.columns])
        problems, kind = [], "degrees" if self.crs is None or self.crs.is_geographic else "metres"
        for name, numbers in zip(self.columns, xy.T, strict=True):
            if (empty := np.flatnonzero(np.isnan(numbers))).size:
                cells = zip(empty.tolist(), _as_series(batch.column(name).take(empty)), strict=True)
                problems += [
                    batch.problem(i, name, both(f"fault_places.not {kind}", text=cell))
                    for i, cell in cells
                    if not pd.isna(cell) and str(cell).strip()
                ]
        if problems:
            raise InputError(sorted(problems, key=lambda problem: problem.row or 0))
        return xy


def find_coordinates(
    batch: Batch,
    *,
    x: str | None,
    y: str | None,
    crs: str | None,
    zone: Callable[[], str] = lambda: "EPSG:5897",
) -> Coordinates:
    """
    Find the columns of a table that hold coordinates, unless it has geometry; see `read_points`.

    `zone` gives the VN-2000 zone that is likely, where the columns hold metres and that is not said.
    """
    try:
        stated = None if crs is None else CRS.from_user_input(crs)
    except CRSError:
        raise CrsError(both("fault_geo.unknown crs", name=crs)) from None
    if isinstance(batch.table, gpd.GeoDataFrame) or batch.shapes is not None:
        return Coordinates((), stated)
    _refuse_surveyed(batch, x, y, zone)
    lon = find_column(batch.table, x, LON_COLUMNS, "longitudes")
    lat = find_column(batch.table, y, LAT_COLUMNS, "latitudes")
    return Coordinates((lon, lat), stated or CRS(WGS84))


def _refuse_surveyed(batch: Batch, x: str | None, y: str | None, zone: Callable[[], str]) -> None:
    """Answer metres with the options to write, where none are or they are exchanged: X is a northing."""
    named = [find_column(batch.table, name, (), None) for name in (x, y) if name is not None]
    names = headers_of(batch.table)
    pair = named or [name for name in names if _SURVEYED.fullmatch(plain_header(str(name)))]
    if len(set(pair)) != 2 or (not named and find_header(names, map(plain_header, LON_COLUMNS)) is not None):
        return
    middle = {name: float(np.nan_to_num(_numbers(batch.column(name))).max(initial=0)) for name in pair}
    east, north = sorted(pair, key=lambda name: middle[name])
    if _LEAST_EAST < middle[east] < _LEAST_NORTH < middle[north] and [east, north] != named:
        raise InputError(both("fault_io.surveyed", east=east, north=north, zone=zone()))


def _as_series(column: Any) -> Any:
    """Give a column as a Series, be it Arrow's."""
    return column if isinstance(column, pd.Series) else column.to_pandas(types_mapper=pd.ArrowDtype)


def _numbers(column: Any) -> "np.ndarray[Any, np.dtype[np.float64]]":
    """Read the numbers of a column, with a decimal point or a decimal comma; NaN for what is none."""
    if (plain := _plain_numbers(column)) is not None:
        return plain
    column = _as_series(column)
    if not pd.api.types.is_numeric_dtype(column):
        text = column.astype("str").str.strip()
        unusual = ~text.str.fullmatch(r"[ -~]*", na=True)
        text = text.where(~unusual, text[unusual].map(clean))  # direction marks, a minus that is no hyphen
        column = text.where(~text.str.fullmatch(r"-?\d+,\d+", na=False), text.str.replace(",", "."))
    return pd.to_numeric(column, errors="coerce").to_numpy(dtype=float, na_value=np.nan)


def _plain_numbers(texts: Any) -> Array | None:
    """Read numbers by Arrow, where all texts are such as it reads right; NaN for an empty one."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if isinstance(texts, pd.Series):
        texts = pa.array(texts) if isinstance(texts.dtype, pd.StringDtype) else None
    if isinstance(texts, pa.ChunkedArray):
        texts = texts.combine_chunks()
    if not isinstance(texts, pa.StringArray | pa.LargeStringArray):
        return None
    texts = pc.if_else(pc.equal(texts, ""), None, texts)
    letters = bytes(texts.buffers()[2] or b"")
    if b"," in letters:
        bare = pc.starts_with(texts, ","), pc.starts_with(texts, "-,"), pc.ends_with(texts, ",")
        if letters.translate(None, b"-,0123456789") or any(pc.any(cells).as_py() for cells in bare):
            return None
        buffers = [*texts.buffers()[:2], pa.py_buffer(letters.replace(b",", b"."))]
        texts = pa.Array.from_buffers(texts.type, len(texts), buffers, offset=texts.offset)
    try:
        return np.asarray(texts.cast(pa.float64()).to_numpy(), dtype=float)
    except pa.ArrowInvalid:
        return None
