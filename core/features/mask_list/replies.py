"""What is shown of the team's list."""

from dataclasses import dataclass, replace

from core.conversation.replies import Tell
from core.messages import Outgoing, Revealed
from core.privacy.anonymizer import Anonymizer
from core.privacy.text import MaskedText
from core.privacy.unmask import unmask
from core.privacy.vault import Vault


@dataclass(frozen=True, slots=True)
class TellListed(Tell):
    """Say what came of a word for the list; where its owner alone reads, the word is shown as it was written."""


def reveal_listed(reply: TellListed, outgoing: Outgoing, vault: Vault, anonymizer: Anonymizer | None) -> Revealed:
    """Put the word back for its owner."""
    word = MaskedText(reply.details["word"])
    alone = outgoing.place.private or outgoing.only_to == outgoing.person
    shown = unmask(word, vault, anonymizer).reveal() if alone else word
    return Revealed(replace(reply, details={"word": shown}), {})
