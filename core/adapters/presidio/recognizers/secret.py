"""Secrets: API keys in the common vendors' shapes, passwords behind their word, private keys, tokens in addresses."""

import re
from typing import Final

from core.adapters.presidio.recognizers.pattern import IS, Form, PatternRecognizer
from core.privacy.entities import EntityType

_W: Final = r"[0-9A-Za-z_\-]"
_START: Final = r"(?<![0-9A-Za-z_\-])"
_VENDORS: Final = (
    rf"sk-(?:ant-|proj-|or-)?{_W}{{16,200}}",
    r"gh[pousr]_[0-9A-Za-z]{30,255}",
    r"github_pat_[0-9A-Za-z_]{22,255}",
    rf"glpat-{_W}{{20,64}}",
    r"(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}",
    rf"AIza{_W}{{35}}",
    rf"ya29\.{_W}{{20,500}}",
    rf"GOCSPX-{_W}{{20,64}}",
    rf"xox[abeoprs]-{_W}{{10,250}}",
    rf"xapp-{_W}{{10,250}}",
    r"hf_[0-9A-Za-z]{30,64}",
    r"npm_[0-9A-Za-z]{36}",
    rf"pypi-{_W}{{50,500}}",
    rf"SG\.{_W}{{16,64}}\.{_W}{{16,64}}",
    r"(?:sk|rk|pk)_(?:live|test)_[0-9A-Za-z]{10,128}",
    r"dop_v1_[0-9a-f]{64}",
    r"key-[0-9a-f]{32}",
    r"[0-9]{8,10}:AA[0-9A-Za-z_\-]{33}",
    rf"[MNO][0-9A-Za-z]{{23,27}}\.{_W}{{6}}\.{_W}{{27,40}}",
    rf"eyJ{_W}{{10,2000}}\.{_W}{{10,4000}}(?:\.{_W}{{10,2000}})?",
)
_HOOK: Final = (
    r"https://(?:hooks\.slack\.com/(?:services|workflows|triggers)/[0-9A-Za-z_/\-]{10,200}"
    r"|(?:ptb\.|canary\.)?discord(?:app)?\.com/api/webhooks/[0-9]{10,25}/[0-9A-Za-z_\-]{20,200})"
)
_PRIVATE_KEY: Final = (
    r"-----BEGIN (?:[A-Z]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:[^-]{1,20000}-----END [A-Z ]{3,40}-----)?"
)
_IN_URL: Final = (
    r"(?<=[?&;])(?:access_token|refresh_token|id_token|token|api_?key|apikey|key|secret|client_secret|password|passwd|pwd|sig|"
    r"signature|auth|code)=(?P<item>[^\s&#\"'<>가-힣]{6,2000})"
)
_IN_AUTHORITY: Final = (
    r"[a-z][a-z0-9+.\-]{1,20}://[^\s:/@가-힣]{1,100}:(?P<item>[^\s/@가-힣]{1,200}@[0-9A-Za-z.\-]{1,100})"
)
_ANNOUNCED: Final = (
    r"(?:비밀[ ]?번호|비번|패스워드|패스코드|암호(?!화)|핀[ ]?번호|인증[ ]?번호|보안[ ]?코드|"
    r"(?<![A-Za-z_])(?:password|passwd|passcode|passphrase|pwd|pw|pin(?: ?code| number)?|otp)(?![A-Za-z_]))"
)
_KEY: Final = (
    r"(?:(?:api|access|secret|private|auth|시크릿|인증|액세스|접근|비밀)[ _\-]?(?:key|token|키|토큰)|client[ _]secret|"
    r"bearer|토큰|시크릿)"
)
# Visible ASCII without quotes and brackets; what ends a sentence does not end a password.
_VALUE: Final = r"(?P<item>[!#-&*-~]{3,127}[!#-&*+\-/-9<-~])"
# What stands in that place in documentation and rules: types, placeholders, lengths.
_PLACEHOLDER: Final = re.compile(
    r"(?:string|str|text|required|optional|none|null|true|false|undefined|hash(?:ed)?|input|field|reset|type|your.*|my.*|"
    r"<.*|\{.*|\$.*|%.*|\.+|[*x•]+|[0-9]{1,2}[~\-][0-9]{1,2}|.*\(.*\).*|os\.environ.*|process\.env.*|.*Field.*|[=:]+.*)",
    re.IGNORECASE,
)
_STRENGTH: Final = re.compile(r".*[0-9!-/:-@\[-`{-~]|(?=.*[a-z]).*[A-Z]")
_NAMED_SCORE: Final = 0.92


class SecretRecognizer(PatternRecognizer):
    """Finds secrets."""

    def __init__(self) -> None:
        super().__init__(
            EntityType.SECRET,
            Form(re.compile(rf"{_START}(?:{'|'.join(_VENDORS)})(?![0-9A-Za-z_])"), 1.0),
            Form(re.compile(_HOOK), 1.0),
            Form(re.compile(_PRIVATE_KEY), 1.0),
            Form.of(_IN_URL, 1.0),
            Form.of(_IN_AUTHORITY, 1.0),
            Form.of(rf"{_ANNOUNCED}{IS}{_VALUE}", _NAMED_SCORE, _is_password),
            Form.of(rf"{_KEY}{IS}(?P<item>[0-9A-Za-z_\-./+=]{{12,512}})", _NAMED_SCORE, _is_key),
        )


def _is_password(value: str) -> bool:
    return bool(_STRENGTH.match(value)) and not _PLACEHOLDER.fullmatch(value)


def _is_key(value: str) -> bool:
    return bool(re.search(r"[0-9]", value)) and bool(re.search(r"[A-Za-z]", value))
