"""Text as old Windows programs keep it."""

import unicodedata


def to_cp1258(text: str) -> bytes:
    """Encode as Excel does: letters with roof, breve and horn, then the tone as a letter of its own."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    out = []
    for letter in text:
        plain = unicodedata.normalize("NFD", letter)
        tone = "".join(c for c in plain if c in tones)
        out.append(unicodedata.normalize("NFC", "".join(c for c in plain if c not in tones)) + tone)
    return "".join(out).encode("cp1258")
