"""
What mkdocs asks of us: the parts of docs/ that are made from the code, and links that leave docs/.

A page says `<!-- commands -->` or `<!-- names -->` where the list of commands or of public names belongs.
"""

import os
import re
from typing import Any

from typer.main import get_command

import bk_gis

_OUTSIDE = re.compile(
    r"\[([^\]]*)\]\((?:\.\./)+((?:data|examples|notebooks|maps|benchmarks|tests|bk_gis)[^)#]*)(#[^)]*)?\)"
)


def on_page_markdown(markdown: str, *, page: Any, **_: Any) -> str:
    """Fill in what is made from the code, and name files outside of docs/, which the site does not have."""
    lang = page.file.locale if hasattr(page.file, "locale") else "vi"
    if "<!-- commands -->" in markdown:
        markdown = markdown.replace("<!-- commands -->", commands(lang))
    if "<!-- names -->" in markdown:
        markdown = markdown.replace(
            "<!-- names -->", "\n\n".join(f"::: bk_gis.{name}" for name in bk_gis.__all__)
        )
    return _OUTSIDE.sub(
        lambda link: f"`{link[2]}`" if link[1] in link[2] else f"{link[1]} (`{link[2]}`)", markdown
    )


def commands(lang: str) -> str:
    """Every command with its arguments and options, in the words of its own --help."""
    os.environ["BK_GIS_LANG"] = lang
    from bk_gis.cli.app import app
    from bk_gis.cli.commands import checks, folders, maps, places, start  # noqa: F401 - they add theirs to `app`

    parts: list[str] = []
    group: Any = get_command(app)
    for name, command in sorted(group.commands.items()):
        parts += [f"## bk-gis {name}", "", command.help or "", "", "| | |", "|---|---|"]
        for parameter in command.params:
            names = [*parameter.opts, *parameter.secondary_opts]
            if parameter.param_type_name == "argument":
                names = [parameter.metavar or parameter.name.upper()]
            text = " ".join((parameter.help or "").split()).replace("|", "\\|")
            parts.append(f"| {', '.join(f'`{name}`' for name in names)} | {text} |")
        parts.append("")
    return "\n".join(parts)
