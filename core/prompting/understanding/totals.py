"""Totals: what is left of a whole, how often a thing is done in all, what several of a kind cost together.

As in `sums`, a relation counts only where the words around the figures say it.
"""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from core.prompting.understanding.counts import NUMBER, number

_SCALES: Final = {"천": 1_000, "만": 10_000, "백만": 1_000_000, "천만": 10_000_000, "억": 100_000_000}
_SCALE: Final = r"\s?(?P<scale>백만|천만|천|만|억)?"
_NUMBER: Final = r"(?<![0-9.,~-])(?P<number>[0-9][0-9,]{0,12}(?:\.[0-9]{1,3})?)"
_UNITS: Final = "원|명|개|건|kg|시간|분|점|권|쪽|장|곳|세대|표|박스"
_WHOLE: Final = re.compile(
    rf"{_NUMBER}{_SCALE}\s?(?P<unit>{_UNITS})\s?(?:중에서|중에|중|가운데|에서)(?P<rest>[^\n]{{2,120}})"
)
_REST: Final = re.compile(r"남은|남는|나머지|잔액|예비비")
_FIGURE: Final = re.compile(rf"{_NUMBER}{_SCALE}\s?(?P<unit>{_UNITS})?(?![0-9.~월일시분차위층호대])")
_FEWEST: Final = 2
_A_WEEK: Final = 7
_REPEATED: Final = re.compile(
    rf"(?P<days>일주일|[0-9]{{1,2}}일)\s?(?:동안|간)?\s(?P<times>아침\s?(?:이랑\s?|과\s?)?저녁|하루(?:에)?\s?(?P<count>{NUMBER})\s?(?:번|회|차례))"
    r"(?:으로|씩|에)?(?:\s(?P<place>[가-힣A-Za-z]{1,10}?)(?:이?랑|와|과|하고)\s[가-힣A-Za-z]{1,10}에서)?"
)
_SHARE: Final = re.compile(r"(?P<noun>[가-힣]{2,8})\s(?P<whole>[0-9][0-9,]{0,6})\s?(?P<unit>개|곳|명|건|가구|세대)")
_PERCENT: Final = r"{noun}(?:의|\s중|\s가운데)?\s(?P<percent>[0-9]{{1,2}}(?:\.[0-9])?)\s?(?:%|퍼센트|프로)(?!p)"
_STAY: Final = re.compile(
    r"(?P<month>1[0-2]|[1-9])월\s?(?P<day>3[01]|[12][0-9]|[1-9])일(?!까지)[^.\n]{0,40}?(?P<nights>[1-9][0-9]?)박\s?(?P<days>[0-9]{1,2})일"
)
_MONTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_A_MONTH: Final = re.compile(
    r"(?:한\s?달에|매달|월)\s(?:[가-힣]{1,6}\s){0,4}?(?:최대\s|많아야\s)?(?P<rate>[0-9]{1,4})\s?(?P<unit>개|곳|건|명|대)"
)
_A_DAY: Final = re.compile(
    r"하루(?:에)?\s?(?:최대\s)?(?P<rate>[0-9]{1,3})\s?(?P<unit>쪽|페이지|장|문제|개|건)(?:씩|정도)?"
)
_COUNTABLE: Final = r"(?<![0-9.,~-])(?P<whole>[1-9][0-9]{{1,4}})\s?{unit}(?!씩|까지|정도)"
_SAME: Final = {"곳": "(?:곳|개)", "쪽": "(?:쪽|페이지)", "페이지": "(?:쪽|페이지)"}
_SPAN: Final = re.compile(r"(?P<span>[0-9]{1,2})\s?(?:개월|달)(?!\s?(?:전(?![가-힣])|차))")
_PRICED: Final = re.compile(
    r"(?P<name>[가-힣A-Za-z]{1,12})\s(?P<price>[0-9][0-9,]{2,8})\s?원?(?:씩|짜리)?\s?(?:[x×*]\s?)?(?P<count>[1-9][0-9]{0,3})\s?(?P<unit>개|장|권|병|명|박스|세트|시간|매|자루)"
)
_WAGE: Final = re.compile("시급|단가|개당|한 ?개|하나에")
_BUDGET: Final = re.compile(
    r"(?:예산|경비|총)[^.\n0-9]{0,10}?(?:[0-9]{1,3}명\s)?(?:총\s?)?(?P<money>[0-9][0-9,]{0,10})\s?(?P<scale>만|천|백만)?\s?원"
)
_DAYS: Final = re.compile(r"[0-9]{1,2}박\s?(?P<days>[2-9])일")


def totals_in(texts: tuple[str, ...]) -> Iterator[str]:
    """Yield what follows from the figures of texts, each with the figures that it is made of."""
    whole = " / ".join(texts)
    yield from _left(texts)
    yield from _times(whole)
    yield from _shares(whole)
    yield from _last_day(whole)
    yield from _as_fast(whole)
    yield from _priced(whole)
    yield from _a_day(whole)


def _left(texts: tuple[str, ...]) -> Iterator[str]:
    for text, after in zip_longest(texts, texts[1:], fillvalue=""):  # 나머지 may begin the next
        for found in _WHOLE.finditer(f"{text} / {after}"):
            end = _REST.search(found["rest"])
            if end is None:
                continue
            parts = [each for each in _FIGURE.finditer(found["rest"][: end.start()]) if _is_of(each, found)]
            taken = sum(_value(each) for each in parts)
            rest = _value(found) - taken
            if len(parts) >= _FEWEST and rest > 0:
                scale = _SCALES.get(found["scale"] or "", 1)
                sizes = " + ".join(f"{_value(each) / scale:,.10g}" for each in parts)
                unit = f"{found['scale'] or ''}{found['unit']}"
                yield f"{_value(found) / scale:,.10g} − ({sizes}) = 남은 {rest / scale:,.10g}{unit}"


def _is_of(part: re.Match[str], whole: re.Match[str]) -> bool:
    """Whether a figure is a part of a whole: with its unit, or without one in its scale (1,150만 원 중 520만)."""
    return part["unit"] == whole["unit"] or (part["unit"] is None and part["scale"] == whole["scale"] is not None)


def _times(text: str) -> Iterator[str]:
    for found in _REPEATED.finditer(text):
        days = _A_WEEK if found["days"] == "일주일" else int(found["days"][:-1])
        times = number(found["count"]) or 2
        places = 2 if found["place"] else 1
        made = f"{days}일 × {times}번{' × 2곳' if found['place'] else ''}"
        if times * places > 1:
            yield f"{made} = {days * times * places}번"


def _shares(text: str) -> Iterator[str]:
    for found in _SHARE.finditer(text):
        share = re.search(_PERCENT.format(noun=re.escape(found["noun"])), text)
        if share is None:
            continue
        part = int(found["whole"].replace(",", "")) * float(share["percent"]) / 100
        if part == int(part) > 0:
            rest = int(found["whole"].replace(",", "")) - int(part)
            unit, share_of = found["unit"], f"{found['noun']} {found['whole']}{found['unit']}의 {share['percent']}%"
            yield f"{share_of} = {int(part):,}{unit}(나머지 {rest:,}{unit})"


def _last_day(text: str) -> Iterator[str]:
    for found in _STAY.finditer(text):
        month, day = int(found["month"]), int(found["day"]) + int(found["nights"])
        if int(found["days"]) != int(found["nights"]) + 1:
            continue
        if day > _MONTHS[month - 1]:
            month, day = month % 12 + 1, day - _MONTHS[month - 1]
        yield f"{found['month']}월 {found['day']}일부터 {found['nights']}박 {found['days']}일 = {month}월 {day}일까지"


def _as_fast(text: str) -> Iterator[str]:
    for pattern, period, least in ((_A_MONTH, "한 달", "달"), (_A_DAY, "하루", "일")):
        for rate in pattern.finditer(text):
            unit = rate["unit"]
            before = text[: rate.start()]
            whole = re.search(_COUNTABLE.format(unit=_SAME.get(unit, unit)), before)
            if whole is None or int(whole["whole"]) <= int(rate["rate"]):
                continue
            needed = -(-int(whole["whole"]) // int(rate["rate"]))
            line = f"{whole['whole']} ÷ {rate['rate']} → {period}에 {rate['rate']}{unit}이면 적어도 {needed}{least}"
            span = _SPAN.search(text) if least == "달" else None
            slack = int(span["span"]) - needed if span else 0
            yield f"{line}({span['span']}개월에서 {slack}달 여유)" if span and slack > 0 else line


def _priced(text: str) -> Iterator[str]:
    if not _WAGE.search(text):
        return
    found = list(_PRICED.finditer(text))
    sums = [int(each["price"].replace(",", "")) * int(each["count"]) for each in found]
    if len(found) < _FEWEST:
        return
    made = (
        f"{each['name']} {int(each['price'].replace(',', '')):,} × {each['count']} = {total:,}원"
        for each, total in zip(found, sums, strict=True)
    )
    yield f"{', '.join(made)}, 모두 {sum(sums):,}원"


def _a_day(text: str) -> Iterator[str]:
    budget, period = _BUDGET.search(text), _DAYS.search(text)
    if budget and period:
        each = _value(budget) / int(period["days"])
        written = f"{each / 10_000:,.10g}만원" if each % 1_000 == 0 else f"약 {round(each / 10_000):,}만원"
        if each >= 10_000:  # noqa: PLR2004 - of less, 만원 is no unit
            yield f"{budget['money']}{budget['scale'] or ''}원 ÷ {period['days']}일 = 하루 평균 {written}"


def _value(found: re.Match[str]) -> float:
    groups = found.groupdict()
    figure = (groups.get("number") or groups.get("money") or "").replace(",", "")
    return float(figure) * _SCALES.get(groups.get("scale") or "", 1)
