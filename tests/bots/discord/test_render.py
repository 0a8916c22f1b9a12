"""Every reply within Discord's limits, in both languages, readable or not."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.discord.markup import length, plain, shortened
from bots.discord.render import render, with_choice
from bots.discord.render_context import RenderContext
from bots.discord.replies.prompt import show_alone, show_text
from core.conversation.control_names import Control
from core.conversation.expected_input import Expects
from core.conversation.model_answer import Figures, ModelAnswer
from core.conversation.model_replies import ShowPartial, ShowProgress, ShowTrial
from core.conversation.questions import OPTIONS, QUESTIONS, Key
from core.conversation.rating import Feedback, Rating, Reason
from core.conversation.replies import (
    Ask,
    AskGap,
    AskIntent,
    Greet,
    OpenForm,
    Reply,
    ShowExport,
    ShowOptions,
    ShowPrompt,
    ShowReasons,
    ShowRestored,
    ShowSummary,
    ShowVersions,
    Tell,
)
from core.conversation.session import Answer, Contents, Document, Improvement, MaskedItem, Unit, Version
from core.conversation.texts import TEXTS
from core.conversation.understood import Assumption, Proposed, Suggestion, Understood
from core.conversation.version_difference import LineChange
from core.features.comparison.comparison import Comparison
from core.features.comparison.replies import ShowVerdict
from core.features.feedback.replies import ShowFeedback
from core.features.library.replies import ShowEntry, ShowFilled, ShowLibrary, ShowLibraryFile
from core.features.takeaway.replies import ShowTakeaway
from core.messages import Revealed
from core.ports.library import LibraryEntry
from core.privacy.entities import EntityType
from core.privacy.text import MaskedText, RawText
from core.usecases.kind_named import families
from core.values.choices import ExternalAssistant
from core.values.locale import Locale
from tests.fakes.discord.components import labels
from tests.fakes.discord.limits import message_faults

_LONGEST = 20_000
_TEXTS = st.text(min_size=1, max_size=300) | st.integers(1, _LONGEST).map(lambda size: "가" * size) | st.just("```")
_MASKED = _TEXTS.map(MaskedText)
_CONTROLS = st.lists(st.sampled_from(Control), unique=True, max_size=8).map(tuple)
_ANSWERS = st.dictionaries(st.sampled_from(Key), st.builds(Answer, _MASKED), max_size=len(Key))
_ITEMS = st.lists(
    st.builds(
        MaskedItem,
        st.integers(1, 999_999).map(lambda number: f"{{이름{number}}}"),
        st.sampled_from(EntityType),
        st.booleans(),
    ),
    max_size=60,
    unique_by=lambda item: item.label,
).map(tuple)
_IMPROVEMENTS = st.lists(
    st.builds(Improvement, st.sampled_from(("clarity", "role")), _MASKED, _MASKED, st.just("purpose")), max_size=12
).map(tuple)
_VERSIONS = st.builds(
    Version,
    st.integers(1, 10_000),
    _MASKED,
    _ANSWERS.map(lambda answers: {Key.PURPOSE: Answer(MaskedText("요약")), **answers}),
    _IMPROVEMENTS,
    st.lists(_MASKED, max_size=4).map(tuple),
    st.none() | _MASKED,
    st.none() | st.just("mixtral"),
)
_ASKS = st.sampled_from(Key).flatmap(
    lambda key: st.builds(
        Ask,
        st.just(key),
        st.just(0),
        st.just(QUESTIONS[key].choices),
        st.none() | st.just("hint.empty"),
        st.just({}),
        st.none() | st.builds(Answer, _MASKED),
        controls=_CONTROLS,
    )
)
_FAMILIES = families(Locale.KO)
_OPENED = ("", *(family.id for family in _FAMILIES))
_KINDS = st.sampled_from([kind for family in _FAMILIES for kind in family.kinds])
_LISTED = st.lists(_MASKED, max_size=12).map(tuple)
_ASSUMPTIONS = st.lists(
    st.builds(
        Assumption,
        st.sampled_from(("to", "place", "budget", "tone", "when")),
        _MASKED,
        st.just("누가 읽나요?"),
        st.lists(st.text(min_size=1, max_size=120), max_size=4).map(tuple),
    ),
    max_size=5,
    unique_by=lambda each: each.slot,
).map(tuple)
_PROPOSALS = st.lists(
    st.builds(
        Proposed,
        st.sampled_from(("intent", "restated", "cover", "parts", "traps")),
        _MASKED,
        st.just(()),
        st.booleans(),
    ),
    max_size=12,
).map(tuple)
_SUGGESTIONS = st.lists(
    st.builds(
        Suggestion,
        st.sampled_from(OPTIONS),
        st.lists(st.text(min_size=1, max_size=120), max_size=7).map(tuple),
        st.just((1, 3)),
        st.text(max_size=120),
    ),
    max_size=6,
    unique_by=lambda each: each.key,
).map(tuple)
_UNDERSTOOD = st.builds(
    Understood,
    _KINDS,
    st.lists(_KINDS, max_size=2, unique=True).map(tuple),
    st.none() | _MASKED,
    _LISTED,
    _LISTED,
    _ASSUMPTIONS,
    _LISTED,
)
_PREFACE = st.sampled_from(((), (Tell("greeting"),), (Tell("help.asking"),)))
_GAPS = st.builds(
    AskGap,
    st.just("to"),
    st.integers(1, 2),
    st.just(2),
    st.none() | st.just("hint.gap"),
    st.just({}),
    st.text(min_size=1, max_size=200),
    st.lists(st.text(min_size=1, max_size=120), min_size=3, max_size=4).map(tuple),
    st.none() | _MASKED,
    st.none() | _MASKED,
    controls=_CONTROLS,
    preface=_PREFACE,
)
_ENTRY = st.builds(
    LibraryEntry,
    st.integers(1, 999_999_999),
    st.text(min_size=1, max_size=60).map(MaskedText),
    _MASKED,
    st.lists(st.text(min_size=1, max_size=30).map(MaskedText), max_size=10).map(tuple),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
_ENTRIES = st.lists(_ENTRY, max_size=40, unique_by=lambda entry: entry.number).map(tuple)
_REPLIES: st.SearchStrategy[Reply] = st.one_of(
    st.just(Greet()),
    _ASKS,
    st.builds(OpenForm, _ANSWERS),
    st.builds(ShowProgress, _CONTROLS),
    st.builds(Tell, st.sampled_from(("cancelled", "restore.paste", "prompt.next")), st.just({}), _CONTROLS),
    st.builds(
        ShowSummary,
        _ANSWERS,
        _ITEMS,
        st.none() | st.just(Document(MaskedText("a.pdf"), Contents(9, 3, {Unit.PAGES: 9}))),
        st.none() | _UNDERSTOOD,
        _PROPOSALS,
        controls=_CONTROLS,
        preface=_PREFACE,
    ),
    st.builds(
        AskIntent,
        st.sampled_from(_OPENED),
        st.none() | st.just("hint.intent"),
        st.just(_FAMILIES),
        controls=_CONTROLS,
        preface=_PREFACE,
    ),
    st.builds(ShowReasons, _VERSIONS),
    st.builds(ShowOptions, _ANSWERS, _SUGGESTIONS, controls=_CONTROLS, preface=_PREFACE),
    st.builds(
        ShowPrompt,
        _VERSIONS,
        _ITEMS,
        _CONTROLS,
        st.lists(st.builds(LineChange, _MASKED, st.booleans()), max_size=30).map(tuple),
        _CONTROLS,
        st.booleans(),
        st.lists(_MASKED, max_size=9).map(tuple),
        st.lists(_MASKED, max_size=4).map(tuple),
        _ASSUMPTIONS,
    ),
    _GAPS,
    st.builds(
        ShowVersions,
        st.lists(_VERSIONS, max_size=40, unique_by=lambda each: each.number).map(tuple),
        st.just(1),
        _CONTROLS,
    ),
    st.just(ShowExport()),
    st.builds(
        ShowVerdict,
        st.builds(
            Comparison,
            st.just(("raw", "short", "detailed")),
            st.just(value=False),
            st.just(
                (
                    ModelAnswer("gpu"),
                    ModelAnswer("gpu", figures=Figures(("form",), (), 10, 1, 2)),
                    ModelAnswer("gpu", fault="slow"),
                )
            ),
            st.sampled_from(("A", "C", "=")),
        ),
        _CONTROLS,
    ),
    st.just(ShowFeedback(1, Feedback(Rating.BAD), tuple(Reason))),
    st.builds(ShowTakeaway, st.integers(1, 500), _MASKED, _CONTROLS, st.just(tuple(ExternalAssistant))),
    st.builds(ShowPartial, _MASKED, _CONTROLS),
    st.builds(
        ShowTrial,
        st.builds(
            ModelAnswer,
            st.just("gpu"),
            _MASKED,
            _MASKED,
            st.just(Figures(("form",), ("length",), 10, 1, 2)),
            st.booleans(),
            st.sampled_from(("", "slow")),
        ),
        _CONTROLS,
    ),
    st.builds(ShowLibrary, st.none() | st.just(MaskedText("회의")), st.booleans(), _ENTRIES),
    st.builds(ShowEntry, st.just(1), st.none() | _ENTRY),
    st.builds(ShowFilled, _MASKED, st.just({})),
    st.just(ShowLibraryFile()),
    st.builds(ShowRestored, _MASKED),
)
_SCENES = st.builds(RenderContext, st.sampled_from(Locale), st.booleans())


@pytest.mark.parametrize(
    ("told", "has_input"),
    [
        (Tell("library.fill", {"variable": "{이름1}", "number": 1, "count": 2}, expects=Expects.VALUE), True),
        (Tell("refine.thanks", expects=Expects.WISH), True),
        (Tell("deny.which", {"labels": "{이름1}"}, expects=Expects.WORDS), True),
        (Tell("rehearsal.heard"), False),
        (Tell("hint.empty"), False),
    ],
    ids=lambda each: each.text if isinstance(each, Tell) else "",
)
def test_an_input_stands_beside_what_waits_for_words_that_are_not_read(told: Tell, *, has_input: bool) -> None:
    for locale in Locale:
        (message,) = render(Revealed(told, {}), RenderContext(locale, readable=False))
        assert (RenderContext(locale).t("control.answer") in labels(message.payload())) is has_input
        (message,) = render(Revealed(told, {}), RenderContext(locale))
        assert labels(message.payload()) == []


def test_a_text_of_blanks_is_no_empty_message() -> None:
    assert not message_faults(show_alone("title", " ", RenderContext(Locale.KO, readable=False)).payload(), [])


@given(_REPLIES, _TEXTS, _SCENES)
def test_no_reply_breaks_a_limit(reply: Reply, value: str, ctx: RenderContext) -> None:
    items = reply.items if isinstance(reply, ShowSummary) else ()
    values = {item.label: RawText(value) for item in items}
    revealed = Revealed(reply, values, RawText(value))
    for message in render(revealed, ctx):
        files = [len(message.file.text.encode(errors="replace"))] if message.file else []
        assert message_faults(message.payload(), files) == []


@pytest.mark.parametrize(("characters", "as_file"), [(1_000, False), (1_986, False), (1_987, True), (30_000, True)])
def test_a_prompt_is_shown_whole_up_to_the_last_character_that_fits(characters: int, as_file: bool) -> None:  # noqa: FBT001
    shown = show_text("**T**", "가" * characters, RenderContext(Locale.KO))
    fence = len("\n```\n\n```")
    assert (shown.file is not None) is as_file is (5 + fence + characters > 2_000)
    assert len(shown.content) <= 2_000
    text = shown.file.text if shown.file else shown.content
    assert text.count("가") == characters


@pytest.mark.parametrize("prompt", ["전\n```python\nprint()\n```\n후", "끝`"])
def test_a_prompt_with_a_fence_of_its_own_comes_as_a_file_and_is_cut_outside_of_it(prompt: str) -> None:
    shown = show_text("**T**", prompt, RenderContext(Locale.KO))
    assert shown.file is not None
    assert shown.file.text == prompt
    assert shown.content.count("```") == 2


@given(st.lists(st.sampled_from(["<@", "](", "[", "**", "||", "\\", "-# ", "@everyone", "가"]) | st.text(max_size=5)))
def test_what_people_wrote_stays_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    shown = plain(text)
    unescaped = re.sub(r"\\.", "", shown)
    assert not any(mark in unescaped for mark in ("<", "[", "]", "*", "_", "`", "|", "~", "#"))
    assert re.sub(r"\\(.)", r"\1", shown) == text


@given(st.text(max_size=300), st.integers(1, 100))
def test_what_is_cut_shows_its_cut(text: str, most: int) -> None:
    shown = shortened(text, most)
    assert length(shown) <= most
    assert shown == text or shown.endswith("…")


def test_an_answered_question_keeps_its_words_and_loses_its_controls() -> None:
    message = with_choice("가" * 2_000, "표")
    assert message.payload()["components"] == []
    assert message.content.endswith("-# ✓ 표")
    assert len(message.content) == 2_000


@pytest.mark.parametrize("locale", Locale)
def test_every_sentence_that_the_use_case_can_say_fits(locale: Locale) -> None:
    for text in TEXTS[locale].values():
        assert len(text) <= 2_000
