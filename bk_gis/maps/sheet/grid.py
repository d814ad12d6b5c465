"""The frame of the map: the grid of the province's VN-2000 zone, in metres, with ticks and figures."""

import math
from collections.abc import Sequence
from itertools import product

from bk_gis.maps.placing import Box
from bk_gis.maps.sheet.canvas import GREY
from bk_gis.maps.sheet.drawing import Drawing
from bk_gis.maps.sheet.ground import Ground
from bk_gis.maps.sheet.layout import NOTE

_APART, _TICK, _CROSS = 40.0, 1.5, 1.5  # millimetres on A3: least between lines, a tick, half a cross


def grid_step(ground: Ground, unit: float) -> float:
    """Choose a round distance of grid lines, in metres."""
    least = _APART * unit * ground.denominator / 1000
    power = 10.0 ** math.floor(math.log10(least))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= least)


def draw_grid(drawing: Drawing, ground: Ground, frame: Box, inner: Box, blank: Sequence[Box]) -> None:
    """Draw ticks and figures between the frame and the map's edge, and a cross where grid lines meet."""
    canvas, u = drawing.canvas, drawing.canvas.unit
    canvas.box(inner, edge=0.6, z=12)
    step = grid_step(ground, u)
    east, north = ground.to_metres(inner)
    across, up = (
        [(zero + (m - origin) * 1000 / ground.denominator, m) for m in _multiples(span, step)]
        for span, origin, zero in ((east, ground.west, ground.left), (north, ground.south, ground.bottom))
    )
    band = inner.left - frame.left
    _draw_axis(drawing, across, (inner.bottom, inner.top), (frame.left, frame.right), band)
    _draw_axis(drawing, up, (inner.left, inner.right), (frame.bottom, frame.top), band, upright=True)
    cross = _CROSS * u
    blank = [box.shrunk(-cross) for box in blank]
    for (x, _), (y, _) in product(across, up):
        if not any(box.left <= x <= box.right and box.bottom <= y <= box.top for box in blank):
            canvas.line((x - cross, y), (x + cross, y), width=0.35, colour=GREY, z=4.2)
            canvas.line((x, y - cross), (x, y + cross), width=0.35, colour=GREY, z=4.2)


def _multiples(span: tuple[float, float], step: float) -> list[int]:
    first, last = math.ceil(span[0] / step), math.floor(span[1] / step)
    return [round(i * step) for i in range(first, last + 1)]


def _draw_axis(
    drawing: Drawing,
    lines: Sequence[tuple[float, int]],
    edges: tuple[float, float],
    ends: tuple[float, float],
    band: float,
    *,
    upright: bool = False,
) -> None:
    """
    Draw ticks out of the map's edges, and beside each its metres where they have room.

    Lines of one direction are where they are on the sheet, and their metres; no figure passes the ends.
    """
    canvas, tick = drawing.canvas, _TICK * drawing.canvas.unit
    low = canvas.leading(NOTE) * 0.3
    for (at, metres), (edge, way) in product(lines, zip(edges, (-1, 1), strict=True)):
        far = edge + way * tick
        canvas.line(
            *(((edge, at), (far, at)) if upright else ((at, edge), (at, far))),
            width=0.5,
            z=12,
            name=f"grid|{'N' if upright else 'E'}|{metres}",
        )
        words, middle = drawing.number(metres), edge + way * (band + tick) / 2
        if canvas.wide(words, NOTE) / 2 < min(at - ends[0], ends[1] - at):
            x, y = (middle + low, at) if upright else (at, middle - low)
            canvas.text(x, y, words, size=NOTE, align="center", upright=upright)
