"""A Bolt bot that stores each turn before it acknowledges, masked by stock Presidio or as it is; it says it back.

`python -m tests.bots.slack.plain_process API_URL FOLDER [--masked]`: what durability costs without an interview, and
what masking costs beside it.
"""

import asyncio
import sqlite3
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import spacy
from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import SpacyNlpEngine
from presidio_anonymizer import AnonymizerEngine
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient


class BlankNlpEngine(SpacyNlpEngine):
    """SpaCy with no model: Presidio's own recognizers are patterns and checksums."""

    def __init__(self) -> None:
        super().__init__()
        self.nlp = {"en": spacy.blank("en")}  # type: ignore[assignment]  # Presidio types it by its first value


class PresidioMask:
    """Masks as Presidio's own examples do."""

    def __init__(self) -> None:
        self._analyzer = AnalyzerEngine(nlp_engine=BlankNlpEngine(), supported_languages=["en"])
        self._anonymizer = AnonymizerEngine()  # type: ignore[no-untyped-call]  # Presidio leaves it untyped

    def mask(self, text: str) -> str:
        """Return the text with labels for what is found."""
        found = self._analyzer.analyze(text, "en")
        return self._anonymizer.anonymize(text, found).text  # type: ignore[arg-type]  # as Presidio's own examples do


class PlainStore:
    """Masks a message and commits it, one transaction each, with what SQLite itself promises of a commit."""

    def __init__(self, folder: Path, mask: Callable[[str], str]) -> None:
        self._mask = mask
        self._database = sqlite3.connect(folder / "plain.db", check_same_thread=False)
        self._database.executescript(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
            "CREATE TABLE turn (event TEXT PRIMARY KEY, channel TEXT, person TEXT, text TEXT)"
        )

    def keep(self, event_id: str, channel: str, person: str, text: str) -> str:
        """Return the text as it is on the disk; blocking, for one thread."""
        masked = self._mask(text)
        with self._database:
            self._database.execute("INSERT INTO turn VALUES (?, ?, ?, ?)", (event_id, channel, person, masked))
        return masked


async def main(api_url: str, folder: str, masked: str = "") -> None:
    mask = PresidioMask().mask if masked else str
    store, thread, saying = PlainStore(Path(folder), mask), ThreadPoolExecutor(1), set[asyncio.Future[object]]()
    client = AsyncWebClient(token="xoxb-test", base_url=api_url)
    app = AsyncApp(client=client, process_before_response=True)  # what a listener returns from is acknowledged

    @app.event("message")
    async def keep(body: dict[str, Any], event: dict[str, Any], say: Callable[[str], Awaitable[object]]) -> None:
        given = (body["event_id"], event["channel"], event["user"], event["text"])
        stored = await asyncio.get_running_loop().run_in_executor(thread, store.keep, *given)
        task = asyncio.ensure_future(say(stored))
        saying.add(task)
        task.add_done_callback(saying.discard)

    await AsyncSocketModeHandler(app, "xapp-test").start_async()  # type: ignore[no-untyped-call]  # Bolt leaves it untyped


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
