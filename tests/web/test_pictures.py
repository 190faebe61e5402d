from __future__ import annotations

from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from web.axis import Days, Levels
from web.chart import BOTTOM, Flag, Point, chart
from web.timeline import Dot, Lane, timeline

days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
MAY, JANUARY, DECEMBER = date(2024, 5, 31), date(2025, 1, 16), date(2025, 12, 4)


def percent(at: str) -> float:
    return float(at.removesuffix("%"))


@given(st.lists(days, min_size=2, max_size=6))
def test_later_days_lie_further_right(some):
    across = Days.covering(some)
    places = [percent(across.at(day)) for day in sorted(some)]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)


@given(days, st.integers(0, 60_000))
def test_an_axis_names_a_few_days_within_its_span(first, length):
    ticks = Days.covering([first, first + timedelta(days=length)]).ticks()
    assert 1 <= len(ticks) <= 8
    assert all(0 <= percent(tick.at) <= 100 for tick in ticks)


@given(st.lists(st.floats(-1e12, 1e12, allow_nan=False), min_size=1, max_size=6))
@example([0.0, 5e-324])
@example([1e12, 1e12 * (1 + 1e-15)])
def test_numbers_lie_between_the_ends_of_their_axis(numbers):
    levels = Levels.covering(numbers, 10, 200)
    assert all(10 <= levels.at(number) <= 200 for number in numbers)
    assert 2 <= len(levels.numbers()) <= 8


def test_a_timeline_has_a_lane_for_each_value_and_a_dot_for_each_source():
    lanes = [
        Lane("124", (Dot(MAY, "Coalition", "/claims/a"),)),
        Lane("125", (Dot(DECEMBER, "Session"), Dot(JANUARY, "Joint statement"), Dot(None, "Leaflet"))),
    ]
    drawn = timeline(lanes)
    assert drawn is not None
    assert [len(row.dots) for row in drawn.rows] == [1, 2]
    assert drawn.rows[1].dots[0].label == "Joint statement, 16 January 2025"
    assert drawn.rows[0].dots[0].href == "/claims/a"
    assert drawn.summary == "124: 31 May 2024. 125: 4 December 2025, 16 January 2025, no date."


def test_each_lane_of_a_timeline_tells_its_days_however_near_they_lie():
    days = (date(2015, 9, 1), date(2015, 9, 2))
    drawn = timeline([Lane("9", (Dot(days[0], "a"),)), Lane("8", (Dot(days[1], "b"), Dot(days[0], "c")))])
    assert drawn is not None
    assert [row.when for row in drawn.rows] == ["1 September 2015", "1 September 2015 – 2 September 2015"]
    undated = timeline([Lane("9", (Dot(days[0], "a"), Dot(days[1], "b"))), Lane("8", (Dot(None, "c"),))])
    assert undated is not None
    assert undated.rows[1].when == "no date"


def test_a_lane_of_one_time_tells_it_as_it_was_written():
    year, season = date(2023, 12, 31), date(2024, 11, 30)
    told = timeline([Lane("868", (Dot(year, "A", said="2023"),)), Lane("959", (Dot(season, "B"), Dot(MAY, "C")))])
    assert told is not None
    assert [row.when for row in told.rows] == ["2023", "31 May 2024 – 30 November 2024"]


def test_the_time_in_which_a_value_changed_is_shown():
    drawn = timeline([Lane("124", (Dot(MAY, "a"),)), Lane("125", (Dot(JANUARY, "b"),))], change=True)
    assert drawn is not None
    gap = drawn.gaps[0]
    assert gap.x == drawn.rows[0].dots[0].x
    assert abs(percent(gap.x) + percent(gap.width) - percent(drawn.rows[1].dots[0].x)) < 0.02


def test_values_of_the_same_time_leave_no_gap():
    lanes = [Lane("20", (Dot(MAY, "a"), Dot(DECEMBER, "b"))), Lane("21", (Dot(JANUARY, "c"),))]
    drawn = timeline(lanes, change=True)
    assert drawn is not None
    assert drawn.gaps == ()


def test_a_single_day_makes_no_timeline():
    assert timeline([Lane("20", (Dot(MAY, "a"),)), Lane("21", (Dot(MAY, "b"),))]) is None


def test_a_chart_draws_intervals_as_bars_and_sources_as_dots():
    points = [
        Point(JANUARY, 125, 125, "125", "Statement"),
        Point(MAY, 120, None, "more than 120", "Leaflet"),
        Point(DECEMBER, 115, 121, "115 to 121", "Report", copy=True),
    ]
    drawn = chart(points, [Flag(DECEMBER, "settled")])
    assert drawn is not None
    assert drawn.dots[0].label == "more than 120: Leaflet, 31 May 2024"
    assert [bar.open for bar in drawn.bars] == ["up", ""]
    assert [dot.copy for dot in drawn.dots] == [False, False, True]
    assert drawn.flags[0].text == "settled"
    assert [row.source for row in drawn.rows] == ["Leaflet", "Statement", "Report"]


def test_a_greater_number_lies_higher():
    drawn = chart([Point(MAY, 124, 124, "124", "a"), Point(JANUARY, 125, 125, "125", "b")])
    assert drawn is not None
    assert drawn.dots[1].y < drawn.dots[0].y <= BOTTOM
    assert drawn.up[0][1] == "124"


def test_between_whole_numbers_only_whole_ones_get_a_line():
    trams = chart([Point(MAY, 20, 20, "20", "a"), Point(JANUARY, 22, 22, "22", "b")])
    lengths = chart([Point(MAY, 1.5, 1.5, "1.5", "a"), Point(JANUARY, 2, 2, "2", "b")])
    assert [word for _, word in trams.up] == ["20", "21", "22"]
    assert "1.6" in [word for _, word in lengths.up]


def test_one_point_or_none_makes_no_chart():
    assert chart([Point(MAY, 1, 1, "1", "a")]) is None
    assert chart([Point(MAY, None, None, "x", "a"), Point(JANUARY, None, None, "y", "b")]) is None
