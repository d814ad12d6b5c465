"""Found without diacritics, in any case, composed or not."""

import unicodedata

import pytest


def options(room):
    return [room.words(option) for option in room.page.get_by_role("option").all()]


@pytest.mark.parametrize(
    "words",
    ["cam giang", "Cẩm Giàng", "CẨM GIÀNG", unicodedata.normalize("NFD", "Cẩm Giàng"), "  cẩm   giang "],
)
def test_one_cluster_is_found_however_it_is_written(room, words):
    room.page.get_by_role("combobox").fill(words)
    found = options(room)
    assert any("Cụm công nghiệp" in option and "Cẩm Giàng" in option for option in found)
    assert any("Xã" in option and "Cẩm Giàng" in option for option in found)
    room.page.keyboard.press("Enter")
    assert room.popup().get_by_role("heading").inner_text() == "Cẩm Giàng"


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("TT Chợ Rã", "Chợ Rã"),
        ("TT.Chợ Rã", "Chợ Rã"),
        ("H. Na Rì", "Huyện Na Rì"),
        ("TX Bắc Kạn", "Thị xã Bắc Kạn"),
        ("x. Nông Hạ", "Nông Hạ"),
        ("Huyện Chợ Ðồn", "Huyện Chợ Đồn"),  # the Icelandic letter
        ("CCN Xuất Hóa", "Xuất Hóa"),
    ],
)
def test_units_are_found_as_people_shorten_them(room, words, first):
    room.page.get_by_role("combobox").fill(words)
    assert options(room)[0].startswith(first)


def test_enter_goes_to_the_cluster_before_the_commune_of_its_name(room):
    room.page.get_by_role("combobox").fill("Xuất Hóa")
    assert "Cụm công nghiệp" in options(room)[0]
    room.page.keyboard.press("Enter")
    assert room.state()["cluster"] is not None


def test_d_and_dd_are_one_letter_for_the_search(room):
    room.page.get_by_role("combobox").fill("cho don")
    assert options(room)[0].startswith("Huyện Chợ Đồn")


def test_arrows_choose_and_enter_takes(room):
    field = room.page.get_by_role("combobox")
    field.fill("ba be")
    assert field.get_attribute("aria-expanded") == "true"
    first = room.page.get_by_role("option", selected=True)
    assert "Huyện Ba Bể" in room.words(first)
    assert field.get_attribute("aria-activedescendant") == first.get_attribute("id")
    field.press("Enter")
    assert room.state()["district"] == room.page.evaluate(
        "bkPage.plan.districts.findIndex((d) => d.name === 'Huyện Ba Bể')"
    )
    assert field.get_attribute("aria-expanded") == "false"


def test_a_commune_is_shown_by_name(room):
    room.page.get_by_role("combobox").fill("cao tri")
    room.page.get_by_role("option").first.click()
    assert "Cao Trĩ" in room.words(room.popup())


def test_nothing_found_is_said(room):
    room.page.get_by_role("combobox").fill("qwertz")
    assert options(room) == []
    assert room.page.get_by_role("status").filter(has_text="Không tìm thấy").count() == 1


def test_escape_closes_the_list_of_what_was_found(room):
    field = room.page.get_by_role("combobox")
    field.fill("ban")
    assert options(room)
    field.press("Escape")
    assert options(room) == []


def test_a_cluster_is_found_with_the_word_before_its_name(room):
    for words in ("ccn cam giang", "cụm Cẩm Giàng", "CỤM CÔNG NGHIỆP CẨM GIÀNG"):
        room.page.get_by_role("combobox").fill(words)
        assert "Cẩm Giàng" in room.words(room.page.get_by_role("option").first)
