"""The wording of the library, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

LIBRARY_KO: Final[Mapping[str, str]] = MappingProxyType(
    {
        "control.library": "보관함",
        "library.title": "보관함",
        "library.team_title": "팀 보관함",
        "library.none": "아직 보관한 프롬프트가 없어요. 완성된 프롬프트에서 ‘저장’을 눌러보세요.",
        "library.team_none": "팀과 공유한 프롬프트가 아직 없어요.",
        "library.not_found": "찾는 프롬프트가 없어요. 다른 낱말이나 초성(예: ㅎㅇㄹ), #태그로 찾아보세요.",
        "library.next": (
            "찾으려면 ‘보관함 회의’, 초성은 ‘보관함 ㅎㅇ’, 태그는 ‘보관함 #주간’, 팀 것은 ‘팀 보관함’이라고 적어주세요."
        ),
        "library.more": "그리고 {count}개 더 있어요. 낱말을 적어 좁혀보세요.",
        "library.saved": "보관함에 저장했어요. 직접 지울 때까지 남아 있고, 가려진 값은 저장하지 않아요.",
        "library.deleted": "보관함에서 지웠어요.",
        "library.gone": "그 프롬프트는 보관함에 없어요. 지웠거나 공유가 끝났을 수 있어요.",
        "library.left": "채우기를 그만뒀어요.",
        "library.fill": "‘{variable}’에 넣을 내용을 적어주세요. ({number}/{count})",
        "library.filled": "값을 넣은 프롬프트",
        "library.no_team": "공유할 팀이 없는 곳이에요. 팀이 함께 있는 곳에서 공유해 주세요.",
        "library.shared": "팀과 공유 중",
        "library.of_team": "팀",
        "library.open": "열기",
        "library.use": "쓰기",
        "library.star": "즐겨찾기",
        "library.unstar": "즐겨찾기 해제",
        "library.share": "팀과 공유",
        "library.unshare": "공유 해제",
        "library.delete": "삭제",
        "library.hint": "이름은 ‘보관함 {number} 이름 주간 회의록’, 태그는 ‘보관함 {number} #회의 #주간’처럼 적으면 바뀌어요.",
        "library.variables": "쓸 때마다 채울 곳: {variables}",
        "library.file": "promptgen-보관함.md",
        "library.imported": "보관함에 넣은 프롬프트: {count}개",
        "library.name": "이름",
        "library.tags": "태그 (예: #회의 #주간)",
        "library.choose": "열어볼 프롬프트 고르기",
        "reason.not_kept": "보관함에 그 번호가 없어요.",
        "reason.library": "보관함 파일이 아니에요. promptgen이 내보낸 JSON이나 Markdown을 넣어주세요.",
    }
)
LIBRARY_EN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "control.library": "Library",
        "library.title": "Library",
        "library.team_title": "Team library",
        "library.none": "Nothing is kept yet. Press “Save” beneath a finished prompt.",
        "library.team_none": "Nothing is shared with the team yet.",
        "library.not_found": "No kept prompt fits. Try another word or a #tag.",
        "library.next": "To search, type “library meeting” or “library #weekly”; for the team's, “team library”.",
        "library.more": "and {count} more. Type a word to narrow it down.",
        "library.saved": "Kept in your library until you delete it. The values behind the labels are not kept.",
        "library.deleted": "Deleted from your library.",
        "library.gone": "That prompt is not in the library. It was deleted, or is no longer shared.",
        "library.left": "Filling in is off.",
        "library.fill": "What should stand for “{variable}”? ({number}/{count})",
        "library.filled": "The prompt with your values",
        "library.no_team": "There is no team here to share with. Please share it where your team is.",
        "library.shared": "shared with the team",
        "library.of_team": "team",
        "library.open": "Open",
        "library.use": "Use",
        "library.star": "Favourite",
        "library.unstar": "No favourite",
        "library.share": "Share with the team",
        "library.unshare": "Stop sharing",
        "library.delete": "Delete",
        "library.hint": "Type “library {number} name Weekly minutes” or “library {number} #meeting #weekly” to change it.",
        "library.variables": "Filled in each time: {variables}",
        "library.file": "promptgen-library.md",
        "library.imported": "Prompts put into the library: {count}",
        "library.name": "Name",
        "library.tags": "Tags (such as #meeting #weekly)",
        "library.choose": "Choose a prompt to open",
        "reason.not_kept": "There is no such number in the library.",
        "reason.library": "This is no library file. Please give JSON or Markdown that promptgen has exported.",
    }
)
