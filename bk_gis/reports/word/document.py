"""Write a report as a Word document as one would hand it in: the same bytes each time."""

import datetime as dt
import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from bk_gis.errors import Lang
from bk_gis.io.whole import whole_file, zipped
from bk_gis.io.writing import without_controls
from bk_gis.reports.layout import Folded, Picture, Report, Section, Table
from bk_gis.reports.word.blocks import Writer
from bk_gis.reports.word.letterhead import Letterhead, add_letterhead, add_signature
from bk_gis.reports.word.page import TONGUES, begin, turn, wants_landscape

_LONGEST = 255  # letters of a title among a document's properties
_SHORT = 1500  # letters of a section of texts that no page parts
_CONTENTS = 4  # sections from which on a report has a list of them


def write_docx(
    report: Report,
    path: str | Path,
    *,
    created: dt.date,
    lang: Lang = "vi",
    letterhead: Letterhead | None = None,
    template: Path | None = None,
) -> None:
    """
    Write a report to a .docx file, whole or not at all.

    `created` dates the file, so that bytes repeat; `lang` is that of captions, and of Word's spelling. The
    letterhead has agency, number, place and date, as a decree wants them at the head. Of a template styles,
    paper, header and footer are taken; what stands on its pages is not.
    """
    document = begin(template, lang)
    properties = document.core_properties
    properties.title = without_controls(report.title)[:_LONGEST]
    properties.author, properties.comments, properties.language = "", "", TONGUES[lang]
    properties.created = properties.modified = dt.datetime.combine(created, dt.time(), tzinfo=dt.UTC)
    writer = Writer(document, lang)
    if letterhead:
        add_letterhead(document, letterhead, lang)
    else:
        _turn(document, report.sections[:1])
    writer.paragraph(report.title, "Title")
    writer.paragraph(report.subtitle, "Subtitle")
    if len(report.sections) >= _CONTENTS:
        writer.contents([section.heading for section in report.sections])
    for section in report.sections:
        _turn(document, [section])
        _add_section(writer, section, last=letterhead is not None and section is report.sections[-1])
    if letterhead:
        add_signature(document, letterhead, lang)
    packed = BytesIO()
    document.save(packed)
    with whole_file(path) as part, zipfile.ZipFile(packed) as source:  # a Word file is a zip
        part.write_bytes(zipped({name: source.read(name) for name in source.namelist()}))


def _turn(document: Any, sections: Sequence[Section]) -> None:
    """Turn the paper for a table that wants it, and back for other tables and pictures; texts go on."""
    shown = [block for section in sections for block in section.body if isinstance(block, Table | Picture)]
    if shown:
        turn(document, landscape=any(wants_landscape(document, block) for block in shown))


def _add_section(writer: Writer, section: Section, *, last: bool) -> None:
    """Write a section; one of a few lines stands on one page, and with the signature where that follows."""
    begun = len(writer.document.paragraphs)
    writer.heading(section.heading)
    for block in section.body:
        if isinstance(block, Table):
            writer.table(block, block.title or section.heading)
        elif isinstance(block, Folded):
            writer.paragraph(f"{block.summary}: {block.text}")
        elif isinstance(block, Picture):
            writer.picture(block, block.title or section.heading)
        else:
            writer.paragraph(block)
    texts = [block for block in section.body if isinstance(block, str)]
    if len(texts) == len(section.body) and sum(map(len, texts)) < _SHORT:
        for paragraph in writer.document.paragraphs[begun : None if last else -1]:
            paragraph.paragraph_format.keep_with_next = True
