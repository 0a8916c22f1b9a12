"""Secrets as they stand in commands, settings, headers and sentences; tokens are made up in their vendors' shapes."""

import re
import tomllib
from importlib.resources import files
from itertools import cycle, islice
from typing import Any, Final

import pytest

from core.adapters.presidio import recognizers
from core.adapters.presidio.detector import PresidioDetector
from core.adapters.presidio.recognizers.key_shapes import SHAPES
from core.privacy.text import RawText

_KEYS: Final = tomllib.loads(files(recognizers).joinpath("key_shapes.toml").read_text("utf-8"))["key"]
_SIGNS: Final = {
    "A": "a1B2c3D4e5F6g7H8j9K0",
    "C": "A1B2C3D4E5F6G7H8J9K0",
    "H": "0a1b2c3d4e5f6789",
    "a": "a1b2c3d4e5f6g7h8j9k0",
}


def _written_out(example: str) -> str:
    return re.sub("<([ACHa]):([0-9]+)>", lambda sign: "".join(islice(cycle(_SIGNS[sign[1]]), int(sign[2]))), example)


TOKENS: Final = [_written_out(example) for key in _KEYS for example in key["examples"]]


@pytest.mark.parametrize(("key", "shape"), list(zip(_KEYS, SHAPES, strict=True)), ids=lambda of: str(of)[:30])
def test_a_shape_says_whose_it_is_and_has_an_example_of_its_own(key: dict[str, Any], shape: str) -> None:
    assert set(key) == {"vendor", "source", "shape", "examples"}
    assert all(key.values())
    assert key["source"].startswith(("https://", "gitleaks: ", "trufflehog: ", "src/"))
    assert all(re.fullmatch(shape, _written_out(example)) for example in key["examples"])


@pytest.mark.parametrize("text", ["{}", "키는 {}입니다", "이걸로{}", '"{}",', "({})", "{}."])
def test_shapes(detector: PresidioDetector, text: str) -> None:
    found = {token: secrets(detector, text.format(token)) for token in TOKENS}
    assert {token: secret for token, secret in found.items() if secret != [token]} == {}


PLACES = [
    "mysql -u root -p«S3cret99» -h db.local",
    "mysqldump app -uroot -p«S3cret99» > a.sql",
    "curl -u admin:«p4ssW0rd» https://api.example.com/v1",
    "curl -s --user 'admin:«p4ssW0rd»' https://api.example.com",
    "wget --user=kim --password=«Zx81kk» http://a.example.com",
    "sshpass -p '«Adm1n!23»' ssh root@db.local",
    "docker login -u robot -p «dckpw123» registry.example.com",
    "redis-cli -h cache.local -a «r3disPass» ping",
    "export PGPASSWORD=«s3cr3tpg» && psql -U app",
    "DB_PASSWORD=«s3cr3tP4ss»",
    "spring.datasource.password=«Boot!2024»",
    "NAVER_CLIENT_SECRET=«Xy12AbCd34»",
    "네이버 client secret: «aB3dE5fG7h»",
    '{"clientSecret": "«aB3dE5fG7h»"}',
    "서비스키: «abcdEFGH1234%3D%3D»",
    "AccountName=a;AccountKey=«abcd1234EFGH5678ijkl==»;Suffix=b",
    "Authorization: Basic «YWRtaW46cDRzc1cwcmQ=»",
    '"Authorization": "Bearer «abc123def456ghi789»"',
    "Authorization: KakaoAK «0a1b2c3d4e5f67890a1b2c3d4e5f6789»",
    "Cookie: JSESSIONID=«BDE6BB0234E7F9562CA7F983DCDD8FCE»; lang=ko",
    "postgresql://app:«hunter2pw»@db.internal:5432/prod",
    "redis://:«r3disPass»@cache.internal:6379/0",
    "mongodb+srv://user:«mOng0pw!»@cluster0.abcde.mongodb.net/test",
    "postgres://app:«p@ssw0rd»@localhost:5432/db",
    "mongodb+srv://admin:«Qw!er@ty@9»@cluster0.abcde.mongodb.net/test",
    '{"cache":"redis://:«r3disPass»@localhost:6379","mail":"a@b.c"}',
    "토큰은 «abcd1234efgh5678».",
    "CVC «482»",
    "MYSQL_ROOT_PASSWORD: «my5qlR00t»",
    "비밀번호는 «$ecret99»야",
    "네이버 클라이언트 시크릿 «Zx9Cv8Bn7M»",
    "카카오 앱키 «0123456789abcdef0123456789abcdef»",
    "비밀번호에서«hunter2!»",
    "비밀번호는 «hello.world»예요",
    "pw: «|abc123|»",
    "password: «user.kim2024!»",
]


@pytest.mark.parametrize("place", PLACES)
def test_places(detector: PresidioDetector, place: str) -> None:
    before, _, rest = place.partition("«")
    secret, _, behind = rest.partition("»")
    assert secrets(detector, before + secret + behind) == [secret]


@pytest.mark.parametrize(
    "text",
    [
        "mysql -u root -p",
        "mysql -u root -p$DB_PASS",
        "mysql -h db.local -P 3306",
        "mkdir -p src/main/java",
        "docker run -p 8080:80 nginx",
        "docker login -u robot --password-stdin",
        "curl -u user:$TOKEN https://api.example.com",
        "curl -X POST https://api.example.com",
        "Authorization: Bearer <token>",
        "Authorization: Bearer YOUR_TOKEN",
        "Authorization: Basic authentication",
        "password = settings.db_password",
        "client_secret = os.environ[...]",
        '<input type="password" name="pw">',
        "token = await getToken();",
        "max_tokens: 4096",
        "https://example.com:8080/a@b",
        "sk-learn을 설치해 줘",
        "SK하이닉스 2026 실적",
        "secret: true",
        "password: my_password",
        "password: your-password-1",
        "토큰은 cl100k_base로 세요",
        "NAVER_CLIENT_SECRET=${SECRET}",
        "password = request.form['password']",
        "const [password, setPassword] = useState('');",
        "if (password.length < 8) return;",
        'input[type="password"]::placeholder { color: gray }',
        "SMTP_PASS=changeme_please",
    ],
)
def test_what_only_speaks_of_secrets(detector: PresidioDetector, text: str) -> None:
    assert secrets(detector, text) == []


def secrets(detector: PresidioDetector, text: str) -> list[str]:
    return [text[span.start : span.end] for span in detector.detect(RawText(text)) if span.type == "SECRET"]


@pytest.mark.parametrize("text", ["app_prod_{}", "my_service_{}"])
def test_signs_at_random_behind_two_words_are_a_key(detector: PresidioDetector, text: str) -> None:
    key, name = text.format(_written_out("<A:22>")), text.format("retries_before_login2")
    assert [span.type for span in detector.detect(RawText(key))] == ["SECRET"]
    assert [span for span in detector.detect(RawText(name)) if span.type == "SECRET"] == []
