"""Every command that the README shows does what it says."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from typer.main import get_command

from bk_gis.cli.app import app
from bk_gis.cli.commands import checks, folders, maps, places  # noqa: F401 - they add theirs to `app`

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FOLDER = {
    lang: (ROOT / "docs" / name).read_text(encoding="utf-8")
    for lang, name in (("vi", "plan-folder.md"), ("en", "plan-folder.en.md"))
}
TAKES = {  # what comes before the names of the commands that take no --plan
    "vi": r"lệnh nào đọc quy hoạch cũng nhận `--plan THƯ_MỤC`; ([^.]*)",
    "en": r"every command that reads a plan takes `--plan FOLDER`; ([^.]*)",
}
EXPECTED = {"audit": 0, "check my-province": 1, "coverage --by 2015 --lang en": 1}
FIRST = {"check my-province": "new my-province"}


def commands():
    shown = re.findall(r"^\$ \.venv/bin/bk-gis (.*)$", README, re.MULTILINE)
    shown += re.findall(r"`bk-gis ([^`]*)`", README)
    return [command for command in shown if "FILE" not in command]


def test_there_are_commands_and_none_needs_a_later_one():
    assert len(commands()) > 10
    for command, first in FIRST.items():
        assert commands().index(first) < commands().index(command)


@pytest.mark.parametrize("command", commands())
def test_a_command_runs(bk, tmp_path, monkeypatch, command):
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    if command in FIRST:
        assert bk(*shlex.split(FIRST[command])).code == 0
    done = bk(*shlex.split(command))
    assert done.code == EXPECTED.get(command, 0), done.said
    for name in re.findall(r"-o (\S+)", command):
        assert (tmp_path / name).exists()


def test_what_it_quotes_of_the_check_is_what_the_check_says(bk):
    quoted = re.findall(r"^\$ \.venv/bin/bk-gis ([^\n]*)\n\.\.\.\n([^\n]*)$", README, re.MULTILINE)
    assert quoted
    for command, line in quoted:
        assert bk(*shlex.split(command)).out.splitlines()[-1] == line


@pytest.mark.parametrize(("lang", "text"), [("en", README), *FOLDER.items()])
def test_the_commands_without_plan_are_those_that_it_names(lang, text):
    said = re.findall(TAKES[lang], text, re.IGNORECASE)
    assert len(said) == 1
    without = {
        name
        for name, command in get_command(app).commands.items()
        if not any("--plan" in option.opts for option in command.params)
    }
    assert without == set(re.findall(r"`([a-z-]+)`", said[0]))


def test_its_links_lead_somewhere():
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target
