"""Encodings: what is written in another way is found, and its span covers what was written."""

import pytest

from core.adapters.presidio.detector import PresidioDetector
from core.adapters.presidio.normalization import normalise
from core.privacy.text import RawText


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("minjun.kim%40hanbit.co.kr 로", "minjun.kim%40hanbit.co.kr"),
        ("name=%EA%B9%80%EB%AF%BC%EC%A4%80 님", "%EA%B9%80%EB%AF%BC%EC%A4%80"),
        ('"name": "\\uae40\\ubbfc\\uc900"', "\\uae40\\ubbfc\\uc900"),
        ("&#44608;&#48124;&#51456; 님", "&#44608;&#48124;&#51456;"),
        ("010&#45;2345&#45;6789", "010&#45;2345&#45;6789"),
        ("mіnjun@hanbіt.co.kr", "mіnjun@hanbіt.co.kr"),
        ("ㄱㅣㅁㅁㅣㄴㅈㅜㄴ 과장님", "ㄱㅣㅁㅁㅣㄴㅈㅜㄴ"),
        ("⁰¹⁰-²³⁴⁵-⁶⁷⁸⁹", "⁰¹⁰-²³⁴⁵-⁶⁷⁸⁹"),
        ("번호는 010-1234-567⁸", "010-1234-567⁸"),
        ("zero one zero two three four five six seven eight nine",) * 2,
    ],
)
def test_what_is_encoded_is_found(detector: PresidioDetector, text: str, item: str) -> None:
    assert [text[span.start : span.end] for span in detector.detect(RawText(text))] == [item]


@pytest.mark.parametrize(
    "text",
    ["Привет, мир", "x² + y³", "10⁸개의 세포", "100% 40개", "ㅋㅋㅋ ㅠㅠ ㅇㅋ", "\\ud83d\\ude00", "one two three"],
)
def test_other_writing_stays(text: str) -> None:
    assert normalise(text).text == text
