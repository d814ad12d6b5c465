"""Every command that README.md and its Vietnamese twin show does what it says."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from typer.main import get_command

from bk_gis.cli.app import app
from bk_gis.cli.commands import checks, folders, maps, places, start  # noqa: F401 - they add theirs to `app`

ROOT = Path(__file__).parents[2]
README = {
    lang: (ROOT / name).read_text(encoding="utf-8")
    for lang, name in (("vi", "README.vi.md"), ("en", "README.md"))
}
FOLDER = {
    lang: (ROOT / "docs" / name).read_text(encoding="utf-8")
    for lang, name in (("vi", "plan-folder.md"), ("en", "plan-folder.en.md"))
}
TAKES = {  # what comes before the names of the commands that take no --plan
    "vi": r"lệnh nào đọc quy hoạch cũng nhận `--plan THƯ_MỤC`; ([^.]*)",
    "en": r"every command that reads a plan takes `--plan FOLDER`; ([^.]*)",
}
EXPECTED = {"check my-province": 1, "coverage --by 2015": 1, "coverage --by 2015 --lang en": 1}
FIRST = {"check my-province": "new my-province"}
in_both = pytest.mark.parametrize("lang", README)


def commands(lang):
    shown = re.findall(r"^\$ \.venv/bin/bk-gis (.*)$", README[lang], re.MULTILINE)
    shown += re.findall(r"`bk-gis ([^`]*)`", README[lang])
    return [command for command in shown if "FILE" not in command]


@in_both
def test_there_are_commands_and_none_needs_a_later_one(lang):
    assert len(commands(lang)) > 10
    for command, first in FIRST.items():
        assert commands(lang).index(first) < commands(lang).index(command)


def test_both_show_the_same_commands_python_and_headings():
    assert commands("vi") == [command.removesuffix(" --lang en") for command in commands("en")]
    code = {lang: re.findall(r"```python\n(.*?)```", text, re.DOTALL) for lang, text in README.items()}
    plain = {lang: [re.sub(" +# .*", "", block) for block in blocks] for lang, blocks in code.items()}
    assert plain["vi"] == plain["en"]
    for sign in ("^#+ ", r"^\| ", "^- ", "^!"):
        counts = [len(re.findall(sign, text, re.MULTILINE)) for text in README.values()]
        assert counts[0] == counts[1] > 0, sign


@pytest.mark.costly
@pytest.mark.parametrize("command", list(dict.fromkeys([*commands("en"), *commands("vi")])))
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


@in_both
def test_what_it_quotes_of_the_check_is_what_the_check_says(bk, lang):
    quoted = re.findall(r"^\$ \.venv/bin/bk-gis ([^\n]*)\n\.\.\.\n([^\n]*)$", README[lang], re.MULTILINE)
    assert len(quoted) == 2
    for command, line in quoted:
        assert bk(*shlex.split(command)).out.splitlines()[-1] == line


@pytest.mark.parametrize(("lang", "text"), [*README.items(), *FOLDER.items()])
def test_the_commands_without_plan_are_those_that_it_names(lang, text):
    said = re.findall(TAKES[lang], text, re.IGNORECASE)
    assert len(said) == 1
    without = {
        name
        for name, command in get_command(app).commands.items()
        if not any("--plan" in option.opts for option in command.params)
    }
    assert without == set(re.findall(r"`([a-z-]+)`", said[0]))


@pytest.mark.costly
@in_both
def test_its_python_runs_and_says_what_the_comment_says(lang, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (code,) = re.findall(r"```python\n(.*?)```", README[lang], re.DOTALL)
    names: dict = {}
    exec(code, names)  # noqa: S102
    report = names["report"]
    assert f"# {(report.ok, report.missing)}" in code
    assert Path("map.html").exists()


@in_both
def test_its_links_lead_to_pages_of_its_language_and_to_headings_that_there_are(lang):
    assert f"]({'README.md' if lang == 'vi' else 'README.vi.md'})" in README[lang]
    links = re.findall(r"\]\(([^)#:]+)(?:#([^)]+))?\)", README[lang])
    assert len(links) > 40
    for target, anchor in links:
        assert (ROOT / target).exists(), target
        if re.fullmatch(r"docs/.*\.md", target):
            assert target.endswith(".en.md") == (lang == "en"), target
        if anchor:
            headings = re.findall(r"^#+ (.*)$", (ROOT / target).read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in [heading.lower().replace(" ", "-") for heading in headings]
