"""Who is not said to say so."""

from __future__ import annotations

from tests.steps.reading import speakers


def test_who_writes_a_work_says_nothing():
    assert speakers("Ana Ruiz taught at Lorm. In 1890, she wrote her second trio.")["1890"] is None
    assert speakers("Ana Ruiz taught at Lorm. She left in 1890, she wrote in a letter.")["1890"] == "Ana Ruiz"
    assert speakers("The dam holds 40 tonnes, the mayor wrote this week.")["40 tonnes"] == "mayor"


def test_no_sea_and_no_lake_says_anything():
    assert speakers("The base lies in the South Amber Sea. The two ships, he said, could help.")["two"] is None
    assert speakers("The base is led by Leo Brandt. The two ships, he said, could help.")["two"] == "Leo Brandt"
