"""The shortcut through a FIT file: its columns are the decoder's, and what is not plain it leaves alone."""

import struct
from dataclasses import fields
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyfitparsernative import parse_fit_bytes

from backstride.runs.read import fit_messages
from backstride.runs.read.fit import read_fit
from backstride.runs.read.fit_crc import crc16
from backstride.runs.read.fit_records import Records, records_of
from backstride.runs.read.fit_sieve import sieve
from runs.samples_of_runs import START, fit, fit_records, fit_run, fit_session, fit_time, track

FIT_START = int(START.timestamp()) - 631_065_600


def plain_crc(data):
    """The checksum bit by bit."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ 0xA001 if crc & 1 else crc >> 1
    return crc


def assert_same(ours, theirs):
    """Equal but for the height, which the decoder may round down by its smallest step, 0.2 m."""
    for column in fields(Records):
        a, b = getattr(ours, column.name), getattr(theirs, column.name)
        within = 0.201 if column.name == "height" else 1e-9
        np.testing.assert_allclose(a, b, rtol=0, atol=within, equal_nan=True, err_msg=column.name)


def file_of(messages, header=14):
    """A file around raw messages, with its checksums."""
    head = struct.pack("<BBHI4s", header, 0x20, 2100, len(messages), b".FIT")
    head += struct.pack("<H", plain_crc(head)) if header == 14 else b""
    return head + messages + struct.pack("<H", plain_crc(head + messages))


def definition(local, message, layout, big=False, developer=()):
    """`layout` and `developer` hold number, size and type or index of each field."""
    out = struct.pack("BBB", 0x40 | local | (0x20 if developer else 0), 0, big)
    out += struct.pack(">H" if big else "<H", message) + bytes([len(layout)])
    out += b"".join(bytes(field) for field in layout)
    return out + (bytes([len(developer)]) + b"".join(bytes(f) for f in developer) if developer else b"")


FILE_ID = definition(0, 0, [(0, 1, 0)]) + b"\x00\x04"
PLACED = [(253, 4, 0x86), (0, 4, 0x85), (1, 4, 0x85), (5, 4, 0x86), (78, 4, 0x86), (3, 1, 2), (4, 1, 2)]


@given(st.binary(max_size=300))
def test_the_checksum_is_the_plain_one(data):
    assert crc16(data) == plain_crc(data)
    assert crc16(data + struct.pack("<H", crc16(data))) == 0


heights = st.integers(0, 60_000).map(lambda h: h / 5 - 500)
records = st.lists(
    st.fixed_dictionaries(
        {
            "message_type": st.just("record"),
            "timestamp": st.integers(0, 10**6).map(lambda s: fit_time(START + timedelta(seconds=s))),
        },
        optional={
            "position_lat": st.integers(-(2**30), 2**30),
            "position_long": st.integers(-(2**31), 2**31 - 2),
            "distance": st.integers(0, 10**7).map(lambda cm: cm / 100),
            "heart_rate": st.integers(0, 254),
            "cadence": st.integers(0, 254),
            "temperature": st.integers(-20, 40),
        },
    ).flatmap(
        lambda record: st.one_of(
            st.just(record),
            heights.map(lambda h: record | {"altitude": h}),
            heights.map(lambda h: record | {"enhanced_altitude": h}),
            heights.map(lambda h: record | {"altitude": h, "enhanced_altitude": h}),
        )
    ),
    max_size=12,
)


@settings(max_examples=80, deadline=None)
@given(records)
def test_records_of_any_fields_are_the_decoders(rows):
    data = fit(*rows, fit_session(track(60)))
    found = sieve(data)
    assert found is not None
    assert_same(found[1], records_of(parse_fit_bytes(data)))
    rest = [m for m in parse_fit_bytes(data) if m["message_type"] in ("file_id", "session", "activity")]
    assert parse_fit_bytes(found[0]) == rest


@pytest.mark.parametrize("big", [False, True], ids=["little", "big"])
@pytest.mark.parametrize("header", [12, 14])
@pytest.mark.parametrize("developer", [(), ((0, 2, 0),)], ids=["plain", "developer"])
def test_byte_orders_headers_and_fields_of_developers(big, header, developer):
    about = definition(1, 206, [(0, 1, 2), (1, 1, 2), (2, 1, 2)]) + bytes([1, 0, 0, 0x84])
    body = definition(2, 20, PLACED, big, developer)
    for k in range(5):
        order = ">" if big else "<"
        values = (FIT_START + k, 10**8 + k, -(10**7) - k, 300 * k, 5 * 600 + k, 140 + k, 84)
        if k == 3:  # nothing known but the time
            values = (FIT_START + k, 2**31 - 1, 2**31 - 1, 2**32 - 1, 2**32 - 1, 255, 255)
        body += bytes([2]) + struct.pack(f"{order}IiiIIBB", *values) + b"\x07\x00" * bool(developer)
    data = file_of(FILE_ID + about + body, header)
    found = sieve(data)
    assert found is not None
    assert len(found[1]) == 5
    assert np.isnan(found[1].lat[3])
    assert_same(found[1], records_of(parse_fit_bytes(data)))


def test_two_layouts_by_turns_keep_the_order():
    short = definition(3, 20, PLACED[:1])
    body = definition(2, 20, PLACED) + short
    for k in range(40):
        if k % 2:
            body += b"\x03" + struct.pack("<I", FIT_START + k)
        else:
            body += b"\x02" + struct.pack("<IiiIIBB", FIT_START + k, k, k, k, k, k, k)
    data = file_of(FILE_ID + body)
    found = sieve(data)
    assert found is not None
    assert np.diff(found[1].t).tolist() == [1.0] * 39
    assert_same(found[1], records_of(parse_fit_bytes(data)))


def broken_checksum(data):
    return data[:-1] + bytes([data[-1] ^ 1])


def as_other_type(data):
    place = data.index(bytes((3, 1, 2)), 30)
    return file_of(data[14:place] + bytes((3, 1, 1)) + data[place + 3 : -2])


@pytest.mark.parametrize(
    "change",
    [
        broken_checksum,
        as_other_type,
        lambda d: d + d,
        lambda d: d[:-40],
        lambda d: d[:9],
        lambda d: d[:12] + b"\x01\x02" + d[14:],
        lambda d: file_of(d[14:-2] + b"\x0f"),
        lambda d: file_of(d[14:-2] + bytes((0x80, 1))),
        lambda d: file_of(d[14:-2] + definition(5, 20, [(8, 3, 13)])),
    ],
    ids=["checksum", "type", "chained", "cut", "stub", "header", "undefined", "compressed", "packed-speed"],
)
def test_what_is_not_plain_is_left_to_the_decoders(change):
    assert sieve(fit_run(60)) is not None
    assert sieve(change(fit_run(60))) is None


def test_compressed_times_are_read_by_the_decoder():
    body = definition(0, 20, PLACED) + b"\x00" + struct.pack("<IiiIIBB", FIT_START, 0, 0, 0, 3000, 150, 85)
    body += definition(1, 20, PLACED[1:])
    first = FIT_START & 0x1F
    for k in range(1, 600):
        lat = round(k * 3 / 111_195.08 * 2**31 / 180)
        body += bytes([0x80 | 1 << 5 | (first + k) & 0x1F]) + struct.pack(
            "<iiIIBB", lat, 0, 300 * k, 3000, 150, 85
        )
    data = file_of(definition(0, 0, [(0, 1, 0)]) + b"\x00\x04" + body)
    assert sieve(data) is None
    (run,) = read_fit(data, "a.fit")
    assert (run.start, run.elapsed_s) == (START, 599)
    assert run.distance_m == pytest.approx(1797, abs=1)


def test_the_run_is_the_same_without_the_shortcut(monkeypatch):
    points = track(1800, 3.0, step=1)
    ride = track(900, 8.0, start=points[-1][0], step=1)
    several = fit(
        *fit_records(points), *fit_records(ride), fit_session(points), fit_session(ride, sport="cycling")
    )
    for data in (fit_run(), fit_run(sub_sport="treadmill"), several, fit(*fit_records(points))):
        short = read_fit(data, "a.fit")
        with monkeypatch.context() as patch:
            patch.setattr(fit_messages, "sieve", lambda _: None)
            assert read_fit(data, "a.fit") == short
