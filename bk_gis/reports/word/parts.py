"""What Word has and python-docx does not: properties by name, fields, bookmarks, links."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def element(tag: str, **attributes: str) -> Any:
    """Make an element such as `w:tblHeader` with attributes of the same namespace."""
    made = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def property_of(parent: Any, tag: str, **attributes: str) -> None:
    """Set a property in the place of an earlier one."""
    for earlier in parent.findall(qn(tag)):
        parent.remove(earlier)
    parent.append(element(tag, **attributes))


def field(paragraph: Any, code: str, shown: str, *, within: Any = None) -> None:
    """Add a field that Word works out, with what it shows until then, also within a link."""
    instruction = element("w:instrText")
    instruction.text = f" {code} "
    text = element("w:t")
    text.text = shown
    marks = [element("w:fldChar", fldCharType=kind) for kind in ("begin", "separate", "end")]
    for part in (marks[0], instruction, marks[1], text, marks[2]):
        run = element("w:r")
        run.append(part)
        (paragraph._p if within is None else within).append(run)  # noqa: SLF001 - python-docx has no fields


def mark(paragraph: Any, name: str, number: int) -> None:
    """Put a bookmark around what a paragraph holds."""
    inside = paragraph._p  # noqa: SLF001
    start = element("w:bookmarkStart", id=str(number), name=name)
    inside.insert(1 if inside.pPr is not None else 0, start)
    inside.append(element("w:bookmarkEnd", id=str(number)))


def link(paragraph: Any, target: str, text: str) -> Any:
    """Add a link to a bookmark."""
    made = element("w:hyperlink", anchor=target, history="1")
    made.append(paragraph.add_run(text)._r)  # noqa: SLF001
    paragraph._p.append(made)  # noqa: SLF001
    return made
