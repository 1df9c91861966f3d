"""Many written numbers at once: what one by one would be."""

import math

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from backstride.runs.read.columns import number, numbers, times
from backstride.runs.read.times import parse_time

texts = st.one_of(
    st.sampled_from(
        ["2024-05-01T06:00:00Z", "2024-02-29T23:59:59Z", "0001-01-01T00:00:00Z", "9999-12-31T00:00:00Z"]
    ),
    st.from_regex(r"\A20[0-9]{2}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-6][0-9]:[0-6][0-9]Z\Z"),
    st.from_regex(r"\A2024-05-01T06:00:[0-9]{2}\.[0-9]{3}Z\Z"),
    st.from_regex(r"\A[0-9TZ:.+-]{1,26}\Z"),
)


@given(st.lists(texts.map(str.encode), max_size=5))
@example([b"2023-02-29T06:00:00Z"])
@example([b"2024-05-01T24:00:00Z"])
@example([b"2024-05-01T06:00:00Z", b"2024-05-01T06:00:00.500Z"])
def test_times_are_those_of_one_by_one(column):
    found, offsets = times(column)
    each = [parse_time(text.decode()) for text in column]
    assert np.array_equal(found, [math.nan if w is None else w[0] for w in each], equal_nan=True)
    assert offsets == [when[1] for when in each if when is not None and when[1] is not None]


@given(st.lists(st.from_regex(r"\A[0-9+.eE-]{1,8}\Z").map(str.encode) | st.none(), max_size=6))
def test_numbers_are_those_of_one_by_one(column):
    each = [number(text) for text in column]
    assert np.array_equal(numbers(column), [math.nan if v is None else v for v in each], equal_nan=True)
