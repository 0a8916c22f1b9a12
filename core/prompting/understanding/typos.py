"""Typing and spacing errors of casual Korean set right, without touching names, numbers, quotes or labels."""

import re
from functools import cache, lru_cache
from typing import Final

from core.privacy.korean.hangul import ending_in, final, is_syllable, with_final
from core.privacy.korean.particles import Particle, attach
from core.prompting.understanding.words import alternatives, table, words

_KEPT: Final = re.compile(
    r"\{[^{}\n]{1,60}\}|\"[^\"\n]{0,300}\"|“[^“”\n]{0,300}”|‘[^‘’\n]{0,300}’"
    r"|(?<![A-Za-z])'[^'\n]{0,300}'|`[^`\n]{0,300}`"
)


@lru_cache(maxsize=256)  # a clause is read several times while its prompt is made
def mend(text: str) -> str:
    """Return the text with typing and spacing errors set right; quotes and labels stay as they are."""
    parts: list[str] = []
    start = 0
    for kept in _KEPT.finditer(text):
        parts += [_mended(text[start : kept.start()]), kept.group()]
        start = kept.end()
    return re.sub(r"[ \t]{2,}", " ", "".join([*parts, _mended(text[start:])])).strip()


def _mended(text: str) -> str:
    if not re.search("[가-힣ㅋㅎㅠㅜ]", text):
        return text
    for pattern, becomes in _rules("spelling"):
        text = pattern.sub(becomes, text)
    text = _past_mended(text)
    for pattern, becomes in _rules("spacing"):
        text = pattern.sub(becomes, text)
    return text


@cache
def _rules(name: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(_finals(pattern)), becomes) for pattern, becomes in table("typos.toml")[name]["pairs"])


def _finals(pattern: str) -> str:
    """Turn a look-behind for finals, (?<=[ㄹㄴ]), into one for the syllables that end so."""
    return re.sub(r"\(\?<=\[?([ㄱ-ㅎ]+)\]?\)", lambda found: f"(?<=[{ending_in(found[1])}])", pattern)


@cache
def _past_pattern() -> re.Pattern[str]:
    return re.compile(rf"([가-힣])(?=(?:{table('typos.toml')['past']['before']}))")


def _past_mended(text: str) -> str:
    past = table("typos.toml")["past"]

    def set_right(found: re.Match[str]) -> str:
        syllable, before = found[1], text[max(0, found.start() - 2) : found.start()]
        if syllable == "업" and re.match(r"음|어요|습니다|는|으면|다", text[found.end() :]):
            return "업" if before.endswith(("을 ", "를 ")) else "없"
        if syllable not in past["syllables"] or (before[-1:] + syllable) in past["nouns"].split():
            return syllable
        return with_final(syllable, "ㅆ")

    return _past_pattern().sub(set_right, text)


def plain(text: str) -> str:
    """Return written Korean for spoken: 이랑 → 과, 한테 → 에게, 뭐 → 무엇, 거 → 것, fillers gone."""
    text = re.sub(rf"(?:^|(?<=\s))(?:{alternatives('fillers')})(?=$|[\s,.!?])[,.!?]*", "", text)
    text = re.sub(r"[가-힣A-Za-z0-9)}\]]+?(?:이랑|랑)(?=\s|$)", _and, text)
    text = re.sub(r"(?<=[가-힣}\])])한테서?(?=$|[\s은는도만])", "에게", text)
    text = re.sub(r"(?<=[가-힣])거(?=$|[\s를은도만])", _thing, text)
    text = re.sub(r"(?:(?<=[가-힣])|(?<=[가-힣]\s))(건|걸|걸로)(?=$|\s)", _thing_with_particle, text)
    text = re.sub(r"(?:^|(?<=\s))거(?=$|[\s를은도만])", "것", text)
    text = re.sub(r"(?:^|(?<=\s))(?:뭔지|무언지|머가?인지)", "무엇인지", text)
    text = re.sub(r"(?:^|(?<=\s))뭐(?=가\s|부터|까지)", "무엇", text)
    text = re.sub(r"(?:^|(?<=\s))무엇가(?=\s)", "무엇이", text)
    text = re.sub(r"(?<=[가-힣])진(?=\s?(?:말|마[세시요라]|않))", "지는", text)
    text = re.sub(r"(얘|이야)긴(?=\s)", r"\1기는", text)
    text = re.sub(r"(?<=[떤느은는])\s?게(?=\s)", " 것이", text)
    text = re.sub(r"(?:^|(?<=\s))뭘(?=\s|$)", "무엇을", text)
    text = re.sub(r"(?:^|(?<=\s))뭐(?=\s)", "무엇을", text)
    return re.sub(r"\s{2,}", " ", text).strip(" ,")


def _and(found: re.Match[str]) -> str:
    word = found.group()
    if word in words("unlike_and"):
        return word
    noun = word.removesuffix("이랑") if word.endswith("이랑") and _needs_i(word) else word.removesuffix("랑")
    return attach(noun, Particle.AND) if noun else word


def _needs_i(word: str) -> bool:
    return bool(final(word[-3:-2])) or not is_syllable(word[-3:-2])


def _thing(found: re.Match[str]) -> str:
    before = found.string[max(0, found.start() - 1) : found.start()]
    if before + "거" in words("geo_nouns"):
        return "거"
    return " 것" if final(before) in {"ㄴ", "ㄹ"} and final(before) else "거"


_NOUNS_IN_GEON: Final = ("안건", "사건", "물건", "조건", "여건", "용건", "문건", "인건", "요건", "별건")


def _thing_with_particle(found: re.Match[str]) -> str:
    if found.string[: found.end()].endswith(_NOUNS_IN_GEON):
        return found[1]
    before = found.string[: found.start()].rstrip()[-1:]
    written = {"건": " 것은", "걸": " 것을", "걸로": " 것으로"}[found[1]]
    written = written if before == found.string[max(0, found.start() - 1) : found.start()] else written.strip()
    return written if final(before) in {"ㄴ", "ㄹ"} else found[1]
