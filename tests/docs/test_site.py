"""What the pages of docs/ tell a reader to type works, in both languages."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
# Pages whose commands need nothing but what the page itself shows.
TOLD = sorted(
    {page for pages in ("tutorial*", "how-to/*", "meeting-map*") for page in DOCS.glob(f"{pages}.md")}
)
FOUND_WANTING = {"check"}  # of the sample


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


def named_in_passing():
    """Give the commands that these pages name in a table or a sentence, once each."""
    texts = [
        page.read_text(encoding="utf-8").replace("\\\n", " ")
        for name in ("index", "audit", "changes", "how-to/what-if")
        for page in (DOCS / f"{name}.md", DOCS / f"{name}.en.md")
    ]
    found = re.findall(r"(?:`|^)bk-gis (\S[^`\n]*)", "\n".join(texts), re.MULTILINE)
    unsaid = re.compile(r"FOLDER|\bA B\b|\.\.\.|--template|--changes$")  # what the reader has to put in
    return list(dict.fromkeys(command for command in found if not unsaid.search(command)))


def test_both_languages_name_the_commands_of_amendments_and_of_a_page_to_look_at():
    for option in ("--changes", "--fixed", "--agency", "--plan examples/lao-cai-2026"):
        assert any(option in command for command in named_in_passing()), option


@pytest.mark.costly
@pytest.mark.parametrize("command", named_in_passing())
def test_a_command_named_in_passing_runs(bk, here, command):
    (changes,) = re.findall(
        r"```toml\n(.*?)```", (DOCS / "changes.en.md").read_text(encoding="utf-8"), re.DOTALL
    )
    (here / "changes.toml").write_text(changes, encoding="utf-8")
    done = bk(*shlex.split(command))
    assert done.code == (command == "audit --plan examples/lao-cai-2026"), done.said
    for output in re.findall(r"-o (\S+)", command):
        assert (here / output).exists()


ROADS = """{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {},
  "geometry": {"type": "LineString", "coordinates": [[105.8, 22.1], [105.9, 22.3]]}}]}"""


@pytest.mark.costly
@named(sorted(DOCS.glob("meeting-map*.md")))
def test_the_python_that_adds_a_layer_runs(here, page):
    (here / "roads.geojson").write_text(ROADS, encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    exec(code, {})  # noqa: S102
    assert (here / "map.html").exists()


def test_every_block_of_python_is_run_by_a_test():
    run = "audit", "export", "meeting-map", "names-and-places", "sheet", "vintages"
    pages = {
        page.name.partition(".")[0]
        for page in DOCS.rglob("*.md")
        if "```python" in page.read_text(encoding="utf-8")
    }
    assert pages == set(run)


@pytest.mark.slow
@named(sorted(DOCS.glob("sheet*.md")))
def test_the_sheets_that_a_page_tells_of_are_drawn(bk, here, page):
    test_the_commands_of_a_page_run_one_after_another(bk, here, page)
    for code in re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
        exec(code, {})  # noqa: S102
    assert (here / "map.png").exists()


@named(sorted(page for page in DOCS.rglob("*.md") if not page.name.endswith(".en.md")))
def test_a_page_has_a_twin_of_the_same_parts(page):
    """Headings by level, commands, blocks of code, items, the rows of tables and pictures, in one order."""
    part = re.compile(r"^(?:#+ |\$ bk-gis \S+|```\w*| *- |\d+\. |\|)|(?<=\]\()[^)]*\.png(?=\))", re.MULTILINE)
    texts = [file.read_text(encoding="utf-8") for file in (page, page.with_suffix(".en.md"))]
    vietnamese, english = (part.findall(text) for text in texts)
    assert vietnamese == english


def test_the_pages_of_both_languages_tell_the_same_commands():
    def verbs(page):
        return re.findall(r"^\$ bk-gis (\S+)", page.read_text(encoding="utf-8"), re.MULTILINE)

    vietnamese = [page for page in TOLD if not page.name.endswith(".en.md")]
    assert len(vietnamese) * 2 == len(TOLD)
    assert sum(len(verbs(page)) for page in vietnamese) > 10
    for page in vietnamese:
        assert verbs(page) == verbs(page.with_suffix(".en.md"))


@named(sorted(DOCS.rglob("*.en.md")))
def test_an_english_page_leads_to_english_pages(page):
    linked = re.findall(r"\]\(([^)#:]+\.md)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    for link in linked:
        assert (page.parent / link).is_file(), link
        assert link.endswith(".en.md") or not (page.parent / link).with_suffix(".en.md").exists(), link
