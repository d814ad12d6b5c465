"""The symbol for Google Earth: each phase's painted area is proportional to its hectares."""

from io import BytesIO

import pytest
from PIL import Image

from bk_gis.exports.kml import SIDE, ring_png

COLOURS = ("#0072B2", "#F0A800", "#7A1248")


def painted(png):
    """Pixels of each colour, and how opaque the corner is."""
    with Image.open(BytesIO(png)) as picture:
        image = picture.convert("RGBA")
    whole = [(count, colour) for count, colour in image.getcolors(SIDE * SIDE) if colour[3] == 255]
    return {f"#{r:02X}{g:02X}{b:02X}": count for count, (r, g, b, _) in whole}, image.getpixel((0, 0))


@pytest.mark.parametrize("hectares", [(10, 10, 10), (50, 0, 25), (0, 8, 2)])
def test_painted_areas_are_proportional_to_hectares(hectares):
    areas, _ = painted(ring_png(hectares, COLOURS))
    whole = sum(areas.get(colour, 0) for colour in COLOURS)
    for ha, colour in zip(hectares, COLOURS, strict=True):
        assert areas.get(colour, 0) / whole == pytest.approx(ha / sum(hectares), abs=0.04)  # edges are smooth


def test_what_is_outside_of_the_disc_is_clear_and_the_disc_fills_the_picture():
    areas, corner = painted(ring_png((1,), COLOURS[:1]))
    assert corner[3] == 0
    assert areas[COLOURS[0]] / SIDE**2 == pytest.approx(3.1416 / 4, abs=0.03)


@pytest.mark.parametrize("status", ["founded", "planned", "withdrawn"])
def test_a_status_is_told_by_a_mark_without_colour(status):
    areas, _ = painted(ring_png((1,), COLOURS[:1], 18, status))
    assert areas["#FFFFFF"] > 200
    assert areas["#FFFFFF"] != painted(ring_png((1,), COLOURS[:1], 18, "unknown"))[0].get("#FFFFFF", 0)


def test_the_same_hectares_give_the_same_bytes():
    assert ring_png((1, 2, 3), COLOURS) == ring_png((1, 2, 3), COLOURS)
