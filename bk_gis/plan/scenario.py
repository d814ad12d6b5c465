"""Change a plan without altering it: a small file of changes, each with its reason."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import pandas as pd
from pydantic import Field, ValidationError

from bk_gis.errors import InputError, MissingFileError, Problem
from bk_gis.places.geocoding import is_placed
from bk_gis.plan.clusters import hectare_column
from bk_gis.plan.model import Plan
from bk_gis.plan.toml_file import faults, read_toml
from bk_gis.plan.values import Table, Words

_EXAMPLES = {
    "title": 'title = { vi = "Điều chỉnh", en = "Amendment" }',
    "number": 'number = "9/QĐ-UBND"',
    "date": "date = 2027-03-01",
    "changes": "at least one [[changes]] with cluster, reason and what changes",
    "cluster": 'cluster = "4"',
    "reason": 'reason = "no investor"',
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
    """
    Read a file of changes.

    Raises
    ------
    MissingFileError
        There is no such file.
    InputError
        It is not TOML, or not what a file of changes has; `problems` lists all of it.
    """
    path = Path(path)
    if not path.exists():
        raise MissingFileError(f"there is no file {path}")
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
    Make the plan that the changes lead to; the original stays as it is.

    Parameters
    ----------
    plan
        The plan to start from.
    scenario
        The changes, made in order.
    file
        What to call the scenario in errors.

    Raises
    ------
    InputError
        A change names an unknown cluster, phase, district or commune, adds what is there, takes
        hectares where there are none, or leaves a cluster without any; `problems` lists all of it.
    """
    problems = [
        Problem(file, None, f"changes[{number}]", message)
        for number, message in _faults(plan, scenario.changes)
    ]
    if problems:
        raise InputError(problems)
    records: dict[str, dict[str, Any]] = {
        record["id"]: record for record in plan.clusters.drop(columns="geometry").to_dict("records")
    }
    for change in scenario.changes:
        records = _changed(records, change, [phase.id for phase in plan.phases])
    if not records:
        raise InputError(f"{file}: no cluster is left; expected at least one")
    changed = plan.replace(clusters=pd.DataFrame(records.values()), title=scenario.title)
    touched = {change.cluster for change in scenario.changes}
    lost = changed.clusters[~is_placed(changed.clusters) & changed.clusters["id"].isin(touched)]
    if len(lost):
        lost = changed.in_language("en").clusters.loc[lost.index]  # errors are English
        raise InputError(
            [
                Problem(file, None, f"cluster {ident}", reason)
                for ident, reason in lost[["id", "match_reason"]].itertuples(index=False)
            ]
        )
    decision = plan.decision.model_copy(
        update={k: v for k, v in (("number", scenario.number), ("date", scenario.date)) if v is not None}
    )
    return replace(changed, decision=decision)


def _changed(
    records: dict[str, dict[str, Any]], change: Change, phases: Sequence[str]
) -> dict[str, dict[str, Any]]:
    if change.drop:
        return {ident: record for ident, record in records.items() if ident != change.cluster}
    fresh = {
        "id": change.cluster,
        "printed_name": change.name,
        **dict.fromkeys(map(hectare_column, phases), 0.0),
    }
    record = dict(fresh if change.add else records[change.cluster])
    if change.move is not None:
        origin, to = hectare_column(change.move.origin), hectare_column(change.move.to)
        record[to] += record[origin]
        record[origin] = 0.0
    record |= {hectare_column(phase): hectares for phase, hectares in change.hectares.items()}
    given = {"name": change.name, "location": change.location, "district": change.district}
    record |= {key: value for key, value in given.items() if value is not None}
    return {**records, change.cluster: record}


def _faults(plan: Plan, changes: Sequence[Change]) -> Iterator[tuple[int, str]]:
    """Find what a change asks for that cannot be, following what the ones before it made."""
    phases = {phase.id for phase in plan.phases}
    known = {
        record["id"]: {p.id: record[p.column] for p in plan.phases}
        for record in plan.clusters.to_dict("records")
    }
    for number, change in enumerate(changes, start=1):
        here = known.get(change.cluster)
        named = [*change.hectares, *([change.move.origin, change.move.to] if change.move else [])]
        unknown = sorted(set(named) - phases)
        for phase in unknown:
            yield number, f"'{phase}' is no phase of this plan; expected one of {', '.join(sorted(phases))}"
        for message in _cluster_faults(change, here, districts=len(plan.districts) > 0):
            yield number, message
        if change.drop:
            known.pop(change.cluster, None)
        elif here is not None or change.add:
            after = dict(here or dict.fromkeys(phases, 0.0))
            if change.move is not None and not unknown:
                after[change.move.to] += after[change.move.origin]
                after[change.move.origin] = 0.0
            after |= change.hectares
            known[change.cluster] = after
            if not unknown and not any(after.values()):
                yield number, f"leaves cluster '{change.cluster}' without hectares; drop it instead"


def _cluster_faults(change: Change, here: dict[str, float] | None, *, districts: bool) -> Iterator[str]:
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
    if change.move is not None and here is not None and not here.get(change.move.origin, 1.0):
        yield f"cluster '{change.cluster}' has no hectares in {change.move.origin} to move"
