"""
What mkdocs asks of us: the parts of docs/ that are made from the code, and links that leave docs/.

A page says `<!-- commands -->` or `<!-- names -->` where the list of commands or of public names belongs.
"""

import os
import re
from typing import Any

import bk_gis
from bk_gis.cli.commands import checks, folders, maps, places, start  # noqa: F401 - they add theirs to `app`
from bk_gis.cli.guides import commands

_OUTSIDE = re.compile(
    r"\[([^\]]*)\]\((?:\.\./)+((?:data|examples|notebooks|maps|benchmarks|tests|bk_gis)[^)#]*)(#[^)]*)?\)"
)


def on_page_markdown(markdown: str, *, page: Any, **_: Any) -> str:
    """Fill in what is made from the code, and name files outside of docs/, which the site does not have."""
    lang = page.file.locale if hasattr(page.file, "locale") else "vi"
    if "<!-- commands -->" in markdown:
        os.environ["BK_GIS_LANG"] = lang
        markdown = markdown.replace("<!-- commands -->", commands())
    if "<!-- names -->" in markdown:
        markdown = markdown.replace(
            "<!-- names -->", "\n\n".join(f"::: bk_gis.{name}" for name in bk_gis.__all__)
        )
    return _OUTSIDE.sub(
        lambda link: f"`{link[2]}`" if link[1] in link[2] else f"{link[1]} (`{link[2]}`)", markdown
    )
