"""The audit as a table that says in a notebook how many figures agree, and shows those that do not."""

from typing import Any

import pandas as pd

from bk_gis.checks.auditing.rows import AGREES, DIFFERS, NO_RECORD, ROUNDING
from bk_gis.errors import Lang
from bk_gis.language.words import say, words
from bk_gis.plan.notebook import in_html


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
    n = {verdict: int((found["verdict"] == verdict).sum()) for verdict in words()["verdict"]}
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
