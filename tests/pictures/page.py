"""The page of a picture: messages one beneath another, in the manner of a chat."""

from collections.abc import Iterable
from html import escape
from typing import Final

LINES: Final = (
    "신입사원 김서연에게 보낼 환영 이메일 초안 써줘",
    "저는 한빛상사 인사팀 박지훈 과장입니다. 010-2345-6789",
    "연속 문장",
    "보통이요",
    "한국어",
    "대학생 수준",
    "건너뛰기",
    "만들기",
)
"""What is typed in each conversation."""

_PAGE: Final = """<!doctype html><html lang="ko"><meta charset="utf-8"><title></title><style>
html {{ background: #fff }}
body {{ margin: 0; padding: 14px 18px; width: 764px; font: 15px/1.5 "Noto Sans CJK KR", sans-serif; color: #1d1c1d }}
pre {{ font: 15px/1.42 "Noto Sans Mono CJK KR", monospace; margin: 0; white-space: pre-wrap }}
.message {{ display: grid; grid-template-columns: 38px 1fr; gap: 0 12px; padding: 7px 0 }}
.face {{ width: 38px; height: 38px; border-radius: 9px; background: #7a5af5; color: #fff; font-weight: 700;
  text-align: center; line-height: 38px }}
.person .face {{ background: #2b9a66 }}
.name {{ font-weight: 700 }} .app {{ font-size: 11px; background: #e8e8ea; color: #55555c; border-radius: 3px;
  padding: 1px 4px; margin-left: 5px; vertical-align: 1px }}
.text {{ white-space: pre-wrap; overflow-wrap: anywhere }} .big {{ font-size: 18px; font-weight: 700 }}
.quiet {{ font-size: 13px; color: #616167 }}
code {{ font: 13px "Noto Sans Mono CJK KR", monospace; border: 1px solid #dcdcdf; border-radius: 3px;
  background: #f7f7f8; color: #c0275a; padding: 0 3px }}
.beside {{ display: flex; justify-content: space-between; gap: 12px; align-items: start }}
.row {{ display: flex; flex-wrap: wrap; gap: 8px; padding: 5px 0 }}
.row span {{ border: 1px solid #c9c9cf; border-radius: 7px; padding: 3px 12px; font-weight: 600; font-size: 14px }}
.row .first {{ background: #5865f2; border-color: #5865f2; color: #fff }}
.row .menu::after {{ content: " ▾" }}
.box {{ border: 1px solid #dcdcdf; border-left: 4px solid #7a5af5; border-radius: 6px;
  padding: 6px 12px; margin: 4px 0 }}
</style><body>{body}
<script>document.title = Math.ceil(document.body.getBoundingClientRect().height)</script></body></html>
"""


def page(parts: Iterable[str]) -> str:
    """Return the page of these parts."""
    return _PAGE.format(body="".join(parts))


def message(name: str, inner: str, *, is_bot: bool) -> str:
    """Return one message."""
    badge = '<span class="app">앱</span>' if is_bot else ""
    return (
        f'<div class="message{"" if is_bot else " person"}"><div class="face">{escape(name[0].upper())}</div><div>'
        f'<span class="name">{escape(name)}</span>{badge}{inner}</div></div>'
    )


def text(html: str, kind: str = "") -> str:
    """Return a paragraph of HTML that is ready."""
    return f'<div class="text {kind}">{html}</div>'


def row(controls: Iterable[str]) -> str:
    """Return controls beside one another."""
    return f'<div class="row">{"".join(controls)}</div>'


def control(label: str, kind: str = "") -> str:
    """Return one control."""
    return f'<span class="{kind}">{escape(label)}</span>'
