"""Reference files: in the DM, in a form, too long a paste, and what cannot be used."""

import aiohttp
import pytest
from aiohttp import web
from fpdf import FPDF

from bots.discord.files import HOSTS
from bots.shared.download import Download
from core.errors import FileUnusable
from tests.bots.discord.conftest import Bot
from tests.bots.discord.screen import Screen, quiet
from tests.bots.discord.test_form import FIRST, SECOND
from tests.fakes.documents import compound, hwp, hwp_table, hwpx, sheet, slides, word, zipped


def _pdf(pages: int) -> bytes:
    document = FPDF()
    document.set_font("Helvetica")
    for number in range(pages):
        document.add_page()
        document.cell(text=f"Minutes of meeting {number}")
    return bytes(document.output())


async def test_a_pdf_is_read_and_its_pages_are_told(bot: Bot) -> None:
    person = bot.fake.person()
    for answer in ("회의록 정리해 줘", "기획팀", "표", "보통", "한국어", "대학생"):
        await person.say(answer)
    screen = Screen(person, person.dm)
    await screen.shows("AI가 참고할 예시")
    await person.say("", files=[("minutes.pdf", _pdf(3))])
    await screen.shows("참고 자료를 받았어요", "Minutes of meeting 1", "‘minutes.pdf’(3쪽)")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"\xff" * 99, "그림 속 글자는 읽지 못해요"),
        ("a.zip", zipped({"a": "x"}), "압축 파일은 열지 않아요"),
        ("a.doc", compound({"WordDocument": b"x"}), "DOCX 파일로 다시 저장해서"),
        ("a.xlsx", compound({"EncryptedPackage": b"x"}), "암호가 걸린"),
        ("a.hwp", hwp(flags=5), "배포용으로 잠근"),
        ("a.pdf", b"<!DOCTYPE html><p>Sign in", "이름은 .pdf인데 내용은 다른 형식이에요"),
        ("a.pdf", b"%PDF-1.7 broken", "손상된 것 같아요"),
        ("a.txt", b"   ", "글자를 찾지 못했어요"),
    ],
)
async def test_what_cannot_be_used_is_told_in_one_sentence(name: str, content: bytes, sentence: str, bot: Bot) -> None:
    person = bot.fake.person()
    await person.say("회의록 정리해 줘")
    await quiet()
    await person.say("", files=[(name, content)])
    await Screen(person, person.dm).shows(sentence, "[질문 2]")


_SEVEN = ("회의록 정리해 줘", "기획팀", "표", "보통", "한국어", "대학생")


async def test_several_files_are_read_together_and_others_are_told(bot: Bot) -> None:
    person = bot.fake.person()
    for answer in _SEVEN:
        await person.say(answer)
    files = [("박지훈.png", b"\x89PNG"), ("notes.txt", b"notes"), ("minutes.pdf", _pdf(1))]
    await person.say("", files=files)
    screen = Screen(person, person.dm)
    shown = await screen.shows("참고 자료를 받았어요: ‘notes.txt’, ‘minutes.pdf’(1쪽).", "Minutes of meeting 0")
    assert "‘{이름1}.png’: 그림 속 글자는 읽지 못해요." in shown


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("회의.docx", word(lambda document: document.add_paragraph("봄 워크숍 회의")), "‘회의.docx’"),
        ("발표.pptx", slides("봄 워크숍 회의"), "‘발표.pptx’(슬라이드 1장)"),
        ("명단.xlsx", sheet(["봄 워크숍 회의"]), "‘명단.xlsx’(시트 1개, 1행)"),
        ("명단.csv", "봄 워크숍 회의,1".encode("cp949"), "‘명단.csv’(1행)"),
        ("기안.hwp", hwp(hwp_table(["봄 워크숍 회의"])), "‘기안.hwp’(표 1개)"),
        ("기안.hwpx", hwpx("봄 워크숍 회의", "<hp:pic/>"), "‘기안.hwpx’.\n읽지 못한 것: 그림 1개"),
        ("메모.md", "# 봄 워크숍 회의".encode(), "‘메모.md’"),
    ],
)
async def test_documents_of_every_kind_are_read(name: str, content: bytes, told: str, bot: Bot) -> None:
    person = bot.fake.person()
    for answer in _SEVEN:
        await person.say(answer)
    await quiet()
    await person.say("", files=[(name, content)])
    await Screen(person, person.dm).shows(f"참고 자료를 받았어요: {told}.", "봄 워크숍 회의")


@pytest.mark.parametrize(
    ("answers", "caption", "shown"),
    [
        pytest.param((), "회의록 정리해 줘", ("[질문 2]", "참고 자료를 받았어요"), id="the first message"),
        pytest.param(_SEVEN[:1], "총무팀입니다", ("[질문 3]", "참고 자료를 받았어요"), id="an open question"),
        pytest.param(_SEVEN[:2], "표로 해줘", ("[질문 4]", "참고 자료를 받았어요"), id="a choice"),
        pytest.param(_SEVEN, "둘째만 봐줘", ("둘째만 봐줘", "Minutes of meeting 0"), id="the reference"),
        pytest.param((*_SEVEN, "건너뛰기", "만들기"), "더 짧게", ("버전 2", "200자", "Minutes"), id="a prompt"),
    ],
)
async def test_a_caption_is_the_answer_and_the_file_the_reference(
    answers: tuple[str, ...], caption: str, shown: tuple[str, ...], bot: Bot
) -> None:
    person = bot.fake.person()
    for answer in answers:
        await person.say(answer)
    await quiet()
    await person.say(caption, files=[("minutes.pdf", _pdf(1))])
    await Screen(person, person.dm).shows(*shown)


async def test_what_is_typed_beside_a_file_that_cannot_be_used_is_kept(bot: Bot) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild()
    await person.command(channel=channel, purpose="회의록 정리해 줘")
    screen = Screen(person, person.thread_of(channel))
    await screen.shows("[질문 2]")
    await screen.use("답하기")
    await screen.write("기획팀")
    for choice in ("표", "보통 ~500자", "한국어", "대학생"):
        await quiet()
        await screen.use(choice)
    await screen.shows("예시 혹은 파일")
    await screen.use("답하기")
    assert screen.modal is not None
    await person.submit(screen.modal, {"text": "지난주 회의: 예산은 그대로", "file": [("a.png", b"\x89PNG")]})
    screen.modal = None
    await screen.shows("그림 속 글자는 읽지 못해요", "지난주 회의: 예산은 그대로", "만들기")


async def test_a_file_alone_starts_an_interview(bot: Bot) -> None:
    person = bot.fake.person()
    await person.say("", files=[("minutes.pdf", _pdf(1))])
    await Screen(person, person.dm).shows("[질문 1]", "참고 자료를 받았어요")


async def test_a_file_does_not_overtake_the_words_after_it(bot: Bot) -> None:
    person = bot.fake.person()
    for answer in ("회의록 정리해 줘", "기획팀", "표", "보통", "한국어", "대학생"):
        await person.say(answer)
    await person.say("", files=[("minutes.pdf", _pdf(2))])
    await person.say("만들기")
    await Screen(person, person.dm).shows("버전 1", "Minutes of meeting")


async def test_a_paste_that_discord_made_a_file_of_is_taken_as_typed(bot: Bot) -> None:
    person = bot.fake.person()
    await person.say("회의록 정리해 줘")
    await quiet()
    await person.say("", files=[("message.txt", ("박지훈 " + "가" * 3_000).encode())])
    screen = Screen(person, person.dm)
    await screen.shows("[질문 3]")
    await person.say("뒤로")
    assert "박지훈" not in await screen.shows("지금 답")


async def test_a_long_answer_is_restored_from_a_file(bot: Bot) -> None:
    person = bot.fake.person()
    for answer in ("박지훈에게 보낼 메일", "기획팀", "표", "보통", "한국어", "대학생", "건너뛰기", "만들기"):
        await person.say(answer)
    screen = Screen(person, person.dm)
    await screen.shows("버전 1", "답변 복원")
    await screen.use("답변 복원")
    assert screen.modal is not None
    await person.submit(screen.modal, {"file": [("answer.md", ("{이름1}님, " + "나" * 5_000).encode())]})
    screen.modal = None
    assert "박지훈님, 나" in await screen.shows("실제 값을 넣은 답변")


@pytest.mark.parametrize(
    ("address", "size", "reason"),
    [
        ("https://evil.example/a.pdf", 1, "unreachable"),
        ("https://cdn.discordapp.com.evil.example/a.pdf", 1, "unreachable"),
        ("http://cdn.discordapp.com/a.pdf", 1, "unreachable"),
        ("{api}/attachments/404", 1, "unreachable"),
        ("{api}/attachments/404", 21 * 2**20, "size"),
    ],
)
async def test_only_discords_own_files_are_fetched(address: str, size: int, reason: str, bot: Bot) -> None:
    api = bot.fake.api_url.removesuffix("/api/v10")
    async with aiohttp.ClientSession() as session:
        with pytest.raises(FileUnusable) as caught:
            await Download(session, HOSTS, bot.fake.api_url, 20).fetch(address.format(api=api), size)
    assert caught.value.details["reason"] == reason


async def test_a_file_is_not_followed_elsewhere(bot: Bot) -> None:
    asked = []

    async def elsewhere(request: web.Request) -> web.Response:
        asked.append(request.path)
        raise web.HTTPFound(location="/secret")

    application = web.Application()
    application.router.add_get("/{path}", elsewhere)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        async with aiohttp.ClientSession() as session:
            with pytest.raises(FileUnusable) as caught:
                await Download(session, HOSTS, base, 20).fetch(f"{base}/a.pdf", 1)
    finally:
        await runner.cleanup()
    assert caught.value.details["reason"] == "unreachable"
    assert asked == ["/a.pdf"]


async def test_files_are_given_with_the_command(bot: Bot) -> None:
    person = bot.fake.person()
    files = [("표.xlsx", sheet(["월", "매출"], ["3월", 120])), ("minutes.pdf", _pdf(2)), ("a.png", b"\x89PNG")]
    await person.command(purpose="회의록 정리해 줘", file=files)
    told = await Screen(person, person.dm).shows("‘표.xlsx’(시트 1개, 2행), ‘minutes.pdf’(2쪽).", "[질문 2]")
    assert "‘a.png’: 그림 속 글자는 읽지 못해요." in told


async def test_a_file_without_a_purpose_begins_at_the_first_question(bot: Bot) -> None:
    person = bot.fake.person()
    await person.command(file=[("minutes.pdf", _pdf(1))])
    await Screen(person, person.dm).shows("참고 자료를 받았어요: ‘minutes.pdf’(1쪽).", "[질문 1]")


async def test_files_of_a_forwarded_message_are_read(bot: Bot) -> None:
    person = bot.fake.person()
    await person.say("회의록 정리해 줘")
    await quiet()
    attached = person.record._attach("기안.hwpx", hwpx("봄 워크숍"))
    await person.forward("", attachments=[attached])
    await Screen(person, person.dm).shows("참고 자료를 받았어요: ‘기안.hwpx’.")


async def test_the_form_takes_several_files(bot: Bot) -> None:
    person = bot.fake.person()
    first = await person.submit(await person.command(way="form"), FIRST)
    second = await person.press(first.ephemeral[0], "이어서 작성하기 (2/2)")
    files = [("메모.md", "봄 워크숍".encode()), ("minutes.pdf", _pdf(1))]
    await person.submit(second, SECOND | {"file": files})
    await Screen(person, person.dm).shows("참고 자료를 받았어요: ‘메모.md’, ‘minutes.pdf’(1쪽).", "봄 워크숍")


async def test_a_link_is_told_to_lie_outside(bot: Bot) -> None:
    person = bot.fake.person()
    for answer in _SEVEN:
        await person.say(answer)
    await quiet()
    await person.say("https://drive.google.com/file/d/abc/view")
    await Screen(person, person.dm).shows("링크는 열어 볼 수 없어요")
