"""What the pages of docs/ tell a reader to type works, in both languages."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
# Pages whose commands need nothing but what the page itself shows.
TOLD = sorted({*DOCS.glob("tutorial*.md"), *DOCS.glob("how-to/*.md")})
FOUND_WANTING = {"check", "coverage"}  # of the sample, and of a commune without a cluster


def named(pages):
    return pytest.mark.parametrize("page", pages, ids=[str(page.relative_to(DOCS)) for page in pages])


@pytest.fixture
def here(tmp_path, monkeypatch):
    for name in ("data", "examples"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.costly
@named(TOLD)
def test_the_commands_of_a_page_run_one_after_another(bk, here, page):
    text = page.read_text(encoding="utf-8")
    for name, content in re.findall(r"`(\w+\.csv)`:\n\n```csv\n(.*?)```", text, re.DOTALL):
        (here / name).write_text(content, encoding="utf-8")
    commands = re.findall(r"^\$ bk-gis (.*)$", text, re.MULTILINE)
    for command in commands:
        done = bk(*shlex.split(command))
        assert done.code == (command.split()[0] in FOUND_WANTING), done.said
        for output in re.findall(r"-o (\S+)", command):
            assert (here / output).exists()


def test_the_pages_of_both_languages_tell_the_same_commands():
    def verbs(page):
        return re.findall(r"^\$ bk-gis (\S+)", page.read_text(encoding="utf-8"), re.MULTILINE)

    vietnamese = [page for page in TOLD if not page.name.endswith(".en.md")]
    assert len(vietnamese) * 2 == len(TOLD)
    assert sum(len(verbs(page)) for page in vietnamese) > 10
    for page in vietnamese:
        assert verbs(page) == verbs(page.with_suffix(".en.md"))
