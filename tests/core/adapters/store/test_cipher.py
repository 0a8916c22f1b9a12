"""The cipher opens what its keys sealed, and nothing else."""

import base64

import pytest
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st

from core.adapters.store.cipher import Cipher
from core.errors import SettingsError
from core.privacy.text import RawText

OLD, NEW = (Fernet.generate_key().decode() for _ in range(2))
VALUE = RawText("윤가람빛")


@given(st.text(st.characters(exclude_categories=())))
def test_a_value_comes_back(text: str) -> None:
    cipher = Cipher([NEW])
    assert cipher.open(cipher.seal(RawText(text))) == RawText(text)


def test_what_is_sealed_shows_nothing() -> None:
    secret = Cipher([NEW]).seal(VALUE)
    assert secret is not None
    assert VALUE.reveal().encode() not in secret


@pytest.mark.parametrize("keys", [[], [OLD]])
def test_without_the_key_nothing_opens(keys: list[str]) -> None:
    assert Cipher(keys).open(Cipher([NEW]).seal(VALUE)) is None


def test_without_a_key_nothing_is_sealed() -> None:
    keyless = Cipher([])
    assert not keyless.works
    assert keyless.seal(VALUE) is None
    assert keyless.check() is None


def test_there_is_nothing_to_seal_or_open_in_nothing() -> None:
    assert Cipher([NEW]).seal(None) is None
    assert Cipher([NEW]).open(None) is None


def test_a_changed_secret_does_not_open() -> None:
    secret = Cipher([NEW]).seal(VALUE)
    assert secret is not None
    assert Cipher([NEW]).open(secret[:-1] + bytes([secret[-1] ^ 1])) is None


def test_the_first_key_seals_and_all_open() -> None:
    both = Cipher([NEW, OLD])
    assert both.open(Cipher([OLD]).seal(VALUE)) == VALUE
    assert Cipher([NEW]).open(both.seal(VALUE)) == VALUE
    assert Cipher([OLD]).open(both.seal(VALUE)) is None


def test_rotation_moves_a_secret_to_the_first_key() -> None:
    secret = Cipher([OLD]).seal(VALUE)
    assert secret is not None
    assert Cipher([NEW]).open(Cipher([NEW, OLD]).rotate(secret)) == VALUE


@pytest.mark.parametrize("keys", [[], [NEW]])
def test_rotation_leaves_alone_what_it_cannot_open(keys: list[str]) -> None:
    secret = Cipher([OLD]).seal(VALUE)
    assert secret is not None
    assert Cipher(keys).rotate(secret) == secret


def test_the_check_tells_right_keys_from_wrong_ones() -> None:
    check = Cipher([OLD]).check()
    assert check is not None
    assert Cipher([NEW, OLD]).fits(check)
    assert not Cipher([NEW, OLD]).is_current(check)
    assert Cipher([OLD, NEW]).is_current(check)
    assert not Cipher([NEW]).fits(check)
    assert not Cipher([]).fits(check)


def test_either_base64_alphabet_will_do() -> None:
    raw = b"\xfb\xff" * 16
    sealed = Cipher([base64.b64encode(raw).decode()]).seal(VALUE)
    assert Cipher([base64.urlsafe_b64encode(raw).decode()]).open(sealed) == VALUE


@pytest.mark.parametrize(
    "key",
    ["hunter2", "열쇠", base64.b64encode(b"k" * 31).decode(), base64.b64encode(b"k" * 33).decode(), "="],
)
def test_a_malformed_key_is_named_by_its_setting_alone(key: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Cipher([NEW, key])
    assert caught.value.details == {"names": "PROMPTGEN_VAULT_KEY"}
    assert key not in str(caught.value)
