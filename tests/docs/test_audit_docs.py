"""What docs/audit.md and docs/plan-folder.md say, in each language, is what the commands do."""

import re
import shlex
from pathlib import Path

import pytest

import bk_gis
from bk_gis.checks.rates import common_rate
from bk_gis.language.formats import number
from bk_gis.plan.values import SCOPE, Target

DOCS = Path(__file__).parents[2] / "docs"
AUDIT = {
    lang: (DOCS / name).read_text(encoding="utf-8")
    for lang, name in (("vi", "audit.md"), ("en", "audit.en.md"))
}
in_audit = pytest.mark.parametrize(("lang", "page"), AUDIT.items(), ids=AUDIT)
FOLDER = [(DOCS / name).read_text(encoding="utf-8") for name in ("plan-folder.md", "plan-folder.en.md")]
in_both = pytest.mark.parametrize("folder", FOLDER, ids=["vi", "en"])


def one_line(page):
    return " ".join(page.split())


@pytest.mark.costly
@in_audit
def test_the_summary_is_the_one_that_the_command_prints(bk, lang, page):
    (command,) = re.findall(r"^\$ bk-gis (audit.*)$", page, re.MULTILINE)
    assert command == ("audit" if lang == "vi" else "audit --lang en")
    assert bk(*shlex.split(command)).out.splitlines()[-1] in page.splitlines()


@pytest.mark.costly
@in_audit
def test_the_groups_that_are_shown_are_those_that_the_command_prints(bk, lang, page):
    (command,) = re.findall(r"^\$ bk-gis (compare examples/.*)$", page, re.MULTILINE)
    assert ("--lang en" in command) == (lang == "en")
    said = bk(*shlex.split(command)).out
    shown = [line for line in page.splitlines() if re.match(r"\| [^|]+ \| \d* \| [\d,.]+ \|", line)]
    assert len(shown) == 7
    assert set(shown) <= set(said.splitlines())


@in_audit
def test_every_erratum_is_in_the_table(plan, lang, page):
    for erratum in plan.errata:
        stated, corrected = (f"{value:g}" for value in (erratum.stated, erratum.corrected))
        if lang == "vi":
            stated, corrected = stated.replace(".", ","), corrected.replace(".", ",")
        row = next(line for line in page.splitlines() if stated in line and line.startswith("|"))
        assert row.startswith(f"| {erratum.clause} |")
        assert corrected in row


@pytest.mark.parametrize("page", AUDIT.values(), ids=AUDIT)
def test_its_python_finds_nothing_that_is_left_to_explain(page):
    (code,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    *lines, last = code.strip().splitlines()
    names: dict = {}
    exec("\n".join(lines), names)  # noqa: S102
    assert eval(last, names).empty  # noqa: S307


def test_the_counts_in_the_text_are_those_of_the_audit(plan):
    found = bk_gis.audit(plan, lang="en")
    differing = found[found["verdict"] == "differs"]["measure"].value_counts()
    assert (differing["name"], differing["centre"], differing["place"]) == (7, 2, 4)
    hectares = (found["measure"] == "hectares").sum()
    for vi, en in (
        ("Bảy chỗ ghi tên CCN (của sáu cụm)", "seven names (of six clusters)"),
        ("hai trung tâm kinh tế và bốn địa điểm", "two economic centres and four places"),
        (f"mọi diện tích ({hectares} số", f"all hectares ({hectares} figures"),
    ):
        assert vi in one_line(AUDIT["vi"])
        assert en in one_line(AUDIT["en"])
    for measure, vi, en in (
        ("capital_billion_vnd", "{0} tỷ đồng/ha ({1}/{2} điểm", "({1} of {2} clauses"),
        ("jobs", "{0} việc làm/ha ({1}/{2} điểm)", "{0} a hectare ({1} of {2})"),
    ):
        rate = common_rate(plan, measure)
        for lang, text in (("vi", vi), ("en", en)):
            value = number(rate.value, lang)
            assert text.format(value, rate.agreeing, rate.clauses) in one_line(AUDIT[lang])


@in_both
def test_every_setting_of_a_target_is_described(folder):
    for name in (*Target.model_fields, *SCOPE):
        assert f"`{name}`" in folder or f"`{name} =" in folder, name


@pytest.mark.costly
@in_both
def test_the_walk_through_works_from_nothing(bk, tmp_path, monkeypatch, folder):
    monkeypatch.chdir(tmp_path)
    commands = re.findall(r"^\$ bk-gis (.*)$", folder, re.MULTILINE)
    commands = commands[: commands.index("audit --plan my-province") + 1]
    assert len(commands) == 4
    for command in commands:
        assert bk(*command.split()).code == command.startswith("check"), command  # of what is still invented
