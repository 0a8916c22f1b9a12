"""The commands as a person runs them: what goes in, what comes out, the exit status.

Each command is run as a process of its own once and more. Tables run in this process, with one detector for all rows.
"""

import io
import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from bots.cli import main
from bots.commands.data import forget
from core.adapters.store.open_store import open_store
from core.prompting.intents.catalogue import all_intents
from core.values.locale import Locale
from tests.bots.conftest import OURS, Command, Done

pytestmark = pytest.mark.slow

_INTERVIEW = (
    "신입사원 김서연에게 보낼 환영 이메일 초안 써줘",
    "저는 한빛상사 인사팀 박지훈 과장입니다. 010-2345-6789",
    "연속 문장",
    "보통",
    "한국어",
    "대학생",
    "건너뛰기",
    "만들기",
)
_ANSWERS: Mapping[str, object] = {
    "purpose": "신입사원 김서연에게 보낼 환영 이메일 초안 써줘",
    "background": "저는 박지훈입니다.",
    "form": "prose",
    "length": "보통",
    "language": "한국어",
    "level": "3",
    "constraints": ["가격은 적지 않기", "두 문단으로"],
}


def _promptgen(*arguments: str, given: bytes | str = b"", folder: Path, **environment: str) -> Done:
    """Run a command as a process of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    return subprocess.run(
        [sys.executable, "-m", "bots", *arguments],
        input=given.encode() if isinstance(given, str) else given,
        capture_output=True,
        check=False,
        env={**kept, "PROMPTGEN_DATA_DIR": str(folder), **environment},
        timeout=60,
    )


def _lines(lines: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _jsonl(*documents: object) -> str:
    return _lines([json.dumps(document, ensure_ascii=False) for document in documents])


def test_a_piped_interview_ends_in_the_prompt_and_nothing_else(tmp_path: Path) -> None:
    done = _promptgen("chat", given=_lines(_INTERVIEW), folder=tmp_path)
    prompt = done.stdout.decode()
    assert done.returncode == 0
    assert prompt.startswith("[")
    assert "환영 이메일" in prompt
    # Four digits alone stand in sealed bytes by chance, so the written number is looked for, with its hyphen.
    for planted in ("김서연", "박지훈", "한빛상사", "010-2345"):
        assert planted not in prompt
        assert planted.encode() not in b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert done.stderr == b""


def test_what_was_not_understood_is_told_and_used_as_written(tmp_path: Path, promptgen: Command) -> None:
    lines = [*_INTERVIEW[:3], "시처럼", *_INTERVIEW[4:]]
    done = promptgen("chat", given=_lines(lines), folder=tmp_path)
    told = "promptgen: 4번째 줄: ‘길이’의 보기에 없는 답이라 적힌 그대로 썼어요.\n"
    assert (done.returncode, done.stderr.decode()) == (0, told)
    assert "시처럼" in done.stdout.decode()


def test_a_piped_interview_with_too_few_answers_says_so(tmp_path: Path, promptgen: Command) -> None:
    done = promptgen("chat", given=_lines(_INTERVIEW[:3]), folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "만들기" in done.stderr.decode().splitlines()[-1]


def test_a_prompt_is_refined_by_the_lines_after_it(tmp_path: Path, promptgen: Command) -> None:
    done = promptgen("chat", given=_lines([*_INTERVIEW, "더 짧게"]), folder=tmp_path)
    assert done.stdout.decode().count("[작업]") == 1
    assert "되도록 짧게" in done.stdout.decode()


def test_masking_a_text_keeps_its_lines_and_one_label_for_one_value(tmp_path: Path) -> None:
    done = _promptgen("mask", given="김서연입니다.\n\n김서연에게 010-2345-6789로\n", folder=tmp_path)
    assert done.returncode == 0
    assert done.stdout.decode() == "{이름1}입니다.\n\n{이름1}에게 {전화번호1}로\n"


def test_masking_knows_in_each_piece_what_a_later_one_shows(tmp_path: Path, promptgen: Command) -> None:
    given = "나래 얘기 들었어?\n하율 씨는?\n" + "오늘은 비가 온다고 합니다.\n" * 800 + "담당: 나래, 하율\n"
    told = promptgen("mask", given=given, folder=tmp_path).stdout.decode()
    assert told.startswith("{이름1} 얘기 들었어?\n{이름2} 씨는?\n")
    assert told.endswith("담당: {이름1}, {이름2}\n")


def test_masking_lines_gives_spans_in_code_points(tmp_path: Path, promptgen: Command) -> None:
    texts = ["👩‍👩‍👧 김서연에게", "없음", "", "\ud800 010-2345-6789"]
    done = promptgen("mask", "--jsonl", given=_lines([json.dumps({"text": text}) for text in texts]), folder=tmp_path)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [answer["spans"] for answer in answers][1:3] == [[], []]
    for text, answer, value in zip(texts, answers, ("김서연", None, None, "010-2345-6789"), strict=True):
        assert [text[span["start"] : span["end"]] for span in answer["spans"]] == ([value] if value else [])
    assert answers[0]["spans"][0]["type"] == "PERSON"


def test_masking_is_explained_by_places_and_never_by_texts(tmp_path: Path) -> None:
    done = _promptgen("mask", "--explain", given="성명: 김서연\n나폴레옹의 생애\n", folder=tmp_path)
    assert done.stdout.decode() == "성명: {이름1}\n나폴레옹의 생애\n"
    told = done.stderr.decode()
    assert "4-7\tPERSON\t가렸어요: key of a form\n" in told
    assert "8-12\tPERSON\t그대로 뒀어요: 누구나 아는 이름이에요 · tagger [famous " in told
    assert "김서연" not in told


def test_masking_lines_explained_tells_what_found_each_item_and_what_was_left(
    tmp_path: Path, promptgen: Command
) -> None:
    given = _lines([json.dumps({"text": "나폴레옹의 생애를 써 줘\n010-2345-6789"})])
    answer = json.loads(promptgen("mask", "--jsonl", "--explain", given=given, folder=tmp_path).stdout)
    assert [(span["by"], span["rule"], span["kinds"]) for span in answer["spans"]] == [
        ("PhoneRecognizer", "mobile number", [])
    ]
    near = {"start": 0, "end": 4, "type": "PERSON", "by": "tagger", "rule": "tagger", "refusal": "famous"}
    assert near.items() <= answer["near_misses"][0].items()


def test_errors_of_masking_name_the_line_or_the_part(tmp_path: Path, promptgen: Command) -> None:
    lists = tmp_path / "lists.txt"
    lists.write_text("allow: 한빛\nderny: 오로라\n")
    done = _promptgen("mask", given="안녕", folder=tmp_path, PROMPTGEN_MASK_LISTS=str(lists))
    assert done.returncode == 2
    assert "2번째 줄" in done.stderr.decode()
    done = promptgen("mask", folder=tmp_path, PROMPTGEN_MASK_POLICY="PERSON=never, PHONE=eat")
    assert "PHONE=eat" in done.stderr.decode()
    done = promptgen("mask", folder=tmp_path, PROMPTGEN_MASK_POLICY="PHONE=encrypt")
    assert "PROMPTGEN_MASK_KEY" in done.stderr.decode()
    done = promptgen("mask", folder=tmp_path, PROMPTGEN_MASK_KEY="fifteen letters")
    assert (done.returncode, "fifteen" in done.stderr.decode()) == (2, False)
    given = _lines([json.dumps({"text": text}) for text in ("없음", "010-2345-6789")])
    done = promptgen("mask", "--jsonl", given=given, folder=tmp_path, PROMPTGEN_MASK_POLICY="PHONE=block")
    assert "2번째 줄" in done.stderr.decode()


def test_a_word_of_the_summary_goes_on_the_list_of_those_who_may_add_to_it(tmp_path: Path, promptgen: Command) -> None:
    lists = tmp_path / "lists.txt"
    lists.write_text("# ours\n")
    answers = [
        "오로라 소개 글을 써 줘",
        "기획팀 신입입니다",
        "표",
        "보통",
        "한국어",
        "대학생",
        "건너뛰기",
        "오로라 항상 가려줘",
    ]
    for editors, rules in (("U012AB3CD", "# ours\n"), ("U012AB3CD, local", "# ours\ndeny: 오로라\n")):
        where = {"PROMPTGEN_MASK_LISTS": str(lists), "PROMPTGEN_LIST_EDITORS": editors}
        done = promptgen("chat", given=_lines(answers), folder=tmp_path, **where)
        assert "오로라" not in done.stdout.decode()
        assert lists.read_text("utf-8") == rules
    masked = _promptgen("mask", given="오로라를", folder=tmp_path, PROMPTGEN_MASK_LISTS=str(lists))
    assert "오로라" not in masked.stdout.decode()


def test_the_policy_names_an_operator_of_presidio(tmp_path: Path, promptgen: Command) -> None:
    done = promptgen("mask", given="010-2345-6789로", folder=tmp_path, PROMPTGEN_MASK_POLICY="phone=mask")
    assert done.stdout.decode() == "*************로"


@pytest.mark.parametrize("introduction", [{"background": ""}, {}])
def test_a_brief_needs_no_introduction(introduction: dict[str, str], tmp_path: Path, promptgen: Command) -> None:
    answers = {key: answer for key, answer in _ANSWERS.items() if key != "background"} | introduction
    done = promptgen("compose", "--jsonl", given=json.dumps(answers).encode(), folder=tmp_path)
    assert (done.returncode, done.stdout.count(b"\n")) == (0, 1)


@pytest.mark.parametrize("command", ["mask", "compose"])
@pytest.mark.parametrize("broken", [b"{not json", b"[1, 2]", b'{"text": 3, "purpose": 3}', b'{"text": "\xff"}'])
def test_a_broken_line_is_named_and_the_lines_before_it_are_answered(
    command: str, broken: bytes, tmp_path: Path, promptgen: Command
) -> None:
    good = json.dumps({"text": "안녕"} if command == "mask" else _ANSWERS).encode()
    given = b"\n".join([good, good, broken, *[good] * 7])
    done = promptgen(command, "--jsonl", given=given, folder=tmp_path)
    assert done.returncode == 2
    assert len(done.stdout.splitlines()) == 2
    assert done.stderr.decode().count("\n") == 1
    assert "3번째 줄" in done.stderr.decode()


def test_composing_reads_typed_answers_ids_and_lists(tmp_path: Path, promptgen: Command) -> None:
    done = _promptgen("compose", "--jsonl", given=_jsonl(_ANSWERS, _ANSWERS), folder=tmp_path)
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert done.returncode == 0
    assert first == second
    assert "가격은 적지 않기" in first["prompt"]
    assert first["masked_answers"]["background"] == "저는 {이름2}입니다."
    alone = promptgen("compose", given=json.dumps(_ANSWERS), folder=tmp_path)
    assert alone.stdout.decode() == first["prompt"] + "\n"


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"purpose": "요약"},
        {**_ANSWERS, "colour": "red"},
        {**_ANSWERS, "form": " "},
        {**_ANSWERS, "purpose": "가" * 501},
    ],
)
def test_answers_that_make_no_brief_are_refused_in_one_line(
    answers: object, tmp_path: Path, promptgen: Command
) -> None:
    done = promptgen("compose", given=json.dumps(answers), folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().count("\n") == 1


def test_an_answer_that_skips_its_question_is_none(tmp_path: Path, promptgen: Command) -> None:
    done = promptgen("compose", given=json.dumps({**_ANSWERS, "constraints": "건너뛰기"}), folder=tmp_path)
    assert "건너뛰기" not in done.stdout.decode()


def test_linting_scores_with_reasons_and_fails_below_the_minimum(tmp_path: Path, promptgen: Command) -> None:
    done = promptgen("lint", given="글 잘 써줘", folder=tmp_path)
    assert done.returncode == 0
    assert done.stdout.decode().startswith("점수: 100점 중 ")
    assert "→" in done.stdout.decode()
    assert promptgen("lint", "--min", "95", given="글 잘 써줘", folder=tmp_path).returncode == 3
    assert promptgen("lint", given=" ", folder=tmp_path).returncode == 2


@pytest.mark.parametrize("arguments", [(), ("juggle",), ("mask", "--colour"), ("--locale", "xx", "mask")])
def test_wrong_options_are_exit_2(arguments: Sequence[str], tmp_path: Path) -> None:
    assert _promptgen(*arguments, folder=tmp_path).returncode == 2


@pytest.mark.parametrize(
    ("name", "value"),
    [("PROMPTGEN_LOCALE", "fr"), ("PROMPTGEN_RETENTION_DAYS", "soon")],
)
def test_a_malformed_setting_is_named_without_its_value(
    name: str, value: str, tmp_path: Path, promptgen: Command
) -> None:
    done = promptgen("chat", folder=tmp_path, **{name: value})
    assert done.returncode == 2
    assert name in done.stderr.decode()
    assert value not in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


@pytest.mark.parametrize("command", ["mask", "chat"])
def test_a_model_that_is_not_there_is_one_sentence_and_nothing_is_fetched(command: str, tmp_path: Path) -> None:
    name = "monologg/koelectra-small-finetuned-naver-ner"
    with socket.create_server(("127.0.0.1", 0)) as hub:
        hub.settimeout(0)
        address = f"http://127.0.0.1:{hub.getsockname()[1]}"
        lanes = {"http_proxy": address, "https_proxy": address, "HF_ENDPOINT": address}
        done = _promptgen(command, given=_lines(_INTERVIEW), folder=tmp_path, PROMPTGEN_NER_MODEL=name, **lanes)
        with pytest.raises(BlockingIOError):
            hub.accept()
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().splitlines()[-1].startswith("promptgen: PROMPTGEN_NER_MODEL: 그런 폴더도")


def test_without_a_locale_set_the_interface_is_korean_and_can_be_english(tmp_path: Path, promptgen: Command) -> None:
    assert "두 글자" not in promptgen("mask", given=b"\xff", folder=tmp_path).stderr.decode()
    assert "1번째 줄" in promptgen("mask", given=b"\xff", folder=tmp_path).stderr.decode()
    assert "Line 1" in promptgen("--locale", "en", "mask", given=b"\xff", folder=tmp_path).stderr.decode()


def test_a_damaged_database_is_one_sentence(tmp_path: Path, promptgen: Command) -> None:
    (tmp_path / "promptgen.db").write_bytes(b"this is no database" * 1000)
    done = promptgen("chat", given=_lines(_INTERVIEW), folder=tmp_path)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().startswith("promptgen: 데이터베이스 파일이 손상됐어요.")
    assert done.stderr.decode().count("\n") == 1


def test_a_data_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path, promptgen: Command) -> None:
    (tmp_path / "file").write_text("")
    done = promptgen("chat", given=_lines(_INTERVIEW), folder=tmp_path / "file" / "data")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().startswith("promptgen: 데이터 폴더에 쓸 수 없어요")
    assert done.stderr.decode().count("\n") == 1


def test_another_vault_key_is_one_sentence_and_changes_nothing(tmp_path: Path, promptgen: Command) -> None:
    promptgen("chat", given=_lines(_INTERVIEW), folder=tmp_path)
    key = "dGhpcyBpcyBub3QgdGhlIGtleSB0aGF0IHdhcyB1c2U="
    done = promptgen("chat", given=_lines(_INTERVIEW), folder=tmp_path, PROMPTGEN_VAULT_KEY=key)
    assert done.returncode == 1
    assert "금고 열쇠가 맞지 않아요" in done.stderr.decode()
    assert key not in done.stderr.decode()
    assert promptgen("chat", given=_lines(_INTERVIEW), folder=tmp_path).returncode == 0


def test_a_reader_that_leaves_early_is_no_traceback(tmp_path: Path) -> None:
    given = tmp_path / "lines.jsonl"
    given.write_text(_jsonl(*[{"text": "안녕하세요"}] * 3000))
    shell = f"{sys.executable} -m bots mask --jsonl < {given} | head -n 1"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, check=False, timeout=60)  # noqa: S607
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1


def test_what_takes_long_to_load_is_loaded_where_it_is_needed() -> None:
    """Or the first question would wait for Presidio, and `promptgen mask` for a database that it has not."""
    slow = {"presidio_analyzer", "spacy", "kiwipiepy", "sqlalchemy", "openai"}
    look = f"import sys, bots.container; print(*{slow} & {{*sys.modules}})"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, check=True, timeout=60)
    assert done.stdout.strip() == b""


def test_feedback_is_exported_as_figures(tmp_path: Path, promptgen: Command) -> None:
    rated = (*_INTERVIEW, "아쉬워요", "너무 길어요")
    assert promptgen("chat", given=_lines(rated), folder=tmp_path).returncode == 0
    as_json = promptgen("data", "feedback", folder=tmp_path)
    shown = json.loads(as_json.stdout)
    (counted,) = shown["ratings"]
    assert shown["choices"] == []
    intent = counted["task_type"]
    assert intent in all_intents()
    row = {"task_type": intent, "variant": "full", "locale": "ko", "by_model": False, "rating": "bad"}
    assert counted == {**row, "reason": "too_long", "count": 1}
    as_csv = promptgen("data", "feedback", "--csv", folder=tmp_path).stdout.decode()
    assert as_csv == (f"task_type,variant,locale,by_model,rating,reason,count\n{intent},full,ko,False,bad,too_long,1\n")


def test_the_library_goes_out_and_comes_in_masked(tmp_path: Path, promptgen: Command) -> None:
    kept = (*_INTERVIEW, "저장 환영 메일 #인사")
    assert promptgen("chat", given=_lines(kept), folder=tmp_path).returncode == 0
    assert promptgen("library", "search", "ㅎㅇ", folder=tmp_path).stdout.decode() == "1\t환영 메일\t#인사\n"
    assert "{이름1}" in promptgen("library", "show", "1", folder=tmp_path).stdout.decode()
    assert promptgen("library", "show", "7", folder=tmp_path).returncode == 2
    exported = promptgen("library", "export", "--format", "markdown", folder=tmp_path).stdout
    raw = exported.decode().replace("{이름1}에게", "김서연에게")
    other = tmp_path / "other"
    assert promptgen("library", "import", given=raw, folder=other).returncode == 0
    assert promptgen("library", "list", folder=other).stdout.decode() == "1\t환영 메일\t#인사\n"
    again = json.loads(promptgen("library", "export", folder=other).stdout)
    assert "김서연" not in str(again)
    assert promptgen("library", "import", given="아무 글", folder=other).returncode == 2


@pytest.mark.parametrize(
    ("answer", "restored", "told"),
    [
        ("{이름1}님, {기관1} {이름2}입니다. {전화번호1}", "김서연님, 한빛상사 박지훈입니다. 010-2345-6789", ()),
        (
            "이름1님, {전화번호 1}. {이름9}",
            "김서연님, 010-2345-6789. {이름9}",
            (
                "값을 찾지 못해 그대로 둔 표시: {이름9}",
                "프롬프트에 있었지만 이 답변에는 나오지 않은 항목이에요: {기관1} (기관), {이름2} (이름)",
            ),
        ),
    ],
)
def test_an_answer_is_restored_and_what_it_lacks_is_told(
    tmp_path: Path, promptgen: Command, answer: str, restored: str, told: Sequence[str]
) -> None:
    assert promptgen("chat", given=_lines(_INTERVIEW), folder=tmp_path).returncode == 0
    done = promptgen("restore", given=answer, folder=tmp_path)
    assert (done.returncode, done.stdout.decode(), done.stderr.decode()) == (0, restored, _lines(told))


def test_a_line_that_is_not_taken_is_named_with_the_reason(tmp_path: Path, promptgen: Command) -> None:
    lines = (*_INTERVIEW[:2], "", *_INTERVIEW[3:])
    done = promptgen("chat", given=_lines(lines), folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert (
        done.stderr.decode().splitlines()[-1]
        == "promptgen: 3번째 줄을 받지 못했어요: 아직 비어 있어요. 한 마디라도 적어주세요."
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device on this system")
def test_a_full_disk_is_one_sentence(tmp_path: Path) -> None:
    lines = tmp_path / "lines.txt"
    lines.write_text(_jsonl({"text": "안녕하세요"}))
    shell = f"{sys.executable} -m bots mask --jsonl < {lines} > /dev/full"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, check=False, timeout=60)  # noqa: S607
    assert done.returncode == 1
    assert done.stderr.decode().startswith("promptgen: 디스크가 가득 차서")
    assert done.stderr.decode().count("\n") == 1


def test_deleting_is_asked_about_first(tmp_path: Path, promptgen: Command) -> None:
    assert promptgen("chat", given=_lines(_INTERVIEW), folder=tmp_path).returncode == 0
    refused = promptgen("data", "forget", folder=tmp_path)
    assert refused.returncode == 2
    assert "--yes" in refused.stderr.decode()
    assert json.loads(promptgen("data", "export", folder=tmp_path).stdout)["sessions"]
    assert promptgen("data", "forget", "--yes", folder=tmp_path).returncode == 0
    assert not json.loads(promptgen("data", "export", folder=tmp_path).stdout)["sessions"]


class _Keyboard(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("answer", "left"), [("", 1), ("n", 1), ("y", 0), ("네", 0)])
def test_on_a_terminal_the_answer_counts(
    tmp_path: Path, promptgen: Command, monkeypatch: pytest.MonkeyPatch, answer: str, left: int
) -> None:
    assert promptgen("chat", given=_lines(_INTERVIEW), folder=tmp_path).returncode == 0
    store = open_store(tmp_path, clock=time.time)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdin", _Keyboard(f"{answer}\n"))
        forget(store, ("local", "terminal", None), Locale.KO, yes=False)
    assert len(store.export("local", "terminal")["sessions"]) == left  # type: ignore[arg-type]  # a list
    store.close()


def test_what_is_known_of_a_subject_is_explained(tmp_path: Path, promptgen: Command) -> None:
    done = promptgen("intents", "explain", "오사카 3박 4일 여행 일정 짜줘. 숙소는 난바", folder=tmp_path)
    assert re.search(r"^이 주제에서 챙길 것\n  .*난바", done.stdout.decode(), re.MULTILINE)


def test_a_recognition_is_explained_and_masked(tmp_path: Path, promptgen: Command) -> None:
    done = promptgen("intents", "explain", "거래처 김서연 과장에게 납기 지연 사과 메일 써줘", folder=tmp_path)
    shown = done.stdout.decode()
    assert done.returncode == 0
    assert re.search(r"^  1  (?:0\.9\d|1\.00)  mail\.apology_mail", shown, re.MULTILINE)
    assert "mail.apology_mail  사과 메일·사과문" in shown
    assert "말함    to" in shown
    assert "'사과'" in shown
    assert "김서연" not in shown
    assert promptgen("intents", "explain", " ", folder=tmp_path).returncode == 2


def test_a_rehearsal_without_a_model_is_refused(tmp_path: Path, promptgen: Command) -> None:
    done = promptgen("rehearse", given="1\n", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "PROMPTGEN_LLM_BASE_URL" in done.stderr.decode()


@pytest.mark.parametrize(
    ("arguments", "status", "shown"), [((), 2, "COMMAND"), (("help",), 0, "COMMAND"), (("help", "mask"), 0, "FILE")]
)
def test_help_is_given_without_arguments_and_for_a_command(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], status: int, shown: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == status
    written = capsys.readouterr()
    assert shown in (written.err if status else written.out)


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert re.fullmatch(r"promptgen \d+\.\d+\.\d+\n", capsys.readouterr().out)


def test_the_commands_run_from_a_source_tree_that_is_not_installed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr("bots.ops.version.version", missing)
    with pytest.raises(SystemExit) as ended:
        main(["help"])
    assert ended.value.code == 0
    assert "COMMAND" in capsys.readouterr().out


def test_files_are_read_in_their_order_and_one_value_has_one_label(tmp_path: Path, promptgen: Command) -> None:
    (tmp_path / "1.txt").write_text("김서연입니다.\n")
    (tmp_path / "2.txt").write_text("박지훈 님, 김서연 님\n")
    files = [str(tmp_path / name) for name in ("1.txt", "2.txt")]
    done = promptgen("mask", *files, folder=tmp_path)
    assert done.stdout.decode() == "{이름1}입니다.\n{이름2} 님, {이름1} 님\n"
    piped = promptgen("mask", files[0], "-", given="박지훈 님\n", folder=tmp_path)
    assert piped.stdout.decode() == "{이름1}입니다.\n{이름2} 님\n"


def test_what_is_wrong_in_a_file_is_told_with_its_name(tmp_path: Path, promptgen: Command) -> None:
    (tmp_path / "brief.json").write_text(json.dumps(_ANSWERS))
    (tmp_path / "broken.json").write_text("{")
    for name, why in (("broken.json", "1번째 줄"), ("nowhere.json", "파일을 읽을 수 없어요")):
        done = promptgen("compose", str(tmp_path / "brief.json"), str(tmp_path / name), folder=tmp_path)
        assert (done.returncode, done.stdout[:1]) == (2, b"[")
        assert name in done.stderr.decode()
        assert why in done.stderr.decode()


def test_a_compact_prompt_is_shorter(tmp_path: Path, promptgen: Command) -> None:
    given = json.dumps(_ANSWERS)
    full, compact = (
        promptgen("compose", *options, given=given, folder=tmp_path).stdout.decode() for options in ((), ("--compact",))
    )
    assert len(compact) < len(full)
    assert "{이름1}" in compact


def test_a_score_and_the_findings_come_as_json(tmp_path: Path, promptgen: Command) -> None:
    scored = json.loads(promptgen("lint", "--json", given="[작업]\n요약해 주세요.\n", folder=tmp_path).stdout)
    assert 0 <= scored["points"] <= 100
    assert {"kept", "reason", "mend"} == set(scored["hints"][0])
    found = [json.loads(line) for line in promptgen("doctor", "--json", folder=tmp_path).stdout.splitlines()]
    assert {"check": "doctor.model_off", "passed": True}.items() <= next(
        each for each in found if each["check"] == "doctor.model_off"
    ).items()
    assert all(each["text"] for each in found)


@pytest.mark.filterwarnings("ignore:'audioop' is deprecated:DeprecationWarning")  # discord.py's own
@pytest.mark.parametrize("command", ["slack", "discord"])
def test_several_processes_on_an_sqlite_file_are_refused(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PROMPTGEN_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("PROMPTGEN_PROCESSES", "2")
    assert main([command]) == 2
    assert "PROMPTGEN_PROCESSES, PROMPTGEN_DATABASE_URL" in capsys.readouterr().err


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_a_shell_completes_commands_and_files(tmp_path: Path, promptgen: Command, shell: str) -> None:
    done = promptgen("completion", shell, folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    for word in ("rehearse", "reference", "jsonl"):
        assert word in done.stdout.decode()


def test_importing_twice_keeps_each_prompt_once(tmp_path: Path, promptgen: Command) -> None:
    prompts = [{"name": "회의록", "prompt": "[작업] 정리"}, {"name": "메일", "prompt": "[작업] 쓰기"}]
    exported = json.dumps({"prompts": prompts})
    first = promptgen("library", "import", given=exported, folder=tmp_path)
    assert first.stderr.decode() == "보관함에 넣은 프롬프트: 2개\n"
    again = promptgen("library", "import", given=exported, folder=tmp_path)
    assert again.stderr.decode() == "보관함에 넣은 프롬프트: 0개. 이미 있던 것: 2개\n"
    assert promptgen("library", "list", folder=tmp_path).stdout.decode().count("\n") == 2


def test_an_address_without_its_scheme_is_told_with_an_example(tmp_path: Path, promptgen: Command) -> None:
    done = promptgen("chat", folder=tmp_path, PROMPTGEN_LLM_BASE_URL="localhost:8000/v1")
    assert done.returncode == 2
    assert "PROMPTGEN_LLM_BASE_URL: http://나 https://로 시작하는" in done.stderr.decode()
