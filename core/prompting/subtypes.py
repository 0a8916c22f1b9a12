"""The sub-types of the task types, with the words that tell them."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from core.prompting.task_types import TaskType


class SubType(StrEnum):
    """A common errand within a task type; its specialty (`core.prompting.craft`) says what it does otherwise."""

    APOLOGY_EMAIL = "apology_email"
    WELCOME_EMAIL = "welcome_email"
    DECLINE_EMAIL = "decline_email"
    THANKS_EMAIL = "thanks_email"
    PROPOSAL_EMAIL = "proposal_email"
    REQUEST_EMAIL = "request_email"
    NOTICE_EMAIL = "notice_email"
    REPLY_EMAIL = "reply_email"
    COMPLAINT_REPLY = "complaint_reply"
    MESSAGE = "message"

    COVER_LETTER = "cover_letter"
    RESUME = "resume"
    BLOG_POST = "blog_post"
    SOCIAL_POST = "social_post"
    PRESS_RELEASE = "press_release"
    AD_COPY = "ad_copy"
    PRODUCT_DESCRIPTION = "product_description"
    SPEECH = "speech"
    NOTICE = "notice"
    PROPOSAL = "proposal"
    REPORT = "report"
    ESSAY = "essay"
    VIDEO_SCRIPT = "video_script"
    STORY = "story"
    JOB_POSTING = "job_posting"
    INVITATION = "invitation"
    QUESTIONNAIRE = "questionnaire"
    INTERVIEW_ARTICLE = "interview_article"
    TEACHING_MATERIAL = "teaching_material"
    QUIZ = "quiz"
    OUTLINE = "outline"

    MINUTES = "minutes"
    PAPER_SUMMARY = "paper_summary"
    ARTICLE_SUMMARY = "article_summary"
    BOOK_SUMMARY = "book_summary"

    BUSINESS_TRANSLATION = "business_translation"
    SUBTITLE_TRANSLATION = "subtitle_translation"

    RECIPE = "recipe"
    EXAM_STUDY = "exam_study"
    GRAMMAR = "grammar"
    HEALTH_OR_LAW = "health_or_law"
    DIFFERENCE = "difference"
    KEY_POINTS = "key_points"
    FACTS = "facts"
    ADVICE = "advice"
    HOW_TO = "how_to"

    SWOT = "swot"
    ROOT_CAUSE = "root_cause"
    VOICE_OF_CUSTOMER = "voice_of_customer"
    SURVEY_ANALYSIS = "survey_analysis"
    MARKET_ANALYSIS = "market_analysis"
    CALCULATION = "calculation"

    PROS_AND_CONS = "pros_and_cons"
    TECHNOLOGY_CHOICE = "technology_choice"
    CAREER_CHOICE = "career_choice"
    PURCHASE = "purchase"
    PLACE = "place"

    TRAVEL_PLAN = "travel_plan"
    STUDY_PLAN = "study_plan"
    LESSON_PLAN = "lesson_plan"
    BUSINESS_PLAN = "business_plan"
    EVENT_PLAN = "event_plan"
    WORKOUT_PLAN = "workout_plan"
    BUDGET_PLAN = "budget_plan"
    PROJECT_PLAN = "project_plan"
    CHECKLIST = "checklist"

    NAMING = "naming"
    INTERVIEW_QUESTIONS = "interview_questions"
    MARKETING_IDEAS = "marketing_ideas"
    CONTENT_IDEAS = "content_ideas"
    GIFT_IDEAS = "gift_ideas"
    ACTIVITY_IDEAS = "activity_ideas"
    IMPROVEMENT_IDEAS = "improvement_ideas"

    SQL = "sql"
    REGEX = "regex"
    DEBUGGING = "debugging"
    UNIT_TESTS = "unit_tests"
    REFACTORING = "refactoring"
    CODE_EXPLANATION = "code_explanation"
    SCRAPING = "scraping"
    WEB_PAGE = "web_page"

    SPREADSHEET_FORMULA = "spreadsheet_formula"
    CLASSIFICATION = "classification"
    EXTRACTION = "extraction"
    DATA_CLEANING = "data_cleaning"

    JOB_INTERVIEW = "job_interview"
    PRESENTATION_QA = "presentation_qa"
    CUSTOMER_SERVICE = "customer_service"
    NEGOTIATION = "negotiation"
    LANGUAGE_CONVERSATION = "language_conversation"

    CODE_REVIEW = "code_review"
    COVER_LETTER_REVIEW = "cover_letter_review"
    PROOFREADING = "proofreading"
    DOCUMENT_REVIEW = "document_review"


@dataclass(frozen=True, slots=True)
class Sign:
    """What tells a sub-type: each of the patterns is found somewhere in the purpose line."""

    subtype: SubType
    task_type: TaskType
    patterns: tuple[re.Pattern[str], ...]

    def fits(self, purpose: str) -> bool:
        """Whether a purpose line asks for this sub-type."""
        return all(pattern.search(purpose) for pattern in self.patterns)


def _signs(task_type: TaskType, rows: dict[SubType, tuple[str, ...]]) -> tuple[Sign, ...]:
    # ASCII, so that \b stands between a Latin word and the Korean particle glued to it.
    return tuple(
        Sign(subtype, task_type, tuple(re.compile(pattern, re.IGNORECASE | re.ASCII) for pattern in patterns))
        for subtype, patterns in rows.items()
    )


_MAIL: Final = r"메일|편지|문자|\be-?mail|\bletter\b|\bmessage\b"
_MY_TEXT: Final = (
    r"첨삭|교정|퇴고|피드백|다듬|고쳐|검토|평가|봐\s?[줘주]|review|feedback|improve|polish|proofread|critique"
)

SIGNS: Final = (
    *_signs(
        TaskType.EMAIL,
        {
            SubType.COMPLAINT_REPLY: (
                r"불만|항의|컴플레인|클레임|악성 리뷰|complain|angry|bad review",
                r"답변|답장|회신|댓글|메일|응대 ?(?:문|멘트)|\breply|respon[ds]|answer|e-?mail",
            ),
            SubType.APOLOGY_EMAIL: (_MAIL, r"사과(?!나무)|죄송|양해|apolog|sorry"),
            SubType.WELCOME_EMAIL: (_MAIL, r"환영|입사 축하|온보딩|welcome|onboarding"),
            SubType.DECLINE_EMAIL: (_MAIL, r"거절|사양|불합격|탈락|declin|reject|turn down"),
            SubType.THANKS_EMAIL: (_MAIL, r"감사|고마|thank|appreciat"),
            SubType.PROPOSAL_EMAIL: (_MAIL, r"제안|영업|협업|협력|콜드|proposal|pitch|cold|partnership|sales"),
            SubType.NOTICE_EMAIL: (_MAIL, r"안내|공지|알림|알리는|notice|announc|inform"),
            SubType.REPLY_EMAIL: (_MAIL, r"답장|회신|답변|\breply\b|respond"),
            SubType.REQUEST_EMAIL: (_MAIL, r"요청|부탁|문의|독촉|request|asking|inquir|remind"),
            SubType.MESSAGE: (
                r"(?<!오류 )(?<!에러 )(?<!핵심 )메시지|카톡|문자를|슬랙|채팅|text message|slack message|\bdm\b",
                r"보낼|보내|써|작성|초안|write|draft|send",
            ),
        },
    ),
    *_signs(
        TaskType.IDEAS,
        {
            SubType.NAMING: (
                (
                    r"이름[을은도]?\s?.{0,10}(?:지어|짓|만들|추천|제안|정해)|네이밍|작명|브랜드명|상호[를명]|슬로건"
                    r"|\bnames? (?:for|ideas?)|naming|slogan|tagline"
                ),
            ),
            SubType.INTERVIEW_QUESTIONS: (
                r"면접|인터뷰|interview",
                r"질문.{0,12}(?:만들|뽑|짜|작성|추천|개|리스트)|질문지|questions",
            ),
            SubType.GIFT_IDEAS: (r"선물|gift|present for", r"추천|골라|아이디어|뭐|고민|idea|recommend|suggest|what"),
            SubType.ACTIVITY_IDEAS: (
                r"놀이|놀아|게임|활동|아이스브레이킹|레크리에이션|activit|games?\b|icebreaker|play with",
                r"아이디어|추천|알려|제안|놀아|idea|suggest|recommend",
            ),
            SubType.MARKETING_IDEAS: (
                r"마케팅|프로모션|홍보|이벤트|캠페인|가격 ?차별화|marketing|promotion|campaign|advertis|growth",
                r"아이디어|전략|방안|제안|추천|방법|idea|strateg|suggest|ways",
            ),
            SubType.CONTENT_IDEAS: (
                r"주제|소재|콘텐츠|컨텐츠|기획안|topics?\b|content|episodes?",
                r"추천|아이디어|만들|제안|뽑|브레인|idea|suggest|brainstorm|list",
            ),
        },
    ),
    *_signs(
        TaskType.PLANNING,
        {
            SubType.CHECKLIST: (r"체크 ?리스트|점검표|준비물|check ?list",),
            SubType.LESSON_PLAN: (
                r"수업|강의|교안|lesson|class\b|course",
                r"계획|교안|설계|구상|지도안|plan|outline|curriculum",
            ),
            SubType.TRAVEL_PLAN: (
                r"여행|관광|투어|trip|travel|itinerary|vacation",
                r"계획|일정|코스|짜|루트|동선|plan|itinerary|schedule|days?\b",
            ),
            SubType.STUDY_PLAN: (
                r"공부|학습|시험|자격증|토익|수능|study|exam|learning",
                r"계획|일정|루틴|로드맵|plan|schedule|roadmap",
            ),
            SubType.WORKOUT_PLAN: (
                r"운동|식단|다이어트|헬스|러닝|마라톤|workout|diet|fitness|meal|marathon",
                r"계획|루틴|프로그램|일정|짜|식단.{0,8}(?:추천|만들|알려)|plan|routine|schedule|program",
            ),
            SubType.BUSINESS_PLAN: (
                (
                    r"사업\s?계획|창업 ?(?:계획|준비|아이템)|창업을? ?(?:하려|하고|준비|시작)"
                    r"|business plan|startup (?:idea|plan)|start(?:ing)? (?:a|my|our) (?:business|startup)"
                ),
            ),
            SubType.EVENT_PLAN: (
                r"행사|워크숍|워크샵|세미나|회식|송년회|파티|결혼식|체육대회|event|workshop|party|seminar|conference|offsite",
                r"계획|기획|준비|일정|진행|plan|organi[sz]e|prepare|agenda",
            ),
            SubType.BUDGET_PLAN: (r"예산|가계부|저축|재무|budget|saving", r"계획|관리|짜|세우|plan|manage|track"),
            SubType.PROJECT_PLAN: (
                r"프로젝트|출시|마이그레이션|개발 일정|project|launch|rollout|migration",
                r"계획|일정|로드맵|plan|schedule|roadmap",
            ),
        },
    ),
    *_signs(
        TaskType.CODE,
        {
            SubType.SQL: (
                r"\bsql\b|쿼리|\bquery\b|\bqueries\b|조인",
                r"짜|작성|써|만들|고쳐|최적화|튜닝|느린|느려|집계|조회|뽑|구하는|write|make|fix|optimi[sz]e|slow|quer|get|find|select",
            ),
            SubType.REGEX: (r"정규식|정규 표현식|\bregex|regular expression",),
            SubType.UNIT_TESTS: (r"테스트 ?코드|단위 테스트|유닛 테스트|unit tests?|test cases? for|pytest|junit",),
            SubType.DEBUGGING: (
                r"버그(?!바운티)|오류|에러|디버|안 ?돌아|작동하지|bug|error|debug|exception|traceback|crash",
                r"코드|함수|프로그램|스크립트|앱|서버|자바|파이썬|code|function|script|app\b|server|java|python|my\b",
            ),
            SubType.REFACTORING: (r"리팩터|리팩토|refactor|clean up (?:my|this|the) code",),
            SubType.CODE_EXPLANATION: (
                r"코드|함수|code|function",
                r"설명|해석|이해|explain|walk me through|understand",
            ),
            SubType.SCRAPING: (r"크롤|스크래핑|자동화|매크로|scrap|crawl|automat|macro",),
            SubType.WEB_PAGE: (
                r"웹\s?페이지|웹사이트|홈페이지|랜딩|html|리액트|react|web ?page|website|landing page",
                r"만들|코드|구현|작성|짜|build|create|make|code|write",
            ),
        },
    ),
    *_signs(
        TaskType.DATA,
        {
            SubType.SPREADSHEET_FORMULA: (
                r"엑셀|스프레드시트|구글 ?시트|excel|spreadsheet|google sheets?",
                r"수식|함수|공식|계산|자동|formula|function|calculate|vlookup|pivot",
            ),
            SubType.CLASSIFICATION: (
                r"분류해|분류하|나눠|태그|라벨링|classif|categori[sz]|\btag\b|label (?:these|the|each)",
            ),
            SubType.EXTRACTION: (r"추출|뽑아|골라내|extract|pull out",),
            SubType.DATA_CLEANING: (
                r"데이터|명단|목록|엑셀|csv|(?<![가-힣])표(?![가-힣])|(?<![가-힣])표[를는에]|data|list|spreadsheet",
                r"정리|정제|중복|통일|clean|dedup|normali[sz]e|tidy",
            ),
        },
    ),
    *_signs(
        TaskType.ANALYSIS,
        {
            SubType.SWOT: (r"\bswot\b|스왓|강점(?:(?!강점).)*약점|strengths and weaknesses",),
            SubType.ROOT_CAUSE: (
                r"원인|왜 (?:(?!왜 ).)*(?:떨어|줄|늘|안 |낮)|root cause|why (?:did|are|is|our|my|the)",
                r"분석|찾|파악|진단|떨어|줄|낮|analy|find|drop|fall|decline",
            ),
            SubType.VOICE_OF_CUSTOMER: (
                r"리뷰|후기|고객 의견|고객의 소리|voc\b|reviews|feedback from|customer comments",
                r"분석|정리|개선|문제|도출|analy|group|themes|insight|improv",
            ),
            SubType.SURVEY_ANALYSIS: (r"설문|만족도|survey|questionnaire", r"분석|해석|결과|analy|interpret|results"),
            SubType.CALCULATION: (
                (
                    r"(?s)^(?!.*(?:코드|함수|파이썬|자바|프로그램|스크립트|알고리즘|수식|엑셀"
                    r"|code|function|python|script|excel))"
                    r".*(?:계산해|계산 ?좀|벌려면|얼마(?:여야|씩|를 ?(?:내|저축|모))|복리|손익 ?분기|환산"
                    r"|calculate|how much (?:do|should|must))"
                ),
                r"알려|구해|계산|얼마|[?？]|calculate|how much",
            ),
            SubType.MARKET_ANALYSIS: (
                r"시장|경쟁사|업계|트렌드|동향|market|competitor|industry|trend",
                r"분석|조사|전망|동향|트렌드|설명|analy|research|outlook|trend|overview",
            ),
        },
    ),
    *_signs(
        TaskType.DECISION,
        {
            SubType.PROS_AND_CONS: (
                (
                    r"(?s)^(?!.*(?:글을|글로|에세이|논설|칼럼)).*(?:장단점|장점(?:(?!장점).)*단점)"
                    r"|pros and cons|advantages and disadvantages"
                ),
            ),
            SubType.CAREER_CHOICE: (
                r"이직|퇴사|진로|취업|전공|대학원|오퍼|career|job offer|quit|major\b|grad school",
                r"고민|비교|결정|선택|할까|추천|골라|compare|decide|choose|should i|which",
            ),
            SubType.TECHNOLOGY_CHOICE: (
                (
                    r"프레임워크|라이브러리|데이터베이스|\bdb\b|클라우드|언어|솔루션|협업 ?툴"
                    r"|도구|framework|library|database|cloud|stack|tool|software|saas"
                ),
                r"비교|선택|고르|골라|추천|뭐가|어떤|compare|choose|pick|which|\bvs\b|versus|recommend",
            ),
            SubType.PLACE: (
                r"장소|식당|맛집|카페|숙소|호텔|여행지|곳|restaurant|hotel|venue|place|cafe",
                r"추천|골라|어디|찾아|recommend|suggest|find|where|choose|which",
            ),
            SubType.PURCHASE: (
                r"노트북|휴대폰|스마트폰|이어폰|헤드폰|자동차|차를|냉장고|모니터|제품|살까|구매|사려|laptop|phone|headphone|car\b|buy|purchase|product",
                r"비교|추천|골라|고르|살까|뭐가 (?:더 )?(?:나|좋)|구매|compare|recommend|choose|which|buy",
            ),
        },
    ),
    *_signs(
        TaskType.WRITING,
        {
            SubType.COVER_LETTER: (
                r"자기 ?소개서|자소서|지원 ?동기|cover letter|personal statement|statement of purpose",
            ),
            SubType.RESUME: (r"이력서|경력 ?기술서|포트폴리오|resume|résumé|\bcv\b|portfolio",),
            SubType.PRESS_RELEASE: (r"보도 ?자료|press release",),
            SubType.JOB_POSTING: (r"채용 ?공고|구인|모집 ?공고|job (?:posting|ad|description)",),
            SubType.INTERVIEW_ARTICLE: (
                r"인터뷰(?:로|를|문|\s?(?:기사|형식|형태|대본|글))|interview (?:article|format|script)|as an interview",
                r"만들|작성|써|쓰|구성|바꿔|write|turn|make",
            ),
            SubType.QUIZ: (
                (
                    r"퀴즈|(?:시험|연습|객관식|주관식|수학|영어|과학|역사|국어) ?문제|문제.{0,6}출제|문항을"
                    r"|quiz|exercises|test questions|multiple[- ]choice"
                ),
                r"만들|출제|내\s?[줘주]|작성|make|write|create|give",
            ),
            SubType.OUTLINE: (
                r"목차|개요|아웃라인|뼈대|outline|table of contents",
                r"잡아|짜|작성|만들|정리|세워|구성|write|make|create|draft|build",
            ),
            SubType.TEACHING_MATERIAL: (
                r"(?:교육|수업|학습|강의) ?자료|학습지|교재|worksheet|handout|teaching material",
                r"작성|만들|써|write|make|create|draft",
            ),
            SubType.BLOG_POST: (r"블로그|티스토리|브런치|포스팅|칼럼|blog|newsletter|뉴스레터",),
            SubType.SOCIAL_POST: (
                r"인스타|페이스북|트위터|스레드|링크드인|\bsns\b|카드뉴스|캡션|instagram|facebook|twitter|linkedin|tweet|caption",
                r"글|게시|포스팅|캡션|문구|올릴|카드뉴스|작성|써|만들|초안|post|caption|write|draft|create|make|tweet",
            ),
            SubType.VIDEO_SCRIPT: (
                (
                    r"(?<!발표)(?<!발표 )대본|유튜브|쇼츠|릴스|영상|나레이션|팟캐스트"
                    r"|video|youtube|screenplay|podcast|shorts"
                ),
                r"대본|스크립트|작성|써|만들|script|write|draft",
            ),
            SubType.AD_COPY: (
                r"광고|카피|홍보 ?문구|배너|문구|핵심 메시지|ad copy|advert|copywriting|headline|tagline|banner",
            ),
            SubType.PRODUCT_DESCRIPTION: (
                r"상품 ?(?:설명|소개)|제품 ?(?:설명|소개)|상세 ?페이지|product (?:description|page)|listing",
            ),
            SubType.SPEECH: (
                (
                    r"연설|축사|인사말|건배사|주례|발표 ?(?:문|원고|대본|시나리오)"
                    r"|피칭|스피치|소감|speech|toast|keynote|remarks|eulogy"
                ),
            ),
            SubType.QUESTIONNAIRE: (r"설문지|설문 ?문항|설문조사|questionnaire|survey questions",),
            SubType.PROPOSAL: (
                r"(?:제안서|기획서|기획안|품의서)(?!에 ?(?:는 )?(?:들어|포함|담))|proposal|business case|pitch deck",
            ),
            SubType.INVITATION: (r"초대장|초대 ?글|청첩|초대 ?문구|invitation",),
            SubType.NOTICE: (r"(?<!인)공지(?!능)|안내문|안내 ?글|알림문|announcement|notice",),
            SubType.REPORT: (r"보고서|리포트|레포트|\breport\b|white ?paper",),
            SubType.STORY: (
                (
                    r"소설|동화|(?:영화|드라마|연극) ?시나리오|단편|이야기를|(?<![가-힣])시[를 ]|노래 ?가사"
                    r"|\bstory|\bpoem|novel|fairy tale|lyrics|fiction"
                ),
            ),
            SubType.ESSAY: (r"에세이|논설|독후감|감상문|수필|논술|essay|op-?ed|book report",),
        },
    ),
    *_signs(
        TaskType.IDEAS,
        {
            SubType.IMPROVEMENT_IDEAS: (
                (
                    r"대안|개선|해결 ?(?:방안|책)|방안|방법|효율"
                    r"|ways? to|solutions?|how (?:can|could) (?:we|i) (?:improve|reduce|increase)"
                ),
                r"제시|제안(?!서)|추천|(?<!끝)내\s?[줘주]|suggest|propose|come up with",
            ),
        },
    ),
    *_signs(
        TaskType.EXPLANATION,
        {
            SubType.RECIPE: (
                (
                    r"레시피|요리법|조리법|만드는 법|끓이|recipe"
                    r"|how (?:do i|to) (?:cook|bake|make .*(?:soup|bread|cake|pasta|rice))"
                ),
            ),
            SubType.HEALTH_OR_LAW: (
                (
                    r"법적|합법|불법|법률|소송|계약|세금|보험|증상|통증|(?<![예계청])약을|복용|부작용"
                    r"|질병|legal|law\b|tax|lawsuit|contract|symptom|medicin|disease|side effect"
                ),
            ),
            SubType.GRAMMAR: (
                (
                    r"문법|맞춤법 차이|어휘|단어 뜻|표현 차이|(?:영어|회화|쓸|쓰는) ?표현"
                    r"|grammar|vocabulary|idiom|useful phrases|what does .* mean"
                ),
            ),
            SubType.EXAM_STUDY: (r"시험|수능|자격증|기출|exam|test prep|certification|quiz me",),
            SubType.DIFFERENCE: (
                (
                    r"차이(?!즈|나타)|다른 점|뭐가 다르|어떻게 다르"
                    r"|구별|difference|differ from|distinguish"
                ),
            ),
            SubType.ADVICE: (
                (
                    r"어떻게 해야|어떡|어쩌면 좋|어쩌지|고민|막막|대처|대응|스트레스|힘들"
                    r"|뭐라고 (?:말|답|해야)|거절하는 (?:말|법)"
                    r"|what should i do|how should i|deal with|cope with|struggl"
                ),
            ),
            SubType.FACTS: (
                (
                    r"얼마나|몇 (?:명|개|퍼센트|%|년|살|도|시)|비율|통계|수치|지표|인구(?! ?감소)"
                    r"|how (?:many|much|long|old|far)|percentage|statistics"
                ),
                r"알려|궁금|되나|인가|인지|되는지|[?？]|tell me|what",
            ),
            SubType.KEY_POINTS: (
                (
                    r"(?s)^(?!.*(?:아이디어|추천|주제|이름을? ?(?:지|짓|만)|기발|참신"
                    r"|방법|절차|문단|글을|글로|소개글|대본|ideas?\b|names?\b))"
                    r".*(?:[0-9한두세네]\s?가지|(?:다섯|여섯|일곱|여덟|아홉|열) ?가지|[0-9]\s?개(?![월년국])|점들"
                    r"|고려(?:하는|할|해야|사항)|(?:확인|주의|조심|준비)(?:해야 할|할) (?:점|것|사항)|들어가야"
                    r"|포함(?:되어야|해야)"
                    r"|[0-9] (?:reasons|points|facts|features|things))"
                ),
                r"알려|설명|말해|나열|제시|정리|소개|무엇|뭐|[?？]|가지[.!~]*$|list|tell|explain|what|give me",
            ),
            SubType.HOW_TO: (
                (
                    r"방법|하는 법|하려면|어떻게 (?:하면|하는|해서|써|쓰|만들|신청|설치)"
                    r"|사용법|절차|how (?:do i|can i|to)|steps to|guide"
                ),
            ),
        },
    ),
    *_signs(
        TaskType.SUMMARY,
        {
            SubType.MINUTES: (r"회의록|회의|미팅|녹취|minutes|meeting",),
            SubType.PAPER_SUMMARY: (r"논문|학술|연구|초록|paper|study|abstract|journal",),
            SubType.BOOK_SUMMARY: (r"(?<![정대산해])책|도서|소설|독서|\bbook|novel|chapter",),
            SubType.ARTICLE_SUMMARY: (r"기사|뉴스|칼럼|사설|보도|article|news|column",),
        },
    ),
    *_signs(
        TaskType.TRANSLATION,
        {
            SubType.SUBTITLE_TRANSLATION: (r"자막|대사|영상|가사|subtitle|caption|dialogue|lyrics",),
            SubType.BUSINESS_TRANSLATION: (
                r"메일|계약서|보고서|공문|제안서|회사|업무|매뉴얼|e-?mail|contract|report|business|manual|proposal",
            ),
        },
    ),
    *_signs(
        TaskType.PRACTICE,
        {
            SubType.JOB_INTERVIEW: (r"면접|interview",),
            SubType.PRESENTATION_QA: (r"발표|질의|프레젠테이션|심사|디펜스|presentation|pitch|defen[cs]e|q ?& ?a",),
            SubType.CUSTOMER_SERVICE: (
                r"불만|컴플레인|클레임|진상|(?:고객|손님|서비스) ?응대|complain|angry customer|customer service",
            ),
            SubType.NEGOTIATION: (
                r"협상|영업|상담|설득|거절하는|연봉|고객|negotiat|sales|persuad|salary|customer|client",
            ),
            SubType.LANGUAGE_CONVERSATION: (
                r"회화|영어|일본어|중국어|대화|speaking|conversation|english|korean|japanese|spanish",
            ),
        },
    ),
    *_signs(
        TaskType.REVIEW,
        {
            SubType.CODE_REVIEW: (r"코드|함수|\bcode\b|function|pull request|\bpr\b",),
            SubType.COVER_LETTER_REVIEW: (
                r"자기 ?소개서|자소서|이력서|지원서|cover letter|resume|\bcv\b|personal statement",
            ),
            SubType.PROOFREADING: (r"맞춤법|교정|오탈자|띄어쓰기|문법|proofread|grammar|typos?|spelling",),
            SubType.DOCUMENT_REVIEW: (
                r"보고서|제안서|기획서|기획안|논문|발표|계약서|report|proposal|paper|deck|contract|document",
            ),
        },
    ),
)


def find_subtype(purpose: str, among: Collection[TaskType]) -> Sign | None:
    """Return the first sub-type of the given task types that a purpose line shows."""
    return next((sign for sign in SIGNS if sign.task_type in among and sign.fits(purpose)), None)
