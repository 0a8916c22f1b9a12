"""Files that people drop into an interview."""

import pytest
from aiohttp import web

from bots.container import Container
from tests.bots.slack.walks import make_prompt, prompt_of
from tests.fakes.documents import compound, hwp, hwp_table, hwpx, pdf, sheet, slides, word, zipped
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack


async def at_the_reference(person: Person) -> None:
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")
    for answer in ("학생", "표", "보통", "한국어", "전문가"):
        await person.say(answer)
    await person.sees("AI가 참고할")


async def test_a_pdf_is_read_masked_and_its_pages_counted(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await at_the_reference(person)

    await person.say("", files=[slack.add_file("Q3.pdf", pdf("Call 010-2345-6789", "b"), "application/pdf", "U1")])

    await person.sees("참고 자료를 받았어요: ‘Q3.pdf’(2쪽).")
    summary = await person.sees("이렇게 이해했어요")
    assert "2쪽" in summary.shown()
    assert "Call {전화번호1}" in summary.shown()
    assert slack.file_requests[0]["Authorization"] == "Bearer xoxb-test"


async def test_words_that_come_with_the_file_are_kept(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await at_the_reference(person)

    await person.say("둘째 문단만 봐줘", files=[slack.add_file("a.txt", b"first\n\nsecond", "text/plain", "U1")])

    summary = (await person.sees("이렇게 이해했어요")).shown()
    assert "둘째 문단만 봐줘" in summary
    assert "second" in summary


async def test_several_files_are_read_together_and_others_are_told(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await at_the_reference(person)
    files = [
        slack.add_file("박지훈.png", b"\x89PNG\0\0", "image/png", "U1"),
        slack.add_file("notes.txt", b"notes", "text/plain", "U1"),
        slack.add_file("Q3.pdf", pdf("sales"), "application/pdf", "U1"),
    ]

    await person.say("", files=files)

    told = (await person.sees("참고 자료를 받았어요: ‘notes.txt’, ‘Q3.pdf’(1쪽).")).shown()
    assert "‘{이름1}.png’: 그림 속 글자는 읽지 못해요." in told
    summary = (await person.sees("이렇게 이해했어요")).shown()
    assert "sales" in summary
    assert "notes" in summary


_OFFICE = {
    "회의.docx": (word(lambda document: document.add_paragraph("봄 워크숍 회의")), "‘회의.docx’"),
    "발표.pptx": (slides("봄 워크숍 회의"), "‘발표.pptx’(슬라이드 1장)"),
    "명단.xlsx": (sheet(["봄 워크숍 회의"]), "‘명단.xlsx’(시트 1개, 1행)"),
    "명단.csv": ("봄 워크숍 회의,1".encode("cp949"), "‘명단.csv’(1행)"),
    "기안.hwp": (hwp(hwp_table(["봄 워크숍 회의"])), "‘기안.hwp’(표 1개)"),
    "기안.hwpx": (hwpx("봄 워크숍 회의", "<hp:pic/>"), "‘기안.hwpx’.\n읽지 못한 것: 그림 1개"),
    "메모.md": ("# 봄 워크숍 회의".encode(), "‘메모.md’"),
}


@pytest.mark.parametrize("name", _OFFICE)
async def test_documents_of_every_kind_are_read(slack: FakeSlack, bot: Container, name: str) -> None:
    person = Person(slack, "U1")
    await at_the_reference(person)
    content, told = _OFFICE[name]

    await person.say("", files=[slack.add_file(name, content, "application/octet-stream", "U1")])

    assert f"참고 자료를 받았어요: {told}." in (await person.sees("참고 자료를 받았어요")).shown()
    assert "봄 워크숍 회의" in (await person.sees("이렇게 이해했어요")).shown()


async def test_a_link_to_a_drive_is_told_to_lie_outside(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await at_the_reference(person)
    file = slack.add_file("기획안", b"", "application/vnd.google-apps.document", "U1") | {"is_external": True}

    await person.say("", files=[file])

    await person.sees("링크는 열어 볼 수 없어요")
    assert slack.file_requests == []


@pytest.mark.parametrize(
    ("answers", "caption", "shown"),
    [
        pytest.param(("주간 보고서를 요약해줘",), "총무팀입니다", "[질문 3]", id="an open question"),
        pytest.param(("주간 보고서를 요약해줘", "학생"), "표로 해줘", "[질문 4]", id="a choice"),
    ],
)
async def test_a_caption_answers_the_question(
    slack: FakeSlack, bot: Container, answers: tuple[str, ...], caption: str, shown: str
) -> None:
    person = Person(slack, "U1")
    for answer in answers:
        await person.say(answer)
    await person.sees(f"[질문 {len(answers) + 1}]")

    await person.say(caption, files=[slack.add_file("a.txt", b"sales", "text/plain", "U1")])

    await person.sees("참고 자료를 받았어요")
    await person.sees(shown)


async def test_a_wish_with_a_file_makes_the_prompt_anew_with_the_file(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await make_prompt(person)

    await person.say("더 짧게", files=[slack.add_file("a.txt", b"sales", "text/plain", "U1")])

    refined = await prompt_of(person, "완성 프롬프트 · 버전 2")
    assert "sales" in refined
    assert "120자" in refined


async def test_words_with_a_file_that_cannot_be_used_are_kept(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await at_the_reference(person)

    await person.say("지난주 회의: 예산은 그대로", files=[slack.add_file("a.png", b"\x89PNG\0\0", "image/png", "U1")])

    await person.sees("그림 속 글자는 읽지 못해요")
    assert "지난주 회의: 예산은 그대로" in (await person.sees("이렇게 이해했어요")).shown()


async def test_a_file_may_come_before_it_is_asked_for(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")

    await person.say("이 자료를 요약해줘", files=[slack.add_file("a.txt", b"sales", "text/plain", "U1")])

    await person.sees("참고 자료를 받았어요")
    await person.sees("[질문 2]", count=2)


async def test_a_file_alone_starts_an_interview(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")

    await person.say("", files=[slack.add_file("a.txt", b"sales", "text/plain", "U1")])

    await person.sees("참고 자료를 받았어요")
    await person.sees("[질문 1]", count=2)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        pytest.param("a.png", b"\x89PNG\0\0", "그림 속 글자는 읽지 못해요", id="a picture"),
        pytest.param("a.zip", zipped({"a": "x"}), "압축 파일은 열지 않아요", id="an archive"),
        pytest.param("a.bin", b"\x7fELF\0", "이 형식은 읽지 못해요", id="a program"),
        pytest.param("a.doc", compound({"WordDocument": b"x"}), "DOCX 파일로 다시 저장해서", id="an older format"),
        pytest.param("a.xlsx", compound({"EncryptedPackage": b"x"}), "암호가 걸린", id="a password"),
        pytest.param("a.hwp", hwp(flags=5), "배포용으로 잠근", id="locked"),
        pytest.param("a.pdf", b"<!DOCTYPE html><p>Sign in", "이름은 .pdf인데 내용은 다른 형식이에요", id="a web page"),
        pytest.param("a.pdf", b"%PDF-1.7 nothing", "손상된 것 같아요", id="damaged"),
        pytest.param("a.pdf", pdf(""), "글자를 찾지 못했어요", id="a scan"),
    ],
)
async def test_what_cannot_be_used_is_said_and_the_interview_goes_on(
    slack: FakeSlack, bot: Container, name: str, content: bytes, sentence: str
) -> None:
    person = Person(slack, "U1")
    await at_the_reference(person)

    await person.say("", files=[slack.add_file(name, content, "application/octet-stream", "U1")])

    await person.sees(sentence)
    await person.sees("AI가 참고할", count=2)
    await person.say("건너뛰기")
    await person.sees("이렇게 이해했어요")


async def test_a_login_page_instead_of_the_file_is_a_missing_permission(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await at_the_reference(person)
    slack.login_page = True

    await person.say("", files=[slack.add_file("a.pdf", pdf("x"), "application/pdf", "U1")])

    await person.sees("파일을 읽을 권한이 없어요")


async def test_the_token_never_follows_a_redirect(slack: FakeSlack, bot: Container) -> None:
    asked: list[str] = []

    async def elsewhere(request: web.Request) -> web.Response:
        asked.append(request.headers.get("Authorization", ""))
        return web.Response(body=b"stolen")

    application = web.Application()
    application.router.add_get("/", elsewhere)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    slack.redirect_files_to = f"http://127.0.0.1:{runner.addresses[0][1]}/"
    person = Person(slack, "U1")
    await at_the_reference(person)

    await person.say("", files=[slack.add_file("a.pdf", pdf("x"), "application/pdf", "U1")])
    await person.sees("파일을 내려받지 못했어요")
    await runner.cleanup()

    assert asked == []


@pytest.mark.parametrize(
    "url", ["http://files.slack.com/a", "https://slack.com.evil.example/a", "file:///etc/passwd", ""]
)
async def test_files_come_from_slack_alone(slack: FakeSlack, bot: Container, url: str) -> None:
    person = Person(slack, "U1")
    await at_the_reference(person)
    file = slack.add_file("a.txt", b"x", "text/plain", "U1") | {"url_private": url, "url_private_download": url}

    await person.say("", files=[file | ({"file_access": "visible"} if url else {"url_private": "x://"})])

    await person.sees("파일을 내려받지 못했어요")
    assert slack.file_requests == []


async def test_a_file_that_only_has_an_id_is_looked_up(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await at_the_reference(person)
    file = slack.add_file("a.txt", b"sales", "text/plain", "U1")

    await person.say("", files=[{"id": file["id"], "file_access": "check_file_info"}])

    await person.sees("참고 자료를 받았어요")


async def test_files_of_a_forwarded_message_are_read(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await at_the_reference(person)
    file = slack.add_file("기안.hwpx", hwpx("봄 워크숍"), "application/octet-stream", "U2")

    await person.forward(file)

    await person.sees("참고 자료를 받았어요: ‘기안.hwpx’.")


async def test_a_link_is_told_to_lie_outside_and_taken_when_it_comes_again(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await at_the_reference(person)

    await person.say("https://docs.google.com/document/d/abc/edit")
    await person.sees("링크는 열어 볼 수 없어요")
    await person.say("https://docs.google.com/document/d/abc/edit")

    await person.sees("이렇게 이해했어요")
