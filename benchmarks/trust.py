"""
The figures of SECURITY.md: disks filled and kills by writer, inputs tried and faults found by reader.

The writers are those of tests/helpers/writers.py, the readers those of tests/helpers/readers.py: so a table
leaves nothing out. Names as arguments, such as `gpkg`, keep to what has them in its own.
"""

import io
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import redirect_stderr
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "helpers"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "io"))

import disasters
from readers import KINDS
from test_fuzz import read_damaged
from writers import SMALL_SET, WRITERS

MEMORY = Path("/dev/shm")  # noqa: S108 - where nothing waits for a disk
SIZES = 40  # at which a disk is full
INPUTS = 200  # damaged ones for each kind of file; `make fuzz` takes minutes
Row = tuple[str, int, int, int, int]


def writer_rows(asked: list[str]) -> Iterator[Row]:
    """Fill a disk under each writer, and kill it at each write and at each step by which a folder changes."""
    for writer in (SMALL_SET, *WRITERS):
        if asked and not any(name in str(writer) for name in asked):
            continue
        with (
            redirect_stderr(io.StringIO()),
            tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder,
        ):
            ground = disasters.Ground.prepared(writer, Path(folder))
            full = [ground.fills_up(size) for size in ground.sizes(4 if writer.slow else SIZES)]
            dead = [ground.survives(size) for size in ground.sizes(4 if writer.slow else SIZES)]
            dead += ground.survives_steps()
        yield str(writer), len(full), full.count(False), len(dead), dead.count(False)


def reader_rows(asked: list[str]) -> Iterator[tuple[str, int, int]]:
    """Give each reader damaged inputs; a fault is what is no error that names the file, or takes too long."""
    for name, kind in KINDS:
        if asked and not any(part in f"{name} {kind}" for part in asked):
            continue
        faults = 0
        for seed in range(0, INPUTS, 20):
            with tempfile.TemporaryDirectory() as folder:
                try:
                    read_damaged(Path(folder), name, kind, range(seed, seed + 20))
                except Exception:  # noqa: BLE001 - whatever it is, it is a fault
                    faults += 1
        yield f"{name} {kind}", INPUTS, faults


def table(title: str, heads: Iterable[str], rows: Iterable[tuple[object, ...]]) -> int:
    """Print a table in Markdown, a line as soon as it is known, and its sums; give the last of these."""
    heads = list(heads)
    print(f"\n{title}\n\n| {' | '.join(heads)} |\n|{'---|' * len(heads)}")
    sums = [0] * (len(heads) - 1)
    for name, *figures in rows:
        sums = [one + int(str(other)) for one, other in zip(sums, figures, strict=True)]
        print(f"| {name} | {' | '.join(f'{figure:,}' for figure in figures)} |", flush=True)
    print(f"| all | {' | '.join(f'{figure:,}' for figure in sums)} |", flush=True)
    return sum(sums[1::2])


def main() -> None:
    """Print both tables; exit 1 where anything failed."""
    asked = sys.argv[1:]
    heads = ("writer", "disks filled", "not said or not kept", "kills", "neither old nor new")
    bad = table("Whole or not at all", heads, writer_rows(asked))
    bad += table("Damaged inputs", ("reader", "inputs tried", "faults"), reader_rows(asked))
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
