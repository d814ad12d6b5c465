"""The guides of docs/ as one page, which a browser opens and searches without a network."""

import inspect
import re
import sys
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from typer.main import get_command

from bk_gis.cli.app import app
from bk_gis.errors import Lang
from bk_gis.io.shipped import shipped

_FIRST = ("index", "tutorial")
_STYLE = """
body { font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: #1b2733; margin: 0; }
main { max-width: 62rem; margin: 0 auto; padding: 0 1.5rem; } section { border-top: 3px solid #00796b; }
nav { columns: 16rem; margin: 1.5rem 0; } nav a { display: block; padding: .25rem 0; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin-top: 2rem; } h3 { font-size: 1.05rem; }
a { color: #00695c; } img { max-width: 100%; } pre { background: #eef2f6; padding: .75rem; overflow-x: auto; }
code { font-size: .9em; } table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { border-bottom: 1px solid #d5dde5; padding: .3rem .6rem; text-align: left; vertical-align: top; }
"""


def guides_page(lang: Lang) -> str:
    """Put every guide of a language on one page; pictures stay where they are installed."""
    folder = shipped("docs")
    english = {path.name: path for path in folder.rglob("*.en.md")}
    pages = english.values() if lang == "en" else set(folder.rglob("*.md")) - set(english.values())
    named = {_name(page.relative_to(folder)): page for page in pages}
    order = sorted(named, key=lambda name: (name not in _FIRST, name))
    shown = [_section(name, named[name], folder) for name in order]
    contents = "".join(
        f'<a href="#{name}">{title}</a>' for name, (title, _) in zip(order, shown, strict=True)
    )
    body = "\n".join(f'<section id="{n}">{text}</section>' for n, (_, text) in zip(order, shown, strict=True))
    head = f'<meta charset="utf-8"><title>bk_gis</title><style>{_STYLE}</style>'
    return f'<!doctype html><html lang="{lang}">{head}<main><nav>{contents}</nav>\n{body}</main></html>\n'


def _name(page: Path) -> str:
    return page.as_posix().partition(".")[0].replace("/", "-")


def _section(name: str, page: Path, folder: Path) -> tuple[str, str]:
    """Give a guide's title and its HTML, whose links stay on the page."""
    text = page.read_text(encoding="utf-8")
    for mark, made in (("<!-- commands -->", commands), ("<!-- names -->", _names)):
        if mark in text:  # a page each
            text = text.replace(mark, made())
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse(text)
    title = ""
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open":
            title = title or inline.content
            opening.attrSet("id", f"{name}--{_slug(inline.content)}")
        for token in inline.children or ():
            _lead(token, page, folder)
    return escape(title), reader.renderer.render(tokens, reader.options, {})


def _slug(heading: str) -> str:
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def _lead(token: Token, page: Path, folder: Path) -> None:
    """Lead a link to its guide on the same page, and a picture or another file to where it is installed."""
    name = "src" if token.type == "image" else "href"
    there, _, heading = str(token.attrGet(name) or "").partition("#")
    if ":" in there or not (there or heading):
        return
    target = (page.parent / there).resolve() if there else page
    if not target.exists():  # a folder of the sources that is not installed
        del token.attrs[name]
        return
    if target.suffix != ".md" or not target.is_relative_to(folder.resolve()):
        token.attrSet(name, target.as_uri())
        return
    guide = _name(target.relative_to(folder.resolve()))
    token.attrSet(name, f"#{guide}--{heading}" if heading else f"#{guide}")


def commands() -> str:
    """Every command with its arguments and options, in the words of its own --help."""
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


def _names() -> str:
    """Every public name, with its docstring as it is printed by help()."""
    package = sys.modules["bk_gis"]  # no room imports it
    public = {name: getattr(package, name) for name in package.__all__ if not name.isupper()}
    return "\n".join(
        f"## {name}\n\n````text\n{inspect.getdoc(thing)}\n````\n" for name, thing in public.items()
    )
