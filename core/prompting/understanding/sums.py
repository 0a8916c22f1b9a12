"""Sums: what follows from the figures that the person gave, worked out where it cannot be misread.

Each is written with the figures it is made of, so that whoever reads the prompt can check it. A relation counts only
where the words around the figures say it (중, 에서 … 로, 남, 씩); two figures that merely stand beside each other are
not set against each other.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from operator import sub
from typing import Final

from core.locale import Locale
from core.prompting.understanding.totals import totals_in

_MOST: Final = 4  # lines; more than a reader looks at
_FEW: Final = 3  # prices; two are added at a glance
_TENTH: Final = 0.1
_MONTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_YEAR: Final = sum(_MONTHS)
_MANY: Final = 20  # of fewer a percentage says less than the figures do
_UNITS: Final = (
    "원|명|인분|건|개국|개|kg|g|km|kWh|리터|대|곳|회|권|쪽|문제|점|%|박스|세트|마리|그루|가구|세대|팀|표|병|장|벌|켤레"
)
_SCALES: Final = {"천": 1_000, "만": 10_000, "백만": 1_000_000, "천만": 10_000_000, "억": 100_000_000}
_SCALE: Final = r"\s?(?:백만|천만|천|만|억)?\s?"
_FIGURE: Final = rf"(?<![0-9.,~-])[0-9][0-9,]{{0,12}}(?:\.[0-9]{{1,3}})?{_SCALE}(?:{_UNITS})(?![a-zA-Z])"
_PARTED: Final = re.compile(rf"(?P<number>[0-9][0-9,.]*)\s?(?P<scale>백만|천만|천|만|억)?\s?(?P<unit>{_UNITS})")
_AMONG: Final = r"(?:을|를)?\s?(?:중에서|중에|중|가운데)(?!순|간)"
_PART: Final = re.compile(rf"{_FIGURE}(?!{_AMONG})")
_OF: Final = re.compile(rf"(?P<whole>{_FIGURE}){_AMONG}(?=(?P<rest>[^.\n]{{1,60}}))")
_ACTED_ON: Final = re.compile(rf",[^,]*{_FIGURE}[을를]")  # 중 38개 불량, 대체품 40개를 발송: no part of the whole
_FROM_TO: Final = re.compile(
    rf"(?P<first>(?<![0-9.,~-])[0-9][0-9,.]*{_SCALE}(?:{_UNITS})?)(?:에서|\s?→|\s?->)\s?(?:[가-힣]{{1,6}}\s)?"
    rf"(?P<second>{_FIGURE})(?=\s?(?:으로|로|까지\s?[늘키올끌높줄낮내떨]|이\s?되|가\s?되|이\s?됐|가\s?됐|됨|,|$))"
)
_THEN_NOW: Final = re.compile(
    rf"(?:작년|지난해|전년|지난달|전월|지난주|전주|지난 분기|전 분기|예전|원래)[^.\n]{{0,14}}?(?P<first>{_FIGURE})"
    r"[^.\n]{0,12}?(?:올해|금년|이번 ?달|이달|당월|이번 ?주|이번 분기|지금|현재|요즘)"
    rf"[^.\n]{{0,14}}?(?P<second>{_FIGURE})"
)
_MEANS: Final = re.compile(
    r"평균(?:은|이)?\s?(?P<first>[0-9][0-9,.]*)\s?(?P<unit>[가-힣A-Za-z%]{0,4}?)(?:이고|고|,|\s)[^.\n0-9]{1,24}"
    r"평균(?:은|이)?\s?(?P<second>[0-9][0-9,.]*)\s?(?P=unit)(?![0-9])"
)
_MONEY: Final = rf"[0-9][0-9,.]*{_SCALE}원"
_HEADS: Final = re.compile(
    r"(?P<heads>[0-9]{1,4})\s?명(?:이서|이)?\s?(?:총|전부|다 ?합쳐|합쳐서?|예산|회비)"
    rf"[^.\n0-9]{{0,8}}?(?P<money>{_MONEY})"
)
_HOURS: Final = r"(?P<hours>[0-9]{1,2}(?:\.5)?)\s?시간(?:\s?(?P<half>반)|\s?(?P<minutes>[0-9]{1,2})\s?분)?"
_WEEKDAY: Final = re.compile(rf"평일(?!반)[^.\n0-9]{{0,16}}?{_HOURS}")
_WEEKEND: Final = re.compile(rf"주말[^.\n0-9]{{0,12}}?{_HOURS}")
_SET_RIGHT: Final = re.compile(r"(?:^|\s)아니(?:다|야|지)?(?:,|\s)|말고|정정")  # one of them may be the one taken back
_LEFT: Final = r"\s?(?:남|전|뒤|후|동안|안에)"
_DAYS_LEFT: Final = re.compile(
    rf"D-(?P<d>[0-9]{{2,3}})|(?P<days>[0-9]{{2,3}})일{_LEFT}|(?P<weeks>[0-9]{{1,2}})주{_LEFT}"
    rf"|(?P<months>[0-9]{{1,2}})(?:개월|달){_LEFT}"
)
_DAY: Final = r"(?P<month{0}>1[0-2]|[1-9])월\s?(?P<day{0}>3[01]|[12][0-9]|[1-9])일"
_MOVED: Final = re.compile(
    rf"{_DAY.format(1)}[^.\n0-9]{{1,40}}?{_DAY.format(2)}(?:으로|로)\s?(?:밀|미뤄|늦|연기|변경|옮|당겨|앞당|바뀌|바꾸)"
)
_PRICE: Final = re.compile(r"[가-힣A-Za-z]{2,10}\s(?P<money>[0-9][0-9,]{2,9})원")
_SPENT: Final = re.compile(r"원(?:을|를)?\s?(?:씀|썼|쓴|지출|나감|나갔|들었|듦|사용|결제)")
_GOT: Final = re.compile(r"(?:용돈|월급|수입|예산|실수령|받은 ?돈)[^.\n0-9]{0,6}?(?P<money>[0-9][0-9,]{2,9})\s?원")
_OF_EN: Final = re.compile(
    r"(?<![0-9.,])(?P<part>[0-9][0-9,]*)\s(?:out\s)?of\s(?:the\s|our\s)?(?P<whole>[0-9][0-9,]*)(?![0-9.,]|\s?(?:am|pm|/))"
)
_FROM_TO_EN: Final = re.compile(
    r"\bfrom\s(?P<first>[0-9][0-9,.]*)(?P<sign>%?)\s[^.\n]{0,20}?to\s(?P<second>[0-9][0-9,]*(?:\.[0-9]+)?)(?P=sign)"
    r"(?![0-9]|\s?(?:am|pm|/|%))"
)


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number with its unit, as typed."""

    value: float
    unit: str
    written: str


def sums_in(texts: Iterable[str], locale: Locale) -> tuple[str, ...]:
    """Return what can be worked out from texts, at most four lines; nothing where nothing is sure."""
    texts = tuple(texts)
    found = _english(texts) if locale is Locale.EN else _korean(texts)
    return tuple(dict.fromkeys(found))[:_MOST]


def _korean(texts: tuple[str, ...]) -> Iterator[str]:
    yield from totals_in(texts)
    for text in texts:
        yield from _shares(text)
        yield from _changes(text)
        yield from _heads(text)
        yield from _moved(text)
    yield from _means(", ".join(texts))
    yield from _week(" / ".join(texts))
    yield from _spendings(" / ".join(texts))


def _english(texts: tuple[str, ...]) -> Iterator[str]:
    for text in texts:
        for found in _OF_EN.finditer(text):
            part, whole = _number(found["part"]), _number(found["whole"])
            if 0 < part < whole >= _MANY:
                yield f"{found['part']} of {found['whole']} = {_percent(part / whole, 'about')}"
        for found in _FROM_TO_EN.finditer(text):
            first, second, sign = _number(found["first"]), _number(found["second"]), found["sign"]
            if first and first != second:
                by = (
                    f"{_plain(abs(second - first))} percentage points"
                    if sign
                    else _percent(abs(second - first) / first, "about")
                )
                yield f"{found['first']}{sign} → {found['second']}{sign}: {'up' if second > first else 'down'} {by}"


def _shares(text: str) -> Iterator[str]:
    for found in _OF.finditer(text):
        whole = _figure(found["whole"])
        if whole is None or whole.unit == "%":
            continue
        rest = _ACTED_ON.split(found["rest"])[0]
        following = _OF.search(rest)
        for part in map(_figure, _PART.findall(rest[: following.start()] if following else rest)):
            if part is not None and part.unit == whole.unit and 0 < part.value < whole.value >= _MANY:
                yield f"{part.written} ÷ {whole.written} = {_percent(part.value / whole.value)}"


def _changes(text: str) -> Iterator[str]:
    for pattern in (_FROM_TO, _THEN_NOW):
        for found in pattern.finditer(text):
            second = _figure(found["second"])
            first = second and (_figure(found["first"]) or _figure(f"{found['first'].strip()}{second.unit}"))
            if first and second and first.unit == second.unit and 0 < first.value != second.value:
                yield f"{first.written} → {second.written}: {_change(first, second)}"


def _means(text: str) -> Iterator[str]:
    for found in _MEANS.finditer(text):
        first, second = _number(found["first"]), _number(found["second"])
        if first and second and first != second:
            low, high = sorted((first, second))
            yield f"{_plain(high)} − {_plain(low)} = {_plain(high - low)}{found['unit']}, {high / low:.1f}배"


def _change(first: _Figure, second: _Figure) -> str:
    by = abs(second.value - first.value)
    went = "늘어남" if second.value > first.value else "줄어듦"
    if first.unit == "%":
        return f"{_plain(by)}%p {went}"
    if second.value >= 2 * first.value:
        return f"{second.value / first.value:.1f}배"
    return f"{_percent(by / first.value)} {went}"


def _heads(text: str) -> Iterator[str]:
    for found in _HEADS.finditer(text):
        money, heads = _figure(found["money"]), int(found["heads"])
        if money is not None and heads > 1:
            yield f"{money.written} ÷ {heads}명 = 한 사람에 {_won(money.value / heads)}"


def _moved(text: str) -> Iterator[str]:
    for found in _MOVED.finditer(text):
        first, second = (_day_of_year(found[f"month{at}"], found[f"day{at}"]) for at in (1, 2))
        if first and second and first != second:
            days = (second - first + _YEAR // 2) % _YEAR - _YEAR // 2  # 12월 29일 → 1월 3일: the nearer one
            went = f"{abs(days)}일 {'늦어짐' if days > 0 else '앞당겨짐'}"
            yield f"{found['month1']}월 {found['day1']}일 → {found['month2']}월 {found['day2']}일: {went}"


def _week(text: str) -> Iterator[str]:
    weekday, weekend = _WEEKDAY.search(text), _WEEKEND.search(text)
    if weekday is None or weekend is None or _SET_RIGHT.search(text):
        return
    hours = 5 * _hours(weekday) + 2 * _hours(weekend)
    line = f"평일 {_clock(_hours(weekday))}씩 5일과 주말 {_clock(_hours(weekend))}씩 2일이면 한 주에 {_clock(hours)}"
    left = _DAYS_LEFT.search(text)
    if left is None:
        yield line
        return
    days = int(left["d"] or left["days"] or 0) or 7 * int(left["weeks"] or 0) or 30 * int(left["months"] or 0)
    yield f"{line}, 남은 {days}일이면 약 {round(hours * days / 7)}시간"


def _spendings(text: str) -> Iterator[str]:
    if not _SPENT.search(text):
        return
    got = _GOT.search(text)
    spent = [
        int(_number(found["money"]))
        for found in _PRICE.finditer(text)
        if not (got and found.end("money") == got.end("money"))
    ]
    if len(spent) < _FEW:
        return
    line = f"{' + '.join(f'{each:,}' for each in spent)} = {sum(spent):,}원"
    left = list(accumulate(spent, sub, initial=int(_number(got["money"]))))[1:] if got else []
    if left and left[-1] > 0:
        line = f"{line}, 쓸 때마다 남은 돈 {' → '.join(f'{each:,}' for each in left)}원"
    yield line


def _figure(written: str | None) -> _Figure | None:
    found = _PARTED.fullmatch((written or "").strip())
    if found is None:
        return None
    return _Figure(_number(found["number"]) * _SCALES.get(found["scale"], 1), found["unit"], found.group())


def _number(written: str) -> float:
    return float(written.replace(",", "").rstrip("."))


def _hours(found: re.Match[str]) -> float:
    return float(found["hours"]) + (0.5 if found["half"] else int(found["minutes"] or 0) / 60)


def _clock(hours: float) -> str:
    whole, minutes = divmod(round(hours * 60), 60)
    return f"{whole}시간 {minutes}분" if minutes else f"{whole}시간"


def _percent(share: float, about: str = "약") -> str:
    return f"{about} {share:.0%}" if share >= _TENTH else f"{about} {share:.1%}"


def _won(value: float) -> str:
    whole, rest = divmod(round(value), 10_000)
    if whole and rest and rest % 1_000 == 0:
        return f"{whole:,}만 {rest:,}원"
    return f"{whole:,}만원" if whole and not rest else f"약 {round(value):,}원"


def _plain(value: float) -> str:
    return f"{round(value, 2):,.10g}"


def _day_of_year(month: str, day: str) -> int | None:
    """Return which day of a year it is; None for one that there is not every year."""
    return sum(_MONTHS[: int(month) - 1]) + int(day) if int(day) <= _MONTHS[int(month) - 1] else None
