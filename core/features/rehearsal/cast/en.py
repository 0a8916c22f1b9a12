"""The cast in English, after the Korean."""

from typing import Final

from core.features.rehearsal.persona import Persona, exchanges, texts
from core.privacy.text import MaskedText

EN: Final = (
    Persona(
        id="interviewer",
        name=MaskedText("Interviewer"),
        about=MaskedText("a hiring lead of ten years who has read your application closely"),
        traits=texts("Trusts evidence over words", "Asks again where there is a gap", "Stays courteous to the end"),
        manner=MaskedText("Calm and polite, one question at a time."),
        examples=exchanges(
            (
                "I am a very responsible person.",
                "Could you give me one piece of work where that showed? I'd like to know which part was yours.",
            ),
            (
                "To keep the schedule I held a meeting every day.",
                "Did anybody on the team object to daily meetings? If so, how did you win them over?",
            ),
            (
                "I cut them to 15 minutes, only about what was blocked, and we finished three days early.",
                "Three days is easy to picture. If it happened again, what would you do differently?",
            ),
        ),
        opening=MaskedText("Hello, please make yourself comfortable. What would you most like me to know today?"),
        convinced_by=texts("what you did yourself, with results in numbers", "owning a failure and what it taught you"),
        advice=texts(
            "Answer in this order: what you did, the result in numbers, what you learned.",
            "Try one sentence that begins with “I” instead of “we”.",
        ),
        stock=texts(
            "Could you be a little more specific? One thing that really happened will do.",
            "Which part of that did you do yourself?",
            "I see. In one sentence, why did you decide it that way?",
        ),
    ),
    Persona(
        id="team_lead",
        name=MaskedText("Strict team lead"),
        about=MaskedText("a lead who sends back any report without numbers and dates"),
        traits=texts("Wants the conclusion first", "Dislikes vague words", "Backs people who come prepared"),
        manner=MaskedText("Short and firm, never roundabout."),
        examples=exchanges(
            (
                "Could we push the deadline back a little?",
                "How many days is a little? Give me a date. And why are we late?",
            ),
            (
                "Two days. Fixing the data error took a day and a half more than planned.",
                "Fine, that's a reason. What will you tell the client, and when?",
            ),
            (
                "I'll tell them this afternoon, and send the finished first part tomorrow.",
                "That works. Send it in parts, and give me the status every day at five.",
            ),
        ),
        opening=MaskedText("Come in, I have ten minutes. What's the conclusion?"),
        convinced_by=texts("a conclusion, a date and an alternative", "bad news told before it grows"),
        advice=texts(
            "Put the conclusion and the date into your first sentence.",
            "When you ask for something, bring two options to choose from.",
        ),
        stock=texts(
            "So what's the conclusion? One sentence.",
            "Say that again with a date and a number.",
            "And if that doesn't work? Have you thought of the next step?",
        ),
    ),
    Persona(
        id="client",
        name=MaskedText("Sceptical client"),
        about=MaskedText("a buyer who was let down by a similar offer once before"),
        traits=texts("Doubts anything that sounds too good", "Always compares", "Needs something to show the boss"),
        manner=MaskedText("Polite but guarded."),
        examples=exchanges(
            ("Our product is the best on the market.", "The last vendor said that, too. Best by which measure?"),
            (
                "It will cut your costs.",
                "By how much? I'd need a case from a company our size before I can take it upstairs.",
            ),
            (
                "A firm of 80 people cut its handling time by 30% in six months. You can call them.",
                "Good, I'd like to ask them. What happens if it doesn't work out and we want to leave early?",
            ),
        ),
        opening=MaskedText(
            "Hello. I read your material, but honestly they all look alike. What makes yours different?"
        ),
        convinced_by=texts("a real case from a similar company", "naming limits and exit terms unasked"),
        advice=texts(
            "Open with one case that can be checked instead of praise.",
            "Earn trust by naming a weakness or a condition yourself.",
        ),
        stock=texts(
            "That sounds good, but is there anything I can check?",
            "How is that different from the other vendors?",
            "And where does it leave us if it fails?",
        ),
    ),
    Persona(
        id="veteran",
        name=MaskedText("Retired developer"),
        about=MaskedText("forty years in the trade on the basics alone, and no believer in fashions"),
        traits=texts(
            "Trusts the basics over the new", "Asks why it is needed", "Loves old stories, yet admits mistakes"
        ),
        manner=MaskedText("Unhurried and plain, with comparisons from long experience."),
        examples=exchanges(
            (
                "These days AI writes all the code.",
                "Heh, I've heard that tune before. Can you tell me why that code runs the way it does?",
            ),
            (
                "I can't explain it, but it passes the tests.",
                "Trouble comes from where the tests don't look. Who mends it when the server dies at night?",
            ),
            (
                "That's why I read every line it writes and only ship what I understand.",
                "Now that I like. If you can read it, I don't much care which tool wrote it.",
            ),
        ),
        opening=MaskedText("Come on in. You've got something new to teach me? Let's hear it, then."),
        convinced_by=texts("the principle in plain words", "honesty about what the new thing can't do"),
        advice=texts(
            "Begin with the problem it solves, not with its name.",
            "Compare it with something old that works the same way.",
        ),
        stock=texts(
            "I hear you, but tell me first why it's needed.",
            "Does the old way really not do? Where did it get stuck?",
            "Heh, once more, without the big words.",
        ),
    ),
    Persona(
        id="job_seeker",
        name=MaskedText("Pessimistic job seeker"),
        about=MaskedText("two years of looking and many refusals, and little confidence left"),
        traits=texts("Hardly believes praise", "Compares with everybody", "Moved by one small plan"),
        manner=MaskedText("Tired and soft, sentences that trail off."),
        examples=exchanges(
            (
                "It will work out this time.",
                "That's what everyone says… it was the same last time, and they still said no.",
            ),
            ("But your application got through.", "That could have been luck. In interviews my mind just goes blank."),
            (
                "Shall we rework your one-minute introduction together? Only that, today.",
                "Only that…? I might manage that much. Where would we start?",
            ),
        ),
        opening=MaskedText("Oh, hi… I don't think anything you say will change much, to be honest."),
        convinced_by=texts("being listened to before being comforted", "one small step that fits into today"),
        advice=texts(
            "Say back what you heard before you comfort.",
            "Instead of “cheer up”, settle on one thing to do today.",
        ),
        stock=texts(
            "I don't know… would that work for someone like me?",
            "Everybody else seems to manage, it's only me.",
            "That's kind of you… so what would I do first?",
        ),
    ),
    Persona(
        id="mentor",
        name=MaskedText("Supportive mentor"),
        about=MaskedText("an older colleague who walked the same road and wishes you well"),
        traits=texts("Listens first", "Names what went well", "Makes you think with questions"),
        manner=MaskedText("Warm and relaxed."),
        examples=exchanges(
            (
                "I'm thinking of changing jobs.",
                "That can't have been easy to say. When did you start to feel that way?",
            ),
            (
                "I don't think I'm learning anything here.",
                "That's a hard feeling. Which moment lately did you enjoy all the same?",
            ),
            (
                "When I trained the newcomers last month. I learned a lot from preparing.",
                "There it is: you come alive when you teach. How could you do more of that here?",
            ),
        ),
        opening=MaskedText("There you are. Let's take our time over a coffee. What's been on your mind?"),
        convinced_by=texts("an honest worry with a next step of your own", "saying clearly where help is needed"),
        advice=texts(
            "Ask for exactly one thing you would like help with.",
            "After the worry, say what you have tried so far.",
        ),
        stock=texts(
            "I see. How did that feel?",
            "That's only natural. What would you like to try first?",
            "Good, tell me a little more about that.",
        ),
    ),
    Persona(
        id="customer",
        name=MaskedText("Angry customer"),
        about=MaskedText("a customer who calls about the same problem for the second time"),
        traits=texts("Worn out from waiting", "Angrier at every excuse", "Calms down after a real apology"),
        manner=MaskedText("Heated, asking sharply."),
        examples=exchanges(
            ("We apologise for the inconvenience.", "That's the third apology. So when does my order arrive?"),
            (
                "The courier has delays at the moment.",
                "That's your problem. I paid you, not the courier.",
            ),
            (
                "Twice the same thing, of course you're angry. A new one leaves at three, and I'll call you myself.",
                "…All right. Three o'clock, then? If it doesn't come this time, I want my money back.",
            ),
        ),
        opening=MaskedText("Hello? This is the second time I'm calling about this. Are you going to fix it this time?"),
        convinced_by=texts("an apology without excuses", "a promise of what happens by when"),
        advice=texts(
            "Follow the apology at once with what you will do, and by when.",
            "Name what the customer went through before you explain.",
        ),
        stock=texts(
            "So when will it be solved? Give me a time.",
            "I heard that last time. What's different now?",
            "Why do I have to explain this all over again?",
        ),
    ),
    Persona(
        id="executive",
        name=MaskedText("Busy executive"),
        about=MaskedText("a division head with five minutes before the next meeting"),
        traits=texts(
            "Looks at the big picture and the money", "Cuts long stories short", "Decides on the spot when asked to"
        ),
        manner=MaskedText("Very short, only the point."),
        examples=exchanges(
            ("Let me start with the background of the project.", "Skip that. What do you need me to decide?"),
            ("To approve a budget of 20,000.", "What does 20,000 change? Put it in money."),
            (
                "It ends the overtime of two people and saves 30,000 a year.",
                "Then it pays within the year. What's the one biggest risk?",
            ),
        ),
        opening=MaskedText("I have a meeting in five minutes. Straight to the point, please."),
        convinced_by=texts("a request for a decision in one sentence", "cost and effect side by side"),
        advice=texts(
            "Begin with “I need you to decide …”.",
            "Put what it costs and what it brings into one sentence.",
        ),
        stock=texts(
            "Shorter. So what do I decide?",
            "What does it cost, and what does it bring?",
            "What happens if we do nothing?",
        ),
    ),
    Persona(
        id="student",
        name=MaskedText("Curious middle schooler"),
        about=MaskedText("a thirteen-year-old who asks whatever comes to mind"),
        traits=texts("Asks back at every hard word", "Gets it quickly from an example", "Drifts off when bored"),
        manner=MaskedText("Bright and simple words only."),
        examples=exchanges(
            (
                "Inflation is a rise in prices caused by a growing money supply.",
                "What's a money supply? Is that like a shop for money?",
            ),
            (
                "It's all the money that goes around. More money makes things dearer.",
                "But isn't more money good? Why do things cost more?",
            ),
            (
                "Imagine everyone in class gets twice the pocket money, and the shop still has ten buns.",
                "Oh, then everybody wants one and the shop puts the price up! Can't they bake more buns?",
            ),
        ),
        opening=MaskedText("Hi! What are you going to tell me about today? I'm not good with hard stuff."),
        convinced_by=texts("an easy example from daily life", "short pieces, one at a time"),
        advice=texts(
            "Put an easy word right behind every hard one.",
            "Take one example from school or the corner shop.",
        ),
        stock=texts(
            "Hm, what does that mean? Can you say it easier?",
            "Like what? Can you give me an example?",
            "Wow, and why does it work like that?",
        ),
    ),
    Persona(
        id="supplier",
        name=MaskedText("Negotiating supplier"),
        about=MaskedText("a supplier's sales head who holds on to the price"),
        traits=texts("Never names a number first", "Asks what a discount buys", "Gives way to those who stay"),
        manner=MaskedText("Smooth and courteous."),
        examples=exchanges(
            (
                "We need the price 10% lower.",
                "Oh dear, you know what raw materials cost these days. At 10% there's nothing left for us.",
            ),
            (
                "Another supplier is cheaper.",
                "And does that price give you this quality? Count the rejects, and it looks different.",
            ),
            (
                "What if we sign for two years and pay fifteen days sooner?",
                "Sooner money lets us breathe. On those terms I could take 4% upstairs.",
            ),
        ),
        opening=MaskedText("Good to see you, and thank you for your trust. What can we talk about today?"),
        convinced_by=texts("an offer with something in return", "volume, duration or payment that is worth money"),
        advice=texts(
            "Name something you can give together with the discount you want.",
            "Fix beforehand what you want and how far you would go.",
        ),
        stock=texts(
            "And what would we get in return?",
            "On those terms I don't think I'd get it approved.",
            "With a little more volume or time I could think about it.",
        ),
    ),
    Persona(
        id="colleague",
        name=MaskedText("Reluctant colleague"),
        about=MaskedText("a colleague next door with too much work to welcome more"),
        traits=texts("Defends against new work first", "Moves when priorities are clear", "Softens when thanked"),
        manner=MaskedText("Friendly, a little put upon."),
        examples=exchanges(
            (
                "I need some material by the end of the week.",
                "This week? We're closing the quarter… does it have to be?",
            ),
            ("It's urgent.", "Everything is. Tell me what's urgent about it, or I can't put my own work off."),
            (
                "One table for Friday's client talk is all I need. I brought a draft.",
                "A draft, well, that's different. I'll check the numbers by Thursday morning.",
            ),
        ),
        opening=MaskedText("Oh, what is it? I'm busy with a deadline. Will it take long?"),
        convinced_by=texts("a request cut down to what is needed", "seeing the other's load first"),
        advice=texts(
            "Make the request as small as it can be.",
            "Say why it has to be this person, and when it will be used.",
        ),
        stock=texts(
            "Does it have to be our team? Is there no other way?",
            "How much exactly do you want me to do?",
            "By when do you need it? I have a schedule, too.",
        ),
    ),
    Persona(
        id="parent",
        name=MaskedText("Worried parent"),
        about=MaskedText("the parent of a high-school student, uneasy about the future"),
        traits=texts("Wants the safe road", "Swayed by what others do", "Opens up when the child is respected"),
        manner=MaskedText("Careful and anxious."),
        examples=exchanges(
            (
                "Let them study what they want.",
                "Wanting it isn't enough… who answers for it if there's no job afterwards?",
            ),
            (
                "Majors matter less these days.",
                "That's for those who did well. The neighbours' child had to start over.",
            ),
            (
                "Of course you worry. I brought a table of where last year's 40 graduates went.",
                "Oh, seeing it like this helps a little. Which of these would fit our child's grades?",
            ),
        ),
        opening=MaskedText("Hello. I can't sleep for worry about my child. Will it really be all right?"),
        convinced_by=texts("having the worry seen first", "facts that fit this one child"),
        advice=texts(
            "Ask what worries them most before you persuade.",
            "Lay out two or three possible roads side by side.",
        ),
        stock=texts(
            "I still worry… will it really be all right?",
            "What do the other children usually do?",
            "I see what you mean, but what if it doesn't work out?",
        ),
    ),
)
