"""Times to come: ages from now, times of today, and both readings where what is said is over."""

from datetime import datetime, timedelta

import pytest

from cometapi.manifest.moments import future_moment

NOW = datetime(2026, 1, 31, 12, 0).astimezone()


@pytest.mark.parametrize(
    ("text", "later"), [("+2h", timedelta(hours=2)), ("+30m", timedelta(minutes=30)), ("+1d", timedelta(days=1))]
)
def test_an_age_from_now(text, later):
    assert future_moment(text, NOW) == int((NOW + later).timestamp())


@pytest.mark.parametrize(("text", "hour"), [("18:00", 18), ("12:00", 12), ("13:00", 13)])
def test_a_time_of_today(text, hour):
    assert datetime.fromtimestamp(future_moment(text, NOW)) == datetime(2026, 1, 31, hour)


def test_a_date_is_the_end_of_its_day():
    assert datetime.fromtimestamp(future_moment("2026-01-31", NOW)) == datetime(2026, 1, 31, 23, 59, 59)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("9:30", "9:30 is over today; for tomorrow write 2026-02-01T09:30"),
        ("24:00", "must be a time such as 18:00"),
        ("12:60", "must be a time such as 18:00"),
        ("2h", "2h is a time ago, +2h one from now"),
        ("2026-01-30", "2026-01-30 is over"),
    ],
)
def test_what_is_over_or_no_time_is_told_with_both_readings(text, told):
    with pytest.raises(ValueError, match=told.replace("+", r"\+")):
        future_moment(text, NOW)
