"""Write a frame in the format that the ending of its file names."""

import datetime as dt
import errno
import re
import xml.etree.ElementTree as ET
from collections.abc import Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from bk_gis.errors import InputError
from bk_gis.geo.crs import WGS84
from bk_gis.io.batches import TextForm
from bk_gis.io.cells import DATES
from bk_gis.io.excel import plain_text
from bk_gis.io.found_rows import degree_names, require_different
from bk_gis.io.gdal import require_types
from bk_gis.io.geopackage import finish_geopackage, layer_of, layer_options, rows_of
from bk_gis.io.lines import write_text
from bk_gis.io.whole import require_ending, whole_file
from bk_gis.io.worksheet_xml import unescaped
from bk_gis.language.words import both

_DRIVERS = {".geojson": "GeoJSON", ".gpkg": "GPKG", ".shp": "ESRI Shapefile", ".tab": "MapInfo File"}
_VECTORS = (".geojson", ".gpkg", ".parquet")
_XLSX_ROWS = 1 << 20
_SOME = 100  # rows that show whether a column can be written
_CELL = 32_767  # letters of a cell of Excel, at most
_FORMULA = re.compile(r"\s*[=+\-@\t\r]")  # what a spreadsheet would run
_DATE_WIDTH = 18  # characters; a date that is wider than its column is shown as ####
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # w3.org/TR/xml, Char


def write_frame(
    frame: pd.DataFrame,
    path: str | Path,
    *,
    form: TextForm | None = None,
    formats: Mapping[str, str] | None = None,
    degrees: Collection[Any] = (),
) -> None:
    """
    Write by the ending: .csv or .xlsx (points with lon and lat), .geojson, .gpkg or .parquet.

    `form` is the form of a .csv, by default UTF-8 with its mark, commas and decimal points; `formats` are
    number formats of an .xlsx by column. Where the frame has the columns `degrees`, they are its lon and lat.
    """
    ending = require_ending(path, (".csv", ".xlsx", *_VECTORS))
    if ending in _VECTORS:
        if ending != ".parquet" and not isinstance(frame, gpd.GeoDataFrame):
            raise InputError(both("fault_io.no geometry", name=Path(path).name))
        write_vector(frame, path)
        return
    with whole_file(path) as part, ExitStack() as stack:
        if ending == ".csv":
            form = form or TextForm()
            file = stack.enter_context(part.open("w", encoding=form.encoding, newline=""))
            write_text(with_lon_lat(frame, degrees), file, form)
        else:
            _write_xlsx(with_lon_lat(frame, degrees), part, formats or {})


def write_vector(frame: pd.DataFrame, path: str | Path) -> None:
    """Write a frame as it is by the ending: .geojson, .gpkg or .parquet."""
    ending, frame = require_vector(path), _one_kind(frame)
    with whole_file(path) as part:
        if ending == ".parquet":
            frame.to_parquet(part)
        else:
            options = {"layer_options": layer_options(frame)} if ending == ".gpkg" else {}
            write_layer(frame, part, layer=layer_of(part), **options)
        if ending == ".gpkg":
            finish_geopackage(part, rows_of(frame, layer_of(part)))


def require_vector(path: str | Path) -> str:
    """Give an ending of a format that holds polygons, or refuse it."""
    return require_ending(path, _VECTORS)


def write_layer(frame: pd.DataFrame, part: Path, *, layer: str | None = None, **options: Any) -> None:
    """
    Write a layer by GDAL, which says nothing of a disk that is full when it closes a file.

    So it writes GeoJSON to memory; of other formats see that all is there.
    """
    driver, memory = _DRIVERS[part.suffix.lower()], BytesIO()

    def alone(name: Any) -> None:
        pyogrio.write_dataframe(pd.DataFrame(frame[[name]].head(_SOME)), BytesIO(), driver=driver, layer="a")

    try:
        pyogrio.write_dataframe(
            frame, memory if driver == "GeoJSON" else part, driver=driver, layer=layer or part.stem, **options
        )
    except (RuntimeError, NotImplementedError) as error:  # all of pyogrio's
        if driver in ("GeoJSON", "GPKG"):  # of one file, which can be memory
            geometry = getattr(frame, "active_geometry_name", None)
            types = {name: kind for name, kind in frame.dtypes.items() if name != geometry}
            require_types(part, types, alone)
        raise OSError(errno.EIO, f"GDAL: {str(error)[:200]}") from error
    if driver == "GeoJSON":
        part.write_bytes(memory.getbuffer())


def _one_kind(frame: Any) -> Any:
    """Make columns of several kinds of cells text, as files with one type a column need."""
    require_different(frame.columns)
    names = [name for name in frame.columns if pd.api.types.is_object_dtype(frame[name])]
    return frame.assign(**{name: plain_text(frame[name]) for name in names})


def _write_xlsx(table: pd.DataFrame, part: Path, formats: Mapping[Any, str]) -> None:
    if len(table) >= _XLSX_ROWS:
        raise InputError(both("fault_io.too many rows", most=float(_XLSX_ROWS - 1), rows=float(len(table))))
    require_room(table)
    table = _for_excel(table)
    with excel_writer(part) as writer:
        table.to_excel(writer, index=False, freeze_panes=(1, 0))
        sheet = next(iter(writer.sheets.values()))
        for i, name in enumerate(table):
            if (shown := formats.get(name)) is not None:
                style = writer.book.add_format({"num_format": shown})
                _format_column(sheet, i, table.iloc[:, i], style)


def _for_excel(table: pd.DataFrame) -> pd.DataFrame:
    """Make times in a time zone the texts that a .csv has, as Excel knows no zones, and lists whole ones."""
    table = table.copy(deep=False)
    for i, kind in enumerate(table.dtypes):
        if kind == "O" or isinstance(kind, pd.DatetimeTZDtype):
            table.isetitem(i, table.iloc[:, i].astype(object).map(_excel_cell).array)
    return table


def _excel_cell(cell: Any) -> Any:
    if isinstance(cell, np.ndarray):
        return str(cell.tolist())
    return str(cell) if getattr(cell, "tzinfo", None) is not None and not pd.isna(cell) else cell


def _format_column(sheet: Any, i: int, column: "pd.Series[Any]", style: Any) -> None:
    """Show the numbers of a column in a format; dates have one of their own by now and are written again."""
    cells = enumerate(column.astype(object), start=1)
    dates = [(row, cell) for row, cell in cells if isinstance(cell, DATES) and pd.notna(cell)]
    sheet.set_column(i, i, _DATE_WIDTH if dates else None, style)
    for row, cell in dates:
        sheet.write(row, i, cell, style)


def excel_options(part: Path) -> dict[str, Any]:
    """Give what a workbook is opened with: text stays text, and what is not finished is where `part` is."""
    kinds = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    return {**kinds, "tmpdir": str(part.parent)}


@contextmanager
def excel_writer(part: Path) -> Iterator[pd.ExcelWriter[Any]]:
    """Open a workbook: text stays text, whatever it begins with, and the bytes do not depend on the clock."""
    with pd.ExcelWriter(part, engine="xlsxwriter", engine_kwargs={"options": excel_options(part)}) as writer:
        writer.book.worksheet_class = PlainWorksheet
        writer.book.set_properties({"created": dt.datetime(2000, 1, 1, tzinfo=dt.UTC)})
        yield writer


def _require_room(row: int, column: int, cell: object) -> None:
    if isinstance(cell, str) and len(cell) > _CELL:
        place = {"cell": xl_rowcol_to_cell(row, column), "row": row + 1}
        raise InputError(both("fault_write.long cell", **place, count=len(cell), most=_CELL))


def require_room(table: pd.DataFrame) -> None:
    """Refuse a table with a text that is too long for a cell below its header; pandas would cut it."""
    for column in range(table.shape[1]):
        for row, cell in enumerate(table.iloc[:, column], start=1):
            _require_room(row, column, cell)


class PlainWorksheet(Worksheet):  # type: ignore[misc]
    """
    A worksheet whose texts hold no `_x000D_`, which programs other than Excel show as it is.

    A text that is too long for a cell is an error; xlsxwriter would cut it in silence.
    """

    def _write_string(self, row: int, col: int, string: str, cell_format: Any = None) -> int:
        plain = without_controls(unescaped(string))
        _require_room(row, col, plain)
        return int(super()._write_string(row, col, plain, cell_format))


def without_formulas(table: pd.DataFrame) -> pd.DataFrame:
    """Put a quote before texts that a spreadsheet would run, as on the page."""
    texts = table.select_dtypes(exclude=["number", "bool"])
    quoted = texts.map(lambda cell: f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell)
    return table.assign(**{str(name): quoted[name] for name in quoted})


def with_lon_lat(frame: pd.DataFrame, degrees: Collection[Any] = ()) -> pd.DataFrame:
    """
    Give points as a table with longitude and latitude, unless its own columns `degrees` are just these.

    Of areas the table is all.
    """
    if not isinstance(frame, gpd.GeoDataFrame):
        return frame
    table = pd.DataFrame(frame.drop(columns=frame.geometry.name))
    if (degrees and set(degrees) <= set(table.columns)) or not frame.geom_type.dropna().eq("Point").all():
        return table
    lon_lat = frame.geometry.to_crs(WGS84)
    degrees = (lon_lat.x.round(6), lon_lat.y.round(6))
    return table.assign(**dict(zip(degree_names(table), degrees, strict=True)))


def xml_text(root: ET.Element) -> str:
    """Write XML as text."""
    ET.indent(root, " ")
    return without_controls(ET.tostring(root, encoding="unicode"))


def without_controls(text: str) -> str:
    """Put a sign that says so in the place of what XML cannot hold, however it is escaped."""
    return _NO_XML.sub("\ufffd", text)
