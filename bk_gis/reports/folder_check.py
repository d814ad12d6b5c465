"""Go through a plan folder as its author would want: first what stops it, then what looks wrong."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bk_gis.checks.auditing.auditor import audit
from bk_gis.checks.auditing.table import summary, unexplained
from bk_gis.checks.foundings import check_status, status_words
from bk_gis.errors import Lang
from bk_gis.language.formats import figure
from bk_gis.language.words import say
from bk_gis.places.geocoding import is_placed
from bk_gis.plan.folder import amended, load_plan
from bk_gis.plan.model import Plan
from bk_gis.plan.starter import left_of_sample


@dataclass(frozen=True)
class Check:
    """What a folder that can be read still has to answer for; `doubts` in order of what to fix first."""

    plan: Plan
    doubts: tuple[str, ...]
    summary: str


def check_folder(folder: str | Path, *, lang: Lang = "vi") -> Check:
    """
    Read a plan folder and look for what is odd about it.

    Where it cannot be used, the problems of the InputError are all of it, file by file in the order to fix.
    """
    plan = load_plan(folder, lang=lang)
    found = audit(plan, lang=lang)
    if plan.amendments:  # where one lies nowhere, this says so
        amended(plan, max(change.date or plan.decision.date for change in plan.amendments))
    doubts = [
        *_invented(plan, lang),
        *_clusters(plan, ~is_placed(plan.clusters), "unplaced", "match_reason", lang),
        *_clusters(plan, plan.clusters["join_method"] == "differs", "elsewhere", "join_reason", lang),
        *_larger(plan, lang),
    ]
    for row in unexplained(found).to_dict("records"):
        if row["measure"] == "place":
            continue  # said above, with the place
        figures = (figure(row[name], lang, measure=row["measure"]) or "-" for name in ("stated", "computed"))
        why = f" ({row['explanation']})" if row["explanation"] else ""
        what = f"{row['clause']}, {row['scope']}, {say('measure.' + row['measure'], lang)}"
        doubts.append(f"plan.toml: {what}: {' ≠ '.join(figures)}{why}")
    return Check(plan, tuple(doubts), summary(found, lang))


def _invented(plan: Plan, lang: Lang) -> list[str]:
    return [
        say("sample.setting", lang, file=file, what=what, names=", ".join(f"'{name}'" for name in names))
        if what
        else say("sample.rows", lang, file=file, names=", ".join(names))
        for file, what, names in left_of_sample(plan)
    ]


def _clusters(plan: Plan, which: Any, key: str, why: str, lang: Lang) -> list[str]:
    """Say of some clusters what their ledger says of their place."""
    return [
        say(f"check.{key}", lang, ident=ident, name=name, reason=reason)
        for ident, name, reason in plan.clusters.loc[which, ["id", "name", why]].itertuples(index=False)
    ]


def _larger(plan: Plan, lang: Lang) -> list[str]:
    found = check_status(plan, by=plan.phases[-1].end).table
    return [
        say("check.larger", lang, ident=row["id"], name=row["name"], status=status_words(row, lang))
        for row in found[found["larger"]].to_dict("records")
    ]
