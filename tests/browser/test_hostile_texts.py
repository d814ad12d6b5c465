"""Whatever a name holds, it is shown as it is: no script runs, nothing is asked of the network."""

import csv
import io
import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from invented import invented_plan, write_plan
from meeting import Meeting

import bk_gis
from bk_gis.plan.values import Words

PWN = "window.__pwned=1"
FRAGMENTS = [
    f"</script><script>{PWN}</script>",
    f"<img src=x onerror={PWN}>",
    f"<img src=https://evil.example/x onerror='{PWN}'>",
    f'"><svg onload={PWN}>',
    f"${{{PWN}}}",
    "`",
    '"',
    "'",
    "\\",
    "{{ 7*7 }}",
    "{% raw %}",
    "{name}",
    "<!--",
    "]]>",
    "&lt;b&gt;",
    "%s",
    "=1+1",
    "\u2028",
    "\u2029",
    "\u202eđảo\u202c",
    "\u200f",
    "🏭👩‍🔧",
    unicodedata.normalize("NFD", "Cẩm Giàng"),
    "$&",
    "javascript:",
]
TEXTS = st.lists(
    st.sampled_from(FRAGMENTS) | st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=6),
    min_size=1,
    max_size=6,
).map("".join)


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    clusters = [("Sạch", "Một", "Huyện Đông", [10, 5]), ("Bẩn", "Ba", "Huyện Tây", [0, 20])]
    return invented_plan(tmp_path_factory.mktemp("small") / "plan", phases=[2020, 2025], clusters=clusters)


def spoiled(plan, text):
    """The plan with the text in the place of every free text, past everything that checks a plan folder."""
    districts = {name: f"{text} {i}" for i, name in enumerate(plan.districts["district"])}
    words = Words.model_construct(vi=text, en=text)
    return replace(
        plan,
        title=words,
        decision=plan.decision.model_copy(update={"number": text, "issuer": words}),
        boundaries=plan.boundaries.model_copy(update={"credit": text, "note": words}),
        phases=tuple(phase.model_copy(update={"label": words}) for phase in plan.phases),
        subregions=plan.subregions.assign(label_vi=text, label_en=text),
        districts=plan.districts.assign(district=plan.districts["district"].map(districts)),
        communes=plan.communes.assign(name=text, unit_type=text),
        clusters=plan.clusters.assign(
            name=text, printed_name=text, location=text, district=plan.clusters["district"].map(districts)
        ),
    )


def contents(page, role):
    return [element.text_content() for element in page.get_by_role(role).all()]


@settings(deadline=None, max_examples=3)
@given(text=TEXTS)
@example(text="".join(FRAGMENTS))
@example(text="ạ" * 2500 + "<b>" * 800 + "x" * 100)
def test_every_text_is_shown_as_it_is(browser, small, tmp_path_factory, text):
    path = tmp_path_factory.mktemp("hostile") / "map.html"
    bk_gis.phase_map(spoiled(small, text)).save(path)
    room = Meeting(browser, path)
    page = room.page
    try:
        # Head and panel.
        assert page.get_by_role("heading", level=1).text_content() == text
        _, *rows = room.table("Tổng hợp")
        assert [row[0] for row in rows] == ["Toàn tỉnh", text, f"{text} 0", text, f"{text} 1"]
        entries = page.get_by_role("list").get_by_role("button").all()
        assert [text in entry.text_content() for entry in entries] == [True, True]
        # Legend: phases and sub-regions.
        legend = page.get_by_role("group").filter(has_text="Chú giải").text_content()
        assert legend.count(text) >= 4
        # Search: typed as a person can, in one line.
        page.get_by_role("combobox").fill(" ".join(text.split()))
        for option in contents(page, "option"):
            assert text in option
        page.get_by_role("combobox").fill("")
        # Details.
        room.set(cluster=0)
        assert room.popup().get_by_role("heading").text_content() == text
        facts = [fact.text_content() for fact in room.popup().get_by_role("definition").all()]
        assert facts.count(text) >= 3  # printed, place, sub-region
        assert f"{text} 0" in facts
        # The other language, the sheet, the table, the download.
        page.get_by_role("button", name="English").click()
        assert page.get_by_role("heading", level=1).text_content() == text
        page.evaluate("void dispatchEvent(new Event('beforeprint'))")
        assert text in page.get_by_role("table", name=re.compile(r"area \(ha\)")).text_content()
        page.evaluate("void dispatchEvent(new Event('afterprint'))")
        page.get_by_role("button", name="Data table").click()
        cells = contents(page.get_by_role("dialog"), "cell")
        assert cells.count(text) >= 8  # two clusters: name, printed, place, sub-region
        with page.expect_download() as waiting:
            page.get_by_role("button", name="Download CSV").click()
        saved = io.StringIO(Path(waiting.value.path()).read_bytes().decode("utf-8-sig"), newline="")
        if not re.search(r"[\r\n]", text):
            found = list(csv.reader(saved))[1]
            assert found[1] in (text, f"'{text}")
            assert not found[1].lstrip().startswith(("=", "+", "-", "@"))
        assert page.evaluate("window.__pwned") is None
        assert page.locator("img[src^='x'], svg[onload], script").count() == page.evaluate(
            "document.scripts.length"
        )
    finally:
        faults = room.leave()
    assert not faults


HOSTILE_NAMES = [
    f"</script><script>{PWN}</script>",
    f"<img src=x onerror={PWN}>",
    f"`${{{PWN}}}` \"quoted\" 'single'",
    "{{ 7*7 }} {% raw %}",
    "=HYPERLINK(1)",
    "🏭 \u202eđảo\u202c \u200f",
    unicodedata.normalize("NFD", "Cẩm Giàng"),
    "ạ" * 5000,
]


def test_a_plan_folder_of_hostile_names_is_drawn_inertly(meeting, tmp_path):
    """All the way from the files."""
    clusters = [(name, "Một", "Huyện <b>Đông", [10, 1]) for name in HOSTILE_NAMES]
    plan = invented_plan(
        tmp_path / "plan",
        phases=[2020, 2025],
        clusters=clusters,
        communes=("Một", "<i>Hai", "`Ba`", "${Bốn}"),
        districts=("Huyện <b>Đông", "Huyện {{Tây}}"),
        words=f"</title><img src=x onerror={PWN}> \\ \" ' ${{x}} {{{{ y }}}}",
    )
    bk_gis.phase_map(plan).save(tmp_path / "map.html")
    room = meeting(tmp_path / "map.html")
    assert room.page.get_by_role("heading", level=1).text_content() == plan.title["vi"]
    assert room.page.title() == plan.title["vi"]
    names = plan.clusters["name"].tolist()
    assert len(room.discs()) == len(set(names)) == len(HOSTILE_NAMES)
    for i, name in enumerate(names):
        room.set(cluster=i)
        assert room.popup().get_by_role("heading").text_content() == name
    assert len(room.page.pdf(prefer_css_page_size=True)) > 0
    assert room.page.evaluate("window.__pwned") is None


def test_hostile_text_would_run_if_it_were_parsed(browser):
    """The trap works: the same texts, put into a page as markup, do spring it."""
    page = browser.new_page()
    page.set_content(f"<p>{FRAGMENTS[1]}</p>")
    page.wait_for_function("() => window.__pwned === 1")
    page.close()


def test_ids_that_are_names_of_javascript_are_ids(meeting, tmp_path):
    clusters = [("Sạch", "Một", "Huyện Đông", [10, 1]), ("Bẩn", "Ba", "Huyện Tây", [5, 2])]
    folder = write_plan(tmp_path / "plan", phases=[2020, 2025], clusters=clusters)
    for name, old, new in (
        ("clusters.csv", "\n1,", "\nconstructor,"),
        ("clusters.csv", "\n2,", "\n__proto__,"),
        ("plan.toml", 'id = "s0"', 'id = "constructor"'),
        ("plan.toml", 'id = "s1"', 'id = "__proto__"'),
    ):
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(text.replace(old, new), encoding="utf-8")
    bk_gis.phase_map(bk_gis.load_plan(folder)).save(tmp_path / "map.html")
    room = meeting(tmp_path / "map.html")
    _, *rows = room.table("Tổng hợp")
    assert [row[0] for row in rows][1::2] == ["Tiểu vùng 0", "Tiểu vùng 1"]
    assert not any("NaN" in cell or "undefined" in cell for row in rows for cell in row)
    for number, ident in enumerate(("constructor", "__proto__")):
        room.set(cluster=number)
        assert ident in room.popup().text_content()
