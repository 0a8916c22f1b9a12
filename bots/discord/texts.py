"""What only Discord's interface says, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from core.locale import Locale

_KO: Final = MappingProxyType(
    {
        "thread.name": "프롬프트 만들기",
        "thread.opened": "여기서 이어갈게요: <#{channel}>",
        "here": "아래에서 이어갈게요.",
        "thread.public": "이 스레드는 다른 사람도 볼 수 있어요. 개인정보는 가려서 보여드려요.",
        "dm.opened": "DM에서 이어갈게요: <#{channel}>",
        "dm.hello": "부르신 곳 대신 여기에서 이어갈게요. 이 대화는 당신과 저만 볼 수 있어요.",
        "dm.button": "DM에서 하기",
        "dm.closed": "DM을 보낼 수 없어요. 여기에서 나만 보이게 이어갈게요.",
        "forget.done": (
            "저장한 것을 모두 지웠어요. 제가 여기에 보낸 메시지도 이어서 지울게요. "
            "직접 쓰신 메시지는 제가 지울 수 없으니, 필요하면 지워주세요."
        ),
        "refused": (
            "방금 답장을 Discord가 받지 않아서 보여드리지 못했어요. 답변은 그대로 저장돼 있어요. "
            "`/promptgen-data`에서 ‘하던 곳 다시 보기’를 골라주세요."
        ),
        "nowhere": "여기에는 쓸 수 없어요. 저에게 DM을 보내주세요.",
        "type_hint": "여기에 적은 글은 읽을 수 없어요. ‘{answer}’를 누르거나 제 메시지에 답장해 주세요.",
        "edit.placeholder": "고칠 답 고르기",
        "switch.placeholder": "가림 바꾸기",
        "switch.keep": "그대로 두기",
        "switch.mask": "가리기",
        "version.placeholder": "돌아갈 버전 고르기",
        "form.title": "한 번에 작성하기 ({page}/2)",
        "form.other": "기타 (다음 질문에서 적기)",
        "form.file": "참고 파일",
        "form.file_about": "PDF, 워드, 파워포인트, 엑셀, 한글, 텍스트 파일",
        "form.saved": "앞부분을 저장했어요. 나머지도 이어서 적어주세요.",
        "form.next": "이어서 작성하기 (2/2)",
        "form.open": "폼 열기",
        "form.unchanged": "지금 답: {answer}",
        "form.keep": "지금 내용 그대로 두기",
        "answer.title": "답하기",
        "gap.about": "원하는 답을 한 줄로 적어주세요.",
        "wish": "바꾸고 싶은 점",
        "wish.about": "예: 더 짧게, 말투를 친근하게",
        "say": "하고 싶은 말",
        "say.about": "상대에게 말하듯이 적어주세요. 상대를 고르거나 설명할 때도 여기에 적으면 돼요.",
        "paste": "AI의 답변",
        "paste.about": "받은 그대로 붙여 넣어주세요. 길면 아래에 파일로 올려주세요.",
        "paste.file": "또는 텍스트 파일",
        "prompt.file": "길어서 파일로 드려요. 앞부분은 이래요.",
        "prompt.fence": "안에 코드 블록이 있어 파일로 드려요. 앞부분은 이래요.",
        "shared": "{name} 님이 만든 프롬프트",
        "shared.ask": "이 프롬프트를 채널에 올릴까요? 채널 사람들이 모두 볼 수 있어요. 개인정보는 가려져 있어요.",
        "shared.done": "채널에 공유했어요. 개인정보는 가려져 있어요.",
        "shared.nowhere": "여기서는 공유할 곳이 없어요. 파일을 받아 직접 보내주세요.",
        "list.title": "만든 프롬프트",
        "list.none": "아직 만든 프롬프트가 없어요.",
        "list.unnamed": "아직 제목이 없어요",
        "more_items": "그리고 {count}개 더",
        "help": (
            "`/promptgen` 질문 여섯 개에 답하면 완성 프롬프트를 드려요. DM으로 말을 걸어도 시작돼요.\n"
            "`/promptgen way:` 스레드, DM, 여기서(나만 보임), 폼 가운데 골라요.\n"
            "메시지의 메뉴 → 앱 → ‘이 메시지로 프롬프트 만들기’\n"
            "`/promptgen-data` 만든 프롬프트 목록, 언어 바꾸기, 내 데이터 내보내기와 삭제\n"
            "언제든 ‘뒤로’, ‘처음부터’, ‘취소’라고 적을 수 있어요."
        ),
    }
)
_EN: Final = MappingProxyType(
    {
        "thread.name": "Making a prompt",
        "thread.opened": "Let's go on here: <#{channel}>",
        "here": "Let's go on below.",
        "thread.public": "Others can read this thread. Personal items are masked in it.",
        "dm.opened": "Let's go on in the DM: <#{channel}>",
        "dm.hello": "Let's go on here instead. Only you and I can see this conversation.",
        "dm.button": "Use the DM",
        "dm.closed": "I can't send you a DM. Let's go on here, where only you can see it.",
        "forget.done": (
            "Everything I stored is deleted. I am deleting the messages I sent you here, too. "
            "I cannot delete what you wrote yourself; you can."
        ),
        "refused": (
            "Discord did not take my last reply, so I couldn't show it. Your answers are saved. "
            "Choose “Show where I was” in `/promptgen-data`."
        ),
        "nowhere": "I can't write here. Please send me a DM.",
        "type_hint": "I can't read what is typed here. Press “{answer}”, or reply to my message.",
        "edit.placeholder": "Choose an answer to change",
        "switch.placeholder": "Switch the masking",
        "switch.keep": "keep as is",
        "switch.mask": "mask",
        "version.placeholder": "Choose a version to bring back",
        "form.title": "Fill in a form ({page}/2)",
        "form.other": "Other (asked next)",
        "form.file": "Reference file",
        "form.file_about": "PDF, Word, PowerPoint, Excel, HWP or text files",
        "form.saved": "The first part is saved. Please go on with the rest.",
        "form.next": "Go on with the form (2/2)",
        "form.open": "Open the form",
        "form.unchanged": "Now: {answer}",
        "form.keep": "Leave it as it is",
        "answer.title": "Answer",
        "gap.about": "Write your answer in one line.",
        "wish": "What to change",
        "wish.about": "For example: shorter, a friendlier tone",
        "say": "What you want to say",
        "say.about": "As you would say it. To choose or describe somebody, write it here, too.",
        "paste": "The AI's answer",
        "paste.about": "Paste it as you got it. If it is long, upload it below.",
        "paste.file": "Or a text file",
        "prompt.file": "It is long, so here it is as a file. It begins like this.",
        "prompt.fence": "It holds a code block, so here it is as a file. It begins like this.",
        "shared": "A prompt made by {name}",
        "shared.ask": "Post this prompt in the channel? Everybody there can see it. Personal items are masked.",
        "shared.done": "Shared in the channel. Personal items are masked.",
        "shared.nowhere": "There is no place to share it from here. Please take the file and send it yourself.",
        "list.title": "Your prompts",
        "list.none": "There are no prompts yet.",
        "list.unnamed": "No title yet",
        "more_items": "and {count} more",
        "help": (
            "`/promptgen` asks six questions and gives you a finished prompt. A DM starts it, too.\n"
            "`/promptgen way:` choose a thread, the DM, here (only you see it), or a form.\n"
            "A message's menu → Apps → “Make a prompt from this”\n"
            "`/promptgen-data` lists your prompts, changes the language, exports or deletes your data\n"
            "You can always type “back”, “start over” or “cancel”."
        ),
    }
)
TEXTS: Final[Mapping[Locale, Mapping[str, str]]] = MappingProxyType({Locale.KO: _KO, Locale.EN: _EN})


def tell(locale: Locale, text: str, **details: str | int) -> str:
    """Return the wording of the text with this id, its places filled with `details`."""
    return TEXTS[locale][text].format_map(details)
