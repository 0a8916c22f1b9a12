"""Addresses of personal pages: profiles, blogs, open chats, shared documents.

Replaces Presidio's UrlRecognizer, which takes every address, swallows a particle behind it, and leaves half an e-mail
address behind. Pages of no person, such as documentation, stay.
"""

from typing import Final

from core.adapters.presidio.recognizers.pattern import SURE, Form, PatternRecognizer
from core.privacy.entities import EntityType

_START: Final = r"(?<![0-9A-Za-z_.@/\-])(?:https?://)?(?:www\.|m\.|[a-z]{2}\.)?"
_NAME: Final = r"[0-9A-Za-z_.\-%~]*[0-9A-Za-z_\-%]"
_PATH: Final = (
    r"(?:/[0-9A-Za-z_.\-%~@]*[0-9A-Za-z_\-%]|/)*(?:\?[0-9A-Za-z_.\-%=&]*[0-9A-Za-z_\-%=])?(?:#[0-9A-Za-z_\-]+)?"
)
# Organizations whose repositories everybody quotes.
_PROJECTS_LIST: Final = """
    python psf numpy pandas-dev scikit-learn matplotlib jupyter django pallets tiangolo fastapi pytorch tensorflow
    keras-team huggingface openai anthropics mistralai meta-llama google google-deepmind googleapis deepmind
    microsoft apple facebook facebookresearch meta nvidia intel amd aws awslabs azure kubernetes helm docker moby
    containerd hashicorp grafana prometheus elastic redis mongodb postgres mysql sqlite apache nginx git cli
    github actions gitlabhq nodejs npm denoland vercel vuejs angular reactjs sveltejs remix-run spring-projects
    gradle jetbrains kotlin golang rust-lang ruby rails php laravel torvalds llvm gcc-mirror openssl curl
    langchain-ai ollama ggml-org vllm-project ray-project ansible slackapi discord naver kakao line toss woowabros
    daangn
"""
_PROJECTS: Final = rf"(?:{'|'.join(_PROJECTS_LIST.split())})"
_PROFILES: Final = (
    r"(?:github\.com/(?!features|topics|about|pricing|explore|trending|marketplace|login|join|settings|orgs/|"
    rf"{_PROJECTS}/)"
    r"|gitlab\.com/|instagram\.com/(?!p/|reel/|explore)|facebook\.com/(?!watch|groups/|events/|help)"
    r"|linkedin\.com/in/|(?:twitter|x)\.com/(?!search|home|i/|explore|hashtag)|threads\.(?:net|com)/@|t\.me/"
    r"|youtube\.com/(?:@|c/|user/)|tiktok\.com/@|velog\.io/@|medium\.com/@|brunch\.co\.kr/@|blog\.naver\.com/"
    r"|cafe\.naver\.com/|post\.naver\.com/|open\.kakao\.com/(?:o|me)/|pf\.kakao\.com/|story\.kakao\.com/|line\.me/ti/p/"
    r"|linktr\.ee/|litt\.ly/|link\.inpock\.co\.kr/|about\.me/|behance\.net/|dribbble\.com/|keybase\.io/|bsky\.app/profile/"
    r"|reddit\.com/(?:u|user)/|stackoverflow\.com/users/|discord\.com/users/|discord\.gg/|twitch\.tv/(?!directory)"
    r"|soundcloud\.com/|gist\.github\.com/|bitbucket\.org/|npmjs\.com/~|kaggle\.com/(?!competitions|datasets|code|learn)"
    r"|scholar\.google\.(?:com|co\.kr)/citations\?(?:hl=[a-z]{2}&)?user=|orcid\.org/|calendly\.com/|buymeacoffee\.com/|ko-fi\.com/"
    r"|patreon\.com/|notion\.so/(?!product|help|pricing|templates|ko/|ko-kr|desktop|download|integrations|blog))"
)
_SHARED: Final = (
    r"(?:docs|drive|forms)\.(?:google\.com|gle)/(?:document/d|spreadsheets/d|presentation/d|forms/d|file/d|drive/folders)/"
    r"|1drv\.ms/|dropbox\.com/(?:s|scl)/|(?:us\d+web\.)?zoom\.us/j/|meet\.google\.com/"
)
_HOSTS: Final = r"(?:tistory\.com|github\.io|notion\.site|wordpress\.com|blogspot\.com|substack\.com|carrd\.co)"


class PersonalUrlRecognizer(PatternRecognizer):
    """Finds such addresses, with or without https://."""

    def __init__(self) -> None:
        super().__init__(
            EntityType.URL_PERSONAL,
            Form.of(rf"{_START}{_PROFILES}{_NAME}{_PATH}", SURE - 0.05),
            Form.of(rf"{_START}(?:{_SHARED}){_NAME}{_PATH}", SURE - 0.05),
            Form.of(rf"{_START}[0-9A-Za-z][0-9A-Za-z\-]{{1,40}}\.{_HOSTS}(?![0-9A-Za-z]){_PATH}", SURE - 0.05),
            # Wherever a path begins with @, the name of an account follows.
            Form.of(
                rf"{_START}(?:[0-9A-Za-z\-]{{1,40}}\.){{1,3}}[A-Za-z]{{2,10}}/@(?!types/|babel/|angular/|vue/){_NAME}{_PATH}",
                SURE - 0.05,
            ),
        )
