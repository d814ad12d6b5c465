"""Damage files of every reader for some minutes: `make fuzz MINUTES=10`. Prints what was tried and found."""

# ruff: noqa: E402, T201
import sys
import tempfile
import time
import traceback
from itertools import count
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / "helpers"), str(Path(__file__).parent)]

from readers import KINDS
from test_fuzz import read_damaged


def main(minutes):
    share = 60 * minutes / len(KINDS)
    totals = [0, 0, 0]
    print("| reader | kind | inputs | read | refused | faults |\n|---|---|---:|---:|---:|---:|")
    for name, kind in KINDS:
        end, tried, counts, faults = time.monotonic() + share, 0, {"read": 0, "refused": 0}, 0
        for seed in count():
            if time.monotonic() > end:
                break
            with tempfile.TemporaryDirectory() as folder:
                try:
                    for key, number in read_damaged(
                        Path(folder), name, kind, range(20 * seed, 20 * seed + 20)
                    ).items():
                        counts[key] += number
                except Exception:  # noqa: BLE001  (whatever it is, it is a fault)
                    faults += 1
                    traceback.print_exc()
            tried += 20
        print(
            f"| {name} | {kind} | {tried} | {counts['read']} | {counts['refused']} | {faults} |", flush=True
        )
        totals = [a + b for a, b in zip(totals, (tried, sum(counts.values()), faults), strict=True)]
    print(f"{totals[0]} inputs, {totals[1]} read or refused, {totals[2]} faults")
    return 1 if totals[2] else 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1])))
