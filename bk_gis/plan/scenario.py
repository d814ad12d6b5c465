"""What changes make of a plan and the records of its clusters: the same as on the page."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

import pandas as pd

from bk_gis.errors import InputError, Problem, Text
from bk_gis.language.names import clean
from bk_gis.language.reasons import in_both
from bk_gis.language.words import both
from bk_gis.places.geocoding import is_placed
from bk_gis.plan.changes import Change, Scenario
from bk_gis.plan.clusters import hectare_column
from bk_gis.plan.statuses import NOT_SURVEYED

Records = dict[str, dict[str, Any]]  # of clusters, by their ids


class Changed(NamedTuple):
    """The records that changes lead to; by its change, each that words put somewhere; what cannot be made."""

    records: Records
    worded: Records
    problems: list[Problem]


def apply_changes(plan: Any, made: Scenario, file: str) -> Any:
    """Make the plan that changes lead to; see `Plan.apply`."""
    own = plan.decision.number
    if made.plan is not None and clean(made.plan) != clean(own):
        other = both("fault_changes.other plan", plan=made.plan, this=own)
        raise InputError([Problem(file, None, "plan", other)])
    found = changed_records(plan.clusters, made.changes, plan.phases, plan.communes, file)
    if found.problems:
        raise InputError(found.problems)
    if not found.records:
        raise InputError(both("fault_changes.nothing left", file=file))
    require_places(plan, found.worded, file)
    changed = plan.replace(clusters=pd.DataFrame(found.records.values()), title=made.title)
    stated = {"number": made.decision, "date": made.date}
    kept = _amendments_left(changed, plan.amendments)
    gone = [change.decision for change in plan.amendments if change not in kept]
    return replace(
        changed,
        decision=plan.decision.model_copy(update={k: v for k, v in stated.items() if v is not None}),
        amendments=kept,
        notes=plan.notes + ((both("fault_changes.amendments gone", decisions=gone),) if gone else ()),
        tried=made if plan.tried is None else made.after(plan.tried),
        untried=plan.untried or plan,
    )


def _amendments_left(plan: Any, amendments: Iterable[Change]) -> tuple[Change, ...]:
    """Keep the amendments that can still be made to a plan, one after the other."""
    kept: tuple[Change, ...] = ()
    for change in amendments:
        if not changed_records(plan.clusters, (*kept, change), plan.phases, plan.communes, "").problems:
            kept = (*kept, change)
    return kept


def require_places(plan: Any, worded: Records, file: str) -> Any:
    """Find where changes put clusters by words, a row for each; refuse those that lie nowhere."""
    if not worded:
        return plan.clusters.iloc[:0]
    there = plan.replace(clusters=pd.DataFrame(worded.values()))
    lost = there.clusters["id"][~is_placed(there.clusters)]
    if len(lost):
        why = ((ident, there.reasons[ident][0]) for ident in lost)
        raise InputError([Problem(file, None, ident, in_both(one)) for ident, one in why])
    return there.clusters


def changed_records(
    clusters: pd.DataFrame,
    changes: Iterable[Change],
    stated_phases: Iterable[Any],
    communes: pd.DataFrame,
    file: str,
) -> Changed:
    """Make changes to the records of clusters, by their ids; and list those that cannot be made."""
    given: Any = clusters.drop(columns="geometry", errors="ignore")
    records: Records = {record["id"]: record for record in given.to_dict("records")}
    phases = {phase.id: phase.column for phase in stated_phases}
    places = _places(communes)
    worded: Records = {}
    problems: list[Problem] = []
    for number, change in enumerate(changes, start=1):
        here = records.get(change.cluster)
        unknown = sorted(set(change.phases) - set(phases))
        found = [both("fault_changes.no phase", phase=phase, expected=sorted(phases)) for phase in unknown]
        if change.commune is not None and change.commune not in places:
            found.append(both("fault_changes.no commune", code=change.commune))
        found += _cluster_faults(change, here, districts="district_code" in communes)
        if change.drop:
            records.pop(change.cluster, None)
        elif change.add or here is not None:
            records[change.cluster] = after = _changed(here or {}, change, phases, places)
            left = any(after[column] for column in phases.values())
            if not unknown and (here or change.hectares) and not left:
                found.append(both("fault_changes.no hectares left", cluster=change.cluster))
            if change.location or change.district:
                worded[f"changes[{number}]"] = {**after, "id": f"changes[{number}]"}
        problems += [Problem(file, None, f"changes[{number}]", message) for message in found]
    return Changed(records, worded, problems)


def _places(communes: pd.DataFrame) -> dict[str, dict[str, str]]:
    """Say by its code how clusters.csv has a commune, and its district where there are any."""
    columns = ["code", "unit_type", "name", *(["district"] if "district_code" in communes else [])]
    return {
        code: {"location": f"{unit} {name}".strip(), "location_code": code}
        | ({"district": district[0]} if district else {})
        for code, unit, name, *district in communes[columns].itertuples(index=False)
    }


def _changed(
    record: Mapping[str, Any], change: Change, phases: Mapping[str, str], places: Mapping[str, dict[str, str]]
) -> dict[str, Any]:
    """Change the record of a cluster; one that is added has none yet. Unknown phases are faults elsewhere."""
    fresh = {"id": change.cluster, "printed_name": change.name, **dict.fromkeys(phases.values(), 0.0)}
    changed = {**fresh, **record}
    if change.move is not None and {change.move.origin, change.move.to} <= set(phases):
        origin, to = phases[change.move.origin], phases[change.move.to]
        changed[to] = round(changed[to] + changed[origin], 6)
        changed[origin] = 0.0
    changed |= {phases[phase]: ha for phase, ha in change.hectares.items() if phase in phases}
    where = {"location": change.location, "district": change.district}
    where = {key: text for key, text in where.items() if text is not None}
    if where or change.commune is not None:  # it goes elsewhere, and no longer to where it was surveyed
        changed |= {"location_code": "", **NOT_SURVEYED, **where, **places.get(change.commune or "", {})}
    return changed | ({} if change.name is None else {"name": change.name})


def _cluster_faults(change: Change, here: Mapping[str, Any] | None, *, districts: bool) -> Iterator[Text]:
    cluster = change.cluster
    words = (change.location, change.district)
    effects = (change.move, change.hectares, change.name, change.commune, *words)
    if change.add and here is not None:
        yield both("fault_changes.there", cluster=cluster)
    if not change.add and here is None:
        yield both("fault_changes.no cluster", cluster=cluster)
    if change.commune and any(words):
        yield both("fault_changes.two places")
    placed = change.commune or (change.location and (change.district or not districts))
    if change.add and not (change.name and change.hectares and placed):
        yield both(f"fault_changes.incomplete{'' if districts else ', no districts'}")
    if change.drop and (change.add or any(effects)):
        yield both("fault_changes.dropped and changed")
    if not change.add and not change.drop and not any(effects):
        yield both("fault_changes.nothing changed")
    if change.move is not None and here is not None and not here.get(hectare_column(change.move.origin), 1.0):
        yield both("fault_changes.nothing to move", cluster=cluster, phase=change.move.origin)
