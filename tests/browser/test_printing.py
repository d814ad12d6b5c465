"""Map, legend, table and source on one sheet of A4 or A3; afterwards the page is as before."""

import io
import re
from pathlib import Path

import pytest
from pypdf import PdfReader

MM = 72 / 25.4
MARGIN = 7 * MM  # of 8, less the thickness of a letter
MAPS = Path(__file__).parents[2] / "maps"
SIZES = {"A4": (297 * MM, 210 * MM), "A3": (420 * MM, 297 * MM)}


def seen(room):
    return room.page.evaluate(
        """() => {
          const { map, state } = bkPage;
          const { lat, lng } = map.getCenter();
          const [side, upright] = [map.getSize().x, map.getSize().y];
          return { ...state, zoom: map.getZoom(), lat, lng, side, upright, text: document.body.innerText };
        }"""
    )


def printed(room, paper):
    """Choose the paper as the buttons do, print, and read the sheet."""
    room.page.evaluate("void (window.print = () => {})")  # there is no dialog to click away
    room.page.get_by_role("button", name=re.compile(paper)).click()
    reader = PdfReader(io.BytesIO(room.page.pdf(prefer_css_page_size=True)))
    return reader, "".join(" ".join(page.extract_text() for page in reader.pages).split())


def squeezed(text):
    """PDF text has no reliable spaces."""
    return "".join(text.split())


def placed_texts(page):
    """Each text of a page with the place where it begins, in points from the lower left corner."""
    found = []

    def note(words, transform, matrix, *_):
        if words.strip():
            x, y = matrix[4], matrix[5]
            a, b, c, d, e, f = transform
            found.append((words, a * x + c * y + e, b * x + d * y + f))

    page.extract_text(visitor_text=note)
    return found


@pytest.mark.parametrize(("paper", "lang"), [("A4", "vi"), ("A3", "vi"), ("A4", "en")])
def test_everything_is_on_one_sheet(meeting, draw, plan, paper, lang):
    room = meeting(draw(lang=lang))
    before = seen(room)
    reader, text = printed(room, paper)
    assert len(reader.pages) == 1
    box = reader.pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(SIZES[paper], abs=1.5)
    wanted = [
        plan.title[lang],
        "320/QĐ-UBND",
        {"vi": "Nguồn", "en": "Source"}[lang],
        plan.boundaries.credit,
        {"vi": "Vị trí tham khảo", "en": "Indicative location"}[lang],
        {"vi": "488,9", "en": "488.9"}[lang],
        {"vi": "điểm 4.6", "en": "clause 4.6"}[lang],
        *plan.clusters["name"],
        *plan.districts["district"],
        *(phase.id for phase in plan.phases),
        *plan.subregions[f"label_{lang}"],
    ]
    missing = [words for words in wanted if squeezed(words) not in text]
    assert not missing
    width, height = SIZES[paper]
    for words, x, y in placed_texts(reader.pages[0]):
        assert MARGIN <= x <= width - MARGIN, words
        assert MARGIN <= y <= height - MARGIN, words
    assert seen(room) == before


def test_the_sheet_shows_the_horizon_that_is_on_the_screen(meeting, draw, plan):
    room = meeting(draw(), view="#by=2015")
    _, text = printed(room, "A4")
    names = plan.clusters["name"][plan.hectares_by(2015) > 0]
    for name in names:
        assert squeezed(name) in text
    assert squeezed("Lũng Diếc") not in text
    assert "164,44" in text
    assert "488,9" not in text


def test_a_district_without_a_cluster_is_marked_on_the_sheet(meeting, draw):
    room = meeting(draw(2015))
    _, text = printed(room, "A4")
    assert squeezed("Huyện Ba Bể (chưa)") in text


def test_printing_an_open_cluster_leaves_the_view_where_it_was(meeting, draw):
    room = meeting(draw(), view="#lang=en")
    room.zoom_to(room.cluster("Pù Pét")["latlng"], 12)
    before = seen(room)
    reader, _ = printed(room, "A4")
    assert len(reader.pages) == 1
    assert seen(room) == before


def test_rings_that_still_grow_are_printed_as_they_will_be(meeting, draw):
    room = meeting(draw(2015), motion="no-preference")
    weights = room.page.evaluate(
        """async () => {
          bkPage.set({ by: 2025 });
          await new Promise((resolve) => setTimeout(resolve, 100));
          const growing = [...bkPage.clusters.view.weights];
          window.dispatchEvent(new Event("beforeprint"));
          const printed = [...bkPage.clusters.view.weights];
          window.dispatchEvent(new Event("afterprint"));
          return [growing, printed];
        }"""
    )
    growing, printed_as = weights
    assert growing != printed_as == [1, 1, 1]


@pytest.mark.parametrize("path", sorted(MAPS.glob("*.html")), ids=lambda path: path.stem)
def test_nothing_that_is_no_text_is_written_as_one(meeting, path):
    """On the screen, in the table of all clusters, in a cluster's details, on paper."""
    room = meeting(path)
    said = [room.page.inner_text("body")]
    room.page.get_by_role("button", name=re.compile("Bảng số liệu|Data table")).click()
    said.append(room.page.get_by_role("dialog").inner_text())
    room.page.keyboard.press("Escape")
    for cluster in ("1", "2"):
        room.page.evaluate("(cluster) => { location.hash = `#cluster=${cluster}` }", cluster)
        said.append(room.words(room.popup()))
    sheets = printed(room, "A3")[1]
    assert squeezed("Diện tích") in sheets or "Area" in sheets
    assert not re.search(r"\[object|undefined|NaN|Infinity|null", " ".join([*said, sheets]))


def test_a_page_that_is_printed_before_its_second_frame_has_the_borders_too(meeting, draw, tmp_path):
    """What lies under the discs is drawn a frame after them."""
    page = re.sub('<meta http-equiv="Content-Security-Policy"[^>]*>', "", draw().read_text("utf-8"))
    at_once = """<script>
      const borders = () => bkPage.view.backdrop.paths.size;
      window.drawn = [borders()];
      for (const name of ["beforeprint", "afterprint"]) dispatchEvent(new Event(name));
      drawn.push(borders());
    </script></body>"""
    (tmp_path / "page.html").write_text(page.replace("</body>", at_once), encoding="utf-8")
    before, printed = meeting(tmp_path / "page.html").page.evaluate("drawn")
    assert before == 0 < printed
