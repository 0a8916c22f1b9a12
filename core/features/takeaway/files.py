"""The files of a prompt that a person takes along, the same on every platform."""

from core.conversation.texts import t
from core.features.takeaway.markdown_page import portable
from core.features.takeaway.replies import ShowTakeaway
from core.messages import TextFile
from core.values.locale import Locale


def files_of(taken: ShowTakeaway, locale: Locale) -> tuple[TextFile, TextFile]:
    """Return the prompt as it is, and as Markdown for a wiki."""
    title = f"{t(locale, 'prompt.title')} · {t(locale, 'prompt.version', number=taken.number)}"
    return (
        TextFile(f"prompt-{taken.number}.md", f"{taken.prompt}\n"),
        TextFile(f"prompt-{taken.number}-wiki.md", portable(taken.prompt, title)),
    )
