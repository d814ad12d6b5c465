"""What no single value of plan.toml shows: what contradicts itself, and names that no unit has."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import pandas as pd

from bk_gis.errors import Problem, Text
from bk_gis.language.names import clean
from bk_gis.language.words import both
from bk_gis.places.districts import district_names, match_districts
from bk_gis.plan.values import LISTS, QUALIFIERS, SCOPE, PlanFile, Subregion, Target, figures


def stated_problems(stated: PlanFile) -> Iterator[Problem]:
    """Find phases that overlap, ids used twice, sub-regions of nothing, targets and errata of nothing."""
    found = (*_ids(stated), *_phases(stated), *_members(stated), *_targets(stated), *_errata(stated))
    yield from (Problem("plan.toml", None, column, message) for column, message in found)


def _ids(stated: PlanFile) -> Iterator[tuple[str, Text]]:
    ids = {
        "phases.id": [phase.id.replace("_", "-") for phase in stated.phases],
        "subregions.id": [subregion.id for subregion in stated.subregions],
    }
    for column, values in ids.items():
        for one, times in Counter(values).items():
            if times > 1:
                yield column, both("fault_content.times", name=one, count=times)


def _phases(stated: PlanFile) -> Iterator[tuple[str, Text]]:
    for phase in stated.phases:
        if phase.end < phase.start:
            years = {"phase": phase.id, "end": phase.end, "start": phase.start}
            yield "phases", both("fault_content.ends first", **years)
    for one, after in pairwise(stated.phases):
        if after.start <= one.end:
            years = {"after": after.id, "start": after.start, "before": one.id, "end": one.end}
            yield "phases", both("fault_content.overlapping", **years)


def _members(stated: PlanFile) -> Iterator[tuple[str, Text]]:
    kinds = {kind for s in stated.subregions for kind in ("districts", "communes") if getattr(s, kind)}
    if len(kinds) > 1:
        yield "subregions", both("fault_content.two kinds")
    kind = max(kinds, default="districts")
    for number, subregion in enumerate(stated.subregions, start=1):
        if not getattr(subregion, kind):
            yield f"subregions[{number}].{kind}", both("fault_content.no members")


def _targets(stated: PlanFile) -> Iterator[tuple[str, Text]]:
    first: dict[tuple[object, ...], int] = {}
    for number, target in enumerate(stated.targets, start=1):
        measures = [*(m for m, _ in figures(target)), *(m for m in LISTS if getattr(target, m))]
        faults = [*_scope(target, stated), *_figures(target, measures)]
        for measure in measures:
            key = (target.clause, *(getattr(target, name) for name in SCOPE), measure)
            if (before := first.setdefault(key, number)) != number:
                again = {"clause": target.clause, "measure": measure, "before": before}
                faults.append((f".{measure}", both("fault_content.stated twice", **again)))
        yield from ((f"targets[{number}]{setting}", message) for setting, message in faults)


def _scope(target: Target, stated: PlanFile) -> Iterator[tuple[str, Text]]:
    """Find a phase or sub-region that the plan has not, and what goes with no other setting."""
    for scope, units in (("phase", stated.phases), ("subregion", stated.subregions)):
        name, names = getattr(target, scope), sorted({unit.id for unit in units})
        if name is not None and clean(name) not in names:
            there = {"name": name, "clause": target.clause, "known": names}
            yield f".{scope}", both(f"fault_content.no such {scope}", **there)
    if target.hectares_by_phase and len(target.hectares_by_phase) != len(stated.phases):
        counts = {"count": len(target.hectares_by_phase), "phases": len(stated.phases)}
        yield ".hectares_by_phase", both("fault_content.phases stated", **counts)
    if target.phase is not None and target.by is not None:
        yield "", both("fault_content.phase and by", clause=target.clause)
    if target.every and (target.by is None or (target.clusters is None and target.hectares is None)):
        yield "", both("fault_content.no rule")
    if stated.decision.amends is None and (target.group or target.hectares_before is not None):
        yield "", both("fault_plan.amends nothing")


def _figures(target: Target, measures: Sequence[str]) -> Iterator[tuple[str, Text]]:
    """Say that there is no figure, or none that a qualifier is of; or that a qualifier is unknown."""
    if not measures:
        yield "", both("fault_content.no figure", clause=target.clause)
    for measure, word in target.qualifiers.items():
        if measure not in measures:
            yield ".qualifiers", both("fault_content.no such figure", measure=measure)
        if clean(word) not in QUALIFIERS:
            yield ".qualifiers", both("fault_content.no qualifier", word=word, known=list(QUALIFIERS))


def _errata(stated: PlanFile) -> Iterator[tuple[str, Text]]:
    known = [(t.clause, *figure) for t in stated.targets for figure in (*figures(t), ("by", t.by))]
    for number, e in enumerate(stated.errata, start=1):
        if (e.clause, e.measure, e.stated) not in known:
            yield f"errata[{number}]", both("fault_content.no erratum", **vars(e), figure=f"{e.stated:g}")


def with_codes(stated: PlanFile, communes: pd.DataFrame, problems: list[Problem]) -> PlanFile:
    """
    Put codes in place of the districts and communes that plan.toml names; add what fits none to `problems`.

    Where the communes could not be read, the districts are those of the sub-regions.
    """
    names = district_names(communes)
    if communes.empty:
        names = {clean(name): name for subregion in stated.subregions for name in subregion.districts}
    subregions = _of_subregions(stated, communes, names, problems)
    levels = ("commune", *(["district"] * bool(names)), *(["subregion"] * bool(subregions)))
    codes = match_districts([target.district for target in stated.targets], names)
    targets = []
    for number, (target, code) in enumerate(zip(stated.targets, codes, strict=True), start=1):
        faults = {}
        if target.every not in (None, *levels) and not communes.empty:
            faults["every"] = both("fault_content.no level", level=target.every, known=levels)
        if target.district is not None and code is None and (names or not communes.empty):
            there = {"clause": target.clause, "known": sorted(names.values())}
            faults["district"] = both("fault_content.no such district", name=target.district, **there)
        problems += [Problem("plan.toml", None, f"targets[{number}].{k}", m) for k, m in faults.items()]
        targets.append(target.model_copy(update={"district": code}))
    return stated.model_copy(update={"subregions": subregions, "targets": tuple(targets)})


def _of_subregions(
    stated: PlanFile, communes: pd.DataFrame, names: Mapping[str, str], problems: list[Problem]
) -> tuple[Subregion, ...]:
    """Match what the sub-regions are made of; each district, or each commune, has to be in one of them."""

    def add(message: Text) -> None:
        problems.append(Problem("plan.toml", None, f"subregions.{kind}", message))

    kind = "communes" if any(subregion.communes for subregion in stated.subregions) else "districts"
    if kind == "communes":
        names = dict(zip(communes["code"], communes["name"], strict=True))
    file = stated.communes.file
    there = {"communes": file, "names": [f'"{name}"' for name in sorted(names.values())]}  # to be pasted
    found: list[Subregion] = []
    for subregion in stated.subregions:
        members = getattr(subregion, kind)
        codes = match_districts(members, names) if kind == "districts" else _match_communes(members, names)
        for name, code in zip(members, codes, strict=True):
            if code is None and kind == "districts":
                add(both("fault_clusters.no district", text=clean(name), **there))
            elif code is None:
                add(both("fault_content.no commune", name=clean(name), file=file))
        found.append(subregion.model_copy(update={kind: tuple(filter(None, codes))}))
    times = Counter(code for subregion in found for code in getattr(subregion, kind))
    for code in (code for code in times if times[code] > 1):
        add(both("fault_content.times", name=names[code], count=times[code]))
    if found and (others := [code for code in names if not times[code]]):
        same = Counter(names.values())
        pasted = [f'"{names[code] if same[names[code]] == 1 else code}"' for code in others]
        add(both("fault_content.in no subregion", names=pasted, file=file))
    return tuple(found)


def _match_communes(stated: Sequence[str], names: Mapping[str, str]) -> list[str | None]:
    """Find the communes of these codes, or of these names where there is one of each."""
    times = Counter(map(clean, names.values()))
    known = {clean(name): code for code, name in names.items() if times[clean(name)] == 1}
    known |= {code: code for code in names}
    return [known.get(clean(name)) for name in stated]
