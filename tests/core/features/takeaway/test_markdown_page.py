import re

import pytest
from hypothesis import given, settings

from core.features.takeaway.markdown_page import portable
from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.compose import compose
from core.values.locale import Locale
from tests.core.prompting.briefs import briefs

PROMPT = """[역할]
당신은 편집자입니다.

[작업]
요청: <자료>의 글을 요약해줘
다음 순서로 진행하십시오.

[진행 순서]
1. 읽습니다.
2. 요약합니다.

[참고 자료]
<자료>
# 제목처럼 보이는 줄
```
코드
```
</자료>

[완료 기준]
- 형식이 맞습니다.
- 요청자:
> 여러 줄
> 소개"""


def test_it_is_headings_lists_paragraphs_and_code_alone() -> None:
    assert portable(PROMPT, "완성 프롬프트") == (
        "# 완성 프롬프트\n\n## 역할\n\n당신은 편집자입니다.\n\n## 작업\n\n요청: `<자료>`의 글을 요약해줘\n\n"
        "다음 순서로 진행하십시오.\n\n## 진행 순서\n\n1. 읽습니다.\n2. 요약합니다.\n\n## 참고 자료\n\n`<자료>`\n\n"
        "````\n# 제목처럼 보이는 줄\n```\n코드\n```\n````\n\n## 완료 기준\n\n- 형식이 맞습니다.\n- 요청자:\n\n"
        "```\n여러 줄\n소개\n```\n"
    )


@given(briefs)
@settings(max_examples=100)
def test_every_word_of_every_prompt_is_there(brief: Brief) -> None:
    prompt = compose(brief).prompt

    words, page = _words(prompt), _words(portable(prompt, "제목"))

    assert [word for word in words if word not in set(page)] == []


@pytest.mark.parametrize("locale", Locale)
def test_each_section_is_a_heading(locale: Locale) -> None:
    empty = MaskedText("x")
    prompt = compose(Brief(locale, empty, empty, empty, empty, empty, empty)).prompt

    headings = [f"## {line[1:-1]}" for line in prompt.splitlines() if line.startswith("[")]

    assert [line for line in portable(prompt, "x").splitlines() if line.startswith("#")][1:] == headings


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)
