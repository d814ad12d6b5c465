"""Write a report as one page that opens without a network; text reaches it through `html.escape` alone."""

import base64
from collections.abc import Sequence
from html import escape

from bk_gis.checks.comparison import first_difference
from bk_gis.errors import Lang
from bk_gis.language.words import say
from bk_gis.plan.model import Plan
from bk_gis.reports.layout import Block, Folded, Picture, Report, Table, require_picture

_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
_STYLE = """
body { font: 16px/1.45 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: #1b2733;
  margin: 2rem auto; max-width: 76rem; padding: 0 1rem; counter-reset: table figure; }
h1 { font-size: 1.5rem; line-height: 1.25; } h2 { font-size: 1.15rem; margin-top: 2rem; }
table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; }
th, td { border-bottom: 1px solid #d5dde5; padding: .3rem .6rem; text-align: left; vertical-align: top; }
th { background: #eef2f6; } .r { text-align: right; white-space: nowrap; }
.maps { display: grid; grid-template-columns: repeat(auto-fit, minmax(22rem, 1fr)); gap: 1rem; }
.maps { margin-top: 1rem; }
figure { margin: 0; } img { max-width: 100%; }
.maps figure { display: flex; flex-direction: column; justify-content: space-between; }
caption, figcaption { text-align: left; font-weight: 600; padding: .4rem 0; }
iframe { box-sizing: border-box; width: 100%; height: 34rem; border: 1px solid #d5dde5; }
@media print {
  @page { size: A4; margin: 20mm 15mm; }
  @page map { size: A4 landscape; margin: 5mm; }
  body { font: 11pt/1.3 "Times New Roman", Tinos, serif; color: #000; }
  body { margin: 0; padding: 0; max-width: none; }
  table { width: 100%; font-size: 9.5pt; } thead { display: table-header-group; }
  .wide { overflow: visible; } .r { white-space: normal; } td { overflow-wrap: break-word; }
  tr, figure, img, iframe { break-inside: avoid; } h1, h2, caption, summary { break-after: avoid; }
  p { orphans: 3; widows: 3; } img { max-height: 235mm; }
  tbody tr:first-child { break-before: avoid; }
  /* The map prints as its own page does: a sheet of A4 with its table. */
  .maps { display: block; margin: 0; } .maps figure { page: map; } .maps figcaption { display: none; }
  .maps iframe { width: 287mm; height: 199.9mm; border: 0; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
"""


def to_html(report: Report, *, lang: Lang, maps: Sequence[tuple[str, str]] = ()) -> str:
    """
    Write the report as a page of its own, whose language is for browsers that read aloud or hyphenate.

    `maps` are captions and whole pages, as of `map_pages`, shown side by side below the first section.
    """
    parts = [f"<h1>{escape(report.title)}</h1>", f"<p>{escape(report.subtitle)}</p>"]
    for number, section in enumerate(report.sections):
        parts.append(f"<h2>{escape(section.heading)}</h2>")
        parts += [_block(block, section.heading) for block in section.body]
        if number == 0 and maps:
            parts.append(f'<div class="maps">{"".join(_frame(*page) for page in maps)}</div>')
    body = "\n".join(parts)
    numbered = '%s::before { counter-increment: %s; content: "%s " counter(%s) ". "; }\n'
    style = _STYLE + "".join(
        numbered % (mark, kind, say(f"report.{kind}", lang), kind)
        for mark, kind in (("caption", "table"), ("img + figcaption", "figure"))
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(report.title)}</title>\n<style>{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>"
    )


def map_pages(*plans: Plan, lang: Lang) -> list[tuple[str, str]]:
    """
    Draw each plan's own page of the map, to be shown inside another: titles and pages.

    They open at the first horizon at which the plans are not alike, else at the last.
    """
    from bk_gis.maps.page.parts import page_html

    by = first_difference(*plans)
    shown = [plan for plan in plans if by in [phase.end for phase in plan.phases]]
    return [
        (plan.heading[lang], page_html(plan, by=by, lang=lang, fixed=True, beside=plans)) for plan in shown
    ]


def _frame(caption: str, page: str) -> str:
    title = escape(caption, quote=True)
    return (
        f"<figure><figcaption>{escape(caption)}</figcaption>"
        f'<iframe title="{title}" srcdoc="{escape(page, quote=True)}"></iframe></figure>'
    )


def _block(block: Block, heading: str) -> str:
    if isinstance(block, Folded):
        return f"<details><summary>{escape(block.summary)}</summary><p>{escape(block.text)}</p></details>"
    if isinstance(block, Table):
        return _table(block, heading)
    if isinstance(block, Picture):
        return _picture(block, heading)
    return f"<p>{escape(block)}</p>"


def _table(block: Table, heading: str) -> str:
    def line(cells: Sequence[str], tag: str) -> str:
        marks = [' class="r"' if i in block.right else "" for i in range(len(cells))]
        filled = [f"<{tag}{mark}>{escape(cell)}</{tag}>" for mark, cell in zip(marks, cells, strict=True)]
        return f"<tr>{''.join(filled)}</tr>"

    rows = "\n".join(line(row, "td") for row in block.rows)
    head = f"<thead>{line(block.head, 'th')}</thead>"
    caption = f"<caption>{escape(block.title or heading)}</caption>"
    return f'<div class="wide"><table>{caption}{head}\n<tbody>\n{rows}\n</tbody></table></div>'


def _picture(picture: Picture, heading: str) -> str:
    require_picture(picture.path, tuple(_TYPES))
    data = base64.b64encode(picture.path.read_bytes()).decode("ascii")
    kind = _TYPES[picture.path.suffix.lower()]
    shows = escape(picture.shows or heading, quote=True)
    image = f'<img alt="{shows}" src="data:{kind};base64,{data}">'
    return f"<figure>{image}<figcaption>{escape(picture.title or heading)}</figcaption></figure>"
