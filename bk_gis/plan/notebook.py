"""What a plan is to Python: equal to what says the same, frames as copies, a table in a notebook."""

import re
from collections.abc import Callable
from dataclasses import fields
from html import escape
from typing import Any, TypeVar

import pandas as pd

from bk_gis.errors import InputError, Lang
from bk_gis.language.formats import date, number
from bk_gis.language.words import both, heads, say
from bk_gis.places.geocoding import is_placed

_Class = TypeVar("_Class")


def keeping(*names: str) -> Callable[[type[_Class]], type[_Class]]:
    """Let a frozen dataclass keep frames to itself."""

    def with_kept(kind: type[_Class]) -> type[_Class]:
        for name in names:
            setattr(kind, name, _Kept(name))
        return kind

    return with_kept


def kept(holder: object, name: str) -> Any:
    """Give a frame itself, to who asks often and changes nothing."""
    return vars(holder)[name]


class _Kept:
    """A frame of which copies come in and go out; whole ones, since arrays can be written to past pandas."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __set__(self, holder: object, frame: pd.DataFrame) -> None:
        vars(holder)[self._name] = frame.copy()

    def __get__(self, holder: object, owner: type | None = None) -> Any:
        return self if holder is None else vars(holder)[self._name].copy()


def alike(one: Any, other: Any) -> bool:
    """Whether two values say the same: frames cell by cell, whatever their columns' order."""
    if not isinstance(one, pd.DataFrame) or not isinstance(other, pd.DataFrame):
        return bool(one == other)
    columns = sorted(one.columns)
    return columns == sorted(other.columns) and one[columns].equals(other[columns])


_MOST = 60  # rows
_NUMBER = re.compile(r"-?[\d.,]+")
_UNSAID = ("lang", "notes", "forms", "tried", "untried")  # in which language, how it was read or came about


class PlanValue:
    """The part of `Plan` that Python, consoles and notebooks ask for."""

    def __eq__(self, other: object) -> bool:
        """Whether two plans say the same, in whatever language their ledgers are."""
        if not isinstance(other, PlanValue):
            return NotImplemented
        one: Any = self
        that: Any = other
        that = that.in_language(one.lang)
        names = [field.name for field in fields(one) if field.name not in _UNSAID]
        return all(alike(getattr(one, name), getattr(that, name)) for name in names)

    def __hash__(self) -> int:
        """Make equal plans one key."""
        plan: Any = self
        return hash((plan.title.vi, plan.decision.number))

    def __repr__(self) -> str:
        """Name the decision, and count what there is."""
        plan: Any = self
        day = "" if plan.as_of is None else f", as of {plan.as_of}"
        tried = "" if plan.tried is None else f", changes tried: {len(plan.tried.changes)}"
        counted = f"{len(plan.clusters)} clusters on {len(plan.communes)} communes, by {plan.phases[-1].end}"
        return f"<Plan {plan.decision.number} of {plan.decision.date}{day}: {counted}{tried}>"

    def _repr_html_(self) -> str:
        plan: Any = self
        lang, levels = plan.lang, ("clusters", "communes", "districts", "subregions")
        counts = {name: len(getattr(plan, name)) for name in levels}
        lines = [decision_words(plan, lang), say("notebook.counted", lang, **counts)]
        if plan.as_of is not None:
            lines.append(say("notebook.as of", lang, day=date(plan.as_of, lang)))
        if lost := int((~is_placed(plan.clusters)).sum()):
            lines.append(say("notebook.unplaced", lang, count=lost))
        return in_html(plan.title[lang], _by_phase(plan, lang), *lines)


def decision_words(plan: Any, lang: Lang, section: str = "report") -> str:
    """Name the decision, its day and who issued it, as reports do or another section of words.toml."""
    stated = plan.decision
    said = {"number": stated.number, "date": date(stated.date, lang), "issuer": stated.issuer[lang]}
    return say(f"{section}.decision", lang, **said)


def require_plan(*plans: Any) -> None:
    """Refuse what is no plan, such as a table of clusters."""
    for plan in plans:
        if not isinstance(plan, PlanValue):
            raise InputError(both("fault_content.no plan", kind=type(plan).__name__))


def _by_phase(plan: Any, lang: Lang) -> pd.DataFrame:
    clusters, rows = plan.clusters, []
    for phase in plan.phases:
        new, hectares = clusters["founded"] == phase.id, clusters[phase.column]
        counts = [str(int(new.sum())), str(int((~new & (hectares > 0)).sum()))]
        sums = [number(ha, lang) for ha in (hectares.sum(), plan.hectares_by(phase.end).sum())]
        rows.append([phase.label[lang], *counts, *sums])
    return pd.DataFrame(rows, columns=heads("notebook.phases", lang))


def in_html(title: str, table: pd.DataFrame, *lines: str) -> str:
    """Show a table in a notebook under what it says; text reaches the page as text alone."""
    said = [f"<strong>{escape(title)}</strong>", *map(escape, lines)]
    head = "".join(f'<th style="text-align:left">{escape(str(name))}</th>' for name in table)
    rows = ["".join(map(_cell, cells)) for cells in table.head(_MOST).astype(object).to_numpy().tolist()]
    rows += [f'<td colspan="{len(table.columns)}">…</td>'] if len(table) > _MOST else []
    body = "\n".join(f"<tr>{row}</tr>" for row in rows)
    return f"<div><p>{'<br>'.join(said)}</p><table><tr>{head}</tr>\n{body}</table></div>"


def _cell(value: Any) -> str:
    """Set numbers to the right and text to the left, whatever the notebook does."""
    missing = value is None or value is pd.NA or value != value  # noqa: PLR0124 - NaN
    text = "" if missing else f"{value:g}" if isinstance(value, float) else str(value)
    side = "right" if _NUMBER.fullmatch(text) else "left"
    return f'<td style="text-align:{side}">{escape(text)}</td>'
