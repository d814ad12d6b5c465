"""Read the tables of a Word document."""

from collections.abc import Iterator
from pathlib import Path

from bk_gis.io.faults import saying_faults


def word_rows(path: Path) -> Iterator[list[str]]:
    """Read the rows of all tables; cells that are merged come once for each column that they cover."""
    from docx import Document

    with saying_faults(path):
        for table in Document(str(path)).tables:
            for row in table.rows:
                yield [cell.text for cell in row.cells]
