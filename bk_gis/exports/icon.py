"""A cluster's symbol as a small picture: the founding disc in its rings, for Google Earth."""

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw

from bk_gis.maps.symbols import TABLE, ring_radii
from bk_gis.plan.statuses import FOUNDED, PLANNED, UNKNOWN, WITHDRAWN

SIDE = 96  # pixels
_FINE = 8  # times as large when it is drawn, so that edges are smooth
_INK = "#FFFFFF"  # on the dark ground of Google Earth
_STATUS = TABLE["status"]
_PIECES = 12  # of a broken ring


def mark_width(status: str) -> float:
    """Pixels that the mark of a status needs around the disc."""
    return 0.0 if status == UNKNOWN else float(_STATUS["at"] + _STATUS["width"] / 2)


def ring_png(
    hectares: Sequence[float], colours: Sequence[str], radius: float = 1, status: str = UNKNOWN
) -> bytes:
    """
    Draw rings that fill a square of `SIDE` pixels; each one's painted area is proportional to its hectares.

    `hectares` and `colours` (#RRGGBB) are those of the phases, in order. What is outside is clear. Around a
    disc of a radius in pixels stands the mark of its status: a ring, a broken ring, or a cross over it.
    """
    most = max(hectares)
    shares = tuple(size / most for size in hectares)
    return _ring_png(shares, tuple(colours), 1 if status == UNKNOWN else radius, status)


@lru_cache(maxsize=1 << 10)  # most clusters look alike
def _ring_png(hectares: Sequence[float], colours: Sequence[str], radius: float, status: str) -> bytes:
    side = SIDE * _FINE
    picture = Image.new("RGBA", (side, side))
    draw = ImageDraw.Draw(picture)
    radii = ring_radii(hectares, 1.0)
    pixel = side / 2 / (radius + mark_width(status))  # of the map
    for size, ring, colour in reversed(list(zip(hectares, radii, colours, strict=True))):
        if size > 0:
            rim = side / 2 - pixel * radius * ring / radii[-1]
            draw.ellipse((rim, rim, side - 1 - rim, side - 1 - rim), fill=colour)
    _draw_mark(draw, side, max(1, round(_STATUS["width"] * pixel)), status)
    file = BytesIO()
    picture.reduce(_FINE).save(file, "PNG", optimize=True)
    return file.getvalue()


def _draw_mark(draw: ImageDraw.ImageDraw, side: int, width: int, status: str) -> None:
    whole = (0, 0, side - 1, side - 1)
    if status == FOUNDED:
        draw.ellipse(whole, outline=_INK, width=width)
    elif status == PLANNED:
        for start in range(0, 360, 360 // _PIECES):
            draw.arc(whole, start, start + 200 // _PIECES, fill=_INK, width=width)
    elif status == WITHDRAWN:
        near = round(side * (0.5 - 0.5**1.5))
        far = side - 1 - near
        draw.line((near, near, far, far), fill=_INK, width=width)
        draw.line((near, far, far, near), fill=_INK, width=width)
