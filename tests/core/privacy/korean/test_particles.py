"""Particles: right after Hangul, digits, Latin words and labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.privacy.korean.particles import PAIRED, Particle, agree, attach, carry, settle

WORDS = ["김민준", "철수", "서울", "{이름1}", "{이름2}", "{NAME3}", "Google", "chat", "API", "10", "a@b.kr", "", "😀"]


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
        ("이었으니까요", "였으니까요"),
        ("이라도요", "라도요"),
        ("이어서요", "여서요"),
        ("이니까", "니까"),
        ("이죠.", "죠."),
        ("이며", "이며"),  # right after both
        ("아, 안녕", "야, 안녕"),
        ("이야.", "야."),
        ("이야\n다음 줄", "야\n다음 줄"),
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
    st.one_of(st.sampled_from(PAIRED), st.text(alphabet="은는이가을를과와으로랑아야라고에요예었였다 ,.!습니{")),
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


@pytest.mark.parametrize(
    ("following", "after_consonant", "after_vowel"),
    [
        ("를 보냈다", "을 보냈다", "를 보냈다"),
        ("며, 또", "이며, 또", "며, 또"),
        ("이며, 또", "이며, 또", "이며, 또"),
        ("고", "이고", "고"),
        ("면 좋겠다", "이면 좋겠다", "면 좋겠다"),
        ("지만", "이지만", "지만"),
        ("네요!", "이네요!", "네요!"),
        ("니까요", "이니까요", "니까요"),
        ("랍니다", "이랍니다", "랍니다"),
        ("였는데요", "이었는데요", "였는데요"),
        ("이여", "이여", "여"),
        ("이야 그렇지", "이야 그렇지", "야 그렇지"),
        ("에요", "이에요", "예요"),
        ("이예요", "이에요", "예요"),
        ("은/는 왔다", "은 왔다", "는 왔다"),
        ("와/과", "과", "와"),
        ("(이)가", "이", "가"),
        ("(으)로부터", "으로부터", "로부터"),
        ("(이)나 둘", "이나 둘", "나 둘"),
        ("이에요/예요", "이에요", "예요"),
        ('"은', '"은', '"는'),
        ("**을(를)", "**을", "**를"),
        ("가게", "가게", "가게"),
        ("고등학교", "고등학교", "고등학교"),
        ("면접", "면접", "면접"),
        ("네트워크", "네트워크", "네트워크"),
        ("(이)름", "(이)름", "(이)름"),
        ("입니다", "입니다", "입니다"),
    ],
)
def test_agree_mends_a_wrong_particle(following: str, after_consonant: str, after_vowel: str) -> None:
    assert agree(following, "김민준") == after_consonant
    assert agree(following, "철수") == after_vowel
