"""Rows as delimited text, of just the bytes that pandas writes: by Arrow where their columns allow it."""

import csv
from collections.abc import Iterable, Sequence
from typing import IO, TYPE_CHECKING, Any

import numpy as np

from bk_gis.io.batches import TextForm

if TYPE_CHECKING:
    import pandas as pd

_END = "\r\n"  # as in RFC 4180: then a carriage return is quoted too
_LEAST, _MOST = 1e-4, 1e15  # between which Arrow writes a number without an exponent, as Python does


def write_text(table: "pd.DataFrame", file: IO[str], form: TextForm, *, header: bool = True) -> None:
    """Write the rows of a frame as delimited text."""
    columns = [_as_array(table.iloc[:, i]) for i in range(table.shape[1])]
    rows = _rows(columns, form) if len(table) and len(columns) > 1 else None
    if rows is None:
        _by_pandas(table, file, form, header=header)
    else:
        _put(rows, file, form, table.columns if header else ())


def write_rows(
    columns: Sequence[Any], file: IO[str], form: TextForm, *, header: Iterable[str] = (), lines: Any = None
) -> None:
    """Write Arrow's columns as delimited text, behind the `lines` of the rows, if these are such text."""
    rows = _rows(columns, form, lines)
    if rows is None:
        import pandas as pd

        _put([], file, form, header)
        _by_pandas(pd.DataFrame(dict(enumerate(map(_as_series, columns)))), file, form, header=False)
    else:
        _put(rows, file, form, header)


def joined_cells(texts: Sequence[Any], separator: str) -> Any:
    """Join the cells of each row, in quotes where they need them."""
    return _joined([_quoted(cells, separator) for cells in texts], separator)


def _by_pandas(table: "pd.DataFrame", file: IO[str], form: TextForm, *, header: bool) -> None:
    marks: dict[str, Any] = {"sep": form.separator, "decimal": form.decimal}
    table.to_csv(file, index=False, header=header, lineterminator=_END, **marks)


def _put(rows: Iterable[memoryview], file: IO[str], form: TextForm, header: Iterable[Any]) -> None:
    if names := list(header):
        csv.writer(file, delimiter=form.separator, lineterminator=_END).writerow(names)
    if form.encoding == "utf-8-sig":
        file.flush()
        for chunk in rows:
            file.buffer.write(chunk)  # type: ignore[attr-defined]  # of a file that was opened as text
    else:
        for chunk in rows:
            file.write(str(chunk, "utf-8"))


def _rows(columns: Sequence[Any], form: TextForm, lines: Any = None) -> "list[memoryview] | None":
    """Give the rows in UTF-8; None where a column is of a kind that Arrow writes in another way."""
    import pyarrow as pa
    import pyarrow.compute as pc

    # Columns side by side that are coded alike are joined kind by kind, all others row by row.
    whole = [] if lines is None else [pc.ascii_rtrim(lines, characters=_END)]
    groups: list[tuple[Any, list[Any]]] = [(None, whole)] if whole else []
    for column in columns:
        coded = isinstance(column, pa.DictionaryArray)
        index, cells = (column.indices, column.dictionary) if coded else (None, column)
        if index is not None and index.null_count:
            index, cells = None, column.dictionary_decode()
        texts = _texts(cells, form.decimal)
        if texts is None:
            return None
        if not groups or not _is_same(groups[-1][0], index):
            groups.append((index, []))
        groups[-1][1].append(_quoted(texts, form.separator))
    parts = [_joined([""] * bool(i) + cells, form.separator) for i, (_, cells) in enumerate(groups)]
    parts[-1] = _joined([parts[-1], _END], "")
    starts = np.cumsum([0, *map(len, parts)])
    order = np.empty((len(columns[0] if lines is None else lines), len(parts)), np.int64)
    for i, (index, _) in enumerate(groups):
        order[:, i] = starts[i] + (np.arange(len(order)) if index is None else index.to_numpy())
    return [_bytes_of(pa.concat_arrays(parts).take(pa.array(order.ravel())))]


def _as_series(column: Any) -> "pd.Series[Any]":
    """Give Arrow's array as a Series; lists and the like as Python's, which are written to their ends."""
    import pandas as pd
    import pyarrow as pa

    cells = column.dictionary_decode() if isinstance(column, pa.DictionaryArray) else column
    if pa.types.is_nested(cells.type):
        return pd.Series(cells.to_pylist(), dtype=object)
    return pd.Series(cells, dtype=pd.ArrowDtype(cells.type))


def _as_array(column: "pd.Series[Any]") -> Any:
    """Give a column as Arrow's array; None where it is of no type of Arrow's."""
    import pandas as pd
    import pyarrow as pa

    kind = column.dtype
    if not isinstance(kind, pd.StringDtype | pd.ArrowDtype) and getattr(kind, "kind", "O") not in "iuf":
        return None
    array = pa.array(column)
    return array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array


def _is_same(one: Any, other: Any) -> bool:
    if one is None or other is None:
        return one is other
    places = [(index.buffers()[1].address, index.offset) for index in (one, other)]
    return places[0] == places[1]


def _joined(cells: list[Any], between: str) -> Any:
    import pyarrow as pa
    import pyarrow.compute as pc

    if len(cells) == 1:
        return cells[0]
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
        numbers = array.to_numpy(zero_copy_only=False)
        size = np.abs(numbers)
        if (np.isnan(size) | (size == 0) | ((size >= _LEAST) & (size < _MOST))).all():
            array = pc.if_else(pc.is_nan(array), None, array)
            whole = pc.if_else(pc.equal(pc.floor(array), array), ".0", "")
            texts = array.cast(pa.large_string())
            texts = pc.if_else(pc.is_null(texts), None, _joined([texts, whole.cast(pa.large_string())], ""))
        else:
            texts = pa.array([None if x != x else repr(x) for x in numbers.tolist()], pa.large_string())  # noqa: PLR0124
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
