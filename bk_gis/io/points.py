"""Points of a table as coordinates, and as WKB in a column: many rows without a geometry for each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bk_gis.geo.locator import Array

# WKB of a point of x and y, where `order` and `kind` are 1.
_POINT = np.dtype([("order", "u1"), ("kind", "<u4"), ("xy", "<f8", 2)])


@dataclass(frozen=True)
class Shapes:
    """The column of an Arrow table that holds its geometry as WKB, null where there is none; and the CRS."""

    column: Any
    crs: Any


@dataclass(frozen=True)
class Found:
    """
    Rows of an Arrow table with what was found of them: the columns that are added, and where they lie.

    That is coordinates, shape (n, 2), NaN for none; and the column of the table with them as WKB, if any.
    Where few places are those of many rows, the coordinates are theirs, and `each` is that of each row.
    """

    table: Any
    added: Mapping[str, Any]
    xy: Array
    crs: Any
    column: Any = None
    each: Array | None = None
    lines: Any = None  # the table as text already, see `Batch`


def coded(texts: Sequence[Any], each: Array) -> Any:
    """Give a column of few values: these, each once, and which of them a row has."""
    import pyarrow as pa

    values = pa.array(texts)
    values = values if pa.types.is_floating(values.type) else values.cast(pa.large_string())
    return pa.DictionaryArray.from_arrays(pa.array(each, pa.int32()), values)


def coordinates_in(wkb: Any) -> Array | None:
    """Take the coordinates of points in WKB, shape (n, 2), NaN for none; None where some are other shapes."""
    import pyarrow as pa

    wkb = wkb.cast(pa.binary())
    present = ~np.asarray(wkb.is_null())
    offsets = np.frombuffer(wkb.buffers()[1], np.int32)[wkb.offset :][: len(wkb) + 1]
    if not len(wkb) or not (np.diff(offsets) == _POINT.itemsize * present).all():
        return None if len(wkb) else np.empty((0, 2))
    data = np.frombuffer(wkb.buffers()[2] or b"", np.uint8)[offsets[0] : offsets[-1]].view(_POINT)
    if not ((data["order"] == 1) & (data["kind"] == 1)).all():
        return None
    xy = np.full((len(wkb), 2), np.nan)
    xy[present] = data["xy"]
    return xy


def points_column(xy: Array, *, empty: bool = False) -> Any:
    """Write coordinates as a column of WKB; where one is NaN there is no point, or an empty one."""
    import pyarrow as pa

    present = empty | ~np.isnan(xy).any(axis=1)
    data = np.ones(int(present.sum()), _POINT)
    data["xy"] = xy[present]
    offsets = np.concatenate([[0], np.cumsum(present * _POINT.itemsize)]).astype(np.int32)
    mask = pa.py_buffer(np.packbits(present, bitorder="little"))
    buffers = [mask, pa.py_buffer(offsets), pa.py_buffer(data)]
    return pa.Array.from_buffers(pa.binary(), len(xy), buffers)
