"""What goes out comes in again, in both forms; anything else is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import InputError
from core.features.library.exchange import ImportedEntry, as_json, as_markdown, read
from core.ports.library import LibraryEntry
from core.privacy.text import MaskedText

_WORDS = st.text(st.sampled_from("가나다 abc{이름1}`"), min_size=1, max_size=20).filter(
    lambda text: text.strip() == text
)
_TAGS = st.lists(st.text(st.sampled_from("가나abc"), min_size=1, max_size=5), max_size=3, unique=True)
_PROMPTS = st.lists(_WORDS | st.sampled_from(["```", "````text", "## 제목", "#꼬리표", "★"]), min_size=1).map("\n".join)
_ENTRIES = st.lists(
    st.builds(
        LibraryEntry,
        st.integers(1, 9),
        _WORDS.map(MaskedText),
        _PROMPTS.map(MaskedText),
        _TAGS.map(lambda tags: tuple(map(MaskedText, tags))),
        st.booleans(),
    ),
    min_size=1,
    max_size=4,
)


def _drafts(entries: list[LibraryEntry]) -> tuple[ImportedEntry, ...]:
    return tuple(
        ImportedEntry(entry.name, entry.prompt, tuple(map(str, entry.tags)), favourite=entry.favourite)
        for entry in entries
    )


@given(_ENTRIES)
def test_both_forms_come_back(entries: list[LibraryEntry]) -> None:
    assert read(as_json(entries)) == _drafts(entries)
    assert read(as_markdown(entries)) == _drafts(entries)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "library"),
        ("아무 글", "library"),
        ("{", "json"),
        ('{"prompts": 3}', "library"),
        ('{"prompts": [3]}', "library"),
        ('{"prompts": [{"name": "", "prompt": "a"}]}', "library"),
        ("```\n이름 없는 것\n```\n", "library"),
    ],
)
def test_what_is_no_library_is_refused(text: str, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        read(text)
    assert caught.value.details["reason"] == reason
