"""How points were joined, row by row."""

from typing import Any

import numpy as np
import pandas as pd

from bk_gis.errors import Lang
from bk_gis.geo.locator import Array
from bk_gis.language.reasons import Reason, in_words
from bk_gis.places.ledgers import JOIN_LEDGER

LEDGER = tuple(JOIN_LEDGER)


class JoinLedger:
    """How each point was joined: rows share few reasons, so that reasons are kept once and rows by number."""

    def __init__(self, rows: int) -> None:
        self.numbers = np.zeros(rows, dtype=np.int32)
        self._notes: list[tuple[str, Reason | None]] = [("within", None)]

    def note(self, rows: Array, method: str, why: Reason) -> None:
        """Note how some rows were joined, in place of what was noted before."""
        self.numbers[rows] = len(self._notes)
        self._notes.append((method, why))

    def columns(self, lang: Lang, numbers: Array | None = None) -> dict[str, Any]:
        """Give the ledger's columns in a language, of all rows or some numbers; each reason is said once."""
        methods, reasons = zip(*self._notes, strict=True)
        texts = (methods, [in_words(why, lang) for why in reasons])
        return {
            name: pd.Series(words).array.take(self.numbers if numbers is None else numbers)
            for name, words in zip(LEDGER, texts, strict=True)
        }

    def count(self, *methods: str) -> int:
        """Count the rows that were joined in one of these ways."""
        counts = np.bincount(self.numbers, minlength=len(self._notes))
        return int(sum(counts[i] for i, (method, _) in enumerate(self._notes) if method in methods))

    def reasons(self) -> list[Reason | None]:
        """List why each row was joined so; None where its point lies within a commune as stated."""
        return [self._notes[number][1] for number in self.numbers]
