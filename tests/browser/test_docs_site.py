"""The site of docs/ is whole and searches without a server or a network."""

from pathlib import Path

import pytest

import bk_gis

ROOT = Path(__file__).parents[2]


BUILD = """
import os, sys
from mkdocs.__main__ import cli

os.chdir(sys.argv[1])
cli(["build", "--quiet", "--site-dir", sys.argv[2]])  # any warning is a failure
"""


@pytest.mark.slow
def test_the_site_has_every_command_and_name_and_searches_offline(tmp_path, browser, python):
    python(BUILD, ROOT, tmp_path, NO_MKDOCS_2_WARNING="1")
    context = browser.new_context(offline=True)
    asked = []
    for start, typed, found in [("", "MapInfo", "QGIS"), ("en", "vintages", "boundaries")]:
        reference = tmp_path / start / "reference"
        assert "bk-gis read-annex" in (reference / "commands.html").read_text(encoding="utf-8")
        names = (reference / "python.html").read_text(encoding="utf-8")
        assert [name for name in bk_gis.__all__ if f'id="bk_gis.{name}"' not in names] == []
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto((tmp_path / start / "index.html").as_uri())
        page.keyboard.press("f")
        page.wait_for_selector("input.md-search__input:focus")
        page.keyboard.type(typed)
        page.wait_for_selector(".md-search-result__item", timeout=60_000)
        assert found in page.inner_text(".md-search-result__list")
    context.close()
    assert [url for url in asked if not url.startswith("file:")] == []
