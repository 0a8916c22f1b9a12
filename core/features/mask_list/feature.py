"""The team's list, as a part of the conversation."""

from typing import Final

from core.conversation.part import Part
from core.features.mask_list.events import ListingRequested
from core.features.mask_list.handlers import LISTENS, list_word, request_in, with_word_marked
from core.features.mask_list.replies import TellListed, reveal_listed

MASK_LIST: Final = Part(
    "mask_list",
    rows=((LISTENS, ListingRequested, list_word),),
    phrases=(request_in,),
    marks=(with_word_marked,),
    reveals={TellListed: reveal_listed},
    replies=(TellListed,),
)
