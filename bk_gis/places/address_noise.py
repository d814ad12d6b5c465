"""What a cell holds beside its places: a country, telephone numbers, postal codes, bullets. No pandas."""

import re

# Romanised addresses have these behind the name; a town may be of two levels, so that it states none.
_ENGLISH = {
    "province": "tỉnh",
    "prov": "tỉnh",
    "district": "huyện",
    "dist": "huyện",
    "city": "thành phố",
    "commune": "xã",
    "ward": "phường",
    "township": "thị trấn",
    "town": "",
    "village": "thôn",
    "hamlet": "thôn",
    "street": "đường",
    "road": "đường",
    "avenue": "đường",
    "lane": "đường",
}
_COUNTRY = re.compile(
    r"(?:^|\s+)(?:(?:nước )?(?:chxhcn|c[ộo]ng h(?:òa|oà|oa) x[ãa] h[ộo]i ch[ủu] ngh[ĩi]a) )?"
    r"(?:vi[ệe]t[\s-]?nam|v\.?n)$",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"\d[\d\s.()-]{3,}\d|@|www\.|https?:", re.IGNORECASE)
# A number with its label; a telephone number that is known by its first digits; a postal code of five digits,
# six before 2018; electronic addresses.
_CONTACT = re.compile(
    r"\b(?:(?:số )?(?:điện thoại|s?đt|dđ)|di động|liên hệ|tel|phone|mobile|hotline|fax|zip|zip ?code"
    r"|mã (?:bưu chính|bưu điện|zip)|post(?:al )?code)\b[\s.:]*(?:[\s.()+-]*\d){5,}(?!\w)"
    r"|(?<![\w+.])(?:\(?\+?84\)?|\(?0\d{1,3}\)?)(?:[\s.-]{0,3}\d){6,10}(?!\w)"
    r"|(?<![\w.+/])\d{5,6}(?![\w/]|[.,]\d)"
    r"|(?:\b(?:e-?mail|web(?:site)?)\b[\s.:]*)?(?:[^\s,;]+@|www\.|https?:)[^\s,;]+",
    re.IGNORECASE,
)
_FORMER = re.compile(r"\s*\(\s*(?:cũ|mới|cu|moi)\s*\)", re.IGNORECASE)
_LISTED = re.compile(
    r"(?:^|(?<=[,;]))[\s•·●○▪■◦*+-]*(?:\(?\d{1,3}\s*[.):-]|\(?[a-zđ]\)|(?:I{1,3}|IV|VI{0,3}|IX)\.(?=\s))\s*(?=[^\W\d])"
)
_CHANGE = re.compile(
    r"\b(?:hiện nay là|nay là|nay thuộc|trước(?: đây| kia)?(?: là| thuộc|:)|tên (?:cũ|mới)(?: là|:)?"
    r"|nguyên là|đổi (?:tên )?thành)\s+"
)
_AROUND = " .:'\"“”„‟‘’‚‛«»‹›`´•·●○▪■□◦‣⁃∙►▶➢➤✓✔*+-–—\uf0b7\uf0a7\uf0d8\uf0fc"


def without_noise(text: str) -> str:
    """Take out of a cell, cleaned, what is no place and stands between places: "ĐT: 0209 3870 123"."""
    if _NUMBERS.search(text):
        text = _CONTACT.sub(" ", text)
    if "(" in text:
        text = _FORMER.sub("", text)
    return _LISTED.sub("", text).strip() if set(text) & set(".):-") else text.strip()


def name_alone(piece: str) -> str:
    """Take off what stands around a name: quotation marks, bullets, the country; units in Vietnamese."""
    plain = piece.strip(_AROUND)
    if plain[-2:].lower() in ("am", "vn", ".n"):
        plain = _COUNTRY.sub("", plain).strip(_AROUND)
    name, _, unit = plain.rpartition(" ")
    if name and unit.lower() in _ENGLISH:
        return f"{_ENGLISH[unit.lower()]} {name}".strip()
    unit, _, number = plain.partition(" ")
    return f"{_ENGLISH[unit.lower()]} {number}" if number.isdigit() and unit.lower() in _ENGLISH else plain


def before_and_after(text: str) -> list[str]:
    """Read "xã A (nay là xã B), huyện C" as each of the addresses that it is; any other as itself."""
    lower = text.lower()
    if not any(word in lower for word in ("nay ", "trước", "tên ", "là ", "đổi ")):  # most have none
        return [text]
    change = _CHANGE.search(lower)
    if change is None:
        return [text]
    one, other = text[: change.start()].rstrip(" ,;"), text[change.end() :]
    if one.endswith("("):
        other, _, rest = other.partition(")")
        return [one[:-1].rstrip() + rest, other + rest]
    rest = other.partition(",")[2]
    return [one, *([f"{one}, {rest}"] if rest and "," not in one else []), other]
