"""Secrets as they stand in commands, settings, headers and sentences; tokens are made up in their vendors' shapes."""

from itertools import cycle, islice

import pytest

from core.adapters.presidio.detector import PresidioDetector
from core.privacy.text import RawText


def letters(count: int) -> str:
    return "".join(islice(cycle("a1B2c3D4e5F6g7H8j9K0"), count))


def capitals(count: int) -> str:
    return "".join(islice(cycle("A1B2C3D4E5F6G7H8J9K0"), count))


def hexadecimal(count: int) -> str:
    return "".join(islice(cycle("0a1b2c3d4e5f6789"), count))


TOKENS = [
    "sk-" + letters(48),
    "sk-proj-" + letters(120),
    "sk-ant-api03-" + letters(95),
    "sk-or-v1-" + hexadecimal(64),
    "sk_" + hexadecimal(48),
    "hf_" + letters(34),
    "gsk_" + letters(52),
    "xai-" + letters(80),
    "pplx-" + letters(48),
    "r8_" + letters(37),
    f"lsv2_pt_{hexadecimal(32)}_{hexadecimal(10)}",
    "dapi" + hexadecimal(32),
    "pscale_tkn_" + letters(40),
    "sbp_" + hexadecimal(40),
    "ghp_" + letters(36),
    f"github_pat_{letters(22)}_{letters(59)}",
    "glpat-" + letters(20),
    f"glpat-{letters(27)}.01.{hexadecimal(9)}",
    "npm_" + letters(36),
    "pypi-AgEIcHlwaS5vcmc" + letters(70),
    "rubygems_" + hexadecimal(48),
    "cio" + letters(32),
    "dckr_pat_" + letters(27),
    "ATATT3xFfGF0" + letters(100),
    f"PMAK-{hexadecimal(24)}-{hexadecimal(34)}",
    "sntrys_" + letters(60),
    "NRAK-" + capitals(27),
    f"glsa_{letters(32)}_{hexadecimal(8)}",
    "phx_" + letters(43),
    "AKIA" + capitals(16),
    "AIza" + letters(35),
    "ya29." + letters(80),
    "1//0" + letters(50),
    "GOCSPX-" + letters(28),
    "a1B8Q~" + letters(34),
    "ncp_iam_" + letters(32),
    "dop_v1_" + hexadecimal(64),
    f"v1.0-{hexadecimal(24)}-{hexadecimal(146)}",
    "HRKU-" + letters(36),
    "hvs." + letters(90),
    f"{letters(14)}.atlasv1.{letters(67)}",
    "pul-" + hexadecimal(40),
    "dp.pt." + letters(43),
    f"tskey-auth-{letters(12)}-{letters(32)}",
    "AGE-SECRET-KEY-1" + capitals(58),
    f"xoxb-123456789012-1234567890123-{letters(24)}",
    f"xapp-1-A{capitals(10)}-1234567890123-{hexadecimal(64)}",
    f"M{letters(23)}.Gabcde.{letters(38)}",
    "1234567890:AA" + letters(33),
    "ntn_" + letters(46),
    "secret_" + letters(43),
    "lin_api_" + letters(40),
    "figd_" + letters(40),
    f"pat{letters(14)}.{hexadecimal(64)}",
    f"SG.{letters(22)}.{letters(43)}",
    "key-" + hexadecimal(32),
    hexadecimal(32) + "-us14",
    f"xkeysib-{hexadecimal(64)}-{letters(16)}",
    "SK" + hexadecimal(32),
    "sk_live_" + letters(24),
    "test_gsk_" + letters(24),
    "whsec_" + letters(32),
    "sq0atp-" + letters(22),
    "shpat_" + hexadecimal(32),
    "EAA" + letters(160),
    f"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.{letters(43)}",
]


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
    ],
)
def test_what_only_speaks_of_secrets(detector: PresidioDetector, text: str) -> None:
    assert secrets(detector, text) == []


def secrets(detector: PresidioDetector, text: str) -> list[str]:
    return [text[span.start : span.end] for span in detector.detect(RawText(text)) if span.type == "SECRET"]
