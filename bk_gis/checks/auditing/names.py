"""Names: articles against annex, places and centres against the communes."""

from collections.abc import Iterator
from typing import Any

from bk_gis.checks.auditing.records import Records
from bk_gis.checks.auditing.rows import AGREES, DIFFERS, NO_RECORD, Row
from bk_gis.errors import Text
from bk_gis.language.names import clean, fold, split_places
from bk_gis.language.reasons import Reason, reason
from bk_gis.places.gazetteer import Gazetteer
from bk_gis.places.geocoding import is_placed
from bk_gis.places.values import Place
from bk_gis.plan.model import Plan
from bk_gis.plan.values import Target


def name_rows(records: Records, target: Target) -> Iterator[Row]:
    """Hold the names of a clause against the annex's clusters of the same phase and sub-region."""
    if not target.names:
        return
    scope, chosen = records.scope(target), records.chosen(target)
    for name, cluster in zip(target.names, _matched(records, chosen, target), strict=True):
        if cluster is None:
            yield Row(target.clause, scope, "name", name, None, DIFFERS, reason("explanation.no cluster"))
            continue
        _, right, printed = cluster
        verdict, why, known = _compared(name, right, printed, records.corrections)
        yield Row(target.clause, scope, "name", name, printed, verdict, why, known)
    for left_out in {record["id"]: record["name"] for record in unnamed(records, chosen, target)}.values():
        yield Row(target.clause, scope, "name", "", left_out, DIFFERS, reason("explanation.not named"))


def unnamed(records: Records, chosen: list[dict[str, Any]], target: Target) -> list[dict[str, Any]]:
    """Keep the records of clusters that a clause does not name, though it names some."""
    named = {cluster[0] for cluster in _matched(records, chosen, target) if cluster is not None}
    return [record for record in chosen if target.names and record["id"] not in named]


def _matched(
    records: Records, chosen: list[dict[str, Any]], target: Target
) -> list[tuple[str, str, str] | None]:
    """Find the cluster of each name of a clause: its id, its name and that as printed; None for none."""
    clusters = [records.names[ident] for ident in dict.fromkeys(record["id"] for record in chosen)]
    found = []
    for name in target.names:
        spellings = {fold(name), *records.corrections.get(fold(name), ())}
        match = [c for c in clusters if fold(c[2]) == fold(name) or fold(c[1]) in spellings]
        found.append(match[0] if match else None)
    return found


def _compared(
    name: str, right: str, printed: str, corrections: dict[str, set[str]]
) -> tuple[str, Reason | None, bool]:
    """Compare the article's name and the annex's: verdict, explanation, known."""
    if fold(printed) == fold(name):
        both_wrong = reason("explanation.both wrong", printed=name, right=right)
        return AGREES, None if fold(name) == fold(right) else both_wrong, False
    wrong = [spelling for spelling in (printed, name) if fold(spelling) != fold(right)]
    known = all(fold(right) in corrections.get(fold(spelling), ()) for spelling in wrong)
    if known:
        return DIFFERS, reason("explanation.annex wrong", printed=printed, name=name, right=right), True
    return DIFFERS, reason("explanation.not taken", printed=printed, name=name), False


def place_rows(plan: Plan) -> Iterator[Row]:
    """Hold each place of the annex against the communes, as geocoding matched it."""
    communes = plan.communes.set_index("code")["name"]
    placed = is_placed(plan.clusters)
    for record, found in zip(plan.clusters.to_dict("records"), placed, strict=True):
        clause = f"annex {record['id']}"
        scope = ", ".join(filter(None, (record["name"], record.get("district"))))
        printed = clean(record["location"])
        if not found:
            yield Row(clause, scope, "place", printed, None, DIFFERS, plan.reasons[record["id"]][0])
            continue
        names = [str(communes[code]) for code in record["match_codes"].split()]
        right = ", ".join(names)
        parts = split_places(printed) if len(names) > 1 else [printed]
        if {fold(part) for part in parts} == {fold(name) for name in names}:
            yield Row(clause, scope, "place", printed, right, AGREES)
        else:
            why = reason("explanation.corrected", printed=printed, right=right)
            yield Row(clause, scope, "place", printed, right, DIFFERS, why, known=True)


def centre_rows(records: Records, target: Target) -> Iterator[Row]:
    """Hold the economic centres that a clause names against the communes of its sub-region."""
    if not target.centres:
        return
    plan = records.plan
    inside = plan.communes
    if target.subregion is not None:
        inside = inside[inside["subregion"] == target.subregion]
    places = [Place(code, name, "") for code, name in zip(inside["code"], inside["name"], strict=True)]
    known = {
        fold(entry["printed"]): (
            entry["corrected"],
            Text(entry["reason"], entry["reason_en"] or entry["reason"]) if entry["reason"] else None,
        )
        for entry in plan.place_names.to_dict("records")
    }
    gazetteer = Gazetteer(places)
    for centre in target.centres:
        row = (target.clause, records.scope(target), "centre", clean(centre))
        corrected, why = known.get(fold(centre), ("", None))
        found, right = gazetteer.known(centre), gazetteer.known(corrected)
        if found is not None and found.places:
            yield Row(*row, found.places[0].name, AGREES)
        elif right is not None and right.places:
            taken = reason("explanation.corrected", printed=clean(centre), right=corrected)
            yield Row(*row, right.places[0].name, DIFFERS, taken, known=True)
        else:
            yield Row(*row, None, NO_RECORD, why or gazetteer.match(centre).reason)
