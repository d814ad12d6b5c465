"""Write a file some rows at a time."""

import json
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import geopandas as gpd
import pyogrio

from bk_gis.io.geopackage import fix_times
from bk_gis.io.text_form import TextForm
from bk_gis.io.whole import whole_file
from bk_gis.io.writing import layer_name, with_lon_lat, write_text

Writer = Callable[[gpd.GeoDataFrame], None]


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

    def write(frame: gpd.GeoDataFrame) -> None:
        write_text(with_lon_lat(frame, degrees), file, form, header=file.tell() == 0)

    return write


def _gpkg_writer(part: Path, stack: ExitStack, *_text: object) -> Writer:
    stack.callback(fix_times, part)

    def write(frame: gpd.GeoDataFrame) -> None:
        pyogrio.write_dataframe(
            frame, part, driver="GPKG", layer=layer_name(part), append=part.exists(), use_arrow=True
        )

    return write


def _parquet_writer(part: Path, stack: ExitStack, *_text: object) -> Writer:
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


_WRITERS: dict[str, Callable[[Path, ExitStack, TextForm, Collection[Any]], Writer]] = {
    ".csv": _csv_writer,
    ".gpkg": _gpkg_writer,
    ".parquet": _parquet_writer,
}
APPENDED = tuple(_WRITERS)
