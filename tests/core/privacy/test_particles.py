"""Particles: right after Hangul, digits, Latin words and labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.privacy.particles import PARTICLES, Ending, Particle, agree, attach, carry, ending, settle

WORDS = ["김민준", "철수", "서울", "{이름1}", "{이름2}", "{NAME3}", "Google", "chat", "API", "10", "a@b.kr", "", "😀"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("김민준", Ending.CONSONANT),
        ("철수", Ending.VOWEL),
        ("서울", Ending.RIEUL),
        ("{이름1}", Ending.RIEUL),
        ("{이름2}", Ending.VOWEL),
        ("{이름3}", Ending.CONSONANT),
        ("{이름1-2}", Ending.VOWEL),
        ("{전화번호10}", Ending.CONSONANT),
        ("2026", Ending.CONSONANT),
        ("100%", Ending.VOWEL),
        ("Google", Ending.RIEUL),
        ("email", Ending.RIEUL),
        ("Slack", Ending.CONSONANT),
        ("iPhone", Ending.CONSONANT),
        ("Kim", Ending.CONSONANT),
        ("Smith", Ending.VOWEL),
        ("Notion", Ending.CONSONANT),
        ("user", Ending.VOWEL),
        ("SQL", Ending.RIEUL),
        ("PDF", Ending.VOWEL),
        ("IBM", Ending.CONSONANT),
        ("한빛상사(주)", Ending.VOWEL),
        ("「김민준」", Ending.CONSONANT),
        ("!!", Ending.VOWEL),
        ("", Ending.VOWEL),
    ],
)
def test_ending(word: str, expected: Ending) -> None:
    assert ending(word) is expected


@pytest.mark.parametrize(
    ("particle", "forms"),
    [
        (Particle.TOPIC, ["김민준은", "철수는", "서울은", "{이름1}은", "{이름2}는"]),
        (Particle.SUBJECT, ["김민준이", "철수가", "서울이", "{이름1}이", "{이름2}가"]),
        (Particle.OBJECT, ["김민준을", "철수를", "서울을", "{이름1}을", "{이름2}를"]),
        (Particle.AND, ["김민준과", "철수와", "서울과", "{이름1}과", "{이름2}와"]),
        (Particle.TO, ["김민준으로", "철수로", "서울로", "{이름1}로", "{이름2}로"]),
        (Particle.WITH, ["김민준이랑", "철수랑", "서울이랑", "{이름1}이랑", "{이름2}랑"]),
        (Particle.CALL, ["김민준아", "철수야", "서울아", "{이름1}아", "{이름2}야"]),
        (Particle.QUOTE, ["김민준이라고", "철수라고", "서울이라고", "{이름1}이라고", "{이름2}라고"]),
        (Particle.IS, ["김민준이에요", "철수예요", "서울이에요", "{이름1}이에요", "{이름2}예요"]),
        (Particle.WAS, ["김민준이었", "철수였", "서울이었", "{이름1}이었", "{이름2}였"]),
    ],
)
def test_attach(particle: Particle, forms: list[str]) -> None:
    assert [attach(word, particle) for word in WORDS[:5]] == forms


@pytest.mark.parametrize(
    ("following", "carried"),
    [
        ("은 왔다", "는 왔다"),
        ("이 왔다", "가 왔다"),
        ("을", "를"),
        ("과는 달리", "와는 달리"),
        ("으로부터", "로부터"),
        ("이랑", "랑"),
        ("이라는 사람", "라는 사람"),
        ("이에요.", "예요."),
        ("이었습니다", "였습니다"),
        ("아, 안녕", "야, 안녕"),
        ("이야.", "야."),
        ("가 왔다", "이 왔다"),  # wrong before, wrong after: nothing is lost
        ("은행에 갔다", "은행에 갔다"),
        ("이사님", "이사님"),
        ("과장님은", "과장님은"),
        ("을지로", "을지로"),
        ("가게", "가게"),
        ("로봇", "로봇"),
        ("에게", "에게"),
        ("님은", "님은"),
        (" 은", " 은"),
        ("", ""),
    ],
)
def test_carry_from_a_consonant_to_a_vowel(following: str, carried: str) -> None:
    assert carry(following, "김민준", "{이름2}") == carried


def test_carry_from_seoul_to_a_consonant() -> None:
    assert carry("로 갔다", "서울", "{주소3}") == "으로 갔다"


@given(
    st.one_of(st.sampled_from(PARTICLES), st.text(alphabet="은는이가을를과와으로랑아야라고에요예었였다 ,.!습니{")),
    st.sampled_from(["", " 간다", ".", ", 응", "{이름4}"]),
    st.sampled_from(WORDS),
    st.sampled_from(WORDS),
)
def test_carry_is_its_own_inverse(head: str, tail: str, old: str, new: str) -> None:
    assert carry(carry(head + tail, old, new), new, old) == head + tail


@pytest.mark.parametrize(
    ("text", "settled"),
    [
        ("{이름2}을(를) 불러요", "{이름2}를 불러요"),
        ("{이름1}은(는)", "{이름1}은"),
        ("회의록와(과) 표", "회의록과 표"),
        ("서울(으)로", "서울로"),
        ("부산(으)로", "부산으로"),
        ("철수(이)라고", "철수라고"),
        ("나는 은행에", "나는 은행에"),
    ],
)
def test_settle_leaves_no_double_form(text: str, settled: str) -> None:
    assert settle(text) == settled


def test_agree_mends_a_wrong_particle() -> None:
    assert agree("를 보냈다", "김민준") == "을 보냈다"
    assert agree("를 보냈다", "철수") == "를 보냈다"
    assert agree("가게", "김민준") == "가게"
