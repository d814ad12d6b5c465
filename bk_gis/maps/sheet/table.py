"""The tables of the sheet: the annex as it counts at the horizon, and hectares by sub-region and phase."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from bk_gis.maps.placing import Box
from bk_gis.maps.sheet.canvas import PALE
from bk_gis.maps.sheet.drawing import Drawing
from bk_gis.maps.sheet.layout import CAPTION, SMALLEST
from bk_gis.maps.sheet.marks import draw_sample
from bk_gis.plan.levels import lying_in, units_of
from bk_gis.plan.statuses import UNKNOWN

ROW = 4.2  # millimetres on A3, where there is room
_NAMES = 0.35  # share of the table that its names need; the earliest of many phases stand in one column
_HEAD = 1.8  # rows
_LARGEST = 9.5  # points on A3


class TableRow(NamedTuple):
    """A line of a table: a cluster, or in strong letters a unit or the sum."""

    strong: bool
    name: str
    hectares: list[float]  # by phase
    status: str = UNKNOWN


class HectareTable(NamedTuple):
    """A table of hectares by phase, with what stands above it and above its names."""

    caption: str
    head: str
    rows: list[TableRow]


def annex_tables(drawing: Drawing) -> list[HectareTable]:
    """List the annex's table, then the same with less in it, for a paper on which it has no room."""
    rows = _annex_rows(drawing)
    units = drawing.say(drawing.level)
    caption = drawing.say("table", by=drawing.phases[-1].end)
    full = HectareTable(caption, drawing.say(f"{drawing.level} and cluster"), rows)
    less = f"{caption}; {drawing.say('table short')}"
    by_unit = HectareTable(less, units, _unit_rows(drawing, with_clusters=False))
    return [full, by_unit, HectareTable(less, "", rows[-1:])]


def region_table(drawing: Drawing) -> HectareTable | None:
    """Add up the hectares of each sub-region, where the annex's table does not."""
    plan, columns = drawing.plan, drawing.columns
    if len(plan.subregions) < 2 or drawing.level == "subregion":
        return None
    sums = plan.clusters[columns].groupby(units_of(plan, plan.clusters, "subregion").to_numpy()).sum()
    sums = sums.reindex(plan.subregions["id"], fill_value=0.0)
    labels = plan.subregions[f"label_{drawing.lang}"]
    rows = [
        TableRow(strong=False, name=name, hectares=ha)
        for name, ha in zip(labels, sums.to_numpy().tolist(), strict=True)
    ]
    caption = drawing.say("region table", by=drawing.phases[-1].end)
    return HectareTable(caption, drawing.say("subregion"), [*rows, _total(drawing)])


def _total(drawing: Drawing) -> TableRow:
    hectares = drawing.plan.clusters[drawing.columns].sum().tolist()
    return TableRow(strong=True, name=drawing.say("total"), hectares=hectares)


def _annex_rows(drawing: Drawing) -> list[TableRow]:
    """
    List the annex as it counts at the horizon: units with their sums, their clusters, the total.

    Communes have few clusters each, and a cluster may lie in two: there each cluster stands with its place.
    """
    if drawing.level != "commune":
        return _unit_rows(drawing, with_clusters=True)
    clusters, columns = _counted(drawing), drawing.columns
    labels = clusters["id"] + ". " + clusters["name"] + " · " + clusters["location"]
    figures = clusters[columns].to_numpy().tolist()
    rows = map(TableRow, [False] * len(labels), labels, figures, clusters["status"])
    return [*rows, _total(drawing)]


def _unit_rows(drawing: Drawing, *, with_clusters: bool) -> list[TableRow]:
    """
    List units with their sums, in the annex's order, that of their first clusters.

    Those without any stand at the end; of communes only those with clusters, the others are too many.
    """
    columns, names, clusters = drawing.columns, drawing.unit_names, _counted(drawing)
    stated = lying_in(drawing.plan, drawing.plan.clusters, drawing.level)
    within = clusters.assign(of=stated[clusters.index].to_numpy()).explode("of")
    others = () if drawing.level == "commune" else names.index
    rows: list[TableRow] = []
    for code in dict.fromkeys([*stated.explode().dropna(), *others]):
        group, name = within[within["of"] == code], names[code]
        if drawing.level == "commune" and not len(group):
            continue
        label = name if len(group) else f"{name} ({drawing.say('none')})"
        rows.append(TableRow(with_clusters, label, hectares=group[columns].sum().tolist()))
        if with_clusters:
            rows += _cluster_rows(group, columns)
    lost = within[within["of"].isna()]  # without a unit, since they have no place
    return [*rows, *_cluster_rows(lost, columns), _total(drawing)]


def _cluster_rows(clusters: pd.DataFrame, columns: list[str]) -> list[TableRow]:
    labels = clusters["id"] + ". " + clusters["name"]
    figures = clusters[columns].to_numpy().tolist()
    return list(map(TableRow, [False] * len(labels), labels, figures, clusters["status"]))


def _counted(drawing: Drawing) -> pd.DataFrame:
    """Clusters of the horizon; a star says that there is a note."""
    plan, columns = drawing.plan, drawing.columns
    clusters = plan.clusters[["id", "name", "location", "status", *columns]].copy()
    clusters["name"] += np.where(plan.clusters["note"] != "", "*", "")
    return clusters[clusters[columns].sum(axis=1) > 0]


def row_height(drawing: Drawing, table: HectareTable, boxes: Sequence[Box]) -> float:
    """Find how high rows may be, in these boxes one after the other; 0 where nobody could read them."""
    canvas = drawing.canvas
    each = math.ceil(len(table.rows) / len(boxes)) + _HEAD
    high = min(5.6 * canvas.unit, (boxes[0].height - caption_height(drawing, table, boxes[0].width)) / each)
    return high if _letters(drawing, high) * canvas.unit >= SMALLEST else 0.0


def table_height(drawing: Drawing, table: HectareTable, width: float, columns: int = 1) -> float:
    """Measure a table in rows of the usual height."""
    rows = math.ceil(len(table.rows) / columns) + _HEAD
    return caption_height(drawing, table, width) + rows * ROW * drawing.canvas.unit


def caption_height(drawing: Drawing, table: HectareTable, width: float) -> float:
    """Measure what stands above a table."""
    canvas = drawing.canvas
    lines = canvas.wrap(table.caption, width, CAPTION, bold=True)
    return len(lines) * canvas.leading(CAPTION) + canvas.unit


def _letters(drawing: Drawing, high: float) -> float:
    return min(high / (1.21 * drawing.canvas.leading(1)), _LARGEST)


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


def draw_table(drawing: Drawing, table: HectareTable, boxes: Sequence[Box], high: float) -> None:
    """Draw a table in rows of a height; it goes on in the next box, under the same heads."""
    canvas, u, rows = drawing.canvas, drawing.canvas.unit, table.rows
    size, width = _letters(drawing, high), boxes[0].width
    for merged in range(len(drawing.phases)):
        heads, cells = _figures(drawing, rows, merged, size)
        widths = [
            max(canvas.wide(text, size, bold=True) for text in (*head, *column)) + 3 * u
            for head, *column in zip(heads, *cells, strict=True)
        ]
        room = width - sum(widths)
        if room > _NAMES * width:
            break
    each = math.ceil(len(rows) / len(boxes))
    for i, box in enumerate(boxes):
        # Where each column ends, that of the names first.
        rights = [box.left + room, *(box.right - sum(widths[j + 1 :]) - 0.8 * u for j in range(len(widths)))]
        y = box.top
        if i == 0:
            canvas.paragraph(box.left, y, table.caption, width, size=CAPTION, bold=True)
        y -= caption_height(drawing, table, width)
        head = canvas.cut(table.head, room, size, bold=True)
        canvas.text(box.left + u, y - 0.7 * high, head, size=size, bold=True)
        for words, right in zip(heads, rights[1:], strict=True):
            for j, line in enumerate(words):
                canvas.text(right, y - (0.7 + 0.8 * j) * high, line, size=size, bold=True, align="right")
        y -= _HEAD * high
        canvas.line((box.left, y), (box.right, y), width=0.8)
        here = slice(i * each, (i + 1) * each)
        for row, texts in zip(rows[here], cells[here], strict=True):
            _draw_row(drawing, row, texts, Box(box.left, y - high, box.right, y), rights)
            y -= high


def _draw_row(
    drawing: Drawing, row: TableRow, texts: Sequence[str], box: Box, rights: Sequence[float]
) -> None:
    canvas, u, high, strong = drawing.canvas, drawing.canvas.unit, box.height, row.strong
    size, base = _letters(drawing, high), box.top - 0.7 * high
    if strong:
        canvas.box(box, fill=PALE, z=1)
    indent = u if strong else 4 * u
    text = canvas.cut(row.name, rights[0] - box.left - indent, size, bold=strong)
    canvas.text(box.left + indent, base, text, size=size, bold=strong)
    if row.status != UNKNOWN:
        draw_sample(canvas, box.left + 1.7 * u, box.top - high / 2, 0.15 * high, row.status)
    for cell, right in zip(texts, rights[1:], strict=True):
        canvas.text(right, base, cell, size=size, bold=strong, align="right")
    canvas.line((box.left, box.bottom), (box.right, box.bottom), width=0.25, colour="#c5ccd1", z=2)
