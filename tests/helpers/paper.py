"""What is on the pages of a PDF, and whether any of it is cut, covered or alone."""

import re
from dataclasses import dataclass
from html import unescape
from itertools import combinations
from pathlib import Path

from pypdf import PdfReader

FONTS = [Path("/usr/share/fonts/truetype") / name for name in ("croscore", "dejavu")]
HEADER = 57  # points, above which the number of the page is
LINES = 4  # fewer on a page, and it is all but empty
TOUCHING = 1.5  # points, by which boxes of lines lie over each other without harm

Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True)
class Page:
    """A page: its size, its words and its pictures, each with its box."""

    width: float
    height: float
    words: list[tuple[Box, str]]
    pictures: list[Box]

    def faults(self) -> list[str]:
        """Say what leaves the page, lies over something else, or is alone on it."""
        boxes = [*self.words, *((box, "picture") for box in self.pictures)]
        out = [
            f"{text} leaves the page"
            for (left, top, right, bottom), text in boxes
            if min(left, top) < 0 or right > self.width or bottom > self.height
        ]
        over = [
            f"{first!r} lies over {second!r}"
            for (one, first), (two, second) in combinations(boxes, 2)
            if min(one[2], two[2]) - max(one[0], two[0]) > TOUCHING
            and min(one[3], two[3]) - max(one[1], two[1])
            > TOUCHING + 0.25 * min(one[3] - one[1], two[3] - two[1])
        ]
        lines = {round(box[1]) for box, _ in self.words if box[1] > HEADER}
        return out + over + ([] if self.pictures or len(lines) >= LINES else ["all but empty"])


@dataclass(frozen=True)
class Printed:
    """A PDF, with what pdftotext says of it: boxes of words, and its text in the order of drawing."""

    path: Path
    boxes: str
    raw: str

    @property
    def text(self) -> str:
        return squeezed(self.raw)

    @property
    def pages(self) -> list[Page]:
        found = []
        drawn = PdfReader(self.path).pages
        for told, page in zip(re.findall(r"<page .*?</page>", self.boxes, re.DOTALL), drawn, strict=True):
            width, height = map(float, re.search(r'width="(\S+)" height="(\S+)"', told).groups())
            words = re.findall(
                r'<word xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">(.*?)</word>', told
            )
            texts = [(tuple(map(float, box)), unescape(text)) for *box, text in words]
            found.append(Page(width, height, texts, _pictures(page, height)))
        return found

    def faults(self) -> list[str]:
        return [
            f"page {number}: {fault}"
            for number, page in enumerate(self.pages, start=1)
            for fault in page.faults()
        ]


def _pictures(page, height: float) -> list[Box]:
    found = []

    def visit(operator, operands, matrix, _text):
        if operator == b"Do" and page["/Resources"]["/XObject"][operands[0]]["/Subtype"] == "/Image":
            wide, _, _, high, left, bottom = matrix
            found.append((left, height - bottom - high, left + wide, height - bottom))

    page.extract_text(visitor_operand_before=visit)
    return found


def squeezed(text: str) -> str:
    """Leave out spaces, which lines and cells add and lose."""
    return re.sub(r"\s", "", text)
