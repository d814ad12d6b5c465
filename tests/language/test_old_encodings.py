"""TCVN3, VNI, and UTF-8 read as Windows-1252 are recognised; Vietnamese in Unicode is left alone."""

import unicodedata

import pytest

import bk_gis
from bk_gis.language.old_encodings import from_tcvn3, from_vni, is_vietnamese, readings


@pytest.mark.parametrize(
    ("text", "unicode", "encoding"),
    [
        ("B¾c K¹n", "Bắc Kạn", "TCVN3"),
        ("x· N«ng ThÞnh, huyÖn Chî Míi", "xã Nông Thịnh, huyện Chợ Mới", "TCVN3"),
        ("Ph­êng §øc Xu©n", "Phường Đức Xuân", "TCVN3"),
        ("Baéc Kaïn", "Bắc Kạn", "VNI"),
        ("xaõ Noâng Thònh, huyeän Chôï Môùi", "xã Nông Thịnh, huyện Chợ Mới", "VNI"),
        ("PHÖÔØNG ÑÖÙC XUAÂN", "PHƯỜNG ĐỨC XUÂN", "VNI"),
        ("Thá»‹ xÃ£ Báº¯c Káº¡n", "Thị xã Bắc Kạn", "UTF-8"),
    ],
)
def test_older_encodings_are_recognised(text: str, unicode: str, encoding: str) -> None:
    assert not is_vietnamese(text)
    assert (unicode, encoding) in list(readings(text))


def test_every_name_of_the_plan_survives_both_encodings() -> None:
    communes = bk_gis.load_plan().communes
    tcvn3 = {from_tcvn3(chr(byte)): chr(byte) for byte in range(0xA8, 0xFF)}  # the lower case
    for name in {*communes["name"], *communes["district"]}:
        lower = unicodedata.normalize("NFC", name.lower())
        encoded = "".join(tcvn3.get(letter, letter) for letter in lower)
        assert from_tcvn3(encoded) == lower
        assert encoded == lower or (lower, "TCVN3") in list(readings(encoded))


def test_names_in_unicode_are_vietnamese() -> None:
    communes = bk_gis.load_plan().communes
    assert all(is_vietnamese(name) for name in {*communes["name"], *communes["district"]})


@pytest.mark.parametrize("text", ["Bắc Kạn", "Chợ Rã", "Nghiên Loan", "Bac Kan", "", "12", "Hoà Mục"])
def test_vietnamese_in_unicode_has_no_other_reading(text: str) -> None:
    assert list(readings(text)) == []


@pytest.mark.parametrize("word", ["môc", "hpuc", "yõn", "nghiêu ôngk", "thò traán"])
def test_what_is_no_syllable_is_not_vietnamese(word: str) -> None:
    assert not is_vietnamese(word)


def test_vni_leaves_plain_text_alone() -> None:
    assert from_vni("Nam Cuong 12") == "Nam Cuong 12"
