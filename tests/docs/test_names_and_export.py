"""docs/names-and-places.md and docs/export.md say, in both languages, what the commands and files do."""

import re
import shlex
import shutil
from pathlib import Path

import pyogrio
import pytest

import bk_gis
from bk_gis.exports.exporter import _WRITERS

ROOT = Path(__file__).parents[2]


def both(page):
    names = {"vi": f"{page}.md", "en": f"{page}.en.md"}
    return {lang: (ROOT / "docs" / name).read_text(encoding="utf-8") for lang, name in names.items()}


NAMES, EXPORT = both("names-and-places"), both("export")
SHOWN = [
    (lang, *shown)
    for pages in (NAMES, EXPORT)
    for lang, page in pages.items()
    for shown in re.findall(r"^\$ bk-gis (.*)\n((?:[^$`].*\n)+)", page, re.MULTILINE)
]
in_both = pytest.mark.parametrize("lang", ["vi", "en"])


@pytest.fixture
def here(tmp_path, monkeypatch):
    for name in ("data", "examples"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)


@in_both
def test_each_encoding_has_its_test(lang):
    named = re.findall(r"`(tests/\S+\.py)::(\w+)`", NAMES[lang])
    assert len(named) >= 6
    for file, test in named:
        assert f"\ndef {test}(" in (ROOT / file).read_text(encoding="utf-8")


def test_there_are_commands():
    assert [lang for lang, *_ in SHOWN] == ["vi"] * 2 + ["en"] * 2 + ["vi"] * 3 + ["en"] * 3


@pytest.mark.costly
@pytest.mark.parametrize(("lang", "command", "said"), SHOWN)
@pytest.mark.usefixtures("here")
def test_a_command_says_what_is_printed(bk, monkeypatch, lang, command, said):
    monkeypatch.setenv("BK_GIS_LANG", lang)
    done = bk(*shlex.split(command))
    assert (done.code, done.said.strip()) == (0, said.strip())


@pytest.mark.costly
@in_both
@pytest.mark.usefixtures("here")
def test_the_python_of_both_pages_runs(lang):
    names: dict = {}
    for page in (EXPORT, NAMES):
        for code in re.findall(r"```python\n(.*?)```", page[lang], re.DOTALL):
            exec(code, names)  # noqa: S102
    reason = {"vi": "tâm xã Nông Thịnh", "en": "centroid of xã Nông Thịnh"}
    assert names["points"]["match_reason"].iloc[0] == reason[lang]


def cells(page):
    return [
        [re.findall(r"`([^`]+)`", cell) for cell in line.strip("|").split("|")]
        for line in page.splitlines()
        if line.startswith("| `")
    ]


@in_both
def test_every_ending_and_every_column_is_explained(lang, tmp_path, plan):
    table = cells(EXPORT[lang])
    endings = [ending for row in table for ending in row[0] if ending.startswith(".")]
    assert sorted(endings) == sorted(_WRITERS)
    pairs = [row[:2] for row in table if not row[0][0].startswith(".")]
    later = {"amended"}  # with --as-of alone
    for column, ending in ((0, ".gpkg"), (1, ".shp")):
        told = {name for pair in pairs for name in pair[column] or pair[0]} - later
        bk_gis.export(plan, tmp_path / f"a{ending}")
        there = set(pyogrio.read_info(tmp_path / f"a{ending}", layer=0)["fields"])
        phases = {name for name in there if name.startswith("ha_")}
        assert there - phases == {name for name in told if not name.startswith("ha_")}
        assert 0 < len(told & phases) < len(phases)  # the first of them stands for all


def test_the_figures_of_both_languages_are_the_same():
    def numbers(page, lang):
        rows = [
            line for line in page.splitlines() if re.match(r"\|.*\d.*\|$", line) and "`tests/" not in line
        ]
        text = "\n".join(rows)
        found = re.findall(r"(?<![\w`])\d[\d.,]*\d|(?<![\w`])\d", text)
        return [n.translate(str.maketrans(",.", ".,")) if lang == "vi" else n for n in found]

    shown = {lang: numbers(page, lang) for lang, page in NAMES.items()}
    assert len(shown["en"]) > 50
    assert shown["vi"] == shown["en"]
