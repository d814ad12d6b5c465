"""Text in the encodings before Unicode, TCVN3 (ABC) and VNI; text that was read in a wrong one. No pandas."""

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
_NOT_TCVN3 = re.compile(f"[{''.join(chr(byte) for byte, letter in _TCVN3.items() if letter == '.')}]")

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
# Never in Vietnamese, usual in TCVN3 and VNI.
_FOREIGN = re.compile("(?![àáâãèéêìíòóôõùúýđ])[\xa1-\xff]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")


# What bytes are shown as in Windows-1252 and 1258, as browsers do it: those without a letter as themselves.
_BYTES = {
    ord(shown): byte
    for encoding in ("latin-1", "cp1252", "cp1258")
    for byte in range(0x80, 0x100)
    if (shown := bytes([byte]).decode(encoding, "ignore"))
}
_LETTER_BYTES = {
    shown: byte
    for shown, byte in _BYTES.items()
    if shown > 0xFF and unicodedata.category(chr(shown))[0] in "LM"
}

_1258 = {byte: bytes([byte]).decode("cp1258") for byte in range(0xC0, 0x100)}
_NO_BYTE = re.compile(rf"[^\W\x00-\xff{''.join(map(chr, _LETTER_BYTES))}]")  # a letter that is in neither
_NOT_1258 = re.compile("[ÃÌÐÒÕÝÞãìðòõýþ]")  # letters of Windows-1252 whose bytes are others in 1258


def _shown(first: int, last: int) -> str:
    return f"[{''.join(re.escape(chr(shown)) for shown, byte in _BYTES.items() if first <= byte <= last)}]"


# Letters of UTF-8. The last byte of à, Ơ and Ạ is a space, and lost at the end; that of Đ cannot be seen.
_REST = _shown(0x80, 0xBF)
_UTF8 = re.compile(f"{_shown(0xE0, 0xEF)}{_REST}{{2}}|{_shown(0xC2, 0xDF)}{_REST}")
_UTF8_CUT = re.compile(f"({_UTF8.pattern})|([ÃĂÆ]|á[º»])( |$)|Ä")


def is_vietnamese(text: str) -> bool:
    """Whether every word of two letters or more is spelt as a Vietnamese syllable, with its marks, can be."""
    return not _FOREIGN.search(text) and all(
        len(word) < 2 or _is_syllable(word.lower()) for word in _WORD.findall(text)
    )


def is_unicode(text: str) -> bool:
    """Whether every word with marks is Vietnamese; an abbreviation is the same in any encoding."""
    words = (word for word in _WORD.findall(text) if len(word) > 1 and not word.isascii())
    return not (_FOREIGN.search(text) or _UTF8.search(text)) and all(
        _is_syllable(word.lower()) for word in words
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

    Gives the text in Unicode and the name of the encoding: UTF-8 or Windows-1258, which was read as another
    one, TCVN3 or VNI. Nothing for text that is in Unicode beyond doubt.
    """
    if text.isascii():
        return
    text = visible(text)
    for repaired in () if not _UTF8_CUT.search(text) or is_unicode(text) else _from_utf8(text):
        if is_unicode(repaired):
            yield repaired, "UTF-8"
            return
    if _NO_BYTE.search(text):  # as nearly all Vietnamese has
        return
    raw = text.translate(_LETTER_BYTES)
    if raw != text and (_NOT_1258.search(text) or is_unicode(text)):
        return
    for name, convert in (("TCVN3", from_tcvn3), ("VNI", from_vni), ("Windows-1258", _from_1258)):
        if name == "TCVN3" and _NOT_TCVN3.search(raw):
            continue
        if (converted := convert(raw)) not in (raw, text) and is_unicode(converted):
            yield converted, name


def in_unicode(text: str) -> str:
    """Read text in Unicode, if it is not, as the first of the older encodings that makes Vietnamese of it."""
    return text if is_unicode(text) else next((read for read, _ in readings(text)), text)


def from_tcvn3(text: str) -> str:
    """Convert "B¾c K¹n" to "Bắc Kạn"; bytes that TCVN3 does not use stay."""
    return text.translate({byte: letter for byte, letter in _TCVN3.items() if letter != "."})


def from_vni(text: str) -> str:
    """Convert "Baéc Kaïn" to "Bắc Kạn"; whatever is not VNI stays."""

    def letter(pair: "re.Match[str]") -> str:
        found = unicodedata.normalize("NFC", _VNI[pair[0].lower()])
        return found.upper() if pair[0][0].isupper() else found

    return _VNI_PAIRS.sub(letter, text)


def _from_1258(text: str) -> str:
    """Convert "Nông Haò" to "Nông Hạ": Windows-1258 that was read as Windows-1252."""
    return unicodedata.normalize("NFC", text.translate(_1258))


def _from_utf8(text: str) -> Iterator[str]:
    """Repair UTF-8 that was read as Windows-1252, 1258 or Latin-1, once or twice."""
    for _ in range(2):
        text = _UTF8_CUT.sub(_utf8_letter, text)
        yield unicodedata.normalize("NFC", text)


def _utf8_letter(shown: "re.Match[str]") -> str:
    if shown[0] == "Ä":
        return "Đ"
    letter = (shown[1] or shown[2] + "\xa0").translate(_BYTES).encode("latin-1")
    try:
        return letter.decode("utf-8") + (shown[3] or "")
    except UnicodeDecodeError:
        return shown[0]
