"""Text in the encodings before Unicode: TCVN3 (ABC), VNI, and UTF-8 read as something else. No pandas."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from bk_gis.language.names import visible

# TCVN 5712:1993, VN3: a byte each, lower case; the fonts named .VnTime and the like. Dots are unused bytes.
_TCVN3 = dict(
    zip(
        range(0xA1, 0xFF),
        "ĂÂÊÔƠƯĐăâêôơưđ" + "." * 6 + "àảãáạ.ằẳẵắ" + "." * 7 + "ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò."
        "ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)

# VNI Windows: a letter, then a byte for its marks; some letters are one byte.
_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT, _ROOF, _BREVE, _HORN = (
    chr(0x300 + i) for i in (0, 1, 9, 3, 35, 2, 6, 27)
)
_VNI_TONES = {"ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_VNI_ROOFS = {"â": "", "á": _ACUTE, "à": _GRAVE, "å": _HOOK, "ã": _TILDE, "ä": _DOT}
_VNI_BREVES = {"ê": "", "é": _ACUTE, "è": _GRAVE, "ú": _HOOK, "ü": _TILDE, "ë": _DOT}
_VNI_ONE = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ", "ô": "ơ", "ö": "ư"}
_VNI = {
    **_VNI_ONE,
    **{base + mark: base + tone for base in "aeouy" for mark, tone in _VNI_TONES.items()},
    **{base + mark: _VNI_ONE[base] + tone for base in "ôö" for mark, tone in _VNI_TONES.items()},
    **{base + mark: base + _ROOF + tone for base in "aeo" for mark, tone in _VNI_ROOFS.items()},
    **{"a" + mark: "a" + _BREVE + tone for mark, tone in _VNI_BREVES.items()},
}
_VNI_PAIRS = re.compile("|".join(sorted(_VNI, key=len, reverse=True)), re.IGNORECASE)

_TONES = re.compile(f"[{_GRAVE}{_ACUTE}{_HOOK}{_TILDE}{_DOT}]")
_SYLLABLE = re.compile(
    "(?:ngh|ng|gh|gi|nh|ch|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    "(?:(?:iêu|yêu|oai|oao|oay|oeo|uây|uôi|uya|uyu|ươi|ươu"
    "|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|oi|ôi|ơi|ua|ui|uơ|ưa|ưi|ưu)"  # nothing follows
    "|(?:uyê|iê|yê|uô|ươ|uâ|oă|[ăâ])(?:ch|ng|nh|[cmnpt])"  # something has to follow
    "|(?:oa|oe|oo|uê|uy|[aeêioôơuưy])(?:ch|ng|nh|[cmnpt])?)"
)
_FOREIGN = re.compile(
    "(?![àáâãèéêìíòóôõùúýđ])[\xa1-\xff]", re.IGNORECASE
)  # never in Vietnamese, usual in TCVN3 and VNI
_WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")


def is_vietnamese(text: str) -> bool:
    """Whether every word of two letters or more is spelt as a Vietnamese syllable, with its marks, can be."""
    return not _FOREIGN.search(text) and all(
        len(word) < 2 or _is_syllable(word.lower()) for word in _WORD.findall(text)
    )


@lru_cache(1 << 12)
def _is_syllable(word: str) -> bool:
    letters = unicodedata.normalize("NFD", word)
    tones = _TONES.findall(letters)
    plain = unicodedata.normalize("NFC", _TONES.sub("", letters))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(plain):
        return False
    # A stop at the end goes with two tones only; without any tone the marks may just be left out.
    return not plain.endswith(("c", "ch", "p", "t")) or plain == letters or tones[:1] in ([_ACUTE], [_DOT])


def readings(text: str) -> Iterator[tuple[str, str]]:
    """
    Read text as each older encoding that makes Vietnamese of it.

    Yields
    ------
    tuple[str, str]
        The text in Unicode and the name of the encoding: TCVN3, VNI or UTF-8. Nothing for text
        that is in Unicode beyond doubt.
    """
    if text.isascii():
        return
    text = visible(text)
    if (repaired := _from_utf8(text)) is not None and is_vietnamese(repaired):
        yield repaired, "UTF-8"
    elif max(text) <= "\xff":
        for name, convert in (("TCVN3", from_tcvn3), ("VNI", from_vni)):
            converted = convert(text)
            if "." not in converted.replace(text, "") and is_vietnamese(converted) and converted != text:
                yield converted, name


def from_tcvn3(text: str) -> str:
    """Convert "B¾c K¹n" to "Bắc Kạn"; bytes that TCVN3 does not use stay."""
    return text.translate({byte: letter for byte, letter in _TCVN3.items() if letter != "."})


def from_vni(text: str) -> str:
    """Convert "Baéc Kaïn" to "Bắc Kạn"; whatever is not VNI stays."""

    def letter(pair: "re.Match[str]") -> str:
        found = unicodedata.normalize("NFC", _VNI[pair[0].lower()])
        return found.upper() if pair[0][0].isupper() else found

    return _VNI_PAIRS.sub(letter, text)


def _from_utf8(text: str) -> str | None:
    """Repair UTF-8 that was read as Windows-1252 or Latin-1."""
    for wrong in ("cp1252", "latin-1"):
        try:
            return text.encode(wrong).decode("utf-8")
        except UnicodeError:
            continue
    return None
