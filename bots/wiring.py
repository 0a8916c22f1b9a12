"""The composition root: the only place that picks adapters and reads settings."""

import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bots import log
from core.adapters.background import BackgroundDetector
from core.adapters.pdf.reader import FileReader
from core.adapters.presidio.detector import PresidioDetector
from core.adapters.store.opening import open_store
from core.adapters.store.store import SqlStore
from core.chat import Chat
from core.generation import Generation
from core.ports import Detector, ReferenceReader, Store
from core.privacy.policy import Policy
from core.settings import Settings

if TYPE_CHECKING:
    from core.adapters.vllm.client import Client


@dataclass(frozen=True, slots=True)
class Parts:
    """The ready-made objects that a platform is built from."""

    settings: Settings
    detector: BackgroundDetector
    store: SqlStore
    chat: Chat
    generation: Generation
    reader: ReferenceReader


@contextmanager
def assembled(settings: Settings) -> Iterator[Parts]:
    """Make everything a platform needs, and close it at the end.

    Raises:
        SettingsError: A setting is malformed.
        DataFolderError, DatabaseError, VaultKeyError, StoreUnavailable: The store cannot be opened.
    """
    policy = Policy.parse(settings.mask_policy)
    detector = load_detector(settings)
    with opened_store(settings) as store:
        client = connect_model(settings)
        generation = _generation(store, detector, client)
        chat = Chat(detector, store, _new_id, policy, has_reader=client is not None)
        yield Parts(settings, detector, store, chat, generation, FileReader())


@contextmanager
def opened_store(settings: Settings, *, visiting: bool = False) -> Iterator[SqlStore]:
    """Open the store; `visiting` beside a bot that has it open."""
    key = settings.vault_key.get_secret_value() if settings.vault_key else None
    store = open_store(settings.data_dir, settings.database_url, key, clock=time.time, visiting=visiting)
    try:
        yield store
    finally:
        store.close()


def load_detector(settings: Settings) -> BackgroundDetector:
    """Begin to load the detector."""
    return BackgroundDetector(
        lambda: PresidioDetector(settings.mask_lists, log.mask_list_unreadable, settings.ner_model)
    )


def connect_model(settings: Settings) -> "Client | None":
    """Return a client of the model's endpoint; None if there is none."""
    if not settings.llm_base_url:
        return None
    from core.adapters.vllm.client import connect  # noqa: PLC0415 - a second of loading, for those with a model alone

    key = settings.llm_api_key.get_secret_value() if settings.llm_api_key else None
    return connect(settings.llm_base_url, key, settings.llm_model)


def _generation(store: Store, detector: Detector, client: "Client | None") -> Generation:
    if client is None:
        return Generation(store)
    from core.adapters.vllm.probed import ProbedPolisher  # noqa: PLC0415 - as above
    from core.adapters.vllm.reviser import VllmReviser  # noqa: PLC0415 - as above

    return Generation(store, ProbedPolisher(client, detector), VllmReviser(client))


def _new_id() -> str:
    return uuid.uuid4().hex
