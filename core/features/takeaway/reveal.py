"""What of a prompt may be taken along."""

from dataclasses import replace

from core.features.takeaway.replies import ShowTakeaway
from core.messages import Outgoing, Revealed
from core.privacy.anonymizer import Anonymizer
from core.privacy.mask import mask_again
from core.privacy.text import MaskedText
from core.privacy.vault import Vault
from core.sessions.visible_session import keep_hidden, keep_shown
from core.values.locale import Locale


def reveal_takeaway(taken: ShowTakeaway, outgoing: Outgoing, vault: Vault, anonymizer: Anonymizer | None) -> Revealed:
    """Return the prompt as its reader may see it, with what of it may leave for others."""
    alone = outgoing.place.private or outgoing.only_to == outgoing.person
    shown = keep_shown(taken, vault, anonymizer) if alone else keep_hidden(taken, vault, outgoing.locale)
    external_text = _external_text(taken.prompt, vault, outgoing.locale)
    return Revealed(replace(shown, external_text=external_text), {})


def _external_text(prompt: MaskedText, vault: Vault, locale: Locale) -> MaskedText | None:
    """Mask a prompt again for those outside; None where a value that could stand in it is not known today."""
    if any(entry.value is None for entry in vault):
        return None
    return mask_again(prompt, vault, locale).text
