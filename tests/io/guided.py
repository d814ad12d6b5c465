"""
Fuzz every reader, led by what of the code an input reaches (atheris): `make guided MINUTES=10`.

The corpus in build/guided begins with a good file of each kind and grows; the first byte says which reader
reads the rest. Whatever is no error of ours stops it, and atheris keeps the input beside the corpus.
"""

# ruff: noqa: T201
import sys
import tempfile
import time
import warnings
from contextlib import suppress
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1] / "helpers"))

with atheris.instrument_imports(include=["bk_gis"]):
    from readers import KINDS, READERS

    import bk_gis

CORPUS = Path("build/guided")


def main(minutes: float) -> None:
    """Write the beginnings, then fuzz for so long."""
    CORPUS.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp())
    paths = []
    for number, (name, kind) in enumerate(KINDS):
        place = folder / str(number)
        place.mkdir()
        paths.append(READERS[name][0](place, kind))
        (CORPUS / f"{name}{kind}").write_bytes(bytes([number]) + paths[-1].read_bytes())
    start, tried = time.monotonic(), 0

    def one(data: bytes) -> None:
        nonlocal tried
        tried += 1
        if not data:
            return
        number = data[0] % len(KINDS)
        paths[number].write_bytes(data[1:])
        with suppress(bk_gis.BkGisError):
            READERS[KINDS[number][0]][2](paths[number])
        if tried % 200 == 0:
            found = len(list(CORPUS.iterdir()))
            print(f"{tried} inputs in {time.monotonic() - start:.0f} s, corpus {found}, 0 faults", flush=True)

    warnings.simplefilter("ignore")  # GDAL's own
    limits = [f"-max_total_time={60 * minutes:.0f}", "-rss_limit_mb=4096", "-timeout=60", "-max_len=65536"]
    atheris.Setup([sys.argv[0], str(CORPUS), f"-artifact_prefix={CORPUS.parent}/", *limits], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main(float(sys.argv[1]))
