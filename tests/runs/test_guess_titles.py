"""Titles as training plans and coaches write them: kind, kilometres, minutes, and how sure."""

from datetime import date

import pytest

from backstride.runs.guess.guess import guess
from backstride.runs.guess.values import Entry, Event, NotTaken

DAY = date(2026, 11, 21)

# Title, kind, km, minutes; a ? before the kind: a guess.
TITLES = """
Easy Run 8km                                    | easy     | 8       |
🏃 Easy Run • 8km                               | easy     | 8       |
Long Run - 16km                                 | long     | 16      |
Long run 18 mi                                  | long     | 28.968  |
Intervals · 7.5km                               | quality  | 7.5     |
W3 Thu Tempo Run - 4 miles                      | quality  | 6.437   |
Tempo 8km                                       | quality  | 8       |
Tempo                                           | quality  |         |
Rest Day                                        | rest     |         |
Day Off                                         | rest     |         |
Rest                                            | rest     |         |
10 x 400m                                       | ?quality | 4       |
20 × 200 m                                      | ?quality | 4       |
6x800 w/ 2 min easy jog                         | ?quality | 4.8     |
5 x 1k @ 5k pace, 90s rest                      | ?quality | 5       |
4 x 1 mile                                      | ?quality | 6.437   |
2k WU + 6x800 + 2k CD                           | ?quality | 8.8     |
3 x 10 min threshold                            | quality  |         |
Hill repeats 8 x 60s                            | quality  |         |
Fartlek 40 min                                  | quality  |         | 40
Marathon pace 16 km                             | quality  | 16      |
HMP 10,5 km                                     | quality  | 10.5    |
Time trial 5k                                   | quality  | 5       |
Progression run 12 km with last 4 km fast       | ?quality | 12      |
Long run 24 km incl. 3 x 3 km                   | ?long    | 24      |
Half marathon                                   | ?race    | 21.098  |
Berlin Marathon                                 | ?race    | 42.195  |
Race: Melbourne 10K                             | race     | 10      |
Race day: half-marathon                         | race     | 21.098  |
13.1                                            | ?easy    | 21.098  |
Race 26.2                                       | ?race    | 42.195  |
Marathon training: easy 8 km                    | easy     | 8       |
Race week easy 5k                               | easy     | 5       |
Pre-race shakeout 3 km                          | easy     | 3       |
20 miles                                        | ?easy    | 32.187  |
Recovery jog 30 min                             | easy     |         | 30
Easy 45:00                                      | easy     |         | 45
Easy 1:20                                       | easy     |         | 80
Easy 1:05:30                                    | easy     |         | 65.5
Easy run 18:30                                  | easy     |         |
Easy run at 7:30                                | easy     |         |
Tempo 5:30/km 8 km                              | quality  | 8       |
Easy 8-10 km                                    | ?easy    | 10      |
45-60 min easy                                  | ?easy    |         | 60
Long run 2h                                     | long     |         | 120
2 hours long run                                | long     |         | 120
easy 1,5 h                                      | easy     |         | 90
80 min steady                                   | easy     |         | 80
Easy 6 km + 6 x 100m strides                    | ?easy    | 6.6     |
Easy run with strides                           | easy     |         |
Easy 5                                          | easy     |         |
Couch to 5k W3D2                                | easy     |         |
Zone 2 run 60min                                | easy     |         | 60
Morning Run                                     | ?easy    |         |
Lunch Run 6 km                                  | ?easy    | 6       |
Easy run 8 km before lunch meeting              | ?easy    | 8       |
10K                                             | ?easy    | 10      |
Rest or easy 5k                                 | ?easy    | 5       |
Treadmill 5km                                   | ?easy    | 5       |
Cross-training 40 min                           | cross    |         | 40
Bike: Easy Ride 1:30                            | cross    |         | 90
Swim intervals 2000m                            | ?cross   | 2       |
Strength                                        | cross    |         |
Yoga 45'                                        | cross    |         | 45
Gym                                             | cross    |         |
Aqua jog 30 min                                 | cross    |         | 30
Easy run + gym                                  | ?easy    |         |
Brick: bike 40 km + run 5 km                    | ?easy    | 5       |
Lockerer Dauerlauf 10 km                        | easy     | 10      |
Langer Lauf 25 km                               | long     | 25      |
Intervalltraining 8x400m                        | ?quality | 3.2     |
Schwellenlauf 30 Minuten                        | quality  |         | 30
Ruhetag                                         | rest     |         |
Krafttraining 1 Std                             | cross    |         | 60
Wettkampf 10 km                                 | race     | 10      |
Halbmarathon Köln                               | ?race    | 21.098  |
Sortie longue 1h30                              | long     |         | 90
Footing 45'                                     | easy     |         | 45
Footing 7h30                                    | easy     |         |
1h30 endurance fondamentale                     | easy     |         | 90
Fractionné 10 x 30/30                           | quality  |         |
Séance VMA 12 x 200                             | ?quality | 2.4     |
Repos                                           | rest     |         |
Renforcement musculaire                         | cross    |         |
Tirada larga 18 km                              | long     | 18      |
Series 6 x 1000                                 | ?quality | 6       |
Rodaje suave 50 min                             | easy     |         | 50
Carrera continua 8km                            | easy     | 8       |
Descanso                                        | rest     |         |
Media maratón Valencia                          | ?race    | 21.098  |
Larian santai 5 km                              | easy     | 5       |
Larian jauh 15km                                | long     | 15      |
Larian tempo 6 km                               | quality  | 6       |
Lari 5 batu                                     | ?easy    | 8.047   |
Latihan kekuatan 30 minit                       | cross    |         | 30
Hari rehat                                      | rest     |         |
Perlumbaan 10k                                  | race     | 10      |
"""

NO_TRAINING = """
Sprint planning
Team meeting
Run payroll
Run the numbers
Dentist
Lunch with Tom
Race committee meeting
Dry run of the demo
Rest API review
1:1 with Long
School run
Walk the dog
Running shoes shopping
Marathon expo
12 days to Berlin Marathon
Long weekend in Rome
Long one
Ride to airport
Speed dating
Day off work
Core team sync
Week 5: 50 km
Probelauf der Anlage
Elternabend
Mesyuarat kelab
Reunión de padres
""".strip().splitlines()

ROWS = [[cell.strip() for cell in line.split("|")] for line in TITLES.strip().splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_a_title(row: list[str]) -> None:
    title, kind, km, minutes = (*row, "")[:4]
    found = guess(Event(DAY, title))
    assert isinstance(found, Entry), found
    assert found.planned.kind == kind.removeprefix("?")
    assert found.planned.distance_m == (pytest.approx(float(km) * 1000, abs=1) if km else None)
    assert found.planned.duration_s == (float(minutes) * 60 if minutes else None)
    assert found.sure is not kind.startswith("?")
    assert found.planned.day == DAY


@pytest.mark.parametrize("title", NO_TRAINING)
def test_no_training_is_left_out_with_a_reason(title: str) -> None:
    found = guess(Event(DAY, title, lasts_s=3600))
    assert isinstance(found, NotTaken), found
    assert found.reason
    assert (found.day, found.title) == (DAY, title)


@pytest.mark.parametrize(
    "title", ["CANCELLED: Long run 20 km", "[Abgesagt] Tempolauf", "Batal - larian jauh"]
)
def test_what_is_called_off_is_left_out(title: str) -> None:
    found = guess(Event(DAY, title))
    assert isinstance(found, NotTaken)
    assert "in its title" in found.reason


def test_every_part_names_the_words_it_came_from() -> None:
    found = guess(Event(DAY, "Sunday: Long Run, about 16–18 km or 1h45"))
    assert isinstance(found, Entry)
    assert found.guess is not None
    kind, distance, duration = found.guess.kind, found.guess.distance, found.guess.duration
    assert (kind.words, kind.sure) == ("Long Run", True)
    assert distance is not None
    assert (distance.words, distance.value, distance.sure) == ("16–18 km", 18_000, False)
    assert duration is not None
    assert (duration.words, duration.value, duration.sure) == ("1h45", 6300, True)
