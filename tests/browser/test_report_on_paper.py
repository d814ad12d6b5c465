"""A report as a page, printed by the browser: maps whole, heads of tables on each page, nothing cut."""

import re
from html import unescape

import pytest
from paper import squeezed

pytestmark = pytest.mark.slow
COMPARED = ("compare", "examples/lao-cai-2026/before", "examples/lao-cai-2026")


@pytest.mark.parametrize("asked", [("report",), COMPARED], ids=["report", "compare"])
def test_a_page_on_paper(bk, browser, as_pdf, tmp_path, asked):
    assert bk(*asked, "-o", tmp_path / "a.html").code == 0
    opened = browser.new_page()
    opened.goto((tmp_path / "a.html").as_uri())
    opened.wait_for_timeout(1500)  # the maps start
    opened.pdf(path=tmp_path / "a.pdf", prefer_css_page_size=True)
    opened.close()
    printed = as_pdf(tmp_path / "a.pdf")
    body = (tmp_path / "a.html").read_text(encoding="utf-8").partition("<body>")[2]
    said = "".join(word for page in printed.pages for _, word in page.words)
    lying = [page for page in printed.pages if page.width > page.height]
    assert len(lying) == body.count("srcdoc=")
    for page in lying:  # a sheet of A4 as the map's own page prints it: its total and its source are there
        words = squeezed("".join(word for _, word in page.words))
        assert "Tổngcộng" in words
        assert "GSO" in words
    for page in printed.pages:
        if page not in lying:
            assert not page.faults()
    for text in re.findall(">([^<>]+)<", body):
        assert squeezed(unescape(text)) in said
