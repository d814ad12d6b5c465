"""Two states of a plan side by side, for people."""

import json

import pytest
from amendments import ALL_KINDS, FORWARD

PROVINCE = "tests/fixtures/province"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "changes.toml"
    path.write_text(ALL_KINDS, encoding="utf-8")
    return path


def test_coverage_is_shown_before_and_after(bk, file):
    text = bk("compare", file, "--plan", PROVINCE, "--format", "md", "--lang", "en").out
    assert "Before: NO: by 2030, 2 of 3 districts have a cluster; missing: Huyện Đồi Thông." in text
    assert "After: YES: by 2030, 3 of 3 districts have a cluster." in text
    assert "| Huyện Đồi Thông | 2030 | 0 | 1 | 0 | 25 |" in text


def test_targets_are_shown_before_and_after(bk, tmp_path):
    (tmp_path / "a.toml").write_text(FORWARD, encoding="utf-8")
    answer = bk("compare", tmp_path / "a.toml", "--plan", PROVINCE, "--format", "json", "--lang", "en")
    targets = json.loads(answer.out)["targets"]
    rule = next(t for t in targets if t["clause"] == "1")
    assert (rule["computed_before"], rule["computed_after"]) == (0, 1)
    assert (rule["verdict_before"], rule["verdict_after"]) == ("differs", "agrees")
    assert not [t for t in targets if t["clause"] == "5"], "what there is by 2035 has not changed"


def test_the_comparison_can_be_attached_as_a_word_document(bk, file, tmp_path):
    assert bk("compare", file, "--plan", PROVINCE, "-o", tmp_path / "a.docx").code == 0
    assert (tmp_path / "a.docx").read_bytes()[:2] == b"PK"
