"""Text that Arrow reads is what csv reads of it, and what is written of it is what pandas writes."""

import csv
import io
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
import shapely
from failures import raises
from hypothesis import example, given
from hypothesis import strategies as st

from bk_gis.errors import InputError
from bk_gis.io import encodings, records
from bk_gis.io.batches import TextForm
from bk_gis.io.encodings import all_utf8, is_utf8
from bk_gis.io.lines import write_rows, write_text
from bk_gis.io.points import coded, coordinates_in, points_column
from bk_gis.io.tables import _numbers, read_batches, read_whole

cell = st.text("xã07.5-/ ,;\"'\r\n", max_size=6)
forms = st.builds(TextForm, st.sampled_from(["utf-8-sig", "utf-16"]), st.sampled_from(",;\t"))


def as_csv_reads(content: str, separator: str) -> list[list[str]]:
    lines = list(csv.reader(io.StringIO(content, newline=""), delimiter=separator, strict=True))
    width = len(lines[0])
    return [line for line in lines[1:] if len(line) == width or any(map(str.strip, line))]


texts = st.fixed_dictionaries(
    {
        "rows": st.lists(st.tuples(cell, cell), max_size=12),
        "separator": st.sampled_from(",;"),
        "end": st.sampled_from(["\n", "\r\n"]),
        "quoting": st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
        "blank": st.sampled_from(["", "\n", " \n"]),
    }
)


def written(rows, separator, end, quoting, blank):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator=end, quoting=quoting)
    writer.writerow(("aa", "bb"))
    for row in rows:
        # Where a line ends with a line feed alone, csv leaves a carriage return without quotes.
        writer.writerow([one.replace("\r", "") if end == "\n" else one for one in row])
        text.write(blank)
    return text.getvalue()


@given(texts, st.sampled_from([1, 30, 1 << 22]))
def test_every_cell_is_what_csv_reads_wherever_a_part_ends(tmp_path_factory, text, size):
    path = tmp_path_factory.mktemp("records") / "a.csv"
    content = written(**text)
    path.write_bytes(f"sep={text['separator']}\n{content}".encode())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(records, "_BLOCK", size)
        found = [
            row for batch in read_batches(path, 5) for row in batch.table.to_pandas().to_numpy().tolist()
        ]
    assert found == as_csv_reads(content, text["separator"])


@given(st.text('ab"\n\r, ', max_size=40))
@example('1,"2"x\n')
@example('a"b,1\n"c\nd",2\n')
def test_what_is_quoted_in_no_regular_way_is_read_or_refused_as_by_csv(
    tmp_path_factory: pytest.TempPathFactory, content: str
) -> None:
    path = tmp_path_factory.mktemp("odd") / "a.csv"
    path.write_bytes(f"sep=,\na,b\n{content}".encode())
    try:
        expected = as_csv_reads(f"a,b\n{content}", ",")
        fine = all(len(line) == 2 for line in expected)
    except csv.Error:
        fine = False
    if fine:
        assert read_whole(path).table.to_numpy().tolist() == expected
    else:
        with pytest.raises(InputError):
            read_whole(path)


@pytest.mark.costly
@given(st.text('ab"\n\r\0, é', max_size=40), st.sampled_from([1, 1 << 22]))
@example('1,2\r\n"\n\n",4\r\n5,"6"', 1 << 22)
@example("a\0a\0", 1)
def test_a_line_holds_its_cells_where_only_some_of_them_are_read(
    tmp_path_factory: pytest.TempPathFactory, content: str, size: int
) -> None:
    path = tmp_path_factory.mktemp("lines") / "a.csv"
    path.write_bytes(f"sep=,\na,b\n1,2\n{content}".encode())
    read = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(records, "_BLOCK", size)
        try:
            whole = read_whole(path).table
        except InputError:
            return
        if list(whole) != ["a", "b"]:  # NULs may make it UTF-16
            return
        expected = whole.to_numpy().tolist()
        for batch in read_batches(path, 3):
            lines = [next(csv.reader(io.StringIO(line, newline=""))) for line in batch.lines.to_pylist()]
            assert [cells[1] for cells in lines] == batch.column("b").to_pylist()
            read += lines
            batch.only[:] = [1]
    assert read == expected


@given(
    st.lists(
        st.sampled_from([b"a", b"\n", "ế".encode(), b"\xc3", b"\xa9", b"\xed\xa0\x80"])
        | st.binary(max_size=4)
    )
)
def test_bytes_are_utf8_where_python_decodes_them(
    tmp_path_factory: pytest.TempPathFactory, some: list[bytes]
) -> None:
    whole = b"".join(some)
    path = tmp_path_factory.mktemp("utf8") / "a"
    path.write_bytes(b"\xff" + whole)
    try:
        fine = cut = bool(whole.decode() is not None)
    except UnicodeDecodeError as error:
        fine, cut = False, error.reason == "unexpected end of data"
    assert all_utf8(whole) == fine
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(encodings, "_SAMPLE", 3)
        assert is_utf8(path, after=1) == cut


def test_rows_keep_their_numbers_whether_arrow_reads_them_or_csv(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(records, "_BLOCK", 8)
    path = tmp_path / "a.csv"
    path.write_text('a,b\n1,2\n\n3,"4\n5"\n6,7\n8,9\n', encoding="utf-8")
    batches = list(read_batches(path, 2))
    assert [row for batch in batches for row in batch.rows] == [2, 4, 5, 6]
    path.write_bytes(b"a,b\n" + b"1,2\n" * 9 + b"3,\xff\xff\n")
    path.with_name("b.csv").write_bytes("a,b\n".encode("utf-16") + b"\x00\xd8\x41")
    with raises(InputError, match=r"b.csv: is not UTF-16"):
        read_whole(path.with_name("b.csv"))


number = st.one_of(
    st.from_regex(r"-?[0-9]{1,17}(\.[0-9]{1,17})?(e-?[0-9]{1,2})?", fullmatch=True),
    st.from_regex(r"-?[0-9]{1,9},[0-9]{1,9}", fullmatch=True),
    st.sampled_from(
        ["", " ", "+5", "5.", ".5", ",5", "1,5e2", "1,2,3", "inf", "nan", "x", "0x1", "1_0", "٣"]
    ),
)


@pytest.mark.costly
@given(st.lists(number, min_size=1, max_size=6))
def test_a_column_of_numbers_is_read_as_each_of_its_cells(texts):
    together = _numbers(pd.Series(texts, dtype="str"))
    alone = [_numbers(pd.Series([text], dtype=object))[0] for text in texts]
    np.testing.assert_array_equal(together, alone)


values = st.one_of(
    st.lists(cell, min_size=3, max_size=3).map(lambda texts: pd.Series(texts, dtype="str")),
    st.lists(st.one_of(st.none(), cell), min_size=3, max_size=3).map(
        lambda texts: pd.Series(texts, dtype="str")
    ),
    st.lists(st.integers(-(2**60), 2**60), min_size=3, max_size=3).map(pd.Series),
    st.lists(st.floats(), min_size=3, max_size=3).map(pd.Series),
    st.lists(st.floats(-200, 200).map(lambda x: round(x, 6)), min_size=3, max_size=3).map(pd.Series),
    st.lists(st.booleans(), min_size=3, max_size=3).map(pd.Series),
    st.just(pd.Series(pd.to_datetime(["2014-02-25", None, "2015-01-01"]))),
    st.just(pd.Series([1, None, 3], dtype=pd.ArrowDtype(pa.int32()))),
    st.just(pd.Series([1.5, None, 3.0], dtype=pd.ArrowDtype(pa.float64()))),
    st.just(pd.Series(["x", 1, None], dtype=object)),
)


@given(st.lists(values, min_size=1, max_size=4), forms, st.sampled_from(".,"), st.booleans())
def test_a_table_is_written_in_the_bytes_of_pandas(columns, form, decimal, header):
    table = pd.concat(columns, axis=1, keys=range(len(columns)))
    form = TextForm(form.encoding, form.separator, decimal)
    ours = io.BytesIO()
    with io.TextIOWrapper(ours, encoding=form.encoding, newline="", write_through=True) as file:
        write_text(table, file, form, header=header)
        file.flush()
        found = ours.getvalue()
    end = {"sep": form.separator, "decimal": decimal, "lineterminator": "\r\n"}
    expected = table.to_csv(index=False, header=header, **end)  # type: ignore[call-overload]
    assert found.decode(form.encoding) == expected


@pytest.mark.costly
@given(st.lists(st.tuples(cell, cell, st.none() | cell), min_size=1, max_size=4), st.data())
def test_columns_of_kinds_are_written_as_the_columns_themselves(kinds, data):
    each = np.array(data.draw(st.lists(st.integers(0, len(kinds) - 1), min_size=1, max_size=9)))
    columns = [coded(column, each) for column in zip(*kinds, strict=True)]
    numbers, lines = pa.array(range(len(each))), pa.array(map(str, range(len(each))), pa.large_string())
    written = []
    for before, texts, rows in (
        ([numbers], columns, None),
        ([], columns, lines),
        ([numbers], [column.dictionary_decode() for column in columns], None),
    ):
        with io.StringIO(newline="") as file:
            write_rows([*before, *texts], file, TextForm("utf-8"), lines=rows)
            written.append(file.getvalue())
    assert written[0] == written[1] == written[2]


@given(st.lists(st.tuples(st.floats(allow_nan=False), st.floats(allow_nan=False)) | st.none(), max_size=9))
def test_coordinates_and_their_column_are_each_made_of_the_other(
    spots: list[tuple[float, float] | None],
) -> None:
    xy = np.array([(np.nan, np.nan) if spot is None else spot for spot in spots], dtype=float).reshape(-1, 2)
    column = points_column(xy)
    np.testing.assert_array_equal(coordinates_in(column), xy)
    shapes = [None if spot is None else shapely.Point(spot) for spot in spots]
    assert column.to_pylist() == list(shapely.to_wkb(shapes))
    half = len(column) // 2
    np.testing.assert_array_equal(coordinates_in(column[half:]), xy[half:])


@pytest.mark.parametrize("shape", ["POINT Z (1 2 3)", "LINESTRING (0 0, 1 1)"])
def test_other_shapes_are_no_coordinates(shape: str) -> None:
    wkb = [shapely.to_wkb(shapely.from_wkt(shape)), None]
    assert coordinates_in(pa.array(wkb, pa.binary())) is None
