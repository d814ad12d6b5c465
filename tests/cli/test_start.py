"""What bk-gis says by itself, the examples and guides it comes with, and options of every command."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

import bk_gis
from bk_gis.cli.commands.start import docs
from bk_gis.io.shipped import shipped


def test_by_itself_it_says_where_to_begin(bk, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = bk()
    assert (done.code, done.said) == (0, "")
    assert done.out.startswith("Where to begin:\n  bk-gis map ")
    for line in done.out.splitlines()[1:-1]:
        assert bk(*line.split("  ")[1].split()[1:2], "--help").code == 0


def test_in_a_plan_it_says_what_to_do_with_it(bk, folder, monkeypatch):
    monkeypatch.chdir(folder.path)
    said = bk().out
    assert said.startswith("Quy hoạch phát triển các cụm công nghiệp tỉnh Bắc Kạn")
    for command in ("check .", "map --plan .", "coverage --plan ."):
        assert f"\n  bk-gis {command} " in said


def test_beside_plans_it_names_each(bk, folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder.path.rename(tmp_path / "tỉnh tôi")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "plan.toml").write_bytes(b"title = \xff")
    said = bk().out
    assert 'bk-gis check "tỉnh tôi" ' in said
    assert "plan.toml (b)" in said
    assert "Where to begin" not in said


@pytest.mark.costly
@pytest.mark.parametrize("name", ["bac-kan-2014", "lao-cai-2026"])
def test_an_example_is_a_plan_that_loads(bk, name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert name in bk("example").out.split()
    done = bk("example", name)
    assert done.code == 0
    assert f"bk-gis check {name}" in done.said
    origin = "data" if name == "bac-kan-2014" else f"examples/{name}"
    assert bk_gis.load_plan(name) == bk_gis.load_plan(shipped("docs").parent / origin)
    again = bk("example", name)
    assert (again.code, again.out) == (2, "")
    assert "is not empty" in again.said


def test_the_tables_of_the_docs_are_an_example_too(bk, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert bk("example", "tables", "t").code == 0
    assert bk("geocode", "t/enterprises.csv", "-o", "a.csv").code == 0
    assert bk("join", "t/points.csv", "-o", "b.csv").code == 0


def test_an_example_that_is_not_there_is_refused_with_those_that_are(bk):
    assert "expected one of bac-kan-2014, lao-cai-2026, tables" in bk("example", "hà-nội").said


@pytest.mark.costly
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_guides_are_one_page_whose_links_lead_somewhere(bk, lang, tmp_path, monkeypatch):
    monkeypatch.setenv("BK_GIS_LANG", lang)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    opened = []
    monkeypatch.setattr("webbrowser.open_new_tab", opened.append)
    page = Path(bk("docs").out.strip())
    text = page.read_text(encoding="utf-8")
    there = set(re.findall(r' id="([^"]*)"', text))
    links = [unquote(link) for link in re.findall(r' (?:href|src)="([^"]*)"', text)]
    assert [link for link in links if link[0] == "#" and link[1:] not in there] == []
    files = [Path(link.removeprefix("file://")) for link in links if link.startswith("file:")]
    assert files
    assert all(file.exists() for file in files)
    guides = {
        path for path in shipped("docs").rglob("*.md") if path.name.endswith(".en.md") == (lang == "en")
    }
    assert text.count("<section") == len(guides)
    assert "--names-without" in text
    assert "bk_gis.load_plan" in text
    assert opened == []  # by a program that reads the answer


def test_the_guides_open_where_somebody_looks_on(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    opened = []
    monkeypatch.setattr("webbrowser.open_new_tab", lambda url: opened.append(url) or True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    docs(no_open=True)
    assert opened == []
    docs()
    assert opened == [Path(capsys.readouterr().out.split()[-1]).as_uri()]


@pytest.mark.costly
def test_quiet_says_nothing_but_errors(bk, tmp_path):
    assert bk("export", "-o", tmp_path / "a.csv").said
    done = bk("export", "--quiet", "-o", tmp_path / "a.csv")
    assert (done.code, done.out, done.said) == (0, "", "")
    assert bk("--quiet", "coverage").said == ""
    assert "no plan folder" in bk("coverage", "--quiet", "--plan", tmp_path / "none").said


def test_debug_shows_where_an_error_arose(bk, tmp_path):
    call = ("coverage", "--plan", tmp_path / "none")
    assert "Traceback" not in bk(*call).said
    for done in (bk(*call, "--debug"), bk("--debug", *call)):
        assert done.code == 2
        assert "Traceback" in done.said
        assert "load_plan" in done.said


def test_a_fault_of_the_program_is_said_and_shown_on_demand(bk, monkeypatch):
    monkeypatch.setattr("bk_gis.checks.coverage.check_coverage", lambda *_, **__: 1 / 0)
    done = bk("coverage")
    assert done.code == 2
    assert done.said.startswith("bk-gis: the program has a fault (ZeroDivisionError: division by zero)")
    assert "Traceback" not in done.said
    assert "Traceback" in bk("coverage", "--debug").said


def test_commands_complete_in_a_shell(console):
    done = console(_BK_GIS_COMPLETE="complete_bash", COMP_WORDS="bk-gis cov", COMP_CWORD="1")
    assert done.out.split() == ["coverage"]
    done = console(_BK_GIS_COMPLETE="complete_bash", COMP_WORDS="bk-gis print --paper ", COMP_CWORD="3")
    assert {"A3", "A4", "A1"} <= set(done.out.split())


def test_no_colour_is_shown_to_who_wants_none(python):
    code = (
        "import io, os\nos.environ.update(NO_COLOR='1', FORCE_COLOR='1', BK_GIS_LANG='en')\n"
        "from bk_gis.cli.app import terminal\nscreen = terminal()\nscreen.file = io.StringIO()\n"
        "screen.print('[red]a[/red]')\nprint(repr(screen.file.getvalue()))"
    )
    assert "\\x1b[3" not in python(code)


@pytest.mark.costly
def test_who_stands_in_a_plan_is_told_that_another_is_taken(bk, folder, monkeypatch):
    monkeypatch.chdir(folder.path)
    said = (
        "the plan of Bắc Kạn that comes with bk-gis; the folder here is a plan too: to take it, add --plan ."
    )
    assert bk("coverage").said.splitlines()[0].endswith(said)
    (folder.path / "none.toml").write_text('commune = "Nowhere"', encoding="utf-8")
    assert said in bk("compare", "none.toml").said
    for call in (("coverage", "--plan", "."), ("compare", ".", "."), ("coverage", "--help"), ("check", ".")):
        assert said not in bk(*call).said
    monkeypatch.chdir(folder.path.parent)
    assert said not in bk("coverage").said


def test_changes_are_compared(bk):
    assert "to see what changes lead to: bk-gis compare" in bk("audit", "--changes", "a.toml").said
