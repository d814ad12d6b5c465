"""A file geocoded or joined some rows at a time gives what it gives at once; no other cell is changed."""

import csv
import io
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from failures import raises
from hypothesis import given, settings
from hypothesis import strategies as st

import bk_gis
from bk_gis.errors import InputError
from bk_gis.io import records
from bk_gis.io.tables import read_table
from bk_gis.places import file_rows
from bk_gis.places.geocode_files import geocode_file
from bk_gis.places.join_files import join_file
from bk_gis.plan.model import Plan

ROWS = 250
LEDGER = ["match_method", "match_codes", "match_candidates", "match_reason"]


@pytest.fixture(autouse=True)
def _small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_rows, "ROWS_AT_A_TIME", 100)


@pytest.fixture(scope="module")
def rows() -> pd.DataFrame:
    rng = np.random.default_rng(5)
    return pd.DataFrame(
        {
            "mã": [f"{i:05d}" for i in range(ROWS)],
            "xã": rng.choice(
                ["Nông Thịnh", "xã NONG HA", "Cẩm Giàng", "Côn Minh - Xuân La", "?", "x", ""], ROWS
            ),
            "huyện": rng.choice(["Huyện Chợ Mới", "", "Bạch Thông"], ROWS),
        }
    )


@pytest.mark.parametrize("source", [".csv", ".parquet"])
@pytest.mark.parametrize("output", [".csv", ".gpkg", ".parquet"])
def test_a_file_is_geocoded_as_its_table(
    tmp_path: Path, plan: Plan, rows: pd.DataFrame, source: str, output: str
) -> None:
    path, target = tmp_path / f"in{source}", tmp_path / f"out{output}"
    rows.to_csv(path, index=False) if source == ".csv" else rows.to_parquet(path)
    seen: list[int] = []
    done = geocode_file(path, target, plan, progress=seen.append)
    expected = bk_gis.geocode(rows, plan)
    assert done == (ROWS, int((~expected.geometry.is_empty).sum()))
    assert seen == [100, 100, 50]
    found = read_table(target)
    for column in [*rows, *LEDGER]:
        assert found[column].fillna("").tolist() == expected[column].tolist(), column
    assert found["match_score"].astype(float).tolist() == expected["match_score"].tolist()
    if isinstance(found, gpd.GeoDataFrame):
        assert found.geometry.is_empty.tolist() == expected.geometry.is_empty.tolist()
        assert (found.geometry == expected.geometry)[~expected.geometry.is_empty].all()
    else:
        placed = expected[~expected.geometry.is_empty]
        assert (found["lon"] == "").tolist() == expected.geometry.is_empty.tolist()
        assert pd.to_numeric(found["lon"]).dropna().tolist() == placed.geometry.x.round(6).tolist()


def test_a_fault_far_down_is_located_and_leaves_nothing(tmp_path: Path, plan: Plan) -> None:
    (tmp_path / "in.csv").write_text("xã,n\n" + "Nông Hạ,1\n" * 150 + "x\n", encoding="utf-8")
    with raises(InputError, match=r"in.csv, row 152: has 1 cells; expected 2"):
        geocode_file(tmp_path / "in.csv", tmp_path / "out.csv", plan)
    assert [file.name for file in tmp_path.iterdir()] == ["in.csv"]


PLAN = bk_gis.load_plan()
FEW = SimpleNamespace(communes=PLAN.communes.iloc[:2], place_names=PLAN.place_names.iloc[:0])
cell = st.text("xã07.5-/ ,;\"'\r\n", max_size=6) | st.sampled_from(["25/02/2014", "007", "1,5", "=1+1"])
spot = st.sampled_from(["105,9", "106.1", "", "0"])
forms = st.sampled_from([(",", "utf-8"), (";", "utf-8-sig"), (";", "utf-16"), ("\t", "utf-8")])
sizes = st.sampled_from([1, 40, 1 << 22])


@pytest.mark.costly
@settings(max_examples=10)
@given(st.lists(st.tuples(cell, spot, cell), min_size=1), forms, sizes, st.sampled_from(["", "\r\n"]))
def test_no_other_cell_is_changed_whichever_way_a_file_is_read(rows, form, size, blank):
    separator, encoding = form
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n")
    for row in [("một", "kinh độ", "vĩ độ", "xã"), *((one, x, "22,2", two) for one, x, two in rows)]:
        writer.writerow(row)
        text.write(blank)
    expected = [[one, x, "22,2", two] for one, x, two in rows]
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        source, target = Path(folder, "in.csv"), Path(folder, "out.csv")
        source.write_bytes(f"sep={separator}\r\n{text.getvalue()}".encode(encoding))
        patch.setattr(records, "_BLOCK", size)
        patch.setattr(file_rows, "ROWS_AT_A_TIME", 3)
        for run in (join_file, geocode_file):
            run(source, target, FEW)
            written = target.read_bytes().decode(encoding).removeprefix("\ufeff")
            found = list(csv.reader(io.StringIO(written, newline=""), delimiter=separator, strict=True))
            assert [line[:4] for line in found[1:]] == expected
