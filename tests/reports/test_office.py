"""What offices open, printed: nothing is cut, nothing covers another thing, no page is all but empty."""

import datetime as dt
import re

import openpyxl
import pytest
from docx import Document
from docx.shared import Cm
from paper import squeezed

from bk_gis.reports.layout import Report, Section, Table
from bk_gis.reports.word.document import write_docx

pytestmark = pytest.mark.slow
HEAD = ("--agency", "UBND tỉnh", "--agency", "Sở Công Thương", "--number", "12/BC-SCT", "--place", "Lào Cai")
LAO_CAI, PROVINCE = "examples/lao-cai-2026", "tests/fixtures/province"


def document_holds(path, printed):
    """Every cell and title is there, no word of a cell is broken, and every picture."""
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    for text in [*cells, *(p.text for p in document.paragraphs if p.style.name != "Normal")]:
        assert squeezed(text) in printed.text
    words = {word for page in printed.pages for _, word in page.words}
    assert {word for cell in cells for word in cell.split() if "-" not in word and "/" not in word} <= words
    assert sum(len(page.pictures) for page in printed.pages) == len(document.inline_shapes)


def contents_hold(path, printed):
    pages = printed.raw.split("\f")
    listed = re.findall(r"^(\d+\. .*?)\.{3,} ?(\d+)$", pages[0], re.MULTILINE)
    headings = [p.text for p in Document(str(path)).paragraphs if p.style.name == "Heading 1"]
    assert [heading for heading, _ in listed] == headings
    for heading, page in listed:
        assert re.search(f"^{re.escape(heading)} ?$", pages[int(page) - 1], re.MULTILINE)


@pytest.mark.parametrize(
    ("plan", "options"), [(None, ()), (None, ("--lang", "en")), (LAO_CAI, HEAD), (PROVINCE, HEAD)]
)
def test_a_report_in_word(bk, as_pdf, tmp_path, plan, options):
    of_plan = ("--plan", plan) if plan else ()
    assert bk("report", "-o", tmp_path / "a.docx", *of_plan, *options).code == 0
    printed = as_pdf(tmp_path / "a.docx")
    assert printed.faults() == []
    document_holds(tmp_path / "a.docx", printed)
    contents_hold(tmp_path / "a.docx", printed)


def test_a_comparison_in_word(bk, as_pdf, tmp_path):
    assert bk("compare", f"{LAO_CAI}/before", LAO_CAI, "-o", tmp_path / "a.docx").code == 0
    printed = as_pdf(tmp_path / "a.docx")
    assert printed.faults() == []
    document_holds(tmp_path / "a.docx", printed)


def test_a_report_in_an_offices_own_template(bk, as_pdf, tmp_path):
    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height, page.left_margin = Cm(21), Cm(29.7), Cm(4)
    page.header.paragraphs[0].text = "SỞ CÔNG THƯƠNG TỈNH"
    document.styles["Normal"].font.name = "Arial"
    document.save(str(tmp_path / "office.docx"))
    assert bk("report", "-o", tmp_path / "a.docx", "--template", tmp_path / "office.docx").code == 0
    printed = as_pdf(tmp_path / "a.docx")
    assert printed.faults() == []
    document_holds(tmp_path / "a.docx", printed)
    assert printed.text.count("SỞCÔNGTHƯƠNGTỈNH") == len(printed.pages)


def test_a_table_of_many_pages_has_its_head_on_each_and_no_row_on_two(as_pdf, tmp_path):
    rows = [[f"dòng {i}", "một hai ba bốn năm sáu bảy tám " * (1 + i % 5)] for i in range(120)]
    made = Report("T", "S", [Section("Nhiều dòng", [Table(["Tên cột", "Nội dung"], rows)])])
    write_docx(made, tmp_path / "a.docx", created=dt.date(2026, 1, 1))
    printed = as_pdf(tmp_path / "a.docx")
    assert printed.faults() == []
    assert len(printed.pages) > 3
    for page in printed.raw.rstrip("\f").split("\f"):
        assert squeezed(page).count("TêncộtNộidung") == 1
    assert all(squeezed("".join(row)) in printed.text for row in rows)  # in one piece, so on one page


@pytest.mark.parametrize(("plan", "lang"), [(None, "vi"), (LAO_CAI, "en"), (PROVINCE, "vi")])
def test_a_workbook(bk, as_pdf, tmp_path, plan, lang):
    bk("audit", "-o", tmp_path / "a.xlsx", "--lang", lang, *(("--plan", plan) if plan else ()))
    printed = as_pdf(tmp_path / "a.xlsx")
    assert printed.faults() == []
    for sheet in openpyxl.load_workbook(tmp_path / "a.xlsx"):
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth in (None, 1)  # 1 where nothing is said
        for row in sheet.iter_rows(min_row=3):
            for cell in row:
                if cell.data_type == "s":
                    assert squeezed(cell.value) in printed.text, cell.coordinate
