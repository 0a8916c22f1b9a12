"""Persons in the names of files and folders: CV_Kim_Seoyeon.pdf, parkjihoon_resume.docx, /data/고객/여진우/사진.zip.

The tagger reads sentences, and the judge leaves what is glued to _ or /. Here the parts of a name decide: a surname
beside a given name, both as Korean is written in Latin letters, or both English ones of which not both are words.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from core.adapters.presidio.gazetteer import alternatives, folded, words
from core.adapters.presidio.items.shapes import is_english
from core.adapters.presidio.ner.shapes import is_full
from core.adapters.presidio.ner.words import is_common
from core.adapters.presidio.recognizers.pattern import LIKELY, PatternRecognizer
from core.privacy.entities import EntityType
from core.privacy.korean.romanization import romanised

RULE_OF_FILES: Final = "name in the name of a file"
RULE_OF_FOLDERS: Final = "folder of somebody"

_SURNAMES: Final = folded("surname.romanised")
_SYLLABLES: Final = folded("given.romanised") | set(map(romanised, words("given.syllable")))
_SYLLABLE: Final = rf"(?:{'|'.join(sorted(_SYLLABLES, key=lambda one: (-len(one), one)))})"
_GIVEN: Final = re.compile(rf"{_SYLLABLE}{{2}}")
_ONE: Final = re.compile(_SYLLABLE)
_SURNAME: Final = rf"(?:{'|'.join(sorted(_SURNAMES, key=lambda one: (-len(one), one)))})"
_WHOLE: Final = re.compile(rf"{_SURNAME}{_SYLLABLE}{{2}}|{_SYLLABLE}{{2}}{_SURNAME}")
_SHORTEST_WHOLE: Final = 7
_ENGLISH_GIVEN: Final = folded("given.english")
_ENGLISH_SURNAMES: Final = folded("surname.english")
_FILE: Final = re.compile(
    r"(?<![0-9A-Za-z])(?P<stem>[0-9A-Za-z][0-9A-Za-z_.\- ]{2,60}?)\."
    r"(?:pdf|docx?|hwpx?|xlsx?|pptx?|png|jpe?g|gif|heic|zip|txt|csv|mp[34]|m4a|mov|eml|msg|key|pages|numbers)(?![0-9A-Za-z])",
    re.IGNORECASE,
)
_PART: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_JOINT: Final = re.compile(r"[_.\-]?")
_OF_SOMEBODY: Final = re.compile(
    rf"[/\\](?:{alternatives('role', 'role.announcer')}|인사|임직원|사원|직원|지원자|이력서|인사기록|개인)"
    r"(?:별|정보|명단|폴더)?[/\\](?P<item>[가-힣]{2,4})(?=[/\\_.]|[0-9]|\Z|\s)"
)


class FileNameRecognizer(PatternRecognizer):
    """Finds persons in the names of files and folders."""

    def __init__(self) -> None:
        super().__init__(EntityType.PERSON)

    def analyze(
        self,
        text: str,
        entities: list[str],  # noqa: ARG002 - Presidio's signature
        nlp_artifacts: NlpArtifacts,  # noqa: ARG002 - as above
    ) -> list[RecognizerResult]:
        """Return the names."""
        files = [self.result(*place, LIKELY, RULE_OF_FILES) for file in _FILE.finditer(text) for place in _named(file)]
        folders = [
            self.result(*folder.span("item"), LIKELY, RULE_OF_FOLDERS)
            for folder in _OF_SOMEBODY.finditer(text)
            if is_full(folder["item"]) and not is_common(folder["item"])
        ]
        return [*files, *folders]


def is_romanised(name: str) -> bool:
    """Say whether it is a Korean name in Latin letters, with its surname or without, and no word of English."""
    low = name.casefold()
    if is_english(low):
        return False
    return _GIVEN.fullmatch(low) is not None or _WHOLE.fullmatch(low) is not None


def _named(file: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield where names stand in what a file is called."""
    parts = list(_PART.finditer(file.string, *file.span("stem")))
    i = 0
    while i < len(parts):
        many = next((many for many in (3, 2, 1) if _is_name(parts[i : i + many], many)), 0)
        if many:
            yield parts[i].start(), parts[i + many - 1].end()
        i += many or 1


def _is_name(parts: Sequence[re.Match[str]], many: int) -> bool:
    if len(parts) < many or any(
        not _JOINT.fullmatch(one.string, one.end(), other.start()) for one, other in pairwise(parts)
    ):
        return False
    written = [part.group().casefold() for part in parts]
    if many == 1:
        alone = written[0]
        return len(alone) >= _SHORTEST_WHOLE and not is_english(alone) and _WHOLE.fullmatch(alone) is not None
    first, last = written[0], written[-1]
    if many > 2:  # noqa: PLR2004 - kang, do, hyun
        return any(
            surname in _SURNAMES and all(map(_ONE.fullmatch, given)) and not all(map(is_english, given))
            for surname, given in ((first, written[1:]), (last, written[:-1]))
        )
    return any(_are_names(surname, given) for surname, given in ((first, last), (last, first)))


def _are_names(surname: str, given: str) -> bool:
    if surname in _SURNAMES and _GIVEN.fullmatch(given) and not is_english(given):
        return True
    return surname in _ENGLISH_SURNAMES and given in _ENGLISH_GIVEN and not (is_english(given) and is_english(surname))
