"""Plans that are awkward to count, and what they come to, counted from what was written down for them."""

from dataclasses import dataclass

from hypothesis import strategies as st
from invented import write_plan

TEN = tuple(range(2020, 2070, 5))
EAST, WEST = ("Một", "Huyện Đông"), ("Ba", "Huyện Tây")
TWINS = ("Huyện Cai Lậy", "Thị xã Cai Lậy")


@dataclass(frozen=True)
class Made:
    """What a made plan is made of: clusters are (name, location, district as written, hectares by phase)."""

    phases: tuple
    clusters: tuple
    districts: tuple | None = ("Huyện Đông", "Huyện Tây")
    regions: tuple = ()
    communes: tuple = ("Một", "Hai", "Ba", "Bốn")
    of: tuple = ()  # for each cluster the unit that it counts for, or several; None for none
    place_names: str = ""
    targets: str = ""
    rule: bool = True
    statuses: tuple = ()  # for each cluster its status and the date of the decision; none for none

    def write(self, folder):
        names = ("phases", "clusters", "districts", "regions", "communes", "rule", "statuses")
        parts = {name: getattr(self, name) for name in names}
        texts = {"place_names": self.place_names, "targets": self.targets + self.stated()}
        return write_plan(folder, **parts, **texts)

    def known(self, by):
        """Status and date of the clusters that exist by a horizon."""
        statuses = self.statuses or [("", "")] * len(self.clusters)
        rows = zip(self.clusters, statuses, strict=True)
        return [known for cluster, known in rows if self._so_far(cluster, by) > 0]

    def became(self, by):
        """What became of the clusters that exist by a horizon, as one line; empty where nothing is known."""
        there = self.known(by)
        if not any(status for status, _ in there):
            return ""
        days = [date for status, date in there if status == "founded"]
        parts = {
            "in time": sum(date != "" and date <= f"{by}-12-31" for date in days),
            "later": sum(date > f"{by}-12-31" for date in days),
            "undated": days.count(""),
        }
        words = {"in time": f"by the end of {by}", "later": "later", "undated": "on an unknown date"}
        when = ", ".join(f"{n} {words[name]}" for name, n in parts.items() if n)
        said = f"founded {len(days)}" + (f" ({when})" if parts["later"] or parts["undated"] else "")
        for status, word in (("planned", "not founded"), ("withdrawn", "withdrawn"), ("", "not known")):
            if count := sum(one == status for one, _ in there):
                said += f", {word} {count}"
        return f"By {by} planned {len(there)}: {said}."

    def _so_far(self, cluster, by):
        return sum(ha for ha, end in zip(cluster[-1], self.phases, strict=True) if end <= by)

    def stated(self):
        """Targets that state what each district has by each horizon: the audit has to find the same."""
        if self.districts is None:
            return ""
        return "".join(
            f'[[targets]]\nclause = "h"\ndistrict = "{name}"\nby = {by}\nhectares = {hectares}\n'
            for by in self.phases
            for name, (_, hectares) in self.counted(by).items()
        )

    def counted(self, by):
        """Clusters and hectares of each unit by a horizon."""
        units = dict.fromkeys(self.districts or self.regions or self.communes, (0, 0.0))
        for (*_, hectares), unit in zip(self.clusters, self.of, strict=True):
            so_far = sum(ha for ha, end in zip(hectares, self.phases, strict=True) if end <= by)
            for one in (unit if isinstance(unit, tuple) else (unit,)) if so_far > 0 and unit else ():
                clusters, there = units[one]
                units[one] = clusters + 1, round(there + so_far, 6)
        return units

    def whole(self, by):
        """Clusters and hectares of the plan, those that count for no unit included."""
        sums = [
            sum(ha for ha, end in zip(hectares, self.phases, strict=True) if end <= by)
            for *_, hectares in self.clusters
        ]
        return sum(ha > 0 for ha in sums), round(sum(sums), 6)

    def said(self, by):
        """Names of the units without a cluster, as a sentence has them."""
        missing = self.missing(by)
        return (
            ", ".join(missing)
            if len(missing) <= 30
            else f"{', '.join(missing[:8])} and {len(missing) - 8} more"
        )

    def missing(self, by):
        return [name for name, (clusters, _) in self.counted(by).items() if not clusters]


PLANS = {
    "twin districts": Made(
        phases=(2020, 2025),
        districts=TWINS,
        clusters=(("A", "Một", TWINS[0], (30, 0)), ("B", "Mốt", "TX Cai Lậy", (0, 25))),
        of=TWINS,
        place_names=f"Mốt,{TWINS[0]},Một,misprint,own\nMốt,{TWINS[1]},Ba,misprint,own\n",
    ),
    "no districts": Made(
        phases=(2030, 2035),
        districts=None,
        clusters=(
            ("A", "Một", None, (30, 0)),
            ("B", "Xã Ba", None, (12.5, 5)),
            ("C", "Nơi khác", None, (0, 7)),
        ),
        of=("Một", "Ba", None),
        statuses=(("founded", "2029-01-02"), ("planned", ""), ("", "")),
    ),
    "sub-regions of communes": Made(
        phases=(2030, 2035),
        districts=None,
        regions=("Vùng cao", "Vùng thấp"),
        clusters=(("A", "Một", None, (30, 0)), ("B", "Hai", None, (2.5, 5)), ("C", "Ba", None, (0, 7))),
        of=("Vùng cao", "Vùng cao", "Vùng thấp"),
    ),
    "no districts and no rule": Made(
        phases=(2030, 2035),
        districts=None,
        clusters=(("A", "Một", None, (30, 0)), ("B", "Bốn", None, (0, 5))),
        of=("Một", "Bốn"),
        rule=False,
    ),
    "forty communes": Made(
        phases=(2030, 2035),
        districts=None,
        communes=tuple(f"Xóm {chr(65 + i // 8)}{chr(97 + i % 8)}" for i in range(40)),
        clusters=(("A", "Xóm Aa", None, (30, 0)), ("B", "Xóm Ch", None, (0, 5))),
        of=("Xóm Aa", "Xóm Ch"),
        rule=False,
    ),
    "districts without a rule": Made(
        phases=(2020, 2025),
        clusters=(("A", "Một", "Huyện Đông", (30, 0)), ("B", "Ba", "Huyện Tây", (0, 5))),
        of=("Huyện Đông", "Huyện Tây"),
        rule=False,
    ),
    "between communes": Made(
        phases=(2030, 2035),
        districts=None,
        clusters=(
            ("A", "Xã Một, xã Hai", None, (30, 0)),
            ("B", "Các xã Hai, Bốn", None, (0, 12.5)),
            ("C", "Hai", None, (5, 5)),
        ),
        of=(("Một", "Hai"), ("Hai", "Bốn"), "Hai"),
        rule=False,
    ),
    "short forms and an unplaced cluster": Made(
        phases=(2020, 2025),
        districts=("Thị xã Đông", "Huyện Tây"),
        clusters=(
            ("A", "Một", "TX Đông", (10, 0)),
            ("B", "Ba", "H. tây", (0, 20.5)),
            ("C", "Nơi khác", "Tây", (0, 7)),
            ("D", "Hai", "Đông", (0, 1.25)),
        ),
        statuses=(("founded", "2021-03-01"), ("withdrawn", ""), ("founded", ""), ("", "")),
        of=("Thị xã Đông", "Huyện Tây", "Huyện Tây", "Thị xã Đông"),
    ),
    "many phases": Made(
        phases=TEN,
        clusters=tuple(
            (f"C{i}", *(EAST if i % 3 else WEST), tuple(7.3 * (p == i) for p in range(10))) for i in range(10)
        ),
        of=tuple((EAST if i % 3 else WEST)[1] for i in range(10)),
    ),
}


@st.composite
def made_plans(draw):
    """Any few clusters in four communes, of districts that may share a name, of sub-regions or neither."""
    phases = tuple(range(2020, 2020 + 5 * draw(st.integers(1, 4)), 5))
    communes = ("Một", "Hai", "Ba", "Bốn")
    pairs = [("Huyện Đông", "Huyện Tây"), TWINS, ("Thành phố Cao Lãnh", "Huyện Cao Lãnh"), None]
    districts = draw(st.sampled_from(pairs))
    regions = () if districts else draw(st.sampled_from([(), ("Vùng cao", "Vùng thấp")]))
    hectares = st.one_of(st.just(0.0), st.decimals("0.05", 90, places=2).map(float))
    clusters, of = [], []
    for i in range(draw(st.integers(1, 6))):
        where = draw(st.integers(0, 3))
        other = draw(st.integers(0, 3)) if districts is None else where
        amounts = draw(st.lists(hectares, min_size=len(phases), max_size=len(phases)).filter(any))
        district = districts[where // 2] if districts else None
        places = dict.fromkeys((communes[where], communes[where if regions else other]))
        clusters.append((f"C{i}", " - ".join(places), district, tuple(amounts)))
        of.append(district or (regions[where // 2] if regions else tuple(places)))
    rule = draw(st.booleans())
    dates = st.sampled_from(["", "2019-12-31", "2022-06-30", "2031-01-01"])
    known = st.sampled_from(["", "founded", "planned", "withdrawn"])
    statuses = draw(st.lists(st.tuples(known, dates), min_size=len(clusters), max_size=len(clusters)))
    statuses = tuple((status, date if status else "") for status, date in statuses)
    of = tuple(of)
    return Made(
        phases=phases,
        clusters=tuple(clusters),
        districts=districts,
        regions=regions,
        of=of,
        statuses=statuses,
        rule=rule,
    )
