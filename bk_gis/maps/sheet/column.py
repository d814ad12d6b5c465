"""The column beside the map: title, decision, verdict, the annex's table, notes and sources."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from bk_gis.checks.coverage import check_coverage
from bk_gis.checks.foundings import amendment_words, check_status
from bk_gis.maps.placing import Box
from bk_gis.maps.sheet.canvas import GREY, INK, PALE
from bk_gis.maps.sheet.drawing import Drawing
from bk_gis.maps.sheet.marks import draw_sample
from bk_gis.plan.clusters import note_texts
from bk_gis.plan.levels import lying_in
from bk_gis.plan.statuses import UNKNOWN
from bk_gis.plan.vintages import own_year

_NAMES = 0.35  # share of the table that its names need; the earliest of many phases stand in one column
MOST_ROWS = 60  # clusters; with more, the table lists units only
_TEXT, _NOTE = 9.5, 8.0
_YES, _NO = "#17663a", "#a3261b"


class TableRow(NamedTuple):
    """A line of the annex's table: a cluster, or in strong letters a unit or the sum."""

    strong: bool
    name: str
    hectares: list[float]  # by phase
    status: str = UNKNOWN


def draw_column(drawing: Drawing, box: Box, lost: Sequence[str], *, unnamed: bool) -> None:
    """Fill the column; `lost` are the clusters that are not on the map, `unnamed` says whether names are."""
    unit = drawing.canvas.unit
    top = _head(drawing, box)
    height = -_notes(
        replace(drawing, canvas=replace(drawing.canvas, dry=True)), box, 0, lost, unnamed=unnamed
    )
    _notes(drawing, box, box.bottom + height, lost, unnamed=unnamed)
    _table(drawing, Box(box.left, box.bottom + height + 3 * unit, box.right, top - 4 * unit))


def _head(drawing: Drawing, box: Box) -> float:
    canvas, plan, lang = drawing.canvas, drawing.plan, drawing.lang
    u, decision = canvas.unit, plan.decision
    issued = drawing.say(
        "decision", number=decision.number, date=drawing.date(decision.date), issuer=decision.issuer[lang]
    )
    y = canvas.paragraph(box.left, box.top, plan.title[lang], box.width, size=15, bold=True, most=6)
    y = canvas.paragraph(box.left, y - 1.5 * u, issued, box.width, size=_TEXT, colour=GREY)
    if plan.as_of is not None:
        y = canvas.paragraph(box.left, y, amendment_words(plan, lang), box.width, size=_TEXT, colour=GREY)
    found = check_coverage(plan, by=drawing.phases[-1].end, lang=lang)
    colour = INK if not found.ruled else _YES if found.ok else _NO  # no rule, no verdict
    y -= 2.5 * u
    left, width = box.left + 4 * u, box.width - 4 * u
    end = canvas.paragraph(left, y, found.verdict(lang), width, size=10.5, colour=colour, bold=True)
    canvas.box(Box(box.left, end, box.left + 1.5 * u, y - 0.8 * u), fill=colour)
    became = check_status(plan, by=drawing.phases[-1].end).sentence(lang)
    return canvas.paragraph(box.left, end - 1.5 * u, became, box.width, size=_TEXT) if became else end


def _notes(drawing: Drawing, box: Box, top: float, lost: Sequence[str], *, unnamed: bool) -> float:
    canvas, plan = drawing.canvas, drawing.plan
    later = "" if plan.as_of is not None else amendment_words(plan, drawing.lang)
    boundaries, crs = plan.boundaries, plan.crs
    notes = [
        *([drawing.say("not placed", names=", ".join(lost))] if lost else []),
        " ".join(
            drawing.say(key) for key in ("indicative", "leader", "numerals", *(["some"] if unnamed else []))
        ),
        *_noted(drawing),
        *([later] if later else []),
        drawing.say("boundaries", note=boundaries.note[drawing.lang], date=drawing.date(boundaries.date)),
        *_later_note(drawing),
        drawing.say(
            "source",
            number=plan.decision.number,
            credit=boundaries.credit,
            crs=f"{crs.name} ({crs.to_string()})",
        ),
    ]
    for note in notes:
        top = (
            canvas.paragraph(box.left, top, note, box.width, size=_NOTE, colour=GREY, most=8)
            - 0.8 * canvas.unit
        )
    return top


def _noted(drawing: Drawing) -> list[str]:
    """Say what the plan notes of clusters on the sheet, such as what is assumed; one note once."""
    clusters = drawing.plan.clusters
    named = clusters["id"] + ". " + clusters["name"]
    clusters = clusters.assign(said=note_texts(clusters, drawing.lang), named=named)
    shown = clusters[(clusters["said"] != "") & (clusters[drawing.columns].sum(axis=1) > 0)]
    return [f"* {', '.join(group)}: {note}" for note, group in shown.groupby("said", sort=False)["named"]]


def _later_note(drawing: Drawing) -> list[str]:
    """Say what later boundaries were drawn of, and where they are not exact."""
    if drawing.later is None:
        return []
    rough = ", ".join(drawing.later.loc[drawing.later["approximate"] != "", "name"])
    words = drawing.say("later rough", names=rough) if rough else ""
    return [drawing.say("later note", year=drawing.year, own=own_year(drawing.plan), rough=words)]


def table_rows(drawing: Drawing) -> list[TableRow]:
    """
    List the annex as it counts at the horizon: units with their sums, their clusters, the total.

    Units stand in the annex's order, that of their first clusters; those without any at the end. Communes
    have few clusters each, and a cluster may lie in two: there each cluster stands with its place.
    """
    plan, columns, names = drawing.plan, drawing.columns, drawing.unit_names
    stated = lying_in(plan, plan.clusters, drawing.level)
    clusters = plan.clusters[["id", "name", "location", "status", *columns]].assign(of=stated.to_numpy())
    clusters["name"] += np.where(plan.clusters["note"] != "", "*", "")
    clusters = clusters[clusters[columns].sum(axis=1) > 0]
    total = TableRow(strong=True, name=drawing.say("total"), hectares=clusters[columns].sum().tolist())
    rows: list[TableRow] = []
    if drawing.level == "commune" and len(clusters) <= MOST_ROWS:
        labels = clusters["id"] + ". " + clusters["name"] + " · " + clusters["location"]
        figures = clusters[columns].to_numpy().tolist()
        return [*map(TableRow, [False] * len(labels), labels, figures, clusters["status"]), total]
    # Of communes only those with clusters: the others are too many for paper.
    others = () if drawing.level == "commune" else names.index
    within = clusters.explode("of")
    for code in dict.fromkeys([*stated.explode().dropna(), *others]):
        group, name = within[within["of"] == code], names[code]
        label = name if len(group) else f"{name} ({drawing.say('none')})"
        rows.append(TableRow(strong=True, name=label, hectares=group[columns].sum().tolist()))
        if len(clusters) <= MOST_ROWS:
            labels = [f"{i}. {cluster}" for i, cluster in zip(group["id"], group["name"], strict=True)]
            figures = group[columns].to_numpy().tolist()
            rows += map(TableRow, [False] * len(group), labels, figures, group["status"])
    lost = within[within["of"].isna()]  # without a unit, since they have no place
    rows += [
        TableRow(strong=False, name=f"{i}. {name}", hectares=list(figures), status=status)
        for i, name, status, *figures in lost[["id", "name", "status", *columns]].itertuples(index=False)
    ]
    return [*rows, total]


def _figures(
    drawing: Drawing, rows: Sequence[TableRow], merged: int, size: float
) -> tuple[list[list[str]], list[list[str]]]:
    """Heads and cells: a column a phase, so many of the first ones merged with the next, and the sum."""
    first, *others = drawing.phases[merged:]
    words = [f"–{first.end}" if merged else first.id, *(phase.id for phase in others), drawing.say("total")]
    wrapped = (
        drawing.canvas.wrap(word.replace("-", "- "), 12 * drawing.canvas.unit, size, bold=True)[:2]
        for word in words
    )
    heads = [[line.replace("- ", "-") for line in lines] for lines in wrapped]  # a line may end at a hyphen
    cells = [
        [
            drawing.number(value) if value else "–"
            for value in (sum(values[: merged + 1]), *values[merged + 1 :], sum(values))
        ]
        for values in (row.hectares for row in rows)
    ]
    return heads, cells


def _table(drawing: Drawing, box: Box) -> None:
    """Draw the table in letters as large as the room allows."""
    canvas, u = drawing.canvas, drawing.canvas.unit
    rows = table_rows(drawing)
    caption = drawing.say("table", by=drawing.phases[-1].end)
    y = canvas.paragraph(box.left, box.top, caption, box.width, size=10.5, bold=True) - u
    high = min((y - box.bottom) / (len(rows) + 1.6), 5.6 * u)
    size = min(high / (1.21 * canvas.leading(1)), 9.5)
    for merged in range(len(drawing.phases)):
        heads, cells = _figures(drawing, rows, merged, size)
        widths = [
            max(canvas.wide(text, size, bold=True) for text in (*head, *column)) + 3 * u
            for head, *column in zip(heads, *cells, strict=True)
        ]
        room = box.width - sum(widths)
        if room > _NAMES * box.width:
            break
    rights = [box.right - sum(widths[i + 1 :]) - 0.8 * u for i in range(len(widths))]
    listed = "" if all(row.strong for row in rows) else " and cluster"
    name = drawing.say(f"{drawing.level}{listed}")
    canvas.text(box.left + u, y - 0.7 * high, canvas.cut(name, room, size, bold=True), size=size, bold=True)
    for head, right in zip(heads, rights, strict=True):
        for i, line in enumerate(head):
            canvas.text(right, y - (0.7 + 0.75 * i) * high, line, size=size, bold=True, align="right")
    y -= 1.6 * high
    canvas.line((box.left, y), (box.right, y), width=0.8)
    for (strong, label, _, status), texts in zip(rows, cells, strict=True):
        if strong:
            canvas.box(Box(box.left, y - high, box.right, y), fill=PALE, z=1)
        indent = u if strong else 4 * u
        base = y - 0.7 * high
        text = canvas.cut(label, room - indent, size, bold=strong)
        canvas.text(box.left + indent, base, text, size=size, bold=strong)
        if status != UNKNOWN:
            draw_sample(canvas, box.left + 1.7 * u, y - high / 2, 0.15 * high, status)
        for cell, right in zip(texts, rights, strict=True):
            canvas.text(right, base, cell, size=size, bold=strong, align="right")
        y -= high
        canvas.line((box.left, y), (box.right, y), width=0.25, colour="#c5ccd1", z=2)
