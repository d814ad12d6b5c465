"""The paper of a Word document: styles and margins as decree 30/2020/NĐ-CP has them, or an office's own."""

from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from bk_gis.errors import InputError, Lang
from bk_gis.io.whole import existing, file_error, saying_faults
from bk_gis.language.words import both
from bk_gis.reports.layout import Block, Table
from bk_gis.reports.widths import FONT, column_widths, row_lines
from bk_gis.reports.word.parts import field, property_of

TABLE_SIZE = 11  # points, of letters in tables
_SIDES = 1.1  # ems, what a cell has beside its text
_WIDER = 1.2  # by which letters of other fonts, such as Arial, may be wider than those of Times
_TALL = 6  # lines of a row; where one would be taller, a table may want the paper turned
TONGUES = {"vi": "vi-VN", "en": "en-US"}
_NEEDED = ("Normal", "Title", "Heading 1")
_LEAST = 8  # cm between the margins, below which no table can be read
# Size, bold, alignment; before, after in points.
_STYLES = {
    "Normal": (13, False, WD_ALIGN_PARAGRAPH.JUSTIFY, 0, 6),
    "Title": (14, True, WD_ALIGN_PARAGRAPH.CENTER, 12, 6),
    "Subtitle": (13, False, WD_ALIGN_PARAGRAPH.CENTER, 0, 12),
    "Heading 1": (14, True, WD_ALIGN_PARAGRAPH.LEFT, 12, 6),
    "Table Text": (11, False, WD_ALIGN_PARAGRAPH.LEFT, 1, 1),
    "Caption": (12, True, WD_ALIGN_PARAGRAPH.CENTER, 6, 4),
}


def begin(template: Path | None, lang: Lang) -> Any:
    """Open an empty document with our styles, or with those of a template."""
    if template is None:
        document = Document()
        _set_page(document.sections[0])
    else:
        document = _opened(template)
        for block in [*document.element.body][:-1]:  # the last says what the paper is like
            document.element.body.remove(block)
    there = {style.name for style in document.styles}
    for name in _STYLES:
        if name not in there:
            document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
        if template is None or name not in there:
            _set_style(document.styles[name], own=template is None)
    fonts = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for properties in [fonts, document.styles["Normal"].element.get_or_add_rPr()]:
        if properties is not None:
            property_of(properties, "w:lang", val=TONGUES[lang])
    return document


def texts_of(template: Path) -> int:
    """Count the paragraphs and tables with text on a template's own pages, which a report does not take."""
    document = _opened(template)
    return sum(bool("".join(block.itertext()).strip()) for block in document.element.body)


def picture_room(document: Any) -> tuple[float, float]:
    """Give the millimetres that a picture may have on a page beside its heading and its caption."""
    page = document.sections[-1]
    width, height = _room(document, landscape=page.page_width > page.page_height)
    return width.mm, min(height.mm - 35, width.mm)


def _opened(template: Path) -> Any:
    if template.suffix.lower() != ".docx":
        raise InputError(both("fault_output.template ending", name=template.name))
    with saying_faults(existing(template)):
        try:
            document = Document(str(template))
            kinds = {style.name: style.type for style in document.styles}
            paper = document.sections[-1]
            sides = [getattr(paper, f"{side}_margin") for side in ("left", "right", "top", "bottom")]
            sizes = (paper.page_width, paper.page_height, *sides)
            roomy = None not in sizes and min(_room(document, landscape=False)) > Cm(_LEAST)
        except Exception as error:
            raise file_error(template, both("fault_output.no document")) from error
    protection = document.settings.element.find(qn("w:documentProtection"))
    if protection is not None and protection.get(qn("w:enforcement"), "0") in ("1", "true", "on"):
        raise file_error(template, both("fault_output.protected"))
    needed = [name for name in _STYLES if name in _NEEDED or name in kinds]
    if missing := [name for name in needed if kinds.get(name) != WD_STYLE_TYPE.PARAGRAPH]:
        raise file_error(template, both("fault_output.no styles", styles=missing))
    if not roomy:
        raise file_error(template, both("fault_output.no paper size"))
    return document


def _set_style(style: Any, *, own: bool) -> None:
    """Set a style as we have it; in an office's document it has the letters of that."""
    size, bold, align, before, after = _STYLES[style.name]
    style.font.size, style.font.bold = Pt(size), bold
    layout = style.paragraph_format
    layout.alignment, layout.space_before, layout.space_after = align, Pt(before), Pt(after)
    layout.first_line_indent = Cm(0)
    layout.line_spacing = 1 if style.name == "Table Text" else 1.15
    layout.keep_with_next = style.name in ("Title", "Heading 1") or None
    if own:
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.attrib.clear()
        for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(script), FONT)
        style.font.italic, style.font.color.rgb = False, RGBColor(0, 0, 0)
        # The line below a title, wide letters.
        for name in ("w:pPr/w:pBdr", "w:rPr/w:spacing", "w:rPr/w:kern"):
            for drawn in style.element.findall("/".join(map(qn, name.split("/")))):
                drawn.getparent().remove(drawn)


def _set_page(page: Any) -> None:
    """Set A4 and its margins, with the number of the page above in the middle, but for the first."""
    page.orientation = WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin, page.right_margin, page.top_margin, page.bottom_margin = Cm(3), Cm(2), Cm(2), Cm(2)
    page.header_distance = page.footer_distance = Cm(1)
    page.different_first_page_header_footer = True
    number = page.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field(number, "PAGE", "2")


def _room(document: Any, *, landscape: bool) -> tuple[Any, Any]:
    """Give width and height of what is between the margins; the paper that lies keeps its margins."""
    page = document.sections[-1]
    wide, high = sorted((page.page_width, page.page_height), reverse=landscape)
    spare = wide - page.left_margin - page.right_margin, high - page.top_margin - page.bottom_margin
    return Cm(spare[0] / Cm(1)), Cm(spare[1] / Cm(1))


def widths(document: Any, table: Table, *, landscape: bool) -> list[float]:
    """Divide the width between the margins among the columns of a table, in ems of its letters."""
    room = _room(document, landscape=landscape)[0].pt / TABLE_SIZE
    font = document.styles["Normal"].font.name or ""
    wider = 1 if font.startswith("Times") else _WIDER
    columns = column_widths(table.head, table.rows, room=(room - _SIDES * len(table.head)) / wider)
    spare = max(0.0, room - sum(columns) * wider - _SIDES * len(columns)) / len(columns)
    return [width * wider + _SIDES + spare for width in columns]


def wants_landscape(document: Any, table: Block) -> bool:
    """Say whether rows of a table would be tall on paper that stands, and much lower where it lies."""
    if not isinstance(table, Table):
        return False
    papers = (widths(document, table, landscape=lies) for lies in (False, True))
    columns = ([width - _SIDES for width in room] for room in papers)
    tall, low = (max((row_lines(row, room) for row in table.rows), default=0) for room in columns)
    return tall > _TALL and low < tall * 0.75


def turn(document: Any, *, landscape: bool) -> None:
    """Go on on paper that stands or lies; a new page where that is not so already."""
    page = document.sections[-1]
    if (page.page_width > page.page_height) == landscape:
        return
    if _is_empty(document):
        following = page
    else:
        following = document.add_section()
        ended = document.element.body[-2]  # an empty paragraph, which might begin a page of its own
        ended.getprevious().get_or_add_pPr().append(ended.pPr.sectPr)
        document.element.body.remove(ended)
        following.different_first_page_header_footer = False
    following.page_width, following.page_height = page.page_height, page.page_width
    following.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT


def _is_empty(document: Any) -> bool:
    return len(document.element.body) == 1
