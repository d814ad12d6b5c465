"""Change a plan without altering it: a small file of changes, each with its reason."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import pandas as pd
from pydantic import Field, ValidationError

from bk_gis.errors import InputError, Problem, Text
from bk_gis.io.whole import existing
from bk_gis.language.words import both
from bk_gis.places.geocoding import is_placed
from bk_gis.plan.clusters import hectare_column
from bk_gis.plan.model import Plan
from bk_gis.plan.toml_file import faults, read_toml
from bk_gis.plan.values import Table, Words

_EXAMPLES: dict[str, Text | str] = {
    "title": 'title = { vi = "Điều chỉnh", en = "Amendment" }',
    "number": 'number = "9/QĐ-UBND"',
    "date": "date = 2027-03-01",
    "changes": both("fault_toml.some changes"),
    "cluster": 'cluster = "4"',
    "reason": 'reason = "chưa có nhà đầu tư"',
    "add": "add = true",
    "drop": "drop = true",
    "move": 'move = { from = "2016-2020", to = "2011-2015" }',
    "hectares": 'hectares = { "2016-2020" = 12.5 }',
    "name": 'name = "Đồng Lau"',
    "location": 'location = "Đồng Lau"',
    "district": 'district = "Huyện Sông Dưới"',
}


class Move(Table):
    """Hectares that go from one phase to another."""

    origin: str = Field(alias="from")
    to: str


class Change(Table):
    """
    What happens to one cluster, and why.

    `move` takes all hectares of a phase to another, `hectares` sets those of the phases it names,
    `location` and `district` place the cluster elsewhere, `add` makes a new one, `drop` removes one.
    """

    cluster: str
    reason: str = Field(min_length=1)
    add: bool = False
    drop: bool = False
    move: Move | None = None
    hectares: Mapping[str, Annotated[float, Field(ge=0)]] = {}
    name: str | None = None
    location: str | None = None
    district: str | None = None

    @property
    def phases(self) -> tuple[str, ...]:
        """The phases that it names."""
        return (*self.hectares, *((self.move.origin, self.move.to) if self.move else ()))


class Scenario(Table):
    """Changes to a plan; with `number` and `date` of a decision where one makes them."""

    title: Words
    number: str | None = None
    date: dt.date | None = None
    changes: tuple[Change, ...] = Field(min_length=1)

    @property
    def reasons(self) -> dict[str, str]:
        """Why each cluster changes, by its id."""
        found: dict[str, list[str]] = {}
        for change in self.changes:
            found.setdefault(change.cluster, []).append(change.reason)
        return {cluster: "; ".join(dict.fromkeys(reasons)) for cluster, reasons in found.items()}


def load_scenario(path: str | Path) -> Scenario:
    """Read a file of changes; an InputError lists all that is wrong with it."""
    path = existing(path)
    problems: list[Problem] = []
    content = read_toml(path, problems)
    if content is None:
        raise InputError(problems)
    try:
        return Scenario.model_validate(content)
    except ValidationError as error:
        raise InputError(faults(error, Scenario, path.name, _EXAMPLES)) from None


def apply_scenario(plan: Plan, scenario: Scenario, *, file: str = "changes") -> Plan:
    """
    Make the plan that the changes lead to, one after the other; the original stays as it is.

    `file` is what to call the scenario in errors. An InputError lists every change that names an unknown
    cluster, phase, district or commune, adds what is there, takes hectares where there are none, or leaves a
    cluster without any.
    """
    records: dict[str, dict[str, Any]] = {
        record["id"]: record for record in plan.clusters.drop(columns="geometry").to_dict("records")
    }
    phases = {phase.id: phase.column for phase in plan.phases}
    listing = ", ".join(sorted(phases))
    problems: list[Problem] = []
    for number, change in enumerate(scenario.changes, start=1):
        here = records.get(change.cluster)
        unknown = sorted(set(change.phases) - set(phases))
        found = [f"'{phase}' is no phase of this plan; expected one of {listing}" for phase in unknown]
        found += _cluster_faults(change, here, districts=len(plan.districts) > 0)
        if change.drop:
            records.pop(change.cluster, None)
        elif change.add or here is not None:
            records[change.cluster] = after = _changed(here or {}, change, phases)
            if not unknown and not any(after[column] for column in phases.values()):
                found.append(f"leaves cluster '{change.cluster}' without hectares; drop it instead")
        problems += [Problem(file, None, f"changes[{number}]", message) for message in found]
    if problems:
        raise InputError(problems)
    if not records:
        raise InputError(f"{file}: no cluster is left; expected at least one")
    changed = plan.replace(clusters=pd.DataFrame(records.values()), title=scenario.title)
    touched = {change.cluster for change in scenario.changes}
    lost = changed.clusters[~is_placed(changed.clusters) & changed.clusters["id"].isin(touched)]
    if len(lost):
        lost = changed.in_language("en").clusters.loc[lost.index]  # errors are English
        reasons = zip(lost["id"], lost["match_reason"], strict=True)
        raise InputError([Problem(file, None, f"cluster {ident}", reason) for ident, reason in reasons])
    stated = scenario.model_dump(include={"number", "date"}, exclude_none=True)
    return replace(changed, decision=plan.decision.model_copy(update=stated))


def _changed(record: Mapping[str, Any], change: Change, phases: Mapping[str, str]) -> dict[str, Any]:
    """Change the record of a cluster; one that is added has none yet. Unknown phases are faults elsewhere."""
    fresh = {"id": change.cluster, "printed_name": change.name, **dict.fromkeys(phases.values(), 0.0)}
    changed = {**fresh, **record}
    if change.move is not None and {change.move.origin, change.move.to} <= set(phases):
        origin, to = phases[change.move.origin], phases[change.move.to]
        changed[to] += changed[origin]
        changed[origin] = 0.0
    changed |= {phases[phase]: ha for phase, ha in change.hectares.items() if phase in phases}
    given = {"name": change.name, "location": change.location, "district": change.district}
    return changed | {key: value for key, value in given.items() if value is not None}


def _cluster_faults(change: Change, here: Mapping[str, Any] | None, *, districts: bool) -> Iterator[str]:
    effects = (change.move, change.hectares, change.name, change.location, change.district)
    if change.add and here is not None:
        yield f"adds cluster '{change.cluster}', which is there; expected an id of its own"
    if not change.add and here is None:
        yield f"'{change.cluster}' is the id of no cluster; expected one of clusters.csv, or add = true"
    needed = ("name", "location", *(["district"] if districts else []), "hectares")
    if change.add and not all(getattr(change, name) for name in needed):
        yield f"a new cluster needs {', '.join(needed[:-1])} and hectares"
    if change.drop and (change.add or any(effects)):
        yield "drops the cluster and changes it; expected one of the two"
    if not change.add and not change.drop and not any(effects):
        yield "changes nothing; expected move, hectares, name, location, district, add or drop"
    if change.move is not None and here is not None and not here.get(hectare_column(change.move.origin), 1.0):
        yield f"cluster '{change.cluster}' has no hectares in {change.move.origin} to move"
