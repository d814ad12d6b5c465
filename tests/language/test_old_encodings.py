"""TCVN3, VNI, and UTF-8 read as Windows-1252 are recognised; Vietnamese in Unicode is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from windows import shown, to_cp1258, to_tcvn3, to_vni

import bk_gis
from bk_gis.language.old_encodings import from_vni, is_vietnamese, readings


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


WAYS = {
    "TCVN3": to_tcvn3,
    "VNI": to_vni,
    "Windows-1258": lambda text: shown(to_cp1258(text), "cp1252"),
    "UTF-8": lambda text: shown(text.encode(), "cp1252"),
    "UTF-8 as Windows-1258": lambda text: shown(text.encode(), "cp1258"),
    "UTF-8 as Latin-1": lambda text: text.encode().decode("latin-1"),
    "UTF-8 twice": lambda text: shown(shown(text.encode(), "cp1252").encode(), "cp1252"),
    "UTF-8 twice as Windows-1258": lambda text: shown(shown(text.encode(), "cp1258").encode(), "cp1258"),
}
NAMES = sorted({*bk_gis.load_plan().communes["name"], *bk_gis.load_plan().communes["district"]})
BESIDE = ["{}", "TT. {}", "x.{}", "CCN {}", "KM 12 {}", "1. {}", "{} (QL3B)", "{}, VN", "Cty TNHH ABC - {}"]


@pytest.mark.parametrize("way", WAYS)
@given(name=st.sampled_from(NAMES), beside=st.sampled_from(BESIDE), capitals=st.booleans())
def test_every_name_survives_every_encoding_whatever_stands_beside_it(
    way: str, name: str, beside: str, *, capitals: bool
) -> None:
    text = beside.format(name.upper() if capitals else name)
    encoded = WAYS[way](text)
    found = [read for read, encoding in readings(encoded) if encoding == way.partition(" ")[0]]
    if way == "TCVN3":  # whose capitals are another font
        text, found = text.lower(), [read.lower() for read in found]
    assert found == [text] or encoded.lower() == text.lower()


@pytest.mark.parametrize(
    ("text", "unicode"),
    [
        ("Háº", "HẠ"),  # whose last byte was taken for a space, and stripped
        ("HÃ Hiá»‡u", "Hà Hiệu"),
        ("Äá»©c VÃ¢n", "Đức Vân"),  # of which a byte that nothing is drawn for got lost
        ("xã NÃ´ng Háº¡", "xã Nông Hạ"),  # partly in Unicode
    ],
)
def test_utf8_is_repaired_as_far_as_it_is_broken(text: str, unicode: str) -> None:
    assert (unicode, "UTF-8") in list(readings(text))


def test_names_in_unicode_are_vietnamese() -> None:
    communes = bk_gis.load_plan().communes
    assert all(is_vietnamese(name) for name in {*communes["name"], *communes["district"]})


@pytest.mark.parametrize(
    "text",
    ["Bắc Kạn", "Chợ Rã", "Nghiên Loan", "Bac Kan", "", "12", "Hoà Mục", "XÃ NÔNG HẠ", "xã “Đông Sơn”"],
)
def test_vietnamese_in_unicode_has_no_other_reading(text: str) -> None:
    assert list(readings(text)) == []


@pytest.mark.parametrize("word", ["môc", "hpuc", "yõn", "nghiêu ôngk", "thò traán"])
def test_what_is_no_syllable_is_not_vietnamese(word: str) -> None:
    assert not is_vietnamese(word)


def test_vni_leaves_plain_text_alone() -> None:
    assert from_vni("Nam Cuong 12") == "Nam Cuong 12"
