"""What a button carries comes back as it was; anything else is nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.shared.custom_ids import control_of, encode
from bots.slack.control_codes import control_code, read_code
from core.conversation.control_names import Control
from core.conversation.events import (
    AssumptionSettled,
    Chosen,
    EditRequested,
    Event,
    FamilyOpened,
    IntentChosen,
    ItemSwitched,
    LocaleChosen,
    Said,
    SettingChosen,
)
from core.conversation.prompt_events import VersionChosen
from core.conversation.questions import OPTIONS, QUESTIONS, Key
from core.conversation.rating import Rating, Reason
from core.conversation.summary_events import MatterKept, OtherWayTaken
from core.features.feedback.events import Rated
from core.features.library.events import EntryAmended, EntryOpened, EntryUsed, LibraryExported, LibraryRequested
from core.features.registry import CONTROLS
from core.features.substance.events import ProposalsSwitched
from core.ports.library import Amendment
from core.privacy.text import MaskedText
from core.prompting.intents.loading import families
from core.prompting.intents.naming import paths
from core.prompting.understanding.understanding import ConflictKind
from core.values.locale import Locale

_EVENTS: tuple[Event, ...] = (
    *(Chosen(key, choice) for key, question in QUESTIONS.items() for choice in question.choices),
    *(EditRequested(key) for key in Key),
    *(IntentChosen(path) for path in paths()),
    *(FamilyOpened(family) for family in families()),
    *(AssumptionSettled("recipient", option) for option in (0, 1, 12)),
    MatterKept(),
    *(OtherWayTaken(kind) for kind in ConflictKind),
    *(ProposalsSwitched(number, wanted) for number in (0, 1, 12) for wanted in (True, False, None)),
    *(SettingChosen(key, option) for key in OPTIONS for option in (1, 12)),
    *(ItemSwitched(label, kept) for label in ("{이름1}", "{PHONE12}", "{이름1-2}") for kept in (True, False)),
    *(VersionChosen(number) for number in (1, 999_999)),
    *(LocaleChosen(locale) for locale in Locale),
    *(Rated(rating, 12) for rating in Rating),
    *(LibraryRequested(team=team) for team in (False, True)),
    LibraryExported(),
    EntryOpened(123_456_789),
    EntryUsed(1),
    *(EntryAmended(1, amendment) for amendment in Amendment if amendment not in {Amendment.RENAME, Amendment.TAG}),
    *(Rated(Rating.BAD, 12, reason) for reason in Reason),
)


def test_round_trip() -> None:
    codes = [(event, encode(event)) for event in _EVENTS]
    assert [(event, code) for event, code in codes if read_code(code) != event] == []
    assert [code for _, code in codes if len(code) > 150] == []


def test_controls() -> None:
    codes = [(control, control_code(control)) for control in Control]
    assert [(control, code) for control, code in codes if control_of(code) is not control] == []
    assert [(control, code) for control, code in codes if read_code(code) != CONTROLS.event(control)] == []


@pytest.mark.parametrize(
    "code",
    [
        "",
        "choose",
        "choose:form",
        "choose:form:poem",
        "choose:purpose:x",
        "intent:mail.no_such_thing",
        "family:nowhere",
        "assume:to",
        "assume:To Be:1",
        "edit:",
        "edit:name",
        "keep:박지훈",
        "keep:{이름1} ",
        "version:0",
        "version:-1",
        "version:٣",
        "version:99999999",
        "locale:fr",
        "rate:good",
        "entry:open:0",
        "entry:rename:1",
        "entry:fly:1",
        "entry:7",
        "library:all",
        "rate:good:0",
        "rate:fine:1",
        "rate:bad:1:because",
        "control:fly",
        "start",
    ],
)
def test_what_is_forged_is_nothing(code: str) -> None:
    assert read_code(code) is None


@given(st.text())
def test_no_code_raises(code: str) -> None:
    read_code(code)


def test_what_a_person_wrote_is_never_carried() -> None:
    with pytest.raises(TypeError):
        encode(Said(MaskedText("표")))
