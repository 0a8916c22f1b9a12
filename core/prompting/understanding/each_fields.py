"""Fields: what each item or row of the answer holds: 질문마다 의도, 모범답안도 · for each: a tip and a reason."""

import re
from collections.abc import Iterator
from typing import Final

from core.prompting.intents.intent import Product
from core.prompting.understanding.announced_rows import is_plain_name, split_names
from core.prompting.understanding.counts import NUMBER
from core.prompting.understanding.name_row import SEGMENT
from core.prompting.understanding.understanding import Demand, Requirement
from core.prompting.understanding.words import LONGEST
from core.values.choices import Form
from core.values.locale import Locale

_LEAD: Final = re.compile(
    r"(?:^|(?<=[\s,]))(?:각\s(?P<of>[가-힣]{1,5}?)(?:마다|별로|에는?|의|당)?|(?P<thing>[가-힣]{1,6}?)(?:마다|별로)"
    r"|각각(?:에는?|의)?|하나하나에|하나마다)[\s,:]\s?"
)
_TAIL: Final = re.compile(
    r"(?:도|까지|을|를|이|가)?(?:\s(?:같이|함께|꼭|좀|다|각각|모두|전부|도)){0,3}"
    r"(?:\s?(?:넣|적|써|쓰|붙|달아|달고|알려|포함|표시|보여|줘|주세|주시|있어야|있으면|있게|나오게|들어가|제시|정리|필요"
    r"|해줘|해 줘|해주|해 주|부탁)\S{0,8}(?:\s\S{1,8}){0,2})?[\s,!~]*$"
)
_ENGLISH: Final = re.compile(
    r"\b(?:for each|per)(?: (?P<of>[a-z]+))?(?:\s?[,:]\s?|\s)"
    r"(?:(?:give|add|include|list|write|say|show|with|i want|tell me)\s)?(?P<list>[^.;\n]{5,120})"
    r"|\beach (?:(?P<thing>[a-z]+) )?(?:with|has|should have|needs|having|gets|should include|including)\s"
    r"(?P<with>[^.;\n]{5,120})"
    r"|\bwith (?P<for>[^.;\n]{5,100}?) for each\b",
    re.IGNORECASE,
)
_ENGLISH_BETWEEN: Final = re.compile(r"\s?,\s?(?:and\s)?|\sand\s")
_ENGLISH_END: Final = re.compile(r"\s(?:please|too|as well)\b")
_ARTICLE: Final = re.compile(r"^(?:an?|the|its|their|one)\s", re.IGNORECASE)
_ENGLISH_WORDS: Final = 5
_COUNTED: Final = re.compile(
    rf"(?P<noun>[가-힣]{{1,8}})\s(?:(?:추천|소개|정리|후보)\s)?(?:{NUMBER}|[0-9]{{2}})\s?(?:개|가지|곳|군데|편|문제|문항|종|권|명)"
    r"|\b(?:[0-9]{1,2}|two|three|four|five|six|seven|eight|nine|ten)\s(?:[a-z]+\s){0,2}?(?P<thing>[a-z]{3,}?)s\b",
    re.IGNORECASE,
)
_MEAL: Final = r"(?:아침|점심|저녁|간식|야식|breakfast|lunch|dinner|snacks?)"
_MEALS: Final = re.compile(
    rf"{_MEAL}(?:(?:\s?[,·/]\s?|이랑\s|랑\s|하고\s|과\s|와\s|\s(?:and\s)?){_MEAL}){{1,4}}", re.IGNORECASE
)
_THREE: Final = re.compile(r"(?:세|3)\s?끼|삼시\s?세\s?끼|\bthree meals\b|\b3 meals\b", re.IGNORECASE)
_OF_MEALS: Final = re.compile(r"식단|메뉴|도시락|끼니|밥상|\b(?:meal|menu|diet)", re.IGNORECASE)
_CALORIES: Final = re.compile(r"칼로리|열량|\bcalories\b", re.IGNORECASE)
_FEWEST: Final = 2
_MEAL_NAMES: Final = {
    Locale.KO: ("요일", ("아침", "점심", "저녁"), "칼로리"),
    Locale.EN: ("Day", ("Breakfast", "Lunch", "Dinner"), "Calories"),
}


def each_fields(purpose: str, said: str, form: Form | str) -> tuple[Requirement, ...]:
    """Return the demand that each item or row holds so many named things; `said` is the request and all beside it."""
    if form not in {Form.LIST, Form.TABLE}:
        return ()
    for line in said.splitlines():
        for segment in SEGMENT.finditer(line[:LONGEST]):
            text = segment.group().strip()
            if found := next(_korean(text), None) or next(_english(text), None):
                thing, names = found
                head = thing or _counted_noun(purpose)
                values = names if not head or head in names else (head, *names)
                return (Requirement("", text, Demand.COLUMNS, values),)
    return ()


def meal_fields(purpose: str, said: str, product: Product, locale: Locale) -> tuple[Requirement, ...]:
    """Return the columns of a plan of meals that are named: 아침 점심 저녁."""
    if product is not Product.PLAN or not _OF_MEALS.search(purpose):
        return ()
    day, three, calories = _MEAL_NAMES[locale]
    found = _MEALS.search(said)
    names = tuple(dict.fromkeys(re.findall(_MEAL, found.group(), re.IGNORECASE))) if found else ()
    if not names and _THREE.search(said):
        names = three
    if len(names) < _FEWEST:
        return ()
    more = (calories,) if _CALORIES.search(said) else ()
    return (Requirement("", found.group() if found else said[:LONGEST], Demand.COLUMNS, (day, *names, *more)),)


def weight_of(fields: tuple[str, ...]) -> int:
    """Return how much room fields take: one of several things (보기 4개) takes that of two."""
    return sum(2 if re.search(r"\s[2-9]\s?(?:개|가지|줄|문장)$", name) else 1 for name in fields)


def _korean(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for lead in _LEAD.finditer(text):
        behind = text[lead.end() :]
        pieces = split_names(behind)
        if len(pieces) < _FEWEST:
            continue
        tail_at = behind.rfind(pieces[-1])
        last = behind[tail_at:]
        for word in re.finditer(r"\S+", last):
            for cut in dict.fromkeys((word.end(), word.end() - 1, word.end() - 2)):
                name = last[:cut].strip()
                if (
                    cut > word.start()
                    and is_plain_name(name)
                    and _TAIL.match(last, cut)
                    and all(map(is_plain_name, pieces[:-1]))
                ):
                    if cut != word.end() and not re.match(r"도|까지|을|를|이|가", last[cut:]):
                        continue
                    bare = re.sub(r"(?<=[가-힣]{2})(?:도|까지|을|를)$", "", name)
                    yield (lead["of"] or lead["thing"] or "").strip(), (*pieces[:-1], bare)
                    return


def _english(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for found in _ENGLISH.finditer(text):
        listed = _ENGLISH_END.split(found["list"] or found["with"] or found["for"], maxsplit=1)[0]
        names = tuple(_ARTICLE.sub("", each.strip()) for each in _ENGLISH_BETWEEN.split(listed) if each.strip())
        if len(names) >= _FEWEST and all(len(name.split()) <= _ENGLISH_WORDS for name in names):
            yield found["of"] or found["thing"] or "", names
            return


def _counted_noun(purpose: str) -> str:
    found = _COUNTED.search(purpose)
    return (found["noun"] or found["thing"]) if found else ""
