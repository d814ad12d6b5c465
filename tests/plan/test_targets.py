"""Lists of targets that contradict themselves are refused, all faults at once."""

import pytest
from failures import english


@pytest.mark.parametrize(
    ("old", "new", "column", "message"),
    [
        (
            '[[targets]]\nclause = "7"\nby = 2025',
            '[[targets]]\nclause = "7"\nby = 2020\nhectares = 360\n\n[[targets]]\nclause = "7"\nby = 2025',
            "targets[20].hectares",
            "states hectares already in targets[19]",
        ),
        (
            'qualifiers = { jobs = "khoảng" }',
            'qualifiers = { jobs = "ước" }',
            "targets[2].qualifiers",
            "'ước'",
        ),
        (
            'qualifiers = { jobs = "khoảng" }',
            'qualifiers = { job = "khoảng" }',
            "targets[2].qualifiers",
            "'job'",
        ),
        ("stated = 339.3", "stated = 393.3", "errata[1]", "no target of clause 6.4.c states"),
        ('every = "district"\nclusters = 1', 'every = "district"', "targets[1]", "states no figure"),
        ('clause = "5.2.a"\n', 'clause = "5.2.a"\nby = 2015\n', "targets[2]", "a phase and `by`"),
        ("by = 2020\nevery", "every", "targets[1]", "needs `by`"),
    ],
)
def test_a_contradiction_is_located(folder, old, new, column, message):
    folder.replace("plan.toml", old, new)
    found = [(p.column, english(p.message)) for p in folder.problems()]
    assert any(c == column and message in m for c, m in found), found


def test_two_faults_are_said_together(folder):
    folder.replace("plan.toml", "stated = 339.3", "stated = 393.3")
    folder.replace("plan.toml", 'jobs = "khoảng"', 'jobs = "chừng"')
    assert len(folder.problems()) == 2
