"""
Compare geocoding by name with its peers: a million rows over 20,000 distinct dirty texts.

    python benchmarks/bench_names.py [ROWS]

The peer is what people write: rapidfuzz.process.extractOne for each row, which finds some name for every
text; it is timed on a sample of the rows. That a table is matched as each of its distinct rows would be is
asserted.
"""

import argparse
import random
import time
from collections.abc import Callable

import numpy as np
import pandas as pd
from labelled_names import spoilt
from rapidfuzz import process

import bk_gis
from bk_gis.language import names, old_encodings
from bk_gis.places import addresses
from bk_gis.places import geocoding as geocoder
from bk_gis.places.match_ledger import LEDGER

DISTINCT = 20_000
SAMPLE = 2_000
FORMS = ("{}", "xã {}", "X. {}", "UBND xã {}", "Thôn {h}, xã {}", "{h}, {}, {d}", "xã {}, {d}, tỉnh Bắc Kạn")
HAMLETS = ("Nà Cà", "Khuổi Mấn", "Bản Cháo", "Phiêng An", "Pác Nghiên", "Nà Ngăm", "Khe Lắc", "Tổ 4")


def dirty_rows(count: int) -> pd.DataFrame:
    """Make up rows: spoilt names in the forms that people use, each text many times."""
    draw = random.Random(320)  # noqa: S311  (names, not secrets)
    wrong = spoilt(times=60)
    texts: dict[tuple[str, str], None] = {}
    while len(texts) < DISTINCT:
        row = wrong.iloc[draw.randrange(len(wrong))]
        district = row["district"] or "Bắc Kạn"
        text = draw.choice(FORMS).format(row["text"], h=draw.choice(HAMLETS), d=district)
        texts[text, row["district"]] = None
    distinct = pd.DataFrame(list(texts), columns=["place", "district"])
    return distinct.iloc[np.random.default_rng(320).integers(DISTINCT, size=count)].reset_index(drop=True)


def timed(run: Callable[[], object], times: int = 1) -> float:
    """Time a call on the processor, of which each of these uses one; the shortest of several."""
    spent = []
    for _ in range(times):
        start = time.process_time()
        run()
        spent.append(time.process_time() - start)
    return min(spent)


def _forget() -> None:
    """Begin as a new process does: nothing is remembered of any text."""
    syllable = names._fold_syllable  # noqa: SLF001
    spelling = old_encodings._is_syllable  # noqa: SLF001
    folding = (names.clean, names.fold, syllable, names.bare, names.spelt_out)
    for function in (*folding, spelling, addresses.level_of):
        function.cache_clear()


def main() -> None:
    """Print a line for each way."""
    parser = argparse.ArgumentParser()
    parser.add_argument("rows", nargs="?", type=int, default=1_000_000)
    count = parser.parse_args().rows
    communes = bk_gis.load_plan().communes
    rows = dirty_rows(count)
    found = bk_gis.geocode(rows, communes)
    whole = timed(lambda: (_forget(), bk_gis.geocode(rows, communes)), 3)

    known: dict[tuple[str, str], object] = {}
    resolve = geocoder._resolve  # noqa: SLF001  (to see what is left when every text is known)

    def remembered(name: str, district: str, *rest: object) -> object:
        if (name, district) not in known:
            known[name, district] = resolve(name, district, *rest)
        return known[name, district]

    geocoder._resolve = remembered  # noqa: SLF001
    bk_gis.geocode(rows, communes)
    held: dict[str, tuple[float, float]] = {}
    for words, kind in (("text of Arrow", pd.StringDtype("pyarrow")), ("text of Python", object)):
        same = rows.astype(kind)
        held[words] = (
            timed(lambda same=same: [pd.factorize(same[name]) for name in same], 5),
            timed(lambda same=same: bk_gis.geocode(same, communes), 5),
        )
    geocoder._resolve = resolve  # noqa: SLF001

    distinct = rows.drop_duplicates()
    alone = bk_gis.geocode(distinct, communes).set_index(["place", "district"])[list(LEDGER)]
    repeated = alone.loc[pd.MultiIndex.from_frame(rows)].reset_index(drop=True)
    pd.testing.assert_frame_equal(repeated, pd.DataFrame(found[list(LEDGER)]))

    choices = communes["name"].tolist()
    sample = rows["place"].head(SAMPLE)
    each = timed(lambda: [process.extractOne(text, choices) for text in sample]) / SAMPLE * count

    placed = ~found.geometry.is_empty
    print(f"{count:,} rows, {len(distinct):,} distinct texts, {placed.mean():.0%} of the rows placed")
    print(f"{'way':<58}{'seconds':>9}")
    print(f"{'bk_gis.geocode':<58}{whole:>9.2f}")
    print(f"{f'extractOne for each row (from {SAMPLE:,} rows)':<58}{each:>9.1f}{each / whole:>10.0f}x")
    for words, (factorized, again) in held.items():
        print(f"{f'pandas.factorize of the two columns, {words}':<58}{factorized:>9.3f}")
        label = f"bk_gis.geocode, {words}, once the texts are known"
        print(f"{label:<58}{again:>9.3f}{again / factorized:>10.1f}x")


if __name__ == "__main__":
    main()
