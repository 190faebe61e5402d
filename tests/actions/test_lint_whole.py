"""The linter on whole drafts: what it must not fall behind."""

from __future__ import annotations

from tests.bench import lint_whole
from tests.bench.lint_drafts import figures


def test_whole_drafts_are_judged_as_well_as_they_were(tmp_path):
    found = figures(list(lint_whole.judge(lint_whole.filled(f"sqlite:///{tmp_path}/whole.sqlite"))))
    assert found["contradicted, precision %"] >= 95
    assert found["contradicted, recall %"] >= 50
    assert found["outdated, recall %"] >= 60
    assert found["right or unrelated and left alone %"] >= 97
