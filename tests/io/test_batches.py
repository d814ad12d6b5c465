"""A batch knows where its cells stand in the file."""

import pandas as pd
from failures import english

from bk_gis.errors import Text
from bk_gis.io.batches import Batch, TableFile


def test_a_fault_of_a_batch_names_its_cell() -> None:
    table = pd.DataFrame({"xã": ["a", "b"], "kinh độ": [1, 2]})
    for lettered, where in ((True, "a.xlsx, cell B7, row 7"), (False, "a.xlsx, row 7")):
        batch = Batch(table, [6, 7], TableFile("a.xlsx", 5, lettered=lettered))
        assert english(batch.problem(1, "kinh độ", Text("sai", "wrong"))) == f"{where}, column kinh độ: wrong"
