"""How words end: Hangul by its letters, digits and Latin words as they are read in Korean."""

import pytest

from core.privacy.korean.final_sound import Ending, ending


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
        ("NAVER", Ending.VOWEL),
        ("GILDONG", Ending.CONSONANT),
        ("GOOGLE", Ending.RIEUL),
        ("HTTPS", Ending.VOWEL),
        ("OpenAI", Ending.VOWEL),
        ("VoIP", Ending.VOWEL),
        ("Park", Ending.CONSONANT),
        ("Isaac", Ending.CONSONANT),
        ("Suzanne", Ending.CONSONANT),
        ("Charlotte", Ending.CONSONANT),
        ("Kate", Ending.VOWEL),
        ("Joseph", Ending.CONSONANT),
        ("GitHub", Ending.VOWEL),
        ("Google Meet", Ending.VOWEL),
        ("한빛상사(주)", Ending.VOWEL),
        ("「김민준」", Ending.CONSONANT),
        ("!!", Ending.VOWEL),
        ("", Ending.VOWEL),
    ],
)
def test_ending(word: str, expected: Ending) -> None:
    assert ending(word) is expected
