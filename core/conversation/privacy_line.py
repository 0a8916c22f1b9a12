"""The line beneath a prompt: what was masked, which model saw what, and until when it is kept."""

from collections import Counter

from core.conversation.replies import ShowPrompt
from core.conversation.texts import t
from core.values.locale import Locale


def privacy_line(shown: ShowPrompt, locale: Locale, retention_days: int) -> str:
    """Return what is true of this prompt, the same on every platform."""
    masked = Counter(t(locale, f"entity.{item.type}") for item in shown.items if shown.shared or not item.kept)
    kinds = ", ".join(f"{kind} {count}" for kind, count in masked.items())
    what = t(locale, "privacy.masked", count=masked.total(), kinds=kinds) if masked else t(locale, "privacy.none")
    return f"{what} {_seen_by(shown, locale)} {t(locale, 'privacy.until', days=retention_days)}"


def _seen_by(shown: ShowPrompt, locale: Locale) -> str:
    version = shown.version
    if not version.model:
        return t(locale, "privacy.no_model")
    if version.kept:
        return t(locale, "privacy.model_kept", model=version.model, count=len(version.kept))
    return t(locale, "privacy.model", model=version.model)
