"""A word of the summary goes on the team's list: by whom it may, once, and for everybody at once."""

import itertools
import stat
from pathlib import Path

import pytest

from core.adapters.presidio.detector import PresidioDetector
from core.adapters.presidio.list_editor import ListEditor
from core.conversation.questions import Key
from core.conversation.replies import Reply, ShowSummary
from core.conversation.session import Phase
from core.errors import SettingsError
from core.features.mask_list.replies import TellListed
from core.features.mask_list.typed_words import is_risky, order_in
from core.ports.counters import Choice
from core.ports.mask_list import EditableList
from core.privacy.entities import EntityType
from core.privacy.policy import Policy
from core.privacy.text import RawText
from core.usecases.chat import Chat
from tests.core.conftest import ALICE, BORA, CHANNEL, DM, Talk

RULES = "# our words\nallow: 한국인터넷진흥원\nregex ID_NUMBER: EMP-\\d{6}"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    file = tmp_path / "lists" / "words.txt"
    file.parent.mkdir()
    file.write_text(RULES, "utf-8")
    file.chmod(0o600)
    return file


def _with_list(talk: Talk, rules: Path | None, verbs: list[str] | None = None, policy: str = "") -> None:
    ids = itertools.count()
    words = ListEditor(rules, (verbs if verbs is not None else []).append) if rules else None
    edits = EditableList(words, frozenset({ALICE}))
    new_id = lambda: f"s-{next(ids)}"  # noqa: E731 - as in `Talk`
    talk.chat = Chat(talk.detector, talk.store, new_id, Policy.parse(policy), mask_list=edits)


def _replies(talk: Talk, text: str, **where: object) -> list[Reply]:
    return [each.revealed.reply for each in talk.says(text, **where).deliveries]  # type: ignore[arg-type]


def _told(replies: list[Reply]) -> list[tuple[str, object]]:
    return [(each.text.removeprefix("list."), each.details["word"]) for each in replies if type(each) is TellListed]


def test_a_word_is_masked_for_everybody_at_once(talk: Talk, rules: Path) -> None:
    verbs: list[str] = []
    _with_list(talk, rules, verbs)
    others = PresidioDetector(rules)
    text = RawText("오로라 일정을 정리해 줘")
    assert others.detect(text) == ()
    talk.answers()
    talk.says("배경은 오로라를 준비하는 팀")
    replies = _replies(talk, "오로라를 항상 가려줘")

    assert _told(replies) == [("masked", "오로라")]
    assert [text.reveal()[span.start : span.end] for span in others.detect(text)] == ["오로라"]
    assert rules.read_text("utf-8") == f"{RULES}\ndeny: 오로라\n"
    assert stat.S_IMODE(rules.stat().st_mode) == 0o600
    assert list(rules.parent.iterdir()) == [rules]
    assert verbs == ["deny"]
    summary = replies[-1]
    assert isinstance(summary, ShowSummary)
    assert "오로라" not in str(summary.answers), "here, too"
    assert _told(_replies(talk, "오로라 항상 가려줘")) == [("known", "오로라")]
    assert rules.read_text("utf-8") == f"{RULES}\ndeny: 오로라\n"


def test_an_item_is_put_there_by_its_name_and_by_its_label(talk: Talk, rules: Path) -> None:
    _with_list(talk, rules)
    talk.answers()
    assert _told(_replies(talk, "always keep 한빛상사 as is.")) == [("kept", "한빛상사")]
    assert _told(_replies(talk, "이름2는 항상 가려주세요")) == [("masked", "박지훈")]
    assert rules.read_text("utf-8") == f"{RULES}\nallow: 한빛상사\ndeny PERSON: 박지훈\n"
    assert _told(_replies(talk, "“한빛상사”는 항상 가리기")) == [("masked", "한빛상사")]
    assert rules.read_text("utf-8") == f"{RULES}\ndeny PERSON: 박지훈\ndeny ORGANIZATION: 한빛상사\n"


def test_what_is_found_in_the_order_alone_gets_no_type(talk: Talk, rules: Path) -> None:
    _with_list(talk, rules)
    talk.answers()
    talk.detector.words = {"오로라": EntityType.PERSON}
    assert _told(_replies(talk, "오로라 항상 가려줘")) == [("masked", "오로라")]
    assert rules.read_text("utf-8") == f"{RULES}\ndeny: 오로라\n"


def test_a_kept_item_is_kept_in_this_conversation(talk: Talk, rules: Path) -> None:
    _with_list(talk, rules)
    talk.answers()
    summary = _replies(talk, "한빛상사 항상 그대로")[-1]
    assert isinstance(summary, ShowSummary)
    assert "한빛상사" in summary.answers[Key.BACKGROUND].text


def test_what_is_listed_is_counted_once_by_its_kind(talk: Talk, rules: Path) -> None:
    _with_list(talk, rules)
    talk.answers()
    talk.says("배경은 오로라를 준비하는 팀")
    talk.says("오로라를 항상 가려줘")
    masked = {("CUSTOM: person", "masked"): 1}
    assert _counted(talk) == masked
    talk.says("오로라를 항상 가려줘")
    assert _counted(talk) == masked, "it is listed already"
    talk.says("한빛상사 항상 그대로")
    assert _counted(talk) == {**masked, ("ORGANIZATION", "kept"): 1}
    talk.says("한빛상사 항상 가려줘")
    assert _counted(talk) == {**masked, ("ORGANIZATION", "kept"): 1, ("ORGANIZATION", "masked"): 1}
    talk.says("이름2는 항상 가려줘")
    assert _counted(talk)["PERSON", "masked"] == 1


def _counted(talk: Talk) -> dict[tuple[str, str], int]:
    return {(one.detail, one.result): count for one, count in talk.store.outcomes() if one.choice is Choice.ITEM}


def test_where_others_read_along_the_word_stays_masked_and_keeping_it_is_asked_about(talk: Talk, rules: Path) -> None:
    _with_list(talk, rules)
    talk.answers(place=CHANNEL)
    assert _told(_replies(talk, "한빛상사 항상 그대로", place=CHANNEL)) == [("kept", "{기관1}")]
    with talk.store.begin() as transaction:
        held = transaction.latest_at(CHANNEL)
    assert held is not None
    assert held.session.phase is Phase.CONFIRMING


@pytest.mark.parametrize("text", ["환영 항상 가려줘", "always mask 환영"])
def test_who_may_not_has_it_so_in_their_own_conversation(talk: Talk, rules: Path, text: str) -> None:
    _with_list(talk, rules)
    talk.opens("환영 인사 써줘", person=BORA)
    for answer in ("총무팀입니다", "표", "보통", "한국어", "대학생", "건너뛰기"):
        talk.says(answer, person=BORA)
    replies = _replies(talk, text, person=BORA)
    assert _told(replies) == [("not_allowed", "환영")]
    assert isinstance(replies[-1], ShowSummary)
    assert replies[-1].answers[Key.PURPOSE].text.startswith("{")
    assert rules.read_text("utf-8") == RULES


def test_without_a_file_there_is_no_list(talk: Talk) -> None:
    _with_list(talk, None)
    talk.answers()
    assert _told(_replies(talk, "오로라 항상 가려줘")) == [("no_file", "오로라")]


@pytest.mark.parametrize(
    "text", ["가 항상 가려줘", "010-2345-6789 항상 그대로", "길이 항상 가려줘", "always mask 정보"]
)
def test_a_risky_word_is_refused_and_nothing_is_masked(talk: Talk, rules: Path, text: str) -> None:
    _with_list(talk, rules)
    talk.answers()
    assert [code for code, _ in _told(_replies(talk, text))] == ["risky"]
    assert rules.read_text("utf-8") == RULES


def test_a_value_that_is_kept_nowhere_goes_on_no_list(talk: Talk, rules: Path) -> None:
    _with_list(talk, rules, policy="organization=never")
    talk.answers()
    assert [code for code, _ in _told(_replies(talk, "한빛상사 항상 가려줘"))] == ["no_value"]
    assert rules.read_text("utf-8") == RULES


def test_a_list_that_cannot_be_read_or_is_gone_is_left_as_it_is(talk: Talk, rules: Path) -> None:
    _with_list(talk, rules)
    talk.answers()
    rules.write_text("derny: 오타\n", "utf-8")
    assert _told(_replies(talk, "오로라 항상 가려줘")) == [("unwritable", "오로라")]
    assert rules.read_text("utf-8") == "derny: 오타\n"
    rules.unlink()
    with pytest.raises(SettingsError):
        ListEditor(rules).add(RawText("오로라"), EntityType.CUSTOM, masks=True)


def test_elsewhere_than_at_the_summary_it_is_an_answer(talk: Talk, rules: Path) -> None:
    _with_list(talk, rules)
    talk.opens("얼굴 항상 가려줘")
    with talk.store.begin() as transaction:
        held = transaction.latest_at(DM)
    assert held is not None
    assert held.session.answers[Key.PURPOSE].text == "얼굴 항상 가려줘"
    assert rules.read_text("utf-8") == RULES


def test_a_link_stays_one_and_the_words_on_the_list_change_together(tmp_path: Path, rules: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(rules)
    editor = ListEditor(link)
    assert editor.add(RawText("오로라"), EntityType.CUSTOM, masks=True)
    assert editor.add(RawText("오 로라"), EntityType.CUSTOM, masks=False), "the same word in another spacing"
    assert link.is_symlink()
    assert rules.read_text("utf-8") == f"{RULES}\nallow: 오 로라\n"


@pytest.mark.parametrize(
    ("text", "word", "masks"),
    [
        ("오로라 항상 가려줘", "오로라", True),
        ("오로라는 늘 가려 주세요!", "오로라", True),
        ("항상 오로라 프로젝트를 가려줘요", "오로라 프로젝트", True),
        ("‘마을은’ 항상 가리기", "마을은", True),
        ("마을은 항상 가려줘", "마을", True),
        ("하은 항상 가려줘", "하은", True),
        ("{이름1}은 항상 그대로 두세요", "{이름1}", False),
        ("오로라 언제나 그대로", "오로라", False),
        ("always mask Aurora.", "Aurora", True),
        ("Always keep “Aurora” as it is", "Aurora", False),
        ("mask Aurora always", "Aurora", True),
        ("keep Aurora as written always", "Aurora", False),
        ("오로라 가려줘", None, False),
        ("제목은 항상 짧게", None, False),
        ("always keep a friendly tone", None, False),
        ("항상 가려줘", None, False),
        ("표는 그대로", None, False),
    ],
)
def test_what_orders_it(text: str, word: str | None, *, masks: bool) -> None:
    order = order_in(text)
    assert (text[order.start : order.end] if order else None) == word
    assert order is None or order.masks is masks


@pytest.mark.parametrize(
    ("word", "kind", "masks", "risky"),
    [
        ("오로라", EntityType.CUSTOM, True, False),
        ("Aurora 2", EntityType.CUSTOM, True, False),
        ("보라", EntityType.PERSON, True, False),
        ("A", EntityType.CUSTOM, True, True),
        ("a\u2028allow: b", EntityType.CUSTOM, True, True),
        ("우리 팀이 함께 만든 것", EntityType.CUSTOM, True, True),
        ("abcDEF123", EntityType.SECRET, False, True),
        ("abcDEF123", EntityType.SECRET, True, False),
        ("길이", EntityType.CUSTOM, False, False),
    ],
)
def test_what_is_no_word_for_a_list(word: str, kind: EntityType, *, masks: bool, risky: bool) -> None:
    assert is_risky(word, kind, masks=masks) is risky
