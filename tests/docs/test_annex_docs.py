"""docs/annex.md shows what the command prints, and names tests that there are."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = {
    lang: (ROOT / "docs" / name).read_text(encoding="utf-8")
    for lang, name in (("vi", "annex.md"), ("en", "annex.en.md"))
}
LAYOUTS = {"vi": "## Những gì đọc được", "en": "## What is read"}
in_both = pytest.mark.parametrize("lang", PAGES)


@in_both
def test_the_example_is_what_the_command_prints_and_writes(bk, tmp_path, monkeypatch, lang):
    monkeypatch.chdir(tmp_path)
    source, clusters = re.findall(r"```csv\n(.*?)```", PAGES[lang], re.DOTALL)
    Path("phu_luc.csv").write_text(source, encoding="utf-8")
    (command,) = re.findall(r"^\$ bk-gis (read-annex .*)$", PAGES[lang], re.MULTILINE)
    done = bk(*command.split(), *(["--lang", "vi"] if lang == "vi" else []))
    assert done.code == 1
    (shown,) = re.findall(r"```text\n(.*?)```", PAGES[lang], re.DOTALL)
    assert shown == f"{done.out.strip(chr(10))}\n\n{done.said}"
    assert Path("clusters.csv").read_text(encoding="utf-8-sig") == clusters


@in_both
def test_every_layout_names_a_test_that_there_is(lang):
    folder = "tests/plan/annex/"
    for line in re.findall(r"^\|.*\| (.*`.*`.*) \|$", PAGES[lang].partition(LAYOUTS[lang])[2], re.MULTILINE):
        file = folder + "test_layouts.py"
        for name in re.findall(r"`([^`]+)`", line):
            if name.endswith(".py"):
                file = name if "/" in name else folder + name
            assert (ROOT / file).is_file()
            assert name.endswith(".py") or f"def {name}(" in (ROOT / file).read_text(encoding="utf-8"), name
