"""Write a report as a Word document: one font, tables with repeated heads, the same bytes each time."""

import datetime as dt
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from bk_gis.io.whole import whole_file
from bk_gis.io.writing import without_controls
from bk_gis.reports.layout import Folded, Report, Table, require_picture

_FONT = "Times New Roman"  # what Vietnamese offices write in
_LONGEST = 255  # letters of a title among a document's properties
_EPOCH = (1980, 1, 1, 0, 0, 0)
_PICTURES = (".png", ".jpg", ".jpeg")


def write_docx(report: Report, path: str | Path, *, created: dt.date) -> None:
    """Write a report to a .docx file, whole or not at all; `created` dates it, so that bytes repeat."""
    document = Document()
    _set_up(document, report, created)
    document.add_heading(without_controls(report.title), level=0)
    document.add_paragraph(without_controls(report.subtitle))
    for section in report.sections:
        document.add_heading(without_controls(section.heading), level=1)
        for block in section.body:
            if isinstance(block, Table):
                _add_table(document, block)
            elif isinstance(block, Folded):
                document.add_paragraph(without_controls(f"{block.summary}: {block.text}"))
            elif isinstance(block, Path):
                _add_picture(document, block)
            else:
                document.add_paragraph(without_controls(block))
    packed = BytesIO()
    document.save(packed)
    with whole_file(path) as part:
        part.write_bytes(_undated(packed.getvalue()))


def _set_up(document: Any, report: Report, created: dt.date) -> None:
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Cm(29.7), Cm(21)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2)
    for name in ("Normal", "Title", "Heading 1"):
        style = document.styles[name]
        style.font.name = _FONT
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(script), _FONT)
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(theme), None)
    document.styles["Normal"].font.size = Pt(11)
    document.styles["Title"].font.size = Pt(18)
    when = dt.datetime.combine(created, dt.time(), tzinfo=dt.UTC)
    properties = document.core_properties
    properties.title = without_controls(report.title)[:_LONGEST]
    properties.author, properties.comments = "", ""
    properties.created = properties.modified = when


def _add_table(document: Any, block: Table) -> None:
    table = document.add_table(rows=1, cols=len(block.head))
    table.style = "Table Grid"
    _fill(table.rows[0], block.head, block, bold=True)
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)  # noqa: SLF001 - python-docx has no public way
    for row in block.rows:
        _fill(table.add_row(), row, block)
    document.add_paragraph()


def _fill(row: Any, texts: Any, block: Table, *, bold: bool = False) -> None:
    for i, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        paragraph = cell.paragraphs[0]
        run = paragraph.add_run(without_controls(text))
        run.bold, run.font.size = bold, Pt(9)
        if i in block.right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _add_picture(document: Any, picture: Path) -> None:
    require_picture(picture, _PICTURES)
    document.add_picture(str(picture), width=Cm(22))


def _undated(packed: bytes) -> bytes:
    """Pack again with the same date on every part: a Word file is a zip, and a zip keeps the clock."""
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(packed)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, _EPOCH), source.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
