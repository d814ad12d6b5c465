"""Every command that the README shows does what it says, in the order in which it is shown."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from bk_gis.cli.main import app

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FOLDER = (ROOT / "docs" / "plan-folder.md").read_text(encoding="utf-8")
CONSOLE = Path(sys.executable).with_name("bk-gis")
EXPECTED = {"audit": 0, "check my-province": 0, "coverage --by 2015 --lang en": 1}


def commands():
    shown = re.findall(r"^\$ \.venv/bin/bk-gis (.*)$", README, re.MULTILINE)
    shown += re.findall(r"`bk-gis ([^`]*)`", README)
    return [command for command in shown if "FILE" not in command]


def test_the_commands_run(tmp_path):
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    assert len(commands()) > 10
    for command in commands():
        done = subprocess.run(
            [CONSOLE, *shlex.split(command)], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == EXPECTED.get(command, 0), f"{command}: {done.stderr}"
        for name in re.findall(r"-o (\S+)", command):
            assert (tmp_path / name).exists(), command


def test_what_it_quotes_of_the_check_is_what_the_check_says():
    for command, line in re.findall(
        r"^\$ \.venv/bin/(bk-gis [^\n]*)\n\.\.\.\n([^\n]*)$", README, re.MULTILINE
    ):
        done = subprocess.run(
            [CONSOLE, *shlex.split(command)[1:]], capture_output=True, encoding="utf-8", check=False
        )
        assert done.stdout.splitlines()[-1] == line


@pytest.mark.parametrize("text", [README, FOLDER])
def test_the_commands_without_plan_are_those_that_it_names(text):
    said = re.findall(r"every command that reads a plan takes `--plan FOLDER`; (.*)", text, re.IGNORECASE)
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
