"""Tables of Word are read as they look: merged cells, automatic numbers, what is deleted left out."""

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bk_gis.io.word import word_tables

FORMS = {
    "decimal": ["1", "2", "3"],
    "decimalZero": ["01", "02", "03"],
    "upperRoman": ["I", "II", "III"],
    "lowerRoman": ["i", "ii", "iii"],
    "upperLetter": ["A", "B", "C"],
    "lowerLetter": ["a", "b", "c"],
    "none": ["", "", ""],
    "bullet": ["-", "-", "-"],
}


@pytest.fixture
def document():
    return Document()


@pytest.fixture
def read(document, tmp_path):
    def read():
        document.save(str(tmp_path / "a.docx"))
        return word_tables(tmp_path / "a.docx")

    return read


def make_list(document, *levels, number=90, of=None, start=None):
    """Add a list to the document: levels of a form and a text; or another list of a form, from a start."""
    root = document.part.numbering_part.element
    if of is None:
        parts = "".join(
            f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl>'
            for i, (form, text) in enumerate(levels)
        )
        form = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{parts}</w:abstractNum>')
        root.insert(0, form)
    change = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>' if start else ""
    own = f'<w:abstractNumId w:val="{of or number}"/>{change}'
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}">{own}</w:num>'))


def listed(paragraph, number, level=0):
    numbers = parse_xml(
        f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    )
    paragraph._p.get_or_add_pPr().append(numbers)  # noqa: SLF001


def add_table(document, rows):
    table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text
    return table


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("text", ["%1", "%1.", "(%1)"])
def test_numbers_have_the_form_of_their_list(document, read, form, text):
    make_list(document, (form, text))
    table = add_table(document, [["", "a"], ["", "b"], ["", "c"]])
    for cell in table.columns[0].cells:
        listed(cell.paragraphs[0], 90)
    shown = [one if form == "bullet" else text.replace("%1", one) for one in FORMS[form]]
    assert [row[0] for row in read()[0].rows] == shown


def test_levels_count_below_each_other_and_begin_anew(document, read):
    make_list(document, ("upperRoman", "%1."), ("decimal", "%1.%2"))
    table = add_table(document, [["", name] for name in "abcde"])
    for cell, level in zip(table.columns[0].cells, (0, 1, 1, 0, 1), strict=True):
        listed(cell.paragraphs[0], 90, level)
    assert [row[0] for row in read()[0].rows] == ["I.", "I.1", "I.2", "II.", "II.1"]


def test_a_list_goes_on_through_the_document_unless_it_starts_anew(document, read):
    make_list(document, ("decimal", "%1"))
    make_list(document, number=91, of=90, start=7)
    listed(document.add_paragraph("ngoài bảng"), 90)
    for number in (90, 91):
        table = add_table(document, [["", "a"], ["", "b"]])
        for cell in table.columns[0].cells:
            listed(cell.paragraphs[0], number)
    assert [[row[0] for row in table.rows] for table in read()] == [["2", "3"], ["7", "8"]]


def test_a_style_may_have_the_list_and_a_paragraph_may_leave_it(document, read):
    table = add_table(document, [["", "a"], ["", "b"], ["", "c"]])
    for cell in table.columns[0].cells:
        cell.paragraphs[0].style = "List Number"
    listed(table.cell(1, 0).paragraphs[0], 0)
    assert [row[0] for row in read()[0].rows] == ["1.", "", "2."]


def test_merged_cells_hold_their_text_in_the_first_one(document, read):
    table = add_table(document, [["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"]])
    for first, last in (((0, 0), (0, 1)), ((1, 2), (2, 2))):
        table.cell(*last).text = ""
        table.cell(*first).merge(table.cell(*last))
    (found,) = read()
    assert [[text.strip() for text in row] for row in found.rows] == [
        ["a", "", "c"],
        ["d", "e", "f"],
        ["g", "h", ""],
    ]
    areas = {(area.rows, area.columns) for area in found.merged}
    assert areas == {(range(1), range(2)), (range(1, 3), range(2, 3))}


def test_what_is_deleted_is_left_out_and_what_is_inserted_is_read(document, read):
    table = add_table(document, [["", "x"], ["xóa", "y"]])
    paragraph = table.cell(0, 0).paragraphs[0]._p  # noqa: SLF001
    for tag, text in (("ins", "thêm"), ("del", "bớt")):
        inner = "delText" if tag == "del" else "t"
        paragraph.append(
            parse_xml(f"<w:{tag} {nsdecls('w')}><w:r><w:{inner}>{text}</w:{inner}></w:r></w:{tag}>")
        )
    table.rows[1]._tr.get_or_add_trPr().append(parse_xml(f"<w:del {nsdecls('w')}/>"))  # noqa: SLF001
    assert read()[0].rows == [["thêm", "x"]]


def test_a_table_in_a_cell_follows_the_one_around_it(document, read):
    table = add_table(document, [["ngoài", ""]])
    inner = table.cell(0, 1).add_table(1, 2)
    inner.cell(0, 0).text = "trong"
    texts = [[text.strip() for row in found.rows for text in row] for found in read()]
    assert texts == [["ngoài", ""], ["trong", ""]]


def test_rows_in_content_controls_are_rows(document, read):
    table = add_table(document, [["a"], ["b"]])
    row = table.rows[1]._tr  # noqa: SLF001
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
    row.addprevious(control)
    control.find(qn("w:sdtContent")).append(row)
    assert read()[0].rows == [["a"], ["b"]]


@pytest.mark.costly
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(st.lists(st.lists(st.text("aăâ 1,-", max_size=4), min_size=2, max_size=2), min_size=1, max_size=4))
def test_a_table_gives_back_its_texts(tmp_path, rows):
    document = Document()
    add_table(document, rows)
    document.save(str(tmp_path / "a.docx"))
    assert word_tables(tmp_path / "a.docx")[0].rows == [[text.strip() for text in row] for row in rows]
