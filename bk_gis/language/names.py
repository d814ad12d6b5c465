"""Vietnamese names: what counts as the same spelling, and how far two spellings are apart. No pandas."""

import re
import unicodedata
from functools import lru_cache
from numbers import Real

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")  # grave, acute, tilde, hook, dot below
_UNIT = re.compile(
    r"^(?:(?:các )?(?:tỉnh|thành phố|thị xã|thị trấn|quận|huyện|phường|xã|ccn|cụm công nghiệp)"
    r"|(?:tp|tx|tt|q|h|p|x)\.)\s*(?=\S)"
)
_BETWEEN = re.compile(r"\s+[-\u2013\u2014]\s+|\s*[;/,+&]\s*|\s+và\s+", re.IGNORECASE)
# What nothing is drawn for: control characters but white space, and Unicode's Default_Ignorable_Code_Point.
_UNSEEN = (
    "00-08 0E-1B 7F-84 86-9F AD 34F 61C 115F-1160 17B4-17B5 180B-180F 200B-200F 202A-202E 2060-206F 3164"
    " FE00-FE0F FEFF FFA0 FFF0-FFFB 1BCA0-1BCA3 1D173-1D17A E0000-E0FFF"
)
_SPANS = [tuple(int(end, 16) for end in span.split("-")) for span in _UNSEEN.split()]
INVISIBLE = frozenset(point for span in _SPANS for point in range(span[0], span[-1] + 1))
# Full width letters, Cyrillic, Icelandic and African ones that look like those of Vietnamese, and hyphens.
_LOOKALIKES: dict[int, int | str | None] = {
    **dict(zip(range(0xFF01, 0xFF5F), range(0x21, 0x7F), strict=True)),
    **str.maketrans("ðÐɖƉ‐‑‒−﹣АВЕКМНОРСТУХІаеорсухі", "đĐđĐ-----ABEKMHOPCTYXIaeopcyxi"),
    **dict.fromkeys(INVISIBLE),
}
_RANGES = [f"{re.escape(chr(span[0]))}-{re.escape(chr(span[-1]))}" for span in _SPANS]
_NO_BYTES = re.compile(f"[{''.join(r for r, span in zip(_RANGES, _SPANS, strict=True) if span[0] > 0xFF)}]")
_ODD = re.compile(
    f"[{''.join(_RANGES)}{''.join(re.escape(chr(p)) for p in _LOOKALIKES if p not in INVISIBLE)}]"
)
_I_FOR_Y = re.compile(r"^(b|ch|d|đ|g|h|k|l|m|n|ph|qu|r|s|t|th|tr|v|x)y(?=\W|$)")
_C_FOR_K = re.compile(r"^k(?=[aăâoôơuư])")  # "Bắc Cạn"; no other word is written with k before these

# Letters that scanners take for each other, as shapes; a vowel's marks are compared apart.
_SHAPES = ("iljt1", "ceo0", "hb", "nu", "vy", "gq9", "sx5")
_SHAPE = {letter: shape[0].upper() for shape in _SHAPES for letter in shape}
_STROKE = "\u0335"
_QUOTED = 60  # letters of a text that a message repeats


@lru_cache(1 << 16)
def clean(text: str) -> str:
    """
    Compose to NFC, collapse white space and drop what cannot be seen; letters that look alike become one.

    This is what "spelt alike" means for every comparison here.
    """
    usual = text.translate(_LOOKALIKES) if _ODD.search(text) else text  # which takes several times as long
    return " ".join(unicodedata.normalize("NFC", usual).split())


def visible(text: str) -> str:
    """Drop what cannot be seen, but no byte: 0xAD is a soft hyphen, and ư in TCVN3."""
    return _NO_BYTES.sub("", text)


def value_text(value: object) -> str:
    """Write a value of any table as text; 1.0 is "1", since pandas makes floats of numbers with gaps."""
    text = str(value)
    return text[:-2] if text.endswith(".0") and isinstance(value, Real) else text


def quoted(text: str) -> str:
    """Quote a text for a message, the beginning of a long one."""
    plain = clean(text)
    return f"'{plain}'" if len(plain) <= _QUOTED else f"'{plain[:_QUOTED]}…'"


@lru_cache(1 << 16)
def fold(name: str) -> str:
    """
    Fold a place name so that spellings of the same name compare equal.

    Case, NFC/NFD, white space, hyphens, dots, a leading unit ("xã", "TT.", "huyện", "CCN"), the vowel that
    carries the tone (hoá/hóa), i for y at the end of a syllable (kỳ/kì), k for c (Kạn/Cạn) and leading
    zeros (phường 01) do not count. Different letters and tones do.
    """
    return " ".join(_fold_syllable(syllable) for syllable in without_unit(name).split())


def without_unit(name: str) -> str:
    """Strip a leading unit; lower case, hyphens and dots as spaces."""
    lowered = clean(re.sub("[-\u2013\u2014]", " ", clean(name).lower()))
    return clean(_UNIT.sub("", lowered).replace(".", " "))


@lru_cache(1 << 12)
def _fold_syllable(syllable: str) -> str:
    if syllable.isdigit():
        return syllable.lstrip("0") or "0"
    letters = unicodedata.normalize("NFD", syllable)
    tones = "".join(c for c in letters if c in _TONES)
    plain = unicodedata.normalize("NFC", "".join(c for c in letters if c not in _TONES))
    return _C_FOR_K.sub("c", _I_FOR_Y.sub(r"\1i", plain)) + tones


@lru_cache(1 << 16)
def bare(name: str) -> str:
    """Fold further, to letters without any diacritic: "Cẩm Giàng" becomes "cam giang"."""
    return unmarked(fold(name))


def unmarked(text: str) -> str:
    """Take every diacritic off; lower case: "Thị xã" becomes "thi xa"."""
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in letters if not unicodedata.combining(c))


def header_words(header: str) -> str:
    """Fold a header of a table: "Tên_Xã" and "TEN XA" are "ten xa"."""
    return clean(re.sub(r"[\W_]+", " ", unmarked(clean(header))))


def split_places(location: str) -> list[str]:
    """Split "A - B", "A, B", "A và B" into its places; one place gives a list of one."""
    return [part for part in _BETWEEN.split(clean(location)) if part]


@lru_cache(1 << 16)
def spelt_out(folded: str) -> str:
    """
    Spell a folded name so that plain edit distance weighs what differs.

    A letter is written three times, twice as its shape and once as itself, its marks and a space
    once: another letter counts 3, one that scanners take for it 1, a mark 1.
    """
    text = unicodedata.normalize("NFD", folded.replace("đ", "d" + _STROKE))
    return "".join(2 * _SHAPE.get(c, c) + c if c.isalnum() else c for c in text)


def similarity(a: str, b: str) -> float:
    """
    Compare two names, folded: 1 means the same name, 0 nothing in common.

    Marks and letters that scanners confuse count a third of another letter. A name without any mark
    was typed without them: only its letters are compared, at a loss of 0.02.
    """
    if fold(a) == fold(b):
        return 1.0
    from rapidfuzz.distance import Levenshtein

    if a.isascii():
        return round(Levenshtein.normalized_similarity(spelt_out(bare(a)), spelt_out(bare(b))) - 0.02, 2)
    return round(Levenshtein.normalized_similarity(spelt_out(fold(a)), spelt_out(fold(b))), 2)
