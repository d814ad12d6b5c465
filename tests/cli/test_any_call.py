"""Whatever is typed, with whatever files: an exit status of 0, 1 or 2 and a sentence, never a traceback."""

import inspect
import io
import random
import sys
import warnings
from contextlib import redirect_stderr, redirect_stdout
from typing import Annotated, Literal, get_args, get_origin, get_type_hints

import pytest
from damage import damaged
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import write_plan
from readers import READERS
from typer.models import ArgumentInfo

from bk_gis.cli.app import app
from bk_gis.cli.commands import checks, folders, maps, places  # noqa: F401 - they add their commands

TEXTS = [
    "",
    "2020",
    "-1",
    "nan",
    "1e308",
    "9" * 400,
    "x\x1b[31m",
    "=1+1",
    "EPSG:9213",
    "EPSG:0",
    "vi",
    "2014-02-30",
]
TEXTS += [
    "2022-12-31",
    "district",
    "commune",
    "A4",
    "A0",
    "2016-2020",
    "2016-2020,2021-2025",
    "tên",
    "\ud800",
    "💥",
]
OUTPUTS = [
    "a.csv",
    "a.xlsx",
    "a.gpkg",
    "a.geojson",
    "a.shp",
    "a.kmz",
    "a.html",
    "a.pdf",
    "a.docx",
    "a.md",
    "a.toml",
    "a",
    "no/a.csv",
]
READ = ("read_table", "read_points", "read_annex", "read_aliases", "read_crosswalk", "read_changes")


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Files of many kinds, good and damaged, a good plan, and names of what is none."""
    folder = tmp_path_factory.mktemp("files")
    plan = write_plan(folder / "plan", phases=[2020, 2025], clusters=[("A", "Một", "Huyện Đông", [5, 1])])
    found = [folder / "none.csv", folder, plan, plan / "clusters.csv"]
    for name in READ:
        make, kinds, _ = READERS[name]
        for kind in [kind for kind in kinds if kind != ".gdb"][:6]:
            (folder / f"{name}{kind}").mkdir(exist_ok=True)
            good = make(folder / f"{name}{kind}", kind)
            bad = good.with_name(f"bad{good.suffix}")
            bad.write_bytes(damaged(good.read_bytes(), 7))
            found += [good, bad]
    return found, plan


def value_of(name, kind, files, chance):
    """Choose what to type for an option or an argument: what it expects, or anything else."""
    found, plan = files
    literals = [
        part for one in (kind, *get_args(kind)) if get_origin(one) is Literal for part in get_args(one)
    ]
    numbers = ["2014", "2020", "2025", "0", "-3", "99999999999", "1e5", "x"]
    expected = TEXTS
    if name in ("plan", "output"):
        expected = {"plan": [plan], "output": OUTPUTS}[name]
    elif literals:
        expected = literals
    elif "Path" in str(kind):
        expected = found
    elif "int" in str(kind) or "float" in str(kind):
        expected = numbers
    return str(chance.choice(TEXTS if chance.random() < 0.15 else expected))


def call_of(seed, files):
    """Make up a call: a command, its arguments, some of its options."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    command = chance.choice(app.registered_commands)
    words = [command.name or command.callback.__name__.replace("_", "-")]
    hints = get_type_hints(command.callback, include_extras=True)
    for name, parameter in inspect.signature(command.callback).parameters.items():
        kind, about = (
            get_args(hints[name])[:2] if get_origin(hints[name]) is Annotated else (hints[name], None)
        )
        needed = parameter.default is inspect.Parameter.empty or name in ("plan", "output")
        if not needed and chance.random() < 0.6:
            continue
        plain = f"--{name.strip('_').replace('_', '-')}"
        said = (getattr(about, "default", None), *(getattr(about, "param_decls", None) or ()))
        named = [word for word in said if isinstance(word, str) and word[:1] == "-"]
        if isinstance(about, ArgumentInfo):
            words.append(value_of(name, kind, files, chance))
        elif kind is bool:
            words.append((named or [plain])[0])
        else:
            words += [(named or [plain])[-1], value_of(name, kind, files, chance)]
    return words


@pytest.mark.costly
@settings(max_examples=150)
@given(seed=st.integers(0, 10**9))
def test_any_call_ends_with_a_status_and_a_sentence(files, tmp_path_factory, seed):
    from bk_gis.cli.main import main

    call = call_of(seed, files)
    said, work = io.StringIO(), tmp_path_factory.mktemp("work")
    with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # GDAL's own
        patch.chdir(work)
        patch.setattr(sys, "argv", ["bk-gis", *call])
        with redirect_stdout(io.StringIO()), redirect_stderr(said), pytest.raises(SystemExit) as left:
            main()
    code = left.value.code or 0
    assert code in (0, 1, 2), (call, said.getvalue())
    assert code != 2 or said.getvalue().strip(), f"{call} ends without a word"
