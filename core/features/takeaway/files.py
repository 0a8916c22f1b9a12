"""What a person takes along: the files of a prompt and the links to assistants, the same on every platform."""

from core.conversation.texts import say
from core.features.takeaway.assistants import Link, links_to
from core.features.takeaway.portable import portable
from core.features.takeaway.replies import ShowTakeaway
from core.locale import Locale
from core.messages import HandedFile


def files_of(taken: ShowTakeaway, locale: Locale) -> tuple[HandedFile, HandedFile]:
    """Return the prompt as it is, and as Markdown for a wiki."""
    title = f"{say(locale, 'prompt.title')} · {say(locale, 'prompt.version', number=taken.number)}"
    return (
        HandedFile(f"prompt-{taken.number}.md", f"{taken.prompt}\n"),
        HandedFile(f"prompt-{taken.number}-wiki.md", portable(taken.prompt, title)),
    )


def links_of(taken: ShowTakeaway, longest: int) -> tuple[Link, ...]:
    """Return the links that the operator allows; they carry what may leave, where it fits into `longest` characters."""
    return links_to(taken.assistants, taken.external_text, longest)


def label_of(link: Link, locale: Locale) -> str:
    """Return what is written on a link."""
    return say(locale, "take.open" if link.carries else "take.open_empty", name=link.name)
