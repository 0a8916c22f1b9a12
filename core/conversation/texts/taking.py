"""The wording of taking a prompt along, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

TAKING_KO: Final[Mapping[str, str]] = MappingProxyType(
    {
        "control.take": "가져가기",
        "take.title": "프롬프트 가져가기 · 버전 {number}",
        "take.files": "그대로 붙여 넣을 파일과, Notion·Confluence에 가져올 Markdown 파일이에요.",
        "take.links": "링크에는 가려진 글만 담기고, 누르면 바깥 서비스로 넘어가요.",
        "take.paste": "링크가 빈 화면으로 열리면 프롬프트를 복사해서 붙여넣기 해주세요.",
        "take.open": "{name}에서 열기",
        "take.open_empty": "{name} 열기 (복사해서 붙여넣기)",
        "take.saved": "저장했어요: {files}",
        "take.unsaved": "이 폴더에 파일을 쓸 수 없어요: {folder}",
    }
)
TAKING_EN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "control.take": "Take along",
        "take.title": "Take the prompt along · version {number}",
        "take.files": "A file to paste as it is, and a Markdown file for Notion and Confluence.",
        "take.links": "The links carry masked text only, and lead to services outside.",
        "take.paste": "Where a link opens empty, copy the prompt and paste it.",
        "take.open": "Open in {name}",
        "take.open_empty": "Open {name} (copy and paste)",
        "take.saved": "Saved: {files}",
        "take.unsaved": "Files cannot be written into this folder: {folder}",
    }
)
