"""Addresses of personal pages: profiles, blogs, open chats, shared documents.

Replaces Presidio's UrlRecognizer, which takes every address, swallows a particle behind it, and leaves half an e-mail
address behind. Pages of no person, such as documentation, stay.
"""

import re
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Final

from core.adapters.presidio.recognizers.pattern import IS, LIKELY, SURE, PatternRecognizer, PatternRule
from core.privacy.entities import EntityType

_LINKS: Final[Mapping[str, Any]] = tomllib.loads(files(__package__).joinpath("personal_links.toml").read_text("utf-8"))
_START: Final = r"(?<![0-9A-Za-z_.@/\-])(?:https?://)?(?:www\.|m\.|[a-z]{2}\.|us[0-9]{2}web\.)?"
_NAME: Final = r"[0-9A-Za-z_.\-%~!]*[0-9A-Za-z_\-%]"
_PATH: Final = (
    r"(?:/[0-9A-Za-z_.\-%~@!]*[0-9A-Za-z_\-%]|/)*(?:\?[0-9A-Za-z_.\-%=&]*[0-9A-Za-z_\-%=])?"
    r"(?:#[0-9A-Za-z_\-=.]*[0-9A-Za-z_\-])?"
)
_OWN: Final = (
    r"(?:포트폴리오|개인[ ]?(?:홈페이지|사이트|블로그|홈피)|(?:제|내|저의|나의)[ ](?:홈페이지|사이트|블로그|홈피)"
    r"|(?<![a-z])(?:portfolio|personal (?:site|website|page|blog)|my (?:site|website|blog)))"
)
_CITATIONS: Final = r"scholar\.google\.(?:com|co\.kr)/citations\?(?:hl=[a-z]{2}&)?user="


def _profiles() -> str:
    projects = "|".join(map(re.escape, _LINKS["projects"]["owners"]))
    # A repository that is called as its owner is a project's.
    project = rf"(?!(?:{projects})/|(?P<owner>[0-9A-Za-z\-]{{1,40}})/(?P=owner)(?![0-9A-Za-z\-]))"
    return "|".join(
        (
            _CITATIONS,
            *(
                re.escape(link)
                + (rf"(?!{'|'.join(map(re.escape, others))})" if others else "")
                + (project if link == "github.com/" else "")
                for link, others in _LINKS["profiles"].items()
            ),
        )
    )


class PersonalUrlRecognizer(PatternRecognizer):
    """Finds such addresses, with or without https://."""

    def __init__(self) -> None:
        shared = "|".join(map(re.escape, _LINKS["shared"]["links"]))
        paths = "|".join(map(re.escape, _LINKS["paths"]["names"]))
        sites = "|".join(map(re.escape, _LINKS["sites"]["ends"]))
        super().__init__(
            EntityType.URL_PERSONAL,
            PatternRule.of("profile", rf"{_START}(?:{_profiles()}){_NAME}{_PATH}", SURE - 0.05),
            PatternRule.of("shared document or chat", rf"{_START}(?:{shared}){_NAME}{_PATH}", SURE - 0.05),
            PatternRule.of(
                "personal site",
                rf"{_START}[0-9A-Za-z][0-9A-Za-z\-]{{1,40}}\.(?:{sites})(?![0-9A-Za-z]){_PATH}",
                SURE - 0.05,
            ),
            # Of whatever host, with what follows: no page of a handbook, as …/user/guide is.
            PatternRule.of(
                "path to a user",
                rf"{_START}(?!api\.|docs?\.)(?:[0-9A-Za-z\-]{{1,40}}\.){{1,3}}[A-Za-z]{{2,10}}/(?:[a-z]{{2}}/)?"
                rf"(?:{paths})(?!(?:{'|'.join(_LINKS['paths']['but'])})(?![0-9A-Za-z_])){_NAME}{_PATH}",
                LIKELY,
                _is_a_name,
            ),
            PatternRule.of(
                "page that somebody calls their own",
                rf"{_OWN}(?:[ ]?(?:주소|링크|url|사이트))?{IS}(?P<item>(?:https?://)?(?:[0-9A-Za-z\-]{{1,40}}\.){{1,3}}[A-Za-z]{{2,10}}"
                rf"(?![0-9A-Za-z.@]){_PATH})",
                LIKELY,
            ),
            # Wherever a path begins with @, the name of an account follows, but for packages.
            PatternRule.of(
                "path with @ and a handle",
                rf"{_START}(?!registry\.|cdn\.|unpkg\.)(?:[0-9A-Za-z\-]{{1,40}}\.){{1,3}}[A-Za-z]{{2,10}}"
                rf"/@(?!types/|babel/|angular/|vue/){_NAME}{_PATH}",
                SURE - 0.05,
            ),
        )


def _is_a_name(link: str) -> bool:
    """Say whether the path ends with a user, or with one thing of theirs: no file, and no place for a name."""
    return not re.search(r"[%{}<>:]|\.(?:html?|php|aspx?|js|py|md|json)\Z", link.partition("//")[2] or link)
