"""The contents of an atlas, and the page of each cluster."""

import math
from collections.abc import Sequence
from typing import Any

from matplotlib.figure import Figure

from bk_gis.language.names import unmarked
from bk_gis.maps.placing import Box
from bk_gis.maps.sheet.canvas import GREY, PALE, blank
from bk_gis.maps.sheet.drawing import Drawing
from bk_gis.maps.sheet.layout import CAPTION, COLUMN, GAP, MARGIN, TEXT, TITLE
from bk_gis.maps.sheet.table import ROW

_HEAD = 22.0  # millimetres on A3, of the title


class Contents:
    """Lines in columns, over as many pages as they need; `parts` are names, and which clusters are there."""

    def __init__(self, drawing: Drawing, size: tuple[float, float], parts: Sequence[tuple[str, Any]]) -> None:
        unit = drawing.canvas.unit
        self.size, self._drawing = size, drawing
        self._sheet = Box(0, 0, *size).shrunk(MARGIN * unit)
        self._columns = int((self._sheet.width + GAP * unit) / ((COLUMN + GAP) * unit))
        self._rows = int((self._sheet.height - (_HEAD + ROW) * unit) / (ROW * unit))
        self._each = self._columns * self._rows
        self.pages = math.ceil((3 + len(parts) + int(drawing.counts.sum())) / self._each)
        self._lines = self._listed(parts)

    def _listed(self, parts: Sequence[tuple[str, Any]]) -> list[tuple[bool, str, str]]:
        """List the lines: whether strong, the text, and the page."""
        drawing, clusters = self._drawing, self._drawing.plan.clusters
        first = 2 + self.pages
        maps = [(False, name, str(i)) for i, (name, _) in enumerate(parts, first)]
        counted, entries = drawing.counts.to_numpy(), []
        rows = clusters[["id", "name", "location"]].itertuples(index=False)
        for i, (ident, name, place) in enumerate(rows):
            on = [str(page) for page, (_, has) in enumerate(parts, first) if has[i]] or ["1"]
            if counted[i]:
                entries.append((False, f"{name} ({ident}) · {place}", ", ".join(on)))
        return [
            (True, drawing.say("pages"), ""),
            (False, drawing.say("province"), "1"),
            *maps,
            (True, drawing.say("clusters"), ""),
            *sorted(entries, key=lambda line: (unmarked(line[1]), line[1])),
        ]

    def draw(self, drawing: Drawing, number: int) -> Figure:
        """Draw a page of it."""
        canvas, sheet = blank(*self.size, drawing.canvas.unit), self._sheet
        u, gap = canvas.unit, GAP * canvas.unit
        canvas.paragraph(sheet.left, sheet.top, drawing.say("contents"), sheet.width, size=TITLE, bold=True)
        title = canvas.cut(drawing.plan.heading[drawing.lang], sheet.width, CAPTION)
        canvas.text(sheet.left, sheet.top - 14 * u, title, size=CAPTION, colour=GREY)
        canvas.text(sheet.right, sheet.bottom, drawing.page, size=TEXT, bold=True, align="right")
        width, high = (sheet.width + gap) / self._columns - gap, ROW * u
        for i, (strong, text, on) in enumerate(self._lines[number * self._each : (number + 1) * self._each]):
            column, row = divmod(i, self._rows)
            left = sheet.left + column * (width + gap)
            top = sheet.top - _HEAD * u - row * high
            if strong:
                canvas.box(Box(left, top - high, left + width, top), fill=PALE, z=1)
            page = canvas.wide(on, TEXT, bold=True) + 3 * u
            shown = canvas.cut(text, width - page - u, TEXT, bold=strong)
            canvas.text(left + u, top - 0.72 * high, shown, size=TEXT, bold=strong)
            canvas.text(left + width - u, top - 0.72 * high, on, size=TEXT, bold=True, align="right")
            canvas.line((left, top - high), (left + width, top - high), width=0.25, colour="#c5ccd1", z=2)
        return canvas.figure
