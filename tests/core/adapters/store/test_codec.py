"""Sessions and replies survive the way through JSON, whatever they hold."""

import json
from collections.abc import Callable
from typing import get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.adapters.store.codec import dump_labels, dump_reply, dump_session, load_labels, load_reply, load_session
from core.conversation.replies import Reply, ShowPrompt, Tell
from core.conversation.session import Asked, Confirming, FeatureData, Phase, Session, State
from core.errors import DatabaseError
from core.features.comparison.comparison import Comparison, Comparisons
from core.features.library.state import TemplateForm
from core.features.registry import DATA, MACHINE, REPLIES
from core.features.rehearsal.state import Rehearsal, RehearsalJob
from core.privacy.text import MaskedText
from core.values.locale import Locale
from tests.core.adapters.store.conversations import finished

# Lone surrogates and NUL included: what reaches the store was cleaned before, but the store must not be what fails.
_TEXTS = st.text(st.characters(exclude_categories=()), max_size=8)
st.register_type_strategy(MaskedText, _TEXTS.map(MaskedText))
st.register_type_strategy(str, _TEXTS)
st.register_type_strategy(float, st.floats(0, 1e6))  # seconds: never nan, which is not even equal to itself
st.register_type_strategy(State, st.sampled_from(sorted(MACHINE.states.values())))
st.register_type_strategy(FeatureData, st.one_of([st.from_type(kind) for kind in DATA]))


@pytest.mark.parametrize("kind", REPLIES)
def test_a_reply_survives(kind: type[Reply]) -> None:
    @settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
    @given(st.from_type(kind))
    def survives(reply: Reply) -> None:
        text = dump_reply(reply)
        text.encode()
        assert "\0" not in text
        assert load_reply(text) == reply

    survives()


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(st.from_type(Session))
def test_a_session_survives(session: Session) -> None:
    text = dump_session(session)
    text.encode()
    assert "\0" not in text
    assert load_session(text) == session


def test_texts_come_back_as_masked_texts() -> None:
    session = load_session(dump_session(finished().session))
    version = session.versions[0]
    assert isinstance(version.prompt, MaskedText)
    assert all(isinstance(answer.text, MaskedText) for answer in version.answers.values())
    reply = load_reply(dump_reply(ShowPrompt(version, session.items)))
    assert isinstance(reply, ShowPrompt)
    assert isinstance(reply.version.notes[0], MaskedText)


def test_hangul_is_stored_as_itself() -> None:
    assert "가나다" in dump_reply(Tell("hello", {"name": "가나다"}))


@given(st.frozensets(_TEXTS))
def test_labels_survive(labels: frozenset[str]) -> None:
    assert load_labels(dump_labels(labels)) == labels


def test_fields_of_another_version_do_no_harm() -> None:
    document = json.loads(dump_session(finished().session))
    assert load_session(json.dumps(document | {"mood": "good"})) == finished().session
    assert load_session('{"id": "s1", "locale": "ko"}') == Session("s1", Locale.KO)


def test_what_features_kept_in_fields_of_their_own_is_read() -> None:
    before = {
        "confirming": {"what": "forget", "back": "done", "label": "", "number": 0},
        "filling": {"prompt": "{{팀}}", "variables": ["{{팀}}"], "values": {}, "asked": 0, "back": "asking"},
        "rehearsal": {"back": "done", "persona": "client", "lines": [{"who": "person", "text": "안녕하세요"}]},
        "comparisons": [{"arms": ["raw", "short"], "models": False, "trials": [], "chosen": ""}],
    }
    session = load_session(json.dumps({"id": "s1", "locale": "ko", "errand": "speak", **before}))
    assert session.job is RehearsalJob.SPEAK
    assert session.of(Confirming) == Confirming(Asked.FORGET, back=Phase.DONE)
    assert session.of(TemplateForm) == TemplateForm(MaskedText("{{팀}}"), ("{{팀}}",), back=Phase.ASKING)
    assert session.of(Comparisons) == Comparisons((Comparison(("raw", "short")),))
    rehearsal = session.of(Rehearsal)
    assert rehearsal
    assert (rehearsal.persona, rehearsal.lines[0].text) == ("client", "안녕하세요")
    assert load_session('{"id": "s1", "locale": "ko", "rehearsal": null, "comparisons": []}').data == ()


def test_what_a_feature_kept_under_another_name_is_read() -> None:
    kept = [{"_type": "Filling", "prompt": "{{팀}}", "variables": ["{{팀}}"], "back": "asking"}]
    session = load_session(json.dumps({"id": "s1", "locale": "ko", "data": kept}))
    assert session.of(TemplateForm) == TemplateForm(MaskedText("{{팀}}"), ("{{팀}}",), back=Phase.ASKING)


def test_what_a_feature_kept_that_is_gone_is_left_out() -> None:
    kept = [{"_type": "Gone", "mood": "good"}, {"_type": "Comparisons", "open": []}]
    session = load_session(json.dumps({"id": "s1", "locale": "ko", "data": kept}))
    assert session.data == (Comparisons(),)


def test_every_field_is_written() -> None:
    stored = {"prompt_language": "tongue", "needs_model": "unread"}  # as they have always been called there
    fields = {stored.get(name, name) for name in get_type_hints(Session)}
    assert json.loads(dump_session(Session("s1", Locale.KO))).keys() == fields


@pytest.mark.parametrize(
    ("load", "text"),
    [
        (load_session, ""),
        (load_session, "[]"),
        (load_session, '{"locale": "ko"}'),
        (load_session, '{"id": "s1", "locale": "secret"}'),
        (load_session, '{"id": "s1", "locale": "ko", "answers": 7}'),
        (load_reply, "{}"),
        (load_reply, "null"),
        (load_reply, '{"_type": "secret"}'),
        (load_reply, '{"_type": "Ask", "key": "secret"}'),
        (load_labels, "7"),
    ],
)
def test_what_cannot_be_read_is_damage_and_quotes_nothing(load: Callable[[str], object], text: str) -> None:
    with pytest.raises(DatabaseError) as caught:
        load(text)
    assert caught.value.details == {"reason": "damaged"}
    assert "secret" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
