"""The texts of the sheet: title, decision, verdict, tables, notes and sources, agency and signature."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from bk_gis.checks.foundings import amendment_words, check_status
from bk_gis.maps.placing import Box
from bk_gis.maps.sheet.canvas import GREY, INK
from bk_gis.maps.sheet.drawing import Drawing
from bk_gis.maps.sheet.layout import BLOCK, CAPTION, GAP, NOTE, SMALL, TEXT, TITLE
from bk_gis.maps.sheet.table import (
    ROW,
    annex_tables,
    draw_table,
    region_table,
    row_height,
    table_height,
)
from bk_gis.places.geocoding import is_placed
from bk_gis.plan.clusters import note_texts
from bk_gis.plan.notebook import decision_words
from bk_gis.plan.vintages import own_year

_YES, _NO = "#17663a", "#a3261b"
_NOTES = 8  # of clusters, at most; more would take the table's place


def columns_height(drawing: Drawing, width: float, count: int) -> float:
    """Measure how high so many columns have to be for the texts, with rows of the usual height."""
    head, foot = _head_height(drawing, width), _foot_height(drawing, width)
    table = table_height(drawing, annex_tables(drawing)[0], width, max(1, count - 2))
    return max(table, head + foot) if count <= 2 else max(table, head, foot)


def table_boxes(drawing: Drawing, columns: Sequence[Box]) -> list[Box]:
    """Find where the annex's table stands: between the other texts, or in columns of its own."""
    if len(columns) > 1:
        return list(columns[1:-1] or columns[1:])
    (column,) = columns
    head, foot = _head_height(drawing, column.width), _foot_height(drawing, column.width)
    return [Box(column.left, column.bottom + foot, column.right, column.top - head)]


def fitting_table(drawing: Drawing, columns: Sequence[Box]) -> tuple[int, float] | None:
    """Choose how much the annex's table says, 0 being all of it, and how high its rows are."""
    width = columns[0].width
    head, foot = _head_height(drawing, width), _foot_height(drawing, width)
    if columns[0].height < (max(head, foot) if len(columns) > 2 else head + foot):
        return None
    boxes = table_boxes(drawing, columns)
    heights = [row_height(drawing, table, boxes) for table in annex_tables(drawing)]
    return next(((i, high) for i, high in enumerate(heights) if high), None)


def draw_columns(drawing: Drawing, columns: Sequence[Box], *, unnamed: bool) -> None:
    """Fill the columns; `unnamed` says whether names are left out on the map."""
    first, last = columns[0], columns[0 if len(columns) == 2 else -1]
    _head(drawing, first)
    foot = _foot_height(drawing, last.width, unnamed=unnamed)
    _foot(drawing, replace(last, top=last.bottom + foot), unnamed=unnamed)
    fits = fitting_table(drawing, columns)
    if fits is not None:
        draw_table(drawing, annex_tables(drawing)[fits[0]], table_boxes(drawing, columns), fits[1])


def _head_height(drawing: Drawing, width: float) -> float:
    return drawing.once(("head", width), lambda: -_head(drawing.dry, Box(0, 0, width, 0)))


def _foot_height(drawing: Drawing, width: float, *, unnamed: bool = True) -> float:
    box = Box(0, 0, width, 0)
    return drawing.once(("foot", width, unnamed), lambda: -_foot(drawing.dry, box, unnamed=unnamed))


def _head(drawing: Drawing, box: Box) -> float:
    """Write title, decision and verdict, and the hectares of sub-regions; gives where that ends."""
    canvas, plan, lang = drawing.canvas, drawing.plan, drawing.lang
    u, issued = canvas.unit, decision_words(plan, lang, "sheet")
    paragraph = partial(canvas.paragraph, box.left, width=box.width)
    y = box.top
    if drawing.part is not None:
        y = paragraph(y, drawing.part.name, size=TITLE, bold=True, most=4) - u
    size = TITLE if drawing.part is None else TEXT
    y = paragraph(y, plan.heading[lang], size=size, bold=True, most=6)
    y = paragraph(y - 1.5 * u, issued, size=TEXT, colour=GREY)
    if plan.as_of is not None:
        y = paragraph(y, amendment_words(plan, lang), size=TEXT, colour=GREY)
    end = y - u
    for ok, words in drawing.verdicts:
        colour = INK if ok is None else _YES if ok else _NO  # no rule, no verdict
        y = end - 1.5 * u
        left, width = box.left + 4 * u, box.width - 4 * u
        end = canvas.paragraph(left, y, words, width, size=CAPTION, colour=colour, bold=True)
        canvas.box(Box(box.left, end, box.left + 1.5 * u, y - 0.8 * u), fill=colour)
    became = check_status(plan, by=drawing.phases[-1].end).sentence(lang)
    y = paragraph(end - 1.5 * u, became, size=TEXT) if became else end
    if table := region_table(drawing):
        top = y - GAP / 2 * u
        y = top - table_height(drawing, table, box.width)
        draw_table(drawing, table, [replace(box, top=top, bottom=y)], ROW * u)
    return y - GAP / 2 * u


def _foot(drawing: Drawing, box: Box, *, unnamed: bool) -> float:
    """Write notes and sources, and below them who issues the sheet; gives where that ends."""
    canvas, plan = drawing.canvas, drawing.plan
    later = "" if plan.as_of is not None else amendment_words(plan, drawing.lang)
    boundaries, crs = plan.boundaries, drawing.whole.crs
    lost = plan.clusters.loc[~is_placed(plan.clusters) & drawing.counts, "name"]
    source = {"number": plan.decision.number, "credit": boundaries.credit}
    source["crs"] = f"{crs.name} ({crs.to_string()})"
    said = ("indicative", "leader", "numerals", *(["some"] if unnamed else []))
    notes = [
        *([drawing.say("not placed", names=", ".join(lost))] if len(lost) else []),
        " ".join(map(drawing.say, said)),
        *_noted(drawing),
        *([later] if later else []),
        drawing.say("boundaries", note=boundaries.note[drawing.lang], date=drawing.date(boundaries.date)),
        *_later_note(drawing),
        drawing.say("source", **source),
    ]
    y = box.top - GAP / 2 * canvas.unit
    for note in notes:
        y = canvas.paragraph(box.left, y, note, box.width, size=NOTE, colour=GREY, most=8)
        y -= 0.8 * canvas.unit
    end = y - (GAP / 2 + BLOCK) * canvas.unit
    _block(drawing, Box(box.left, end, box.right, end + BLOCK * canvas.unit))
    return end


def _noted(drawing: Drawing) -> list[str]:
    """Say what the plan notes of clusters on the sheet, such as what is assumed; one note once."""
    clusters = drawing.plan.clusters
    named = clusters["id"] + ". " + clusters["name"]
    clusters = clusters.assign(said=note_texts(clusters, drawing.lang), named=named)
    shown = clusters[(clusters["said"] != "") & drawing.counts]
    groups = list(shown.groupby("said", sort=False)["named"])
    said = [f"* {', '.join(group)}: {note}" for note, group in groups[:_NOTES]]
    rest = [name.partition(". ")[0] for _, group in groups[_NOTES:] for name in group]
    return [*said, drawing.say("more notes", clusters=", ".join(rest))] if rest else said


def _later_note(drawing: Drawing) -> list[str]:
    """Say what later boundaries were drawn of, and where they are not exact."""
    if drawing.later is None:
        return []
    rough = ", ".join(drawing.later.loc[drawing.later["approximate"] != "", "name"])
    words = drawing.say("later rough", names=rough) if rough else ""
    return [drawing.say("later note", year=drawing.year, own=own_year(drawing.plan), rough=words)]


def _block(drawing: Drawing, box: Box) -> None:
    """Draw the block of agency, sheet number, date and signature; what plan.toml leaves out is for a pen."""
    canvas, u, plan, lang = drawing.canvas, drawing.canvas.unit, drawing.plan, drawing.lang
    stated, middle = plan.sheet, (box.left + box.right) / 2
    agency = stated.agency or plan.decision.owner or plan.decision.issuer
    canvas.box(box, edge=0.8)
    canvas.line((middle, box.bottom), (middle, box.top), width=0.5)
    split = box.bottom + 10 * u
    canvas.line((box.left, split), (middle, split), width=0.5)
    left, width = box.left + 2 * u, middle - box.left - 4 * u
    y = canvas.paragraph(left, box.top - u, drawing.say("agency"), width, size=SMALL, colour=GREY)
    canvas.paragraph(left, y - u, agency[lang], width, size=TEXT, bold=True, most=4)
    y = canvas.paragraph(left, split - u, drawing.say("number"), width, size=SMALL, colour=GREY)
    number = " · ".join(filter(None, (stated.number, drawing.page))) or "." * 16
    canvas.paragraph(left, y, number, width, size=TEXT, bold=True, most=1)
    centre = (middle + box.right) / 2
    dated = drawing.say("dated", date=drawing.date(stated.date)) if stated.date else drawing.say("no date")
    signatory = (stated.signatory and stated.signatory[lang]) or drawing.say("signatory")
    y, leading = box.top - u, canvas.leading(TEXT)
    for words, bold in ((dated, False), (signatory, True)):
        for line in canvas.wrap(words, width, TEXT, bold=bold)[:3]:
            y -= leading
            canvas.text(centre, y + 0.28 * leading, line, size=TEXT, bold=bold, align="center")
    if stated.name:
        name = canvas.cut(stated.name, width, TEXT, bold=True)
        canvas.text(centre, box.bottom + 2 * u, name, size=TEXT, bold=True, align="center")
