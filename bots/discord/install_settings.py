"""The application's settings in Discord's developer portal, held against what the bot needs.

https://discord.com/developers/docs/resources/application#application-object
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from bots.ops.check_result import CheckResult

Json = Mapping[str, Any]

PERMISSIONS: Final[Mapping[str, int]] = MappingProxyType(
    {
        "View Channels": 1 << 10,
        "Send Messages": 1 << 11,
        "Attach Files": 1 << 15,
        "Read Message History": 1 << 16,
        "Create Public Threads": 1 << 35,
        "Create Private Threads": 1 << 36,
        "Send Messages in Threads": 1 << 38,
    }
)
"""What it may do in a server, in the portal's words."""

ALL: Final = sum(PERMISSIONS.values())
_ADMINISTRATOR: Final = 1 << 3

_READS_CONTENT: Final = (1 << 18) | (1 << 19)
"""The application may read what people write: GATEWAY_MESSAGE_CONTENT, or its LIMITED form below 100 servers.

https://discord.com/developers/docs/resources/application#application-object-application-flags
"""

_SCOPES: Final = MappingProxyType({"0": ("applications.commands", "bot"), "1": ("applications.commands",)})
"""What each kind of installation asks for: to a server, and to a person."""

_KINDS: Final = MappingProxyType({"0": "Guild Install", "1": "User Install"})


def faults(application: Json, *, reads_threads: bool) -> Iterator[CheckResult]:
    """Yield what has to be changed in the portal."""
    if reads_threads and not int(application.get("flags") or 0) & _READS_CONTENT:
        yield _fault("doctor.discord_intent")
    if application.get("interactions_endpoint_url"):
        yield _fault("doctor.discord_endpoint")
    if application.get("bot_require_code_grant"):
        yield _fault("doctor.discord_code_grant")
    kinds = application.get("integration_types_config")
    if isinstance(kinds, Mapping):
        for kind in _SCOPES:
            yield from _of_kind(kind, kinds.get(kind))


def registered_elsewise(registered: list[Json], wanted: list[dict[str, Any]]) -> bool:
    """Say whether commands are missing, or reach fewer places than they are meant for; none is none yet."""
    known = {command["name"]: command for command in registered}
    return bool(registered) and any(not _reaches(known.get(command["name"]), command) for command in wanted)


def _reaches(known: Json | None, command: Json) -> bool:
    return known is not None and all(
        set(command[field]) <= set(known.get(field) or ()) for field in ("contexts", "integration_types")
    )


def _of_kind(kind: str, config: Json | None) -> Iterator[CheckResult]:
    if config is None:
        yield _fault("doctor.discord_install", kind=_KINDS[kind])
        return
    asked = config.get("oauth2_install_params")
    if not asked:
        return  # without parameters the portal offers no link of its own, and the doctor's is used
    missing = [scope for scope in _SCOPES[kind] if scope not in asked.get("scopes", ())]
    if missing:
        yield _fault("doctor.discord_scopes", kind=_KINDS[kind], missing=", ".join(missing))
    held = int(asked.get("permissions") or 0)
    lacking = [name for name, bit in PERMISSIONS.items() if kind == "0" and not held & (bit | _ADMINISTRATOR)]
    if lacking:
        yield _fault("doctor.discord_permissions", missing=", ".join(lacking))


def _fault(text: str, **details: str) -> CheckResult:
    return CheckResult(passed=False, text=text, details=dict(details))
