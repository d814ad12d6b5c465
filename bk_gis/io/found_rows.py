"""Write what was found of rows, some of them at a time: the file may be larger than memory."""

import base64
import errno
import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np

from bk_gis.errors import InputError
from bk_gis.geo.crs import to_wgs84
from bk_gis.io.batches import TextForm, as_one
from bk_gis.io.gdal import gdal_options, require_types
from bk_gis.io.geopackage import finish_geopackage, layer_of, layer_options
from bk_gis.io.headers import headers_of
from bk_gis.io.lines import write_rows
from bk_gis.io.points import Found, coded
from bk_gis.io.whole import whole_file
from bk_gis.language.words import both

_PAGES = {"OGR_SQLITE_CACHE": "8"}  # MB; with the two of GDAL the system takes twice the time
_TIME = {b"GDAL:OGR:type": b"DateTime"}  # of a field of texts


def write_found(path: Path, some: Iterable[Found], *, form: TextForm, degrees: Collection[Any]) -> None:
    """Write rows by the ending of a file, which appears whole or not at all; see `write_frame`."""
    with whole_file(path) as part:
        try:
            _WRITERS[path.suffix.lower()](part, iter(some), form, degrees)
        except NotImplementedError as error:  # Arrow's, of types within types
            raise InputError(both("fault_write.nested", ending=part.suffix, why=str(error))) from error


def degree_names(names: Collection[Any]) -> list[str]:
    """Name the columns of longitude and latitude beside others."""
    found = [name if name not in names else f"{name}_joined" for name in ("lon", "lat")]
    if taken := [name for name in found if name in names]:
        raise InputError(both("fault_places.columns taken", names=taken))
    return found


def require_different(names: Iterable[Any]) -> None:
    """Refuse a name that several columns have."""
    if twice := sorted(str(name) for name, times in Counter(names).items() if times > 1):
        raise InputError(both("fault_io.names repeated", names=twice))


def _write_csv(part: Path, some: Iterator[Found], form: TextForm, degrees: Collection[Any]) -> None:
    with part.open("w", encoding=form.encoding, newline="") as file:
        for i, found in enumerate(some):
            table = found.table if found.column is None else found.table.drop_columns(found.column)
            names, added = [*headers_of(table), *found.added], list(found.added.values())
            if not (degrees and set(degrees) <= set(names)):
                names += degree_names(names)
                lon_lat = [axis.round(6) for axis in to_wgs84(found.crs, *found.xy.T)]
                each = np.arange(len(table)) if found.each is None else found.each
                added += [coded(axis, each) for axis in lon_lat]
            columns = [] if found.lines is not None else list(map(as_one, table.columns))
            header = () if i else names
            write_rows([*columns, *added], file, form, header=header, lines=found.lines)


def _write_parquet(part: Path, some: Iterator[Found], *_text: object) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    first = next(some)
    table = _with_added(first)
    table = table.cast(_with_times(table))
    column = {"encoding": "WKB", "geometry_types": ["Point"], "crs": first.crs.to_json_dict()}
    geo = {"version": "1.0.0", "primary_column": first.column, "columns": {first.column: column}}
    # What repeats is written once and looked up; its least and greatest value would say little.
    often = [name for name in table.column_names if _repeats(table[name])]
    others = [name for name in table.column_names if name not in (*often, first.column)]
    writing = {"use_dictionary": often, "write_statistics": others, "store_schema": False}
    with pq.ParquetWriter(part, table.schema, **writing) as writer:
        try:
            for found in chain([first], some):
                writer.write_table(_with_added(found).cast(table.schema))
        except pa.ArrowInvalid as error:
            raise InputError(both("fault_io.mixed times", why=str(error))) from None
        schema = _plain(table.schema, first.added).with_metadata({"geo": json.dumps(geo)})
        stored = base64.b64encode(schema.serialize().to_pybytes())
        writer.add_key_value_metadata({"geo": json.dumps(geo), "ARROW:schema": stored})


def _repeats(column: Any) -> bool:
    """Whether most cells are there several times; of some types, such as nested ones, Arrow does not tell."""
    import pyarrow as pa

    with suppress(pa.ArrowNotImplementedError):
        return 2 * len(column.unique()) < len(column)
    return False


def _write_gpkg(part: Path, some: Iterator[Found], *_text: object) -> None:
    import pyarrow as pa
    import pyogrio
    import shapely

    first = next(some)
    table = _with_zones(_with_added(first))
    schema = _for_gdal(_plain(table.schema, table.column_names))
    written, raised, layer = Counter[str](), list[BaseException](), layer_of(part)

    def rows() -> Iterator[Any]:
        try:
            for found in chain([first], some):
                index = int((~np.isnan(found.xy).all(axis=1)).sum())
                written.update({layer: len(found.table), f"rtree_{layer}_geom_rowid": index})
                yield from _with_zones(_with_added(found)).cast(schema).to_batches()
        except BaseException as error:  # else GDAL would say that its stream is broken
            raised.append(error)
            raise

    def alone(name: str) -> None:
        empty = pa.RecordBatchReader.from_batches(pa.schema([schema.field(name)]), [])
        pyogrio.write_arrow(empty, BytesIO(), driver="GPKG", layer=layer)

    high = shapely.has_z(shapely.from_wkb(table[first.column].to_numpy())).any()
    epsg = first.crs.to_epsg()
    try:
        with gdal_options(_PAGES):
            pyogrio.write_arrow(
                pa.RecordBatchReader.from_batches(schema, rows()),
                part,
                driver="GPKG",
                layer=layer,
                geometry_name=first.column,
                geometry_type="Point Z" if high else "Point",
                crs=f"EPSG:{epsg}" if epsg else first.crs.to_wkt("WKT1_GDAL"),
                layer_options=layer_options(schema.names),
            )
    except Exception as error:
        if raised:
            raise raised[0] from None
        require_types(part, dict(zip(schema.names, schema.types, strict=True)), alone)
        raise OSError(errno.EIO, f"GDAL: {str(error)[:200]}") from error
    finish_geopackage(part, written)


def _with_added(found: Found) -> Any:
    table = found.table
    for name, column in found.added.items():
        table = table.append_column(name, _each_once(column))
    require_different(table.column_names)
    return table


def _each_once(column: Any) -> Any:
    """Have each text of a coded column once, and say of rows, not of texts, that they have none."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not hasattr(column, "dictionary"):
        return column
    own = column.dictionary.dictionary_encode()
    each = own.indices.fill_null(-1).take(column.indices)  # to take nulls costs five times as much
    each = pc.if_else(pc.greater_equal(each, 0), each, None)
    return pa.DictionaryArray.from_arrays(each, own.dictionary, safe=False)


def _plain(schema: Any, names: Collection[str]) -> Any:
    """Give a schema in which columns of these names have the type of their texts, where they are coded."""
    import pyarrow as pa

    coded = [pa.types.is_dictionary(field.type) and field.name in names for field in schema]
    fields = zip(coded, schema, strict=True)
    return pa.schema([field.with_type(field.type.value_type) if of else field for of, field in fields])


def _for_gdal(schema: Any) -> Any:
    """Give a schema with types that GDAL knows in the place of others that hold the same."""
    import pyarrow as pa

    known = {pa.null(): pa.string(), pa.string_view(): pa.large_string(), pa.binary_view(): pa.large_binary()}
    types = [getattr(field.type, "storage_type", field.type) for field in schema]
    fields = zip(schema, types, strict=True)
    return pa.schema([field.with_type(known.get(kind, kind)) for field, kind in fields])


def _with_times(table: Any) -> Any:
    """Give a table's schema in which times that GDAL gave as texts are times, if all of them are alike."""
    import pyarrow as pa

    schema = table.schema
    for i, field in enumerate(schema):
        for kind in (pa.timestamp("ms"), pa.timestamp("ms", "UTC")) if field.metadata == _TIME else ():
            with suppress(pa.ArrowInvalid):
                table[field.name].cast(kind)
                schema = schema.set(i, pa.field(field.name, kind))
                break
    return schema


def _with_zones(table: Any) -> Any:
    """Give times in another zone than UTC as texts, of which GDAL keeps the zone."""
    import pyarrow as pa
    import pyarrow.compute as pc

    for i, field in enumerate(table.schema):
        if pa.types.is_timestamp(field.type) and field.type.tz not in (None, "UTC"):
            texts = pc.strftime(table[field.name], "%Y-%m-%dT%H:%M:%S%z")
            table = table.set_column(i, pa.field(field.name, texts.type, metadata=_TIME), texts)
    return table


_Write = Callable[[Path, Iterator[Found], TextForm, Collection[Any]], None]
_WRITERS: dict[str, _Write] = {".csv": _write_csv, ".gpkg": _write_gpkg, ".parquet": _write_parquet}
ENDINGS = tuple(_WRITERS)
