"""What a request compares stays readable; the people in it do not."""

import pytest

from core.privacy.entities import EntityType
from core.privacy.text import RawText
from core.privacy.vault import Vault, VaultEntry
from core.sessions.kept_readable import compared_things, with_matter_kept


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("{이름1}이랑 맥북에어중에 뭐살까", {"{이름1}"}),
        ("{이름1}과 {기관1}의 차이", {"{이름1}", "{기관1}"}),
        ("{이름1}이랑 {이름2} 중에 누구를 뽑을까", set()),
        ("{이름1}과 {이름2} 두 지원자를 비교해 줘", set()),
        ("{기관1}랑 {기관2} 중에 어느 업체가 나을까", set()),
        ("{이름1}에게 보낼 메일 써줘", set()),
        ("{전화번호1}이랑 {이름1} 비교해 줘", {"{이름1}"}),
    ],
)
def test_things_that_are_compared_are_told_from_people(text: str, labels: set[str]) -> None:
    assert compared_things([text]) == labels


def test_what_was_masked_before_keeps_its_switch() -> None:
    entry = VaultEntry("{이름1}", EntityType.PERSON, RawText("그램"))
    vault = Vault((entry,))
    assert with_matter_kept(vault, Vault(), ["{이름1}이랑 맥북 중에 뭐 살까"]).kept_only().entries
    assert not with_matter_kept(vault, vault, ["{이름1}이랑 맥북 중에 뭐 살까"]).kept_only().entries
