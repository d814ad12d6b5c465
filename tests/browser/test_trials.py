"""Changes tried on the page: what a person does, and what the whole page says of it."""

import re

import pytest
from access import violations
from invented import COMMUNES, DISTRICTS, invented_plan
from meeting import PHONE, ROOM
from trying import Trying

import bk_gis
from bk_gis.plan.folder import bundled_folder

LAST = "2021-2025"


@pytest.fixture
def trying(room):
    return Trying(room)


def lose(trying, *names):
    """Move clusters to the last phase."""
    for name in names:
        trying.choose(name).get_by_role("button", name=LAST, exact=True).click()


def test_a_real_case_from_the_opened_page_to_compare(trying, bk, tmp_path):
    """Ba Bể loses both clusters by 2020, the room repairs it and takes the file along."""
    room, page = trying.room, trying.page
    assert "0 thay đổi" in trying.banner()
    lose(trying, "Phúc Lộc", "Chu Hương")
    assert "mất cụm: Huyện Ba Bể" in trying.said()
    assert "còn thiếu Huyện Ba Bể" in room.words(page.locator("#bk-verdict"))
    assert "2 thay đổi · chưa lưu" in trying.banner()
    room.set(by=2020)
    assert room.summary()["Huyện Ba Bể"]["Có CCN"] == "chưa"
    assert {"Phúc Lộc", "Chu Hương"}.isdisjoint(room.discs())
    assert "5.2.b, Toàn tỉnh, đến năm 2020: ha 319,9, quyết định 359,9 (−40)" in trying.text()
    trying.box.get_by_role("button", name=re.compile("Lũng Diếc: 2021-2025 → 2016-2020")).click()
    assert "Đạt mục tiêu điểm 4.6" in room.words(page.locator("#bk-verdict"))
    assert "Ai thiếu" not in trying.text()
    trying.box.get_by_role("textbox", name=re.compile("Lý do: Lũng Diếc")).fill("Ba Bể cần một cụm")
    file = trying.saved(tmp_path / "changes.toml")
    assert "chưa lưu" not in trying.banner()
    answer = bk("compare", file)
    assert answer.code == 0, answer.said
    assert "Ba Bể cần một cụm" in answer.out
    plan = bk_gis.load_plan()
    assert bk_gis.check_coverage(plan.apply(bk_gis.read_changes(file)), by=2020).ok
    assert file.read_text(encoding="utf-8") == (
        'plan = "320/QĐ-UBND"\n\n'
        '[[changes]]\ncluster = "5"\nmove = { from = "2016-2020", to = "2021-2025" }\n\n'
        '[[changes]]\ncluster = "6"\nmove = { from = "2016-2020", to = "2021-2025" }\n\n'
        '[[changes]]\ncluster = "4"\nmove = { from = "2021-2025", to = "2016-2020" }\n'
        'reason = "Ba Bể cần một cụm"\n'
    )


def test_hectares_go_by_steps_and_are_typed_with_either_comma(trying):
    editor = trying.choose("Xuất Hóa")
    editor.get_by_role("button", name="Giai đoạn 2016-2020 (ha) +1").click()
    field = editor.get_by_role("textbox", name="Giai đoạn 2016-2020 (ha)")
    assert field.input_value() == "21"
    for typed in ("12,5", "12.5"):
        field.fill(typed)
        field.press("Enter")
        assert field.input_value() == "12,5"
    assert trying.changes() == [{"cluster": "2", "hectares": {"2016-2020": 12.5}}]
    assert trying.room.summary()["Thị xã Bắc Kạn"]["ha"] == "69,2"


@pytest.mark.parametrize(
    "typed", ["-5", "1e308", "NaN", "١٢", "12,5,5", "Infinity", "1.250", "9999999", "<b>"]
)
def test_a_number_that_is_none_is_refused_where_it_stands(trying, typed):
    editor = trying.choose("Xuất Hóa")
    field = editor.get_by_role("textbox", name="Giai đoạn 2016-2020 (ha)")
    field.fill(typed)
    field.press("Enter")
    assert field.get_attribute("aria-invalid") == "true"
    assert field.input_value() == typed
    assert "12,5" in trying.room.words(editor.get_by_role("alert"))
    assert trying.changes() == []


def test_a_cluster_without_hectares_is_refused_and_says_to_drop_it(trying):
    editor = trying.choose("Xuất Hóa")
    field = editor.get_by_role("textbox", name="Giai đoạn 2016-2020 (ha)")
    field.fill("0")
    field.press("Enter")
    assert "hãy bỏ cụm" in trying.room.words(editor.get_by_role("alert"))
    assert trying.changes() == []
    editor.get_by_role("button", name="Bỏ cụm").click()
    assert trying.changes() == [{"cluster": "2", "drop": True}]
    assert len(trying.room.discs()) == 20


def test_a_cluster_goes_to_a_commune_that_is_searched_and_one_is_added_there(trying):
    page = trying.page
    trying.choose("Phúc Lộc")
    page.get_by_role("combobox").fill("quang khe")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Chuyển Phúc Lộc về đây"
    page.keyboard.press("Enter")
    assert trying.room.cluster("Phúc Lộc")["location"] == "Xã Quảng Khê"
    page.get_by_role("combobox").fill("boc bo")
    page.keyboard.press("Enter")
    page.get_by_role("button", name=re.compile("Thêm cụm")).last.click()
    added = trying.changes()[-1]
    assert (added["cluster"], added["add"], added["name"]) == ("22", True, "Bộc Bố")
    editor = trying.box.get_by_role("region", name="Bộc Bố")
    name = editor.get_by_role("textbox", name="Tên", exact=True)
    name.fill("Cụm mới")
    name.press("Enter")
    assert trying.changes()[-1] == {**added, "name": "Cụm mới"}, "one change, not two"
    assert trying.room.summary()["Toàn tỉnh"]["CCN"] == "22"


def test_undo_redo_remove_and_begin_again(trying):
    page = trying.page
    lose(trying, "Phúc Lộc")
    trying.choose("Chu Hương").get_by_role("button", name="Bỏ cụm").click()
    trying.button("↶ Hoàn tác").click()
    assert len(trying.changes()) == 1
    trying.button("↷ Làm lại").click()
    assert len(trying.changes()) == 2
    trying.box.get_by_role("button", name=re.compile("Bỏ: Phúc Lộc")).click()
    assert trying.changes() == [{"cluster": "6", "drop": True}]
    trying.button("Bỏ hết").click()
    assert trying.changes() == []
    page.keyboard.press("Control+z")
    assert len(trying.changes()) == 1
    assert page.evaluate("bkPage.original.clusters.length") == 21


def test_what_needs_a_change_that_is_removed_goes_with_it(trying):
    change = "change => bkPage.mode.change(change)"
    for one in (
        {"cluster": "30", "add": True, "name": "X", "commune": "01864", "hectares": {LAST: 5}},
        {"cluster": "1", "drop": True},
        {"cluster": "30", "move": {"from": LAST, "to": "2011-2015"}},
    ):
        assert trying.page.evaluate(change, one) is None
    trying.box.get_by_role("button", name=re.compile("Bỏ: X: .*cụm mới")).click()
    assert trying.changes() == [{"cluster": "1", "drop": True}]
    assert "kèm 1 thay đổi" in trying.said()


def test_a_link_opens_the_same_trial(trying, meeting, draw):
    lose(trying, "Phúc Lộc", "Chu Hương")
    address = trying.page.evaluate("location.hash")
    again = meeting(draw(), view=address)
    assert again.page.evaluate("bkPage.mode.document") == trying.page.evaluate("bkPage.mode.document")
    assert again.page.title().startswith("PHƯƠNG ÁN THỬ, không phải quyết định")
    assert again.page.locator(".bk-banner").is_visible()
    assert "còn thiếu Huyện Ba Bể" in again.words(again.page.locator("#bk-verdict"))


CHANGED = """
[[changes]]
cluster = "1"
hectares = { "2011-2015" = 18.5 }

[[changes]]
cluster = "5"
move = { from = "2016-2020", to = "2011-2015" }

[[changes]]
cluster = "6"
drop = true

[[changes]]
cluster = "30"
add = true
name = "Cụm mới"
commune = "01864"
hectares = { "2021-2025" = 5 }
"""


@pytest.mark.costly
@pytest.mark.parametrize("way", ["made with changes", "link"])
def test_a_link_to_a_cluster_shows_what_a_click_on_it_does(meeting, draw, tmp_path, trying, way):
    """Of those that a trial changes: in hectares, in when they are there; dropped and added ones."""
    (tmp_path / "changes.toml").write_text(CHANGED, encoding="utf-8")
    trying.open(tmp_path / "changes.toml")
    link = trying.page.evaluate("bkPage.mode.linkOf(bkPage.mode.document)")
    path = draw() if way == "link" else tmp_path / "map.html"
    if way != "link":
        plan = bk_gis.load_plan().apply(bk_gis.read_changes(tmp_path / "changes.toml"))
        bk_gis.phase_map(plan).save(path)
    view = f"&try={link}" if way == "link" else ""
    shown = """() => [bkPage.state.by, location.hash, document.querySelector(".bk-popup")?.innerText ?? null,
      document.querySelector(".bk-summary").innerText]"""
    clicked = meeting(path, view=f"#by=2015{view}")
    opened = meeting(path)
    for ident, figure in (("1", "18,5 ha"), ("5", "20 ha"), ("6", None), ("30", "5 ha")):
        place = "(id) => bkPage.plan.clusters.findIndex((cluster) => cluster.id === id)"
        index = clicked.page.evaluate(place, ident)
        clicked.set(by=2015, cluster=index if index >= 0 else None)
        opened.page.goto("about:blank")
        opened.page.goto(f"{path.as_uri()}#by=2015&cluster={ident}{view}")
        opened.page.evaluate("bkPage.ready")
        found = opened.page.evaluate(shown)
        assert found == clicked.page.evaluate(shown)
        assert figure in found[2] if figure else found[2] is None
    clicked.page.evaluate(
        "location.hash = '#by=2020&try='"
    )  # nothing tried: the same cluster of the decision
    clicked.page.wait_for_function("() => bkPage.plan === bkPage.original")
    clicked.set(cluster=clicked.page.evaluate(place, "1"))
    clicked.page.evaluate("(hash) => { location.hash = hash; }", f"#by=2015&cluster=1&try={link}")
    clicked.page.wait_for_function("() => bkPage.plan !== bkPage.original")
    assert "18,5 ha" in clicked.words(clicked.popup())


def test_what_is_open_tells_of_the_plan_that_is_shown(trying, tmp_path):
    page, room = trying.page, trying.room
    lose(trying, "Phúc Lộc")
    page.evaluate("""() => {
      const { plan, popups, map } = bkPage;
      const [at] = plan.clusters.filter(({ name }) => name === "Phúc Lộc");
      popups.name(L.latLng(at.latlng));
    }""")
    assert "Phúc Lộc: 20 ha" in room.words(room.popup())
    page.evaluate("bkPage.mode.change({ cluster: '5', hectares: { '2021-2025': 21.5 } })")
    assert "Phúc Lộc: 21,5 ha" in room.words(room.popup())
    page.keyboard.press("Control+z")
    assert "Phúc Lộc: 20 ha" in room.words(room.popup())
    file = trying.saved(tmp_path / "changes.toml")
    page.get_by_role("button", name="Thử phương án").click()
    room.set(cluster=4)
    page.get_by_role("button", name="Bảng số liệu").click()
    page.evaluate("location.hash = '#try='")
    page.wait_for_function("() => bkPage.plan === bkPage.original && !document.querySelector('dialog')")
    room.set(cluster=4)
    trying.drop("changes.toml", file.read_bytes())
    page.wait_for_function("() => !document.querySelector('.leaflet-popup')")  # there it has an editor
    assert trying.box.get_by_role("region", name="Phúc Lộc").is_visible()


def test_a_link_that_would_be_too_long_is_none_and_says_so(trying):
    for i in range(1, 22):
        trying.page.evaluate(
            "([cluster, reason]) => bkPage.mode.change({ cluster, name: `${cluster} mới`, reason })",
            [str(i), "một lý do khá dài " * 4],
        )
    assert "try=" not in trying.page.evaluate("location.hash")
    assert "2.000 ký tự" in trying.text()
    trying.button("Bỏ hết").click()
    assert "2.000 ký tự" not in trying.text()


@pytest.mark.parametrize("link", ["x", "%00", "____", "PHNjcmlwdD4", "a" * 5000])
def test_a_damaged_link_is_refused_and_the_decision_is_shown(meeting, draw, link):
    room = meeting(draw(), view=f"#try={link}&by=2020")
    room.page.wait_for_function("() => bkPage.mode && bkPage.state.trying")
    said = room.words(room.page.locator(".bk-try [role=status]"))
    assert "không đọc được" in said or "không đúng" in said
    assert room.state()["by"] == 2020
    assert room.summary()["Toàn tỉnh"]["CCN"] == "17"


ONE = '[[changes]]\ncluster = "1"\n'
SET = ONE + 'hectares = {{ "2016-2020" = {} }}'
FILES = {
    "not TOML": ("[[changes]]\ncluster = \n", "dòng 2"),
    "another plan": (f'plan = "9/QĐ"\n{ONE}drop = true', "quy hoạch khác: 9/QĐ"),
    "no such cluster": (
        f"{ONE}drop = true\n\n{ONE.replace('1', '99')}drop = true",
        "dòng 5: không có cụm 99",
    ),
    "a text for a number": (SET.format('"١٢"'), "dòng 3: hectares"),
    "too much": (SET.format("1e308"), "dòng 3: hectares"),
    "less than nothing": (SET.format("-1"), "dòng 3: hectares"),
    "nan": (SET.format("nan"), "dòng 3"),
    "an unknown key": (f'{ONE}"__proto__" = "x"', "dòng 3: __proto__"),
    "no UTF-8": (b"\xff\xfe\x00", "UTF-8"),
    "nothing": ("", "changes"),
    "markup": ("<script>window.__pwned = 1</script>", "dòng 1"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_damaged_or_foreign_file_is_refused_with_its_line_and_nothing_is_lost(trying, name):
    lose(trying, "Phúc Lộc")
    before = trying.changes()
    content, why = FILES[name]
    trying.drop("x.toml", content if isinstance(content, bytes) else content.encode())
    assert "x.toml" in trying.said()
    assert why in trying.said()
    assert trying.changes() == before
    assert trying.page.evaluate("window.__pwned") is None


def test_a_saved_file_is_opened_again_and_saved_as_the_same_bytes(trying, tmp_path):
    lose(trying, "Phúc Lộc", "Chu Hương")
    file = trying.saved(tmp_path / "changes.toml")
    trying.button("Bỏ hết").click()
    trying.open(file)
    assert len(trying.changes()) == 2
    assert "2 thay đổi" in trying.said()
    assert trying.saved(tmp_path / "again.toml").read_bytes() == file.read_bytes()


def test_a_clusters_file_of_the_same_plan_is_shown_as_its_changes(trying):
    text = (bundled_folder() / "clusters.csv").read_text(encoding="utf-8")
    assert ",Huyện Ba Bể,,20,," in text
    put_off = text.replace(",Huyện Ba Bể,,20,,", ',Huyện Ba Bể,,,"20,5",', 1)
    trying.drop("clusters.csv", put_off.encode())
    assert trying.changes() == [{"cluster": "5", "hectares": {"2016-2020": 0, LAST: 20.5}}]
    trying.drop("clusters.csv", put_off.replace("20,5", "-20").encode())
    assert "clusters.csv: dòng 6: ha_2021_2025" in trying.said()
    trying.drop("clusters.csv", b"id,name\n1,x")
    assert "clusters.csv: dòng 1: location" in trying.said()
    assert len(trying.changes()) == 1


PWN = "window.__pwned=1"
HOSTILE = [
    f"</script><script>{PWN}</script>",
    f"<img src=x onerror={PWN}>",
    "{{ 7*7 }}",
    '"\\\n\t',
    "\u202eđảo",
    "__proto__",
]


def test_hostile_texts_are_texts_in_every_field(trying, tmp_path, meeting, draw):
    page = trying.page
    for i, text in enumerate(HOSTILE, start=1):
        page.evaluate(
            "([cluster, name]) => bkPage.mode.change({ cluster, name, reason: name })", [str(i), text]
        )
    names = page.evaluate("bkPage.plan.clusters.slice(0, 6).map(({ name }) => name)")
    assert names[0] == HOSTILE[0]
    file = trying.saved(tmp_path / "changes.toml")
    tried = bk_gis.load_plan().apply(bk_gis.read_changes(file))
    assert tried.clusters["name"].tolist()[:6] == names
    again = meeting(draw(), view=page.evaluate("location.hash"))
    assert again.page.evaluate("bkPage.plan.clusters.slice(0, 6).map(({ name }) => name)") == names
    page.get_by_role("button", name="Bảng số liệu").click()
    for opened in (page, again.page):
        assert opened.evaluate("window.__pwned") is None
        assert opened.locator("img[src=x]").count() == 0
    assert len(page.pdf(prefer_css_page_size=True)) > 0


def test_holding_a_button_shows_the_decision_and_letting_go_the_trial(trying):
    lose(trying, "Phúc Lộc", "Chu Hương")
    trying.room.set(by=2020)
    hold = trying.button("Giữ: quyết định")
    hold.focus()
    trying.page.keyboard.down("Space")
    assert trying.banner() == "theo quyết định"
    assert {"Phúc Lộc", "Chu Hương"} <= set(trying.room.discs())
    assert not trying.page.title().startswith("PHƯƠNG")
    trying.page.keyboard.up("Space")
    assert "2 thay đổi" in trying.banner()
    assert {"Phúc Lộc", "Chu Hương"}.isdisjoint(trying.room.discs())


def test_both_maps_show_the_same_place_side_by_side(trying):
    lose(trying, "Phúc Lộc", "Chu Hương")
    trying.room.set(by=2020)
    page = trying.page
    trying.button("Hai bản đồ").click()
    look = "({ map }) => [map.getZoom(), map.getCenter().lat.toFixed(3), map.getCenter().lng.toFixed(3)]"
    page.evaluate("bkPage.map.setView([22.4, 105.7], 10, { animate: false })")
    both = page.evaluate(f"[bkPage, bkPage.mode.panel.beside].map({look})")
    assert both[0] == both[1]
    page.evaluate("bkPage.mode.panel.beside.map.setView([22.2, 105.9], 11, { animate: false })")
    both = page.evaluate(f"[bkPage, bkPage.mode.panel.beside].map({look})")
    assert both[0] == both[1]
    assert page.evaluate("bkPage.mode.panel.beside.view.plan === bkPage.original")
    assert violations(trying.room) == []
    page.get_by_role("region", name="theo quyết định", exact=True).focus()
    page.keyboard.press("+")
    zooms = "[bkPage, bkPage.mode.panel.beside].every(({ map }) => map.getZoom() === 11.5)"
    page.wait_for_function(f"() => {zooms}")
    page.set_viewport_size({"width": 900, "height": 768})
    assert page.locator(".bk-beside").is_hidden()
    assert page.evaluate("bkPage.map.getContainer().clientWidth > 450")
    page.set_viewport_size(ROOM)
    trying.button("Hai bản đồ").click()
    assert page.locator(".bk-beside").count() == 0


def test_the_trial_is_said_in_title_print_and_csv(trying, tmp_path):
    lose(trying, "Phúc Lộc")
    page = trying.page
    assert page.title().startswith("PHƯƠNG ÁN THỬ, không phải quyết định")
    page.get_by_role("button", name="Bảng số liệu").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải CSV").click()
    assert download.value.suggested_filename == "ccn-2025-trial.csv"
    download.value.save_as(tmp_path / "t.csv")
    head, *rows = (tmp_path / "t.csv").read_text(encoding="utf-8-sig").splitlines()
    assert head.rsplit(";", 1)[1].strip('"') == "PHƯƠNG ÁN THỬ, không phải quyết định"
    last = [row.rsplit(";", 1)[1] for row in rows[3:6]]
    assert last == ["theo quyết định", "Điều chỉnh", "theo quyết định"]
    page.keyboard.press("Escape")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    sheet = trying.room.words(page.locator("#bk-sheet"))
    assert "PHƯƠNG ÁN THỬ, không phải quyết định" in sheet
    assert "Phúc Lộc: 2016-2020 → 2021-2025" in sheet
    assert page.locator(".bk-banner").is_visible()


def test_leaving_with_unsaved_changes_asks(trying, tmp_path):
    asks = "() => !dispatchEvent(new Event('beforeunload', { cancelable: true }))"
    assert not trying.page.evaluate(asks)
    lose(trying, "Phúc Lộc")
    assert trying.page.evaluate(asks)
    trying.saved(tmp_path / "changes.toml")
    assert not trying.page.evaluate(asks)


def test_a_fixed_page_has_no_mode(plan, meeting, tmp_path, trying):
    lose(trying, "Phúc Lộc")
    bk_gis.phase_map(plan, fixed=True).save(tmp_path / "fixed.html")
    room = meeting(tmp_path / "fixed.html", view=trying.page.evaluate("location.hash"))
    assert room.page.get_by_role("button", name="Thử phương án").count() == 0
    assert room.page.locator("#bk-mode").count() == 0
    assert "Đạt mục tiêu" in room.words(room.page.locator("#bk-verdict"))


def test_a_page_that_was_made_with_changes_opens_with_them(plan, meeting, tmp_path, trying):
    lose(trying, "Phúc Lộc", "Chu Hương")
    changes = bk_gis.read_changes(trying.saved(tmp_path / "changes.toml"))
    for fixed in (False, True):
        bk_gis.phase_map(plan.apply(changes), fixed=fixed).save(tmp_path / "map.html")
        room = meeting(tmp_path / "map.html")
        assert room.page.title().startswith("PHƯƠNG ÁN THỬ, không phải quyết định")
        assert "còn thiếu Huyện Ba Bể" in room.words(room.page.locator("#bk-verdict"))


@pytest.mark.parametrize("size", [ROOM, PHONE], ids=["projector", "phone"])
def test_axe_finds_nothing_wrong_in_the_mode(meeting, draw, size):
    trying = Trying(meeting(draw(), size=size))
    assert violations(trying.room) == []
    lose(trying, "Phúc Lộc", "Chu Hương")
    assert violations(trying.room) == []
    trying.box.get_by_role("textbox", name="Giai đoạn 2016-2020 (ha)").fill("x")
    trying.page.keyboard.press("Tab")
    assert violations(trying.room) == []


def test_the_room_can_do_it_without_a_mouse(room):
    page = room.page
    page.locator('[data-key="try"]').focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.id === 'bk-try'")
    page.locator('[data-key="c4"]').focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "bk-edit"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("7")
    page.keyboard.press("Enter")
    assert page.evaluate("bkPage.mode.document.changes[0].hectares") == {"2011-2015": 7}
    page.locator('.bk-edit [data-key="done"]').focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "bk-try"
    page.keyboard.press("Control+z")
    assert page.evaluate("bkPage.mode.document.changes") == []
    page.locator('[data-key="try"]').focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.key") == "try"
    assert page.locator(".bk-banner").is_hidden()


def test_on_a_phone_nothing_is_wider_than_the_screen_and_the_map_stays_in_sight(meeting, draw):
    trying = Trying(meeting(draw(), size=PHONE, touch=True))
    lose(trying, "Phúc Lộc")
    page = trying.page
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    edit = page.locator(".bk-edit").bounding_box()
    assert edit["y"] + edit["height"] <= PHONE["height"] + 1
    seen = page.locator(".bk-map").bounding_box()
    assert seen["y"] < edit["y"] - 200


def test_what_changes_in_a_crowd_is_drawn_anew_as_if_all_were(meeting, tmp_path):
    """Of many clusters only those that a change moves are painted again."""
    clusters = [(f"C{i}", COMMUNES[i % 4], DISTRICTS[i % 4 // 2], (1 + i % 7, i % 3)) for i in range(340)]
    plan = invented_plan(tmp_path / "plan", phases=[2020, 2025], clusters=clusters)
    bk_gis.phase_map(plan).save(tmp_path / "map.html")
    room = meeting(tmp_path / "map.html")
    page = room.page
    page.evaluate("bkPage.tryChanges().then(() => bkPage.ready)")
    for change in (
        {"cluster": "5", "hectares": {"2016-2020": 90}},
        {"cluster": "6", "drop": True},
        {"cluster": "7", "commune": "00002"},
        {"cluster": "900", "add": True, "name": "X", "commune": "00001", "hectares": {"2021-2025": 12}},
    ):
        assert (
            page.evaluate("async (change) => (await bkPage.mode.change(change), bkPage.ready)", change)
            is None
        )
    differ = page.evaluate(
        """() => {
          const { clusters } = bkPage;
          const look = () => {
            const { canvas } = clusters.picture([1, 1]);
            const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
            return data.map((value, i) => (value * data[i | 3]) / 255); // what of it is seen
          };
          const patched = look();
          clusters.pictures.clear();
          clusters.outdated.clear();
          clusters.away = null;
          const whole = look();
          const away = [...patched].map((value, i) => Math.abs(value - whole[i]));
          const seen = away.filter((value) => value > 8);
          return [Math.max(...seen, 0), seen.length];
        }"""
    )
    most, values = differ
    assert most <= 96  # edges are softened otherwise under a clip
    assert values < 500  # of four million
