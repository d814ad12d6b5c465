"""Names of units in plan.toml, matched once to the codes of the communes' file."""

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd

from bk_gis.errors import Problem, Text
from bk_gis.language.names import clean
from bk_gis.language.words import both
from bk_gis.places.districts import district_names, match_districts
from bk_gis.plan.values import PlanFile, Subregion


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
        if target.district is not None and code is None:
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
    for code in names if found else ():
        if times[code] > 1:
            add(both("fault_content.times", name=names[code], count=times[code]))
        elif not times[code]:
            add(both("fault_content.in no subregion", name=names[code], file=file))
    return tuple(found)


def _match_communes(stated: Sequence[str], names: Mapping[str, str]) -> list[str | None]:
    """Find the communes of these codes, or of these names where there is one of each."""
    times = Counter(map(clean, names.values()))
    known = {clean(name): code for code, name in names.items() if times[clean(name)] == 1}
    known |= {code: code for code in names}
    return [known.get(clean(name)) for name in stated]
