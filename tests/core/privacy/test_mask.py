"""Mask with unmask: lossless for every text, complete for every known value."""

import re
import sys
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ItemRefused
from core.privacy.action import Action
from core.privacy.anonymizer import Item, LabelAnonymizer, Replaced
from core.privacy.entities import EntityType
from core.privacy.labels import LABEL
from core.privacy.mask import Masked, mask, mask_again
from core.privacy.policy import Policy
from core.privacy.spans import Span
from core.privacy.text import MaskedText, RawText
from core.privacy.unmask import unmask
from core.privacy.vault import Vault
from core.values.locale import Locale

EMPTY = Vault()
TEXTS = st.text(alphabet="김민준철수이가은는을를로으라고야아 {}이름12-.,\n\ud800\0a1😀\u200b", max_size=40)
SPANS = st.lists(
    st.builds(Span, st.integers(-3, 42), st.integers(-3, 42), st.sampled_from(EntityType), st.floats(0, 1)), max_size=6
)


def masked(text: str, *values: str, vault: Vault = EMPTY, locale: Locale = Locale.KO, **by_type: str) -> Masked:
    """Mask with a span on each given value: positional ones are persons, keywords name their type."""
    wanted = [(value, EntityType.PERSON) for value in values] + [(v, EntityType[t]) for t, v in by_type.items()]
    spans = [Span(text.index(value), text.index(value) + len(value), kind, 0.9) for value, kind in wanted]
    return mask(RawText(text), spans, vault, locale)


def known(value: str, kind: str) -> Vault:
    return mask(RawText(value), [Span(0, len(value), EntityType[kind], 1)], EMPTY, Locale.KO).vault


@given(TEXTS, SPANS, st.sampled_from(Locale))
def test_unmask_gives_back_every_text(text: str, spans: list[Span], locale: Locale) -> None:
    result = mask(RawText(text), spans, Vault(), locale)
    assert unmask(result.text, result.vault).reveal() == text


@given(TEXTS, SPANS, TEXTS, SPANS)
def test_a_conversation_of_two_texts_is_lossless(one: str, ones: list[Span], two: str, twos: list[Span]) -> None:
    first = mask(RawText(one), ones, Vault(), Locale.KO)
    second = mask(RawText(two), twos, first.vault, Locale.KO)
    if not any(label in two for label in first.labels):
        assert unmask(second.text, second.vault).reveal() == two
    assert unmask(first.text, second.vault).reveal() == one


@given(TEXTS, SPANS)
def test_switching_keep_changes_only_what_is_shown(text: str, spans: list[Span]) -> None:
    result = mask(RawText(text), spans, Vault(), Locale.KO)
    shown = result.vault
    for label in result.labels:
        shown = shown.with_switches({label: True})
    assert unmask(result.text, shown.kept_only()).reveal() == text
    assert unmask(result.text, result.vault.kept_only()).reveal() == result.text


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("김민준은 왔다", "김민준", "{이름1}은 왔다"),
        ("철수는 왔다", "철수", "{이름1}은 왔다"),
        ("철수가 왔다. 철수야, 철수랑 가자", "철수", "{이름1}이 왔다. {이름1}아, {이름1}이랑 가자"),
        ("김민준으로 바꿔", "김민준", "{이름1}로 바꿔"),
        ("김민준 과장님은", "김민준", "{이름1} 과장님은"),
        ("김민준과장님은", "김민준", "{이름1}과장님은"),
    ],
)
def test_particles_follow_the_label(text: str, value: str, expected: str) -> None:
    assert masked(text, value).text == expected


def test_second_number_reads_as_a_vowel() -> None:
    assert masked("김민준과 이서연은", "김민준", "이서연").text == "{이름1}과 {이름2}는"


def test_same_value_same_label_for_the_whole_conversation() -> None:
    first = masked("김민준입니다", "김민준")
    second = masked("이서연과 김민준", "이서연", "김민준", vault=first.vault)
    assert second.text == "{이름2}와 {이름1}"
    assert [entry.label for entry in second.vault] == ["{이름1}", "{이름2}"]


def test_a_known_value_is_masked_where_the_detector_missed_it() -> None:
    first = masked("김민준입니다", "김민준")
    assert masked("어제 김민준이 왔다", vault=first.vault).text == "어제 {이름1}이 왔다"
    assert masked("김민준, 김민준에게", "김민준").text == "{이름1}, {이름1}에게"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("민준", "소민준비물"),
        ("민준", "민준공"),
        ("지수", "지수함수와 지수적, 지수화"),
        ("유나", "유나이티드"),
        ("지원", "지원금과 지원서"),
        ("예은", "예은행"),
        ("서연", "서연대"),
        ("하나", "모른다하나둘"),
        ("사랑", "사랑스럽다"),
        ("1234", "51234"),
        ("kim", "kimchi"),
        ("김", "김치와 김밥"),
        ("12", "12월 12일"),
    ],
)
def test_a_short_value_is_not_masked_inside_another_word(value: str, text: str) -> None:
    vault = masked(value, value).vault
    assert masked(text, vault=vault).text == text


def test_a_value_that_begins_like_a_longer_one_may_end_the_text() -> None:
    first = masked("seoyeon, seoyeon_92", ACCOUNT_NAME="seoyeon_92", PERSON="seoyeon")
    assert masked("아이디는 seoyeon", vault=first.vault).text == "아이디는 {이름1}"


_GLUED = """
    민준 민준아! (민준) 민준이가 민준님께 민준씨한테만 민준쌤이 민준에게도 민준에게까지 민준한테만 민준이한테서도
    민준만의 민준만큼은 민준처럼만 민준보다도 민준이네가 민준이까지 민준이면 민준인데도 민준인지 민준이잖아요
    민준이었으니까 민준이랬다 민준입니까 민준뿐이다 민준답게 민준이라던데 민준여사님께 민준하고만
"""


@pytest.mark.parametrize("text", ["민준 씨", *_GLUED.split()])
def test_a_short_value_is_masked_as_a_word(text: str) -> None:
    vault = masked("민준", "민준").vault
    result = masked(text, vault=vault)
    assert "민준" not in result.text
    assert unmask(result.text, result.vault).reveal() == text


def test_another_writing_of_the_same_item_shares_its_number() -> None:
    first = masked("010-2345-6789", PHONE="010-2345-6789")
    second = masked("01023456789로", PHONE="01023456789", vault=first.vault)
    assert second.text == "{전화번호1-2}로"
    assert unmask(second.text, second.vault).reveal() == "01023456789로"


def test_a_label_the_person_typed_is_reserved() -> None:
    result = masked("{이름1} 자리에 김민준을", "김민준")
    assert result.text == "{이름1} 자리에 {이름2}를"
    assert result.vault.reserved == {"{이름1}"}
    assert result.labels == ("{이름2}",)


def test_a_known_label_the_person_typed_means_its_item() -> None:
    vault = masked("김민준", "김민준").vault
    result = masked("{이름1}에게", vault=vault)
    assert (result.text, result.vault) == ("{이름1}에게", vault)


def test_a_span_within_a_label_is_none() -> None:
    result = mask(RawText("{이름1}에게"), [Span(1, 4, EntityType.PERSON, 1)], Vault(), Locale.KO)
    assert result.text == "{이름1}에게"


def test_english_labels() -> None:
    assert masked("Ask Minjun Kim", "Minjun Kim", locale=Locale.EN).text == "Ask {NAME1}"


@pytest.mark.parametrize("text", ["", "\0", "\ud800", "{", "{}", "{이름0}", "{이름99999999}", "\u202e\u200b"])
def test_odd_texts_pass(text: str) -> None:
    assert masked(text).text == text


def test_nothing_shows_a_value() -> None:
    result = masked("김민준", "김민준")
    assert "김민준" not in repr(result) + repr(result.vault) + str(result.vault)


def test_never_restored_items_have_a_label_but_no_value() -> None:
    text = "900101-1234567 그리고 900101-1234567"
    policy = Policy({EntityType.KR_RRN: Action.NEVER})
    result = mask(RawText(text), [Span(0, 14, EntityType.KR_RRN, 1)], Vault(), Locale.KO, policy)
    assert result.text == "{주민등록번호1} 그리고 {주민등록번호1}"
    assert [entry.value for entry in result.vault] == [None]
    assert unmask(result.text, result.vault).reveal() == result.text


def test_blocked_items_are_refused() -> None:
    policy = Policy({EntityType.SECRET: Action.BLOCK})
    with pytest.raises(ItemRefused) as refused:
        mask(RawText("암호 hunter2"), [Span(3, 10, EntityType.SECRET, 1)], Vault(), Locale.KO, policy)
    assert refused.value.details == {"types": "SECRET"}
    assert "hunter2" not in repr(refused.value)


def test_a_locked_vault_keeps_its_numbers() -> None:
    vault = masked("김민준", "김민준").vault
    locked = Vault(tuple(type(e)(e.label, e.type, None, e.kept) for e in vault))
    assert masked("이서연", "이서연", vault=locked).text == "{이름2}"
    assert unmask(MaskedText("{이름1}은"), locked).reveal() == "{이름1}은"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("민준이가 왔다", "{이름1-2}가 왔다"),
        ("민준 씨에게", "{이름1-2} 씨에게"),
        ("김 민 준은", "{이름1-2}는"),
        ("김 민준비", "김 민준비"),
        ("한빛 상사와", "{기관1-2}와"),
        ("번호 123456789012로", "번호 {계좌번호1-2}로"),
        ("번호 １２３-４５６-７８９０１２", "번호 {계좌번호1-2}"),
    ],
)
def test_once_found_is_found_in_another_writing(text: str, expected: str) -> None:
    first = masked("김민준, 한빛상사, 123-456-789012", "김민준", ORGANIZATION="한빛상사", BANK_ACCOUNT="123-456-789012")
    second = masked(text, vault=first.vault)
    assert second.text.replace("이가", "가") == expected
    assert unmask(second.text, second.vault).reveal() == text


@pytest.mark.parametrize(
    ("kind", "value", "text", "left"),
    [
        ("EMAIL", "kim.sy@hanbit.co.kr", "KIM.SY@Hanbit.co.kr로", "로"),
        ("EMAIL", "kim.sy@hanbit.co.kr", "아이디는 kim.sy", "아이디는 "),
        ("URL_PERSONAL", "instagram.com/seoyeon_92", "계정 seoyeon_92에", "계정 에"),
        ("ACCOUNT_NAME", "@seoyeon_92", "seoyeon_92", ""),
        ("DATE_OF_BIRTH", "1990년 3월 4일", "1990.03.04 또는 900304", " 또는 "),
        ("DATE_OF_BIRTH", "1990-03-04", "90년 3월 4일생", "생"),
        ("PERSON", "John Smith", "SMITH와 john smith", "와 "),
        ("PERSON", "Emily Park", "Emily가", "가"),
        ("PERSON", "김서연", "김 과장님은, 김대리가", " 과장님은, 대리가"),
        ("PERSON", "김서연", "김\n서연", ""),
        ("PERSON", "남궁민수", "남궁 부장님", " 부장님"),
        ("PERSON", "서연", "김서연에서, 남궁서연은", "에서, 는"),
        ("CAR_PLATE", "12가3456", "12가 3456번", "번"),
    ],
)
def test_once_found_is_found_in_another_form(kind: str, value: str, text: str, left: str) -> None:
    second = masked(text, vault=known(value, kind))
    assert LABEL.sub("", second.text) == left
    assert unmask(second.text, second.vault).reveal() == text


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("EMAIL", "info@hanbit.co.kr", "info를 보세요"),
        ("URL_PERSONAL", "github.com/hanbit", "github를 쓰고 hanbit는 모른다"),
        ("DATE_OF_BIRTH", "1990년 3월 4일", "3월 4일, 1990년, 19900305, 1199003041"),
        ("PERSON", "Emily Brown", "brown bread, Brown rice, emily"),
        ("PERSON", "Mark", "mark it"),
        ("PERSON", "이서연", "이 과장은 바쁘다. 이사장님, 이 고객, 이 학생"),
        ("PERSON", "전지훈", "전 대표가 왔다"),
        ("PERSON", "조민준", "조교수와 조교"),
        ("PERSON", "김서연", "김치, 김 굽기, 김밥 대리점, 최 과장"),
        ("PERSON", "민지", "주민지역, 시민지원, 서민지향"),
        ("PERSON", "박지훈", "박 터트리기, 함박 대표 메뉴"),
        ("ORGANIZATION", "Apple", "apple pie"),
    ],
)
def test_what_merely_looks_like_a_form_is_left(kind: str, value: str, text: str) -> None:
    assert masked(text, vault=known(value, kind)).text == text


def test_a_form_in_which_a_piece_was_found_is_masked_whole() -> None:
    first = masked("김서연", "김서연")
    second = masked("김서 연", "김서", vault=first.vault)
    assert second.text == "{이름1-2}"


def test_a_given_name_that_is_a_word_needs_a_title_or_a_call() -> None:
    first = masked("박하나", "박하나")
    assert masked("하나도 없고 하나은행", vault=first.vault).text == "하나도 없고 하나은행"
    assert "하나" not in masked("하나 씨, 하나야!", vault=first.vault).text


def test_an_organization_that_is_a_word_is_masked_only_where_found() -> None:
    first = masked("하나에서", ORGANIZATION="하나")
    assert masked("하나를 고르세요", vault=first.vault).text == "하나를 고르세요"


def test_a_full_name_joins_the_given_name_that_came_first() -> None:
    first = masked("민준이가", "민준")
    assert masked("김민준", "김민준", vault=first.vault).text == "{이름1-2}"


def test_an_ambiguous_name_is_reported_not_guessed() -> None:
    result = masked("최민준과 이민준, 그리고 민준이", "최민준", "이민준")
    assert result.text == "{이름1}과 {이름2}, 그리고 {이름3}이"
    assert result.ambiguous == ("{이름3}",)
    again = masked("김 대리", "김", vault=masked("김서연", "김서연").vault)
    assert (again.text, again.ambiguous) == ("{이름2} 대리", ("{이름2}",))


def test_a_surname_with_the_title_of_one_full_name_is_that_person() -> None:
    text = "김민준 대리와 박서연 과장. 김 대리가, 김 과장은"
    spans = [Span(m.start(), m.end(), EntityType.PERSON, 1) for m in re.finditer("김민준|박서연|김(?= )", text)]
    result = mask(RawText(text), spans, Vault(), Locale.KO)
    assert result.text == "{이름1} 대리와 {이름2} 과장. {이름1-2} 대리가, {이름3} 과장은"
    assert result.ambiguous == ("{이름3}",)
    assert unmask(result.text, result.vault).reveal() == text


def test_a_stored_text_is_masked_again_with_what_is_known_since() -> None:
    first = masked("민준이 생일에 {이름7}과")
    second = masked("김민준", "김민준", vault=first.vault)
    again = mask_again(first.text, second.vault, Locale.KO)
    assert again.text == "{이름1-2}가 생일에 {이름7}과"
    assert mask_again(again.text, again.vault, Locale.KO).text == again.text


def test_time_grows_with_the_text_alone() -> None:
    """A known value per line, twice the lines: the work may double, not quadruple."""
    calls = [count_calls(lines) for lines in (500, 1000)]
    assert calls[1] < 2.5 * calls[0]


def count_calls(lines: int) -> int:
    text = "\n".join(f"사번 {number:06} 담당" for number in range(lines))
    spans = [Span(match.start(), match.end(), EntityType.ID_NUMBER, 1) for match in re.finditer(r"\d{6}", text)]
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        mask(RawText(text), spans, Vault(), Locale.KO)
    finally:
        sys.setprofile(None)
    return calls


def test_a_name_is_not_repeated_within_a_word_and_its_particle() -> None:
    raw = RawText("정보라 씨가 말한 정보라고 하는 것")
    masked = mask(raw, [Span(0, 3, EntityType.PERSON, 1.0)], Vault(), Locale.KO)
    assert masked.text == "{이름1} 씨가 말한 정보라고 하는 것"


@pytest.mark.parametrize(
    ("written", "masked"),
    [
        ("Kim Seoyeon (김서연), 김서연, Seoyeon", "{이름1} ({이름1-2}), {이름1-2}, {이름1-3}"),
        ("김서연(Kim Seoyeon)", "{이름1}({이름1-2})"),
        ("Kim Seoyeon (박지훈 대리)", "{이름1} ({이름2} 대리)"),
    ],
)
def test_a_name_in_brackets_in_other_letters_is_the_same_persons(written: str, masked: str) -> None:
    names = ("Kim Seoyeon", "김서연", "박지훈")
    spans = [Span(i, i + len(name), EntityType.PERSON, 1.0) for name in names if (i := written.find(name)) >= 0]
    spans.sort(key=lambda span: span.start)
    told = mask(RawText(written), spans, Vault(), Locale.KO)
    assert told.text == masked
    assert unmask(told.text, told.vault).reveal() == written


def test_a_name_is_not_repeated_where_a_noun_has_it_as_its_adjective() -> None:
    raw = RawText("나은님, 더 나은 방법은? 나은이가, 나은 과장님")
    masked = mask(raw, [Span(0, 2, EntityType.PERSON, 1.0)], Vault(), Locale.KO)
    assert masked.text == "{이름1}님, 더 나은 방법은? {이름1}이가, {이름1} 과장님"


def test_a_known_value_that_is_found_in_part_is_masked_whole() -> None:
    known = mask(RawText("김민준"), [Span(0, 3, EntityType.PERSON, 1)], Vault(), Locale.KO).vault
    text = "한빛상사 김민준"
    again = mask(RawText(text), [Span(0, 6, EntityType.ORGANIZATION, 0.9)], known, Locale.KO)
    assert again.text.endswith("{이름1}")
    assert unmask(again.text, again.vault).reveal() == text


def test_a_text_without_items_asks_nothing_of_the_anonymizer() -> None:
    class Unready(LabelAnonymizer):
        def anonymize(self, text: RawText, items: Sequence[Item]) -> Replaced:
            raise AssertionError

    policy = Policy(anonymizer=Unready())
    assert mask(RawText("주간 보고"), (), Vault(), Locale.KO, policy).text == "주간 보고"
