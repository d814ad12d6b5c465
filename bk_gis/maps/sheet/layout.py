"""How a paper is divided: the map, and texts beside it or below it; sizes that all parts of a sheet share."""

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from bk_gis.maps.placing import Box

Paper = Literal["A4", "A3", "A2", "A1", "A0"]
Orientation = Literal["landscape", "portrait"]
# The long and the short side, and how large signs and letters are, 1 on A3: less than the paper grows,
# since a small one is held in the hand and a large one leaves more room.
PAPERS: dict[str, tuple[float, float, float]] = {
    "A4": (297, 210, 0.75),
    "A3": (420, 297, 1.0),
    "A2": (594, 420, 1.3),
    "A1": (841, 594, 1.7),
    "A0": (1189, 841, 2.2),
}
# Millimetres on A3.
MARGIN, GAP, COLUMN = 10.0, 6.0, 118.0
BAND = 6.0  # around the map, for the figures of its grid
BLOCK = 26.0  # of agency and signature
# Points on A3.
TITLE, CAPTION, TEXT, SMALL, NOTE = 15.0, 10.5, 9.0, 8.0, 7.0
SMALLEST = 4.5  # points on the paper; smaller letters nobody reads
_MOST_BELOW = 0.45  # share of the paper that texts below the map may take


class Layout(NamedTuple):
    """A paper and what stands where, in millimetres."""

    width: float
    height: float
    map: Box
    columns: tuple[Box, ...]  # of text, read from left to right


def layouts(
    paper: str, orientation: Orientation | None, below: Callable[[float, int], float]
) -> Iterator[Layout]:
    """
    List ways to divide a paper: texts in a column beside the map, or in several below it.

    `below` says how high so many columns of a width have to be.
    """
    long, short, unit = PAPERS[paper]
    gap = GAP * unit
    for one, width, height in (("landscape", long, short), ("portrait", short, long)):
        if orientation not in (None, one):
            continue
        sheet = Box(0, 0, width, height).shrunk(MARGIN * unit)
        edge = sheet.right - COLUMN * unit
        column = Box(edge, sheet.bottom, sheet.right, sheet.top)
        yield Layout(width, height, Box(sheet.left, sheet.bottom, edge - gap, sheet.top), (column,))
        count = int((sheet.width + gap) / ((COLUMN + GAP) * unit))
        wide = (sheet.width + gap) / count - gap
        top = sheet.bottom + min(below(wide, count), _MOST_BELOW * sheet.height)
        lefts = [sheet.left + i * (wide + gap) for i in range(count)]
        columns = tuple(Box(left, sheet.bottom, left + wide, top) for left in lefts)
        yield Layout(width, height, Box(sheet.left, top + gap, sheet.right, sheet.top), columns)
