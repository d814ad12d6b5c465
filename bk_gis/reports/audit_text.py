"""The audit as people read it: labelled, numbers in the reader's form, a verdict at the end."""

from collections.abc import Callable, Hashable
from typing import Any

import pandas as pd

from bk_gis.checks.auditing.auditor import unexplained
from bk_gis.checks.auditing.rows import AGREES, DIFFERS, ROUNDING
from bk_gis.language.formats import clause_words, figure, number
from bk_gis.language.words import Lang, say, words
from bk_gis.plan.model import Plan

Draw = Callable[..., str]
AUDIT_HEAD: dict[Lang, list[str]] = {
    "vi": ["Điểm", "Phạm vi", "Chỉ tiêu", "Văn bản ghi", "Hồ sơ cho", "Chênh", "Kết luận", "Giải thích"],
    "en": ["Clause", "Scope", "Measure", "Stated", "Computed", "Difference", "Verdict", "Explanation"],
}
RATES_HEAD: dict[Lang, list[str]] = {
    "vi": [
        "Điểm",
        "Giai đoạn",
        "Tiểu vùng",
        "Chỉ tiêu",
        "Văn bản ghi",
        "Diện tích (ha)",
        "Trên 1 ha",
        "Suất chung",
    ],
    "en": ["Clause", "Phase", "Sub-region", "Measure", "Stated", "Hectares", "Per hectare", "Common rate"],
}
RATES_TITLE: dict[Lang, str] = {
    "vi": "Suất trên một hecta (suy ra từ số liệu của văn bản)",
    "en": "Rates per hectare (derived from the decision's figures)",
}
_KNOWN: dict[Lang, str] = {"vi": " (đã biết)", "en": " (known)"}


def verdict_of(row: dict[Hashable, Any], lang: Lang) -> str:
    """Say a row's verdict, and whether its difference is known."""
    known = _KNOWN[lang] if row["known"] else ""
    return say(f"verdict.{row['verdict']}", lang) + known


def audit_table(found: pd.DataFrame, lang: Lang) -> list[list[str]]:
    """Lay the audit out under `AUDIT_HEAD`."""
    return [
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


def rates_table(rates: pd.DataFrame, plan: Plan, lang: Lang) -> list[list[str]]:
    """Lay derived rates out under `RATES_HEAD`."""
    labels = plan.subregions.set_index("id")[f"label_{lang}"].to_dict()
    return [
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


def _common(rate: float, lang: Lang, *, shared: bool) -> str:
    """Write the common rate, and whether the clause departs from it; nothing where there is none."""
    text = figure(rate, lang)
    return f"{text} ≠" if text and not shared else text


def summary(found: pd.DataFrame, lang: Lang) -> str:
    """Say in one line how many figures agree, and whether every difference is explained."""
    count = found["verdict"].value_counts()
    n = {verdict: int(count.get(verdict, 0)) for verdict in words()["verdict"]}
    open_ = len(unexplained(found))
    numbers = (len(found), n[AGREES], n[ROUNDING], n[DIFFERS], n[DIFFERS] - open_, open_)
    if lang == "vi":
        text = "{} số liệu và tên: {} khớp, {} khớp khi làm tròn, {} lệch ({} đã biết, {} chưa giải thích)"
        rest = ", {} không có số liệu để so."
    else:
        text = (
            "{} figures and names: {} agree, {} agree within rounding, {} differ ({} known, {} unexplained)"
        )
        rest = ", {} without a record to compare with."
    return text.format(*numbers) + rest.format(n["no record"])


def audit_text(found: pd.DataFrame, rates: pd.DataFrame, plan: Plan, lang: Lang, draw: Draw) -> str:
    """Draw audit and rates with a drawer such as `text_tables.markdown`."""
    figures = draw(AUDIT_HEAD[lang], audit_table(found, lang), right=(3, 4, 5))
    derived = draw(RATES_HEAD[lang], rates_table(rates, plan, lang), right=(4, 5, 6, 7))
    return f"{figures}\n\n{RATES_TITLE[lang]}:\n\n{derived}"
