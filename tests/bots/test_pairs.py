"""`promptgen data pairs`: what people said yes to, and nothing else, as training data."""

import asyncio
import json
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bots.commands.pairs import write_pairs
from bots.commands.pairs_card import Made
from core.adapters.store.open_store import open_store
from core.adapters.store.store import SqlStore
from core.conversation import events
from core.conversation.prompt_events import VersionChosen
from core.features.training_data.events import ConsentGiven
from core.features.training_data.training_export import Filter, SkipReason, TrainingExport
from core.messages import FilesRead, Place, Pressed, ReadFile
from core.privacy.entities import EntityType
from core.privacy.text import RawText
from serving.finetune.examples import read_examples, read_preferences
from tests.core.conftest import Talk
from tests.fakes.detector import PLANTED, FakeDetector

ANSWERS = ("저는 한빛상사 박지훈 과장입니다. 010-2345-6789", "표", "보통", "한국어", "대학생", "건너뛰기")
PURPOSE = "신입사원 김서연에게 보낼 환영 이메일 초안 써줘"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    store = open_store(tmp_path / "data", clock=lambda: 1_800_000_000.0)
    yield store
    store.close()


@pytest.fixture
def talk(store: SqlStore) -> Talk:
    return Talk(store)


def place(person: str, number: int = 1) -> Place:
    return Place("test", "T1", f"{person}-{number}")


def makes(
    talk: Talk, person: str = "U-alice", number: int = 1, *, purpose: str = PURPOSE, says: str = "만들기"
) -> None:
    """Let a person hold an interview to its end."""
    where = place(person, number)
    talk.opens(purpose, person=person, place=where)
    for text in ANSWERS:
        talk.says(text, person=person, place=where)
    wants(talk, says, person, number)


def wants(talk: Talk, text: str, person: str = "U-alice", number: int = 1) -> None:
    """Let a person say something that leads to a prompt."""
    generating = talk.says(text, person=person, place=place(person, number)).generating
    assert generating
    talk.delivered(asyncio.run(talk.generation.run(generating)))


def agrees(talk: Talk, *people: str) -> None:
    talk.chat._collects = True
    for person in people:
        talk.does(Pressed(ConsentGiven()), person=person, place=place(person))


def written(talk: Talk, folder: Path, *, preference: bool = False, least: int = 0, held_out: float = 0.1) -> Made:
    collection = TrainingExport(talk.store, talk.detector, Filter(least, held_out))
    return write_pairs(collection, folder, preference=preference)


def lines(folder: Path, name: str = "train.jsonl") -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines()]


def test_a_pair_is_the_masked_request_and_its_prompt(talk: Talk, tmp_path: Path) -> None:
    makes(talk)
    talk.says("도움이 됐어요", place=place("U-alice"))
    agrees(talk, "U-alice")

    made = written(talk, tmp_path / "pairs", held_out=0)

    (line,) = lines(tmp_path / "pairs")
    request, answer = line["messages"]
    assert request["role"] == "user"
    assert request["content"].startswith(
        "신입사원 {이름1}에게 보낼 환영 이메일 초안 써줘\n- 요청자: 저는 {기관1} {이름2} 과장입니다."
    )
    assert answer["content"].startswith("[")
    assert {name: line[name] for name in ("locale", "feedback", "reason")} == {
        "locale": "ko",
        "feedback": "good",
        "reason": None,
    }
    assert "clarity" in line["improvements"]
    assert line["score"] > 60
    assert (made.train, made.test, made.people) == (1, 0, 1)
    assert len(read_examples(tmp_path / "pairs/train.jsonl")) == 1


def test_nothing_that_was_planted_is_in_it_and_no_id(talk: Talk, tmp_path: Path) -> None:
    makes(talk)
    wants(talk, "더 짧게")
    agrees(talk, "U-alice")
    written(talk, tmp_path / "pairs", held_out=0)
    written(talk, tmp_path / "preferences", preference=True, held_out=0)

    for file in (*(tmp_path / "pairs").iterdir(), *(tmp_path / "preferences").iterdir()):
        content = file.read_text(encoding="utf-8")
        assert [word for word in (*PLANTED, "U-alice", "T1", "session-") if word in content] == []
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_without_consent_there_is_no_pair(talk: Talk, tmp_path: Path) -> None:
    for person in ("U-alice", "U-bora", "U-cho"):
        makes(talk, person, purpose=f"{person[2:]} 회의록 정리해 줘")
    agrees(talk, "U-alice", "U-bora")
    talk.says("동의 철회", person="U-bora", place=place("U-bora"))

    assert written(talk, tmp_path, held_out=0).people == 1
    assert "alice" in (tmp_path / "train.jsonl").read_text(encoding="utf-8")


def test_who_takes_it_back_or_is_forgotten_is_gone_the_next_time(talk: Talk, tmp_path: Path) -> None:
    for person in ("U-alice", "U-bora"):
        makes(talk, person, purpose=f"{person[2:]} 회의록 정리해 줘")
    agrees(talk, "U-alice", "U-bora")
    assert written(talk, tmp_path, held_out=0).train == 2

    talk.says("동의 철회", person="U-alice", place=place("U-alice"))
    talk.says("내 데이터 삭제", person="U-bora", place=place("U-bora"))
    talk.says("확인", person="U-bora", place=place("U-bora"))

    assert written(talk, tmp_path, held_out=0).train == 0
    assert (tmp_path / "train.jsonl").read_bytes() == b""


def test_what_its_owner_keeps_as_written_is_masked_again(talk: Talk, tmp_path: Path) -> None:
    makes(talk)
    for switch in (True, False):
        talk.does(Pressed(events.ItemSwitched("{이름2}", switch)), place=place("U-alice"))
        wants(talk, "다시 만들기")
    agrees(talk, "U-alice")
    with talk.store.begin() as transaction:
        held = transaction.latest_at(place("U-alice"))
    assert held is not None
    assert ["박지훈" in version.prompt for version in held.session.versions] == [False, True, False]
    talk.does(Pressed(VersionChosen(2)), place=place("U-alice"))

    written(talk, tmp_path, held_out=0)

    (line,) = lines(tmp_path)
    assert "{이름2} 과장" in line["messages"][1]["content"]
    assert "박지훈" not in str(line)


def test_what_the_detector_finds_today_is_left_out(talk: Talk, tmp_path: Path) -> None:
    makes(talk)
    agrees(talk, "U-alice")
    talk.detector = FakeDetector({"대학생": EntityType.CUSTOM})

    assert written(talk, tmp_path).left == {SkipReason.PERSONAL: 1}


def test_a_vault_that_no_key_opens_is_left_out(talk: Talk, tmp_path: Path) -> None:
    makes(talk)
    agrees(talk, "U-alice")
    talk.store._cipher._all = None

    made = written(talk, tmp_path)

    assert (made.train, made.test, made.left) == (0, 0, {})


def test_a_reference_never_leaves(talk: Talk, tmp_path: Path) -> None:
    makes(talk)
    talk.does(FilesRead(RawText("라일락빛 잠수함 계획"), (ReadFile(RawText("회의.pdf")),)), place=place("U-alice"))
    wants(talk, "만들기")
    agrees(talk, "U-alice")

    assert written(talk, tmp_path).left == {SkipReason.REFERENCE: 1}


def test_what_was_of_little_use_or_is_below_the_score_is_left_out(talk: Talk, tmp_path: Path) -> None:
    makes(talk)
    talk.says("아쉬워요", place=place("U-alice"))
    makes(talk, "U-bora", purpose="사내 도서관 이용 안내문 써줘")
    agrees(talk, "U-alice", "U-bora")

    assert written(talk, tmp_path, least=101).left == {SkipReason.DISLIKED: 1, SkipReason.SCORE: 1}
    assert "| 1 | the person found it of little use |" in (tmp_path / "README.md").read_text(encoding="utf-8")


def test_near_duplicates_are_written_once(talk: Talk, tmp_path: Path) -> None:
    makes(talk)
    makes(talk, "U-bora", purpose=f"{PURPOSE}!!")
    makes(talk, "U-cho", purpose="분기 매출을 부서별로 비교해 줘")
    agrees(talk, "U-alice", "U-bora", "U-cho")

    made = written(talk, tmp_path, held_out=0)

    assert (made.train, made.left) == (2, {SkipReason.DUPLICATE: 1})


def test_nobody_is_on_both_sides_and_the_same_run_gives_the_same_bytes(talk: Talk, tmp_path: Path) -> None:
    people = [f"U-{number}" for number in range(8)]
    for person, (number, topic) in (
        (person, each) for person in people for each in enumerate(("도서관 안내문", "매출 비교표"))
    ):
        makes(talk, person, number, purpose=f"{topic}을 {person[2:] * 6} 부서가 보게 써줘")
    agrees(talk, *people)

    made = written(talk, tmp_path / "one", held_out=0.5)
    written(talk, tmp_path / "two", held_out=0.5)

    sides = [
        {line["messages"][0]["content"].split()[2] for line in lines(tmp_path / "one", name)}
        for name in ("train.jsonl", "test.jsonl")
    ]
    assert made.train > 0 < made.test
    assert sides[0] & sides[1] == set()
    for name in ("train.jsonl", "test.jsonl"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_a_preference_is_what_was_refined_to_over_what_was_before(talk: Talk, tmp_path: Path) -> None:
    makes(talk)
    wants(talk, "더 짧게")
    agrees(talk, "U-alice")

    written(talk, tmp_path, preference=True, held_out=0)

    (line,) = lines(tmp_path)
    assert "짧게(100자 안팎)" in line["prompt"][0]["content"]
    assert "되도록 짧게" in line["chosen"][0]["content"]
    assert "분량: 80~100자" not in line["rejected"][0]["content"]
    assert len(read_preferences(tmp_path / "train.jsonl")) == 1


def test_a_liked_prompt_is_preferred_to_a_disliked_one(talk: Talk, tmp_path: Path) -> None:
    makes(talk)
    talk.says("도움이 됐어요", place=place("U-alice"))
    wants(talk, "더 짧게")
    talk.says("아쉬워요", place=place("U-alice"))
    agrees(talk, "U-alice")

    written(talk, tmp_path, preference=True, held_out=0)

    (line,) = lines(tmp_path)
    assert "분량: 80~100자" not in line["chosen"][0]["content"]
    assert "되도록 짧게" in line["rejected"][0]["content"]


def test_a_single_prompt_is_no_choice(talk: Talk, tmp_path: Path) -> None:
    makes(talk)
    agrees(talk, "U-alice")

    assert written(talk, tmp_path, preference=True).left == {SkipReason.NO_CHOICE: 1}
