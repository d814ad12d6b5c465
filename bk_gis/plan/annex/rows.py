"""What a row of an annex is: a cluster, the heading of a group, a total, or none of these."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bk_gis.language.names import clean, header_words
from bk_gis.plan.annex.figures import is_meant
from bk_gis.plan.annex.layout import TOTAL, Layout, counts_columns, is_other_head, is_repeated
from bk_gis.plan.annex.sources import Row

_MARK = re.compile(r"\(?(\d{1,3}(?:[.-]\d{1,3})*[a-zđ]?|[a-zđ])[.)/]*")
_GROUP_MARK = re.compile(r"\(?([IVXL]+|[A-ZĐ])(?:\.(\d+(?:\.\d+)*))?[.)/:]*")
_SYMBOL = re.compile(r"[-+*•–—·.o]*")
_GROUP_TEXT = re.compile(
    r"((?:[IVXL]+|[A-ZĐ])(?:\.\d+)*)"
    r"(?:\s*[.)/:\u2013-]+\s*|\s+(?=(?:[Hh]uyện|[Tt]hị xã|[Tt]hành phố|[Xx]ã)\b))(\S.*)"
)
_MARKED_TEXT = re.compile(r"(\d+(?:\.\d+)*[a-zđ]?)\s*[.)]\s+(\S.*)")
_BULLET_TEXT = re.compile(r"[-+*•–—·]\s+(\S.*)")
_COUNTED = ("Cộng", "Số", "Diện", "Huyện", "Thị", "Thành", "Toàn", "Các", "Nhóm", "Phần")  # after "Tổng"
_CLUSTER = re.compile(r"(ccn|cụm công nghiệp|cụm cn|cụm)\b", re.IGNORECASE)
_DISTRICT = re.compile(r"(huyện|thị xã|thành phố|quận)\s+\S|(h|tx|tp)\.\s*\S", re.IGNORECASE)
_COMMUNE = re.compile(r"(xã|phường|thị trấn|đặc khu)\s+\S", re.IGNORECASE)
_PART = re.compile(
    r"trong do|giai doan|dot \d|phan (da|con|mo rong|dien tich)|(dien tich )?(hien co|mo rong|bo sung)"
)
# Headings of groups, as header_words writes them.
_CHANGED = re.compile(
    r"(?:(?:cac|danh muc|danh sach|nhom|ccn|cum cong nghiep|cum) )*"
    r"(?:(?:da|dang|se|du kien|tiep tuc|duoc|chua) )*"
    r"(giu|thanh lap|quy hoach|mo rong|dieu chinh|bo sung|rut|dua|loai|bai bo|huy|chuyen|khong|hien|hoat dong"
    r"|xay dung|trien khai|phat trien|giam|tang|lui|gian|uu tien|moi|con lai|cham dut|thu hoi)\b"
)
_WITHDRAWN = re.compile(
    r"\b(rut|dua (\w+ )?(ra )?khoi|loai (bo|khoi|ra)|bai bo|huy bo|xoa bo|khong (tiep tuc|con|thuc hien)"
    r"|cham dut|thu hoi (quyet dinh|chu truong)|ra khoi quy hoach)\b"
)
_PUT_OFF = re.compile(r"\b(lui|gian|chuyen|dua|keo dai|thuc hien|phat trien)\b.*\bsau (nam )?(19|20)\d\d")
_BROUGHT_FORWARD = re.compile(r"\btu (giai doan |ky )?sau\b")
_HEADING = re.compile(r"(vùng|tiểu vùng|khu vực|tỉnh|các|nhóm|danh mục|danh sách|phần|mục)\b", re.IGNORECASE)


@dataclass(eq=False)
class Line:
    """A row that states something; `groups` are the headings above a cluster, the outermost first."""

    file: str
    row: int
    kind: str  # cluster, group, total; head where the head comes again
    mark: str = ""
    name: str = ""
    place: str = ""
    district: str = ""
    note: str = ""
    role: str = ""  # of a group: district, commune, withdrawn, put off, or another heading
    figures: dict[str, float | None] = field(default_factory=dict)
    blank: bool = True  # it states no figure, not even "-"
    groups: tuple["Line", ...] = ()
    section: int = -1  # which of several lists it is in; none below the total of all


class _Seen(NamedTuple):
    """What is seen of a row that is no total and no head."""

    mark: str
    name: str
    grouped: bool  # its number is one that groups have
    placed: bool  # it states a place
    unplaced: bool  # it states none, where there is a column of places
    apart: bool  # its number and its name are in two cells
    figures: bool  # it holds hectares
    dashed: bool  # it holds hectares, or "-"

    @property
    def named(self) -> bool:
        """Whether the name says that it is a cluster's."""
        return _CLUSTER.match(self.name) is not None

    def is_group(self, following: str) -> bool:
        """Whether it is a heading; `following` is the number of the next row."""
        role = role_of(self.name)
        if self.grouped:
            plain = self.named and self.figures and not self.unplaced
            return bool(role) or not (self.placed or plain)
        if self.placed or not self.name:
            return False
        around = self.mark and not self.named and following.startswith(f"{self.mark}.")
        return bool(around) or role == "district" or (bool(role) and (self.unplaced or not self.figures))

    def is_cluster(self) -> bool:
        """Whether it is a cluster: a part of one, or a name alone, has to say so."""
        if not self.dashed:
            numbered = bool(self.mark) and self.apart
            return self.placed + self.named + numbered > 1
        part = _PART.match(header_words(self.name)) and not self.placed
        return bool(self.name) and (self.named or not (part or (self.unplaced and not self.mark)))


def kind_of(row: Row, layout: Layout, following: str) -> tuple[str, str, str]:
    """
    Say what a row is, and its number and name.

    It is a cluster, group, total, head, or one to skip; a note, without figures; or odd, with figures that
    nobody understands. `following` is the number of the next row, which tells a heading of 1.1, 1.2.
    """
    if counts_columns(row) or is_repeated(row, layout):
        return "skip" if counts_columns(row) else "head", "", ""
    cells = [row.at(column.at) for column in layout.figures.values()]
    figures = any(map(is_meant, cells))
    places = "".join(row.at(at) for at in layout.places)
    placed = any(map(str.isalpha, places))
    mark, name, grouped = mark_and_name(row, layout)
    unplaced, apart = bool(layout.places) and not placed, bool(row.at(layout.number) and row.at(layout.name))
    seen = _Seen(mark, name, grouped, placed, unplaced, apart, figures, any(cells))
    numbered = _MARK.fullmatch(row.at(layout.number))
    if not placed and not numbered and (said := is_total(row.filled[0]) or is_total(name)):
        return "total" if figures else "note", "", said
    if any(is_meant(text) and not any(map(str.isalpha, text)) for text in (name, places)):
        return "odd", "", ""  # cells are not where they belong
    if seen.is_group(following):
        return "group", mark, name
    return "cluster" if seen.is_cluster() else ("odd" if figures else "note"), mark, name


def is_total(text: str) -> str:
    """Give the words of a total; nothing for a name that begins like one, such as Cộng Hòa or Tổng Cọt."""
    found = TOTAL.match(text)
    following = text[found.end() :].split()[:1] if found else []
    words = [word.strip(".,:;()") for word in following]
    name = any(word.istitle() and len(word) > 2 and word not in _COUNTED for word in words)
    return text if found and not name else ""


def mark_and_name(row: Row, layout: Layout) -> tuple[str, str, bool]:
    """Find the number of a row and its name, which may stand in one cell; and whether it is of a group."""
    number, name = row.at(layout.number), row.at(layout.name)
    if found := _MARK.fullmatch(number):
        return found[1], name, False
    if name and (found := _GROUP_MARK.fullmatch(number)):
        return number.strip("().:/"), name, found[2] is None
    text = name if _SYMBOL.fullmatch(number) else (number if not name else "")
    if found := _GROUP_TEXT.fullmatch(text):
        return found[1], found[2], True
    if found := _MARKED_TEXT.fullmatch(text):
        return found[1], found[2], False
    if found := _BULLET_TEXT.fullmatch(text):
        return "", found[1], False
    return ("", text, False) if text else (number, name, False)


def role_of(name: str) -> str:
    """Say what a heading is of; nothing for the name of a cluster, or of a district without its unit."""
    words = header_words(name)
    if _DISTRICT.match(name):
        return "district"
    if _COMMUNE.match(name):
        return "commune"
    if _CHANGED.match(words) or _HEADING.match(name):
        if _PUT_OFF.search(words) and not _BROUGHT_FORWARD.search(words):
            return "put off"
        return "withdrawn" if _WITHDRAWN.search(words) else "heading"
    return ""


def group_role(name: str, layout: Layout) -> str:
    """Say what a group is of; a name of words with capitals is a district's."""
    role = role_of(name)
    if role == "put off" and any("sau" in header_words(column.head) for column in layout.phases.values()):
        return "heading"  # there is a column for it
    proper = all(word[:1].isupper() or not word[:1].isalpha() for word in clean(name).split())
    return role or ("district" if proper else "heading")


def joined(rows: Sequence[Row]) -> list[Row]:
    """Put the rows of a table together that a line break inside a cell has torn; the head is first."""
    end = next((i for i, row in enumerate(rows) if i and is_other_head(row)), len(rows))
    width = max(len(row.cells) for row in rows[:end])
    head = len(rows[0].cells)
    for row in rows[1:end]:
        if head >= width or not row.filled or not row.cells[0] or is_total(row.filled[0]):
            break
        head += len(row.cells) - 1
    whole: list[Row] = []
    for row in rows[:end]:
        before = whole[-1] if whole else None
        if before and row.filled and _is_torn(before.cells, row.cells, max(width, head)):
            last, first = before.cells[-1], row.cells[0]
            cells = [*before.cells[:-1], f"{last} {first}".strip(), *row.cells[1:]]
            whole[-1] = before._replace(cells=cells)
        else:
            whole.append(row)
    return [*whole, *rows[end:]]


def _is_torn(before: Sequence[str], cells: Sequence[str], width: int) -> bool:
    """Whether cells go on with a row: together they fill it, or at least do not begin one of their own."""
    together = len(before) + len(cells) - 1
    if len(before) < 2 or together > width or len(before) == width or len(cells) == width:
        return False
    begins = bool(_MARK.fullmatch(cells[0]) or _GROUP_MARK.fullmatch(cells[0])) and len(cells) > 1
    total = is_total(" ".join(cells).strip()) and not is_total(" ".join(before).strip())
    if begins or total:
        cluster = bool(_MARK.fullmatch(before[0]) or _SYMBOL.fullmatch(before[0])) and not role_of(before[1])
        return together == width and cluster and not total and not _CLUSTER.match(cells[1])
    return not (is_meant(before[-1]) and not any(map(str.isalpha, before[-1])) and len(cells) == 1)
