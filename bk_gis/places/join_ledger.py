"""How points were joined, row by row."""

from collections import Counter
from collections.abc import Sequence
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

    def columns(self, lang: Lang) -> dict[str, Any]:
        """Give the ledger's columns in a language; each reason is said once."""
        texts = self.texts(lang, range(len(self._notes)))
        return {name: pd.Series(words).array.take(self.numbers) for name, words in texts.items()}

    def texts(self, lang: Lang, numbers: Sequence[int]) -> dict[str, list[str]]:
        """Give the ledger's columns of rows of some numbers."""
        said = {number: in_words(self._notes[number][1], lang) for number in set(numbers)}
        texts = ([self._notes[number][0] for number in numbers], [said[number] for number in numbers])
        return dict(zip(LEDGER, texts, strict=True))

    def counts(self) -> Counter[str]:
        """Count the rows by how they were joined."""
        found = Counter[str]()
        for (method, _), rows in zip(self._notes, np.bincount(self.numbers).tolist(), strict=False):
            found[method] += rows
        return found

    def reasons(self) -> list[Reason | None]:
        """List why each row was joined so; None where its point lies within a commune as stated."""
        return [self._notes[number][1] for number in self.numbers]
