"""A table as delimited text, of just the bytes that pandas writes: by Arrow where its columns allow it."""

from collections.abc import Mapping
from typing import IO, Any

import numpy as np
import pandas as pd

from bk_gis.geo.locator import Array
from bk_gis.io.batches import TextForm

_END = "\r\n"  # as in RFC 4180: then a carriage return is quoted too
_LEAST, _MOST = 1e-4, 1e15  # between which Arrow writes a number without an exponent, as Python does


def write_text(table: pd.DataFrame, file: IO[str], form: TextForm, *, header: bool = True) -> None:
    """Write rows as delimited text."""
    writing: dict[str, Any] = {"index": False, "sep": form.separator, "decimal": form.decimal}
    lines = _lines(table, form) if len(table) and table.shape[1] > 1 else None
    if lines is None:
        table.to_csv(file, header=header, lineterminator=_END, **writing)
        return
    if header:
        table.head(0).to_csv(file, lineterminator=_END, **writing)
    if form.encoding == "utf-8-sig":
        file.flush()
        for chunk in lines:
            file.buffer.write(chunk)  # type: ignore[attr-defined]  # of a file that was opened as text
    else:
        for chunk in lines:
            file.write(str(chunk, "utf-8"))


def coded(columns: Mapping[str, Any], kinds: Array) -> dict[str, Any]:
    """Give columns with few kinds of rows between them: the texts of each kind once, and each row's kind."""
    import pyarrow as pa

    index = pa.array(kinds, pa.int32())
    return {
        name: pd.arrays.ArrowExtensionArray(
            pa.DictionaryArray.from_arrays(index, _as_array(pd.Series(cells)))
        )
        for name, cells in columns.items()
    }


def _lines(table: pd.DataFrame, form: TextForm) -> "list[memoryview] | None":
    """Give the rows in UTF-8; None where a column is of a kind that Arrow writes in another way."""
    import pyarrow as pa

    columns: list[tuple[Any, Any]] = []  # the kinds of its rows, if it is coded, and its texts
    for i in range(table.shape[1]):
        array = _as_array(table.iloc[:, i])
        index, array = (
            (array.indices, array.dictionary) if isinstance(array, pa.DictionaryArray) else (None, array)
        )
        texts = _texts(array, form.decimal)
        if texts is None:
            return None
        cells = _quoted(texts, form.separator)
        if columns and _is_same(columns[-1][0], index):  # joined kind by kind, not row by row
            cells = _joined([columns.pop()[1], cells], form.separator)
        columns.append((index, cells))
    columns[-1] = columns[-1][0], _joined([columns[-1][1], _END], "")
    rows = _joined(
        [cells if index is None else cells.take(index) for index, cells in columns], form.separator
    )
    chunks = rows.chunks if isinstance(rows, pa.ChunkedArray) else [rows]
    return [_bytes_of(chunk) for chunk in chunks if len(chunk)]


def _as_array(column: "pd.Series[Any]") -> Any:
    """Give a column as Arrow's array; None where it is of no type of Arrow's."""
    import pyarrow as pa

    kind = column.dtype
    if not isinstance(kind, pd.StringDtype | pd.ArrowDtype) and getattr(kind, "kind", "O") not in "iuf":
        return None
    array = pa.array(column)
    return array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array


def _is_same(one: Any, other: Any) -> bool:
    if one is None or other is None:
        return False
    places = [(index.buffers()[1].address, index.offset, index.null_count) for index in (one, other)]
    return bool(places[0] == places[1] and one.null_count == 0)


def _joined(cells: list[Any], between: str) -> Any:
    import pyarrow as pa
    import pyarrow.compute as pc

    text = pa.large_string()
    texts = [pa.scalar(cell, text) if isinstance(cell, str) else cell for cell in cells]
    return pc.binary_join_element_wise(
        *texts, pa.scalar(between, text), null_handling="replace", null_replacement=""
    )


def _texts(array: Any, decimal: str) -> Any:
    """Give cells as texts, null for an empty one; None where Arrow has other words for them than pandas."""
    import pyarrow as pa
    import pyarrow.compute as pc
    from pyarrow import types

    if array is None:
        return None
    if types.is_float64(array.type):
        size = np.abs(array.to_numpy(zero_copy_only=False))
        if not (np.isnan(size) | (size == 0) | ((size >= _LEAST) & (size < _MOST))).all():
            return None
        array = pc.if_else(pc.is_nan(array), None, array)
        whole = pc.if_else(pc.equal(pc.floor(array), array), ".0", "")
        texts = array.cast(pa.large_string())
        texts = pc.if_else(pc.is_null(texts), None, _joined([texts, whole.cast(pa.large_string())], ""))
        return texts if decimal == "." else pc.replace_substring(texts, ".", decimal)
    if any(is_kind(array.type) for is_kind in (types.is_string, types.is_large_string, types.is_integer)):
        return array.cast(pa.large_string())
    return None


def _quoted(texts: Any, separator: str) -> Any:
    """Put quotes around the cells that need them."""
    import pyarrow.compute as pc

    letters = bytes(_bytes_of(texts))
    found = [mark for mark in (separator, '"', "\r", "\n") if mark.encode() in letters]
    if not found:
        return texts
    needs = pc.match_substring(texts, found[0])
    for mark in found[1:]:
        needs = pc.or_(needs, pc.match_substring(texts, mark))
    doubled = pc.replace_substring(texts, '"', '""') if '"' in found else texts
    return pc.if_else(needs, _joined(['"', doubled, '"'], ""), texts)


def _bytes_of(texts: Any) -> memoryview:
    """Give the letters of an array of large strings, one behind the other."""
    _, offsets, data = texts.buffers()
    ends = np.frombuffer(offsets, np.int64)[[texts.offset, texts.offset + len(texts)]]
    return memoryview(data)[ends[0] : ends[1]] if data is not None else memoryview(b"")
