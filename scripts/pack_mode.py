"""Pack the mode for trying changes, bundled by esbuild, with its words and style, as a page holds it."""

import base64
import hashlib
import json
import re
import sys
import zlib
from pathlib import Path

from bk_gis.language.words import words

KNOWN = slice(15_000, 47_000)  # letters of the page's script with which it is packed; see unpacking.js
DIGITS = [chr(code) for code in range(33, 127) if chr(code) not in '"&<']


def in_letters(packed: bytes) -> str:
    """Write bytes as text of 91 letters, of which two hold 13 bits."""
    bits = "".join(f"{byte:08b}" for byte in packed)
    numbers = [int(bits[i : i + 13].ljust(13, "0"), 2) for i in range(0, len(bits), 13)]
    return "".join(DIGITS[number % 91] + DIGITS[number // 91] for number in numbers)


def packed_with(known: bytes, text: bytes) -> bytes:
    """Pack what follows what is known."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zdict=known)
    return packer.compress(text) + packer.flush() + zlib.adler32(known + text).to_bytes(4, "big")


script, style, page, packed = map(Path, sys.argv[1:])
text = script.read_text(encoding="utf-8").strip()
# What it imports of the page is the page's, which is there already.
imported = re.compile(r"import\{([^}]*)\}from\"[^\"]*shared\.js\";")
text = imported.sub(lambda found: f"var{{{found[1].replace(' as ', ':')}}}=bkgis;", text)
text = re.sub(r"export\{(\w+) as Mode\};?$", r"bkgis.Mode=\1", text)
given = {"words": words("trial"), "style": style.read_text(encoding="utf-8").strip()}
content = json.dumps(given, ensure_ascii=False, separators=(",", ":"))
whole = f"{{{text};let PACKED={content}}}"  # what is known is the most like the script
known = page.read_text(encoding="utf-8")[KNOWN].encode()
while len(packed_with(known, whole.encode())) * -8 % 13 >= 8:  # else a byte too many would be read
    whole += "\n"
digest = base64.b64encode(hashlib.sha256(whole.encode()).digest()).decode()
packed.write_text(f"{digest}\n{in_letters(packed_with(known, whole.encode()))}\n", encoding="utf-8")
print(len(text.encode()), len(content.encode()), packed.stat().st_size)
