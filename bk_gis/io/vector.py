"""Read vector files and their tables: Parquet by Arrow, all others by GDAL."""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
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


def vector_batches(path: Path, size: int | None, *, binary: bool = False) -> Iterator[Batch]:
    """
    Read the first layer so many rows at a time, at least one batch; None reads all at once.

    Columns of batches are Arrow's, so that all batches have the types of the file; a file read at once has
    those that pandas gives it. Rows are counted as features, from 1. `binary` leaves geometry as WKB.
    """
    batches = (_parquet_batches if path.suffix.lower() == ".parquet" else _gdal_batches)(path, size)
    return map(_in_wkb, batches) if binary else map(_with_geometry, batches)


def _in_wkb(batch: Batch) -> Batch:
    import pyarrow as pa

    table: Any = batch.table
    if isinstance(table, gpd.GeoDataFrame):
        name, wkb = table.geometry.name, pa.array(table.geometry.to_wkb(), pa.binary())
        binary = pd.DataFrame(table).assign(**{name: pd.arrays.ArrowExtensionArray(wkb)})
        return replace(batch, table=binary, shapes=Shapes(name, table.crs))
    return batch


def _with_geometry(batch: Batch) -> Batch:
    shapes = batch.shapes
    return batch if shapes is None else replace(batch, table=shapes.frame(batch.table), shapes=None)


def _gdal_batches(path: Path, size: int | None) -> Iterator[Batch]:
    layers = list(list_layers(path))
    if not layers:
        raise file_error(path, both("fault_io.no table"))
    encoding = dbf_encoding(path)
    file = TableFile(path.name, notes=(*unread_notes(layers), *encoding_notes(encoding)))
    reading: dict[str, Any] = {"layer": layers[0], "encoding": encoding}
    if size is not None:
        types = {"types_mapper": pd.ArrowDtype}
        reading |= {"max_features": size, "use_arrow": True, "arrow_to_pandas_kwargs": types}
    done = 0
    while True:
        table = read_vector(path, **reading, **({} if size is None else {"skip_features": done}))
        if len(table) or not done:
            yield Batch(table, range(done + 1, done + len(table) + 1), file)
        done += len(table)
        if size is None or len(table) < size:
            return


def _parquet_batches(path: Path, size: int | None) -> Iterator[Batch]:
    import pyarrow.parquet as pq

    source = TableFile(path.name)
    with saying_faults(path), pq.ParquetFile(path) as file:
        schema = file.schema_arrow
        geo = json.loads((schema.metadata or {}).get(b"geo", b"null"))
        if size is None:
            table = pd.read_parquet(path) if geo is None else gpd.read_parquet(path)
            yield Batch(table, range(1, len(table) + 1), source)
            return
        done, shapes = 0, None if geo is None else _shapes(geo, path)
        for batch in file.iter_batches(size) if file.metadata.num_rows else [schema.empty_table()]:
            frame = batch.to_pandas(types_mapper=pd.ArrowDtype, ignore_metadata=True)
            yield Batch(frame, range(done + 1, done + len(frame) + 1), source, shapes)
            done += len(frame)


def _shapes(geo: dict[str, Any], path: Path) -> Shapes:
    name = geo["primary_column"]
    column = geo["columns"][name]
    if column["encoding"] != "WKB":
        raise file_error(path, both("fault_io.no wkb", encoding=column["encoding"]))
    crs = column.get("crs", _CRS84)
    return Shapes(name, None if crs is None else CRS.from_user_input(crs))


def count_rows(path: Path) -> int | None:
    """Count the rows of a file as far as it says so itself; None where it does not."""
    with suppress(Exception):  # whoever reads the file says what is wrong with it
        if path.suffix.lower() == ".parquet":
            import pyarrow.parquet as pq

            return int(pq.read_metadata(path).num_rows)
        if path.suffix.lower() not in (*TEXT_ENDINGS, ".xlsx", ".ods"):
            import pyogrio

            with opened_by_gdal(path):
                return int(pyogrio.read_info(path)["features"])
    return None
