"""Marks of what became of clusters on paper, told without colour; as page/src/statuses.js on the screen."""

from bk_gis.maps.sheet.canvas import GREY, INK, POINT, Canvas
from bk_gis.maps.symbols import TABLE
from bk_gis.plan.statuses import FOUNDED, PLANNED, WITHDRAWN

_STATUS = TABLE["status"]
_DASH = tuple(length / _STATUS["width"] for length in _STATUS["dash"])
_DIAGONAL = 0.5**0.5


def draw_mark(canvas: Canvas, x: float, y: float, radius: float, status: str, *, z: float = 6.2) -> None:
    """Draw around a disc a ring where it was founded, a broken one where not, a cross where withdrawn."""
    reach, width = radius + _STATUS["at"] * canvas.pixel, _width(canvas)
    if status in (FOUNDED, PLANNED):
        canvas.disc(x, y, reach, edge=width, dash=_DASH if status == PLANNED else False, z=z)
    elif status == WITHDRAWN:
        a = reach * _DIAGONAL
        for colour, times in (("white", 2.2), (INK, 1.2)):
            for side in (1, -1):
                ends = (x - a, y - side * a), (x + a, y + side * a)
                canvas.line(*ends, width=times * width, z=z + 0.1, colour=colour)


def draw_surveyed(canvas: Canvas, x: float, y: float, radius: float) -> None:
    """Draw the cross of a surveyed point, of which the disc will hide the middle."""
    reach = radius + _STATUS["tick"] * canvas.pixel
    for colour, times in (("white", 3), (INK, 1)):
        for ends in (((x - reach, y), (x + reach, y)), ((x, y - reach), (x, y + reach))):
            canvas.line(*ends, width=times * _width(canvas), z=5.2, colour=colour)


def draw_sample(canvas: Canvas, x: float, y: float, radius: float, status: str) -> None:
    """Draw a small grey disc with the mark of a status, for the legend and the table."""
    canvas.disc(x, y, radius, fill=GREY)
    draw_mark(canvas, x, y, radius, status)


def _width(canvas: Canvas) -> float:
    """Points on A3, as lines have them."""
    return _STATUS["width"] * canvas.pixel / canvas.unit / POINT
