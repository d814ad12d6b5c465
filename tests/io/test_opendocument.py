"""An OpenDocument spreadsheet is read as a workbook of Excel is: types, merged cells, headers, formulas."""

import datetime as dt
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pandas as pd
import pyogrio
import pytest
from failures import english, raises
from hypothesis import given
from hypothesis import strategies as st

from bk_gis.errors import InputError
from bk_gis.io.tables import read_table, read_whole

START = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "style", "table", "text")
)
HIDDEN = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
COVERED, EMPTY = "<table:covered-table-cell/>", "<table:table-cell/>"


def text(words: str, **spanned: int) -> str:
    spans = "".join(f' table:number-{way}-spanned="{count}"' for way, count in spanned.items())
    paragraphs = "".join(f"<text:p>{escape(line)}</text:p>" for line in words.split("\n"))
    return f'<table:table-cell office:value-type="string"{spans}>{paragraphs}</table:table-cell>'


def value(kind: str, stored: str, shown: str = "?") -> str:
    name = kind if kind in ("date", "time", "boolean") else ""
    stated = f'office:{name}{"-" if name else ""}value="{stored}"'
    return (
        f'<table:table-cell office:value-type="{kind}" {stated}><text:p>{shown}</text:p></table:table-cell>'
    )


def sheet(name: str, *rows: list[str], style: str = "ta1") -> str:
    """A sheet as LibreOffice writes it, with a million empty rows and many empty cells at the end."""
    cells = '<table:table-cell table:number-columns-repeated="16380"/>'
    lines = "".join(f"<table:table-row>{''.join(row)}{cells}</table:table-row>" for row in rows)
    end = f'<table:table-row table:number-rows-repeated="1048570">{cells}</table:table-row>'
    return f'<table:table table:name="{name}" table:style-name="{style}">{lines}{end}</table:table>'


def write(path: Path, *sheets: str, manifest: str = "<manifest/>") -> Path:
    body = f"<office:body><office:spreadsheet>{''.join(sheets)}</office:spreadsheet></office:body>"
    styles = f"<office:automatic-styles>{HIDDEN}</office:automatic-styles>"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr(
            "content.xml", f"<office:document-content{START}>{styles}{body}</office:document-content>"
        )
    return path


def test_cells_have_their_types(tmp_path):
    head = [text(name) for name in ("xã", "ha", "số", "ngày", "giờ", "công", "nộp", "phần", "mã")]
    row = [
        *(text("Xuân La"), value("float", "2.5"), value("float", "7"), value("date", "2024-05-06")),
        *(value("time", "PT08H30M00S"), value("time", "PT30H00M00S"), value("boolean", "true")),
        *(value("percentage", "0.25", "25 %"), text("01873")),
    ]
    batch = read_whole(write(tmp_path / "a.ods", sheet("Trang1", head, row)))
    assert batch.table.iloc[0].tolist() == [
        *("Xuân La", 2.5, 7, dt.datetime(2024, 5, 6), dt.time(8, 30)),  # noqa: DTZ001
        *(dt.timedelta(hours=30), True, 0.25, "01873"),
    ]
    assert list(batch.rows) == [2]
    assert batch.problem(0, "ha", "?").cell == "B2"


def test_spaces_lines_and_notes_of_a_cell(tmp_path):
    words = (
        "<table:table-cell><office:annotation><text:p>a note</text:p></office:annotation>"
        '<text:p>Nông<text:s text:c="2"/><text:span>Hạ</text:span>,</text:p>'
        "<text:p>Chợ_x000D_<text:line-break/>Mới</text:p>"
        "</table:table-cell>"
    )
    found = read_table(write(tmp_path / "a.ods", sheet("a", [text("xã")], [words])))
    assert found["xã"].tolist() == ["Nông  Hạ,\nChợ\nMới"]


def test_repeated_cells_and_rows_are_as_many_as_they_say(tmp_path):
    twice = text("a").replace("<table:table-cell", '<table:table-cell table:number-columns-repeated="2"')
    path = write(tmp_path / "a.ods", sheet("a", [text("x"), text("y")], [EMPTY, text("b")], [twice]))
    with zipfile.ZipFile(path) as archive:
        content = archive.read("content.xml").decode()
    content = content.replace(
        f"<table:table-row>{twice}", f'<table:table-row table:number-rows-repeated="3">{twice}'
    )
    found = read_table(
        write(tmp_path / "b.ods", content[content.index("<table:table ") : content.index("</office:sp")])
    )
    assert found.fillna("").to_numpy().tolist() == [["", "b"], *[["a", "a"]] * 3]


def test_a_hidden_sheet_is_not_read_before_one_that_is_seen(tmp_path):
    sheets = sheet("mã", [text("mã")], style="ta2"), sheet("bảng", [text("xã")], [text("Xuân La")])
    batch = read_whole(write(tmp_path / "a.ods", *sheets))
    assert batch.table["xã"].tolist() == ["Xuân La"]
    assert tuple(map(english, batch.file.notes)) == ("bảng is read; mã is not",)


def test_merged_cells_and_a_header_of_two_rows(bk, tmp_path):
    rows = [
        [text("TT", rows=2), text("Địa điểm", columns=2), COVERED],
        [COVERED, text("Xã"), text("Huyện")],
        [value("float", "1"), text("Nông Hạ"), text("Chợ Mới", rows=2)],
        [value("float", "2"), text("Thanh Bình"), COVERED],
    ]
    source = write(tmp_path / "a.ods", sheet("a", *rows))
    found = read_table(source)
    assert found.columns.tolist() == ["TT", "Địa điểm: Xã", "Địa điểm: Huyện"]
    assert found["Địa điểm: Huyện"].tolist() == ["Chợ Mới"] * 2
    done = bk("geocode", source, "-o", tmp_path / "b.csv", "--strict")
    assert done.code == 0
    assert "merged cells count for all that they cover: C3:C4" in done.said


def test_a_formula_without_its_value_is_an_error_that_names_the_cell(bk, tmp_path):
    unsaved = '<table:table-cell table:formula="of:=5+5"/>'
    saved = value("float", "10").replace("office:value-type", 'table:formula="of:=5+5" office:value-type', 1)
    empty = '<table:table-cell table:formula="of:=A9" office:value-type="string" office:string-value=""/>'
    head = [text("xã"), text("ha"), text("vốn")]
    source = write(
        tmp_path / "a.ods", sheet("a", head, [text("Xuân La"), saved, empty], [text("x"), unsaved])
    )
    done = bk("geocode", source, "-o", tmp_path / "b.csv")
    assert done.code == 2
    assert "a.ods, cell B3, row 3: the value of the formula is not stored" in done.said
    assert "B2" not in done.said
    source = write(tmp_path / "a.ods", sheet("a", head, [text("Xuân La"), saved, empty]))
    assert read_table(source)["ha"].tolist() == [10]


def test_what_is_no_table_is_refused(tmp_path):
    with raises(InputError, match="holds no table"):
        read_table(write(tmp_path / "a.ods", sheet("a")))
    with raises(InputError, match="has a password"):
        read_table(write(tmp_path / "a.ods", manifest="<m:encryption-data/>"))
    (tmp_path / "a.ods").write_bytes(b"PK")
    with raises(InputError, match="is cut off or damaged"):
        read_table(tmp_path / "a.ods")


@given(
    st.lists(
        st.tuples(
            st.text("0123xãNông+-'& ", max_size=8).map(lambda words: f"x{words}x"),
            st.integers(-(10**9), 10**9),
            st.floats(-1e9, 1e9).map(lambda number: round(number, 3)),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_what_gdal_writes_comes_back(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("ods") / "a.ods"
    table = pd.DataFrame(rows, columns=["chữ", "số", "thực"])
    pyogrio.write_dataframe(table, path, driver="ODS")
    found = read_table(path)
    assert found["chữ"].tolist() == table["chữ"].tolist()
    assert found["số"].tolist() == table["số"].tolist()
    assert found["thực"].astype(float).tolist() == pytest.approx(table["thực"].tolist())
