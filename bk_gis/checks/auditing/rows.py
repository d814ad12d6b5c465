"""One row of the audit, in no language, and what its figure counts; all rows as a table, summed up."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from bk_gis.errors import Lang, Text
from bk_gis.language.formats import figure
from bk_gis.language.reasons import Reason, in_words
from bk_gis.language.words import say, words
from bk_gis.plan.notebook import in_html

AGREES, ROUNDING, DIFFERS, NO_RECORD = "agrees", "agrees within rounding", "differs", "no record"
Figure = float | str | tuple[float, ...]


@dataclass(frozen=True)
class Row:
    """One figure or name: what the decision states, what the records give."""

    clause: str
    scope: Reason | Text | str
    measure: str
    stated: Figure
    computed: Figure | None
    verdict: str
    explanation: Reason | Text | None = None
    known: bool = False

    @property
    def difference(self) -> float | None:
        """Computed less stated, where both are numbers."""
        if isinstance(self.stated, int | float) and isinstance(self.computed, int | float):
            return round(float(self.computed) - float(self.stated), 4) + 0.0
        return None

    def in_language(self, lang: Lang) -> dict[str, Any]:
        """Lay out as the columns of the audit; ranges are written as texts."""
        return {
            "clause": self.clause,
            "scope": in_words(self.scope, lang),
            "measure": self.measure,
            "stated": figure(self.stated, lang) if isinstance(self.stated, tuple) else self.stated,
            "computed": figure(self.computed, lang) if isinstance(self.computed, tuple) else self.computed,
            "difference": self.difference,
            "verdict": self.verdict,
            "explanation": in_words(self.explanation, lang),
            "known": self.known,
        }


class AuditTable(pd.DataFrame):
    """A DataFrame with one row for each figure; see `bk_gis.audit`. A part of it is a plain DataFrame."""

    @property
    def _constructor(self) -> Any:
        return pd.DataFrame

    def _repr_html_(self) -> str:
        found: pd.DataFrame = self
        lang: Lang = self.attrs.get("lang", "vi")
        return in_html(summary(found, lang), found[found["verdict"] == DIFFERS])


def unexplained(found: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows that differ and are no known erratum."""
    return found[(found["verdict"] == DIFFERS) & ~found["known"]]


def summary(found: pd.DataFrame, lang: Lang) -> str:
    """Say in one line how many figures agree, and whether every difference is explained."""
    n = {verdict: int((found["verdict"] == verdict).sum()) for verdict in words("verdict")}
    open_ = len(unexplained(found))
    return say(
        "audit.summary",
        lang,
        figures=len(found),
        agree=n[AGREES],
        rounding=n[ROUNDING],
        differ=n[DIFFERS],
        known=n[DIFFERS] - open_,
        unexplained=open_,
        none=n[NO_RECORD],
    )
