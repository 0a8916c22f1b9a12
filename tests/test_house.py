"""What a change costs: where each thing is named. A list here may get shorter; a longer one needs a reason."""

import ast
import re
from collections import defaultdict
from pathlib import Path
from typing import Final

import pytest

from bots.registry import BOTS, PLATFORMS
from core.conversation.control_names import Control
from core.conversation.questions import Key
from core.conversation.texts import TEXTS
from core.privacy.entities import EntityType
from core.prompting.intents.loading import families, read_family
from core.prompting.writing.sections import titles
from core.values.locale import Locale
from tests.house_picture import redrawn

_ROOT: Final = Path(__file__).parents[1]
_CODE: Final = {
    str(path.relative_to(_ROOT)): path.read_text("utf-8")
    for layer in ("bots", "core")
    for path in (_ROOT / layer).rglob("*.py")
    if "training" not in path.parts
}
_LAYERS: Final = ("bots", "core", "migrations", "serving")
_PLAIN: Final = (
    Control.WHY,
    Control.COMPACT,
    Control.DETAILED,
    Control.IN_KOREAN,
    Control.IN_ENGLISH,
)
# The heads of a table's columns are one list for all types (`recognizers/column.py`).
_ENTITY: Final = {"entities", "column"}
# Which messages Slack and Discord let us delete; Slack's installations are tables of ours.
_OF_PLATFORMS: Final = {"core/adapters/store/message_cleanup.py", "core/adapters/store/backup/dump.py"}
_SPECIAL: Final = {"neutral.neutral", "practice.practice_script"}


def naming(pattern: str) -> set[str]:
    """Return the files in which something is named."""
    return {file for file, text in _CODE.items() if re.search(pattern, text)}


def test_few_files_lie_flat_at_the_top() -> None:
    flat = {path.name for path in (_ROOT / "core").glob("*.py")}
    assert flat == {"__init__.py", "errors.py", "messages.py", "settings.py"}


def test_the_wording_of_a_question_stands_in_one_file() -> None:
    data = [path for layer in ("bots", "core") for path in (_ROOT / layer).rglob("*.toml")]
    for locale in Locale:
        wording = TEXTS[locale][f"ask.{Key.LENGTH}"]
        assert [path.name for path in data if wording in path.read_text("utf-8")] == ["questions.toml"]
        assert not naming(re.escape(wording))


@pytest.mark.parametrize("control", _PLAIN)
def test_a_control_that_shows_what_there_is_already_is_a_row_of_the_table(control: Control) -> None:
    assert naming(rf"Control\.{control.name}\b") == {"core/conversation/control_table.py"}


def test_an_intent_is_a_table_of_data() -> None:
    known = {f"{family}.{one.id}" for family in families() for one in read_family(family)}
    assert {name for name in known if naming(rf'"{re.escape(name)}"')} <= _SPECIAL


def test_titles_and_order_of_sections_are_data() -> None:
    assert not [title for locale in Locale for title in titles(locale).values() if naming(re.escape(title))]
    assert naming(r"\brank\(") == {
        "core/prompting/writing/sections.py",
        "core/prompting/writing/section_lines.py",
    }


def test_the_numbers_of_a_length_are_data() -> None:
    assert naming(r"Length\.(?:SHORT|MEDIUM|LONG): ?\(?\d") == set()


def test_how_a_model_picks_its_words_stands_in_one_file() -> None:
    assert naming(r"(?i)\b_?(?:temperature|top_p|seed)\b[^\n=]*= ?\d") == {"core/prompting/sampling.py"}


def test_how_long_a_model_is_waited_for_stands_in_one_file() -> None:
    waits = "core/model_jobs/time_limits.py"
    limits = re.findall(r"^([A-Z_]+): Final", _CODE[waits], re.MULTILINE)
    assert not [limit for limit in limits if not naming(rf"\b{limit}\b") - {waits}]
    assert naming(r"\.(?:ask|stream|revise)\([^)\n]*, [\d.]+\)|asyncio\.timeout\([\d.]+\)") == set()


@pytest.mark.parametrize("entity", [EntityType.MAC, EntityType.CAR_PLATE, EntityType.KR_PASSPORT])
def test_an_entity_is_its_names_and_its_recognizer(entity: EntityType) -> None:
    files = {Path(file).stem for file in naming(rf"\b{entity.name}\b") if "/custom_model/" not in file}
    assert len(files - _ENTITY) == 1


@pytest.mark.parametrize("platform", BOTS)
def test_a_platform_is_known_to_the_registry_and_by_its_settings_alone(platform: str) -> None:
    folder = f"bots/{platform}/"
    assert {file for file in naming(rf"\bbots\.{platform}\b") if not file.startswith(folder)} == set()
    known = {file for file in naming(rf'"{platform}"|\b{platform}_') if not file.startswith(folder)}
    assert known - _OF_PLATFORMS == {"bots/registry.py", "core/settings.py"}


def test_a_reply_is_shown_in_a_file_of_the_same_name_on_each_platform() -> None:
    folders = [_ROOT / "bots" / platform / "replies" for platform in PLATFORMS]
    first, *others = ({path.name for path in folder.glob("*.py")} for folder in folders)
    assert [first] * len(others) == others


def test_a_class_name_stands_for_one_thing() -> None:
    # What has the same role on each platform has the same name there.
    homes: dict[str, list[str]] = defaultdict(list)
    for file in (each for layer in _LAYERS for each in sorted((_ROOT / layer).rglob("*.py"))):
        home = re.sub(r"^bots/(?:slack|discord|terminal)/.*", "a platform", str(file.relative_to(_ROOT)))
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef) and not (home == "a platform" and home in homes[node.name]):
                homes[node.name].append(home)
    assert not {name: where for name, where in homes.items() if len(where) > 1}


def test_the_picture_of_the_house_is_that_of_its_contracts() -> None:
    page, contracts = (_ROOT / "CONTRIBUTING.md").read_text("utf-8"), (_ROOT / ".importlinter").read_text("utf-8")
    is_drawn = redrawn(page, contracts) == page
    assert is_drawn, "`python -m tests.house_picture` draws it anew"
    assert "│ sessions · novelty" in redrawn(page, contracts.replace("\n    sessions\n", "\n    sessions | novelty\n"))
