"""docs/vintages.md says what the commands say."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

import bk_gis

ROOT = Path(__file__).parents[2]
PAGES = {
    lang: (ROOT / "docs" / name).read_text(encoding="utf-8")
    for lang, name in (("vi", "vintages.md"), ("en", "vintages.en.md"))
}
SHOWN = [
    (lang, *shown)
    for lang, page in PAGES.items()
    for shown in re.findall(r"^\$ bk-gis (.*)\n((?:[^$`].*\n)+)", page, re.MULTILINE)
]
in_both = pytest.mark.parametrize("lang", PAGES)


@pytest.fixture
def here(tmp_path, monkeypatch):
    for name in ("data", "examples"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(("lang", "command", "said"), SHOWN)
@pytest.mark.usefixtures("here")
def test_a_command_says_what_is_printed(bk, monkeypatch, lang, command, said):
    monkeypatch.setenv("BK_GIS_LANG", lang)
    done = bk(*shlex.split(command))
    assert done.code == 0
    if said.startswith("...\n"):
        assert done.out.splitlines()[-1] == said.splitlines()[-1]
    else:
        assert done.said == said


def test_there_are_commands():
    assert [lang for lang, *_ in SHOWN] == 4 * ["vi"] + 4 * ["en"]


@pytest.mark.costly
@in_both
@pytest.mark.usefixtures("here")
def test_its_python_runs_and_counts_as_it_says(lang):
    (code,) = re.findall(r"```python\n(.*?)```", PAGES[lang], re.DOTALL)
    names: dict = {}
    exec(code, names)  # noqa: S102
    assert len(names["communes"]) == 37
    assert len(names["table"]) == 8


@in_both
def test_the_counts_on_each_vintage_are_those_of_the_plan(plan, lang):
    until = {"vi": "đến năm", "en": "by"}[lang]
    for by in (2015, 2020, 2025):
        reports = [bk_gis.check_coverage(plan, by=by, boundaries=year) for year in (2020, 2025)]
        reports.insert(0, bk_gis.check_coverage(plan, by=by, level="commune"))
        counts = " | ".join(str(report.table["covered"].sum()) for report in reports)
        assert re.search(rf"{until} {by} \| {re.escape(counts)} \|", PAGES[lang]), (by, counts)
        assert not any(report.unsure for report in reports)


@in_both
def test_the_figures_of_the_text_are_those_of_the_plan(lang):
    plan = bk_gis.load_plan()
    counts = [len(units) for units in plan.crosswalk.units.values()]
    assert [int(n) for n in re.findall(r"^\| 20\d\d \|[^|]*\| (\d+) \|", PAGES[lang], re.MULTILINE)] == counts
    drawn = [int((plan.communes_as_of(year)["approximate"] != "").sum()) for year in (2020, 2025)]
    said = {
        "vi": f"{drawn[0]} xã năm 2020, {drawn[1]} xã năm 2025",
        "en": f"{drawn[0]} communes in 2020, of {drawn[1]} in 2025",
    }
    assert said[lang] in " ".join(PAGES[lang].split())
