"""Code: which language its block is in, and what stands in it and behind it."""

import re
from typing import Final

from core.prompting.brief import Brief
from core.prompting.understanding.comment_density import Comments
from core.prompting.understanding.form_choice import data_format
from core.prompting.understanding.understanding import Understanding
from core.prompting.writing.phrases import phrase

_LANGUAGES: Final = {
    fence: re.compile(words, re.IGNORECASE)
    for fence, words in {
        "python": r"파이썬|python|pandas|django|fastapi|flask|장고|플라스크|판다스",
        "tsx": r"리액트|react|next\.?js",
        "vue": r"\bvue|뷰\.?js",
        "typescript": r"타입스크립트|typescript|nest\.?js|앵귤러|angular",
        "javascript": r"앱스? ?스?크립트|apps ?script|구글 ?(?:시트|스프레드|폼|설문|캘린더)"
        r"|google (?:sheet|form|calendar)|자바스크립트|javascript|node\.?js|노드|익스프레스|express",
        "kotlin": r"코틀린|kotlin",
        "java": r"자바(?!스크립트)|\bjava\b|스프링|spring",
        "swift": r"스위프트|swift",
        "csharp": r"c#|유니티|unity",
        "cpp": r"c\+\+|아두이노|arduino",
        "c": r"c언어|c 언어",
        "go": r"\bgolang\b|고랭|go언어|go 언어",
        "rust": r"러스트|\brust\b",
        "php": r"\bphp\b|라라벨|laravel",
        "ruby": r"루비|\bruby\b|rails",
        "r": r"\bR로|r언어|r 언어|ggplot",
        "dart": r"플러터|flutter|\bdart\b",
    }.items()
}


_DATA: Final = frozenset({"json", ""})  # what other data may be wanted in place of
_SCRIPTS: Final = frozenset({"bash", "vb"})  # what they do may be wanted in another language


def fence_of(usual: str, words: str) -> str:
    """Return the language of a code block: the one that was named; the usual one where another was is none."""
    if usual in _DATA:
        return data_format(words) or usual
    named = next((fence for fence, pattern in _LANGUAGES.items() if pattern.search(words)), "")
    return named if usual in _LANGUAGES or (named and usual in _SCRIPTS) else usual


_ALONE: Final = re.compile(r"만$|\bonly\b", re.IGNORECASE)
_NOTHING_BESIDE: Final = re.compile(  # 설명 글 없이 JSON만
    r"설명\s?(?:글|문구)?(?:은|는|을|도)?\s?(?:없이|빼|말고|필요 ?없|안 ?[써적])"
    r"|(?:JSON|코드|쿼리|수식|결과)만(?=[\s,.!]|$)"
    r"|\b(?:no|without) explanations?\b|\b(?:(?:code|json|query) only|(?:only|just) the (?:code|json|query))\b",
    re.IGNORECASE,
)


def is_alone(brief: Brief, understanding: Understanding) -> bool:
    """Whether nothing is to be said of the code: who wants a query alone wants no explanation."""
    told = (*understanding.introduction.told, *(each.said for each in understanding.requirements))
    return bool(_ALONE.search(str(brief.length))) or any(map(_NOTHING_BESIDE.search, (brief.purpose, *told)))


def of_code(form: str, understanding: Understanding, *, alone: bool) -> str:
    """Return what a code block is called (`form`) with how many comments it has and where explanations stand."""
    comments = understanding.comments
    if comments is Comments.OPEN:
        return re.split("[,;]", form)[0] if alone else form
    commented = phrase(understanding.locale, f"format.comments_{comments}")
    behind = "" if alone else phrase(understanding.locale, "format.explained_behind")
    return f"{re.split('[,;]', form)[0]}, {commented}{behind}"


def length_of_code(length: str, brief: Brief, understanding: Understanding) -> str:
    """Return what a length limits: never the code, and the comments only where nobody says how many there are."""
    if is_alone(brief, understanding):
        name = "of_code"
    elif understanding.comments is Comments.OPEN:
        name = "of_explanation"
    else:
        name = "behind_code"
    return phrase(understanding.locale, f"length.{name}", length=length)
