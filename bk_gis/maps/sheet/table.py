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
_INDENT = 4.0  # millimetres on A3, of a cluster
_LARGEST = 9.5  # points on A3


class TableRow(NamedTuple):
    """A line of a table: a cluster, or in strong letters a unit or the sum."""

    strong: bool
    name: str
    hectares: list[float]  # by phase
    status: str = UNKNOWN


class _Columns(NamedTuple):
    """Columns of a table: letters in points, the width of names, where figures end, heads and cells."""

    size: float
    room: float
    rights: list[float]  # from the left edge
    heads: list[list[str]]
    cells: list[list[str]]


class HectareTable(NamedTuple):
    """A table of hectares by phase, with what stands above it and above its names."""

    caption: str
    head: str
    rows: list[TableRow]


def annex_tables(drawing: Drawing) -> list[HectareTable]:
    """List the annex's table, then the same with less in it, for a paper on which it has no room."""
    return drawing.once("annex", lambda: _annex_tables(drawing))


def _annex_tables(drawing: Drawing) -> list[HectareTable]:
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
    clusters = _counted(drawing)
    placed = clusters.assign(name=clusters["name"] + " · " + clusters["location"])
    return [*_cluster_rows(placed, drawing.columns), _total(drawing)]


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
        group = within[within["of"] == code]
        if code not in names.index or (drawing.level == "commune" and not len(group)):
            continue  # on a part, where a cluster lies between it and another
        label = names[code] if len(group) else f"{names[code]} ({drawing.say('none')})"
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
    width, size = boxes[0].width, _letters(drawing, high)
    columns = _columns(drawing, rows, width, size)
    longest = max(canvas.wide(row.name, 1, bold=row.strong) for row in rows)
    if longest * size > columns.room - _INDENT * u:  # smaller letters rather than names that are cut
        size = max((columns.room - _INDENT * u) / longest, SMALLEST / u, 0.75 * size)
        columns = _columns(drawing, rows, width, size)
    each = math.ceil(len(rows) / len(boxes))
    for i, box in enumerate(boxes):
        y = box.top
        if i == 0:
            canvas.paragraph(box.left, y, table.caption, width, size=CAPTION, bold=True)
        y -= caption_height(drawing, table, width)
        head = canvas.cut(table.head, columns.room, size, bold=True)
        canvas.text(box.left + u, y - 0.7 * high, head, size=size, bold=True)
        for words, right in zip(columns.heads, columns.rights, strict=True):
            for j, line in enumerate(words):
                at = box.left + right, y - (0.7 + 0.8 * j) * high
                canvas.text(*at, line, size=size, bold=True, align="right")
        y -= _HEAD * high
        canvas.line((box.left, y), (box.right, y), width=0.8)
        for k in range(i * each, min((i + 1) * each, len(rows))):
            _draw_row(drawing, Box(box.left, y - high, box.right, y), rows[k], columns, columns.cells[k])
            y -= high


def _columns(drawing: Drawing, rows: Sequence[TableRow], width: float, size: float) -> _Columns:
    """Give figures the room that they need, and names what is left; early phases become one, if need be."""
    canvas, u = drawing.canvas, drawing.canvas.unit
    for merged in range(len(drawing.phases)):
        heads, cells = _figures(drawing, rows, merged, size)
        widths = [
            max(canvas.wide(text, size, bold=True) for text in (*head, *column)) + 3 * u
            for head, *column in zip(heads, *cells, strict=True)
        ]
        room = width - sum(widths)
        if room > _NAMES * width:
            break
    rights = [width - sum(widths[i + 1 :]) - 0.8 * u for i in range(len(widths))]
    return _Columns(size, room, rights, heads, cells)


def _draw_row(drawing: Drawing, box: Box, row: TableRow, columns: _Columns, texts: Sequence[str]) -> None:
    canvas, u, high, size = drawing.canvas, drawing.canvas.unit, box.height, columns.size
    base, indent = box.top - 0.7 * high, u if row.strong else _INDENT * u
    if row.strong:
        canvas.box(box, fill=PALE, z=1)
    text = canvas.cut(row.name, columns.room - indent, size, bold=row.strong)
    canvas.text(box.left + indent, base, text, size=size, bold=row.strong)
    if row.status != UNKNOWN:
        draw_sample(canvas, box.left + 1.7 * u, box.top - high / 2, 0.15 * high, row.status)
    for cell, right in zip(texts, columns.rights, strict=True):
        canvas.text(box.left + right, base, cell, size=size, bold=row.strong, align="right")
    canvas.line((box.left, box.bottom), (box.right, box.bottom), width=0.25, colour="#c5ccd1", z=2)
