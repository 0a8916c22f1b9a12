"""The words by which people name a choice, as patterns over folded text."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from core.choices import Form, Language, Length, Level
from core.conversation.questions import OTHER_LANGUAGE, Key

# A one-syllable word must stand alone or before a particle: the 표 of 발표 is no table.
_ALONE: Final = (
    r"(?<![가-힣]){}(?=(?:형식|형태|형)?(?:으?로|이?랑|하고|[를을가이는은도만와과])?(?:$|[^가-힣]|요|해|좀|부탁|줘|주))"
)

CHOICE_WORDS: Final[Mapping[Key, Mapping[str, str]]] = MappingProxyType(
    {
        Key.FORM: {
            Form.LIST: r"(?<!체크)(?<!체크 )리스트|목록|글머리|항목별|불릿|\blists?\b|\bbullet points?\b|\bbullets?\b",
            Form.PROSE: r"연속\s*문장|문장|줄글|서술|문단|산문|에세이|(?<![가-힣])글(?=로|$)|\bprose\b|\brunning text\b|\bparagraphs?\b|\bsentences?\b",
            Form.TABLE: _ALONE.format("표") + r"|테이블|도표|\btables?\b",
            Form.CODE: r"코드|소스|스크립트|\bcode\b|\bscript\b",
            Form.REPORT: r"보고서|리포트|레포트|\breports?\b",
        },
        Key.LENGTH: {
            Length.SHORT: r"짧|간단|간략|간결|\bshort\b|\bbrief\b|^~?100\s*자?$",
            Length.MEDIUM: r"보통|중간|적당|\bmedium\b|\bnormal\b|\baverage\b|^~?500\s*자?$",
            Length.LONG: r"길게|긴|길었|자세|상세|\blong\b|\bdetailed\b|^1,?000\s*자?\s*(?:이상)?$",
        },
        Key.LANGUAGE: {
            Language.KOREAN: r"한국어|한국말|한글|우리말|국문|\bkorean\b",
            Language.ENGLISH: r"영어|영문|잉글리시|\benglish\b",
            OTHER_LANGUAGE: r"^기타(?:요|로)?$|^다른\s*언어(?:로)?$|^other$",
        },
        Key.LEVEL: {
            Level.ELEMENTARY: r"초등|초딩|\belementary\b|\bprimary school\b",
            Level.HIGH_SCHOOL: r"(?<!중)고등|(?<!중)고딩|(?<![가-힣])고\s*[1-3](?![0-9])|\bhigh\s*school\b",
            Level.UNIVERSITY: r"대학생|대학교|학부생|대학\s*수준|\buniversity\b|\bcollege\b|\bundergrad\w*",
            Level.EXPERT: r"전문가|전문적|\bexperts?\b|\bprofessionals?\b",
        },
    }
)

FREE_WORDS: Final[Mapping[Key, str]] = MappingProxyType(
    {
        Key.FORM: (
            r"마인드\s*맵|이메일|메일|편지|대본|대화|슬라이드|발표|개요|문답|질의\s*응답|카드|체크\s*리스트|공지|기사|블로그|시나리오|"
            r"제이슨|\bjson\b|\bcsv\b|\byaml\b|\bxml\b|\bhtml\b|\bmarkdown\b|마크다운|\bslides?\b|\boutline\b|\bemail\b|"
            r"\bletter\b|\bdialog(?:ue)?\b|\bscript\b|\bq\s*&\s*a\b|\bmind\s*map\b"
        ),
        Key.LENGTH: (
            r"\d[\d,]*\s*(?:자|글자|단어|줄|문장|문단|쪽|페이지|장|개|분)|\d[\d,]*\s*(?:characters?|chars?|words?|lines?|"
            r"sentences?|paragraphs?|pages?|minutes?)|[한두세네]\s*(?:줄|문장|문단|쪽|페이지|단락|장)|\d[\d,.]*\s*[천만]\s*(?:자|글자)|"
            r"\b(?:one|two|three|a few)\s+(?:lines?|sentences?|paragraphs?|pages?)"
        ),
        Key.LANGUAGE: (
            r"[가-힣]+(?<![있없했겠었았됐싫줬봤])어(?=로|$|[^가-힣]|와|랑|요)|[가-힣]{2,}말로|한영|영한|한일|한중|둘\s*다|두\s*언어|\bboth\b|\b(?:japanese|chinese|mandarin|spanish|french|german|italian|"
            r"portuguese|russian|vietnamese|thai|indonesian|arabic|hindi|turkish|dutch|polish|ukrainian|mongolian)\b|"
            r"日本語|中文|español|français|deutsch|русский|tiếng việt|ไทย"
        ),
        Key.LEVEL: (
            r"중학|중딩|(?<![가-힣])중\s*[1-3](?![0-9])|유치원|어린이|아이|초보|입문|왕초보|비전공|일반인|누구나|대학원|석사|박사|실무자|신입|직장인|어르신|부모|"
            r"개발자|디자이너|교사|선생|수험생|취준생|고객|임원|팀장|중급|초급|고급|\bbeginners?\b|\bkids?\b|\bchildren\b|"
            r"\bmiddle\s*school\b|\blay\s*(?:person|people|man)\b|\bgeneral (?:public|audience)\b|\bgraduate\b|\bnewcomers?\b|"
            r"\bnon-?experts?\b|\bintermediate\b|\badvanced\b|\bseniors?\b|\bmanagers?\b|\bdevelopers?\b"
        ),
    }
)

REJECTED: Final = r"\s*(?:형식|형태|으?로)?\s*(?:말고|빼고|대신|아니고|아닌|아니라|싫|instead)"
"""What follows a choice that is named only to be turned down: 표 말고 리스트로."""

REJECTED_BEFORE: Final = r"(?:\bnot (?:an? |in |as )*|\bno |\binstead of (?:an? )?|\brather than (?:an? )?)$"
"""What stands before such a choice in English: not a table, a list."""

SAYS_NO_MORE: Final[Mapping[Key, str]] = MappingProxyType(
    {
        Key.FORM: (
            r"(?<![가-힣])(?:그냥|좀|다시|전부|모두|바꿔|바꾸|변경|고쳐|깔끔|간단|보기|쉽게|좋|편하게|한눈에|정리|만들|작성|써|쓰|적|짜|뽑|뽑아|받|보여|해|하고|할|싶|줘|주|부탁|감사|하나|형식|형태|기호)[가-힣]*"
            r"|\b(?:as|in|an?|the|just|simple|form|format|please|make|write|it|give|me|style)\b"
        ),
        Key.LENGTH: (
            r"(?<![가-힣])(?:그냥|좀|조금|아주|되도록|최대한|가능한|한|정도|분량|길이|편|답|글|써|쓰|적|해|하|줘|주|부탁|좋)[가-힣]*"
            r"|\b(?:as|and|the|an?|very|keep|make|write|it|please|answer|length)\b"
        ),
    }
)
"""What may stand beside a choice that is named and means nothing more; with anything else an answer stands as typed."""

INDIFFERENT: Final = (
    r"^(?:다\s*)?(?:상관\s*없|아무거나|아무\s*거나|무관|알아서|편한\s*대로|추천|네가\s*골라|골라\s*줘|no preference|any(?:thing)?\b|"
    r"whatever|up to you|you (?:choose|decide)|doesn'?t matter|don'?t care)"
)
"""What people say who leave a choice to us."""

NOTHING_TO_SAY: Final = (
    r"^(?:음+|흠+|글쎄요?|(?:나도|저도|잘|아직)?\s*(?:몰라요?|모름|모르겠(?:어요?|네요?|습니다|는데요?))"
    r"|i don'?t know|idk|dunno|not sure|n/?a)?[^가-힣a-z一-龥ぁ-ん\d]*$"
)
"""What people say where they have nothing to say: the whole text, or one without a word."""

NO_PURPOSE: Final = (
    r"^(?:안녕(?:하세요|하십니까)?|하이|헬로우?|반가워요?|테스트|hi|hello|hey|test)*[^가-힣a-z一-龥ぁ-ん\d]*$"
)
"""A first answer that only greets, or holds no word."""

POLITE_ENDINGS: Final = (
    r"[\s.!~]*(?:,?\s*please|부탁\S*|(?:으?로\s*)?(?:해|써|적어|작성해|맞춰|만들어)\s*(?:줘요?|주세요|주시면\s*\S+|주십시오)|"
    r"(?:으?로\s*)?할게요|(?:이에요|예요|입니다)|(?<=[어말자도로게생인급준글문장지록림크])이?요)?[\s.!~]*$"
)
"""How a short answer ends politely; what it says stands before."""
