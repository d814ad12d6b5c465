"""What targets state, figure by figure, and what makes a list of targets contradictory."""

from collections.abc import Iterator, Sequence

from bk_gis.errors import Text
from bk_gis.language.names import clean
from bk_gis.language.words import both
from bk_gis.plan.values import Erratum, Target

COUNTS = ("subregions", "clusters", "new", "expansions")
AMOUNTS = ("hectares_before", "hectares", "capital_billion_vnd", "share_percent", "support_percent", "jobs")
RANGES = ("occupancy_percent", "leased_percent")
LISTS = ("names", "centres", "roads", "hectares_by_phase", "hectares_by_cluster")
SCOPE = ("phase", "by", "subregion", "district", "cost_item", "every", "group")

# A decision's own words for how exact a figure is, and the side on which the true one may lie.
QUALIFIERS = {
    **dict.fromkeys(("khoảng", "gần bằng", "about"), "either"),
    **dict.fromkeys(("hơn", "trên", "từ", "more than", "above", "from"), "above"),
    **dict.fromkeys(("gần", "dưới", "nearly", "below"), "below"),
}


def figures(target: Target) -> Iterator[tuple[str, float | tuple[float, ...]]]:
    """Give each measure that a target states as a number or a range, in a fixed order."""
    for measure in (*COUNTS, *AMOUNTS, *RANGES):
        value = getattr(target, measure)
        if value not in (None, ()):
            yield measure, value


def target_problems(targets: Sequence[Target], errata: Sequence[Erratum]) -> list[tuple[str, Text]]:
    """Find two figures for one thing, targets of nothing, unknown qualifiers, errata of no figure."""
    found: list[tuple[str, Text]] = []
    first: dict[tuple[object, ...], int] = {}
    for number, target in enumerate(targets, start=1):
        where = f"targets[{number}]"
        measures = [*(m for m, _ in figures(target)), *(m for m in LISTS if getattr(target, m))]
        if not measures:
            found.append((where, both("fault_content.no figure", clause=target.clause)))
        if target.phase is not None and target.by is not None:
            found.append((where, both("fault_content.phase and by", clause=target.clause)))
        if target.every and (target.by is None or (target.clusters is None and target.hectares is None)):
            found.append((where, both("fault_content.no rule")))
        for measure in measures:
            key = (target.clause, *(getattr(target, name) for name in SCOPE), measure)
            before = first.setdefault(key, number)
            if before != number:
                again = {"clause": target.clause, "measure": measure, "before": before}
                found.append((f"{where}.{measure}", both("fault_content.stated twice", **again)))
        for measure, word in target.qualifiers.items():
            if measure not in measures:
                found.append((f"{where}.qualifiers", both("fault_content.no such figure", measure=measure)))
            if clean(word) not in QUALIFIERS:
                unknown = both("fault_content.no qualifier", word=word, known=list(QUALIFIERS))
                found.append((f"{where}.qualifiers", unknown))
    stated = [(t.clause, *figure) for t in targets for figure in (*figures(t), ("by", t.by))]
    found += [
        (f"errata[{number}]", both("fault_content.no erratum", **vars(e), figure=f"{e.stated:g}"))
        for number, e in enumerate(errata, start=1)
        if (e.clause, e.measure, e.stated) not in stated
    ]
    return found


def scope_problems(
    targets: Sequence[Target], phases: Sequence[str], subregions: Sequence[str]
) -> list[tuple[str, Text]]:
    """Find targets of a phase or sub-region that the plan has not, or with too few phases."""
    known = {"phase": set(phases), "subregion": set(subregions)}
    found = []
    for number, target in enumerate(targets, start=1):
        for scope, names in known.items():
            name = getattr(target, scope)
            if name is not None and clean(name) not in names:
                there = {"name": name, "clause": target.clause, "known": sorted(names)}
                found.append((f"targets[{number}].{scope}", both(f"fault_content.no such {scope}", **there)))
        if target.hectares_by_phase and len(target.hectares_by_phase) != len(phases):
            stated = len(target.hectares_by_phase)
            message = both("fault_content.phases stated", count=stated, phases=len(phases))
            found.append((f"targets[{number}].hectares_by_phase", message))
    return found
