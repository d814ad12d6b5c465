"""A sheet of paper to draw on, in millimetres, with text that is measured before it is placed."""

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypedDict, Unpack

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.patches import Circle, Patch, PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.textpath import TextPath, text_to_path

from bk_gis.maps.placing import Box

FONT = "DejaVu Sans"  # comes with matplotlib, with every Vietnamese letter
INK, GREY, PALE = "#1c2329", "#5b6670", "#eceff1"
RED = "#a3261b"  # of what is missing
POINT = 25.4 / 72  # millimetres
_PIXEL = 0.25  # millimetres that a pixel of the page is on A3


class Style(TypedDict, total=False):
    """How something is drawn; an `edge` is as wide as it says, in points on A3."""

    fill: str
    edge: float
    colour: str  # of the edge
    dash: bool | tuple[float, float]  # or its lengths, in widths of the line
    name: str
    z: float  # what is higher lies on top


@dataclass(frozen=True)
class Canvas:
    """
    A figure whose one axes counts millimetres; `unit` is how large its signs are, 1 on A3.

    On a canvas that is `dry` nothing is drawn: what a part would need can be measured first. Sizes of
    text are points on A3.
    """

    figure: Figure
    axes: Axes
    unit: float
    dry: bool = False

    @property
    def pixel(self) -> float:
        """Millimetres of a pixel of symbols.json, for signs and letters."""
        return _PIXEL * self.unit

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float,
        colour: str = INK,
        bold: bool = False,
        align: str = "left",
        halo: float = 0,
        z: float = 9,
        name: str | None = None,
        upright: bool = False,
    ) -> None:
        """
        Write one line whose baseline is at y, or at x where it stands upright.

        Text is never parsed: a dollar is a dollar.
        """
        if self.dry:
            return
        words = shown(words)
        if align != "left":
            wide = self.wide(words, size, bold=bold) / (1 if align == "right" else 2)
            x, y = (x, y - wide) if upright else (x - wide, y)
        points = size * self.unit
        if halo and words:
            # Not a path effect, which would turn the letters of a PDF into shapes that no search finds.
            outline = TextPath((x, y), words, size=points * POINT, prop=_font(bold=bold))
            style = {"facecolor": "white", "edgecolor": "white", "joinstyle": "round"}
            width = 2 * halo * self.unit / POINT
            self.axes.add_artist(PathPatch(_rounded(outline), linewidth=width, zorder=z - 0.5, **style))
        look: dict[str, Any] = {
            "color": colour,
            "font": _font(bold=bold),
            "fontsize": points,
            "parse_math": False,
        }
        turned: dict[str, Any] = {
            "va": "baseline",
            "rotation": 90 if upright else 0,
            "rotation_mode": "anchor",
        }
        self.axes.text(x, y, words, zorder=z, gid=name, **look, **turned)

    def line(self, *points: tuple[float, float], width: float, **style: Unpack[Style]) -> None:
        """Draw a line through points."""
        self._add(PathPatch(_rounded(Path(points))), {"z": 8, "edge": width, **style})

    def disc(self, x: float, y: float, radius: float, **style: Unpack[Style]) -> None:
        """Draw a disc; what is painted ends at its radius unless it has an edge."""
        self._add(Circle((x, y), radius), {"z": 6, **style})

    def box(self, box: Box, **style: Unpack[Style]) -> None:
        """Draw a rectangle."""
        self._add(Rectangle((box.left, box.bottom), box.width, box.height), {"z": 5, **style})

    def path(self, path: Path, **style: Unpack[Style]) -> None:
        """Draw borders or paint an area."""
        self._add(PathPatch(_rounded(path), joinstyle="round"), style)

    def _add(self, patch: Patch, style: Style) -> None:
        edge = style.get("edge", 0)
        patch.set_facecolor(style.get("fill", "none"))
        patch.set_edgecolor(style.get("colour", INK) if edge else "none")
        patch.set_linewidth(edge * self.unit)
        dash = style.get("dash")
        patch.set_linestyle((0, dash if isinstance(dash, tuple) else (4, 2.5)) if dash else "-")
        patch.set_gid(style.get("name"))
        patch.set_zorder(style.get("z", 1))
        if not self.dry:
            self.axes.add_artist(patch)

    def wide(self, words: str, size: float, *, bold: bool = False) -> float:
        """Measure a line in millimetres."""
        return _width(shown(words), size * self.unit, bold)

    def wrap(self, words: str, width: float, size: float, *, bold: bool = False) -> list[str]:
        """Break text into lines of at most a width; a word that is longer is broken too."""
        lines = [""]
        for word in shown(words).split(" "):
            joined = f"{lines[-1]} {word}".strip()
            if self.wide(joined, size, bold=bold) <= width:
                lines[-1] = joined
                continue
            pieces = self._pieces(word, width, size, bold=bold)
            lines += pieces if lines[-1] else []
            lines = lines if lines[-1] else pieces
        return lines

    def _pieces(self, word: str, width: float, size: float, *, bold: bool) -> list[str]:
        pieces = []
        while word:
            most = 1
            while most < len(word) and self.wide(word[:most], size, bold=bold) <= width:
                most *= 2
            fits = max(1, self._fitting(word[:most], width, size, bold=bold))
            pieces.append(word[:fits])
            word = word[fits:]
        return pieces or [""]

    def _fitting(self, words: str, width: float, size: float, *, bold: bool, end: str = "") -> int:
        """Count how many letters have room, by halves: a name may have thousands."""
        lengths = range(1, len(words) + 1)
        return bisect_right(lengths, width, key=lambda n: self.wide(words[:n] + end, size, bold=bold))

    def cut(self, words: str, width: float, size: float, *, bold: bool = False) -> str:
        """Shorten a line to a width."""
        words = shown(words)
        if self.wide(words, size, bold=bold) <= width:
            return words
        return words[: self._fitting(words, width, size, bold=bold, end="…")].rstrip() + "…"

    def paragraph(
        self,
        x: float,
        top: float,
        words: str,
        width: float,
        *,
        size: float,
        colour: str = INK,
        bold: bool = False,
        most: int = 12,
    ) -> float:
        """Write text in lines below `top`; gives where it ends."""
        lines = self.wrap(words, width, size, bold=bold)
        if len(lines) > most:
            lines = [*lines[: most - 1], self.cut(" ".join(lines[most - 1 :]), width, size, bold=bold)]
        for line in lines:
            top -= self.leading(size)
            self.text(x, top + 0.28 * self.leading(size), line, size=size, colour=colour, bold=bold)
        return top

    def leading(self, size: float) -> float:
        """Give the distance of lines."""
        return 1.28 * size * self.unit * POINT


def blank(width: float, height: float, unit: float) -> Canvas:
    """Take an empty sheet of so many millimetres."""
    figure = Figure(figsize=(width / 25.4, height / 25.4), facecolor="white")
    axes = figure.add_axes((0, 0, 1, 1), frameon=False, xlim=(0, width), ylim=(0, height))
    axes.set_axis_off()
    return Canvas(figure, axes, unit)


def shown(words: str) -> str:
    """
    Compose to NFC, which a search of a PDF looks for, and drop what is no letter or sign.

    That is line breaks, control characters, marks of direction.
    """
    composed = unicodedata.normalize("NFC", words)
    return " ".join("".join(" " if unicodedata.category(c)[0] == "C" else c for c in composed).split())


def _rounded(path: Path) -> Path:
    """Round to a hundredth of a point: a file would be half as large again with digits that nobody sees."""
    return Path(np.round(np.asarray(path.vertices, dtype=float) / POINT, 2) * POINT, path.codes)


def unknown_letters(figure: Figure) -> set[str]:
    """Find letters that the font has not, which show as a box."""
    known = get_font(findfont(_font(bold=False))).get_charmap()
    texts = (text.get_text() for text in figure.axes[0].texts)
    return {letter for text in texts for letter in text if ord(letter) not in known}


@lru_cache(maxsize=2)
def _font(*, bold: bool) -> FontProperties:
    return FontProperties(family=FONT, weight="bold" if bold else "normal")


@lru_cache(maxsize=1 << 14)
def _width(words: str, points: float, bold: bool) -> float:  # noqa: FBT001 - a key of the cache
    font = _font(bold=bold).copy()
    font.set_size(points)
    return float(text_to_path.get_text_width_height_descent(words, font, ismath=False)[0]) * POINT
