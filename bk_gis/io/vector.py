"""Read vector files and their tables: Parquet by Arrow, all others by GDAL."""

import json
from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
from pyproj import CRS

from bk_gis.io.batches import Batch, TableFile
from bk_gis.io.delimited import TEXT_ENDINGS
from bk_gis.io.encodings import dbf_encoding, decoded_table, encoding_notes
from bk_gis.io.excel import unread_notes
from bk_gis.io.gdal import opened_by_gdal
from bk_gis.io.points import Shapes
from bk_gis.io.whole import file_error, saying_faults
from bk_gis.language.words import both

_CRS84 = "OGC:CRS84"  # what GeoParquet means where it says nothing


def read_vector(path: Path, **reading: Any) -> gpd.GeoDataFrame | pd.DataFrame:
    """Read a Parquet or, with GDAL, another vector file; a geometry that is none becomes None."""
    import pyogrio

    if path.suffix.lower() != ".parquet":
        encoding = reading.pop("encoding") if "encoding" in reading else dbf_encoding(path)
        bytewise = encoding == "cp1258"
        with opened_by_gdal(path):
            gdal = "ISO-8859-1" if bytewise else encoding
            table = pyogrio.read_dataframe(path, on_invalid="ignore", encoding=gdal, **reading)
        return decoded_table(table, "cp1258") if bytewise else table
    (batch,) = _parquet_batches(path, None)
    return batch.table


def list_layers(path: Path) -> dict[str, str | None]:
    """List the layers of a file that GDAL reads, with the kind of their geometries; None for none."""
    import pyogrio

    with opened_by_gdal(path):
        return {str(name): kind for name, kind in pyogrio.list_layers(path)}


def vector_batches(path: Path, size: int | None) -> Generator[Batch, None, None]:
    """
    Read the first layer so many rows at a time, at least one batch; None reads all at once.

    Batches are Arrow's, so that all of them have the types of the file; a file read at once has those
    that pandas gives it, as has one that is neither Parquet nor GeoPackage. Rows are counted as features,
    from 1.
    """
    if path.suffix.lower() == ".parquet":
        return _parquet_batches(path, size)
    return _gdal_batches(path, size if path.suffix.lower() == ".gpkg" else None)


def _gdal_batches(path: Path, size: int | None) -> Generator[Batch, None, None]:
    layers = list(list_layers(path))
    if not layers:
        raise file_error(path, both("fault_io.no table"))
    encoding = dbf_encoding(path)
    file = TableFile(path.name, notes=(*unread_notes(layers), *encoding_notes(encoding)))
    if size is None:
        table = read_vector(path, layer=layers[0], encoding=encoding)
        yield Batch(table, range(1, len(table) + 1), file)
        return
    from pyogrio import open_arrow

    options = {"layer": layers[0], "batch_size": size, "use_pyarrow": True, "datetime_as_string": True}
    with opened_by_gdal(path), open_arrow(path, **options) as (meta, reader):
        yield from _arrow_batches(reader, reader.schema, file, meta["geometry_name"], meta["crs"])


def _parquet_batches(path: Path, size: int | None) -> Generator[Batch, None, None]:
    import pyarrow.parquet as pq

    source = TableFile(path.name)
    with saying_faults(path), pq.ParquetFile(path) as file:
        schema = file.schema_arrow
        geo = json.loads((schema.metadata or {}).get(b"geo", b"null"))
        if size is None:
            if "list_view<" in str(schema.types):  # where all are empty, Arrow ends the program
                raise NotImplementedError("list_view")
            table = pd.read_parquet(path) if geo is None else gpd.read_parquet(path)
            yield Batch(table, range(1, len(table) + 1), source)
            return
        name, crs = (None, None) if geo is None else _geometry_of(geo, path)
        groups = range(file.num_row_groups)  # one by one, since Arrow keeps what it has read of those before
        reading = {"use_threads": False}  # of which Arrow's cost a third more
        some = chain.from_iterable(file.iter_batches(size, row_groups=[group], **reading) for group in groups)
        yield from _arrow_batches(some, schema, source, name, crs)


def _arrow_batches(
    some: Iterable[Any], schema: Any, file: TableFile, name: str | None, crs: Any
) -> Iterator[Batch]:
    """Give Arrow's batches, at least one, be it without rows; `name` is the column of geometry, if any."""
    import pyarrow as pa

    shapes = Shapes(name, None if crs is None else CRS.from_user_input(crs)) if name else None
    storage = [(field, getattr(field.type, "storage_type", None)) for field in schema]
    plain = [field.with_type(of) if of and field.name == name else field for field, of in storage]
    own = pa.schema([field.remove_metadata() if field.name == name else field for field in plain])
    done = 0
    for rows in chain((pa.Table.from_batches([one]) for one in some), [pa.Table.from_batches([], schema)]):
        if len(rows) or not done:
            yield Batch(rows.cast(own), range(done + 1, done + len(rows) + 1), file, shapes)
        done += len(rows)


def _geometry_of(geo: dict[str, Any], path: Path) -> tuple[str, Any]:
    """Find the column of geometry of a GeoParquet file, and its CRS."""
    name = geo["primary_column"]
    column = geo["columns"][name]
    if column["encoding"] != "WKB":
        raise file_error(path, both("fault_io.no wkb", encoding=column["encoding"]))
    return name, column.get("crs", _CRS84)


def count_rows(path: Path) -> int | None:
    """Count the rows of a file as far as it says so itself; None where it does not."""
    with suppress(Exception):  # whoever reads the file says what is wrong with it
        if path.suffix.lower() == ".parquet":
            import pyarrow.parquet as pq

            return int(pq.read_metadata(path).num_rows)
        if path.suffix.lower() not in (*TEXT_ENDINGS, ".xlsx", ".ods"):
            import pyogrio

            with opened_by_gdal(path):
                return int(pyogrio.read_info(path, layer=0)["features"])
    return None
