"""The wording that only Slack needs; all else stands in `core.conversation.texts`."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from core.conversation.texts import TEXTS
from core.locale import Locale

_KO: Final = {
    "thread.title": "<@{person}> 님의 프롬프트를 만들고 있어요. 이 스레드에서 이어갈게요.",
    "thread.shared": "이 스레드에 적은 답은 채널 사람들도 볼 수 있어요. 혼자 답하려면 DM이나 작성 창을 이용해 주세요.",
    "thread.to_dm": "DM에서 하기",
    "dm.started": "DM에서 이어갈게요. promptgen의 메시지를 확인해 주세요.",
    "dm.only_there": "여기에는 제가 초대되어 있지 않아서 DM에서 이어갈게요. promptgen의 메시지를 확인해 주세요.",
    "form.title": "프롬프트 만들기",
    "form.send": "보내기",
    "form.close": "닫기",
    "form.private": "여기에 적은 답은 다른 사람에게 보이지 않아요.",
    "form.own": "직접 입력",
    "form.options": "더 자세히 (선택)",
    "form.file": "참고 파일 (PDF, 워드, 파워포인트, 엑셀, 한글, 텍스트)",
    "form.open": "작성 창을 열려면 눌러주세요.",
    "form.missing": "답을 적어주세요.",
    "form.choose": "골라주세요",
    "answer.title": "답하기",
    "wish.label": "바꾸고 싶은 점",
    "wish.about": "예: 더 짧게, 말투를 친근하게",
    "restore.modal": "답변 복원",
    "restore.label": "AI가 준 답변",
    "restore.none": "아직 복원할 수 있는 프롬프트가 없어요. 먼저 프롬프트를 만들어주세요.",
    "share.title": "공유",
    "share.where": "어디에 올릴까요?",
    "share.hint": "가려진 내용 그대로 올라가요. 실제 값은 들어가지 않아요.",
    "share.done": "<#{channel}>에 공유했어요.",
    "share.failed": "그 대화에는 올릴 수 없어요. promptgen을 먼저 초대해 주세요.",
    "share.guest": "다른 회사에서 오신 분은 이 워크스페이스에 공유할 수 없어요. 프롬프트는 복사해서 쓸 수 있어요.",
    "share.by": "<@{person}> 님이 공유한 프롬프트예요.",
    "prompt.ready": "프롬프트를 완성했어요.",
    "prompt.file": "길어서 파일로 드려요. 아래는 앞부분이에요.",
    "prompt.file_name": "프롬프트-{number}.md",
    "prompt.from": "({source})",
    "export.file_name": "promptgen-내-데이터.json",
    "chosen": "✓ {answer}",
    "item.keep": "{label} 그대로 두기",
    "item.mask": "{label} 가리기",
    "version.use": "버전 {number} 쓰기",
    "help": (
        "*promptgen* 은 질문 여섯 개로 완성 프롬프트를 만들어 드려요. 개인정보는 가려서 다뤄요.\n"
        "• `/promptgen` 또는 `/promptgen 주간 보고서 요약` – 시작하기\n"
        "• `/promptgen 목록` – 만든 프롬프트 보기\n"
        "• `/promptgen 보관함` 또는 `/promptgen 보관함 회의` – 저장한 프롬프트 찾기\n"
        "• `/promptgen 복원` – AI 답변에 실제 값 넣기 (나에게만 보여요)\n"
        "• `/promptgen 설정` – 언어 바꾸기\n"
        "• `/promptgen 삭제` – 내 데이터 모두 지우기\n"
        "스레드나 DM에서는 ‘뒤로’, ‘처음부터’, ‘취소’처럼 적어도 돼요."
    ),
    "asked.no": "그대로 두기",
    "asked.forget.yes": "모두 지우기",
    "asked.cancel": "지금까지 적은 답은 남지 않아요. 그만둘까요?",
    "asked.cancel.yes": "그만두기",
    "asked.restart": "지금까지 적은 답은 남지 않아요. 처음부터 다시 할까요?",
    "asked.restart.yes": "처음부터",
    "asked.keep.yes": "가림 풀기",
    "asked.share_entry.yes": "팀과 공유",
    "asked.delete_entry.yes": "지우기",
    "list.title": "만든 프롬프트",
    "list.none": "아직 만든 프롬프트가 없어요.",
    "list.unnamed": "아직 제목이 없어요",
    "list.there": "<#{channel}>",
    "list.here": "DM",
    "list.open": "열기",
    "list.link": "메시지로 가기",
    "home.open": "하던 인터뷰: ‘{name}’, {where}",
    "suggest.title": "무엇을 만들까요?",
    "suggest.resume": "‘{name}’ 이어서 하기",
    "suggest.summary": "보고서 요약",
    "suggest.summary.text": "주간 보고서를 한 쪽으로 요약하고 싶어요",
    "suggest.mail": "이메일 초안",
    "suggest.mail.text": "거래처에 보낼 정중한 이메일 초안을 쓰고 싶어요",
    "suggest.explain": "개념 설명",
    "suggest.explain.text": "어려운 개념을 쉬운 말로 설명받고 싶어요",
    "settings.language": "어느 언어로 이야기할까요?",
    "settings.done": "이제 한국어로 말할게요.",
    "home.title": "promptgen",
    "home.start": "새 프롬프트 만들기",
    "home.list": "만든 프롬프트",
    "home.settings": "설정",
    "forget.done": (
        "저장한 것을 모두 지웠어요. 제가 보낸 메시지도 이어서 지울게요. "
        "직접 쓰신 메시지는 제가 지울 수 없으니, 필요하면 지워주세요."
    ),
    "window.unsaved": "지금은 저장할 수 없어요. 적은 내용은 그대로 있으니 잠시 뒤에 다시 보내주세요.",
    "window.late": "창을 여는 데 시간이 너무 걸렸어요. 한 번 더 해주세요.",
    "delivery.failed": "답을 올리지 못했어요. ‘이어서’라고 적으면 다시 보여드릴게요.",
    "delivery.failed_there": (
        "<#{channel}>에 답을 올리지 못했어요. 채널이 보관되었거나 제가 빠졌을 수 있어요. "
        "저를 다시 초대하고 그 스레드에 ‘이어서’라고 적거나, 여기에서 새로 시작해 주세요."
    ),
}
_EN: Final = {
    "thread.title": "Making a prompt for <@{person}>. We'll continue in this thread.",
    "thread.shared": "Everyone in this channel can see your answers here. For privacy, use the DM or the form.",
    "thread.to_dm": "Go to the DM",
    "dm.started": "Let's continue in the DM. Look for the message from promptgen.",
    "dm.only_there": "I'm not a member here, so let's continue in the DM. Look for the message from promptgen.",
    "form.title": "Make a prompt",
    "form.send": "Send",
    "form.close": "Close",
    "form.private": "Nobody else sees what you write here.",
    "form.own": "Or in your own words",
    "form.options": "More options (optional)",
    "form.file": "Reference files (PDF, Word, PowerPoint, Excel, HWP, text)",
    "form.open": "Press to open the form.",
    "form.missing": "Please write an answer.",
    "form.choose": "Choose",
    "answer.title": "Answer",
    "wish.label": "What to change",
    "wish.about": "For example: shorter, a friendlier tone",
    "restore.modal": "Restore an answer",
    "restore.label": "The AI's answer",
    "restore.none": "You have no prompt to restore an answer for yet. Please make one first.",
    "share.title": "Share",
    "share.where": "Where should it go?",
    "share.hint": "It is shared with its labels. It holds no real values.",
    "share.done": "Shared in <#{channel}>.",
    "share.failed": "I can't post there. Please invite promptgen first.",
    "share.guest": "Guests of another company can't share here. You can copy the prompt instead.",
    "share.by": "A prompt shared by <@{person}>.",
    "prompt.ready": "Your prompt is ready.",
    "prompt.file": "It is long, so here it is as a file. The beginning is below.",
    "prompt.file_name": "prompt-{number}.md",
    "prompt.from": "({source})",
    "export.file_name": "promptgen-my-data.json",
    "chosen": "✓ {answer}",
    "item.keep": "Keep {label} as is",
    "item.mask": "Mask {label}",
    "version.use": "Use version {number}",
    "help": (
        "*promptgen* makes a finished prompt from six questions. Personal items are masked.\n"
        "• `/promptgen` or `/promptgen summarise the weekly report` – begin\n"
        "• `/promptgen list` – your prompts\n"
        "• `/promptgen library` or `/promptgen library meeting` – find a prompt you saved\n"
        "• `/promptgen restore` – put the real values into an AI's answer (only you see it)\n"
        "• `/promptgen settings` – change the language\n"
        "• `/promptgen forget` – delete all your data\n"
        "In a thread or DM you can also type “back”, “start over”, or “cancel”."
    ),
    "asked.no": "Leave it",
    "asked.forget.yes": "Delete everything",
    "asked.cancel": "Your answers so far will be lost. Stop here?",
    "asked.cancel.yes": "Stop",
    "asked.restart": "Your answers so far will be lost. Start over?",
    "asked.restart.yes": "Start over",
    "asked.keep.yes": "Keep it",
    "asked.share_entry.yes": "Share",
    "asked.delete_entry.yes": "Delete",
    "list.title": "Your prompts",
    "list.none": "You haven't made any prompts yet.",
    "list.unnamed": "No title yet",
    "list.there": "<#{channel}>",
    "list.here": "DM",
    "list.open": "Open",
    "list.link": "Go to the message",
    "home.open": "Going on: “{name}”, {where}",
    "suggest.title": "What shall we make?",
    "suggest.resume": "Continue “{name}”",
    "suggest.summary": "Summarize a report",
    "suggest.summary.text": "I want to summarize the weekly report on one page",
    "suggest.mail": "Draft an email",
    "suggest.mail.text": "I want to draft a polite email to a client",
    "suggest.explain": "Explain a concept",
    "suggest.explain.text": "I want a difficult concept explained in plain words",
    "settings.language": "Which language would you like to use?",
    "settings.done": "I will speak English from now on.",
    "home.title": "promptgen",
    "home.start": "Make a new prompt",
    "home.list": "Your prompts",
    "home.settings": "Settings",
    "forget.done": (
        "Everything I stored is deleted. I am deleting the messages I sent you, too. "
        "I cannot delete what you wrote yourself; you can."
    ),
    "window.unsaved": "This can't be saved right now. What you wrote is still here; please send it again in a moment.",
    "window.late": "It took too long to open the window. Please try once more.",
    "delivery.failed": "My reply could not be posted. Say “continue” to see it again.",
    "delivery.failed_there": (
        "I couldn't post my reply in <#{channel}>. The channel may be archived, or I may have been removed. "
        "Invite me again and say “continue” in that thread, or start a new interview here."
    ),
}
NOT_INSTALLED: Final = (
    "이 워크스페이스에는 promptgen이 설치되어 있지 않아요. 관리자에게 설치해 달라고 해주세요.\n"
    "promptgen is not installed in this workspace. Please ask an administrator to install it."
)
"""In both languages: where we are not installed, Slack does not tell whose is spoken."""

SLACK_TEXTS: Final[Mapping[Locale, Mapping[str, str]]] = MappingProxyType(
    {Locale.KO: MappingProxyType(_KO), Locale.EN: MappingProxyType(_EN)}
)


def word(locale: Locale, text: str, **details: str | int) -> str:
    """Return the wording of a text, Slack's own or everybody's, its places filled with `details`.

    Raises:
        KeyError: There is no such id, or a detail is missing.
    """
    own = SLACK_TEXTS[locale]
    return (own[text] if text in own else TEXTS[locale][text]).format_map(details)
