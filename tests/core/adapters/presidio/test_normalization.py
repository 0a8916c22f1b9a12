"""The normal form: evasions undone, and every character led back to where it stands as written."""

import pytest

from core.adapters.presidio.normalization import normalise


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("０１０－１２３４", "010-1234"),
        ("ａ＠ｂ．ｃｏｍ", "a@b.com"),
        ("가\u200b나\ufeff다\u202e", "가나다"),
        ("\u1100\u1161\u11a8\u1102\u1161", "각나"),
        ("010–1234‑5678", "010-1234-5678"),
        ("공일공 일이삼사 오육칠팔이에요", "010 1234 5678이에요"),
        ("0 1 0 1 2 3 4 5 6 7 8", "01012345678"),
        ("hong [골뱅이] naver 닷컴", "hong@naver.com"),
        ("㈜한빛", "(주)한빛"),
        ("don’t ‘한빛’", "don't ‘한빛’"),
        ("\ud800가", "\ufffd가"),
        # nothing to undo
        ("ㅋㅋㅋ 이사 구일 오이 삼사일", "ㅋㅋㅋ 이사 구일 오이 삼사일"),
        ("1 2 3 4 5", "1 2 3 4 5"),
        ("골뱅이무침 점심", "골뱅이무침 점심"),
        ("①②③ ½", "①②③ ½"),
        ("", ""),
    ],
)
def test_normal_form(written: str, normal: str) -> None:
    assert normalise(written).text == normal


def test_the_way_back() -> None:
    written = "메일 hong[골뱅이]naver.com과 ０１０"
    normal = normalise(written)
    start = normal.text.index("hong")
    assert normal.written(start, start + len("hong@naver.com")) == (3, 3 + len("hong[골뱅이]naver.com"))
    start = normal.text.index("010")
    assert written[slice(*normal.written(start, start + 3))] == "０１０"
