"""Invented names: of persons in every way they are written, of companies and schools."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from random import Random

from core.adapters.presidio.gazetteer import words
from core.privacy.korean import surnames


def one_of(rng: Random, *kinds: str) -> str:
    """Return a word of the gazetteer that is of one of these kinds."""
    return rng.choice(_listed(*kinds))


def surname(rng: Random) -> str:
    """Return a surname, as often as people bear it (share in ten thousand, census of 2015)."""
    shares = _surnames()
    return rng.choices(list(shares), list(shares.values()))[0]


def any_surname(rng: Random) -> str:
    """Return a surname, a rare one more often than people bear it."""
    return surname(rng) if _now_and_then(rng, 0.6) else rng.choice(surnames.ALL)


def double(rng: Random) -> str:
    """Return a surname of two syllables."""
    return rng.choice(surnames.DOUBLE)


def given(rng: Random) -> str:
    """Return a given name: a usual one, a word, or two usual syllables."""
    if _now_and_then(rng, 0.5):
        return one_of(rng, "given")
    if _now_and_then(rng, 0.3):
        return rng.choice([name for name in _listed("given.word") if len(name) == len("하늘")])
    return one_of(rng, "given.syllable") + one_of(rng, "given.syllable")


def full(rng: Random) -> str:
    """Return surname and given name; few given names have one syllable."""
    return surname(rng) + (one_of(rng, "given.syllable") if _now_and_then(rng, 0.12) else given(rng))


def spaced(rng: Random) -> str:
    """Return a full name with blanks: 김 민 수."""
    return " ".join(surname(rng)[:1] + given(rng))


def hidden(rng: Random) -> str:
    """Return a full name partly hidden: 김O수, 김**, 김민○."""
    name, mark = surname(rng)[:1] + given(rng), rng.choice("OO○*＊X○0")
    return rng.choice((name[0] + mark + name[2:],) * 6 + (name[0] + mark * 2,) * 3 + (name[:2] + mark,))


def foreign(rng: Random) -> str:
    """Return a foreign name in Hangul."""
    first, last = foreign_part(rng), foreign_part(rng)
    return rng.choice((f"{first} {last}", f"{first} {last}", first + last, first))


def foreign_part(rng: Random) -> str:
    """Return one word of a foreign name in Hangul; those who work in Korea are mostly from Asia."""
    return one_of(rng, "foreign.asian" if _now_and_then(rng, 0.6) else "foreign")


def foreign_latin(rng: Random) -> str:
    """Return a given name that is not English, in Latin letters."""
    return rng.choice(vocabulary()["latin"])


def english(rng: Random) -> str:
    """Return an English name."""
    first, last = english_given(rng), english_surname(rng)
    middle = rng.choice("ABCDEJKLMRST")
    name = rng.choice((f"{first} {last}",) * 6 + (f"{first} {middle}. {last}", f"{last}, {first}"))
    return name.lower() if _now_and_then(rng, 0.08) else name


def english_given(rng: Random) -> str:
    """Return an English given name."""
    return one_of(rng, "given.english").capitalize()


def english_surname(rng: Random) -> str:
    """Return an English surname."""
    return one_of(rng, "surname.english").capitalize()


def romanised(rng: Random) -> str:
    """Return a Korean name in Latin letters: Kim Min-su, Minsu Kim, KIM MIN SU."""
    last, first = romanised_parts(rng)
    name = rng.choice((f"{last} {first}", f"{first} {last}", f"{last}, {first}"))
    return name.upper() if _now_and_then(rng, 0.2) else name


def romanised_parts(rng: Random) -> tuple[str, str]:
    """Return surname and given name of a Korean in Latin letters."""
    last = one_of(rng, "surname.romanised").capitalize()
    one, two = (one_of(rng, "given.romanised").capitalize() for _ in range(2))
    return last, rng.choice((f"{one}-{two.lower()}", f"{one} {two}", one + two.lower(), f"{one}-{two}"))


def organization(rng: Random) -> str:
    """Return a company, a hospital, a kindergarten."""
    name = rng.choice(vocabulary()["heads"]) + rng.choice(vocabulary()["tails"])
    legal = rng.choice((name,) * 8 + (f"(주){name}", f"주식회사 {name}", f"㈜{name}"))
    return legal if _now_and_then(rng, 0.85) else f"{school(rng)}병원"


def school(rng: Random) -> str:
    """Return a school or a university."""
    return rng.choice((*vocabulary()["heads"], *_listed("place"))) + rng.choice(vocabulary()["schools"])


@cache
def _listed(*kinds: str) -> tuple[str, ...]:
    return tuple(sorted(words(*kinds)))


@cache
def vocabulary() -> Mapping[str, tuple[str, ...]]:
    """Return the word lists of `vocabulary.txt` by their names."""
    lines = Path(__file__).with_name("vocabulary.txt").read_text("utf-8").splitlines()
    return {name: tuple(held.split()) for name, _, held in (line.partition(": ") for line in lines)}


@cache
def _surnames() -> Mapping[str, int]:
    names = {entry.rstrip("0123456789"): entry for entry in vocabulary()["surnames"]}
    return {name: int(entry.removeprefix(name)) for name, entry in names.items()}


def _now_and_then(rng: Random, share: float) -> bool:
    return rng.random() < share
