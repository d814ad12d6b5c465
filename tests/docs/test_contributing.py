"""CONTRIBUTING.md names what is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "bk_gis"
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
HOW_TO = TEXT.partition("## How to")[2]


@pytest.mark.parametrize("page", ["README.md", "README.vi.md", "CONTRIBUTING.md"])
def test_a_make_command_is_a_target(page):
    commands = re.findall(r"(?:`|^)make ([a-z-]+)", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE)
    assert len(commands) > 2
    assert [name for name in commands if not re.search(rf"^{name}:", MAKEFILE, re.MULTILINE)] == []


def test_the_rooms_are_those_of_the_package_in_the_order_of_imports():
    (listed,) = re.findall(
        r"^ROOMS = \((.*)\)$", (ROOT / "tests" / "test_rooms.py").read_text(), re.MULTILINE
    )
    rows = re.findall(r"^\| (`[^|]*) \|", TEXT.partition("## The house")[2], re.MULTILINE)
    rooms = [name for row in rows for name in re.findall(r"`(\w+)(?:/|\.py)`", row)]
    assert rooms == re.findall(r'"(\w+)"', listed)


def test_a_file_that_it_sends_one_to_is_there_with_the_name_to_look_for():
    files = re.findall(r"`(\w+/[\w/]*\.\w+)`", HOW_TO)
    assert len(files) > 5
    for name in files:
        assert (PACKAGE / name).exists() or (ROOT / name).exists(), name
    for name, file in (
        ("drawDisc", "maps/page/src/discs.js"),
        ("_draw_marker", "maps/sheet/map_frame.py"),
        ("_WRITERS", "exports/exporter.py"),
    ):
        assert f"`{name}`" in HOW_TO
        assert name in (PACKAGE / file).read_text(encoding="utf-8")


SHIPPED = ("bk_gis", "data", "docs", "examples", "notebooks", "benchmarks")


def test_nothing_that_ships_names_what_lies_beside_the_checkout():
    files = [path for folder in SHIPPED for path in sorted((ROOT / folder).rglob("*.[a-z]*"))]
    files += ROOT.glob("*.[a-z]*")
    texts = {".cff", ".cfg", ".css", ".csv", ".ipynb", ".js", ".json", ".md", ".py", ".pyi", ".toml"}
    found = [
        path for path in files if path.suffix in texts and "../shared/" in path.read_text(encoding="utf-8")
    ]
    assert found == []
