"""What became of the clusters that were planned by a year: beside the plan's own figures, not in them."""

import datetime as dt
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from bk_gis.errors import Lang, in_asked_language
from bk_gis.language.formats import date, figure
from bk_gis.language.reasons import first_of, in_words
from bk_gis.language.words import say
from bk_gis.plan.changes import Change, made_by
from bk_gis.plan.levels import require_year
from bk_gis.plan.model import Plan
from bk_gis.plan.notebook import in_html, require_plan
from bk_gis.plan.statuses import FOUNDED, SLACK_HA, STATUSES, UNKNOWN

_COLUMNS = ("decision", "decision_date", "decision_ha", "investment_billion_vnd", "decision_source")


@dataclass(frozen=True, eq=False, repr=False)
class StatusReport:
    """
    The answer of `check_status`.

    Attributes
    ----------
    by
        The horizon: a year.
    table
        One row for every cluster that is planned by then: `id`, `name`, `status` (founded, planned, withdrawn
        or unknown), `decision`, `decision_date`, `decision_ha`, `investment_billion_vnd`, `decision_source`;
        `ha`, what the plan has of it in all phases; and `larger`, whether the founding exceeds that by more
        than 5 hectares.
    lang
        Language in which a notebook shows it: that of the plan.
    """

    by: int
    table: pd.DataFrame
    lang: Lang = "vi"

    @property
    def counts(self) -> dict[str, int]:
        """How many there are: `all`, of each status, and founded `in time`, `later` or `undated`."""
        status, days = self.table["status"], self.table["decision_date"]
        founded, last = status == FOUNDED, f"{self.by:04}-12-31"
        groups = {
            "all": status.notna(),
            **{name: status == name for name in STATUSES},
            "in time": founded & (days != "") & (days <= last),
            "later": founded & (days > last),
            "undated": founded & (days == ""),
        }
        return {name: int(group.sum()) for name, group in groups.items()}

    def __repr__(self) -> str:
        """Say what became of how many."""
        return f"<StatusReport {self.sentence('en') or f'By {self.by}: nothing is known.'}>"

    def _repr_html_(self) -> str:
        return in_html(self.sentence(), self.table)

    def sentence(self, lang: Lang | None = None) -> str:
        """Say it in one line, by default in the plan's language; empty where nothing is known."""
        lang = lang or self.lang
        counts = self.counts
        if counts["all"] == counts[UNKNOWN]:
            return ""
        when = [
            say(f"map.founded {name}", lang, n=counts[name], by=self.by)
            for name in ("in time", "later", "undated")
            if counts[name]
        ]
        shown = f" ({', '.join(when)})" if counts["later"] or counts["undated"] else ""
        parts = [
            f"{say(f'status.{name}', lang)} {counts[name]}{shown if name == FOUNDED else ''}"
            for name in STATUSES
            if counts[name] or name == FOUNDED
        ]
        return say("map.became", lang, by=self.by, n=counts["all"], parts=", ".join(parts))


@in_asked_language
def check_status(plan: Plan, *, by: int) -> StatusReport:
    """
    Find what became of the clusters that are planned by a year.

    Parameters
    ----------
    plan
        The plan whose clusters are looked at; one that is loaded `as_of` a day knows what was known then.
    by
        The horizon, as of `check_coverage`: every phase that ends by this year counts.

    Returns
    -------
    StatusReport
        `.table`, `.counts`, `.sentence()`. Of an unknown cluster nothing is known; it may well be founded.

    Raises
    ------
    InputError
        The year is no whole number.

    Examples
    --------
    >>> import bk_gis
    >>> report = bk_gis.check_status(bk_gis.load_plan(), by=2020)
    >>> report.counts["founded"], report.counts["unknown"]
    (4, 13)
    """
    require_plan(plan)
    by = require_year(by)
    planned = plan.clusters[plan.hectares_by(by) > 0]
    table = planned[["id", "name", "status", *_COLUMNS, "ha"]].reset_index(drop=True)
    table["larger"] = table["decision_ha"] > table["ha"] + SLACK_HA
    return StatusReport(by, table, plan.lang)


def status_words(row: Mapping[Hashable, Any], lang: Lang) -> str:
    """Say of a row of `StatusReport.table` what became of the cluster: by which decision, how large."""
    parts = [say(f"status.{row['status']}", lang)]
    if row["status"] == UNKNOWN:
        return parts[0]
    number, day = row["decision"], row["decision_date"]
    given = {"number": number, "date": date(dt.date.fromisoformat(day), lang) if day else ""}
    known = " ".join([*(["number"] if number else []), *(["date"] if day else [])]) or "nothing"
    parts[0] += say(f"became.{known}", lang, **given)
    if row["decision_ha"] == row["decision_ha"]:
        parts.append(say("became.hectares", lang, ha=figure(row["decision_ha"], lang)))
    if row["investment_billion_vnd"] == row["investment_billion_vnd"]:
        parts.append(say("became.investment", lang, amount=figure(row["investment_billion_vnd"], lang)))
    if row["larger"]:
        parts.append(say("became.larger", lang, ha=figure(row["ha"], lang)))
    return ", ".join(parts)


def amendment_words(plan: Plan, lang: Lang) -> str:
    """Say which later decisions a plan has in it, or has not; empty where none is known."""
    if plan.as_of is None:
        later = _listed(plan.amendments, lang)
        return say("became.not amended", lang, decisions=later) if later else ""
    made = _listed(made_by(plan.amendments, plan.as_of), lang)
    key = "became.amended" if made else "became.unamended"
    said = [say(key, lang, date=date(plan.as_of, lang), decisions=made)]
    if plan.undated:
        some = in_words(first_of(plan.undated), lang)
        said.append(say("became.set aside", lang, n=len(plan.undated), names=some))
    return " ".join(said)


def changes_of(plan: Plan, lang: Lang) -> dict[str, str]:
    """Say which decisions changed a cluster, and why, by its id: those whose changes are in the plan."""
    found: dict[str, list[str]] = {}
    for change in made_by(plan.amendments, plan.as_of):
        found.setdefault(change.cluster, []).append(f"{_listed([change], lang)}: {change.reason}")
    return {cluster: "; ".join(said) for cluster, said in found.items()}


def _listed(changes: Iterable[Change], lang: Lang) -> str:
    named = dict.fromkeys((change.decision, change.date) for change in changes if change.date is not None)
    return ", ".join(
        say("became.amendment", lang, number=number, date=date(day, lang))
        for number, day in named
        if day is not None
    )
