"""The audit as people read it: labelled, numbers in the reader's form, a verdict at the end."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from bk_gis.errors import Lang
from bk_gis.language.formats import figure, number
from bk_gis.language.words import clause_words, heads, say
from bk_gis.plan.model import Plan
from bk_gis.reports.layout import Draw, Table


def verdict_of(row: dict[Hashable, Any], lang: Lang) -> str:
    """Say a row's verdict, and whether its difference is known."""
    verdict = say(f"verdict.{row['verdict']}", lang)
    return say("audit.known", lang, verdict=verdict) if row["known"] else verdict


def audit_table(found: pd.DataFrame, lang: Lang) -> Table:
    """Lay the audit out, a line for each figure."""
    rows = [
        [
            clause_words(row["clause"], lang),
            row["scope"],
            say(f"measure.{row['measure']}", lang),
            figure(row["stated"], lang, measure=row["measure"]),
            figure(row["computed"], lang, measure=row["measure"]),
            figure(row["difference"], lang),
            verdict_of(row, lang),
            row["explanation"],
        ]
        for row in found.to_dict("records")
    ]
    return Table(heads("head.audit", lang), rows, right=(3, 4, 5), title=say("report.audit table", lang))


def rates_table(rates: pd.DataFrame, plan: Plan, lang: Lang) -> Table:
    """Lay derived rates out, a line for each clause and measure; sub-regions where there are any."""
    labels = plan.subregions.set_index("id")[f"label_{lang}"].to_dict()
    rows = [
        [
            clause_words(row["clause"], lang),
            row["phase"],
            labels.get(row["subregion"], ""),
            say(f"measure.{row['measure']}", lang),
            number(row["stated"], lang),
            number(row["hectares"], lang),
            number(row["rate"], lang),
            _common(row["common"], lang, shared=row["shared"]),
        ]
        for row in rates.to_dict("records")
    ]
    head = heads("head.rates", lang)
    if not labels:
        head, rows = [*head[:2], *head[3:]], [[*row[:2], *row[3:]] for row in rows]
    return Table(head, rows, right=range(len(head) - 4, len(head)))


def _common(rate: float, lang: Lang, *, shared: bool) -> str:
    """Write the common rate, and whether the clause departs from it; nothing where there is none."""
    text = figure(rate, lang)
    return f"{text} ≠" if text and not shared else text


def audit_text(found: pd.DataFrame, rates: pd.DataFrame, plan: Plan, lang: Lang, draw: Draw) -> str:
    """Draw audit and rates with a drawer such as `plain_text.markdown`."""
    figures, derived = (
        draw(table.head, table.rows, right=table.right)
        for table in (audit_table(found, lang), rates_table(rates, plan, lang))
    )
    return f"{figures}\n\n{say('audit.rates', lang)}:\n\n{derived}" if len(rates) else figures
