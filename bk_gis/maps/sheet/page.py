"""One sheet of paper: the way to divide it that leaves the map the most room, and all that is on it."""

from typing import NamedTuple

from matplotlib.figure import Figure

from bk_gis.errors import InputError
from bk_gis.language.words import both
from bk_gis.maps.sheet.canvas import blank
from bk_gis.maps.sheet.column import columns_height, draw_columns, fitting_table
from bk_gis.maps.sheet.drawing import Drawing
from bk_gis.maps.sheet.ground import Land, land_of
from bk_gis.maps.sheet.layout import PAPERS, Layout, Orientation, layouts
from bk_gis.maps.sheet.map_frame import Placed, draw_map, place_map

_LISTS_LESS = 1.4  # as much larger a map has to be where the table says less


class Page(NamedTuple):
    """How a sheet is to be drawn."""

    land: Land
    layout: Layout
    placed: Placed


def arrange(drawing: Drawing, paper: str, orientation: Orientation | None = None) -> Page:
    """
    Divide a sheet; the canvas of the drawing is there to measure with.

    Of the ways to divide the paper it takes the one with the largest map; one whose table cannot list each
    cluster has to have a much larger one. Where there is none, that is an error.
    """
    measured, land = drawing.dry, land_of(drawing.plan, drawing.inset, drawing.whole.crs)
    found: list[tuple[float, Page]] = []
    for layout in layouts(paper, orientation, lambda wide, count: columns_height(measured, wide, count)):
        table, placed = fitting_table(measured, layout.columns), place_map(measured, land, layout.map)
        if table is not None and placed is not None:
            rank = placed.ground.denominator * _LISTS_LESS ** table[0]
            found.append((rank, Page(land, layout, placed)))
    if found:
        return min(found, key=lambda one: one[0])[1]
    larger = list(PAPERS)[list(PAPERS).index(paper) + 1 :]
    if not larger:
        raise InputError(both("fault_output.no room", paper=paper))
    raise InputError(both("fault_output.small paper", paper=paper, larger=larger))


def draw_page(drawing: Drawing, paper: str, page: Page) -> Figure:
    """Draw a sheet as it was arranged."""
    layout = page.layout
    drawing = drawing.on(blank(layout.width, layout.height, PAPERS[paper][2]))
    unnamed = draw_map(drawing, page.land, page.placed)
    draw_columns(drawing, layout.columns, unnamed=unnamed)
    return drawing.canvas.figure
