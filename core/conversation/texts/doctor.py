"""What is said of the set-up, by the doctor and when a bot cannot start, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

DOCTOR_KO: Final[Mapping[str, str]] = MappingProxyType(
    {
        "error.platform_unreachable": "{platform}에 연결할 수 없어요. 인터넷과 프록시 설정을 확인해 주세요.",
        "doctor.name_unknown": "설정: {name}은(는) 모르는 이름이에요. {meant}로 고쳐주세요.",
        "doctor.env_left": "설정: 이 폴더의 .env는 다른 프로젝트의 것일 수 있어 읽지 않았어요. 쓰려면 PROMPTGEN_ENV_FILE=.env를 넣어주세요.",
        "doctor.tried": "해 보기: 지어낸 답으로 인터뷰 하나를 끝냈어요. {count}자짜리 프롬프트, {seconds}초, 이름과 번호는 가려졌어요.",
        "doctor.try_leaked": "해 보기: 인터뷰는 끝났지만 이름이나 번호가 가려지지 않았어요. PROMPTGEN_MASK_POLICY를 확인해 주세요.",
        "doctor.try_failed": "해 보기: 인터뷰가 도중에 멈췄어요. promptgen chat으로 직접 해 보고, 나오는 오류를 살펴봐 주세요.",
        "doctor.replies_wait": "보낼 답: {count}개가 기다리고, 가장 오래된 것은 {seconds}초째예요. 봇이 켜져 있는지, 토큰이 맞는지, 플랫폼에 장애가 없는지 봐 주세요.",
        "doctor.clock_doubted": "시계가 {days}일 앞으로 뛰었거나 봇이 그만큼 꺼져 있었어요. 시각이 맞으면 하루 뒤에 저절로 풀리고, 틀리면 NTP를 켜주세요. 그동안 오래된 대화를 지우지 않아요.",
        "doctor.retention_behind": "보관 기간 {limit}일에서 {days}일이 더 지난 대화가 있어요. promptgen data purge로 지울 수 있고, 안 되면 까닭을 알려줘요.",
        "doctor.backup": "백업: 마지막으로 {days}일 전에 했어요.",
        "doctor.backup_none": "백업: 여기서는 아직 한 적이 없어요. promptgen backup 폴더 --keep 14를 하루에 한 번 돌려주세요.",
        "doctor.backup_old": "백업: 마지막으로 한 지 {days}일이 지났어요. promptgen backup을 직접 돌려 보고, 나오는 말을 봐 주세요.",
        "doctor.data_dir": "데이터 폴더: {path}",
        "doctor.database_file": "데이터베이스 파일: {path}",
        "doctor.env_file": "설정 파일: {path}",
        "doctor.slack_bot_prefix": (
            "Slack: SLACK_BOT_TOKEN은 xoxb-로 시작해야 해요. OAuth & Permissions의 Bot User OAuth Token을 넣어주세요."
            " xapp-로 시작하는 것은 SLACK_APP_TOKEN에 넣어요."
        ),
        "doctor.slack_app_prefix": (
            "Slack: SLACK_APP_TOKEN은 xapp-로 시작해야 해요. Basic Information의 App-Level Tokens에 있는 토큰을 넣어주세요."
            " xoxb-로 시작하는 것은 SLACK_BOT_TOKEN에 넣어요."
        ),
        "doctor.model.unknown": "모델 이름: 서버에 그런 모델이 없어요. 있는 이름은 {value}이니, PROMPTGEN_LLM_MODEL을 그중 하나로 고쳐주세요.",
        "doctor.model.unreachable": (
            "모델 주소: 답이 없어요({value}). vLLM이 켜져 있는지, PROMPTGEN_LLM_BASE_URL이 /v1까지 맞는지 확인해 주세요."
        ),
        "doctor.model.refused": "모델 주소: 열쇠를 받아주지 않아요. PROMPTGEN_LLM_API_KEY를 서버의 --api-key와 같게 넣어주세요.",
        "doctor.database": "데이터베이스: {kind}, 최신이고 열려요.",
        "doctor.database_writable": "데이터베이스: 쓸 수 있어요.",
        "doctor.key_set": "금고 열쇠: PROMPTGEN_VAULT_KEY를 써요.",
        "doctor.key_missing": (
            "금고 열쇠가 없어서 가린 값을 되돌릴 수 없어요. 백업에서 vault.key를 돌려놓거나 PROMPTGEN_VAULT_KEY를 넣어주세요."
        ),
        "doctor.file_private": "파일 권한: {path} ({mode}) 나만 읽을 수 있어요.",
        "doctor.file_open": "파일 권한: {path}을(를) 다른 사용자도 읽을 수 있어요 ({mode}). chmod 600 {path}를 실행해 주세요.",
        "doctor.clock": "시계: 맞아요 ({seconds}초 차이).",
        "doctor.clock_off": "시계가 {seconds}초 어긋났어요. NTP를 켜주세요. 5분이 넘으면 Slack이 요청을 거절해요.",
        "doctor.slack_bot_token": (
            "Slack: SLACK_BOT_TOKEN을 받아주지 않아요. 앱의 OAuth & Permissions에서 xoxb-로 시작하는 토큰을 다시 복사해 주세요."
        ),
        "doctor.slack_app_token": (
            "Slack: SLACK_APP_TOKEN을 받아주지 않아요. Basic Information의 App-Level Tokens에서 connections:write가 있는"
            " xapp- 토큰을 다시 복사해 주세요."
        ),
        "doctor.slack_scopes": "Slack: 봇 토큰이 동작하고 권한 {count}개가 모두 있어요.",
        "doctor.slack_scopes_missing": (
            "Slack: 권한이 모자라요: {scopes}. bots/slack/manifest.yaml을 앱에 다시 넣고 워크스페이스에 다시 설치해 주세요."
        ),
        "doctor.slack_no_agent": (
            "Slack: assistant:write 권한이 없어서 Slack의 진행 표시와 중지 단추, 추천 문장, 스레드 제목은 나오지 않아요. 나머지는 그대로 동작해요."
        ),
        "doctor.slack_connects": "Slack: Socket Mode 토큰이 동작해요.",
        "doctor.slack_refused": "Slack이 거절했어요: {error}. 앱 설정에서 이 이름을 찾아 확인해 주세요.",
        "doctor.slack_unreachable": (
            "Slack에 연결할 수 없어요. 인터넷과 프록시, PROMPTGEN_SLACK_API_URL을 확인해 주세요."
        ),
        "doctor.discord_refused": (
            "Discord: DISCORD_TOKEN을 받아주지 않아요. 개발자 포털의 Bot 화면에서 토큰을 다시 만들어 넣어주세요."
        ),
        "doctor.discord_intent": (
            "Discord: PROMPTGEN_DISCORD_MESSAGE_CONTENT가 켜져 있는데 포털에서는 꺼져 있어요. Bot 화면에서"
            " Message Content Intent를 켜거나 설정을 지워주세요."
        ),
        "doctor.discord_endpoint": (
            "Discord: 포털의 General Information에 Interactions Endpoint URL이 적혀 있어 명령이 봇에게 오지 않아요."
            " 그 칸을 비워주세요."
        ),
        "doctor.discord_code_grant": (
            "Discord: 포털의 Bot 화면에서 Requires OAuth2 Code Grant를 꺼주세요. 켜져 있으면 서버에 초대할 수 없어요."
        ),
        "doctor.discord_install": "Discord: 포털의 Installation 화면에서 {kind}을 켜주세요.",
        "doctor.discord_scopes": (
            "Discord: 포털의 Installation 화면에서 {kind}의 Scopes에 빠진 것을 더해주세요: {missing}"
        ),
        "doctor.discord_permissions": (
            "Discord: 포털의 Installation 화면에서 Guild Install의 Permissions에 빠진 것을 더해주세요: {missing}."
            " 이미 초대한 서버에는 아래 링크로 다시 초대하면 돼요."
        ),
        "doctor.discord_commands": (
            "Discord: 등록된 명령이 이 버전과 달라요. `promptgen discord`를 한 번 시작하면 새로 등록돼요."
        ),
        "doctor.discord_token_works": "Discord: 토큰이 동작하고, 설치 설정과 인텐트도 맞아요.",
        "doctor.discord_unreachable": (
            "Discord에 연결할 수 없어요. 인터넷과 프록시, PROMPTGEN_DISCORD_API_URL을 확인해 주세요."
        ),
    }
)
DOCTOR_EN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "error.platform_unreachable": "{platform} cannot be reached. Please check the network and the proxy.",
        "doctor.replies_wait": "Replies: {count} wait to be sent, the oldest for {seconds} s. See that the bot runs, that its token is right, and the platform's status page.",
        "doctor.clock_doubted": "The clock went ahead by {days} days, or the bot was off for as long. If the time is right, that ends by itself after a day; if not, switch on NTP. Until then no old conversation is deleted.",
        "doctor.retention_behind": "There are conversations {days} days past the {limit} that they are kept. promptgen data purge deletes them, or says why not.",
        "doctor.backup": "Backup: the last one was made {days} days ago.",
        "doctor.backup_none": "Backup: none was made here yet. Run promptgen backup FOLDER --keep 14 once a day.",
        "doctor.backup_old": "Backup: the last one was made {days} days ago. Run promptgen backup by hand and look at what it says.",
        "doctor.database_file": "Database file: {path}",
        "doctor.env_file": "Settings file: {path}",
        "doctor.slack_bot_prefix": (
            "Slack: SLACK_BOT_TOKEN has to begin with xoxb-. Copy the Bot User OAuth Token from OAuth & Permissions;"
            " what begins with xapp- belongs into SLACK_APP_TOKEN."
        ),
        "doctor.slack_app_prefix": (
            "Slack: SLACK_APP_TOKEN has to begin with xapp-. Copy it from Basic Information, App-Level Tokens;"
            " what begins with xoxb- belongs into SLACK_BOT_TOKEN."
        ),
        "doctor.model.unknown": "Model name: the server has no such model. It has {value}; set PROMPTGEN_LLM_MODEL to one of them.",
        "doctor.model.unreachable": (
            "Model endpoint: no answer ({value}). See that vLLM runs and that PROMPTGEN_LLM_BASE_URL is right, /v1 included."
        ),
        "doctor.model.refused": "Model endpoint: the key is not accepted. Set PROMPTGEN_LLM_API_KEY to the server's --api-key.",
        "doctor.name_unknown": "Settings: nobody knows {name}. Did you mean {meant}?",
        "doctor.env_left": "Settings: the .env here may be another project's and was not read. To use it, set PROMPTGEN_ENV_FILE=.env.",
        "doctor.tried": "Trial: one interview with invented answers came to its end: a prompt of {count} characters, {seconds} s, names and numbers masked.",
        "doctor.try_leaked": "Trial: the interview came to its end, but a name or a number was not masked. Look at PROMPTGEN_MASK_POLICY.",
        "doctor.try_failed": "Trial: the interview stopped halfway. Try promptgen chat by hand, and look at the error it shows.",
        "doctor.data_dir": "Data folder: {path}",
        "doctor.database": "Database: {kind}, up to date, and it opens.",
        "doctor.database_writable": "Database: can be written.",
        "doctor.key_set": "Vault key: taken from PROMPTGEN_VAULT_KEY.",
        "doctor.key_missing": (
            "There is no vault key, so masked values cannot be put back. Restore vault.key from your backup, or set"
            " PROMPTGEN_VAULT_KEY."
        ),
        "doctor.file_private": "Permissions: {path} ({mode}) can be read by you alone.",
        "doctor.file_open": "Permissions: other users can read {path} ({mode}). Please run chmod 600 {path}.",
        "doctor.clock": "Clock: right ({seconds} s off).",
        "doctor.clock_off": "The clock is {seconds} s off. Switch NTP on: beyond five minutes Slack refuses requests.",
        "doctor.slack_bot_token": (
            "Slack does not take SLACK_BOT_TOKEN. Copy the token that begins with xoxb- again from OAuth & Permissions."
        ),
        "doctor.slack_app_token": (
            "Slack does not take SLACK_APP_TOKEN. Copy an xapp- token with connections:write again from Basic"
            " Information, App-Level Tokens."
        ),
        "doctor.slack_scopes": "Slack: the bot token works and has all {count} permissions.",
        "doctor.slack_scopes_missing": (
            "Slack: permissions are missing: {scopes}. Put bots/slack/manifest.yaml into the app again and reinstall it."
        ),
        "doctor.slack_no_agent": (
            "Slack: without assistant:write there is no status with a stop button, no suggestions and no thread titles. Everything else works."
        ),
        "doctor.slack_connects": "Slack: the Socket Mode token works.",
        "doctor.slack_refused": "Slack refused: {error}. Look for this name in the settings of the app.",
        "doctor.slack_unreachable": (
            "Slack cannot be reached. Check the network, the proxy, and PROMPTGEN_SLACK_API_URL."
        ),
        "doctor.discord_refused": (
            "Discord does not take DISCORD_TOKEN. Make a new token under Bot in the developer portal."
        ),
        "doctor.discord_intent": (
            "Discord: PROMPTGEN_DISCORD_MESSAGE_CONTENT is on, and off in the portal. Switch the Message Content Intent on"
            " under Bot, or remove the setting."
        ),
        "doctor.discord_endpoint": (
            "Discord: an Interactions Endpoint URL is set under General Information in the portal, so commands never"
            " reach the bot. Empty that field."
        ),
        "doctor.discord_code_grant": (
            "Discord: switch Requires OAuth2 Code Grant off under Bot in the portal; with it the bot joins no server."
        ),
        "doctor.discord_install": "Discord: switch {kind} on under Installation in the portal.",
        "doctor.discord_scopes": (
            "Discord: under Installation in the portal, add to the scopes of {kind} what is missing: {missing}"
        ),
        "doctor.discord_permissions": (
            "Discord: under Installation in the portal, add to the permissions of Guild Install what is missing:"
            " {missing}. Invite it again with the link below to servers where it is already."
        ),
        "doctor.discord_commands": (
            "Discord: the registered commands are not those of this version. Start `promptgen discord` once; it"
            " registers them."
        ),
        "doctor.discord_token_works": "Discord: the token works; install settings and intents are right.",
        "doctor.discord_unreachable": (
            "Discord cannot be reached. Check the network, the proxy, and PROMPTGEN_DISCORD_API_URL."
        ),
    }
)
