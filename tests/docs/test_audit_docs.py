"""What docs/audit.md and docs/plan-folder.md say is what the commands do."""

import re
import shlex
from pathlib import Path

import pytest

import bk_gis
from bk_gis.checks.rates import common_rate
from bk_gis.language.formats import number
from bk_gis.plan.targets import SCOPE
from bk_gis.plan.values import Target

DOCS = Path(__file__).parents[2] / "docs"
AUDIT = (DOCS / "audit.md").read_text(encoding="utf-8")
FOLDER = [(DOCS / name).read_text(encoding="utf-8") for name in ("plan-folder.md", "plan-folder.en.md")]
in_both = pytest.mark.parametrize("folder", FOLDER, ids=["vi", "en"])


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_summary_is_the_one_that_the_command_prints(bk, lang):
    assert bk("audit", "--lang", lang).out.splitlines()[-1] in AUDIT.splitlines()


def test_the_groups_that_are_shown_are_those_that_the_command_prints(bk):
    (command,) = re.findall(r"^\$ bk-gis (compare examples/.*)$", AUDIT, re.MULTILINE)
    said = bk(*shlex.split(command)).out
    shown = [line for line in AUDIT.splitlines() if re.match(r"\| [A-Za-z ]+ \| \d* \| [\d,.]+ \|", line)]
    assert len(shown) == 7
    assert set(shown) <= set(said.splitlines())


def test_every_erratum_is_in_the_table(plan):
    for erratum in plan.errata:
        row = next(line for line in AUDIT.splitlines() if f"{erratum.stated:g}" in line and "|" in line)
        assert row.startswith(f"| {erratum.clause} |")
        assert f"{erratum.corrected:g}" in row


def test_the_counts_in_the_text_are_those_of_the_audit(plan):
    found = bk_gis.audit(plan, lang="en")
    differing = found[found["verdict"] == "differs"]["measure"].value_counts()
    assert (differing["name"], differing["centre"], differing["place"]) == (7, 2, 4)
    for text in ("Bảy chỗ ghi tên CCN (của sáu cụm)", "seven names (of six clusters)"):
        assert text in AUDIT
    for text in ("hai trung tâm kinh tế và bốn địa điểm", "two economic centres and four places"):
        assert text in AUDIT
    hectares = (found["measure"] == "hectares").sum()
    for text in (f"mọi diện tích ({hectares} số", f"all hectares ({hectares} figures"):
        assert text in AUDIT
    for measure, vi, en in (
        ("capital_billion_vnd", "{0} tỷ đồng/ha ({1}/{2} điểm", "({1} of {2} clauses"),
        ("jobs", "{0} việc làm/ha ({1}/{2} điểm)", "{0} a hectare ({1} of {2})"),
    ):
        rate = common_rate(plan, measure)
        for text in (vi, en):
            value = number(rate.value, "vi" if text is vi else "en")
            assert text.format(value, rate.agreeing, rate.clauses) in AUDIT


@in_both
def test_every_setting_of_a_target_is_described(folder):
    for name in (*Target.model_fields, *SCOPE):
        assert f"`{name}`" in folder or f"`{name} =" in folder, name


@in_both
def test_the_walk_through_works_from_nothing(bk, tmp_path, monkeypatch, folder):
    monkeypatch.chdir(tmp_path)
    commands = re.findall(r"^\$ bk-gis (.*)$", folder, re.MULTILINE)
    commands = commands[: commands.index("audit --plan my-province") + 1]
    assert len(commands) == 4
    for command in commands:
        assert bk(*command.split()).code == command.startswith("check"), command  # of what is still invented
