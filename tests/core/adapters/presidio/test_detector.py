"""The detector's front door: exact spans, and never an unmasked way out."""

import logging

import pytest

from core.adapters.presidio import analysis
from core.adapters.presidio.detector import PresidioDetector
from core.errors import DetectorError, SettingsError
from core.privacy.text import RawText

SENTENCES = [
    (
        "저는 한빛상사 인사팀 박지훈 과장입니다. 010-2345-6789",
        [("한빛상사", "ORGANIZATION"), ("박지훈", "PERSON"), ("010-2345-6789", "PHONE")],
    ),
    ("신입사원 김서연에게 보낼 환영 이메일 초안 써줘", [("김서연", "PERSON")]),
    ("번호는010-2345-6789이고 abc@x.com입니다", [("010-2345-6789", "PHONE"), ("abc@x.com", "EMAIL")]),
    (
        "공일공 일이삼사 오육칠팔이에요, ０１０－１２３４－５６７８은 hong[골뱅이]naver.com으로",
        [
            ("공일공 일이삼사 오육칠팔", "PHONE"),
            ("０１０－１２３４－５６７８", "PHONE"),
            ("hong[골뱅이]naver.com", "EMAIL"),
        ],
    ),
    ("국민은행 123456-78-901234 예금주 홍길동", [("123456-78-901234", "BANK_ACCOUNT"), ("홍길동", "PERSON")]),
    ("김 대리가 박과장님께", [("김", "PERSON"), ("박", "PERSON")]),
    ("서울시 강남구 테헤란로 123, 101동 202호로 보내", [("서울시 강남구 테헤란로 123, 101동 202호", "ADDRESS")]),
    ("오늘 회의록을 표로 정리해 줘", []),
    ("", []),
    (" \n ", []),
]


@pytest.mark.parametrize(("text", "items"), SENTENCES)
def test_spans_are_exact(detector: PresidioDetector, text: str, items: list[tuple[str, str]]) -> None:
    assert [(text[s.start : s.end], s.type.value) for s in detector.detect(RawText(text))] == items


def test_a_failure_shows_no_text(detector: PresidioDetector, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object, text: str) -> None:
        raise ValueError(text)

    monkeypatch.setattr(analysis.Analysis, "spans", fail)
    with pytest.raises(DetectorError) as failure:
        detector.detect(RawText("김민준"))
    assert "김민준" not in repr(failure.value)
    assert failure.value.__suppress_context__


def test_what_cannot_load_is_a_detector_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis, "recognizers", lambda _: 1 / 0)
    with pytest.raises(DetectorError):
        PresidioDetector()


def test_nothing_is_logged(detector: PresidioDetector, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        detector.detect(RawText("김민준 010-2345-6789"))
    assert "김민준" not in caplog.text
    assert "010-2345" not in caplog.text


def test_a_model_of_the_operators_that_is_not_there_is_a_setting_to_mend() -> None:
    with pytest.raises(SettingsError) as problem:
        PresidioDetector(ner_model="no_such_pipeline")
    assert problem.value.details == {"names": "PROMPTGEN_NER_MODEL", "reason": "missing"}
