"""What may stand glued to a noun: particles in a row, the copula with its endings, the closing of a letter."""

from typing import Final

from core.privacy.korean.particles import PAIRED


def any_of(*words: str) -> str:
    """Return a pattern for one of the words, the longest first."""
    held = {word for listed in words for word in listed.split()}
    return "|".join(sorted(held, key=lambda word: (-len(word), word)))


_CASES: Final = """
    에 에서 에게 에게서 한테 한테서 께 께서 더러 보고 으로 로 으로서 로서 으로써 로써 으로부터 로부터 과 와 이랑 랑 하고
    처럼 보다 같이 만큼 대로 마다 까지 부터 네 의
"""
_AUXILIARIES: Final = "만 까지 부터 조차 마저 밖에 뿐 이라도 라도 이나마 나마 이나 나 이야말로 야말로 만큼 대로"
_LAST: Final = "은 는 이 가 을 를 의 도 요 에 아 야 이야 이요 커녕 은커녕 는커녕"
# 이었으니까, 입니다만, 인데도: what follows these is an ending, whatever it be.
_COPULA: Final = """
    이었 였 입니 이에요 예요 에요 인데 인지 인가 인걸 이라 이란 이래 이랬 이랄 이랍 이네 이니 이지 이죠 이면 이며 이고
    이다 이든 이세 이시 이신 이십 이셨 이자 이잖 이거든 이군 이구 이어 여서 일까 일지 일걸 일텐 임을 임이 임은 임도 이여
    이셔 뿐이 뿐인
"""
_SHORT: Final = """
    인 일 임 이 고 며 면 면서 다 지만 지 죠 네 네요 니 니까 든 든지 든가 자 요 세요 신 십니다 잖아 잖아요 거든 거든요
    군요 구나 라 라고 라는 라면 라서 라도 라니 라며 라지 란 래 래요 랍니다 같은 답다 답게 다운 스럽다 스럽게 스러운 님
    올림 드림 배상
"""

ATTACHED: Final = (
    rf"(?:{any_of(*PAIRED)}|(?:{any_of(_COPULA)})[가-힣]{{0,5}}|{any_of(_SHORT)}"
    rf"|네?(?:{any_of(_CASES)})?(?:{any_of(_AUXILIARIES)}){{0,2}}(?:{any_of(_LAST)})?요?)(?![가-힣])"
)
"""A pattern of everything that may stand glued to a noun, nothing included, up to the end of the run of Hangul."""
