"""The report as a Word document."""

import zlib
from struct import pack

from docx import Document

from bk_gis.reports.layout import Report, Section, Table
from bk_gis.reports.plan_report import make_report
from bk_gis.reports.word import write_docx


def png():
    """The smallest picture there is: one grey pixel."""

    def chunk(kind, data):
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0\x80")) + chunk(b"IEND", b"")


def test_the_word_document_says_what_the_markdown_says(plan, tmp_path):
    made = make_report(plan, lang="vi")
    write_docx(made, tmp_path / "a.docx", created=plan.decision.date)
    document = Document(str(tmp_path / "a.docx"))
    paragraphs = [p.text for p in document.paragraphs]
    assert [s.heading for s in made.sections] == [
        p.text for p in document.paragraphs if p.style.name == "Heading 1"
    ]
    assert plan.title["vi"] in paragraphs
    coverage = document.tables[0]
    assert [cell.text for cell in coverage.rows[1].cells][:3] == ["Thị xã Bắc Kạn", "2", "52,7"]
    assert len(coverage.rows) == 9


def test_the_same_report_gives_the_same_bytes(plan, tmp_path):
    for name in ("a.docx", "b.docx"):
        write_docx(make_report(plan), tmp_path / name, created=plan.decision.date)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_a_picture_of_the_map_is_put_in(bk, tmp_path):
    (tmp_path / "map.png").write_bytes(png())
    assert bk("report", "--picture", tmp_path / "map.png", "-o", tmp_path / "a.docx").code == 0
    assert len(Document(str(tmp_path / "a.docx")).inline_shapes) == 1
    assert bk("report", "--picture", tmp_path / "no.png", "-o", tmp_path / "b.docx").code == 2
    assert not (tmp_path / "b.docx").exists()


def test_texts_that_word_cannot_hold_are_written_as_far_as_it_can(plan, tmp_path):
    """No control characters, whatever plan.toml escapes; 255 letters among the properties."""
    table = Table(["\x02"], [["\x03\ufffe"]])
    made = Report("T\x00" + "ạ" * 300, "\x1b[31m", [Section("\x01", ["\x0c", table])])
    write_docx(made, tmp_path / "a.docx", created=plan.decision.date)
    document = Document(str(tmp_path / "a.docx"))
    assert document.paragraphs[0].text == "T\ufffd" + "ạ" * 300
    assert document.core_properties.title == "T\ufffd" + "ạ" * 253
    assert document.tables[0].cell(1, 0).text == "\ufffd\ufffd"
