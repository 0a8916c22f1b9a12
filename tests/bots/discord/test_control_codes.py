"""What controls carry is read back, and what they do not carry is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.discord.control_codes import answer_code, control_code, form_code, is_spent, read_code, rest_of
from bots.shared.custom_ids import control_of, encode
from core.conversation.control_names import Control
from core.conversation.events import (
    AssumptionSettled,
    Chosen,
    EditRequested,
    Event,
    FamilyOpened,
    FormRequested,
    IntentChosen,
    ItemSwitched,
    LocaleChosen,
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
from core.prompting.intents.loading import families
from core.prompting.intents.naming import paths
from core.prompting.understanding.understanding import ConflictKind
from core.values.locale import Locale

EVENTS: tuple[Event, ...] = (
    *(Chosen(key, choice) for key in Key for choice in QUESTIONS[key].choices),
    *(EditRequested(key) for key in Key),
    *(IntentChosen(path) for path in paths()),
    *(FamilyOpened(family) for family in families()),
    *(AssumptionSettled("recipient", option) for option in (0, 1, 12)),
    MatterKept(),
    *(OtherWayTaken(kind) for kind in ConflictKind),
    *(ProposalsSwitched(number, wanted) for number in (0, 1, 12) for wanted in (True, False, None)),
    *(SettingChosen(key, option) for key in OPTIONS for option in (1, 12)),
    *(ItemSwitched("{이름1}", kept=kept) for kept in (True, False)),
    *(VersionChosen(number) for number in (1, 99, 123_456)),
    *(LocaleChosen(locale) for locale in Locale),
    *(Rated(rating, 12) for rating in Rating),
    *(LibraryRequested(team=team) for team in (False, True)),
    LibraryExported(),
    EntryOpened(123_456_789),
    EntryUsed(1),
    *(EntryAmended(1, amendment) for amendment in Amendment if amendment not in {Amendment.RENAME, Amendment.TAG}),
    *(Rated(Rating.BAD, 12, reason) for reason in Reason),
)


def test_an_event_is_read_back() -> None:
    codes = [(event, encode(event)) for event in EVENTS]
    assert [(event, code) for event, code in codes if read_code(code) != event] == []
    assert [code for _, code in codes if len(code) > 100] == []


@pytest.mark.parametrize("on_question", [True, False])
def test_a_control_is_read_back(on_question: bool) -> None:  # noqa: FBT001 - a table's column
    codes = [(control, control_code(control, on_question=on_question)) for control in Control]
    assert [(control, code) for control, code in codes if control_of(code) is not control] == []
    assert [(control, code) for control, code in codes if read_code(code) != CONTROLS.event(control)] == []
    assert [code for _, code in codes if is_spent(code) is not on_question] == []


def test_a_page_of_the_form_is_asked_for() -> None:
    assert read_code(form_code(2)) == FormRequested()
    assert rest_of(answer_code("purpose"), "answer") == "purpose"
    assert rest_of("answering:purpose", "answer") == ""


@pytest.mark.parametrize(
    "code",
    [
        "",
        "choose:form:nonsense",
        "choose:nonsense:table",
        "edit:nonsense",
        "keep:이름1",
        "version:two",
        "version:²",
        "locale:fr",
        "rate:good",
        "entry:open:0",
        "entry:rename:1",
        "entry:fly:1",
        "library:all",
        "rate:good:0",
        "rate:fine:1",
        "rate:bad:1:because",
    ],
)
def test_what_makes_no_sense_means_nothing(code: str) -> None:
    assert read_code(code) is None


@given(st.text(max_size=120))
def test_no_code_of_others_raises(code: str) -> None:
    read_code(code)
