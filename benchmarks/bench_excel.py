"""
A workbook of 60,000 rows read with the types of its cells, beside its peers; the values are compared first.

    python benchmarks/bench_excel.py [ROWS]

Ours includes its checks: formulas without values, escaped characters, merged cells, hidden sheets.
"""

import datetime as dt
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import fastexcel
import pandas as pd
import pyarrow as pa
import pyogrio
import python_calamine
import xlsxwriter

import bk_gis

RUNS = 5
HEADER = ["STT", "Tên cụm", "Xã", "Huyện", "Diện tích", "Ngày", "Kinh độ", "Vĩ độ"]


def write(path: Path, rows: int) -> None:
    """Write numbers, names of which most are one of their own, dates and coordinates."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet, area = book.add_worksheet(), book.add_format({"num_format": "#,##0.00"})
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, HEADER)
        first = dt.datetime(2014, 1, 1)  # noqa: DTZ001  (as in a workbook)
        for i in range(rows):
            texts = (f"Cụm công nghiệp {i}", f"Xã {i % 120}", f"Huyện {i % 8}")
            sheet.write_row(i + 1, 0, (i + 1, *texts))
            sheet.write(i + 1, 4, i * 0.37, area)
            sheet.write(i + 1, 5, first + dt.timedelta(days=i % 3000), day)
            sheet.write_row(i + 1, 6, (105.5 + i * 1e-6, 22.1 + i * 1e-6))


def calamine(path: Path) -> tuple[list, list]:
    """Read as python-calamine does; the frame is not in its time."""
    head, *rows = python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    return head, rows


def main() -> None:
    """Print the least processor time of several runs in turn."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 60_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cum.xlsx"
        write(path, rows)
        runs: dict[str, Callable[[Path], object]] = {
            "bk_gis.read_table": bk_gis.read_table,
            "python-calamine, to_python": calamine,
            "fastexcel, to_arrow": lambda path: fastexcel.read_excel(path).load_sheet(0).to_arrow(),
            "GDAL by pyogrio": pyogrio.read_dataframe,
            "pandas, engine calamine": lambda path: pd.read_excel(path, engine="calamine"),
            "pandas, engine openpyxl": lambda path: pd.read_excel(path, engine="openpyxl"),
        }
        times: dict[str, list[float]] = {name: [] for name in runs}
        found = {}
        for _ in range(RUNS):
            for name, run in runs.items():
                start = time.process_time()
                found[name] = run(path)
                times[name].append(time.process_time() - start)
    expected = found["bk_gis.read_table"].astype({"Ngày": "datetime64[us]"})
    head, cells = found.pop("python-calamine, to_python")
    found["python-calamine, to_python"] = pd.DataFrame(cells, columns=head)
    found["fastexcel, to_arrow"] = pa.table(found["fastexcel, to_arrow"]).to_pandas()
    for name, read in found.items():
        table = read.astype({"Ngày": "datetime64[us]"}).set_axis(HEADER, axis=1)
        pd.testing.assert_frame_equal(table, expected, check_dtype=False, obj=name)
    least = {name: min(taken) for name, taken in times.items()}
    ours = least["bk_gis.read_table"]
    print(f"| {rows:,} rows, {len(HEADER)} columns | processor s, least of {RUNS} | of ours |\n|---|---|---|")
    for name, taken in least.items():
        print(f"| {name} | {taken:.2f} | {taken / ours:.2f} |")


if __name__ == "__main__":
    main()
