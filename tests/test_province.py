"""Nothing in the package knows one province: an invented one runs through every command."""

import ast
import shutil
from pathlib import Path

import pytest

import bk_gis

PROVINCE = Path(__file__).parent / "fixtures" / "province"
PACKAGE = Path(bk_gis.__file__).parent
DECISION = "320/QĐ"  # and the zone EPSG:9213, and every name of the bundled plan


def names_of(plan):
    """Every name that belongs to the bundled plan and to nothing else."""
    names = {*plan.districts["district"], *plan.clusters["name"], *plan.clusters["printed_name"]}
    return {*names, *plan.communes["name"], *plan.subregions["id"], "Bắc Kạn", DECISION, "9213"}


def texts_of(module):
    """The strings that a module works with; what stands in docstrings and comments are examples."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]


def test_no_module_works_with_a_name_of_the_bundled_plan(plan):
    # A sub-region's id, such as "north" or "east", is a word like others; whole texts count.
    names = names_of(plan) - set(plan.subregions["id"])
    texts = {(path.name, text) for path in PACKAGE.rglob("*.py") for text in texts_of(path)}
    assert {(module, text) for module, text in texts if any(name in text for name in names)} == set()


def test_the_search_does_find_a_name_that_is_there(plan, tmp_path):
    (tmp_path / "a.py").write_text('"""Bắc Kạn."""\nX = "Huyện Ba Bể"\n', encoding="utf-8")
    assert texts_of(tmp_path / "a.py") == ["Huyện Ba Bể"]
    assert "Huyện Ba Bể" in names_of(plan)


PLACES = "place,district\nCửa Sông,Huyện Hạ Lưu\nBến Mới,Thị xã Phố Cảng\n"
POINTS = "name,lon,lat\na,107.02,16.02\nb,107.10,16.10\n"


@pytest.mark.costly
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("coverage", "--by", 2030), 1),
        (("coverage", "--by", 2035), 0),
        (("coverage", "--by", 2035, "--level", "subregion", "--lang", "en"), 0),
        (("audit",), 1),
        (("audit", "-o", "audit.xlsx"), 1),
        (("report",), 0),
        (("report", "--by", 2030, "--lang", "en", "-o", "report.docx"), 0),
        (("print", "--by", 2030, "--paper", "A4", "-o", "sheet.svg"), 0),
        (("geocode", "places.csv", "-o", "points.geojson", "--strict"), 0),
        (("join", "points.csv", "-o", "joined.csv", "--strict"), 0),
        (("compare", PROVINCE.resolve()), 0),
    ],
    ids=lambda value: " ".join(map(str, value[:3])) if isinstance(value, tuple) else None,
)
def test_every_command_works_for_an_invented_province(bk, tmp_path, monkeypatch, arguments, code):
    monkeypatch.chdir(tmp_path)
    Path("places.csv").write_text(PLACES, encoding="utf-8")
    Path("points.csv").write_text(POINTS, encoding="utf-8")
    answer = bk(*arguments, "--plan", PROVINCE.resolve())
    assert answer.code == code, answer.said
    if "-o" in arguments:
        assert Path(arguments[arguments.index("-o") + 1]).stat().st_size > 0


@pytest.mark.parametrize("arguments", [("map", "-o", "map.html"), ("maps", "-o", "maps")])
def test_every_map_is_drawn_for_an_invented_province(bk, tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    assert bk(*arguments, "--plan", PROVINCE.resolve()).code == 0


def test_a_copy_of_the_bundled_folder_is_the_bundled_plan(plan, tmp_path):
    from bk_gis.plan.folder import bundled_folder

    copy = bk_gis.load_plan(shutil.copytree(bundled_folder(), tmp_path / "copy"))
    assert copy.clusters.equals(plan.clusters)
