"""The blocks of a report in Word: headings, paragraphs, numbered tables and pictures, contents."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from docx.enum.table import WD_ALIGN_VERTICAL, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from bk_gis.errors import Lang
from bk_gis.io.writing import without_controls
from bk_gis.language.words import say
from bk_gis.reports.layout import Picture, Table, require_picture
from bk_gis.reports.word import parts
from bk_gis.reports.word.page import TABLE_SIZE, picture_room, widths

_PICTURES = (".png", ".jpg", ".jpeg")
_TOGETHER = 3  # rows at either end of a table that no page parts from it
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


@dataclass
class Writer:
    """Writes blocks one after another, and counts what bears a number."""

    document: Any
    lang: Lang
    counts: dict[str, int] = field(default_factory=lambda: {"heading": 0, "table": 0, "figure": 0})

    def paragraph(self, text: str, style: str = "Normal") -> Any:
        """Add a paragraph; text that it cannot hold is marked."""
        return self.document.add_paragraph(without_controls(text), style)

    def heading(self, text: str) -> None:
        """Add a heading with its number, unless the style counts by itself."""
        number = self._count("heading")
        own = self.document.styles["Heading 1"].element.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None
        heading = self.paragraph(text if own else f"{number}. {text}", "Heading 1")
        parts.mark(heading, f"_Toc{number}", number)

    def contents(self, headings: Sequence[str]) -> None:
        """List the headings that follow; Word and LibreOffice know their pages once they lay them out."""
        page = self.document.sections[0]
        edge = page.page_width - page.left_margin - page.right_margin
        self.paragraph(say("report.contents", self.lang), "Caption").paragraph_format.keep_with_next = True
        for number, heading in enumerate(headings, start=1):
            line = self.paragraph("")
            line.paragraph_format.tab_stops.add_tab_stop(edge, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
            line.alignment, line.paragraph_format.space_after = WD_ALIGN_PARAGRAPH.LEFT, Pt(0)
            made = parts.link(line, f"_Toc{number}", f"{number}. {without_controls(heading)}\t")
            parts.field(line, f"PAGEREF _Toc{number} \\h", "…", within=made)

    def table(self, block: Table, title: str) -> None:
        """Add a table below its number and title: the head on each page, no row on two."""
        self._caption("table", title, above=True)
        table = self.document.add_table(rows=0, cols=len(block.head))
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        properties = table._tbl.tblPr  # noqa: SLF001
        borders = parts.element("w:tblBorders")
        borders.extend(parts.element(f"w:{e}", val="single", sz="4", space="0", color="auto") for e in _EDGES)
        properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
        lies = self.document.sections[-1].page_width > self.document.sections[-1].page_height
        columns = [Pt(ems * TABLE_SIZE) for ems in widths(self.document, block, landscape=lies)]
        for column, width in zip(table.columns, columns, strict=True):
            column.width = width
        lines = [block.head, *block.rows]
        for i, texts in enumerate(lines):
            row = table.add_row()
            stays = i < _TOGETHER or len(lines) - _TOGETHER <= i < len(lines) - 1
            self._fill(row, texts, columns, block, head=i == 0, stays=stays and len(lines) > i + 1)
        # What Word wants behind a table is too low to begin a page of its own.
        behind = self.paragraph("").paragraph_format
        behind.line_spacing, behind.space_before, behind.space_after = Pt(1), Pt(0), Pt(5)

    def _fill(self, row: Any, texts: Any, columns: Any, block: Table, *, head: bool, stays: bool) -> None:
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001
        properties.append(parts.element("w:cantSplit"))
        if head:
            properties.append(parts.element("w:tblHeader"))
        style = self.document.styles["Table Text"].style_id
        for i, (cell, text, width) in enumerate(zip(row.cells, texts, columns, strict=True)):
            cell.width = width
            paragraph = cell.paragraphs[0]
            paragraph._p.style = style  # noqa: SLF001 - python-docx would look for it each time
            paragraph.add_run(without_controls(text)).bold = head or None
            paragraph.paragraph_format.keep_with_next = stays or None
            cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER if head else None
            if head or i in block.right:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if head else WD_ALIGN_PARAGRAPH.RIGHT

    def picture(self, block: Picture, title: str) -> None:
        """Add a picture above its number and title, as large as it is or as the page has room for."""
        require_picture(block.path, _PICTURES)
        line = self.document.add_paragraph()
        line.alignment, line.paragraph_format.keep_with_next = WD_ALIGN_PARAGRAPH.CENTER, True
        line.paragraph_format.first_line_indent = Cm(0)
        shape = line.add_run().add_picture(str(block.path))
        wide, high = picture_room(self.document)
        scale = min(1, wide / shape.width.mm, high / shape.height.mm)
        shape.width, shape.height = Cm(shape.width.cm * scale), Cm(shape.height.cm * scale)
        described = shape._inline.docPr  # noqa: SLF001
        described.set("title", without_controls(title))
        described.set("descr", without_controls(block.shows or title))
        self._caption("figure", title, above=False)

    def _caption(self, kind: str, title: str, *, above: bool) -> None:
        caption = self.document.add_paragraph(f"{say(f'report.{kind}', self.lang)} ", "Caption")
        parts.field(caption, f"SEQ {kind} \\* ARABIC", str(self._count(kind)))
        caption.add_run(f". {without_controls(title)}")
        caption.paragraph_format.keep_with_next = above

    def _count(self, kind: str) -> int:
        self.counts[kind] += 1
        return self.counts[kind]
