"""The optional settings on a terminal: what each is set to, and what is offered for it, by number."""

from collections.abc import Iterator

from rich.table import Table
from rich.text import Text

from bots.terminal.understood import grid
from core.conversation.questions import OPTIONS
from core.conversation.replies import ShowOptions
from core.conversation.texts import say
from core.conversation.understood import Suggestion
from core.locale import Locale


def settings_table(options: ShowOptions, locale: Locale) -> Table:
    """Return the settings; the numbers run through all that is offered."""
    offered = {suggestion.key: suggestion for suggestion in options.suggestions}
    table, first = grid(), 1
    for key in OPTIONS:
        suggestion, answer = offered.get(key, Suggestion(key)), options.answers.get(key)
        unset = say(locale, "options.unset") + (f" ({suggestion.hint})" if suggestion.hint else "")
        table.add_row(Text(say(locale, f"key.{key}"), style="bold"), Text(answer.text if answer else unset, "dim"))
        for line in _offers(suggestion, first):
            table.add_row("", Text(line))
        first += len(suggestion.texts)
    return table


def _offers(suggestion: Suggestion, first: int) -> Iterator[str]:
    for at, text in enumerate(suggestion.texts, 1):
        yield f"{first + at - 1:>2}  {text}{' ✓' if at in suggestion.chosen else ''}"
