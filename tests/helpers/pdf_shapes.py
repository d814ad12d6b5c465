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
    reader, found, points = PdfReader(file), [], []
    state: tuple[np.ndarray, str | None] = (np.eye(3), None)  # coordinates, and the colour of areas
    stack = []
    for operands, operator in ContentStream(reader.pages[page].get_contents(), reader).operations:
        numbers = [float(one) for one in operands if isinstance(one, int | float)]
        if operator == b"q":
            stack.append(state)
        elif operator == b"Q":
            state = stack.pop()
        elif operator == b"cm":
            state = np.column_stack([np.reshape(numbers, (3, 2)), [0, 0, 1]]) @ state[0], state[1]
        elif operator in {b"rg", b"g"}:
            rgb = numbers * (3 // len(numbers))
            state = state[0], "#" + "".join(f"{round(255 * one):02X}" for one in rgb)
        elif operator in {b"m", b"l", b"c"}:
            points.append(_ends(points, np.reshape(numbers, (-1, 2))))
        elif operator[:1] in b"fFSsBbn" and len(operator.rstrip(b"*")) == 1:
            found += [_shape(np.vstack(points), state, operator)] if points else []
            points = []
    return found


def _ends(points: list[np.ndarray], given: np.ndarray) -> np.ndarray:
    """A point, or points on the curve from the last one."""
    if len(given) == 1:
        return given
    (p, q, end), t, s = given, _BEZIER, 1 - _BEZIER
    return s**3 * points[-1][-1] + 3 * s**2 * t * p + 3 * s * t**2 * q + t**3 * end


def _shape(points: np.ndarray, state: tuple[np.ndarray, str | None], operator: bytes) -> Shape:
    moved = (np.column_stack([points, np.ones(len(points))]) @ state[0])[:, :2] * MM
    return Shape(moved, state[1] if operator[:1] in b"fFBb" else None, operator[:1] in b"SsBb")
