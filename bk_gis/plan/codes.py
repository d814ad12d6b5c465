"""Names of units in plan.toml, matched once to the codes of the communes' file."""

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd

from bk_gis.errors import Problem
from bk_gis.language.names import clean
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
            faults["every"] = f"there is no {target.every} in this plan; expected {' or '.join(levels)}"
        if target.district is not None and code is None:
            no_district = f"'{target.district}' (clause {target.clause}) is no district of this plan"
            faults["district"] = f"{no_district}; expected one of {', '.join(sorted(names.values()))}"
        problems += [Problem("plan.toml", None, f"targets[{number}].{k}", m) for k, m in faults.items()]
        targets.append(target.model_copy(update={"district": code}))
    return stated.model_copy(update={"subregions": subregions, "targets": tuple(targets)})


def _of_subregions(
    stated: PlanFile, communes: pd.DataFrame, names: Mapping[str, str], problems: list[Problem]
) -> tuple[Subregion, ...]:
    """Match what the sub-regions are made of; each district, or each commune, has to be in one of them."""

    def add(message: str) -> None:
        problems.append(Problem("plan.toml", None, f"subregions.{kind}", message))

    kind = "communes" if any(subregion.communes for subregion in stated.subregions) else "districts"
    if kind == "communes":
        names = dict(zip(communes["code"], communes["name"], strict=True))
    level, file = kind.removesuffix("s"), stated.communes.file
    expected = f"; expected one of {', '.join(sorted(names.values()))}" if kind == "districts" else ""
    found: list[Subregion] = []
    for subregion in stated.subregions:
        members = getattr(subregion, kind)
        codes = match_districts(members, names) if kind == "districts" else _match_communes(members, names)
        for name, code in zip(members, codes, strict=True):
            if code is None:
                add(f"'{clean(name)}' is no {level} of {file}{expected}")
        found.append(subregion.model_copy(update={kind: tuple(filter(None, codes))}))
    times = Counter(code for subregion in found for code in getattr(subregion, kind))
    for code in names if found else ():
        if times[code] > 1:
            add(f"'{names[code]}' is there {times[code]} times; expected once")
        elif not times[code]:
            add(f"'{names[code]}' of {file} is in no sub-region; expected it in one")
    return tuple(found)


def _match_communes(stated: Sequence[str], names: Mapping[str, str]) -> list[str | None]:
    """Find the communes of these codes, or of these names where there is one of each."""
    times = Counter(map(clean, names.values()))
    known = {clean(name): code for code, name in names.items() if times[clean(name)] == 1}
    known |= {code: code for code in names}
    return [known.get(clean(name)) for name in stated]
