"""Every reply is shown within Slack's limits, whatever is in it."""

import string
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bots.shared.custom_ids import encode
from bots.slack.form import form_view
from bots.slack.handlers.commands import settings_blocks
from bots.slack.handlers.home import home_view
from bots.slack.interview_list import finished, list_blocks
from bots.slack.message import OutgoingMessage
from bots.slack.modals import answer_view, restore_view, share_view
from bots.slack.render import Render
from bots.slack.replies.prompt import shared_posting
from bots.slack.texts import SLACK_TEXTS
from core.conversation.control_names import Control
from core.conversation.events import EditRequested
from core.conversation.model_answer import Figures, ModelAnswer
from core.conversation.model_replies import ShowPartial, ShowProgress, ShowTrial
from core.conversation.questions import OPTIONS, QUESTIONS, Key
from core.conversation.questions import listed as listed_keys
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
from core.conversation.session import Answer, Contents, Document, Improvement, MaskedItem, Session, Unit, Version
from core.conversation.understood import Assumption, Proposed, ProposedQuestion, Suggestion, Understood
from core.conversation.version_difference import LineChange
from core.features.comparison.comparison import Comparison
from core.features.comparison.replies import ShowVerdict
from core.features.feedback.replies import ShowFeedback
from core.features.library.replies import ShowEntry, ShowFilled, ShowLibrary, ShowLibraryFile
from core.features.takeaway.replies import ShowTakeaway
from core.messages import Outgoing, Place, Revealed
from core.ports import StoredSession
from core.ports.library import LibraryEntry
from core.privacy.entities import EntityType
from core.privacy.text import MaskedText, RawText
from core.privacy.vault import Vault
from core.usecases.kind_named import families
from core.values.choices import ExternalAssistant
from core.values.locale import Locale
from tests.fakes.slack.rules import breaches_of_message, breaches_of_view

_SOME = 40  # characters of an answer with its name
_WILD = st.sampled_from(["<!channel>", "&", "<", "```", "가", "a", "\n", "😀", "*_~`", "{이름1}"])


def texts(most: int) -> st.SearchStrategy[MaskedText]:
    """Return short texts of everything that breaks markup, and long ones up to what an answer may hold."""
    short = st.lists(_WILD, min_size=1, max_size=20).map("".join)
    return st.builds(lambda piece, times: MaskedText((piece * times)[:most]), short, st.integers(1, most))


answers_of = st.fixed_dictionaries(
    {},
    optional={
        key: st.one_of(
            texts(question.max_length).map(Answer),
            *(st.just(Answer(MaskedText(choice), choice)) for choice in question.choices[:1]),
        )
        for key, question in QUESTIONS.items()
    },
)
items_of = st.lists(
    st.builds(
        MaskedItem,
        st.integers(1, 999).map(lambda n: f"{{이름{n}}}"),
        st.sampled_from(EntityType),
        st.booleans(),
        st.booleans(),
    ),
    max_size=120,
    unique_by=lambda item: item.label,
).map(tuple)
improvements_of = st.builds(Improvement, st.just("clarity"), texts(3_000), texts(500), st.sampled_from([*Key, "brief"]))
versions_of = st.builds(
    Version,
    number=st.integers(1, 500),
    prompt=texts(20_000),
    answers=st.just({Key.PURPOSE: Answer(MaskedText("요약"))}),
    improvements=st.lists(improvements_of, max_size=20).map(tuple),
    notes=st.lists(texts(500), max_size=8).map(tuple),
    instruction=st.none() | texts(1_000),
    model=st.none() | st.just("mixtral"),
    polished=st.integers(0, 9),
    unpolished=st.integers(0, 9),
)
changes_of = st.lists(st.builds(LineChange, texts(3_000), st.booleans()), max_size=30).map(tuple)
counts = st.dictionaries(st.sampled_from(Unit), st.integers(0, 9_999))
documents = st.none() | st.builds(
    Document, texts(300), st.builds(Contents, st.integers(0, 99), st.integers(0, 99), counts, counts)
)
entry_of = st.builds(
    LibraryEntry,
    st.integers(1, 999_999_999),
    texts(60),
    texts(20_000),
    st.lists(texts(30), max_size=10).map(tuple),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
entries_of = st.lists(entry_of, max_size=40, unique_by=lambda entry: entry.number).map(tuple)
controls_of = st.lists(st.sampled_from(Control), unique=True, max_size=20).map(tuple)
kinds_by_family = families(Locale.KO)
opened = ("", *(family.id for family in kinds_by_family))
kinds = st.sampled_from([kind for family in kinds_by_family for kind in family.kinds])
listed = st.lists(texts(500), max_size=12).map(tuple)
assumptions = st.lists(
    st.builds(
        Assumption,
        st.sampled_from(("to", "place", "budget", "tone", "when")),
        texts(500),
        st.just("누가 읽나요?"),
        st.lists(st.text(min_size=1, max_size=120), max_size=4).map(tuple),
    ),
    max_size=5,
    unique_by=lambda each: each.slot,
).map(tuple)
proposals_of = st.lists(
    st.builds(
        Proposed,
        st.sampled_from(("intent", "restated", "cover", "parts", "traps")),
        texts(500),
        st.just(()),
        st.booleans(),
    ),
    max_size=12,
).map(tuple)
suggestions_of = st.lists(
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
understood = st.builds(
    Understood,
    kinds,
    st.lists(kinds, max_size=2, unique=True).map(tuple),
    st.none() | texts(200),
    listed,
    listed,
    assumptions,
    listed,
)
preface_of = st.sampled_from(((), (Tell("greeting"),), (Tell("help.asking"),)))
replies_of: st.SearchStrategy[Reply] = st.one_of(
    st.just(Greet()),
    st.just(OpenForm({})),
    st.builds(Tell, st.sampled_from(["prompt.made", "refine.unclear", "error.unexpected"]), controls=controls_of),
    st.builds(
        Ask,
        st.sampled_from(Key),
        hint=st.none() | st.just("hint.first"),
        current=st.none() | texts(20_000).map(Answer),
        controls=controls_of,
    ),
    st.builds(ShowSummary, answers_of, items_of, documents, st.none() | understood, proposals_of, controls=controls_of),
    st.builds(
        AskIntent,
        st.sampled_from(opened),
        st.none() | st.just("hint.intent"),
        st.just(kinds_by_family),
        controls=controls_of,
    ),
    st.builds(ShowReasons, versions_of),
    st.builds(ShowOptions, answers_of, suggestions_of, controls=controls_of, preface=preface_of),
    st.builds(ShowProgress, controls_of),
    st.builds(
        ShowPrompt,
        versions_of,
        items_of,
        controls_of,
        changes_of,
        controls_of,
        st.booleans(),
        st.lists(texts(500), max_size=9).map(tuple),
        st.lists(texts(500), max_size=8).map(tuple),
        assumptions,
    ),
    st.builds(
        AskGap,
        st.just("to"),
        st.integers(1, 2),
        st.just(2),
        st.none() | st.just("hint.gap"),
        st.just({}),
        st.text(min_size=1, max_size=200),
        st.lists(st.text(min_size=1, max_size=120), min_size=3, max_size=4).map(tuple),
        st.none() | texts(500),
        st.none() | texts(500),
        controls=controls_of,
        preface=preface_of,
    ),
    st.builds(
        ShowVersions, st.lists(versions_of, min_size=1, max_size=40).map(tuple), st.integers(1, 500), controls_of
    ),
    st.builds(ShowFeedback, st.integers(1, 500), st.just(Feedback(Rating.BAD)), st.just(tuple(Reason))),
    st.builds(ShowLibrary, st.none() | st.just(MaskedText("회의")), st.booleans(), entries_of),
    st.builds(ShowEntry, st.just(1), st.none() | entry_of),
    st.builds(ShowFilled, texts(100), st.just({})),
    st.just(ShowLibraryFile()),
    st.builds(ShowRestored, texts(100)),
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
        controls_of,
    ),
    st.builds(ShowTakeaway, st.integers(1, 500), texts(20_000), controls_of, st.just(tuple(ExternalAssistant))),
    st.builds(ShowPartial, texts(20_000), controls_of),
    st.builds(
        ShowTrial,
        st.builds(
            ModelAnswer,
            st.just("gpu"),
            texts(20_000),
            texts(20_000),
            st.just(Figures(("form",), ("length",), 10, 1, 2)),
            st.booleans(),
            st.sampled_from(("", "slow")),
        ),
        controls_of,
    ),
)


def codes(postings: tuple[OutgoingMessage, ...]) -> str:
    """Return what stands in the code blocks."""
    blocks = [block for posting in postings for block in posting.blocks if block["type"] == "rich_text"]
    return "".join(block["elements"][0]["elements"][0]["text"] for block in blocks)


def breaches(posting: OutgoingMessage) -> list[str]:
    sent = {"text": posting.text, "blocks": list(posting.blocks), "unfurl_links": False, "unfurl_media": False}
    return breaches_of_message(sent)


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(replies_of, st.sampled_from(Locale), st.booleans(), texts(30_000))
def test_every_reply_fits(
    reply: Reply,
    locale: Locale,
    private: bool,  # noqa: FBT001 - drawn
    restored: MaskedText,
) -> None:
    place = Place("slack", "T", "D1") if private else Place("slack", "T", "C1", "1.1", private=False)
    values: Mapping[str, RawText] = {"{이름1}": RawText("<@U1>" * 50)} if private else {}
    outgoing = Outgoing(1, "s", place, "U1", locale, reply)

    revealed = Revealed(reply, values, RawText(restored))
    postings = Render(30)(outgoing, revealed)

    assert postings
    assert [breach for posting in postings for breach in breaches(posting)] == []


@pytest.mark.parametrize("locale", list(Locale))
@pytest.mark.parametrize("character", ["가", "&", "<"])
def test_a_summary_of_which_everything_is_at_its_longest_fits_and_shows_some_of_each(
    character: str, locale: Locale
) -> None:
    answers = {key: Answer(MaskedText(character * each.max_length)) for key, each in QUESTIONS.items()}
    items = tuple(MaskedItem(f"{{이름{n}}}", EntityType.DATE_OF_BIRTH, True, True) for n in range(100, 200))  # noqa: FBT003
    long = MaskedText(character * 500)
    proposals = tuple(Proposed("traps", long, (), True) for _ in range(12))  # noqa: FBT003
    questions = tuple(ProposedQuestion(n, long, long, ()) for n in (1, 2))
    assumed = tuple(Assumption(slot, long, "?", (character * 120,) * 4) for slot in ("to", "place", "budget", "tone"))
    family = kinds_by_family[0]
    shown = Understood(family.kinds[0], family.kinds[1:3], long, (long,) * 12, (long,) * 12, assumed, (long,) * 12)
    document = Document(long, Contents(99, 99, {}, {}))
    summary = ShowSummary(answers, items, document, shown, proposals, questions, controls=tuple(Control)[:20])
    outgoing = Outgoing(1, "s", Place("slack", "T", "D1"), "U1", locale, summary)
    values = {item.label: RawText(character * 300) for item in items}

    (message,) = Render(30)(outgoing, Revealed(summary, values, None))

    assert breaches(message) == []
    edits = {encode(EditRequested(key)) for key in answers}
    shown_answers = [
        block["text"]["text"]
        for block in message.blocks
        if any(str(block.get("accessory", {}).get("value", "")).startswith(code) for code in edits)
    ]
    assert [len(text) >= _SOME for text in shown_answers] == [True] * len(listed_keys(answers))


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(answers_of, st.sampled_from(Locale), st.booleans(), texts(3_000))
def test_every_window_fits(
    answers: Mapping[Key, Answer],
    locale: Locale,
    whole: bool,  # noqa: FBT001 - drawn
    text: MaskedText,
) -> None:
    metadata = "" if whole else "[]"
    views = (
        form_view(answers, locale, metadata, {Key.REFERENCE: text}),
        answer_view(text[:2_000], locale, "[]"),
        restore_view(locale, "[]"),
        share_view(locale, "[]"),
        home_view(locale),
    )

    assert [breach for view in views for breach in breaches_of_view(view)] == []


@settings(max_examples=30, suppress_health_check=list(HealthCheck))
@given(versions_of, texts(500), st.sampled_from(Locale))
def test_lists_and_shared_prompts_fit(version: Version, purpose: MaskedText, locale: Locale) -> None:
    session = Session("s", locale, answers={Key.PURPOSE: Answer(purpose)}, versions=(version,))
    held = StoredSession(session, Place("slack", "T", "C1", "1.1", private=False), "U1", Vault())
    shown = (
        OutgoingMessage(
            "목록",
            tuple(list_blocks(finished([held] * 60), {held.session.id: "https://t.slack.com/archives/D1/p1"}, locale)),
        ),
        OutgoingMessage("설정", tuple(settings_blocks(locale, collects=True))),
        shared_posting(version, "U1", locale),
    )

    assert [breach for posting in shown for breach in breaches(posting)] == []


def test_both_languages_say_the_same() -> None:
    korean, english = SLACK_TEXTS[Locale.KO], SLACK_TEXTS[Locale.EN]

    assert korean.keys() == english.keys()
    for text, wording in korean.items():
        assert _places(wording) == _places(english[text]), text


def _places(wording: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(wording) if name}


def test_a_prompt_of_any_length_is_whole() -> None:
    for length in (3_999, 4_000, 4_001, 20_000):
        prompt = MaskedText("가" * length)
        reply = ShowPrompt(Version(1, prompt, {}), ())
        outgoing = Outgoing(1, "s", Place("slack", "T", "D1"), "U1", Locale.KO, reply)
        postings = Render(30)(outgoing, Revealed(reply, {}))
        attachment = postings[0].attachment
        assert (attachment.text if attachment else codes(postings)) == prompt


@pytest.mark.parametrize("length", [0, 1, 3_500, 10_501, 30_000])
def test_a_restored_answer_is_whole(length: int) -> None:
    restored = RawText("나" * length)
    reply = ShowRestored(MaskedText("x"))
    outgoing = Outgoing(1, "s", Place("slack", "T", "C1", "1", private=False), "U1", Locale.KO, reply, "U1")

    postings = Render(30)(outgoing, Revealed(reply, {}, restored))

    assert codes(postings) == restored.reveal()
