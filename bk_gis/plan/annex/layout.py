"""The head of an annex: which of its columns holds what."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from bk_gis.errors import InputError
from bk_gis.io.headers import find_header, plain_header
from bk_gis.language.words import both
from bk_gis.plan.annex.figures import is_figure, is_meant
from bk_gis.plan.annex.sources import Row

EXISTING = "hien-co"  # the phase of what is there already
_TALLEST = 5  # rows of a head
_SPAN = re.compile(r"\b((?:19|20)\d{2})\s*[-\u2013\u2014]\s*((?:19|20)\d{2})\b")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
TOTAL = re.compile(r"(tổng|cộng|toàn tỉnh|total)\b", re.IGNORECASE)

# Heads written plainly, without marks; the likeliest first.
_NUMBER = r"(s|so )?tt|so thu tu|no"
_NAME = (
    r"(ten|danh muc)( cac)? (cum|ccn)( .*)?",
    r"(cac )?(ccn|cum cong nghiep|cum cn)",
    r"(?!.*\b(huyen|xa|phuong|doanh nghiep|chu dau tu|don vi|du an|duong)\b)(.* )?(ten|name)( .*)?",
)
_DISTRICT = r"(ten |thuoc |dia ban |cap )*(huyen|district|thixa)\b(?!.*\b(xa|phuong|commune)\b).*"
_PLACE = (
    r"(.* )?(dia diem|vi tri|dia ban|dia chi|location|place)( .*)?"
    r"|(thuoc |ten |cap )*(xa|phuong|commune)( .*)?"
)
_NOTE = r"ghi chu|notes?"
_AREA = re.compile(r"\b(ha|hecta|hectares?|dien tich|quy mo|area)\b")
_OTHER = re.compile(  # money, people, and parts of a cluster's land
    r"\b(von|kinh phi|(ty|trieu|nghin) dong|chi phi|lao dong|viec lam|ty le|doanh nghiep|du an|nganh|ghi chu"
    r"|chu dau tu|thoi gian|tien do|cho thue|da thue|lap day|con lai|thu hoi|san lap"
    r"|dat (cong nghiep|cn|o|lua)|k?m[2²]|so (luong|ccn|cum|lo|quyet dinh)|nam thanh lap|giam|chenh lech)\b"
)
_BEFORE = re.compile(
    r"\btruoc (khi )?dieu chinh|\bquy hoach (cu|truoc)\b|\bda (duoc )?(phe )?duyet|\bda quy hoach"
    r"|\btheo (qd|quyet dinh|quy hoach)( so| cu|\b.* \d)"
)
_EXISTING = re.compile(
    r"\b(hien (co|trang|huu|nay)|da (co|thanh lap|hinh thanh|xay dung)|dang hoat dong|existing)\b"
)
_ADDED = re.compile(r"\b(tang them|mo rong|bo sung|them)\b")
_BY = re.compile(r"\b(den|toi|by)\b")


class Column(NamedTuple):
    """A column of hectares: where it is, its head as printed, and what that says of its figures."""

    at: int
    head: str
    kind: str  # existing, added, span (2021-2025), by (a year), year, bare; total, before


@dataclass(frozen=True)
class Layout:
    """The rows of a head, and the columns by their positions."""

    heads: tuple[tuple[str, ...], ...]
    number: int | None
    name: int
    places: tuple[int, ...]
    district: int | None
    note: int | None
    phases: dict[str, Column]  # in order of time
    total: Column | None
    before: Column | None
    passed: tuple[str, ...]  # heads of the columns that are not read

    @property
    def figures(self) -> dict[str, Column]:
        """The columns of hectares by the phases' ids, then `before` and `total`."""
        beside = {"before": self.before, "total": self.total}
        return self.phases | {key: column for key, column in beside.items() if column}

    @property
    def columns(self) -> tuple[object, ...]:
        """What two heads of one table have in common."""
        return self.number, self.name, self.places, self.district, self.note, tuple(self.figures.items())


def is_head(row: Row) -> bool:
    """Whether a row is a head's, by the column of names beside another one that is known."""
    name = None if _has_figures(row) else find_header(row.cells, _NAME)
    if name is None:
        return False
    others = [cell for i, cell in enumerate(row.cells) if cell and i != name]
    plain = list(map(_plain, others))
    known = re.compile(f"{_NUMBER}|{_PLACE}|{_DISTRICT}")
    return any(map(_YEAR.search, others)) or any(known.fullmatch(t) or _AREA.search(t) for t in plain)


def is_other_head(row: Row) -> bool:
    """Whether a row begins a table of something else."""
    numbered = len(row.filled) > 2 and re.fullmatch(_NUMBER, plain_header(row.filled[0]))
    return bool(numbered) and not _has_figures(row)


def _has_figures(row: Row) -> bool:
    """Whether a row holds figures; those of a head are years."""
    return any(is_figure(cell) and not _YEAR.fullmatch(cell) for cell in row.filled)


def find_layout(rows: Sequence[Row], first: int, phases: Sequence[str] | None) -> tuple[int, Layout | None]:
    """Read the head that `first` is a row of; gives the row after it, and None where it has no hectares."""
    name = find_header(rows[first].cells, _NAME) or 0
    start, end = first, first + 1
    if first and _is_above(rows[first - 1], name):
        start -= 1
    while end < len(rows) and end - start < _TALLEST and _goes_on(rows[end], rows[first], name):
        end += 1
    heads = [row.cells for row in rows[start:end] if not counts_columns(row)]
    width = max(map(len, heads))
    grid = [[*cells, *[""] * (width - len(cells))] for cells in heads]
    columns = [_stacked(grid, at) for at in range(width)]
    others = (row for row in rows[end:] if not any(set(row.filled) <= set(cells) for cells in grid))
    body = list(takewhile(lambda row: not is_head(row), others))  # the same head may come again
    plain = [_plain(" ".join(texts)) for texts in columns]
    low = [_plain(texts[-1]) if texts else "" for texts in columns]
    number = next((i for i, text in enumerate(low) if i != name and re.fullmatch(_NUMBER, text)), None)
    if number is None and name and not low[name - 1]:
        number = name - 1
    free = [i for i in range(width) if i not in (name, number) and plain[i]]
    district, note = (
        next((i for i in free if re.fullmatch(pattern, low[i])), None) for pattern in (_DISTRICT, _NOTE)
    )
    found = {i: _kind(columns[i], plain[i]) for i in free if _is_of_hectares(plain[i], columns[i], body, i)}
    places = tuple(
        i
        for i in free
        if i not in found and i != district and any(re.fullmatch(_PLACE, text) for text in (low[i], plain[i]))
    )
    figures = [Column(i, _said(columns, i), kind) for i, kind in found.items() if i != district]
    if not figures:
        return end, None
    planned, beside = _sorted(figures)
    ids = _ids(columns, planned, phases, there=beside.get("existing"))
    read = {name, number, district, note, *places, *(one.at for one in [*planned, *beside.values()])}
    printed = tuple(map(tuple, grid))
    passed = tuple(" ".join(columns[i]) for i in free if i not in read)
    totals = beside.get("total"), beside.get("before")
    return end, Layout(printed, number, name, places, district, note, ids, *totals, passed)


def _plain(head: str) -> str:
    """Write a head plainly; a thị xã is no xã."""
    return plain_header(head).replace("thi xa", "thixa")


def counts_columns(row: Row) -> bool:
    """Whether a row numbers the columns: 1 2 3, (1) (2) (3), A B 1 2."""
    texts = [re.sub(r"[().\s]|=.*", "", cell) for cell in row.filled]
    return texts[:3] == ["1", "2", "3"] or (texts[:2] == ["A", "B"] and set(texts[2:3]) <= {"1", "C"})


def is_repeated(row: Row, layout: Layout) -> bool:
    """Whether a row is one of the head's again, as at the top of a page."""
    ours = any(set(row.filled) <= set(cells) for cells in layout.heads)
    return ours and not any(map(is_figure, row.filled))


def _is_above(row: Row, name: int) -> bool:
    """Whether a row above that of the names is of the head: titles of columns, none over the first ones."""
    return bool(row.filled) and not any(row.cells[: name + 1])


def _goes_on(row: Row, head: Row, name: int) -> bool:
    """Whether a row below that of the names is of the head too."""
    if counts_columns(row) or not row.filled:
        return True
    ours = all(not row.at(i) or row.at(i) == head.at(i) for i in range(name + 1))
    return ours and not _has_figures(row)


def _stacked(grid: Sequence[Sequence[str]], at: int) -> list[str]:
    """List what stands above a column; a title that is wider than it stands further left."""
    texts: list[str] = []
    for i, cells in enumerate(grid):
        left = at
        below = any(row[at] for row in grid[i + 1 :])
        while below and left and not cells[left]:
            left -= 1
        texts.append(cells[left])
    return list(dict.fromkeys(filter(None, texts)))


def _is_of_hectares(plain: str, texts: Sequence[str], body: Iterable[Row], at: int) -> bool:
    """Whether a column is one of hectares: its head says so, and not half of its cells are words."""
    said = _AREA.search(plain) or any(map(_YEAR.search, texts))
    if _OTHER.search(plain) or not (said or _EXISTING.search(plain) or TOTAL.match(texts[-1])):
        return False
    cells = [cell for cell in (row.at(at) for row in body) if any(map(str.isalnum, cell))]
    return not cells or 2 * sum(map(is_meant if said else is_figure, cells)) >= len(cells)


def _said(columns: Sequence[Sequence[str]], at: int) -> str:
    """Give what is said of a column: its lowest text with a year, else the lowest unless others have it."""
    texts = columns[at]
    alike = [other for other in columns if other and other[-1] == texts[-1]]
    return _dated(texts) or (texts[-1] if len(alike) == 1 else " ".join(texts))


def _dated(texts: Sequence[str]) -> str:
    return next((text for text in reversed(texts) if _YEAR.search(text)), "")


def _kind(texts: Sequence[str], plain: str) -> str:
    if TOTAL.match(texts[-1]):
        return "total"
    for kind, pattern in (("before", _BEFORE), ("existing", _EXISTING), ("added", _ADDED)):
        if pattern.search(plain):
            return kind
    dated = _dated(texts)
    if _SPAN.search(dated):
        return "span"
    return ("by" if _BY.search(plain) else "year") if dated else "bare"


def _sorted(figures: Sequence[Column]) -> tuple[list[Column], dict[str, Column]]:
    """Separate the columns of the planned phases from those beside them."""
    beside = {one.kind: one for one in reversed(figures) if one.kind in ("existing", "before", "total")}
    planned = [one for one in figures if one.kind in ("span", "by", "year", "added")]
    bare = [one for one in figures if one.kind == "bare"]
    if planned and bare and "total" not in beside:
        beside["total"] = bare[0]
    for kind in ("total", "before", "existing"):  # the only hectares that there are, whatever they are called
        if not planned and not bare and kind in beside:
            only = beside.pop(kind)
            bare = [only._replace(kind="by" if _YEAR.search(only.head) else "bare")]
    return planned or bare, beside


def _ids(
    columns: Sequence[Sequence[str]],
    planned: Sequence[Column],
    phases: Sequence[str] | None,
    *,
    there: Column | None,
) -> dict[str, Column]:
    """Name the phases as the user does, else by their years; "by 2025" begins where one before ended."""
    existing = {} if there is None else {EXISTING: there}
    if phases is not None:
        every = [*existing.values(), *planned]
        if len(phases) == len(every):
            return dict(zip(phases, every, strict=True))
        if len(phases) == len(planned):
            return existing | dict(zip(phases, planned, strict=True))
        heads = [one.head for one in planned]
        raise InputError(both("fault_annex.phases", count=len(planned), heads=heads, named=len(phases)))
    ids: list[str] = []
    for one in planned:
        dated = _dated(columns[one.at])
        if span := _SPAN.search(dated):
            ids.append(f"{span[1]}-{span[2]}")
        elif (year := _YEAR.search(dated)) and ids and year[0] > ids[-1][-4:]:
            ids.append(f"{int(ids[-1][-4:]) + 1}-{year[0]}")
        else:
            names = ",".join(f"{year}-{year + 4}" for year in range(2011, 2011 + 5 * len(planned), 5))
            raise InputError(
                both("fault_annex.no beginning", head=one.head, count=len(planned), example=names)
            )
    if len(set(ids)) < len(ids):
        raise InputError(both("fault_annex.phase twice", heads=[one.head for one in planned]))
    return existing | dict(zip(ids, planned, strict=True))
