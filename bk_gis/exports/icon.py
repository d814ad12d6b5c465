"""A cluster's symbol as a small picture: the founding disc in its rings, for Google Earth."""

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageDraw

from bk_gis.maps.symbols import ring_radii

SIDE = 96  # pixels
_FINE = 8  # times as large when it is drawn, so that edges are smooth


def ring_png(hectares: Sequence[float], colours: Sequence[str]) -> bytes:
    """
    Draw rings that fill a square of `SIDE` pixels; each one's painted area is proportional to its hectares.

    `hectares` and `colours` (#RRGGBB) are those of the phases, in order. What is outside is clear.
    """
    side = SIDE * _FINE
    picture = Image.new("RGBA", (side, side))
    draw = ImageDraw.Draw(picture)
    radii = ring_radii(hectares, 1.0)
    for size, radius, colour in reversed(list(zip(hectares, radii, colours, strict=True))):
        if size > 0:
            rim = side / 2 * (1 - radius / radii[-1])
            draw.ellipse((rim, rim, side - 1 - rim, side - 1 - rim), fill=colour)
    file = BytesIO()
    picture.reduce(_FINE).save(file, "PNG", optimize=True)
    return file.getvalue()
