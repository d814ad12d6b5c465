"""Annexes of random content in random layouts: what they say, and the rows that say it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from hypothesis import strategies as st

NAMES = (
    *("Hồ Sơn 1", "Minh Sơn", "Cộng Hòa", "Tổng Cọt", "Đá Mài", "Nà Phặc", "Phía Bắc", "Thanh Thịnh"),
    *("Yên Thế 2", "Mở Rộng Xuân La", "Tân Tiến - Hòa Lạc"),
)
KINDS = ("CCN ", "Cụm công nghiệp ", "")
COMMUNES = ("Xã Cai Kinh", "xã Tuấn Sơn", "Thị trấn Chợ Mới", "Cồn Dài - Bãi Giữa", "Xã Hồ Sơn, xã Minh Sơn")
DISTRICTS = ("Huyện Hữu Lũng", "Thị xã Bắc Kạn", "Thành phố Lạng Sơn", "Huyện Na Rì")
CHANGES = ("CCN giữ nguyên", "Các CCN mở rộng", "Bổ sung quy hoạch mới", "Đưa từ sau năm 2030 lên trước")
LEAVING = ("Đưa ra khỏi quy hoạch", "Rút khỏi quy hoạch", "CCN chuyển sang sau năm 2030")
# Which headings stand above clusters, outermost first; districts may also be in a column, or with the place.
LEVELS = {
    "none": (),
    "column": (),
    "place": (),
    "below": ("district",),  # a column, and "Cộng huyện Hữu Lũng" below its clusters without a heading
    "roman": ("district",),  # I | Huyện Hữu Lũng
    "cell": ("district",),  # I. Huyện Hữu Lũng
    "text": ("district",),  # Huyện Hữu Lũng
    "numbers": ("district",),  # 1 | Huyện Hữu Lũng, and 1.1 or - for clusters
    "letters": ("change", "district"),  # A | CCN giữ nguyên, I | Huyện Hữu Lũng
    "changes": ("change",),
}
PERIODS = (("2021-2025", "2026-2030"), ("2021-2030",), ("2011-2015", "2016-2020", "2021-2025"))


@dataclass
class Cluster:
    name: str
    place: str
    district: str
    change: str
    added: tuple[int, ...]  # hundredths of a hectare, by phase; what exists comes first

    def key(self, levels: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(getattr(self, level) for level in levels)


@dataclass
class Made:
    """What an annex says, how it is laid out, and its rows."""

    clusters: list[Cluster]
    phases: tuple[str, ...]
    existing: bool
    cumulative: bool
    grouping: str  # a key of LEVELS
    numbers: str  # running, anew, none, odd
    total: str  # column of the total: first, last, none
    totals: str  # row of the total: first, last, none
    subtotals: str  # heading, below, none
    head: str  # one, two, counted
    extra: bool  # columns of other things
    again: bool  # the head comes again
    chance: Random
    rows: list[list[str]] = field(default_factory=list)
    stated: list[list[str]] = field(default_factory=list)  # those of the rows that are sums of groups

    def __post_init__(self) -> None:
        self.levels = LEVELS[self.grouping]
        self.front = 4 if self.grouping in ("column", "below") else 3
        self.back = 2 if self.extra else 0
        self.rows = list(self.lay_out())

    @property
    def ordered(self) -> list[Cluster]:
        """Clusters by their groups, in the order in which these begin."""
        orders = [list(dict.fromkeys(one.key((level,)) for one in self.clusters)) for level in self.levels]

        def place(one: Cluster) -> list[int]:
            return [order.index(one.key((level,))) for order, level in zip(orders, self.levels, strict=True)]

        return sorted(self.clusters, key=place)

    @property
    def expected(self) -> list[tuple[str, ...]]:
        """Printed name, place, district and note where there are any, and hectares of the phases, as text."""
        staying = [one for one in self.ordered if one.change not in LEAVING]
        noted = any(map(self.note, staying))
        return [
            (
                one.name,
                self.place(one),
                *((one.district,) if one.district else ()),
                *(f"{ha / 100:.2f}".rstrip("0").rstrip(".") if ha else "" for ha in one.added),
                *([self.note(one)] if noted else []),
            )
            for one in staying
        ]

    def note(self, cluster: Cluster) -> str:
        return "đang lập dự án" if self.extra and sum(cluster.added) % 2 else ""

    def place(self, cluster: Cluster) -> str:
        return f"{cluster.place}, {cluster.district}" if self.grouping == "place" else cluster.place

    def with_total(self, cells: list[str], total: str) -> list[str]:
        return {"first": [total, *cells], "last": [*cells, total], "none": cells}[self.total]

    def figures(self, clusters: list[Cluster]) -> list[str]:
        """Cells of hectares: of a cluster, or the sums of several."""
        added = [sum(values) for values in zip(*(one.added for one in clusters), strict=True)]
        values = [sum(added[: i + 1]) for i in range(len(added))] if self.cumulative else added
        return self.with_total(list(map(printed, values)), printed(sum(added)))

    def blank(self, count: int) -> list[str]:
        return [""] * count

    def heads(self) -> list[list[str]]:
        place = "Địa điểm (xã, huyện)" if self.grouping == "place" else "Địa điểm"
        front = ["TT", "Tên cụm công nghiệp", place, "Huyện, thị xã"][: self.front]
        form = "Quy hoạch đến năm {}" if self.cumulative else "Giai đoạn {}"
        dated = [form.format(phase[-4:] if self.cumulative else phase) for phase in self.phases]
        cells = self.with_total(["Hiện có"] * self.existing + dated, "Tổng cộng")
        back = ["Vốn đầu tư (tỷ đồng)", "Ghi chú"][: self.back]
        if self.head == "two":
            wide = ["Diện tích (ha)", *self.blank(len(cells) - 1)]
            return [[*front, *wide, *back], [*self.blank(self.front), *cells, *self.blank(self.back)]]
        one = [*front, *(f"{cell} (ha)" for cell in cells), *back]
        return [one, [f"({i})" for i in range(1, len(one) + 1)]] if self.head == "counted" else [one]

    def sums(self, words: list[str], clusters: list[Cluster]) -> list[str]:
        figures = self.figures(clusters)
        return [*words, *self.blank(self.front - len(words)), *figures, *self.blank(self.back)]

    def lay_out(self) -> Iterator[list[str]]:
        """Write the rows: groups with their headings and subtotals, clusters, totals."""
        ordered, number, counts = self.ordered, 0, [0] * len(self.levels)
        whole = self.sums(["", "Tổng cộng"], [one for one in ordered if one.change not in LEAVING])
        repeat_at = self.chance.randint(1, len(ordered)) if self.again else 0
        yield from self.heads()
        yield from [whole] * (self.totals == "first")
        before: tuple[str, ...] = ()
        for i, cluster in enumerate(ordered):
            yield from self.heads() if i and i == repeat_at else ()
            key = cluster.key(self.levels)
            for depth in range(len(key)):
                if before[: depth + 1] != key[: depth + 1]:
                    counts[depth] += 1
                    counts[depth + 1 :] = [0] * (len(counts) - depth - 1)
                    number = 0 if self.numbers == "anew" else number
                    yield from self.heading(key[: depth + 1], counts[depth])
            number, before = number + 1, key
            yield self.row(cluster, number, counts)
            following = ordered[i + 1].key(self.levels) if i + 1 < len(ordered) else ()
            for depth in reversed(range(len(key) if self.subtotals == "below" else 0)):
                if following[: depth + 1] != key[: depth + 1]:
                    words = self.chance.choice(["Cộng", f"Cộng {key[depth][:1].lower()}{key[depth][1:]}"])
                    self.stated.append(self.sums(["", words], self.members(key[: depth + 1])))
                    yield self.stated[-1]
        yield from [whole] * (self.totals == "last")

    def members(self, key: tuple[str, ...]) -> list[Cluster]:
        return [one for one in self.clusters if one.key(self.levels)[: len(key)] == key]

    def heading(self, key: tuple[str, ...], count: int) -> Iterator[list[str]]:
        if self.grouping == "below":
            return
        romans = ["I", "II", "III", "IV", "V", "VI", "VII"]
        mark = str(count) if self.grouping == "numbers" else romans[count - 1]
        mark = "ABCDEFG"[count - 1] if self.levels[len(key) - 1] == "change" else mark
        words = [mark, key[-1]]
        if self.grouping in ("cell", "text"):
            title = f"{mark}. {key[-1]}" if self.grouping == "cell" else key[-1]
            words = self.chance.choice([[title, ""], ["", title]])
        row = self.sums(words, self.members(key))
        if self.subtotals == "heading":
            self.stated.append(row)
        yield row if self.subtotals == "heading" else [*words, *self.blank(len(row) - 2)]

    def spoil(self, row: list[str]) -> None:
        """Make one of the figures of a row wrong by a hectare."""
        width = len(self.figures(self.clusters))
        at = self.front + self.chance.randrange(width)
        ha = row[at].replace("-", "0").replace(".", "").replace(",", ".")
        row[at] = printed(round(float(ha) * 100) + 101)

    def row(self, cluster: Cluster, number: int, counts: list[int]) -> list[str]:
        odd = self.chance.choice([str(number), "", "-", "+", "*", f"{number}a"])
        mark = {"none": "", "odd": odd}.get(self.numbers, str(number))
        if self.grouping == "numbers":
            mark = self.chance.choice(["-", f"{counts[0]}.{number}"])
        words = [mark, cluster.name, self.place(cluster), cluster.district][: self.front]
        back = [str(self.chance.randint(10, 900)), self.note(cluster)]
        return [*words, *self.figures([cluster]), *back[: self.back]]


def printed(hundredths: int) -> str:
    """As annexes print hectares: a decimal comma, points between thousands, "-" for none."""
    text = f"{hundredths / 100:,.2f}".translate(str.maketrans(",.", ".,")).rstrip("0").rstrip(",")
    return (text if "," in text else text.replace(".", "")) if hundredths else "-"


@st.composite
def annexes(draw, grouping: str | None = None) -> Made:
    phases = draw(st.sampled_from(PERIODS))
    existing = draw(st.booleans())
    grouping = grouping or draw(st.sampled_from(sorted(LEVELS)))
    width = len(phases) + existing
    areas = st.lists(st.integers(0, 20_000), min_size=width, max_size=width).filter(any)
    changes = CHANGES + LEAVING if "change" in LEVELS[grouping] else ("",)
    clusters = [
        Cluster(
            draw(st.sampled_from(KINDS)) + draw(st.sampled_from(NAMES)),
            draw(st.sampled_from(COMMUNES)),
            "" if grouping in ("none", "changes") else draw(st.sampled_from(DISTRICTS)),
            draw(st.sampled_from(changes)) if i else changes[0],  # one at least stays
            tuple(draw(areas)),
        )
        for i in range(draw(st.integers(1, 6)))
    ]
    choices = {
        "numbers": ("running", "anew", "none", "odd"),
        "total": ("first", "last", "none"),
        "totals": ("first", "last", "none"),
        "subtotals": ("heading", "below", "none"),
        "head": ("one", "two", "counted"),
        **dict.fromkeys(("cumulative", "extra", "again"), (False, True)),
    }
    drawn = {name: draw(st.sampled_from(several)) for name, several in choices.items()}
    return Made(clusters, phases, existing, grouping=grouping, chance=draw(st.randoms()), **drawn)
