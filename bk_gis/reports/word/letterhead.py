"""Head and foot of an office's paper, laid out as annex I of decree 30/2020/NĐ-CP asks."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from bk_gis.errors import Lang
from bk_gis.io.writing import without_controls
from bk_gis.language.words import say
from bk_gis.reports.widths import text_width
from bk_gis.reports.word.parts import element

_UNKNOWN = "……"  # to be filled in by hand
_SHARES = (0.42, 0.58)  # of the width, for the agency and for the state


@dataclass(frozen=True)
class Letterhead:
    """
    Who issues a paper, with its number, place and date, and who signs as what; what is left out is for a pen.

    `agencies` are the agency that issues it, below the one that it is part of.
    """

    agencies: Sequence[str]
    number: str = ""
    place: str = ""
    date: dt.date | None = None
    signatory: str = ""
    name: str = ""


def add_letterhead(document: Any, head: Letterhead, lang: Lang) -> None:
    """Put agency and number beside the state's name and motto, place and date; then the kind of paper."""
    left, right = _columns(document)
    *above, own = [without_controls(agency).upper() for agency in head.agencies]
    for agency in above:
        _line(left, agency, 12)
    _line(left, own, 12, bold=True, ruled=0.4)
    _line(left, say("report.number", lang, number=without_controls(head.number) or _UNKNOWN), 13)
    _line(right, say("report.state", lang), 12, bold=True)
    _line(right, say("report.motto", lang), 13, bold=True, ruled=1)
    day = head.date
    # A zero goes before days of one digit, and before the months 1 and 2 alone.
    d, m, y = (f"{day:%d}", f"{day:%m}" if day.month < 3 else day.month, day.year) if day else [_UNKNOWN] * 3
    place = without_controls(head.place) or _UNKNOWN
    _line(right, say("report.dated", lang, place=place, day=d, month=m, year=y), 13, italic=True)
    kind = document.add_paragraph(say("report.kind", lang), "Title")
    kind.paragraph_format.space_after = Pt(0)


def add_signature(document: Any, head: Letterhead, lang: Lang) -> None:
    """Leave room for who signs, and name who gets a copy."""
    between = document.add_paragraph().paragraph_format
    between.space_after, between.keep_with_next = Pt(0), True
    left, right = _columns(document)
    _line(left, say("report.copies", lang), 12, bold=True, italic=True, side=WD_ALIGN_PARAGRAPH.LEFT)
    for copy in (f"- {_UNKNOWN};", say("report.file copy", lang)):
        _line(left, copy, 11, side=WD_ALIGN_PARAGRAPH.LEFT)
    signatory = without_controls(head.signatory).upper() or say("report.signer", lang)
    for text in (signatory, "", "", "", without_controls(head.name)):
        _line(right, text, 13, bold=True)


def _columns(document: Any) -> tuple[Any, Any]:
    """Add two columns without lines; each is a cell."""
    page = document.sections[-1]
    room = page.page_width - page.left_margin - page.right_margin
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    table.rows[0]._tr.get_or_add_trPr().append(element("w:cantSplit"))  # noqa: SLF001
    for column, cell, share in zip(table.columns, table.rows[0].cells, _SHARES, strict=True):
        column.width = cell.width = int(room * share)
    return tuple(table.rows[0].cells)


def _line(
    cell: Any,
    text: str,
    size: int,
    *,
    bold: bool = False,
    italic: bool = False,
    ruled: float = 0,
    side: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.CENTER,
) -> None:
    """Add a line to a cell; `ruled`, one stands below it, as long as that share of its text."""
    first = cell.paragraphs[0]
    paragraph = cell.add_paragraph() if first.runs or cell.paragraphs[1:] else first
    run = paragraph.add_run(text)
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)
    layout = paragraph.paragraph_format
    paragraph.alignment, layout.first_line_indent, layout.line_spacing = side, Cm(0), 1
    layout.space_before = layout.space_after = Pt(0)
    layout.keep_with_next = True
    if ruled:
        rule = cell.add_paragraph()
        length = min(text_width(text, bold=bold) * size, cell.width.pt - 12) * ruled
        beside = Pt(max(0.0, (cell.width.pt - 12 - length) / 2))
        layout = rule.paragraph_format
        layout.left_indent = layout.right_indent = beside
        layout.first_line_indent, layout.line_spacing = Cm(0), Pt(3)
        layout.space_before, layout.space_after, layout.keep_with_next = Pt(0), Pt(3), True
        borders = element("w:pBdr")
        borders.append(element("w:bottom", val="single", sz="6", space="1", color="auto"))
        rule._p.get_or_add_pPr().insert_element_before(  # noqa: SLF001
            borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )
