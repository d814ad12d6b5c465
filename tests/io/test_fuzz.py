"""Whatever is in a file, it is read or refused: no other error, no hang. And nothing is asked for."""

import inspect
import re
import shutil
import sys
import warnings

import pytest
from damage import damaged
from hypothesis import given, settings
from hypothesis import strategies as st
from readers import KINDS, PLAN_FILES, READERS, TABLES
from special import within

import bk_gis
from bk_gis.io.gdal import VECTOR_ENDINGS
from bk_gis.plan.folder import bundled_folder

WRITERS = {"export", "print_map", "write_changes"}  # public functions that take the name of a file to write
# What each option of a command that is a path is read by, or written.
OPTIONS = {
    "output": "written",
    "folder": "load_plan",
    "plan": "load_plan",
    "changes": "read_changes",
    "first": "read_changes",
    "second": "read_changes",
    "source": "read_table",
    "crosswalk": "read_crosswalk",
    "picture": "require_picture",
    "template": "begin",
}


def read_damaged(folder, name, kind, seeds):
    """Damage a good file in each way; give how many were read and refused."""
    make, _, read = READERS[name]
    path = make(folder, kind)
    good, counts = path.read_bytes(), {"read": 0, "refused": 0}
    for seed in seeds:
        path.write_bytes(damaged(good, seed))
        try:
            with warnings.catch_warnings(), within(60):
                warnings.simplefilter("ignore")  # GDAL's own, of what it passes over
                read(path)
            counts["read"] += 1
        except bk_gis.BkGisError as error:
            counts["refused"] += bool(error.vi and error.en)
    return counts


@pytest.mark.costly
@pytest.mark.parametrize(("name", "kind"), KINDS)
@settings(max_examples=3)
@given(seed=st.integers(0, 10**6))
def test_a_damaged_file_is_read_or_refused(tmp_path_factory, name, kind, seed):
    read_damaged(tmp_path_factory.mktemp("fuzz"), name, kind, [seed])


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # of GDAL, making a .gpx
@pytest.mark.parametrize(("name", "kind"), KINDS)
def test_the_file_that_is_damaged_was_good(tmp_path, name, kind):
    make, _, read = READERS[name]
    path = make(tmp_path, kind)
    if name == "read_points" and kind in (".ods", ".dbf", ".topojson"):
        return  # tables without coordinates
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        read(path)


def test_every_reader_is_registered():
    for name in bk_gis.__all__:
        function = getattr(bk_gis, name)
        if inspect.isfunction(function) and "Path" in str(inspect.signature(function)):
            assert name in READERS.keys() | WRITERS, (
                f"{name} takes a file: put it into tests/helpers/readers.py"
            )
    from bk_gis.cli.app import app
    from bk_gis.cli.commands import checks, folders, maps, places  # noqa: F401

    for command in app.registered_commands:
        for name, option in inspect.signature(command.callback).parameters.items():
            if "Path" in str(option.annotation):
                assert name in OPTIONS, f"{command.callback.__name__} {name}: which reader reads it?"
    assert set(VECTOR_ENDINGS) <= set(TABLES)
    assert set(PLAN_FILES) <= {kind for _, kind in KINDS}


@pytest.mark.costly
@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed: apt-get install strace")
def test_no_command_makes_a_connection(tmp_path):
    """Nor opens a socket: all of them in one process, traced by the system."""
    import subprocess

    (tmp_path / "a.csv").write_text("place,lon,lat\nCẩm Giàng,105.9,22.2\n", encoding="utf-8")
    code = (
        "import sys, socket\nfrom bk_gis.cli.main import main\n"
        "for call in sys.argv[1].split(';'):\n"
        "    sys.argv = ['bk-gis', *call.split()]\n"
        "    try: main()\n    except SystemExit as left: print('left', call, left.code, file=sys.stderr)\n"
        "socket.socket(socket.AF_UNIX).close()\n"  # so that the trace is seen to work
    )
    calls = (
        "map -o m.html;export -o c.gpkg;export -o c.kmz;coverage;report -o r.docx;new n;check n;"
        "geocode a.csv -o g.xlsx;join a.csv -o j.gpkg;join j.gpkg -o k.csv;"
        "convert a.csv -o v.csv --from 2014 --to 2025;audit;print -o p.png;maps -o mm;"
        "read-annex a.csv -o r.csv;"
        f"fix-boundaries n/communes.geojson -o f.geojson;compare {bundled_folder() / 'changes.toml'}"
    )
    trace = tmp_path / "trace"
    command = ["strace", "-f", "-e", "trace=network", "-o", trace, sys.executable, "-c", code, calls]
    done = subprocess.run(list(map(str, command)), cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stderr.count("left ") == len(calls.split(";")), done.stderr
    seen = re.findall(r"^\d+\s+(\w+\(.*)", trace.read_text(), re.MULTILINE)
    assert [line.split(",")[0] for line in seen] == ["socket(AF_UNIX"], seen
