"""Read tables as offices keep them, or say what is wrong with the file and what to do."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from bk_gis.io.batches import Batch
from bk_gis.io.delimited import text_batches
from bk_gis.io.excel import read_workbook
from bk_gis.io.faults import existing
from bk_gis.io.text_form import TEXT_ENDINGS
from bk_gis.io.vector import vector_batches


def read_table(path: str | Path) -> pd.DataFrame:
    """
    Read a table: text as text, and what Excel, GDAL and Parquet hold as it is.

    Parameters
    ----------
    path
        Text (.csv, .tsv, .txt) in UTF-8, UTF-16 or Windows-1258, separated by commas, semicolons, tabs or
        bars; .xlsx; .parquet; or any other file that GDAL reads, such as .gpkg, .geojson, .ods or .dbf.

    Returns
    -------
    pandas.DataFrame
        One row a record, in the order of the file; a file with geometry gives a GeoDataFrame.

    Raises
    ------
    MissingFileError
        There is no such file.
    InputError
        The file cannot be read as what its ending says: it is empty, cut off, encrypted or another
        thing, or rows have more or fewer cells than the header. Every bad row is listed.
    """
    return read_whole(path).table


def read_whole(path: str | Path) -> Batch:
    """Read a table as one batch, which says more of its file than `read_table` does."""
    (batch,) = read_batches(path, None)
    return batch


def read_batches(path: str | Path, size: int | None) -> Iterator[Batch]:
    """
    Read a table so many rows at a time, in at least one batch; see `read_table`.

    Text, Parquet and what GDAL reads never have to fit in memory; the latter two take pyarrow. A workbook is
    one batch, and so is any file where the size is None.
    """
    path = existing(path)
    ending = path.suffix.lower()
    if ending in TEXT_ENDINGS:
        return text_batches(path, size)
    return iter([read_workbook(path)]) if ending == ".xlsx" else vector_batches(path, size)
