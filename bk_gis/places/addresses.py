"""What a cell with a place in it is made of: the parts of an address, each with its level. No pandas."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bk_gis.language.names import clean
from bk_gis.places.address_noise import name_alone, without_noise

# Words that state a level, with and without their marks, and abbreviations, with or without a dot.
_LEVELS = {
    "province": (r"(?:tỉnh|tinh)(?!\s+(?:lộ|ủy|uỷ|đội|đoàn)\b)", ""),
    "district": ("huyện|huyen|th[ịi] x[ãa]|th[àa]nh ph[ốo]|quận|quan", "tp|tx|h|q"),
    "commune": ("(?:các )?(?:xã|phường|th[ịi] tr[ấa]n)|xa|phuong", r"ttr|tt|t\.t|x|p"),
    "hamlet": (
        "thôn|thon|xóm|xom|bản|ban|làng|lang|ấp|khu phố|khu vực|khu|tổ dân phố|tổ|to|tiểu khu|đường|phố|ngõ"
        "|ngách|số nhà|số|đội|quốc lộ|tỉnh lộ|km",
        "tdp|tk|ql|tl",
    ),
}
_LEADING = {
    level: re.compile(
        rf"(?:(?:{words})[\s.:]+" + (rf"|(?:{short})(?:\.\s*|\s+|(?=\d))" if short else "") + r")(?=\S)",
        re.IGNORECASE,
    )
    for level, (words, short) in _LEVELS.items()
}
# Within a part a new one begins only at what cannot belong to a name.
_BEGINS = re.compile(
    r"(?<!\bcác)(?<!\bth[ịi])\s+"
    r"(?=(?:xã|phường|thị trấn|huyện|thị xã|thành phố|tỉnh)\s|(?:x|p|tt|h|tx|tp)\.)",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"(?=[\s&+,;/|()\\、>»→\u2013\u2014-]|^)"  # so that most letters are passed over at once
    r"(?:(?P<list>\s+và\s+|\s*[&+]\s*)"
    r"|(?P<comma>\s*(?:->|[,;/|()\\、>»→])\s*|(?:^|\s+)(?:(?:trực )?thuộc|tại|ở|(?:trên )?địa bàn)\s+)"
    r"|(?P<dash>\s+[-\u2013\u2014]+\s*|(?<=\w)[-\u2013\u2014]+\s+|(?<=\w)[-\u2013](?=\w)))",
    re.IGNORECASE,
)
# Microsoft's list: the function ERROR.TYPE of Excel.
_ERROR_VALUE = re.compile(r"#(?:N/A|DIV/0!|GETTING_DATA|[A-Z]+[!?])", re.IGNORECASE)


@dataclass(frozen=True)
class Part:
    """A part of a cell: "xã Nông Thịnh" is the name "Nông Thịnh" of the level commune."""

    text: str
    name: str
    level: str  # hamlet, commune, district, province; empty where no word states it
    link: str  # how it follows the part before: list ("và"), comma, dash, path (">"); empty for the first


@lru_cache(1 << 16)
def level_of(text: str) -> tuple[str, str]:
    """Split a leading word for a level off a name: "TT. Chợ Rã" is a commune and "Chợ Rã"."""
    for level, leading in _LEADING.items():
        if found := leading.match(text):
            return level, text[found.end() :]
    return "", text


def is_error_value(text: str) -> bool:
    """Whether a cell holds what Excel shows for a formula that failed: "#N/A", "#REF!"."""
    return _ERROR_VALUE.fullmatch(clean(text)) is not None


def parts(text: str) -> list[Part]:
    """
    Take a cell apart: "thôn Khe Lắc, xã Nông Thịnh, huyện Chợ Mới" has a hamlet, a commune and a district.

    A hyphen without spaces parts two names only where there is a space or a dot in both, since
    "Cẩm-Giàng" is one name.
    """
    cell = clean(", ".join(text.splitlines()))
    whole = without_noise(cell) or cell
    found: list[Part] = []
    link, start = "", 0
    for gap in _BREAK.finditer(whole):
        if len(gap[0]) > 1 or gap.lastgroup != "dash" or _parts_names(whole, gap.start()):
            found += _split(whole[start : gap.start()], link)
            link, start = "path" if set(gap[0]) & set(">»→") else str(gap.lastgroup), gap.end()
    return found + _split(whole[start:], link)


def _split(piece: str, link: str) -> list[Part]:
    """Take apart what nothing but a word for a level parts: "xã Nông Thịnh huyện Chợ Mới"."""
    found: list[Part] = []
    for text in _BEGINS.split(piece):
        if plain := name_alone(text):
            level, name = level_of(plain)
            found.append(Part(plain, name, level, "comma" if found else link))
    return found


def _parts_names(whole: str, hyphen: int) -> bool:
    before = re.split(r"[,;]|\s-\s", whole[:hyphen])[-1]
    after = re.split(r"[,;]|\s-\s", whole[hyphen + 1 :])[0]
    return all(re.search(r"[\s.]", side.strip()) for side in (before, after))
