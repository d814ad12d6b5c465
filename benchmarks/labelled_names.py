"""
Say how often dirty place names are matched, and how often wrongly.

    python benchmarks/labelled_names.py [--show] [--sweep]

benchmarks/place_names.csv holds what people type and scanners read, with the communes that are meant; no
commune where nothing or another place is meant. A row counts as matched where any commune is given.

precision: of the rows that were matched, the share matched to exactly the communes meant.
recall: of the rows that mean communes of the plan, the share matched to exactly these.

The thresholds were chosen on that file. So that they are not judged by it alone, the names of all communes
are also spoilt at random, as scanners and typists spoil them, with the district stated and without.
"""

import argparse
import random
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

import bk_gis
from bk_gis.language.reasons import in_words
from bk_gis.places import likeness
from bk_gis.places.gazetteer import Gazetteer
from bk_gis.places.matching import match_address
from bk_gis.places.values import Place

LABELLED = Path(__file__).parent / "place_names.csv"
PROVINCE = "Bắc Kạn"
TONES = "\u0300\u0301\u0303\u0309\u0323"
CONFUSED = {
    "i": "l1",
    "l": "i1",
    "o": "0ce",
    "e": "co",
    "c": "eo",
    "n": "u",
    "u": "n",
    "h": "b",
    "g": "q",
    "t": "l",
}


@dataclass(frozen=True)
class Result:
    """Counts over some rows."""

    rows: int
    meant: int
    matched: int
    right: int

    @property
    def precision(self) -> float:
        """Share of the matched that is right."""
        return self.right / self.matched if self.matched else 1.0

    @property
    def recall(self) -> float:
        """Share of the meant that is found."""
        return self.right / self.meant if self.meant else 1.0


def load() -> pd.DataFrame:
    """Read the labelled set as text."""
    return pd.read_csv(LABELLED, dtype=str, keep_default_na=False)


def judge(labelled: pd.DataFrame) -> pd.DataFrame:
    """Match each row without the plan's own corrections, which were made for some of these very rows."""
    communes = bk_gis.load_plan().communes
    known = Gazetteer(
        map(Place, *(communes[c] for c in ("code", "name", "district", "unit_type", "district_code"))),
        province=PROVINCE,
    )
    found, methods = [], []
    for text, district in zip(labelled["text"], labelled["district"], strict=True):
        matches = match_address(known, text, district)
        matched = all(match.places for match in matches)
        found.append("|".join(p.name for match in matches for p in match.places) if matched else "")
        methods.append(
            matches[0].method if matched else "; ".join(in_words(match.reason, "en") for match in matches)
        )
    return labelled.assign(found=found, method=methods)


def count(judged: pd.DataFrame) -> Result:
    """Count what is right."""
    matched, meant = judged["found"] != "", judged["communes"] != ""
    right = matched & (judged["found"] == judged["communes"])
    return Result(len(judged), int(meant.sum()), int(matched.sum()), int(right.sum()))


def spoilt(seed: int = 320, times: int = 10) -> pd.DataFrame:
    """Spoil each commune's name by one change, every third time by two; half of them keep the district."""
    draw = random.Random(seed)  # noqa: S311  (names, not secrets)
    communes = bk_gis.load_plan().communes
    rows = []
    for name, district in zip(communes["name"], communes["district"], strict=True):
        for i in range(times):
            text = name
            for _ in range(1 + (i % 3 == 2)):
                text = _spoil(text, draw)
            if text != name:
                rows.append((text, district if i % 2 else "", name, f"spoilt, {('no ', '')[i % 2]}district"))
    return pd.DataFrame(rows, columns=["text", "district", "communes", "kind"])


def _spoil(name: str, draw: random.Random) -> str:
    letters = list(unicodedata.normalize("NFD", name))
    marks = [i for i, c in enumerate(letters) if unicodedata.combining(c)]
    plain = [i for i, c in enumerate(letters) if c.isalpha()]
    kind = draw.choices(["mark changed", "mark lost", "shape", "letter"], [40, 30, 20, 10])[0]
    if kind.startswith("mark") and marks:
        letters[draw.choice(marks)] = draw.choice(TONES) if kind == "mark changed" else ""
    elif kind == "shape":
        i = draw.choice(plain)
        letters[i] = draw.choice(CONFUSED.get(letters[i], letters[i]))
    else:
        i = draw.choice(plain)
        letters[i] = draw.choice(["", 2 * letters[i], draw.choice("abcdeghiklmnopqrstuvxy")])
    return unicodedata.normalize("NFC", "".join(letters))


def _print(label: str, result: Result) -> None:
    print(
        f"{label:<20}{result.rows:>6}{result.meant:>7}{result.matched:>9}{result.right:>7}"
        f"{result.precision:>11.3f}{result.recall:>8.3f}"
    )


def main() -> None:
    """Print precision and recall, over all and by kind; --sweep over thresholds, --show every mistake."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sweep", action="store_true")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    labelled = load()
    judged = judge(labelled)
    print(f"{'kind':<20}{'rows':>6}{'meant':>7}{'matched':>9}{'right':>7}{'precision':>11}{'recall':>8}")
    for kind, rows in judged.groupby("kind", sort=False):
        _print(str(kind), count(rows))
    _print("all", count(judged))
    print()
    for kind, rows in judge(spoilt()).groupby("kind"):
        _print(str(kind), count(rows))
    if options.show:
        wrong = judged[judged["found"] != judged["communes"]]
        print(wrong.drop(columns="kind").to_string(index=False))
    if options.sweep:
        print("\nin district  anywhere  margin  precision  recall")
        for margin in (0.0, 0.03, 0.05, 0.08):
            for near in (0.8, 0.83, 0.85, 0.88, 0.9, 0.95):
                for far in (0.85, 0.88, 0.9, 0.93, 0.95, 0.97):
                    likeness.ALIKE_IN_DISTRICT, likeness.ALIKE_ANYWHERE = near, far
                    likeness.MARGIN = margin
                    result = count(judge(labelled))
                    print(f"{near:>11}{far:>10}{margin:>8}{result.precision:>11.3f}{result.recall:>8.3f}")


if __name__ == "__main__":
    main()
