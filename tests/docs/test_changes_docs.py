"""docs/changes.md and its English twin say what a file of changes holds, and how it is written."""

import re
from pathlib import Path

import pytest

import bk_gis
from bk_gis.plan.changes import Change, Scenario

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {
    lang: (DOCS / name).read_text(encoding="utf-8")
    for lang, name in (("vi", "changes.md"), ("en", "changes.en.md"))
}
ORDER = {"vi": "| thứ tự khóa", "en": "| order of keys"}
in_both = pytest.mark.parametrize("lang", PAGES)


@in_both
def test_the_file_of_changes_that_is_shown_can_be_used(plan, tmp_path, lang):
    (block,) = re.findall(r"```toml\n(.*?)```", PAGES[lang], re.DOTALL)
    path = tmp_path / "changes.toml"
    path.write_text(block, encoding="utf-8")
    changes = bk_gis.read_changes(path)
    assert bk_gis.check_coverage(plan.apply(changes), by=2015).ok
    bk_gis.write_changes(changes, path)
    written = path.read_text(encoding="utf-8").split("\n")
    assert written[:-1] == [re.sub(" +#.*", "", line) for line in block.splitlines()]


@in_both
def test_every_setting_is_described_in_the_order_in_which_it_is_written(lang):
    (row,) = [line for line in PAGES[lang].splitlines() if line.startswith(ORDER[lang])]
    fields = [name for name in Scenario.model_fields if name != "changes"]
    assert re.findall("`(.*?)`", row) == [*fields, *Change.model_fields]
    for name in (*fields, *Change.model_fields):
        assert re.search(rf"^\| .*`{name}\b.* \|", PAGES[lang], re.MULTILINE), name
