"""Secrets: API keys in their vendors' shapes, passwords behind their word, private keys, tokens in addresses."""

import re
from typing import Final

from core.adapters.presidio.recognizers.key_shapes import SHAPES
from core.adapters.presidio.recognizers.pattern import IS, LIKELY, PatternRecognizer, PatternRule
from core.privacy.entities import EntityType

_SHAPE: Final = rf"(?<![0-9A-Za-z_\-])(?=[0-9A-Za-z])(?:{'|'.join(SHAPES)})(?![0-9A-Za-z_])"
_HOOK: Final = (
    r"https://(?:hooks\.slack\.com/(?:services|workflows|triggers)/[0-9A-Za-z_/\-]{10,200}"
    r"|(?:ptb\.|canary\.)?discord(?:app)?\.com/api/webhooks/[0-9]{10,25}/[0-9A-Za-z_\-]{20,200})"
)
_PRIVATE_KEY: Final = (
    r"-----BEGIN (?:[A-Z]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:[^-]{1,20000}-----END [A-Z ]{3,40}-----)?"
)
_IN_URL: Final = (
    r"(?<=[?&;])(?:access_token|refresh_token|id_token|token|api_?key|apikey"
    r"|key|secret|client_secret|password|passwd|pwd|sig|"
    r"signature|auth|code)=(?P<item>[^\s&#;\"'<>가-힣]{6,2000})"
)
# Up to the last at sign before the path: people leave one in a password as it is.
_IN_AUTHORITY: Final = (
    r"[a-z][a-z0-9+.\-]{1,20}://[^\s:/@가-힣]{0,100}:"
    r"(?P<item>[^\s/@가-힣]{1,200}(?:@[^\s/@\"'<>가-힣]{1,100}){0,3})(?=@[0-9A-Za-z\[])"
)
_ANNOUNCED: Final = (
    r"(?:비밀[ ]?번호|비번|패스워드|패스코드|암호(?!화)|핀[ ]?번호|인증[ ]?번호|(?:보안|복구|백업)[ ]?코드|"
    r"(?<![0-9A-Za-z_])(?:psk|password|passwd|passcode|passphrase|pwd|pw|pin(?: ?code| number)?|otp|"
    r"(?:recovery|backup) code)(?![0-9A-Za-z_]))"
)
_KEY: Final = (
    r"(?:(?:api|access|secret|private|auth|service|app|시크릿|인증|액세스|접근|비밀|서비스|앱)[ _.\-]?"
    r"(?:key|token|키|토큰)|시크릿)(?:(?:_[0-9A-Za-z]{1,20}){1,3}(?=[\"']?[ ]?[:=]))?"
)
# What is called, or a part that is taken out: useState(''), request.form["pw"].
_NO_CALL: Final = r"(?![A-Za-z_][0-9A-Za-z_.]{0,80}(?:\((?![가-힣])|\[))"
# Visible ASCII without quotes and brackets; what ends a sentence does not end a password.
_VALUE: Final = _NO_CALL + r"(?P<item>[!#-&*-~]{3,127}[!#-&*+\-/-9<-\\^-|~])"
_LONG: Final = r"(?P<item>[0-9A-Za-z_\-./+=%]{7,511}[0-9A-Za-z_\-/+=])"
# Of tokens people speak more often, and of models and their versions beside them.
_LONGER: Final = r"(?P<item>[0-9A-Za-z_\-./+=%]{11,511}[0-9A-Za-z_\-/+=])"
# A variable, a field, a property: DB_PASSWORD=…, PGPASSWORD=…, "clientSecret": "…".
_SET: Final = r"[\"']?\]?[ \t]?[:=][ \t(\[\"']{0,3}"
_PASSWORD_SET: Final = (
    rf"(?<![A-Za-z])[A-Za-z]{{0,12}}?(?:password|passwd|passphrase|(?<![A-Za-z])(?:pwd|pass|pw)){_SET}{_VALUE}"
)
_SECRET_SET: Final = (
    r"(?<![A-Za-z])(?:[A-Za-z]{0,12}?secret(?:[_\-]?key)?|client[ _]secret|token|(?:account|shared ?access)key)"
    rf"{_SET}{_LONG}"
)
_HEADER: Final = (
    r"(?:authorization[\"']?[ \t]?[:=][ \t]?[\"']?(?:basic|bearer|token|apikey)|kakaoak)[ ]"
    r"(?P<item>[0-9A-Za-z._~+/\-]{8,4096}={0,2})"
)
_COOKIE: Final = (
    r"(?:[a-z]{0,8}sessionid|sessid|phpsessid|session(?:_id|_token)?|connect\.sid|csrf_?token|sid)="
    r"(?P<item>[0-9A-Za-z%._\-]{16,512})"
)
# Said in a sentence: the word for it, a few words more, and what looks like a password and like nothing else.
_SAID: Final = (
    r"(?:비밀[ ]?번호|비번|패스워드|암호(?!화)|psk|(?:공유|와이파이|wi-?fi)[ ]?키"
    r"|(?<![A-Za-z])(?:password|passwd|passphrase|passcode|pwd|pw|(?:shared|network|security|wpa2?|wi-?fi)[ ]key))"
    r"(?![A-Za-z])"
    r"[^\n]{0,30}?(?<![0-9A-Za-z!#$%&*+\-./:=?@_~^])"
    r"(?P<item>(?=[^\s0-9]{0,62}[0-9])(?=[^\sA-Za-z]{0,62}[A-Za-z])[0-9A-Za-z!#$%&*+\-/=?@_~^]{5,63}[0-9A-Za-z!#$%&*+=?@_~^])"
    # A function is called.
    r"(?![0-9A-Za-z@]|\((?![가-힣]))"
)
_CARD_CODE: Final = rf"(?<![A-Za-z])(?:cv[cv]2?|cvc[ ]?번호){IS}(?P<item>[0-9]{{3,4}})(?![0-9A-Za-z])"
# A vendor's key behind a name of one's own (kakao_key): letters and digits alone, which no name of a key is.
_NAMED_KEY: Final = rf"(?<![A-Za-z])[A-Za-z]{{1,20}}[_\-]?key{_SET}(?P<item>[0-9A-Za-z]{{20,200}})(?![0-9A-Za-z_\-./])"
# As vendors write them, whoever the vendor is: what is in use, for what, and signs at random.
_WORDED_KEY: Final = (
    r"(?<![0-9A-Za-z_\-/.])[a-z]{2,10}_[a-z]{2,10}_(?=[0-9A-Za-z]{0,63}[0-9])(?=[0-9A-Z]{0,63}[a-z])(?=[0-9a-z]{0,63}[A-Z])"
    r"[0-9A-Za-z]{20,64}(?![0-9A-Za-z_\-])"
)
# What opens the door of a house: 공동현관 #1234*5678.
_DOOR: Final = (
    rf"(?:공동[ ]?현관(?:문)?|출입문?|도어락|현관(?:문)?)(?:[ ]?(?:번호|암호|코드))?{IS}"
    r"(?P<item>(?=[0-9#*]*[#*])[#*]{0,2}[0-9]{2,8}(?:[#*]{1,2}[0-9]{1,8}){0,3}[#*]{0,2})(?![0-9A-Za-z*#])"
)
# Options of commands: mysql -pSecret, curl -u user:secret, sshpass -p secret.
_OPTIONS: Final = r"[ ][^\n|;]{0,150}?(?<=[ ])"
_OWN_PASSWORD: Final = rf"(?<![A-Za-z])(?:mysql|mysqldump|mysqladmin|mariadb){_OPTIONS}-p(?P<item>[^\s'\"`]{{3,64}})"
_USER_AND_PASSWORD: Final = (
    rf"(?<![A-Za-z])(?:curl|wget|http){_OPTIONS}(?:-u|--user|--proxy-user|-a)[ =]?[\"']?[^\s:\"']{{0,64}}:"
    r"(?P<item>[^\s\"'`]{3,64})"
)
_PASSWORD_OPTION: Final = (
    rf"(?<![A-Za-z])(?:sshpass|docker login|podman login|redis-cli|htpasswd|smbclient){_OPTIONS}-[pa][ ]?[\"']?"
    r"(?P<item>[^\s\"'`]{3,64})"
)
# What stands in that place in documentation and rules: types, placeholders, lengths.
_PLACEHOLDER: Final = re.compile(
    r"(?:1password|change[_\-]?me.*|\.[a-z_]+|[\]}].*|string|str|text|required|optional|none|null|true|false|undefined|hash(?:ed)?|input|field|reset|type"
    r"|pass(?:word|wd)?|secret|token|pw|your[_\-].*|(?:your|my)[_\-]?(?:api|secret|pass|token|key)[a-z_\-]*"
    r"|<.*|_+|\{.*|\$[{(].*|\$[a-z_]+|%[a-z_]+%?|\.+|[*x•]+|[0-9]{1,2}[~\-][0-9]{1,2}|[a-z_\-]+=|-{1,2}[a-z\-]+|_[a-z]+"
    r"|[^(]*\([^)]*\).*|.*Field.*|[=:]+.*|https?://.*"
    # A property where a value would stand: settings.db_password, form.value.
    r"|(?:settings?|config|conf|env|os|self|this|app|process|props|state|data|form|user|req|request|body|args|params"
    r"|options|credentials?|creds|secrets|vault)(?:\.[a-z_]+)+|os\.environ.*|process\.env.*"
    r"|(?:[a-z_]+\.)+(?:[a-z_]*(?:pass|pwd|secret|token|key)[a-z_]*|pw|value|text)"
    r"|\|[ ]?(?:none|null|undefined|str|string|bytes).*|(?:optional|secret|union)(?:str|bytes|\[).*)",
    re.IGNORECASE,
)
# What is written in letters and digits and is no password: models, versions, times, addresses, units.
_SPOKEN: Final = re.compile(
    r"[A-Za-z]{1,12}-?[0-9]{1,4}[A-Za-z]{0,2}|v?[0-9.]{1,20}[a-z]{0,20}|[0-9]{1,20}[A-Za-z]{1,5}"
    r"|[A-Za-z]{1,20}[0-9]?/[A-Za-z0-9/]{1,60}"
    r"|(?:sha|md|aes|rsa|utf|wpa|ipv|http|oauth|base|tls|ssl|2fa|mfa)[0-9A-Za-z\-./]{0,40}|[a-z0-9_]{1,40}=[^\n]{0,200}",
    re.IGNORECASE,
)
# Names in code: words of letters, of which one may have a short number: test_login2_ok, password_hash_v2.
_WORD: Final = r"(?:[vV][0-9]{1,2}|(?:[a-z]+|[A-Z]+)[0-9]?)"
_IN_CODE: Final = re.compile(rf"(?=[^0-9]*[0-9]+[^0-9]*\Z){_WORD}(?:[_\-]{_WORD})+")
_OF_ADDRESS: Final = ("@", "//", "www.")
_LONGEST_MODEL: Final = 12
_STRENGTH: Final = re.compile(r".*[0-9!-/:-@\[-`{-~]|(?=.*[a-z]).*[A-Z]")
_NAMED_SCORE: Final = 0.92


class SecretRecognizer(PatternRecognizer):
    """Finds secrets."""

    def __init__(self) -> None:
        super().__init__(
            EntityType.SECRET,
            PatternRule("key in its vendor's shape", re.compile(_SHAPE), 1.0),
            PatternRule("address of a webhook", re.compile(_HOOK), 1.0),
            PatternRule("private key", re.compile(_PRIVATE_KEY), 1.0),
            PatternRule.of("token in an address", _IN_URL, 1.0),
            PatternRule.of("password in an address", _IN_AUTHORITY, 1.0, _is_given),
            PatternRule.of("token in a header", _HEADER, 1.0, _is_token),
            PatternRule.of("cookie", _COOKIE, 1.0, _is_token),
            PatternRule("password of a database command", re.compile(_OWN_PASSWORD), 1.0, _is_given),
            PatternRule("user and password of a command", re.compile(_USER_AND_PASSWORD), 1.0, _is_given),
            PatternRule("password of a command", re.compile(_PASSWORD_OPTION), 1.0, _is_given),
            PatternRule.of("password behind its name", rf"{_ANNOUNCED}{IS}{_VALUE}", _NAMED_SCORE, _is_password),
            # What is said of it comes first: 비번 바뀜: …, 비번 admin / ….
            PatternRule.of(
                "password behind what is said of it",
                rf"{_ANNOUNCED}[ ][가-힣]{{1,6}}[ ]?[:：=][ ]?{_VALUE}",
                _NAMED_SCORE,
                _is_strong,
            ),
            PatternRule.of("password that is set", _PASSWORD_SET, _NAMED_SCORE, _is_password),
            PatternRule.of("key behind its name", rf"{_KEY}{IS}{_LONG}", _NAMED_SCORE, _is_key),
            PatternRule.of("token behind its name", rf"(?:bearer|토큰){IS}{_LONGER}", _NAMED_SCORE, _is_key),
            PatternRule.of("secret that is set", _SECRET_SET, _NAMED_SCORE, _is_key),
            PatternRule("key behind two words", re.compile(_WORDED_KEY), LIKELY),
            PatternRule.of("key with a name of one's own", _NAMED_KEY, _NAMED_SCORE, _is_key),
            PatternRule.of("password in a sentence", _SAID, _NAMED_SCORE, _is_unspeakable),
            PatternRule.of("code of a door", _DOOR, _NAMED_SCORE),
            PatternRule.of("code of a card", _CARD_CODE, _NAMED_SCORE),
        )


def _is_given(value: str) -> bool:
    return not _PLACEHOLDER.fullmatch(value)


def _is_password(value: str) -> bool:
    return bool(_STRENGTH.match(value)) and _is_given(value)


def _is_strong(value: str) -> bool:
    """Say whether letters and digits are mixed in a value."""
    return _is_given(value) and bool(re.search(r"[0-9]", value)) and bool(re.search(r"[A-Za-z]", value))


def _is_unspeakable(value: str) -> bool:
    """Say whether no word, number, address, version or model is written so: k1te-Meadow-31, zx91cv8$."""
    return (
        _is_strong(value)
        and not _SPOKEN.fullmatch(value)
        and not _IN_CODE.fullmatch(value)
        and not any(sign in value for sign in _OF_ADDRESS)
        and (len(value) > _LONGEST_MODEL or re.search(r"[a-z]", value) is not None)
    )


def _is_key(value: str) -> bool:
    return bool(re.search(r"[0-9]", value)) and bool(re.search(r"[A-Za-z]", value)) and _is_given(value)


def _is_token(value: str) -> bool:
    """A word (Authorization: Basic authentication) is none."""
    return _is_given(value) and bool(re.search(r"[0-9=]|[a-z][A-Z]", value))
