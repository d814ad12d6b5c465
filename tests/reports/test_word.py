"""The report as a Word document that can be handed in."""

import datetime as dt
import zipfile
import zlib
from struct import pack

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from failures import raises

from bk_gis.errors import InputError
from bk_gis.reports.layout import Picture, Report, Section, Table
from bk_gis.reports.plan_report import make_report
from bk_gis.reports.word.document import write_docx
from bk_gis.reports.word.letterhead import Letterhead

DAY = dt.date(2026, 2, 5)
LONG = Table(["A", "B", "C", "D", "E"], [["một hai ba bốn năm sáu bảy " * 8] * 5])


def png():
    """The smallest picture there is: one grey pixel."""

    def chunk(kind, data):
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0\x80")) + chunk(b"IEND", b"")


def written(report, folder, **given):
    write_docx(report, folder / "a.docx", created=DAY, **given)
    return Document(str(folder / "a.docx"))


def headings(document):
    return [p.text for p in document.paragraphs if p.style.name == "Heading 1"]


def text_of(document):
    return "\n".join("".join(block.itertext()) for block in document.element.body)


@pytest.mark.costly
def test_the_word_document_says_what_the_markdown_says(plan, tmp_path):
    made = make_report(plan, lang="vi")
    document = written(made, tmp_path)
    assert headings(document) == [f"{i}. {s.heading}" for i, s in enumerate(made.sections, start=1)]
    assert plan.title["vi"] in [p.text for p in document.paragraphs]
    coverage = document.tables[0]
    assert [cell.text for cell in coverage.rows[1].cells][:3] == ["Thị xã Bắc Kạn", "2", "52,7"]
    assert len(coverage.rows) == 9


@pytest.mark.costly
def test_the_same_report_gives_the_same_bytes(plan, tmp_path):
    for name in ("a.docx", "b.docx"):
        write_docx(make_report(plan), tmp_path / name, created=plan.decision.date)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


@pytest.mark.costly
def test_a_picture_of_the_map_is_put_in(bk, tmp_path):
    (tmp_path / "map.png").write_bytes(png())
    assert bk("report", "--picture", tmp_path / "map.png", "-o", tmp_path / "a.docx").code == 0
    assert len(Document(str(tmp_path / "a.docx")).inline_shapes) == 1
    assert bk("report", "--picture", tmp_path / "no.png", "-o", tmp_path / "b.docx").code == 2
    assert not (tmp_path / "b.docx").exists()


def test_texts_that_word_cannot_hold_are_written_as_far_as_it_can(tmp_path):
    """No control characters, whatever plan.toml escapes; 255 letters among the properties."""
    table = Table(["\x02"], [["\x03\ufffe"]])
    made = Report("T\x00" + "ạ" * 300, "\x1b[31m", [Section("\x01", ["\x0c", table])])
    document = written(made, tmp_path, letterhead=Letterhead(["\x04"], "\x05", "\x06"))
    assert "T\ufffd" + "ạ" * 300 in [p.text for p in document.paragraphs]
    assert document.core_properties.title == "T\ufffd" + "ạ" * 253
    assert document.tables[1].cell(1, 0).text == "\ufffd\ufffd"


@pytest.mark.costly
def test_heads_of_tables_repeat_and_no_row_is_on_two_pages(plan, tmp_path):
    for table in written(make_report(plan), tmp_path).tables:
        assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows] == [  # noqa: SLF001
            i == 0 for i, _ in enumerate(table.rows)
        ]
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)  # noqa: SLF001


def test_tables_and_pictures_have_numbers_and_titles(tmp_path):
    (tmp_path / "map.png").write_bytes(png())
    picture = Picture(tmp_path / "map.png", "Bản đồ đến 2020", "Hai cụm.")
    tables = [Table(["a"], [["1"]], title="Riêng"), Table(["b"], [["2"]])]
    document = written(Report("T", "S", [Section("Chung", [*tables, picture])]), tmp_path)
    captions = [p.text for p in document.paragraphs if p.style.name == "Caption"]
    assert [line.partition(" SEQ")[0] for line in captions] == captions  # codes of fields are no text
    assert captions == ["Bảng 1. Riêng", "Bảng 2. Chung", "Hình 1. Bản đồ đến 2020"]
    described = document.inline_shapes[0]._inline.docPr  # noqa: SLF001
    assert described.get("descr") == "Hai cụm."


@pytest.mark.costly
def test_a_list_of_contents_leads_to_the_headings(plan, tmp_path):
    document = written(make_report(plan), tmp_path)
    links = [link.get(qn("w:anchor")) for link in document.element.body.iter(qn("w:hyperlink"))]
    marks = [mark.get(qn("w:name")) for mark in document.element.body.iter(qn("w:bookmarkStart"))]
    assert links == marks
    assert len(links) == len(headings(document))
    codes = [code.text.strip() for code in document.element.body.iter(qn("w:instrText"))]
    assert [f"PAGEREF {name} \\h" for name in links] == codes[: len(links)]


@pytest.mark.parametrize(("lang", "tongue"), [("vi", "vi-VN"), ("en", "en-US")])
def test_the_language_is_that_of_the_report(tmp_path, lang, tongue):
    document = written(Report("T", "S", [Section("A", ["x"])]), tmp_path, lang=lang)
    said = [mark.get(qn("w:val")) for mark in document.styles.element.iter(qn("w:lang"))]
    assert set(said) == {tongue}
    assert document.styles["Normal"].font.name == "Times New Roman"
    assert document.styles["Normal"].font.size.pt == 13


def test_the_paper_lies_for_a_table_that_would_be_tall_and_stands_again_for_the_next(tmp_path):
    sections = [
        Section("A", [Table(["a"], [["1"]])]),
        Section("B", [LONG]),
        Section("C", ["still"]),
        Section("D", [Table(["a"], [["1"]])]),
    ]
    document = written(Report("T", "S", sections), tmp_path)
    assert [page.orientation for page in document.sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
    assert [page.page_width.cm for page in document.sections] == pytest.approx([21, 29.7, 21], abs=0.01)
    document = written(Report("T", "S", sections[1:3]), tmp_path)
    assert [page.orientation for page in document.sections] == [WD_ORIENT.LANDSCAPE]


def test_a_letterhead_says_who_and_when_and_leaves_the_rest_to_be_filled_in(tmp_path):
    made = Report("T", "S", [Section("A", ["x"])])
    head = Letterhead(["UBND tỉnh Lào Cai", "Sở Công Thương"], "12/BC-SCT", "Lào Cai", DAY)
    said = text_of(written(made, tmp_path, letterhead=head))
    for text in (
        "UBND TỈNH LÀO CAI",
        "SỞ CÔNG THƯƠNG",
        "Số: 12/BC-SCT",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Lào Cai, ngày 05 tháng 02 năm 2026",
        "BÁO CÁO",
        "Nơi nhận:",
    ):
        assert text in said
    said = text_of(written(made, tmp_path, letterhead=Letterhead(["Sở Công Thương"])))
    assert "……, ngày …… tháng …… năm ……" in said
    later = Letterhead(["A"], date=dt.date(2026, 11, 6))
    assert "ngày 06 tháng 11 năm" in text_of(written(made, tmp_path, letterhead=later))
    later = Letterhead(["A"], date=dt.date(2026, 3, 16))
    assert "ngày 16 tháng 3 năm" in text_of(written(made, tmp_path, letterhead=later))


@pytest.fixture
def template(tmp_path):
    """Make an office's document: its letters, header, margins, and something on its page."""

    def make(change=lambda _: None):
        document = Document()
        document.styles["Normal"].font.name = "Arial"
        document.sections[0].header.paragraphs[0].text = "SỞ CÔNG THƯƠNG"
        document.sections[0].left_margin = Cm(4)
        document.add_paragraph("Thư mời cũ")
        change(document)
        document.save(str(tmp_path / "office.docx"))
        return tmp_path / "office.docx"

    return make


@pytest.mark.costly
def test_a_template_gives_styles_paper_and_header_and_what_it_holds_is_said_to_be_left(
    bk, template, tmp_path
):
    done = bk("report", "--template", template(), "-o", tmp_path / "a.docx", "--lang", "en")
    assert done.code == 0
    assert "left 1 paragraphs and tables on the pages of office.docx" in done.said
    document = Document(str(tmp_path / "a.docx"))
    assert document.styles["Normal"].font.name == "Arial"
    assert document.sections[-1].left_margin.cm == pytest.approx(4, abs=0.01)
    assert {page.header.paragraphs[0].text for page in document.sections} == {"SỞ CÔNG THƯƠNG"}
    assert "Thư mời cũ" not in text_of(document)
    assert document.inline_shapes[0].width.cm <= 21.59 - 4 - 3.17


def without(name):
    return lambda document: document.styles[name].element.getparent().remove(document.styles[name].element)


def protected(document):
    protection = OxmlElement("w:documentProtection")
    protection.set(qn("w:edit"), "readOnly")
    protection.set(qn("w:enforcement"), "1")
    document.settings.element.append(protection)


def no_paper(document):
    for part in list(document.sections[0]._sectPr):  # noqa: SLF001
        document.sections[0]._sectPr.remove(part)  # noqa: SLF001


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (without("Heading 1"), "office.docx: lacks the styles Heading 1"),
        (protected, "office.docx: is protected"),
        (no_paper, "office.docx: says no size of paper"),
    ],
)
def test_a_template_that_will_not_do_is_refused(template, tmp_path, change, said):
    with raises(InputError, match=said):
        written(Report("T", "S", []), tmp_path, template=template(change))
    assert not (tmp_path / "a.docx").exists()


def test_a_template_that_is_no_document_is_refused(bk, tmp_path):
    (tmp_path / "text.docx").write_text("no document")
    with zipfile.ZipFile(tmp_path / "other.docx", "w") as packed:
        packed.writestr("a.txt", "a")
    (tmp_path / "locked.docx").write_bytes(b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"))
    for name, said in {
        "text.docx": "cut off or damaged",
        "other.docx": "is no Word document",
        "locked.docx": "password",
        "no.docx": "no.docx",
        "office.dotx": "is no .docx",
    }.items():
        done = bk("report", "--template", tmp_path / name, "-o", tmp_path / "a.docx")
        assert done.code == 2
        assert said in done.said
    assert not (tmp_path / "a.docx").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("-o", "a.html", "--agency", "A"), "are for Word alone"),
        (("--template", "a.docx"), "are for Word alone"),
        (("-o", "a.docx", "--number", "1/BC"), "no agency"),
        (("-o", "a.docx", "--agency", "A", "--date", "soon"), "'--date' is not valid"),
    ],
)
def test_what_would_be_passed_over_is_refused(bk, tmp_path, monkeypatch, options, said):
    monkeypatch.chdir(tmp_path)
    done = bk("report", *options)
    assert done.code == 2
    assert said in done.said
    assert not list(tmp_path.iterdir())
