"""The intents' files: complete, the same in both languages, and apart from each other."""

import re
from collections import defaultdict

import pytest

from core.prompting.checking.content_words import pieces
from core.prompting.intents.catalogue import NEUTRAL, all_intents, intent_at
from core.prompting.intents.intent import ConditionalLine, Cue, Intent, Text
from core.prompting.intents.loading import IntentFileError, families, parse_family, read_family, text_of
from core.values.locale import Locale

_ALL = [intent for intent in all_intents().values() if f"{intent.family}.{intent.id}" != NEUTRAL]
_LONGEST_LINE = 140  # characters of Korean; a longer line is two


def test_every_family_is_read_and_no_id_stands_in_two() -> None:
    read = [intent.id for family in families() for intent in read_family(family)]
    assert len(read) == len(set(read))
    assert len(read) > 100
    assert len(families()) >= 15


@pytest.mark.parametrize("family", families())
def test_every_expression_is_one(family: str) -> None:
    assert parse_family(family, text_of(family)) == read_family(family)


def test_a_mistake_in_what_is_looked_for_is_told_with_its_place() -> None:
    text = text_of("mail")
    said = text.index("said = [") + len("said = [")
    with pytest.raises(IntentFileError, match=r"mail\.toml \[\w+\] \w+: .*unterminated"):
        parse_family("mail", f"{text[:said]}'(', {text[said:]}")


def test_an_intent_has_what_the_composer_needs() -> None:
    assert {intent.id: lacking for intent in _ALL if (lacking := _lacking(intent))} == {}


def _lacking(intent: Intent) -> list[str]:
    has = {
        "20 examples": len(intent.examples.ko) >= 20,
        "8 English examples": len(intent.examples.en) >= 8,
        "5 moves": len(intent.moves) >= 5,
        "2 traps": len(intent.traps) >= 2,
        "a check": bool(intent.checks),
        "a shape": bool(intent.shapes),
        "a task that is a sentence": intent.task.ko.endswith("."),
        "a first move that holds for every request": any(move.said is None for move in intent.moves[:3]),
    }
    return [what for what, is_there in has.items() if not is_there]


def test_both_languages_say_the_same_number_of_things() -> None:
    shapes = [(intent.id, shape.parts) for intent in _ALL for shape in intent.shapes.values() if shape.parts]
    assert [(of, parts) for of, parts in shapes if len(parts.ko) != len(parts.en)] == []
    slots = [(intent.id, slot) for intent in _ALL for slot in intent.slots]
    assert [(of, slot.id) for of, slot in slots if not 3 <= len(slot.options.ko) == len(slot.options.en) <= 4] == []
    assert [(of, slot.id) for of, slot in slots if "{}" not in slot.line.ko or "{}" not in slot.line.en] == []


def test_a_line_is_one_short_line_in_both_languages() -> None:
    lines = [(of.id, each.line) for of in _ALL for each in (*of.moves, *of.traps, *of.checks)]
    assert [(of, line) for of, line in lines if not line.ko or not line.en] == []
    assert [(of, line.ko) for of, line in lines if len(line.ko) > _LONGEST_LINE] == []
    assert [(of, line) for of, line in lines if "\n" in line.ko + line.en] == []


def test_near_misses_belong_to_an_intent_that_there_is() -> None:
    near = [(intent.id, of) for intent in _ALL for _, of in intent.near]
    assert [(intent, of) for intent, of in near if of not in all_intents() or of == intent] == []


def test_no_request_is_an_example_of_two_intents() -> None:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for intent in _ALL:
        for text in (*intent.examples.ko, *intent.examples.en):
            owners["".join(text.casefold().split())].add(intent.id)
    assert {text: ids for text, ids in owners.items() if len(ids) > 1} == {}


def test_no_line_of_knowledge_stands_in_two_intents() -> None:
    """What would stand the same under another request says nothing of this one."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for intent in _ALL:
        for line in (*intent.moves, *intent.traps):
            owners[line.line.ko].add(intent.id)
    assert {text: ids for text, ids in owners.items() if len(ids) > 1} == {}


def test_a_line_says_more_than_that_it_be_good() -> None:
    lines = [(intent.id, line.line.ko) for intent in _ALL for line in (*intent.moves, *intent.traps)]
    assert [(of, line) for of, line in lines if len(pieces(line)) < 3] == []


def test_a_mistake_in_a_file_is_told_with_its_place() -> None:
    with pytest.raises(IntentFileError, match=r"mail\.toml \[apology\]: no such key: exmaples"):
        parse_family("mail", "[apology]\nexmaples = 1")
    with pytest.raises(IntentFileError, match=r"mail\.toml \[apology\]: KeyError 'name'"):
        parse_family("mail", '[apology]\nproduct = "document"')
    with pytest.raises(IntentFileError, match=r"mail\.toml:"):
        parse_family("mail", "[apology")


@pytest.mark.parametrize(
    ("quoting", "told"),
    [
        ('"nothing"', "no such quotation: nothing"),
        ('["[0-9]+"]', "without a group named it"),
        ('["("]', "unterminated"),
    ],
)
def test_a_mistake_in_what_a_line_quotes_is_told(quoting: str, told: str) -> None:
    text = text_of("mail")
    with pytest.raises(IntentFileError, match=told):
        parse_family("mail", text.replace('quoting = "deadline"', f"quoting = {quoting}", 1))


def test_the_neutral_intent_asks_for_nothing_of_its_own() -> None:
    neutral = intent_at(NEUTRAL)
    assert not any(slot.decides for slot in neutral.slots)
    assert all(not shape.parts or not shape.parts[Locale.KO] for shape in neutral.shapes.values())


@pytest.mark.parametrize(
    ("text", "is_in"),
    [
        ("두달 남음", True),
        ("두 달 남음", True),
        ("석달 뒤", True),
        ("3개월", True),
        ("제가 한 일", False),
        ("네 주세요", False),
    ],
)
def test_a_cue_finds_what_is_spaced_or_counted_in_another_usual_way(text: str, *, is_in: bool) -> None:
    assert Cue((r"\d+ ?(일|주|달|개월)", "두 달")).is_in(text) is is_in


@pytest.mark.parametrize(
    ("text", "is_wanted"),
    [
        ("노션에 붙일 거예요", True),
        ("노션 말고 종이에 쓸 거예요", False),
        ("노션은 아니고 구글 문서요", False),
        ("노션 대신 한글 파일", False),
        ("노션 말고요. 아니다 노션으로", True),
        ("for notion please", True),
    ],
)
def test_what_is_turned_down_calls_for_no_line(text: str, *, is_wanted: bool) -> None:
    assert Cue(("노션", "notion")).is_wanted_in(text) is is_wanted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("60인분 미역국", "60인분"),
        ("760인분 미역국", ""),
        ("1,260인분 미역국", ""),
        ("30인분씩 네 솥", ""),
        ("30인분씩 끓여서 모두 90인분", "90인분"),
    ],
)
def test_a_number_is_quoted_whole_and_as_that_of_all(text: str, quoted: str) -> None:
    line = ConditionalLine(Text("{it}", "{it}"), quoting=(re.compile(r"(?P<it>[0-9]{1,2}인분)"),))
    assert line.quoted(text) == quoted


def test_a_task_opens_with_a_whole_sentence() -> None:
    korean = [
        (of.id, sentence)
        for of in _ALL
        for sentence in (of.openings[Locale.KO].does, of.openings[Locale.KO].topic, of.openings[Locale.KO].asked)
    ]
    assert [(of, sentence) for of, sentence in korean if not sentence.endswith("니다.")] == []
    filled = [
        (of.id, sentence)
        for of in _ALL
        for opening in of.openings.values()
        for sentence in (opening.topic, opening.asked, opening.told)
    ]
    assert [(of, sentence) for of, sentence in filled if sentence and "{it" not in sentence] == []


def test_a_mistake_in_how_a_task_opens_is_told_with_its_place() -> None:
    text = text_of("mail").replace("opening.ko = { does", "opening.ko = { dose", 1)
    with pytest.raises(IntentFileError, match=r"mail\.toml \[\w+\] opening\.ko: no such key: dose"):
        parse_family("mail", text)
