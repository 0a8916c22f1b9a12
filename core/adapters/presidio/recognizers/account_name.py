"""Account names: handles on KakaoTalk, Instagram and the like."""

import re
from typing import Final

from core.adapters.presidio.gazetteer import folded
from core.adapters.presidio.items.shapes import is_english
from core.adapters.presidio.ner.words import is_common, is_given
from core.adapters.presidio.recognizers.file_name import is_romanised
from core.adapters.presidio.recognizers.pattern import IS, LIKELY, POSSIBLE, PatternRecognizer, PatternRule
from core.privacy.entities import EntityType

_PLACES: Final = (
    r"(?:카카오톡|카톡|카카오|인스타그램|인스타|트위터|텔레그램|(?<![가-힣])라인|디스코드|디코|위챗|스레드|틱톡|유튜브|"
    r"페이스북|페북|깃허브|깃헙|스카이프|네이버|슬랙|트위치|"
    r"(?<![A-Za-z.])(?:kakao ?talk|kakao|instagram|insta|ig|twitter|telegram|discord|slack|(?P<line>line)|wechat|"
    r"threads|tiktok|github|skype|twitch)(?!\.[a-z])(?=[^a-z]|\Z|id(?![a-z])|account|handle|user))"
)
_GAMES: Final = r"(?:게임|스팀|배틀넷|롤|배그|메이플|로블록스|(?<![A-Za-z])(?:steam|psn|xbox))"
# The names of things, not of people.
_THINGS: Final = """
    요청 주문 세션 거래 상품 문서 이슈 작업 추적 결제 이벤트 메시지 프로세스 클러스터 request trace order session
    product item
"""
_NO_THING: Final = "".join(rf"(?<!{thing})(?<!{thing} )" for thing in _THINGS.split())
_ACCOUNT: Final = (
    r"(?:아이디|아디|계정|핸들|닉네임|닉|유저네임|"
    r"(?<![A-Za-z])(?:account|handle|username|user ?name)(?![A-Za-z])|"
    # a field of a record and a function of a language are no account
    r"(?<![A-Za-z_.\"'])id(?![A-Za-z(])(?!=[\"']))"
)
_HANDLE: Final = r"@?[A-Za-z][0-9A-Za-z_]*(?:[.\-][0-9A-Za-z_]+)*(?:#[0-9]{4})?"
# Handles in Hangul: with a digit or an underline in them, or between 아이디는 and 이에요.
_MIXED: Final = r"(?=[^\s]{0,20}[0-9_])[0-9A-Za-z가-힣_.]{1,20}[0-9_]"
_NICKNAME: Final = r"(?:닉네임|닉|대화명|활동명|캐릭터명|캐릭명|프로필명)"
_QUOTED: Final = (
    r"(?:[은는이가을를]|[ ]?[:=])?[ ]?[\"'“‘「『](?P<item>[가-힣][가-힣0-9A-Za-z ]{0,12}[가-힣0-9A-Za-z])[\"'”’」』]"
    r"(?! ?(?:같은|처럼|류))"
)
_IS_IT: Final = r"(?=(?:이야|야|입니다|이에요|예요|이고|으로|로|이요|요|임)?(?![0-9A-Za-z가-힣_.]))"
_HANGUL: Final = (
    r"(?:은|는|[:=])[ ]?[\"'“‘]?(?P<item>[가-힣]{2,12}?)[\"'”’]?(?=(?:이야|야|입니다|이에요|예요|이고)(?![가-힣]))"
)
_ASKED: Final = frozenset(["무엇", "어디", "이것", "그것", "저것", "이거", "그거", "어느것", "누구", "뭐"])
_END: Final = r"(?![0-9A-Za-z_@])(?!\.[a-z]{2,6}(?![A-Za-z]))"
_NO_DECORATOR: Final = (
    r"(?!\((?![가-힣]))(?![ \t]*\n[ \t]*(?:(?:async )?def |class |public |private |protected |export ))"
)
# Words that follow these names in ordinary sentences.
_WORDS_LIST: Final = """
    api bot app sdk web id pw token oauth login page post story reels shorts live url link icon logo is are was the a
    an and or of for in on to from with changed account handle username user name number email team dev pro plus premium
    chatbot json xml html css string int text type null none true false required optional field key column primary
    foreign
"""
_WORDS: Final = frozenset(_WORDS_LIST.split())
_MEANT: Final = r"(?<![0-9A-Za-z_.@/])(?P<item>@[a-z]{2,15}[._][a-z]{2,15})(?=[ ]?(?:님|씨)|에게|한테|께)"
# Users of machines, not of people.
_SERVICES_LIST: Final = """
    ubuntu root admin administrator user users username app apps ec2-user centos debian vagrant runner jenkins deploy
    deployer www www-data web node git gitlab github postgres mysql oracle docker shared public default all-users guest
    test dev data work workspace service svc system me you your-name yourname name build builder ci airflow hadoop spark
    jovyan vscode pi
"""
_SERVICES: Final = frozenset(_SERVICES_LIST.split())
# What disks are called; the rest of /Volumes is called as people are.
_DISK_WORDS: Final = (
    r"(?:archives?|backups?|boot|disks?|dmg|docs?|documents|drive|external|files|hdd|home|images?|library|macintosh"
    r"|main|media|movies?|music|nas|photos?|projects?|recovery|sandisk|sd|sdcard|seagate|share|source|src|ssd|storage"
    r"|time|timemachine|untitled|usb|videos?|volume|wd)(?![a-z])"
)
_DISK: Final = re.compile(rf"(?<![a-z]){_DISK_WORDS}")
_GIVEN: Final = folded("given.english")
_USER: Final = r"[a-z][0-9a-z._\-]{2,20}"
_COMMAND: Final = (
    r"(?<![A-Za-z])(?:psql|pg_dump|mysql(?:dump|admin)?|mariadb|sudo|docker login|redis-cli|mongosh?|sqlplus|kinit)"
)
_MESSENGER: Final = (
    r"(?:카카오톡|카톡|인스타그램|인스타|텔레그램|위챗|틱톡|트위터"
    r"|(?<![A-Za-z.])(?:ig|insta|instagram|telegram|wechat)(?![A-Za-z.]))"
)
_MARKED: Final = re.compile(r"[0-9_.@#]")
_SHORTEST: Final = 3
_NO_HANDLE: Final = re.compile(
    r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\Z|(?:self|this|req|request)\.|your[_\-]"
    r"|(?:user|account|login|member)_(?:id|name|no)\Z",
    re.IGNORECASE,
)
# What companies and bodies call themselves.
_OFFICIAL: Final = re.compile(r"(?<![a-z])official(?![a-z])", re.IGNORECASE)
# A place and the word account before it: above a name's score.
_NAMED: Final = 0.99


class AccountNameRecognizer(PatternRecognizer):
    """Finds handles behind the name of a place, the word account, or an @."""

    def __init__(self) -> None:
        super().__init__(
            EntityType.ACCOUNT_NAME,
            PatternRule.of(
                "account of a service",
                rf"(?:{_PLACES}|{_GAMES})[ ]?{_ACCOUNT}{IS}(?P<item>{_HANDLE}){_END}",
                _NAMED,
                _is_handle,
            ),
            PatternRule.of(
                "service and a handle", rf"{_PLACES}(?(line)(?!)){IS}(?P<item>{_HANDLE}){_END}", LIKELY, _is_marked
            ),
            PatternRule("handle that is spoken to", re.compile(_MEANT), LIKELY),
            # Who logged in, in a system's log: Failed password for kim.haneul from …, sudo: kim_haneul : TTY=….
            PatternRule.of(
                "user in a system's log",
                r"(?:(?:for|user)[ ](?:invalid user )?(?=[^ ]+ (?:from|tried|logged|connected|denied))"
                r"|sudo(?:\[[0-9]+\])?:[ ]+(?=[^ ]+ :)"
                r"|session (?:opened|closed) for user )(?P<item>[a-z][0-9a-z._\-]{2,30})(?![0-9A-Za-z._\-])",
                LIKELY,
                _is_user,
            ),
            # otter_lime7님: no word is written so.
            PatternRule.of(
                "user name with 님 behind it",
                r"(?<![0-9A-Za-z_.@/\-])(?P<item>(?=[a-z0-9.]*[_0-9])[a-z][0-9a-z]{1,15}(?:[_.][0-9a-z]{1,15}){0,2})"
                r"(?=[ ]?(?:님|씨)(?![가-힣]{3}))",
                LIKELY,
                _is_user,
            ),
            PatternRule.of(
                "account and a handle", rf"{_NO_THING}{_ACCOUNT}{IS}(?P<item>{_HANDLE}){_END}", LIKELY, _is_marked
            ),
            PatternRule.of(
                "account and a handle with Hangul",
                rf"(?:{_PLACES}[ ]?)?{_ACCOUNT}{IS}(?P<item>{_MIXED}){_IS_IT}",
                LIKELY,
                _has_hangul,
            ),
            PatternRule.of(
                "account of a service in Hangul",
                rf"(?:{_PLACES}[ ]?{_ACCOUNT}|{_NICKNAME}){_HANGUL}",
                LIKELY,
                lambda handle: handle not in _ASKED,
            ),
            PatternRule.of("nickname in quotes", rf"{_NICKNAME}{_QUOTED}", LIKELY, _is_called),
            PatternRule.of(
                "messenger and a word that is none of English",
                rf"{_MESSENGER}{IS}(?P<item>[a-z]{{6,20}}){_END}",
                LIKELY,
                lambda handle: _is_user(handle) and not is_english(handle),
            ),
            PatternRule.of(
                "user of a command",
                rf"(?:{_COMMAND}[^\n|;&]{{0,80}}?[ ]-u[ ]?|(?<![A-Za-z])su -l?[ ]|--(?:username|author|login)[ =])"
                rf"[\"']?(?P<item>{_USER})(?![0-9A-Za-z._\-/@])",
                LIKELY,
                _is_user,
            ),
            PatternRule.of(
                "user at a machine",
                rf"(?<![0-9A-Za-z._:/\-@])(?P<item>{_USER})(?=@[a-z][0-9a-z\-]{{1,30}}(?::[~/]|[ ][~/]))",
                LIKELY,
                _is_user,
            ),
            PatternRule.of(
                "user in a record",
                r"(?:(?P<quote>[\"'])|(?<![A-Za-z_.]))(?:(?:user|login|account|member)[_\-]?(?:id|name)|nick(?:[_\-]?name)?|handle)"
                r"(?(quote)[\"']\s{0,2}:|=)\s{0,2}[\"'](?P<item>[a-z가-힣][0-9a-z가-힣._\-]{1,30})[\"']",
                LIKELY,
                _is_user,
            ),
            PatternRule.of(
                "user before an address",
                r"(?<![0-9A-Za-z._:/\-])(?P<item>[a-z][0-9a-z._\-]{2,20})(?=@[0-9]{1,3}(?:\.[0-9]{1,3}){3})",
                LIKELY,
                _is_home,
            ),
            # A volume called as its user, and the home of a user.
            PatternRule.of(
                "volume called after its user",
                r"(?-i:/Volumes/(?P<item>[a-z][0-9a-z._\-]{1,30}[0-9a-z]))(?=[/\s\"':,)]|\Z)",
                LIKELY,
                _is_volume,
            ),
            PatternRule.of(
                "volume called after its user and what it is for",
                rf"(?-i:/Volumes/(?P<item>[A-Za-z][0-9A-Za-z.]{{1,30}}|[가-힣]{{2,4}}))"
                rf"(?=[ _\-](?:{_DISK_WORDS}|[0-9])[0-9A-Za-z _\-]{{0,20}}(?:[/\s\"':,)]|\Z))",
                LIKELY,
                _is_somebodys,
            ),
            # /var/mail/kim.haneul, ~kimhaneul/public_html.
            PatternRule.of(
                "folder of a user",
                r"(?-i:(?:/var/(?:mail|spool/mail|spool/cron(?:/crontabs)?)/|/mnt/[a-z]/Users/|(?<![0-9A-Za-z_.~/])~)"
                r"(?P<item>[a-z][0-9a-z._\-]{2,30}))(?=[/\s\"':,)가-힣]|\Z)",
                LIKELY,
                _is_user,
            ),
            PatternRule(
                "home folder of a user",
                re.compile(
                    r"(?:/home/|/Users/"
                    r"|[A-Za-z]:\\{1,2}Users\\{1,2})(?P<item>[A-Za-z가-힣][0-9A-Za-z가-힣._\-]{1,30}[0-9A-Za-z가-힣])(?=[/\\\s\"':,)]|\Z)"
                ),
                LIKELY,
                _is_home,
            ),
            PatternRule.of(
                "@ and a handle",
                rf"(?<![0-9A-Za-z_.@/:#!$%&*\-])(?P<item>(?>@[A-Za-z][0-9A-Za-z_.]{{1,28}}[0-9A-Za-z_])){_END}{_NO_DECORATOR}",
                POSSIBLE,
                _is_named,
            ),
        )


def _is_user(user: str) -> bool:
    return _is_home(user) and _is_handle(user)


def _is_home(user: str) -> bool:
    return user.casefold() not in _SERVICES


def _is_volume(name: str) -> bool:
    return _is_user(name) and _DISK.search(name) is None


def _is_somebodys(name: str) -> bool:
    """Beside what a disk is for, only a name of people is one: Samsung SSD."""
    return is_romanised(name) or name.casefold() in _GIVEN or is_given(name)


def _is_called(name: str) -> bool:
    """A word that everybody uses is what a nickname is to be like."""
    return not is_common(name)


def _is_handle(handle: str) -> bool:
    return len(handle) >= _SHORTEST and handle.casefold() not in _WORDS and not _NO_HANDLE.match(handle)


def _is_marked(handle: str) -> bool:
    return _is_handle(handle) and bool(_MARKED.search(handle))


def _has_hangul(handle: str) -> bool:
    return _is_marked(handle) and bool(re.search(r"[가-힣]", handle))


def _is_named(mention: str) -> bool:
    """A bare @word is as often a decorator or an annotation; a digit or an underline makes it a person's."""
    return (
        bool(re.search(r"[0-9_]", mention))
        and not mention.endswith((".setter", ".getter", ".deleter"))
        and not _NO_HANDLE.match(mention, 1)
        and not _OFFICIAL.search(mention)
    )
