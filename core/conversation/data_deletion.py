"""Wishes to have one's own data deleted, in everyday words of Korean and English.

The whole message has to be such a wish: what is to go (one's data, the talk, everything), and that it go. Whatever else
is spoken of (a row, a greeting, a mail that asks for it, how it is done) makes it something to write about. A wrong yes
costs a question, a wrong no puts the wish into a prompt; "delete" alone says too little for either.
"""

import re
from typing import Final


def asks_to_forget(text: str) -> bool:
    """Say whether a message is nothing but the wish to have one's own data deleted."""
    if len(text) > _LONGEST:
        return False
    words = " ".join(text.casefold().split()).strip(" .!?~…^;ㅠㅜ")
    return _KOREAN.fullmatch(words) is not None or _ENGLISH.fullmatch(words.replace("’", "'")) is not None


_LONGEST: Final = 120

_HELLO: Final = (
    r"(?:(?:안녕하세요|안녕|죄송한데요?|죄송하지만|혹시|저기요?|그냥|이제|빨리|지금|당장|[ㅠㅜㅋㅎ]+)[,.!~]* ?){0,3}"
)
_MINE: Final = r"(?:내가|제가|내|제|저의|나의|우리|나|저)"
_ABOUT_ME: Final = r"(?:나|저)(?:에 ?(?:대한|관한)|와 관련된|랑 관련된)"
_DONE: Final = (
    r"(?:(?:지금까지|여태까지|여태|그동안|이제까지|여기서|여기에|이곳에|전에) ?)?"
    rf"(?:{_MINE} ?)?(?:여기에? ?)?"
    r"(?:쓴|적은|보낸|남긴|입력한|올린|말한|한|나눈|저장한|저장된|저장해 ?둔|저장돼 ?있는|기록된|보관된|보관함에 있는|가지고 있는|갖고 있는|알고 있는)"
)
_WHOSE: Final = rf"(?:(?:{_ABOUT_ME}|{_DONE}|{_MINE}|모든|전체) ?){{0,3}}"
_DATA: Final = (
    r"(?:개인 ?정보|데이터|데이타|정보|자료|기록|내역|흔적|대화 ?(?:기록|내용|내역)?|채팅 ?(?:기록|내용|내역)?"
    r"|(?:인터뷰|질문|답변|대답|입력) ?(?:기록|내용|내역)|인터뷰|프롬프트|메시지|메세지|계정|아이디|파일|답변|내용|얘기|이야기)"
)
_THINGS: Final = rf"{_DATA}(?:(?:와|과|랑|이랑|하고|,| 및|도)? ?{_WHOSE}{_DATA}){{0,3}}"
_PARTICLE: Final = r"(?:들?(?:을|를|은|는|도|까지|만)?(?: ?(?:것|거)까지)?)"
_ALL: Final = r"(?:(?:다|전부|모두|싹|싹 다|모조리|전체|완전히|깨끗이|깨끗하게|몽땅|좀|빨리|그만) ?){0,3}"
_DELETE: Final = r"(?:삭제|제거|파기|폐기|초기화|리셋)"
_CLEAR: Final = r"(?:지워|없애|날려|치워)"
# How a request ends: 해줘, 부탁드려요, 하고 싶어요, 가능할까요.
_PLEASE: Final = (
    r"(?:주라|줘라|줘요?|주세요|주십시오|주시겠어요|주실래요|주실 수 있나요|주실 수 있을까요|주시기 바랍니다|주시면 (?:좋겠어요|감사하겠습니다)"
    r"|줄래요?|줄 수 있어요?|줄 수 있나요|주면 (?:좋겠어요?|안 ?돼요?))"
)
_DO_DELETE: Final = (
    rf"{_DELETE}(?:를|을)? ?(?:좀)?(?:요)? ?(?:해 ?{_PLEASE}|해요?|해라|하자|할래요?|할게요?|하고 싶(?:어요?|습니다|은데요?)"
    r"|하겠습니다|합니다|하기|부탁(?:해요?|드려요|드립니다|합니다|드릴게요)?|요청(?:해요|합니다|드려요|드립니다)?|신청(?:해요|합니다)?"
    r"|원해요|바랍니다|바라요|가능(?:해요?|한가요|할까요|합니까)|되나요|돼요?|될까요)?"
)
_DO_CLEAR: Final = (
    rf"(?:{_CLEAR}(?: ?{_PLEASE}|요|라)?|(?:지우|없애|날리)(?:고 싶(?:어요?|습니다|은데요?)|는 (?:것|거)(?: ?가능(?:해요?|한가요|할까요))?"
    r"|기|자|ㄹ래요?|세요))"
)
_KEEP_NOT: Final = (
    r"(?:(?:저장|보관|기억|기록|수집)하지 ?(?:마(?:요|세요|십시오|라)?|말아 ?(?:줘요?|주세요|주십시오))"
    r"|(?:가지고|갖고) 있지 ?(?:마(?:요|세요)?|말아 ?(?:줘요?|주세요)))"
)
_FORGET_ME: Final = (
    r"(?:나|저|날)(?:를|을|에 (?:대해|관한 ?(?:건|것은|것을)?))? ?(?:좀|그만|다|전부|모두)? ?(?:다 |전부 |모두 )?"
    r"(?:잊어 ?(?:버려)? ?(?:줘요?|주세요|주십시오|주라)?|잊어버려(?:줘요?|주세요)?|기억하지 ?(?:마(?:요|세요)?|말아 ?(?:줘요?|주세요)))"
)
_LEAVE: Final = (
    r"(?:(?:저|나|제가|내가|이제)(?:는)? ?)?(?:회원 ?)?탈퇴(?:를)? ?(?:할래요?|할게요?|하겠습니다|하고 싶(?:어요?|습니다|은데요?)|해 ?"
    rf"{_PLEASE}|신청(?:합니다|해요|할게요)?|요청(?:합니다|드려요|드립니다)?|부탁(?:해요|드려요|드립니다)|시켜 ?{_PLEASE})"
)
_SAID: Final = rf"{_DONE} ?(?:것|거|건|걸)(?:들)?(?:을|를|은|는|까지|도)?"
_EVERYTHING: Final = r"(?:다|전부|모두|싹|싹 다|모조리|전체|몽땅)"
_KOREAN: Final = re.compile(
    rf"{_HELLO}(?:"
    rf"{_WHOSE}{_THINGS}{_PARTICLE} ?{_ALL}(?:{_DO_DELETE}|{_DO_CLEAR}|{_KEEP_NOT})"
    rf"|{_SAID} ?{_ALL}(?:{_DO_DELETE}|{_DO_CLEAR}|{_KEEP_NOT})"
    rf"|{_EVERYTHING} ?(?:{_DO_DELETE}|{_DO_CLEAR})"
    rf"|{_FORGET_ME}|{_LEAVE})"
)

_POLITE: Final = (
    r"(?:(?:hi|hello|hey|sorry|ok|okay|now|just|please|pls)[,.!]? ){0,3}"
    r"(?:(?:can|could|would|will) you (?:please )?|i(?:'d| would) like (?:you )?to |i want (?:you )?to |i wish to "
    r"|i need (?:you )?to |please |let's )?"
)
_GO: Final = r"(?:delete|remove|erase|wipe|purge|clear|destroy|drop|forget|get rid of)"
_EVERY: Final = r"(?:all(?: of)?|everything|every bit of|the whole of)"
_OWN: Final = r"(?:my|our|this|the|that|any of my)"
_ENGLISH_DATA: Final = (
    r"(?:(?:own |personal |private |saved |stored |whole |entire |chat |conversation |message ){0,3}"
    r"(?:data|info|information|details|history|conversations?|chats?|messages?|records?|account|profile|stuff|interviews?"
    r"|prompts?|answers?|traces?|logs?|content))"
)
_ME: Final = r"(?:me|myself)"
_ABOUT: Final = (
    r"(?: (?:that )?(?:you|we|i)(?:'ve| have)? ?(?:ever )?(?:saved|stored|kept|have|know|hold|collected|wrote|typed|said|sent|told|entered"
    r"|gave|shared|talked about|had)(?: you| here| about me| on me| so far| down)?| about me| on me| here| so far| from (?:your|the) "
    r"(?:system|servers?|database|records|bot)| with you| now| today| completely| permanently| for good| at once)"
)
_END: Final = rf"{_ABOUT}{{0,3}}(?:,? (?:please|pls|now|thanks|thank you))*"
_WANTED: Final = (
    rf"(?:i(?:'d| would) like|i want|can i have|could i have|i wish to have) (?:{_EVERY} )?(?:{_OWN} )?{_ENGLISH_DATA} "
    r"(?:to be )?(?:deleted|removed|erased|wiped|forgotten|cleared)"
)
_STOP: Final = r"(?:stop|quit) (?:storing|keeping|saving|remembering|collecting)|(?:do not|don't|never) (?:store|keep|save|remember|collect)"
_SURELY_MINE: Final = (
    rf"(?:(?:{_EVERY} )?(?:my|our|this)(?: last)? {_ENGLISH_DATA}(?: and (?:{_EVERY} )?(?:my )?{_ENGLISH_DATA})*)"
)
_BY_ITS_TAIL: Final = rf"(?:(?:{_EVERY} )?(?:the )?{_ENGLISH_DATA}|everything|all|whatever|what){_ABOUT}"
_ENGLISH: Final = re.compile(
    rf"{_POLITE}(?:{_GO} (?:{_SURELY_MINE}|{_BY_ITS_TAIL}|everything|it all|all(?: of it)?|{_ME}|all (?:data|my))"
    rf"|(?:{_STOP}) (?:{_SURELY_MINE}|{_BY_ITS_TAIL}|anything about me))(?: from your system)?{_END}"
    rf"|{_POLITE}{_WANTED}{_END}"
)
