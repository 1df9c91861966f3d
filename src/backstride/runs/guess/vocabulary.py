"""The words of training plans in English, German, French, Spanish and Malay, in small letters without accents.

A `*` stands for the rest of a word. A strong phrase is training wherever it stands; a weak one only beside
a run, an amount, or alone in its title.
"""

from typing import Literal

Sense = Literal[
    "race", "long", "quality", "easy", "sport", "gym", "rest", "run", "strides", "session", "no", "off", "none"
]

STRONG: dict[Sense, str] = {
    "race": """race day, raceday, wettkampf, wettkampftag, volkslauf, stadtlauf, course officielle, competition,
        jour de course, dia de carrera, carrera popular, competicion, perlumbaan, lumba lari, acara larian,
        goal race, tune-up race, tune up race, virtual race, cross country race, xc race""",
    "long": """long run, long slow run, long easy run, long slow distance, long jog, easy long run, lsd, long trail run,
        langer lauf, lange lauf, langer dauerlauf, langer ruhiger dauerlauf, langer lockerer dauerlauf, lala,
        langlauf laufen, sortie longue, footing long, tirada larga, tirada, rodaje largo, fondo largo,
        carrera larga, larian jauh, larian panjang, lari jauh, lari panjang, larian jarak jauh""",
    "quality": """interval*, tempo run, tempo session, tempo intervals, threshold*, sub-threshold, lactate threshold,
        fartlek*, hill repeat*, hill sprint*, hill session, hill intervals, hilly run, speedwork, speed work,
        speed session, track session, track workout, track repeats, track intervals, vo2, vo2max, vo2 max,
        cruise intervals, progression run, progressive run, race pace, marathon pace, half marathon pace,
        goal pace, hmp, time trial, parkrun, park run, over-unders, yasso*, mile repeats, pyramid run,
        marathon-tempo, race effort, 5k pace, 10k pace, 5 km pace, 10 km pace, steady state run,
        intervall*, tempolauf, tempodauerlauf, tdl, schwelle, schwellen*, fahrtspiel, bergsprint*, berglauf,
        berglaufe, huegelsprint*, hugelsprint*, wettkampftempo, renntempo, bahntraining, tempotraining, crescendolauf,
        fractionne*, intervalle*, vma, seuil, allure marathon, allure specifique, allure semi, seance piste,
        seance de cotes, cotes, 30/30, 30-30, series, intervalos, umbral, cuestas, cambios de ritmo, ritmo de carrera,
        ritmo maraton, ritmo controlado, rodaje progresivo, carrera progresiva, larian tempo, lari tempo,
        latihan selang, larian selang, lari selang, pecutan, larian bukit, lari bukit, larian progresif""",
    "easy": """easy run, easy jog, easy running, easy trail run, recovery run, recovery jog, regeneration run, base run,
        foundation run, aerobic run, shakeout*, shake out, shake-out, conversational run, steady run, general aerobic,
        easy miles, easy km, easy pace run, endurance run, slow run, gentle run, jog, jogging, run/walk, walk/run,
        run-walk, c25k, couch to 5k, zone 2 run, zone 1 run, z2 run, lockerer lauf, lockerer dauerlauf,
        ruhiger dauerlauf, ruhiger lauf, dauerlauf, dl, grundlagenlauf, regenerationslauf, regenerativer lauf,
        erholungslauf, lockerer trab, footing, footing lent, endurance fondamentale, decrassage,
        sortie facile, course facile, course lente, footing recuperation, footing de recuperation, rodaje, rodaje suave,
        trote, trote suave, carrera suave, carrera continua, carrera facil, carrera de recuperacion,
        larian santai, lari santai, larian ringan, larian mudah, larian pemulihan, lari pemulihan, joging, jogging""",
    "sport": """cycling, bike ride, easy ride, long ride, indoor bike, spin class, spinning, turbo trainer, zwift, elliptical,
        cross trainer, crosstrainer, stepper, rowing, aqua jog*, aquajog*, pool run*, deep water running, hike, hiking,
        cross-training, cross training, cross-train, cross train, crosstraining, xt, x-train, x train, radfahren, rennrad,
        radtour, schwimmen, wandern, wanderung, alternativtraining, aquajogging, natation, randonnee,
        velo, cyclisme, aviron, entrainement croise, natacion, ciclismo, bicicleta, caminata, senderismo,
        entrenamiento cruzado, berenang, renang, berbasikal, jalan kaki, latihan silang, swimming, power walk*""",
    "gym": """strength training, strength session, strength workout, strength & conditioning, strength and conditioning,
        s&c, strength, weight training, weight lifting, weightlifting, core workout, core session, core strength,
        yoga, pilates, mobility, stretching, foam roll*, plyo*, prehab, krafttraining, stabi, stabitraining, athletiktraining,
        gymnastik, rumpfstabi*, dehnen, mobilisation, renforcement*, musculation, gainage, ppg, etirements,
        entrenamiento de fuerza, fuerza, pesas, estiramientos, movilidad, latihan kekuatan, kekuatan,
        regangan, latihan teras""",
    "rest": """rest day, day off, rest & recovery, rest and recovery, full rest, complete rest, total rest, rest or walk, recovery day,
        no run, no running, no training, ruhetag, trainingsfrei, lauffrei, pausentag, jour de repos, repos complet,
        dia de descanso, descanso total, dia libre, hari rehat, rehat penuh""",
    "run": """morning run, lunch run, afternoon run, evening run, night run, trail run*, road run, treadmill run*,
        group run, club run, social run, solo run, run club, lauftreff, trailrun*, jog run, run commute, commute run""",
    "strides": "strides, stride outs, steigerungen, steigerungslaufe, lignes droites, rectas, progresivos, wind sprints",
}

WEAK: dict[Sense, str] = {
    "race": "race, racing, rennen, carrera de, lumba",
    "long": "long, lang, langer, longue, largo, larga, jauh, panjang",
    "quality": """tempo, speed, hills, hill, track, repeats, reps, progression, fast, sprints, bahn, schnell,
        piste, allure, rapide, ritmo, rapido, pista, selang, laju, bukit, z4, z5, zone 4, zone 5, lt""",
    "easy": """easy, recovery, slow, aerobic, base, gentle, steady, conversational, z1, z2, zone 1, zone 2, ga1, ga 1,
        locker, lockerer, lockeres, ruhig, ruhiger, regenerativ, ef, facile, lent, recuperation, recup, suave, facil,
        recuperacion, santai, ringan, mudah, pemulihan, trab, warm up, warm-up, warmup, cool down, cool-down, cooldown""",
    "sport": "bike, ride, swim, row, walk, spin, rad, basikal, marche, bici, nadar, remo",
    "gym": "gym, weights, core, kraft, kraftigung, renfo, gimnasio, gim, senaman, circuit, circuits, conditioning, stretch, fitness",
    "rest": "rest, off, frei, ruhe, pause, repos, descanso, libre, rehat",
    "run": "run, runs, running, laufen, lauf, courir, course a pied, course, correr, carrera, lari, larian, berlari, treadmill, laufband",
    "session": """session, training, workout, train, einheit, trainingseinheit, seance, entrainement, entrenamiento,
        entreno, latihan, sesi, practice, double, w/o""",
}

# Words of other appointments. They weigh more than a lone word of running.
_NO = """meeting, meetings, call, standup, stand-up, sprint planning, sprint review, sprint retro, sprint demo, backlog, planning,
    review, retro, retrospective, demo, dry run, trial run, test run, school run, interview, appointment, dentist,
    doctor, lunch, dinner, breakfast, brunch, birthday, party, flight, committee, agm, webinar, deadline, expo,
    registration, sign up, sign-up, signup, pickup, pick-up, pick up, collect bib, briefing, payroll, errand*, shopping,
    sale, cinema, concert, movie, volunteer*, marshal*, spectat*, cheer*, api, budget, report, invoice, training course,
    compliance training, onboarding, conference, project, deploy*, release, lesson, class trip, wedding, funeral,
    arzttermin, termin, besprechung, sitzung, geburtstag, zahnarzt, probelauf, elternabend, reunion, rendez-vous, anniversaire,
    diner, dejeuner, medecin, reunion de, cita, cumpleanos, medico, cena, almuerzo, mesyuarat, temu janji, hari jadi, kenduri,
    weekly mileage, weekly total, week total, total mileage, days to, weeks to, countdown, 1:1, sync"""

_OFF = """cancelled, canceled, cancel, abgesagt, entfallt, fallt aus, annule, annulee, cancelado, cancelada, anulado,
    dibatalkan, batal, skipped"""

# Phrases in which a word of running means something else.
_NONE = """race week, race recovery, post-race, post race, pre-race, pre race, before race, after race, race plan, race kit,
    rest week, recovery week, easy week, race condition*, rest of, rest api, the rest, running late, running behind, run the,
    run through, run by, run down, run an, run a, run over, run into, long weekend, long lunch, long time, long haul, long-term,
    on track, track record, off work, off-site, offsite, kick off, kick-off, drop off, drop-off, office, core team, core hours,
    easy peasy, easyjet, walk the dog, walk through, walkthrough, bike shop, swim lesson*, fast track, course material,
    main course, golf course, of course, en course, carrera profesional, parent rest, base camp, training plan, power off"""

OTHER: dict[Sense, str] = {"no": _NO, "off": _OFF, "none": _NONE}
