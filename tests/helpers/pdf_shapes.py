"""What a page of a PDF paints, in millimetres from its lower left corner, read from its own operators."""

from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from pypdf import PdfReader
from pypdf.generic import ContentStream

MM = 25.4 / 72
_BEZIER = np.linspace(0, 1, 33)[1:, None]


class Shape(NamedTuple):
    """A path that is filled or drawn; curves are points on them."""

    points: np.ndarray[Any, np.dtype[np.float64]]
    fill: str | None  # as #RRGGBB
    line: bool

    @property
    def area(self) -> float:
        x, y = self.points.T
        return float(abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2)

    @property
    def middle(self) -> tuple[float, float]:
        low, high = self.points.min(axis=0), self.points.max(axis=0)
        return tuple((low + high) / 2)


def shapes(file: Path, page: int = 0) -> list[Shape]:
    """Read the paths of a page, those of a single line or area; matplotlib's coordinates are in points."""
    reader = PdfReader(file)
    found, points, matrix, colour, stack = [], [], np.eye(3), None, []
    for operands, operator in ContentStream(reader.pages[page].get_contents(), reader).operations:
        numbers = [float(one) for one in operands if isinstance(one, int | float)]
        match operator:
            case b"q":
                stack.append((matrix, colour))
            case b"Q":
                matrix, colour = stack.pop()
            case b"cm":
                a, b, c, d, e, f = numbers
                matrix = np.array([[a, b, 0], [c, d, 0], [e, f, 1]]) @ matrix
            case b"rg" | b"g":
                rgb = numbers * 3 if len(numbers) == 1 else numbers
                colour = "#" + "".join(f"{round(255 * one):02X}" for one in rgb)
            case b"m":
                points = [*points, np.array([numbers])] if points else [np.array([numbers])]
            case b"l":
                points.append(np.array([numbers]))
            case b"c":
                start, (p, q, end) = points[-1][-1], np.array(numbers).reshape(3, 2)
                t, s = _BEZIER, 1 - _BEZIER
                points.append(s**3 * start + 3 * s**2 * t * p + 3 * s * t**2 * q + t**3 * end)
            case b"f" | b"S" | b"s" | b"B" | b"b" | b"n" | b"f*" | b"B*" | b"b*":
                if points and operator != b"n":
                    flat = np.vstack(points)
                    moved = (np.column_stack([flat, np.ones(len(flat))]) @ matrix)[:, :2] * MM
                    filled = colour if operator[:1] in b"fBb" else None
                    found.append(Shape(moved, filled, operator[:1] in b"SsBb"))
                points = []
    return found
