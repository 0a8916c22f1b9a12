"""The composition root: the only place that picks adapters and reads settings."""

import secrets
import shutil
import time
import uuid
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bots.ops import log
from bots.ops.instrumented_ports import MeteredAdvisor, MeteredDetector
from bots.ops.log_writer import lines_dropped
from bots.ops.metric_specs import Meter
from core.adapters.documents.reader import FileReader
from core.adapters.lazy_loading import BackgroundDetector, LateAnonymizer
from core.adapters.presidio.detector import PresidioDetector
from core.adapters.vllm.endpoints import DEFAULT, Endpoint, read_endpoints
from core.errors import SettingsError
from core.features.registry import runners
from core.ports import Advisor, Assistant, Detector, ReferenceReader, Reviser
from core.ports.job import ModelTools
from core.ports.mask_list import EditableList
from core.privacy.action import Action
from core.privacy.anonymizer import Anonymizer
from core.privacy.policy import SETTING, Policy
from core.prompting.model.mode import Mode
from core.settings import Settings
from core.usecases.chat import Chat, Models
from core.usecases.generation import Generation
from core.usecases.limits import Limits
from core.usecases.rate_limiter import RateLimiter

if TYPE_CHECKING:
    from core.adapters.presidio.nouns import KiwiNouns
    from core.adapters.store.backup.backups import Backups
    from core.adapters.store.store import SqlStore
    from core.adapters.vllm.client import Client


@dataclass(frozen=True, slots=True)
class Container:
    """The ready-made objects that a platform is built from; `meter` counts where somebody may look at it."""

    settings: Settings
    detector: BackgroundDetector
    store: "SqlStore"
    chat: Chat
    generation: Generation
    reader: ReferenceReader
    assistants: tuple[Assistant, ...] = ()
    meter: Meter = field(default_factory=Meter)
    rate_limiter: RateLimiter = field(default_factory=lambda: RateLimiter(Limits(), time.monotonic))
    clients: Mapping[str, "Client"] = field(default_factory=dict)

    async def through(self, work: Awaitable[None]) -> None:
        """Await what runs a platform, and close the connections to endpoints in the loop that opened them."""
        try:
            await work
        finally:
            await close(self.clients)


@contextmanager
def build_container(
    settings: Settings, *, limited: bool = True, asks_gaps: bool = True, detector: BackgroundDetector | None = None
) -> Iterator[Container]:
    """Make everything a platform needs, and close it at the end.

    `limited` is who does not own this machine; `asks_gaps` says that somebody is there to be asked for more; `detector`
    is one that is loaded already.

    Raises:
        SettingsError: A setting is malformed.
        DataFolderError, DatabaseError, VaultKeyError, StoreUnavailable: The store cannot be opened.
    """
    detector = detector or load_detector(settings, begins=False)
    policy = load_policy(settings, detector.ready)
    meter = _meter(settings)
    limits = settings.limits if limited else Limits(text=settings.limit_text, file_mb=settings.limit_file_mb)
    rate_limiter = RateLimiter(limits, time.monotonic)
    with opened_store(settings) as store:
        clients = connect_endpoints(settings)
        client = clients.get(DEFAULT)
        answering = assistants(clients)
        workers = runners(ModelTools(detector, answering, client, policy)) if client else {}
        advisor, reviser = _readers(detector, client, meter)
        generation = Generation(
            store,
            advisor,
            reviser,
            workers,
            models=tuple(clients),
            collects=settings.collect_pairs,
            anonymizer=policy.anonymizer,
        )
        models = Models(client is not None, tuple(clients), advises=asks_gaps and advisor is not None)
        chat = Chat(
            MeteredDetector(detector, meter),
            store,
            _new_id,
            policy,
            models=models,
            rate_limiter=rate_limiter,
            collects=settings.collect_pairs,
            assistants=settings.external_assistants,
            asks_gaps=asks_gaps,
            mask_list=_mask_list(settings),
        )
        _watch(meter, settings, store, clients)
        reader = FileReader(limits.file_mb)
        detector.begin()  # last: all that is imported for the others is there before the thread imports anything
        yield Container(settings, detector, store, chat, generation, reader, answering, meter, rate_limiter, clients)


BuildContainer = Callable[[Settings], AbstractContextManager[Container]]
"""How a platform gets what it needs: `build_container`, perhaps with a detector that is loaded already."""


@contextmanager
def opened_store(settings: Settings, *, read_beside: bool = False) -> "Iterator[SqlStore]":
    """Open the store; `read_beside` beside a bot that has it open."""
    from core.adapters.store.open_store import open_store  # noqa: PLC0415 - `promptgen mask` and its like have no database

    key = settings.vault_key.get_secret_value() if settings.vault_key else None
    store = open_store(settings.data_dir, settings.database_url, key, clock=time.time, read_beside=read_beside)
    try:
        yield store
    finally:
        store.close()


def backups(settings: Settings) -> "Backups":
    """Return what makes, reads and restores backups of the configured database."""
    from core.adapters.store.backup.backups import Backups  # noqa: PLC0415 - as above

    key = settings.vault_key.get_secret_value() if settings.vault_key else None
    return Backups(settings.data_dir, settings.database_url, key)


def load_detector(settings: Settings, *, begins: bool = True) -> BackgroundDetector:
    """Begin to load the detector, or leave that for later."""
    return BackgroundDetector(
        lambda: PresidioDetector(
            settings.mask_lists, log.mask_list_unreadable, settings.ner_model, settings.name_recall
        ),
        begins=begins,
    )


def _mask_list(settings: Settings) -> EditableList:
    if settings.mask_lists is None:
        return EditableList()
    from core.adapters.presidio.list_editor import ListEditor  # noqa: PLC0415 - for those with a list alone

    return EditableList(ListEditor(settings.mask_lists, log.mask_list_changed), settings.mask_list_editors)


def load_explainer(settings: Settings) -> PresidioDetector:
    """Load the detector, for what only this one can tell: why it masks."""
    return PresidioDetector(settings.mask_lists, log.mask_list_unreadable, settings.ner_model, settings.name_recall)


def load_policy(settings: Settings, when_ready: Callable[[], object] = lambda: None) -> Policy:
    """Return the operator's policy with what carries it out, loaded when it is first needed.

    `when_ready` is waited for before: the anonymizer imports the analyzer, which a thread is perhaps importing.

    Raises:
        SettingsError: It cannot be read, or encrypts without a key.
    """
    policy = Policy.parse(settings.mask_policy)
    if Action.ENCRYPT in policy.actions.values() and not settings.mask_key:
        raise SettingsError(names=f"{SETTING}, PROMPTGEN_MASK_KEY")
    # Without a key, a value has the same hash until the process ends.
    key = settings.mask_key.get_secret_value().encode() if settings.mask_key else secrets.token_bytes(32)

    def load() -> Anonymizer:
        when_ready()
        from core.adapters.presidio.anonymizer import PresidioAnonymizer  # noqa: PLC0415 - a second, as it says above

        return PresidioAnonymizer(key)

    return replace(policy, anonymizer=LateAnonymizer(load))


def load_nouns() -> "KiwiNouns":
    """Load what finds the nouns of answers."""
    from core.adapters.presidio.nouns import KiwiNouns  # noqa: PLC0415 - Presidio, before anybody is asked anything

    return KiwiNouns()


def connect_endpoints(settings: Settings) -> "dict[str, Client]":
    """Return a client of each endpoint by its name, the default one first; none where none is set.

    Raises:
        SettingsError: The file of endpoints cannot be used.
    """
    return {endpoint.name: _connect(endpoint) for endpoint in read_endpoints(settings)}


async def close(clients: "Mapping[str, Client]") -> None:
    """Close the connections to endpoints."""
    for client in clients.values():
        await client.close()


def assistants(clients: "Mapping[str, Client]") -> tuple[Assistant, ...]:
    """Return what answers freely, one for each endpoint."""
    if not clients:
        return ()
    from core.adapters.vllm.assistant import VllmAssistant  # noqa: PLC0415 - as below

    return tuple(VllmAssistant(name, client) for name, client in clients.items())


def advisors(clients: "Mapping[str, Client]", detector: Detector, mode: Mode = Mode.SUBSTANCE) -> "dict[str, Advisor]":
    """Return what adds to a prompt, one for each endpoint, without a probe before."""
    if not clients:
        return {}
    from core.adapters.vllm.prompt_advisor import VllmAdvisor  # noqa: PLC0415 - as below

    return {name: VllmAdvisor(client, mode, detector) for name, client in clients.items()}


def _connect(endpoint: Endpoint) -> "Client":
    from core.adapters.vllm.client import connect  # noqa: PLC0415 - a second of loading, for those with a model alone

    key = endpoint.api_key.get_secret_value() if endpoint.api_key else None
    return connect(endpoint.base_url, key, endpoint.model)


def _meter(settings: Settings) -> Meter:
    if not settings.ops_port:
        return Meter()
    from bots.ops.prometheus import Metrics  # noqa: PLC0415 - loaded only where metrics are served

    return Metrics()


def _load(store: "SqlStore", retention_days: int) -> Mapping[str, float]:
    from core.adapters.store.database_load import read_load  # noqa: PLC0415 - as above

    load = read_load(store.engine, time.time())
    return {
        "promptgen_unsent_replies": load.unsent,
        "promptgen_inbox_events": load.inbox,
        "promptgen_active_sessions": load.active,
        "promptgen_jobs": load.jobs,
        "promptgen_job_attempts": load.attempts,
        "promptgen_database_bytes": load.size,
        "promptgen_database_age_seconds": load.age_s,
        "promptgen_retention_overdue_seconds": max(0.0, load.oldest_s - retention_days * 86_400),
        "promptgen_clock_ahead_seconds": load.clock_ahead_s,
    }


def _watch(meter: Meter, settings: Settings, store: "SqlStore", clients: "Mapping[str, Client]") -> None:
    from core.adapters.store.backup.last_backup import backup_age  # noqa: PLC0415 - as above

    folder = settings.data_dir
    meter.watch("promptgen_vault_locked", lambda: not store.can_restore)
    meter.watch("promptgen_outbox_age_seconds", store.outbox_age)
    meter.watch("promptgen_backup_age_seconds", lambda: backup_age(folder, time.time()))
    meter.watch("promptgen_disk_free_bytes", lambda: shutil.disk_usage(folder).free)
    meter.watch_together(lambda: _load(store, settings.retention_days))
    meter.watch("promptgen_log_lines_dropped", lines_dropped)
    meter.watch("promptgen_model_breaker_open", lambda: sum(client.is_open for client in clients.values()))


def _readers(detector: Detector, client: "Client | None", meter: Meter) -> tuple[Advisor | None, Reviser | None]:
    """Return what a model does for the prompt itself: it advises, and reads wishes."""
    if client is None:
        return None, None
    from core.adapters.vllm.probed_advisor import ProbedAdvisor  # noqa: PLC0415 - as above
    from core.adapters.vllm.reviser import VllmReviser  # noqa: PLC0415 - as above

    return MeteredAdvisor(ProbedAdvisor(client, detector), meter), VllmReviser(client)


def _new_id() -> str:
    return uuid.uuid4().hex
