"""docs/names-and-places.md names the test of each encoding that it says is read."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_each_encoding_has_its_test():
    page = (ROOT / "docs" / "names-and-places.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/\S+\.py)::(\w+)`", page)
    assert len(named) >= 6
    for file, test in named:
        assert f"\ndef {test}(" in (ROOT / file).read_text(encoding="utf-8")
