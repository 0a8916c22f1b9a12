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
        "thread.unchanged": (
            "이 서버에서는 스레드 이름을 바꾸거나 닫을 수 없었어요. 봇에게 ‘스레드 관리하기’ 권한을 주면 돼요."
        ),
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
            "{data}에서 ‘하던 곳 다시 보기’를 골라주세요."
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
            "{start} 질문 여섯 개에 답하면 완성 프롬프트를 드려요. 저에게 DM으로 말을 걸어도 시작돼요.\n"
            "- `방법`: 스레드, DM, 여기서(나만 보임), 폼 가운데 골라요. `파일`: 참고 파일\n"
            "- 메시지의 메뉴 → 앱 → ‘이 메시지로 프롬프트 만들기’\n"
            "{library} 저장한 프롬프트를 이름으로 열어요.\n"
            "{restore} AI의 답변에 가린 실제 값을 되돌려요.\n"
            "{data} 만든 프롬프트 목록, 언어 바꾸기, 내 데이터 내보내기와 삭제\n"
            "언제든 ‘뒤로’, ‘처음부터’, ‘취소’를 누르거나 적을 수 있어요."
        ),
        "error.interview_gone": "이 인터뷰는 이미 끝났거나 지워졌어요. {start}로 새로 시작해 주세요.",
        "error.not_owner": "다른 분의 인터뷰예요. {start}로 내 인터뷰를 시작해 보세요.",
        "restore.none": "아직 완성된 프롬프트가 없어요. {start}로 먼저 만들어 보세요.",
        "restore.there": "복원한 답변을 그 프롬프트가 있는 DM에 보냈어요: <#{channel}>",
        "summary.next.pressed": (
            "이대로 좋으면 ‘만들기’, 고치려면 답 옆의 ‘수정’을 눌러주세요. "
            "더 가릴 말이 있으면 ‘답하기’를 눌러 ‘오로라’ 가려줘처럼 따옴표로 묶어 적어주세요."
        ),
        "options.next.pressed": (
            "제안을 골라주세요(다시 고르면 빠져요). 직접 쓰려면 ‘고칠 답 고르기’에서 고르고, "
            "다 되었으면 ‘요약’을 눌러주세요."
        ),
        "optional.pressed": "선택 사항이에요. 없으면 ‘건너뛰기’를 눌러주세요.",
        "library.hint.pressed": (
            "이름은 ‘보관함 {number} 이름 주간 회의록’, 태그는 ‘보관함 {number} #회의 #주간’처럼 DM에 적으면 바뀌어요."
        ),
        "library.next.pressed": "찾으려면 {library}에 낱말이나 초성을 적어주세요. 팀 것은 ‘팀 보관함’을 눌러주세요.",
        "intent.next.pressed": "목록에서 고르거나 ‘답하기’를 눌러 적어주세요. ‘건너뛰기’를 누르면 알아서 정해요.",
        "prompt.press": "바꾸려면 ‘다듬기’를 눌러주세요. (예: ‘더 짧게’, ‘말투를 친근하게’)",
        "typed": "보낼 내용",
        "typed.about": "채팅으로 보내듯이 적어주세요. 예: ‘길이는 짧게’, ‘이름1 그대로’",
        "value": "넣을 내용",
        "value.about": "적은 그대로 프롬프트에 들어가요.",
    }
)
_EN: Final = MappingProxyType(
    {
        "thread.name": "Making a prompt",
        "thread.opened": "Let's go on here: <#{channel}>",
        "here": "Let's go on below.",
        "thread.public": "Others can read this thread. Personal items are masked in it.",
        "thread.unchanged": (
            "I couldn't name or close this thread. The “Manage Threads” permission in this server would let me."
        ),
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
            "Choose “Show where I was” in {data}."
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
            "{start} answer six questions and get a finished prompt. A DM to me starts it, too.\n"
            "- `way`: in a thread, in the DM, here (only you see it), or a form. `file`: files to refer to\n"
            "- A message's menu → Apps → “Make a prompt from this”\n"
            "{library} opens a prompt that you saved, by its name.\n"
            "{restore} puts the real values back into an AI's answer.\n"
            "{data} your prompts, language, export and deletion of your data\n"
            "You can always press or type “back”, “start over” or “cancel”."
        ),
        "error.interview_gone": "This interview is over or was deleted. Start a new one with {start}.",
        "error.not_owner": "This interview belongs to somebody else. Start your own with {start}.",
        "restore.none": "There is no finished prompt yet. Make one with {start} first.",
        "restore.there": "I sent the restored answer to the DM with its prompt: <#{channel}>",
        "summary.next.pressed": (
            "If this looks right, press “Create”; to change an answer, “Edit” beside it. "
            "If more has to be masked, press “Answer” and write mask “Aurora”, in quotes."
        ),
        "options.next.pressed": (
            "Choose a suggestion (choose it again to drop it). To write your own, choose the setting below; "
            "press “Summary” when you are done."
        ),
        "optional.pressed": "This is optional. If there is nothing, press “Skip”.",
        "library.hint.pressed": (
            "Type “library {number} name Weekly minutes” or “library {number} #meeting #weekly” in the DM to change it."
        ),
        "library.next.pressed": "To search, type words into {library}; for the team's, press “Team library”.",
        "intent.next.pressed": "Choose from the list, or press “Answer” and write it. “Skip” leaves it to me.",
        "prompt.press": "To change it, press “Refine”. (For example “shorter”, “a friendlier tone”)",
        "typed": "Your message",
        "typed.about": "As you would type it in a chat, for example “length: short” or “NAME1 keep”",
        "value": "What to put in",
        "value.about": "It goes into the prompt exactly as you type it.",
    }
)
TEXTS: Final[Mapping[Locale, Mapping[str, str]]] = MappingProxyType({Locale.KO: _KO, Locale.EN: _EN})


def tell(locale: Locale, text: str, **details: str | int) -> str:
    """Return the wording of the text with this id, its places filled with `details`."""
    return TEXTS[locale][text].format_map(details)
