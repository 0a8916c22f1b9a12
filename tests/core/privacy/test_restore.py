"""Restore: altered labels find their value, unrelated text never does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.privacy.entities import EntityType
from core.privacy.restore import Restored, restore
from core.privacy.text import MaskedText, RawText
from core.privacy.vault import Vault, VaultEntry

VAULT = Vault(
    (
        VaultEntry("{이름1}", EntityType.PERSON, RawText("김민준")),
        VaultEntry("{이름2}", EntityType.PERSON, RawText("이서하")),
        VaultEntry("{이름1-2}", EntityType.PERSON, RawText("민준")),
        VaultEntry("{전화번호1}", EntityType.PHONE, RawText("010-2345-6789")),
        VaultEntry("{기관1}", EntityType.ORGANIZATION, RawText("한빛상사")),
        VaultEntry("{주민등록번호1}", EntityType.KR_RRN, None),
    )
)


def restored(answer: str, vault: Vault = VAULT) -> Restored:
    return restore(MaskedText(answer), vault)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("{이름1}은 {전화번호1}로", "김민준은 010-2345-6789로"),
        ("{이름2}는", "이서하는"),
        ("{ 이름1 }", "김민준"),
        ("{이름 1}", "김민준"),
        ("{이름_1}", "김민준"),
        ("{이름-1}", "김민준"),
        ("{{이름1}}", "김민준"),
        ("[이름1]", "김민준"),
        ("<이름1>", "김민준"),
        ("【이름1】", "김민준"),
        ("｛이름１｝", "김민준"),
        ("**{이름1}**", "**김민준**"),
        ("{**이름1**}", "김민준"),
        ("\\{이름1\\}는", "김민준은"),
        ("**{이름1}**는 (이름2)은", "**김민준**은 (이서하)는"),
        ("{이름1, 이름2}", "{김민준, 이서하}"),
        ("{이름1·이름2}에게", "{김민준·이서하}에게"),
        ("{이름1 대리}님", "김민준 대리님"),
        ("{이름1 씨}가", "김민준 씨가"),
        ("({이름1})", "(김민준)"),
        ("(이름1)", "(김민준)"),
        ("이름1은", "김민준은"),
        ("이름1 님께", "김민준 님께"),
        ("담당: 이름1, 전화번호1", "담당: 김민준, 010-2345-6789"),
        ("{name1}", "김민준"),
        ("{NAME 1}", "김민준"),
        ("{Name_2}", "이서하"),
        ("{Person 1}", "김민준"),
        ("{성명1}", "김민준"),
        ("{姓名1}", "김민준"),
        ("{회사1}", "한빛상사"),
        ("[Company 1]", "한빛상사"),
        ("{Phone Number 1}", "010-2345-6789"),
        ("{이름 일}", "김민준"),
        ("{이름 둘}", "이서하"),
        ("{NAME ONE}", "김민준"),
        ("{이름①}", "김민준"),
        ("{이름1은} 왔다", "김민준은 왔다"),
        ("{이름2은} 왔다", "이서하는 왔다"),
        ("{이름1님}께", "김민준님께"),
        ("{이름1-2}이가", "민준이가"),
        ("{이름1 - 2}아, 안녕", "민준아, 안녕"),
        ("{이름1–2}님", "민준님"),
        ("{이름1_2}님", "민준님"),
        ("〔이름1〕, 《이름2》", "김민준, 이서하"),
        ("${이름1}님", "김민준님"),
        ("&#123;이름1&#125;은 &lt;이름2&gt;는", "김민준은 이서하는"),
        ("&lbrace;이름 1&rbrace;, &#x5b;이름2&#x5d;", "김민준, 이서하"),
        ("{이름&nbsp;1}", "김민준"),
        ("\\{\\{이름1\\}\\}", "김민준"),
        ("{이름\\_1}", "김민준"),
        ("{이름\n1}님, {이름2\n}님", "김민준님, 이서하님"),
        ("{\u200b이름\u200b1}", "김민준"),
        ("{이름하나}, {이름(2)}", "김민준, 이서하"),
        ("{이름1에게만} 말했다", "김민준에게만 말했다"),
        ("{NAME1's} 전화", "김민준's 전화"),
        ("{휴대폰 번호 1}", "010-2345-6789"),
        ("{기관명1}", "한빛상사"),
        ("NAME1, Name_2, NAME_1", "김민준, 이서하, 김민준"),
        ("이름 1님과 이름 2 씨", "김민준님과 이서하 씨"),
        ('{"담당": {이름1}}', '{"담당": 김민준}'),
        ("{{{이름1}}}", "{김민준}"),
        ("[이름1](https://a.kr), [이름1](팀장)", "[김민준](https://a.kr), 김민준(팀장)"),
        ("```\n[이름1]님, {Name 2}님\n```", "```\n김민준님, 이서하님\n```"),
        ('f"{이름1}님"', 'f"김민준님"'),
        ("<b>이름1</b>", "<b>김민준</b>"),
        ("이름1/이름2", "김민준/이서하"),
    ],
)
def test_altered_labels_find_their_value(answer: str, expected: str) -> None:
    assert restored(answer).text.reveal() == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("{이름2}은 {이름2}이 {이름2}을", "이서하는 이서하가 이서하를"),
        ("{이름1}는 {이름1}가 {이름1}를", "김민준은 김민준이 김민준을"),
        ("{이름1}은(는) {이름2}은(는)", "김민준은 이서하는"),
        ("{이름2}(으)로 {이름1}(이)라고", "이서하로 김민준이라고"),
        ("{이름1}으로", "김민준으로"),
        ("{이름2}아, {이름1}야!", "이서하야, 김민준아!"),
        ("{이름2}이에요. {이름2}이었다", "이서하예요. 이서하였다"),
    ],
)
def test_particles_are_made_right(answer: str, expected: str) -> None:
    assert restored(answer).text.reveal() == expected


@pytest.mark.parametrize(
    "answer",
    [
        "이름을 적어 주세요",
        "이름 1개만 고르세요",
        "이름1개",
        "새이름1",
        "rename1 username1",
        "name1 = input()",
        "NAME10",
        "[이름]을 적으세요",
        "<name>",
        "[1] 첫째 [2] 둘째",
        "{}",
        "{0}",
        "(1) 이름",
        "표 1, 그림 2",
        "[회사 이름]",
        "[기관 이용] [전화번호 일부]",
        "[이름 2자] [이름 1개] <이름 1개>",
        "[항목 1] {번호 1} [링크 1] [인물 1]",
        "이름1자, 이름1위, 이름1번",
        "ㄱ이름1, 닉이름1, 회의록_이름1, 이름1-최종",
        "$NAME1 = 1",
        "`name1`, name1.txt, obj.name1, my_name1",
        "{name1: 1}",
        "</name1>",
        "f(name1)",
    ],
)
def test_unrelated_text_is_left(answer: str) -> None:
    result = restored(answer)
    assert result.text.reveal() == answer
    assert (result.restored, result.unknown, result.ambiguous) == ((), (), ())


def test_what_became_of_the_labels() -> None:
    result = restored("{이름2}와 {이름2}, {이름9}, {이름}, 전화번호 1, {주민등록번호1}")
    assert result.text.reveal() == "이서하와 이서하, {이름9}, {이름}, 전화번호 1, {주민등록번호1}"
    assert result.restored == ("{이름2}",)
    assert result.unknown == ("{이름9}", "{주민등록번호1}")
    assert result.ambiguous == ("{이름}", "전화번호 1")


def test_an_altered_label_whose_value_is_not_kept_is_unknown_and_not_doubtful() -> None:
    result = restored("[주민등록번호 1]은")
    assert (result.unknown, result.ambiguous) == (("[주민등록번호 1]",), ())


@pytest.mark.parametrize(
    "answer",
    [
        'print(f"안녕 {name1}님")',
        "`${name1}`",
        "```python\ngreet({name1})\n```",
        "const {name1} = row;",
        "<Card title={name1}>",
        "{'name1'}",
        "<name1>",
        "names[name1]",
        "x['name1']",
        "${NAME1}",
        "이름1=담당자",
        "이름1.5",
        "이름1@a.kr",
        "이름1, 2번",
        "이름 1",
        "Phone1: 안내",
        "const NAME1",
    ],
)
def test_what_may_be_a_label_or_code_is_left_and_listed(answer: str) -> None:
    result = restored(answer)
    assert result.text.reveal() == answer
    assert result.restored == ()
    assert result.ambiguous


@pytest.mark.parametrize(
    ("answer", "expected", "missing"),
    [
        ("없음", ("{이름1}", "{이름7}"), ("{이름1}",)),
        ("없음", ("{전화번호1}", "{이름2}", "{이름2}"), ("{전화번호1}", "{이름2}")),
        ("없음", (), ()),
        ("[이름 2]", ("{이름1}", "{이름2}"), ("{이름1}",)),
        ("{이름1-2}", ("{이름1}", "{이름1-2}"), ()),  # the same person
        ("{이름1}", ("{이름2}", "{전화번호1}"), ("{이름2}", "{전화번호1}")),
        ("{주민등록번호1}", ("{주민등록번호1}",), ()),  # it has no value, but it is there
        ("없음", ("{주민등록번호1}", "{기관1}"), ("{주민등록번호1}",)),  # the other is shown as it is
    ],
)
def test_missing_are_the_items_expected_that_did_not_come_up(
    answer: str, expected: tuple[str, ...], missing: tuple[str, ...]
) -> None:
    assert restore(MaskedText(answer), VAULT.with_switches({"{기관1}": True}), expected).missing == missing


def test_two_labels_that_may_be_meant_are_left() -> None:
    two = VAULT.add(VaultEntry("{NAME1}", EntityType.PERSON, RawText("John Smith")))
    result = restored("{Person 1}, {이름1}, {name1}", two)
    assert result.text.reveal() == "{Person 1}, 김민준, John Smith"
    assert result.ambiguous == ("{Person 1}",)


def test_nothing_is_shown() -> None:
    assert "김민준" not in repr(restored("{이름1}"))


@given(st.text(alphabet="{}[]<>이름12-은는 \nNAMEname전화번호_일(){}\ud800", max_size=60))
def test_every_answer_is_read(answer: str) -> None:
    restored(answer)


@given(st.text(alphabet=st.characters(exclude_characters="{}[]<>"), max_size=60))
def test_without_a_label_nothing_changes(text: str) -> None:
    result = restored(text)
    if not result.restored:
        assert result.text.reveal() == text
