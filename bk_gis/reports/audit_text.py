"""The audit as people read it: labelled, numbers in the reader's form, a verdict at the end."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from bk_gis.errors import Lang
from bk_gis.language.formats import figure, number
from bk_gis.language.words import clause_words, heads, say
from bk_gis.plan.model import Plan
from bk_gis.reports.layout import Draw, Table


def figure_cells(row: dict[Hashable, Any], lang: Lang, *names: str) -> list[str]:
    """Say the clause of a figure, what it counts, its measure, and its values in some columns."""
    measure = row["measure"]
    said = [clause_words(row["clause"], lang), row["scope"], say(f"measure.{measure}", lang)]
    return said + [figure(row[name], lang, measure=measure) for name in names]


def signed_difference(row: dict[Hashable, Any], lang: Lang) -> str:
    """Say by how much a figure is above (+) or below (-) the stated one."""
    difference = row["difference"]
    return "+" * (difference > 0) + figure(difference, lang, measure=row["measure"])


def audit_table(found: pd.DataFrame, lang: Lang) -> Table:
    """Lay the audit out, a line for each figure; its verdict says whether a difference is known."""
    rows = []
    for row in found.to_dict("records"):
        verdict = say(f"verdict.{row['verdict']}", lang)
        verdict = say("audit.known", lang, verdict=verdict) if row["known"] else verdict
        figures = figure_cells(row, lang, "stated", "computed")
        rows.append([*figures, signed_difference(row, lang), verdict, row["explanation"]])
    return Table(heads("head.audit", lang), rows, right=(3, 4, 5), title=say("report.audit table", lang))


def rates_table(rates: pd.DataFrame, plan: Plan, lang: Lang) -> Table:
    """Lay derived rates out, a line for each clause and measure; sub-regions where there are any."""
    labels = plan.subregions.set_index("id")[f"label_{lang}"].to_dict()
    rows = []
    for row in rates.to_dict("records"):
        of = [row["phase"], labels.get(row["subregion"], ""), say(f"measure.{row['measure']}", lang)]
        amounts = [number(row[name], lang) for name in ("stated", "hectares", "rate")]
        common = figure(row["common"], lang)  # nothing, where there is none
        other = "" if row["shared"] or not common else " ≠"  # the clause departs from it
        rows.append([clause_words(row["clause"], lang), *of, *amounts, f"{common}{other}"])
    head = heads("head.rates", lang)
    if not labels:
        head, rows = [*head[:2], *head[3:]], [[*row[:2], *row[3:]] for row in rows]
    return Table(head, rows, right=range(len(head) - 4, len(head)))


def audit_text(found: pd.DataFrame, rates: pd.DataFrame, plan: Plan, lang: Lang, draw: Draw) -> str:
    """Draw audit and rates with a drawer such as `plain_text.markdown`."""
    figures, derived = (
        draw(table.head, table.rows, right=table.right)
        for table in (audit_table(found, lang), rates_table(rates, plan, lang))
    )
    return f"{figures}\n\n{say('audit.rates', lang)}:\n\n{derived}" if len(rates) else figures
