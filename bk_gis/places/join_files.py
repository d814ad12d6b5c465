"""Join files that are larger than memory: read, join and write some rows at a time."""

import importlib.util
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from itertools import chain, islice
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyogrio
import shapely
from pyproj import CRS

from bk_gis.errors import InputError, Problem
from bk_gis.io.delimited import NUL, TEXT_ENDINGS, TextForm, read_lines
from bk_gis.io.geopackage import fix_times
from bk_gis.io.tables import as_points, existing, source_form
from bk_gis.io.vector import require_arrow
from bk_gis.io.whole import whole_file
from bk_gis.io.writing import layer_name, with_lon_lat, write_text
from bk_gis.language.names import clean
from bk_gis.language.words import Lang
from bk_gis.places.joining import OnCommunes, Regions

ROWS_AT_A_TIME = 1 << 16
OUTPUTS = (".csv", ".gpkg", ".parquet")  # to which rows can be added
_INPUTS = (*TEXT_ENDINGS, ".gpkg", ".parquet")
_CRS84 = "OGC:CRS84"  # what GeoParquet means where it says nothing

Writer = Callable[[gpd.GeoDataFrame], None]


def can_stream(source: Path, output: Path) -> bool:
    """Whether a file can be joined some rows at a time; all but text to text takes pyarrow."""
    endings = source.suffix.lower(), output.suffix.lower()
    if endings[0] not in _INPUTS or endings[1] not in OUTPUTS:
        return False
    return set(endings) <= set(TEXT_ENDINGS) or importlib.util.find_spec("pyarrow") is not None


def join_file(
    source: Path,
    output: Path,
    plan: OnCommunes,
    *,
    x: str | None = None,
    y: str | None = None,
    crs: str | None = None,
    nearest_within_m: float | None = None,
    lang: Lang = "vi",
    form: TextForm | None = None,
    progress: Callable[[int], None] = lambda _rows: None,
) -> tuple[int, int]:
    """
    Join the points of a file and write them to another one, with as little memory for many as for few.

    Parameters
    ----------
    source
        Text, GeoPackage or Parquet; see `read_points`.
    output
        File to write, .csv, .gpkg or .parquet. It appears when all rows are joined; an error or an
        interruption leaves nothing.
    plan
        The plan whose communes are joined.
    x, y, crs
        Columns with coordinates and their CRS; see `read_points`.
    nearest_within_m, lang
        See `join_regions`.
    form
        Form of the source, where it is known; finding it reads the whole of a text.
    progress
        Called with the number of rows that were just written.

    Returns
    -------
    tuple[int, int]
        Rows, and rows with a commune as stated: within or nearest.
    """
    regions = Regions(plan.communes, lang)
    form = form or source_form(source)
    rows = good = 0
    with whole_file(output) as part, ExitStack() as stack:
        write = _WRITERS[output.suffix.lower()](part, stack, form.written)
        for points in _point_chunks(existing(source), form, x, y, crs):
            joined = regions.join(points, nearest_within_m=nearest_within_m)
            write(joined)
            rows += len(joined)
            good += int(joined["join_method"].isin(["within", "nearest"]).sum())
            progress(len(joined))
    return rows, good


def count_rows(source: Path) -> int | None:
    """Count the rows of a file as far as it says so itself; None where it does not."""
    try:
        if source.suffix.lower() == ".parquet":
            import pyarrow.parquet as pq

            return int(pq.read_metadata(source).num_rows)
        if source.suffix.lower() not in TEXT_ENDINGS:
            return int(pyogrio.read_info(source)["features"])
    except Exception:  # noqa: BLE001  (whoever reads the file says what is wrong with it)
        return None
    return None


def _point_chunks(
    source: Path, form: TextForm, x: str | None, y: str | None, crs: str | None
) -> Iterator[gpd.GeoDataFrame]:
    chunks = {".parquet": _parquet_chunks, ".gpkg": _gdal_chunks}.get(source.suffix.lower())
    first = 2
    for table, rows in chunks(source) if chunks else _text_chunks(source, form):
        yield as_points(table, source.name, rows or range(first, first + len(table)), x=x, y=y, crs=crs)
        first += len(table)


def _text_chunks(source: Path, form: TextForm) -> Iterator[tuple[pd.DataFrame, Sequence[int]]]:
    """Read text; at least one table, be it without rows."""
    lines = read_lines(source, form)
    _, names = next(lines, (0, []))
    header = [clean(name) or f"column_{i}" for i, name in enumerate(names, start=1)]
    begun = False
    while (numbered := list(islice(lines, ROWS_AT_A_TIME))) or not begun:
        _require_rows(source, header, numbered)
        table = pd.DataFrame([line for _, line in numbered], columns=header, dtype=str)
        yield table, [i for i, _ in numbered]
        begun = True


def _require_rows(source: Path, header: list[str], numbered: list[tuple[int, list[str]]]) -> None:
    expected = f"expected {len(header)}, as in the header"
    problems = [
        Problem(source.name, i, None, f"has {len(line)} cells; {expected}")
        for i, line in numbered
        if len(line) != len(header)
    ]
    if "\0" in "".join(chain.from_iterable(line for _, line in numbered)):
        problems += [Problem(source.name, i, None, NUL) for i, line in numbered if "\0" in "".join(line)]
    if not header:
        problems = [Problem(source.name, None, None, "is empty; expected a header and rows")]
    if problems:
        raise InputError(problems)


def _parquet_chunks(source: Path) -> Iterator[tuple[pd.DataFrame, Sequence[int]]]:
    """Read Parquet; columns keep the types of the file, since they stay Arrow's."""
    require_arrow()
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(source)
    except Exception as error:  # Arrow raises several kinds for a damaged file
        raise InputError(f"{source} cannot be read: {error}; is it cut off?") from error
    with file:
        empty = file.schema_arrow.empty_table().to_batches() or [file.schema_arrow.empty_table()]
        geo = json.loads((file.schema_arrow.metadata or {}).get(b"geo", b"null"))
        for batch in file.iter_batches(ROWS_AT_A_TIME) if file.metadata.num_rows else empty:
            frame = batch.to_pandas(types_mapper=pd.ArrowDtype, ignore_metadata=True)
            yield frame if geo is None else _with_geometry(frame, geo, source), ()


def _with_geometry(frame: pd.DataFrame, geo: dict[str, Any], source: Path) -> gpd.GeoDataFrame:
    name = geo["primary_column"]
    column = geo["columns"][name]
    if column["encoding"] != "WKB":
        raise InputError(f"{source} holds geometry as {column['encoding']}; expected WKB")
    crs = column.get("crs", _CRS84)
    geometry = shapely.from_wkb(frame[name].to_numpy(dtype=object, na_value=None))
    series = gpd.GeoSeries(geometry, index=frame.index, crs=None if crs is None else CRS.from_user_input(crs))
    return gpd.GeoDataFrame(frame.assign(**{name: series}), geometry=name)


def _gdal_chunks(source: Path) -> Iterator[tuple[pd.DataFrame, Sequence[int]]]:
    require_arrow()
    first, table = 0, None
    while table is None or len(table) == ROWS_AT_A_TIME:
        try:
            table = pyogrio.read_dataframe(
                source,
                skip_features=first,
                max_features=ROWS_AT_A_TIME,
                use_arrow=True,
                arrow_to_pandas_kwargs={"types_mapper": pd.ArrowDtype},
            )
        except Exception as error:  # GDAL, Arrow and shapely raise a dozen kinds for a damaged file
            raise InputError(f"{source} cannot be read: {error}") from error
        if len(table) or not first:
            yield table, ()
        first += len(table)


def _csv_writer(part: Path, stack: ExitStack, form: TextForm) -> Writer:
    file = stack.enter_context(part.open("w", encoding=form.encoding, newline=""))

    def write(frame: gpd.GeoDataFrame) -> None:
        write_text(with_lon_lat(frame), file, form, header=file.tell() == 0)

    return write


def _gpkg_writer(part: Path, stack: ExitStack, _form: TextForm) -> Writer:
    stack.callback(fix_times, part)

    def write(frame: gpd.GeoDataFrame) -> None:
        pyogrio.write_dataframe(
            frame, part, driver="GPKG", layer=layer_name(part), append=part.exists(), use_arrow=True
        )

    return write


def _parquet_writer(part: Path, stack: ExitStack, _form: TextForm) -> Writer:
    require_arrow()
    import pyarrow as pa
    import pyarrow.parquet as pq

    writers: list[pq.ParquetWriter] = []

    def write(frame: gpd.GeoDataFrame) -> None:
        name = frame.geometry.name
        table = pa.table(frame.to_arrow(index=False, geometry_encoding="WKB"))
        plain = table.schema.field(name).remove_metadata().with_type(pa.binary())
        schema = table.schema.set(table.schema.get_field_index(name), plain)
        if not writers:
            column = {"encoding": "WKB", "geometry_types": ["Point"], "crs": frame.crs.to_json_dict()}
            geo = {"version": "1.0.0", "primary_column": name, "columns": {name: column}}
            with_geo = schema.with_metadata({b"geo": json.dumps(geo).encode()})
            writers.append(stack.enter_context(pq.ParquetWriter(part, with_geo)))
        writers[0].write_table(table.cast(schema).cast(writers[0].schema))

    return write


_WRITERS: dict[str, Callable[[Path, ExitStack, TextForm], Writer]] = {
    ".csv": _csv_writer,
    ".gpkg": _gpkg_writer,
    ".parquet": _parquet_writer,
}
