"""Text as old Windows programs keep it, and as programs show it that take one encoding for another."""

import unicodedata

from bk_gis.language.old_encodings import from_tcvn3, from_vni

_WITHOUT_LETTER = {"cp1252": "\x81\x8d\x8f\x90\x9d", "cp1258": "\x81\x8a\x8d\x8e\x8f\x90\x9a\x9d\x9e"}
_BYTES = [chr(byte) for byte in range(0xFE, 0xA0, -1)]
_TCVN3 = {from_tcvn3(byte): byte for byte in _BYTES if from_tcvn3(byte) != byte}
_VNI = {
    from_vni(vni): vni
    for plain in ("aeouyôö", "AEOUYÔÖ")
    for vni in [*(a + b for a in plain for b in _BYTES), *"íìæóòîñôöÍÌÆÓÒÎÑÔÖ"]
    if len(from_vni(vni)) == 1 and from_vni(vni[:1]).isupper() == from_vni(vni).isupper()
    if vni[-1].isupper() == vni[0].isupper()
}


def to_cp1258(text: str) -> bytes:
    """Encode as Excel does: letters with roof, breve and horn, then the tone as a letter of its own."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    out = []
    for letter in text:
        plain = unicodedata.normalize("NFD", letter)
        tone = "".join(c for c in plain if c in tones)
        out.append(unicodedata.normalize("NFC", "".join(c for c in plain if c not in tones)) + tone)
    return "".join(out).encode("cp1258")


def to_tcvn3(text: str) -> str:
    """Write text for TCVN3 fonts, which have the same bytes for capitals; as another font shows it."""
    return "".join(_TCVN3.get(letter.lower(), letter) for letter in text)


def to_vni(text: str) -> str:
    """Write text for VNI fonts; as another font shows it."""
    return "".join(_VNI.get(letter, letter) for letter in text)


def shown(raw: bytes, encoding: str) -> str:
    """Show bytes as browsers do, those without a letter as control characters."""
    plain = _WITHOUT_LETTER.get(encoding, "")
    return "".join(chr(b) if chr(b) in plain else bytes([b]).decode(encoding) for b in raw)


def dbf(columns: dict[str, list[bytes]], *, language: int = 0) -> bytes:
    """Make a .dbf of texts as they are, by the names of their columns; `language` is its code page's mark."""
    rows = list(zip(*columns.values(), strict=True))
    fields = [name.encode().ljust(11, b"\0") + b"C\0\0\0\0" + bytes([80]) + bytes(15) for name in columns]
    begin, length = 33 + 32 * len(fields), 1 + 80 * len(fields)
    head = b"\x03\x7a\1\1" + len(rows).to_bytes(4, "little")
    head += begin.to_bytes(2, "little") + length.to_bytes(2, "little") + bytes(17) + bytes([language, 0, 0])
    return b"".join(
        [head, *fields, b"\r", *(b" " + b"".join(c.ljust(80) for c in row) for row in rows), b"\x1a"]
    )
