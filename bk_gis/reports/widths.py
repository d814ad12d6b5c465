"""How wide texts are in the letters that offices write in, so that columns are as wide as what they hold."""

from collections.abc import Sequence
from functools import cache
from itertools import product
from math import ceil
from unicodedata import normalize

FONT = "Times New Roman"  # what Vietnamese offices write in
_TALL = 3  # how much more a tall cell weighs than several low ones
_HALVINGS = 20
_ROUNDING = 1e-6  # ems
_SHORT = (20, 15, 10, 6, 0)  # ems; what is no longer may stay on one line: the best of these is taken
_LOOKED_AT = 300  # rows by which that is judged


@cache
def _letter(letter: str, *, bold: bool) -> float:
    """Measure a letter of STIX, which is as wide as Times and comes with matplotlib, in ems."""
    from matplotlib import get_data_path

    font = _font(f"{get_data_path()}/fonts/ttf/STIXGeneral{'Bol' if bold else ''}.ttf")
    return float(font.getlength(normalize("NFD", letter)[0])) / 1000


@cache
def _font(path: str):  # type: ignore[no-untyped-def] # noqa: ANN202 - Pillow is slow to import
    from PIL.ImageFont import Layout, truetype

    return truetype(path, 1000, layout_engine=Layout.BASIC)


def text_width(text: str, *, bold: bool = False) -> float:
    """Measure the longest line of a text, in ems: once the size of the letters."""
    return max((sum(_letter(c, bold=bold) for c in line) for line in text.splitlines()), default=0.0)


def lines_in(text: str, width: float, *, bold: bool = False) -> int:
    """Count the lines that a text takes in a column of so many ems; a word that is too long is broken."""
    count, width = 0, max(width, 1.0)
    for paragraph in text.splitlines() or [""]:
        count, left = count + 1, width
        for word in paragraph.split():
            length = text_width(word, bold=bold)
            if length > left + _ROUNDING and left < width:
                count, left = count + 1, width
            more = max(0, ceil(length / width - _ROUNDING) - 1)
            count, left = count + more, left - length + more * width - _letter(" ", bold=bold)
    return count


def column_widths(head: Sequence[str], rows: Sequence[Sequence[str]], *, room: float) -> list[float]:
    """
    Divide a room among columns, in ems, so that the table is low.

    No column is wider than its longest text, or narrower than a word of it; heads may take several
    lines. Where words alone need more than there is, all columns shrink alike.
    """
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(head)
    texts = [[text_width(text) for text in column] for column in columns]
    least = [
        max(_longest_word([name], bold=True), _longest_word(column, bold=False))
        for name, column in zip(head, columns, strict=True)
    ]
    if sum(least) >= room:
        return [width * room / sum(least) for width in least]
    most = [max(low, *widths, low) for low, widths in zip(least, texts, strict=True)]
    # By these shares the sum over all cells of (lines of text) ** _TALL is least.
    shares = [sum(width**_TALL for width in widths) ** (1 / (_TALL + 1)) for widths in texts]
    heads = [text_width(name, bold=True) for name in head]
    tried = []
    for short, names in product(_SHORT, (heads, least)):
        bounds = zip(least, most, names, strict=True)
        whole = [max(name, high if high <= short else low) for low, high, name in bounds]
        if sum(whole) <= room:
            tried.append(_divided(whole, list(map(max, whole, most)), shares, room))
    looked_at = [head, *rows[:_LOOKED_AT]]
    best = min(tried, key=lambda widths: sum(row_lines(row, widths) for row in looked_at))
    return _divided(best, list(map(max, heads, best)), [1.0] * len(head), room)


def row_lines(row: Sequence[str], widths: Sequence[float]) -> int:
    """Count the lines of a row's tallest cell."""
    return max(map(lines_in, row, widths), default=0)


def _divided(
    least: Sequence[float], most: Sequence[float], shares: Sequence[float], room: float
) -> list[float]:
    """Give each column its share, within its bounds."""

    def at(level: float) -> list[float]:
        bounds = zip(shares, least, most, strict=True)
        return [max(low, min(high, level * share)) for share, low, high in bounds]

    level, step = 0.0, max(most)
    for _ in range(_HALVINGS):
        level, step = level + (step if sum(at(level + step)) <= room else 0), step / 2
    return at(level)


def _longest_word(texts: Sequence[str], *, bold: bool) -> float:
    return max((text_width(word, bold=bold) for text in texts for word in text.split()), default=0.0)
