"""`import bk_gis` and `bk-gis --help` start fast: nothing heavy is imported until a call needs it."""

import inspect
import json

import pytest

import bk_gis

HEAVY = {
    "branca",
    "folium",
    "geopandas",
    "matplotlib",
    "numpy",
    "openpyxl",
    "pandas",
    "pyarrow",
    "pydantic",
    "pyogrio",
    "pyproj",
    "rich",
    "shapely",
    "xlsxwriter",
}


@pytest.fixture
def run(python):
    """Run code in a new interpreter; give what it prints as JSON."""
    return lambda code: json.loads(python(code).splitlines()[-1])


@pytest.fixture
def modules_after(run):
    """Which modules code brings in."""
    return lambda code: set(run(f"{code}\nimport sys, json; print(json.dumps(list(sys.modules)))"))


@pytest.fixture
def heavy_after(modules_after):
    """Which heavy packages code brings in."""
    return lambda code: {name.partition(".")[0] for name in modules_after(code)} & HEAVY


def test_a_call_that_needs_heavy_modules_does_import_them(heavy_after):
    assert {"geopandas", "pandas", "pydantic"} <= heavy_after("import bk_gis; bk_gis.load_plan()")


@pytest.mark.parametrize(
    "code",
    [
        "import bk_gis; dir(bk_gis); bk_gis.__version__; bk_gis.InputError, bk_gis.Problem",
        "import bk_gis.cli.main",
    ],
)
def test_importing_loads_nothing_heavy(heavy_after, code):
    assert heavy_after(code) == set()


@pytest.mark.parametrize("arguments", [["--help"], ["coverage", "--help"]])
def test_help_loads_nothing_heavy(heavy_after, arguments):
    code = (
        f"import sys; sys.argv = ['bk-gis', *{arguments!r}]\n"
        "from bk_gis.cli.main import main\n"
        "try: main()\n"
        "except SystemExit as end: assert not end.code"
    )
    assert heavy_after(code) - {"pydantic", "rich"} == set()  # typer's own


@pytest.mark.parametrize("arguments", [["coverage"], ["audit"], ["map", "-o"]])
def test_a_plain_command_loads_what_it_needs(modules_after, tmp_path, arguments):
    output = [str(tmp_path / "map.html")] if "-o" in arguments else []
    code = (
        f"import sys; sys.argv = ['bk-gis', *{arguments + output!r}]\n"
        "from bk_gis.cli.main import main\n"
        "try: main()\n"
        "except SystemExit as end: assert end.code != 2"
    )
    unneeded = {"branca", "folium", "matplotlib", "openpyxl", "pyogrio", "rich", "xlsxwriter", "xml"}
    readers = {f"bk_gis.io.{name}" for name in ("excel", "tables", "vector")}
    assert modules_after(code) & (unneeded | readers) == set()


@pytest.mark.parametrize("arguments", [["coverage"], ["map", "-o"]])
def test_a_plain_command_asks_no_package_what_it_extends(run, tmp_path, arguments):
    """As pydantic does for its plugins: it reads what every package that is installed says of itself."""
    output = [str(tmp_path / "map.html")] if "-o" in arguments else []
    code = (
        "import importlib.metadata, json, sys\n"
        "def distributions(*_, **__): raise AssertionError\n"
        "importlib.metadata.distributions = distributions\n"
        f"sys.argv = ['bk-gis', *{arguments + output!r}]\n"
        "from bk_gis.cli.main import main\n"
        "try: main()\n"
        "except SystemExit as end: print(json.dumps(end.code))"
    )
    assert run(code) in (0, None)


def test_every_public_name_is_a_function_or_a_class_even_after_all_modules_are_loaded(run):
    """A module of a function's name would hide the function once it is imported."""
    kinds = run(
        "import bk_gis, importlib, inspect, json, pkgutil\n"
        "bk_gis.load_plan()\n"
        "for module in pkgutil.walk_packages(bk_gis.__path__, 'bk_gis.'):\n"
        "    importlib.import_module(module.name)\n"
        "print(json.dumps({name: type(getattr(bk_gis, name)).__name__ for name in bk_gis.__all__}))"
    )
    assert set(kinds) == set(bk_gis.__all__)
    assert {kind for name, kind in kinds.items() if not name.isupper()} <= {"function", "type"}
    assert {kind for name, kind in kinds.items() if name.isupper()} == {"mappingproxy"}


def test_the_public_names_are_sorted_and_listed():
    assert bk_gis.__all__ == sorted(bk_gis.__all__)
    assert dir(bk_gis) == bk_gis.__all__


@pytest.mark.parametrize("name", [name for name in bk_gis.__all__ if not name.isupper()])
def test_every_public_name_says_what_it_is_and_comes_from_this_package(name):
    public = getattr(bk_gis, name)
    assert public.__module__.startswith("bk_gis")
    assert inspect.getdoc(public)


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="No bk_gis attribute phase_maps"):
        _ = bk_gis.phase_maps


def test_arguments_after_the_first_ones_are_keyword_only():
    for name, first in {
        "geocode": 2,
        "join_regions": 2,
        "check_coverage": 1,
        "load_plan": 1,
        "export": 2,
    }.items():
        kinds = [p.kind for p in inspect.signature(getattr(bk_gis, name)).parameters.values()]
        assert all(kind is inspect.Parameter.KEYWORD_ONLY for kind in kinds[first:]), name
