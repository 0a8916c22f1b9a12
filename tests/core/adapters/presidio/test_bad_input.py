"""Bad input: never an exception, never more time than the text's length calls for."""

import time
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.adapters.presidio.analysis import Analysis
from core.adapters.presidio.detector import PresidioDetector
from core.adapters.presidio.normalization import normalise
from core.privacy.mask import mask
from core.privacy.text import RawText
from core.privacy.unmask import unmask
from core.privacy.vault import Vault
from core.values.locale import Locale

pytestmark = pytest.mark.slow

ODD = (
    "김민준이가 010-2345-6789 a@b.co.kr공일이[골뱅이]{이름1}"
    "\ud800\udfff\0\u200b\u202e\ufeff\u115f\u1112\u1161\u11ab😀ㅋ１／\r\n\t٣"
)
ODD_TEXTS = st.text(alphabet=ODD, max_size=80)


@given(ODD_TEXTS)
@settings(max_examples=150)
def test_any_text_is_read_and_given_back(detector: PresidioDetector, text: str) -> None:
    spans = detector.detect(RawText(text))
    assert all(0 <= span.start < span.end <= len(text) and 0 < span.score <= 1 for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    masked = mask(RawText(text), spans, Vault(), Locale.KO)
    assert unmask(masked.text, masked.vault).reveal() == text


@given(ODD_TEXTS)
def test_the_normal_form_leads_back(text: str) -> None:
    normal = normalise(text)
    assert len(normal.text) == len(normal.starts) == len(normal.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(normal.starts, normal.ends, strict=True))
    assert list(normal.starts) == sorted(normal.starts)


SHAPES = {
    "digits": "1",
    "dashed": "12-",
    "spaced digits": "1 2 ",
    "spoken digits": "공일",
    "at": "a@",
    "dots": "a.b.",
    "Hangul": "가나다",
    "addresses": "서울시 강남구 ",
    "roads": "강남구 테헤란로 12, ",
    "links": "https://github.com/a/",
    "tokens": "?token=",
    "passwords": "비밀번호는 ",
    "handles": "카톡 아이디 ",
    "accounts": "국민은행 계좌 12-",
    "dates": "생년월일 1990-01-",
    "hex": "0a:",
    "gaps": "1 -\n ",
    "blanks": " ",
    "capitals": "Kim Lee ",
    "jwt": "eyJabcdefghij.",
    "keys": "-----BEGIN PRIVATE KEY-----",
    "labels": "{이름1}",
    "brackets": "(",
    "spelled signs": "가앳",
    "spelled addresses": "가나골뱅이네이버 ",
    "Hangul handles": "아이디는 가나_",
    "hidden numbers": "010-**",
    "glued names": "김민준",
    "decomposed": "\u1112\u1161\u11ab",
    "without width": "1\u200b",
    "commands": "curl -u a",
    "options": "mysql -p",
    "settings": "x_password=",
    "fields": "secret: ",
    "headers": "Authorization: Basic ",
    "authorities": "a://b:",
    "accounts with passwords": "계정 a/",
    "glued addresses": "은서울시 강남구 ",
    "roads without an end": "서울 강남구 가로 12 가나 ",
    "buildings": "서울 강남구 가로 12, 가나 다라 마바 ",
    "labelled addresses": "주소는 가로",
    "domains with blanks": "@a . ",
    "broken domains": "a@b\n.",
    "single letters": "a ",
    "single dashed digits": "0-1-0-",
    "spoken dashes": "1다시 ",
    "stars": "010★",
    "holders": "신한은행 가나 ",
    "particles": "비밀번호는에서",
    "paths": "a.b/@a",
    "key shapes": "sk_0a",
    "dotted keys": "abc8Q~",
    "mapped addresses": "::ffff:1.",
    "digits of other scripts": "٠١٠ ",
}


@pytest.mark.parametrize("unit", SHAPES.values(), ids=SHAPES)
def test_twice_the_text_takes_twice_the_time(analysis: Analysis, unit: str) -> None:
    """A quadratic pattern takes four times as long; the least of some runs keeps the machine's other work out."""
    short, long = unit * (6_000 // len(unit)), unit * (12_000 // len(unit))
    ratios = []
    for _ in range(4):
        ratios.append(seconds(analysis, long) / max(seconds(analysis, short), 0.02))
        if ratios[-1] < 3:
            return
    pytest.fail(f"ratios {ratios}")


def seconds(analysis: Analysis, text: str) -> float:
    start = time.thread_time()
    analysis.spans(text)
    return time.thread_time() - start


def test_a_hundred_thousand_characters(detector: PresidioDetector) -> None:
    line = "저는 한빛상사 인사팀 박지훈 과장입니다. 010-2345-6789로 연락 주세요.\n"
    text = line * (100_000 // len(line))
    spans = detector.detect(RawText(text))
    assert len(spans) == 3 * (len(text) // len(line))
    masked = mask(RawText(text), spans, Vault(), Locale.KO)
    assert masked.labels == ("{기관1}", "{이름1}", "{전화번호1}")
    assert unmask(masked.text, masked.vault).reveal() == text


def test_threads_may_share_it(detector: PresidioDetector) -> None:
    texts = [RawText(f"박지훈 과장 010-2345-{number:04}로") for number in range(100)]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(detector.detect, texts))
    assert together == [detector.detect(text) for text in texts]
