"""Pack the mode for trying changes, bundled by esbuild, with its words and style, as a page holds it."""

import base64
import json
import re
import sys
import zlib
from pathlib import Path

from bk_gis.language.words import words

script, style, packed = map(Path, sys.argv[1:])
text = script.read_text(encoding="utf-8").strip()
# What it imports of the page is the page's, which is there already.
imported = re.compile(r"import\{([^}]*)\}from\"[^\"]*shared\.js\";")
text = imported.sub(lambda found: f"var{{{found[1].replace(' as ', ':')}}}=bkgis;", text)
text = re.sub(r"export\{(\w+) as Mode\};?$", r"bkgis.Mode=\1", text)
given = {"words": words("trial"), "style": style.read_text(encoding="utf-8").strip()}
content = json.dumps(given, ensure_ascii=False, separators=(",", ":"))
whole = f"{{let PACKED={content};{text}}}"
packed.write_text(base64.b64encode(zlib.compress(whole.encode(), 9)).decode() + "\n", encoding="utf-8")
print(len(text.encode()), len(content.encode()), packed.stat().st_size)
