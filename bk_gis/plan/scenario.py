"""Change a plan without altering it: what a file of changes tries, or the plan as amended by a day."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from bk_gis.errors import InputError, Problem, Text
from bk_gis.language.reasons import in_both
from bk_gis.language.words import both
from bk_gis.places.geocoding import is_placed
from bk_gis.plan.changes import Change, Scenario
from bk_gis.plan.clusters import hectare_column
from bk_gis.plan.model import Plan
from bk_gis.plan.statuses import UNKNOWN, WITHDRAWN, known_by

Records = dict[str, dict[str, Any]]  # of clusters, by their ids


def apply_scenario(plan: Plan, scenario: Scenario, *, file: str = "changes") -> Plan:
    """
    Make the plan that the changes lead to, one after the other; the original stays as it is.

    `file` is what to call the scenario in errors. An InputError lists every change that names an unknown
    cluster, phase, district or commune, adds what is there, takes hectares where there are none, or leaves a
    cluster without any.
    """
    changed = _changed_plan(plan, scenario.changes, file)
    stated = {"number": scenario.decision, "date": scenario.date}
    given = {name: value for name, value in stated.items() if value is not None}
    return replace(changed, title=scenario.title, decision=plan.decision.model_copy(update=given))


def amended(plan: Plan, day: dt.date) -> Plan:
    """
    Make the plan as decisions had amended it by a day: its amendments and statuses are cut by their dates.

    What is known of a cluster without a date is not known to have been so by then. Clusters that were
    withdrawn by then are not in it. An InputError says where an amendment cannot be made.
    """
    if day < plan.decision.date:
        raise InputError(both("fault_changes.too early", day=day, first=plan.decision.date))
    made = tuple(change for change in plan.amendments if change.date is not None and change.date <= day)
    known = known_by(plan.clusters, day.isoformat())
    left = known[known["status"] != WITHDRAWN]
    if left.empty:
        raise InputError(both("fault_changes.nothing left", file="clusters.csv"))
    cut = plan.replace(clusters=left.drop(columns="geometry"))
    then = _changed_plan(cut, made, "changes.toml") if made else cut
    undated = (plan.clusters["status"] != UNKNOWN) & (plan.clusters["decision_date"] == "")
    return replace(then, as_of=day, undated=tuple(plan.clusters["name"][undated]))


def _changed_plan(plan: Plan, changes: Iterable[Change], file: str) -> Plan:
    changes = tuple(changes)
    districts = len(plan.districts) > 0
    records, problems = changed_records(plan.clusters, changes, plan.phases, file, districts=districts)
    if problems:
        raise InputError(problems)
    if not records:
        raise InputError(both("fault_changes.nothing left", file=file))
    changed = plan.replace(clusters=pd.DataFrame(records.values()))
    touched = {change.cluster for change in changes}
    lost = changed.clusters[~is_placed(changed.clusters) & changed.clusters["id"].isin(touched)]["id"]
    if len(lost):
        why = ((ident, changed.reasons[ident][0]) for ident in lost)
        raise InputError([Problem(file, None, f"cluster {ident}", in_both(reason)) for ident, reason in why])
    return changed


def changed_records(
    clusters: pd.DataFrame,
    changes: Iterable[Change],
    stated_phases: Iterable[Any],
    file: str,
    *,
    districts: bool,
) -> tuple[Records, list[Problem]]:
    """Make changes to the records of clusters, by their ids; and list those that cannot be made."""
    given: Any = clusters.drop(columns="geometry", errors="ignore")
    records: Records = {record["id"]: record for record in given.to_dict("records")}
    phases = {phase.id: phase.column for phase in stated_phases}
    problems: list[Problem] = []
    for number, change in enumerate(changes, start=1):
        here = records.get(change.cluster)
        unknown = sorted(set(change.phases) - set(phases))
        found = [both("fault_changes.no phase", phase=phase, expected=sorted(phases)) for phase in unknown]
        found += _cluster_faults(change, here, districts=districts)
        if change.drop:
            records.pop(change.cluster, None)
        elif change.add or here is not None:
            records[change.cluster] = after = _changed(here or {}, change, phases)
            if not unknown and not any(after[column] for column in phases.values()):
                found.append(both("fault_changes.no hectares left", cluster=change.cluster))
        problems += [Problem(file, None, f"changes[{number}]", message) for message in found]
    return records, problems


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


def _cluster_faults(change: Change, here: Mapping[str, Any] | None, *, districts: bool) -> Iterator[Text]:
    cluster = change.cluster
    effects = (change.move, change.hectares, change.name, change.location, change.district)
    if change.add and here is not None:
        yield both("fault_changes.there", cluster=cluster)
    if not change.add and here is None:
        yield both("fault_changes.no cluster", cluster=cluster)
    needed = ("name", "location", *(["district"] if districts else []), "hectares")
    if change.add and not all(getattr(change, name) for name in needed):
        yield both("fault_changes.incomplete", needed=needed)
    if change.drop and (change.add or any(effects)):
        yield both("fault_changes.dropped and changed")
    if not change.add and not change.drop and not any(effects):
        yield both("fault_changes.nothing changed")
    if change.move is not None and here is not None and not here.get(hectare_column(change.move.origin), 1.0):
        yield both("fault_changes.nothing to move", cluster=cluster, phase=change.move.origin)
