"""Links to somebody's own pages are masked whole; those to everybody's stay."""

import pytest

from core.adapters.presidio.recognizers.personal_url import PersonalUrlRecognizer

PERSONAL = [
    "https://docs.google.com/presentation/d/1aB2cD3eF4gH/edit#slide=id.p3",
    "https://us02web.zoom.us/my/haneul.seok",
    "www.canva.com/design/DAG1a2b3c4d/edit",
    "https://qr.kakaopay.com/Ab1cD2eF3",
    "https://padlet.com/teacher_haneul/2-3-abcd9x",
    "https://1drv.ms/b/s!Aq820KxYz0tR9mB2",
    "https://github.com/haneul-seok/os-hw3",
    "haneul-seok.oopy.io",
]
EVERYBODYS = [
    "https://github.com/lodash/lodash/releases",
    "https://github.com/vitejs/vite",
    "https://registry.npmjs.org/@angular-x/core",
    "https://www.canva.com/templates",
    "https://notion.so/help/import-data",
]


def _found(text: str) -> list[str]:
    found = PersonalUrlRecognizer().analyze(text, [], None)  # type: ignore[arg-type] # it needs no morphemes
    return [text[result.start : result.end] for result in found]


@pytest.mark.parametrize("link", PERSONAL)
def test_a_personal_link_is_found_whole(link: str) -> None:
    assert link in _found(f"여기 {link} 봐 주세요")


@pytest.mark.parametrize("link", EVERYBODYS)
def test_everybodys_link_is_left(link: str) -> None:
    assert _found(f"여기 {link} 봐 주세요") == []
