"""The words of training plans in English, German, French, Spanish and Malay: small letters, no accents.

A `*` stands for the rest of a word, a blank for a blank or a hyphen. A strong phrase is training wherever it
stands; a weak one only beside a run, a session or an amount, or alone in its title.
"""

from typing import Literal

Sense = Literal[
    "race",
    "long",
    "quality",
    "easy",
    "sport",
    "gym",
    "rest",
    "run",
    "strides",
    "session",
    "no",
    "off",
    "none",
]

STRONG: dict[Sense, str] = {
    "race": """
        acara larian, carrera popular, competicion, competition, course officielle, cross country
        race, dia de carrera, goal race, jour de course, lumba lari, perlumbaan, race day, raceday,
        stadtlauf, tune up race, virtual race, volkslauf, wettkampf, wettkampftag, xc race
    """,
    "long": """
        carrera larga, easy long run, fondo largo, footing long, lala, lange lauf, langer dauerlauf,
        langer lauf, langer lockerer dauerlauf, langer ruhiger dauerlauf, langlauf laufen, lari
        jauh, lari panjang, larian jarak jauh, larian jauh, larian panjang, long easy run, long jog,
        long run, long slow distance, long slow run, long trail run, lsd, rodaje largo, sortie
        longue, tirada, tirada larga
    """,
    "quality": """
        10 km pace, 10k pace, 30 30, 30/30, 5 km pace, 5k pace, allure marathon, allure semi, allure
        specifique, bahntraining, berglauf, berglaufe, bergsprint*, cambios de ritmo, carrera
        progresiva, cotes, crescendolauf, cruise intervals, cuestas, fahrtspiel, fartlek*,
        fractionne*, goal pace, half marathon pace, hill intervals, hill repeat*, hill session, hill
        sprint*, hilly run, hmp, huegelsprint*, hugelsprint*, interval*, intervall*, intervalle*,
        intervalos, lactate threshold, lari bukit, lari selang, lari tempo, larian bukit, larian
        progresif, larian selang, larian tempo, latihan selang, marathon pace, marathon tempo, mile
        repeats, over unders, park run, parkrun, pecutan, progression run, progressive run, pyramid
        run, race effort, race pace, renntempo, ritmo controlado, ritmo de carrera, ritmo maraton,
        rodaje progresivo, schwelle, schwellen*, seance de cotes, seance piste, series, seuil, speed
        session, speed work, speedwork, steady state run, sub threshold, tdl, tempo intervals, tempo
        run, tempo session, tempodauerlauf, tempolauf, tempotraining, threshold*, time trial, track
        intervals, track repeats, track session, track workout, umbral, vma, vo2, vo2 max, vo2max,
        wettkampftempo, yasso*
    """,
    "easy": """
        aerobic run, base run, c25k, carrera continua, carrera de recuperacion, carrera facil,
        carrera suave, conversational run, couch to 5k, course facile, course lente, dauerlauf,
        decrassage, dl, easy jog, easy km, easy miles, easy pace run, easy run, easy running, easy
        trail run, endurance fondamentale, endurance run, erholungslauf, footing, footing de
        recuperation, footing lent, footing recuperation, foundation run, general aerobic, gentle
        run, grundlagenlauf, jog, jogging, joging, lari pemulihan, lari santai, larian mudah, larian
        pemulihan, larian ringan, larian santai, lockerer dauerlauf, lockerer lauf, lockerer trab,
        recovery jog, recovery run, regeneration run, regenerationslauf, regenerativer lauf, rodaje,
        rodaje suave, ruhiger dauerlauf, ruhiger lauf, run walk, run/walk, shake out, shakeout*,
        slow run, sortie facile, steady run, trote, trote suave, walk/run, z2 run, zone 1 run, zone
        2 run
    """,
    "sport": """
        alternativtraining, aqua jog*, aquajog*, aquajogging, aviron, berbasikal, berenang,
        bicicleta, bike ride, caminata, ciclismo, cross train, cross trainer, cross training,
        crosstrainer, crosstraining, cycling, cyclisme, deep water running, easy ride, elliptical,
        entrainement croise, entrenamiento cruzado, hike, hiking, indoor bike, jalan kaki, latihan
        silang, long ride, natacion, natation, pool run*, power walk*, radfahren, radtour,
        randonnee, renang, rennrad, rowing, schwimmen, senderismo, spin class, spinning, stepper,
        swimming, turbo trainer, velo, wandern, wanderung, x train, xt, zwift
    """,
    "gym": """
        athletiktraining, core session, core strength, core workout, dehnen, entrenamiento de
        fuerza, estiramientos, etirements, foam roll*, fuerza, gainage, gymnastik, kekuatan,
        krafttraining, latihan kekuatan, latihan teras, mobilisation, mobility, movilidad,
        musculation, pesas, pilates, plyo*, ppg, prehab, regangan, renforcement*, rumpfstabi*, s&c,
        stabi, stabitraining, strength, strength & conditioning, strength and conditioning, strength
        session, strength training, strength workout, stretching, weight lifting, weight training,
        weightlifting, yoga
    """,
    "rest": """
        complete rest, day off, descanso total, dia de descanso, dia libre, full rest, hari rehat,
        jour de repos, lauffrei, no run, no running, no training, pausentag, recovery day, rehat
        penuh, repos complet, rest & recovery, rest and recovery, rest day, rest or walk, ruhetag,
        total rest, trainingsfrei
    """,
    "run": """
        afternoon run, club run, commute run, evening run, group run, jog run, lauftreff, lunch run,
        morning run, night run, road run, run club, run commute, social run, solo run, trail run*,
        trailrun*, treadmill run*
    """,
    "strides": """
        lignes droites, progresivos, rectas, steigerungen, steigerungslaufe, stride outs, strides,
        wind sprints
    """,
}

WEAK: dict[Sense, str] = {
    "race": "carrera de, lumba, race, racing, rennen",
    "long": "jauh, lang, langer, larga, largo, long, longue, panjang",
    "quality": """
        allure, bahn, bukit, fast, hill, hills, laju, lt, pista, piste, progression, rapide, rapido,
        repeats, reps, ritmo, schnell, selang, speed, sprints, tempo, track, z4, z5, zone 4, zone 5
    """,
    "easy": """
        aerobic, base, conversational, cool down, cooldown, easy, ef, facil, facile, ga 1, ga1,
        gentle, lent, locker, lockerer, lockeres, mudah, pemulihan, recovery, recup, recuperacion,
        recuperation, regenerativ, ringan, ruhig, ruhiger, santai, slow, steady, suave, trab, warm
        up, warmup, z1, z2, zone 1, zone 2
    """,
    "sport": "basikal, bici, bike, marche, nadar, rad, remo, ride, row, spin, swim, walk",
    "gym": """
        circuit, circuits, conditioning, core, fitness, gim, gimnasio, gym, kraft, kraftigung,
        renfo, senaman, stretch, weights
    """,
    "rest": "descanso, frei, libre, off, pause, rehat, repos, rest, ruhe",
    "run": """
        berlari, carrera, correr, courir, course, course a pied, lari, larian, lauf, laufband,
        laufen, run, running, runs, treadmill
    """,
    "session": """
        double, einheit, entrainement, entrenamiento, entreno, latihan, practice, seance, sesi,
        session, train, training, trainingseinheit, w/o, workout
    """,
}

# Of other appointments (these weigh more than a lone word of running), of events that do not take place,
# and phrases in which a word of running means something else.
OTHER: dict[Sense, str] = {
    "no": """
        1:1, agm, almuerzo, anniversaire, api, appointment, arzttermin, backlog, besprechung,
        birthday, breakfast, briefing, brunch, budget, call, cena, cheer*, cinema, cita, class trip,
        collect bib, committee, compliance training, concert, conference, countdown, cumpleanos,
        days to, deadline, dejeuner, demo, dentist, deploy*, diner, dinner, doctor, dry run,
        elternabend, errand*, expo, flight, funeral, geburtstag, hari jadi, interview, invoice,
        kenduri, lesson, lunch, marshal*, medecin, medico, meeting, meetings, mesyuarat, movie,
        onboarding, party, payroll, pick up, pickup, planning, probelauf, project, registration,
        release, rendez vous, report, retro, retrospective, reunion, reunion de, review, sale,
        school run, shopping, sign up, signup, sitzung, spectat*, sprint demo, sprint planning,
        sprint retro, sprint review, stand up, standup, sync, temu janji, termin, test run, total
        mileage, training course, trial run, volunteer*, webinar, wedding, week total, weekly
        mileage, weekly total, weeks to, zahnarzt
    """,
    "off": """
        abgesagt, annule, annulee, anulado, batal, cancel, cancelada, cancelado, canceled,
        cancelled, dibatalkan, entfallt, fallt aus, skipped
    """,
    "none": """
        after race, base camp, before race, bike shop, carrera profesional, core hours, core team,
        course material, day off school, day off work, drop off, easy peasy, easy week, easyjet, en
        course, fast track, golf course, kick off, long haul, long lunch, long term, long time, long
        weekend, main course, of course, off site, off work, office, offsite, on track, parent rest,
        post race, power off, pre race, race condition*, race kit, race plan, race recovery, race
        week, recovery week, rest api, rest of, rest week, run a, run an, run by, run down, run
        into, run over, run the, run through, running behind, running late, swim lesson*, the rest,
        track record, training plan, walk the dog, walk through, walkthrough
    """,
}
