"""Write a frame in the format that the ending of its file names, at once or some rows at a time."""

import datetime as dt
import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any

import geopandas as gpd
import pandas as pd
import pyogrio

from bk_gis.errors import InputError
from bk_gis.geo.crs import WGS84
from bk_gis.io.excel import DATES, plain_text
from bk_gis.io.geopackage import fix_times
from bk_gis.io.text_form import TextForm
from bk_gis.io.vector import require_arrow
from bk_gis.io.whole import whole_file

_VECTORS = {".geojson": "GeoJSON", ".gpkg": "GPKG"}
_XLSX_ROWS = 1 << 20
_DATE_WIDTH = 18  # characters; a date that is wider than its column is shown as ####

Writer = Callable[[gpd.GeoDataFrame], None]


def write_frame(
    frame: gpd.GeoDataFrame,
    path: str | Path,
    *,
    form: TextForm | None = None,
    formats: Mapping[str, str] | None = None,
    degrees: Collection[Any] = (),
) -> None:
    """
    Write by the ending: .csv or .xlsx (with lon and lat), .geojson, .gpkg or .parquet.

    `form` is the form of a .csv, by default UTF-8 with its mark, commas and decimal points; `formats` are
    number formats of an .xlsx by column. Where the frame has the columns `degrees`, they are its lon and lat.
    """
    path = Path(path)
    ending = path.suffix.lower()
    endings = (".csv", ".xlsx", *_VECTORS, ".parquet")
    if ending not in endings:
        raise InputError(f"cannot write {path.name}; expected it to end in {', '.join(endings)}")
    if ending in (*_VECTORS, ".parquet"):
        frame = _one_kind(frame)
    with whole_file(path) as part:
        if ending == ".csv":
            with ExitStack() as stack:
                _csv_writer(part, stack, form or TextForm(), degrees)(frame)
        elif ending == ".xlsx":
            _write_xlsx(with_lon_lat(frame, degrees), part, formats or {})
        else:
            _write_vector(frame, part)


def write_polygons(frame: gpd.GeoDataFrame, path: str | Path) -> None:
    """Write polygons with all their columns by the ending: .geojson, .gpkg or .parquet."""
    require_vector(path)
    with whole_file(path) as part:
        _write_vector(_one_kind(frame), part)


def require_vector(path: str | Path) -> None:
    """Refuse an ending of no format that holds polygons."""
    endings = (*_VECTORS, ".parquet")
    if Path(path).suffix.lower() not in endings:
        raise InputError(f"cannot write {Path(path).name}; expected it to end in {', '.join(endings)}")


def _write_vector(frame: gpd.GeoDataFrame, part: Path) -> None:
    ending = part.suffix.lower()
    if ending == ".parquet":
        require_arrow()
        frame.to_parquet(part)
        return
    _write_layer(frame, part)
    if ending == ".gpkg":
        fix_times(part)


def _write_layer(frame: gpd.GeoDataFrame, part: Path, **options: Any) -> None:
    driver = _VECTORS[part.suffix.lower()]
    if driver == "GPKG" and not part.exists() and any(str(name).lower() == "fid" for name in frame):
        options["layer_options"] = {"FID": "row_id"}  # else GDAL takes the column for its own numbers
    pyogrio.write_dataframe(frame, part, driver=driver, layer=layer_name(part), **options)


@contextmanager
def appending(path: Path, *, form: TextForm, degrees: Collection[Any]) -> Iterator[Writer]:
    """
    Give what to call with each frame of rows; the file, one of `APPENDED`, appears whole or not at all.

    See `write_frame`; all but .csv takes pyarrow.
    """
    with whole_file(path) as part, ExitStack() as stack:
        yield _WRITERS[path.suffix.lower()](part, stack, form, degrees)


def _csv_writer(part: Path, stack: ExitStack, form: TextForm, degrees: Collection[Any]) -> Writer:
    file = stack.enter_context(part.open("w", encoding=form.encoding, newline=""))
    return lambda frame: write_text(with_lon_lat(frame, degrees), file, form, header=file.tell() == 0)


def _gpkg_writer(part: Path, stack: ExitStack, *_text: object) -> Writer:
    stack.callback(fix_times, part)
    return lambda frame: _write_layer(_one_kind(frame), part, append=part.exists(), use_arrow=True)


def _parquet_writer(part: Path, stack: ExitStack, *_text: object) -> Writer:
    import pyarrow as pa
    import pyarrow.parquet as pq

    writers: list[pq.ParquetWriter] = []

    def write(frame: gpd.GeoDataFrame) -> None:
        name = frame.geometry.name
        table = pa.table(_one_kind(frame).to_arrow(index=False, geometry_encoding="WKB"))
        plain = table.schema.field(name).remove_metadata().with_type(pa.binary())
        schema = table.schema.set(table.schema.get_field_index(name), plain)
        if not writers:
            column = {"encoding": "WKB", "geometry_types": ["Point"], "crs": frame.crs.to_json_dict()}
            geo = {"version": "1.0.0", "primary_column": name, "columns": {name: column}}
            with_geo = schema.with_metadata({b"geo": json.dumps(geo).encode()})
            writers.append(stack.enter_context(pq.ParquetWriter(part, with_geo)))
        writers[0].write_table(table.cast(schema).cast(writers[0].schema))

    return write


_WRITERS: dict[str, Callable[[Path, ExitStack, TextForm, Collection[Any]], Writer]] = {
    ".csv": _csv_writer,
    ".gpkg": _gpkg_writer,
    ".parquet": _parquet_writer,
}
APPENDED = tuple(_WRITERS)


def write_text(table: pd.DataFrame, file: IO[str], form: TextForm, *, header: bool = True) -> None:
    """Write rows as delimited text, lines ending as in RFC 4180: then a carriage return is quoted too."""
    table.to_csv(
        file,
        sep=form.separator,
        decimal=form.decimal,
        index=False,
        header=header,
        lineterminator="\r\n",
    )


def _one_kind(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Make columns of several kinds of cells text, as files with one type a column need."""
    if twice := sorted({str(name) for name in frame.columns[frame.columns.duplicated()]}):
        raise InputError(
            f"the columns {', '.join(twice)} are there several times; rename them, or write .csv or .xlsx"
        )
    names = [name for name in frame.columns if pd.api.types.is_object_dtype(frame[name])]
    return frame.assign(**{name: plain_text(frame[name]) for name in names})


def _write_xlsx(table: pd.DataFrame, part: Path, formats: Mapping[Any, str]) -> None:
    if len(table) >= _XLSX_ROWS:
        raise InputError(f"a sheet of Excel holds {_XLSX_ROWS - 1:,} rows, not {len(table):,}; write .csv")
    with excel_writer(part) as writer:
        table.to_excel(writer, index=False, freeze_panes=(1, 0))
        sheet = next(iter(writer.sheets.values()))
        for i, name in enumerate(table):
            if (shown := formats.get(name)) is not None:
                style = writer.book.add_format({"num_format": shown})
                _format_column(sheet, i, table.iloc[:, i], style)


def _format_column(sheet: Any, i: int, column: "pd.Series[Any]", style: Any) -> None:
    """Show the numbers of a column in a format; dates have one of their own by now and are written again."""
    cells = enumerate(column.astype(object), start=1)
    dates = [(row, cell) for row, cell in cells if isinstance(cell, DATES) and pd.notna(cell)]
    sheet.set_column(i, i, _DATE_WIDTH if dates else None, style)
    for row, cell in dates:
        sheet.write(row, i, cell, style)


@contextmanager
def excel_writer(part: Path) -> Iterator[pd.ExcelWriter[Any]]:
    """Open a workbook: text stays text, whatever it begins with, and the bytes do not depend on the clock."""
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with pd.ExcelWriter(part, engine="xlsxwriter", engine_kwargs={"options": options}) as writer:
        writer.book.set_properties({"created": dt.datetime(2000, 1, 1, tzinfo=dt.UTC)})
        yield writer


def layer_name(path: Path) -> str:
    """Name the layer of a file after it; GDAL refuses a name with spaces or signs."""
    return re.sub(r"\W+", "_", path.stem).strip("_") or "records"


def with_lon_lat(frame: gpd.GeoDataFrame, degrees: Collection[Any] = ()) -> pd.DataFrame:
    """Give points as a table with longitude and latitude, unless its own columns `degrees` are just these."""
    table = pd.DataFrame(frame.drop(columns=frame.geometry.name))
    if degrees and set(degrees) <= set(table.columns):
        return table
    names = [name if name not in table else f"{name}_joined" for name in ("lon", "lat")]
    if taken := [name for name in names if name in table]:
        raise InputError(f"the points already have {', '.join(taken)}; drop or rename them")
    lon_lat = frame.geometry.to_crs(WGS84)
    return table.assign(**dict(zip(names, (lon_lat.x.round(6), lon_lat.y.round(6)), strict=True)))
