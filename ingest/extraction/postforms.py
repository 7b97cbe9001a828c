"""Forms of posts whose owner the words tell: patterns, by whose posts they are."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.extraction.postwords import PROPER, RANK, TOPIC, TOPIC_WORD


@dataclass(frozen=True, slots=True)
class Post:
    """A pattern of posts: its family says whose they are (council, trust, ministry, inspectorate, police, any)."""

    family: str
    pattern: str


TAIL = (
    rf"(?: (?-i:(?=[A-Z])){TOPIC}|,? ?[(]{TOPIC}[)]|(?: (?:of|for) (?:the )?|, | ?- | – |: ){TOPIC}|"
    rf"(?: of | for )(?!the\b|a\b){PROPER})"
)
POSTS = (
    Post(
        "inspectorate",
        r"(?:(?:her|his) majesty[’']s )?(?:(?:senior|lead|deputy lead|team|ofsted|cqc|hmicfrs|"
        r"hmi|assistant|care|social care|"
        r"schools?|additional|hmip|probation|shadow|ofsted[’']s|cqc[’']s|registered) )*(?:(?:her|"
        r"his) majesty[’']s )?(?:lead )?inspectors?(?: of (?:schools|constabulary|"
        r"probation))?(?: \(HMIs?\))?|HMIs?(?: lead inspectors?)?(?![\w])",
    ),
    Post(
        "inspectorate",
        r"(?:senior )?data analysts?|quality assurance managers?|social care regulatory inspection managers?",
    ),
    Post(
        "inspectorate",
        r"(?:(?:her|his) majesty[’']s )?(?:deputy |assistant )?(?:detective )?chief inspector(?: of (?:schools|"
        r"(?-i:[A-Z]\w+(?:,? (?:and )?[A-Z]\w+)*)))?",
    ),
    Post(
        "inspectorate",
        r"regional directors?(?: for (?:the )?(?-i:(?:North|South|East|West|London|Midlands|"
        r"England|[A-Z]\w+)(?:[ -](?:North|South|East|West|of|and|England|Yorkshire|Humber|"
        r"the))*))?",
    ),
    Post(
        "ministry",
        r"(?:the )?(?:secretary of state for (?:education|children, schools and families)|"
        r"(?:education|children[’']s|schools) secretary|secretary of state)",
    ),
    Post(
        "ministry",
        r"(?:(?:parliamentary )?under-secretary(?: of state)?(?:(?: responsible)? for (?:the )?(?:children"
        r"(?:(?:, and |, | and )"
        r"(?:young people|families|learning|schools))*|(?-i:[A-Z])\w+(?: (?:of|and|the|(?-i:[A-Z])\w+))*))?|"
        r"(?:children(?:[’']s)?(?: and families)?|families|child protection) minister|minister "
        r"(?:of state )?for children(?:,? and (?:young people|families)|, young people and "
        r"families)?|minister for children, families and [\w ]+)",
    ),
    Post(
        "ministry",
        r"(?:(?:prime|schools|education|junior|health|home office|local government|care|social care|justice|housing|"
        r"welfare|treasury|policing|culture|transport|business|communities|equalities|disability|foreign|defence) )?"
        r"minister(?! for)",
    ),
    Post(
        "council",
        rf"(?:(?:deputy|assistant) )?(?:cabinet|executive|lead|cabinet lead|executive lead)(?: "
        rf"support)? ?(?:members?|lead|councillors?|portfolio holders?)(?: \(?(?:with "
        rf"responsibility |responsible )?(?:for|-|–) ?(?:the )?{TOPIC}(?: portfolio)?\)?| [-–] "
        rf"{TOPIC}| \({TOPIC}\))?",
    ),
    Post(
        "council",
        rf"portfolio[ -]holders?(?:(?: (?:for|-|–)|,) (?:the )?{TOPIC})?|cabinet leads? (?:for|on) "
        rf"{TOPIC}|lead members?(?: for {TOPIC})?|executive councillors? for {TOPIC}|spokes(?:man|"
        rf"woman|person) for {TOPIC}",
    ),
    Post(
        "council",
        r"(?:(?:(?:lib(?:eral)? )?dem(?:ocrat)?|labour|conservative|tory|green|independent)?"
        r"(?: ?councillor| ?member)? with )?"
        rf"(?:responsibility|responsible|answers|in charge of)(?: for)? (?=child|famil|young){TOPIC} (?:on|in) "
        r"(?:the|your|our|her|his) (?:[\w’']+ )?(?:cabinet|executive)\b|"
        rf"(?:cabinet )?members? for (?:the )?(?=[^.;\n]{{0,24}}?(?:child|famil|young)){TOPIC}|"
        rf"(?:(?:{TOPIC_WORD},? (?:and|&) )*children(?:[’']s)?(?:,? (?:and|&) {TOPIC_WORD}| services| social care)*)"
        rf" (?:portfolio|brief)(?![ -]holder)|(?:portfolio|brief) for (?:the )?{TOPIC}",
    ),
    Post(
        "council",
        r"(?:(?:deputy|majority|minority|joint|conservative|labour|tory|lib dem|liberal democrat|"
        r"opposition|group|green|party|civic|city council|county council|borough council|town "
        r"hall) )*(?:council )?leaders?(?: of (?:the )?(?:(?:city|county|borough|district|"
        r"metropolitan) )*(?:council|authority)(?![\w])| of the (?:borough|county|city|town)(?![\w’'])|"
        r" of (?:the )?(?:opposition|"
        r"(?-i:[A-Z])[\w ]{0,30}? group|conservatives?|labour|liberal democrats|lib "
        r"dems))?(?:[’'] group)?(?! group)",
    ),
    Post(
        "police",
        r"(?:police(?:, fire)?(?: and crime)?|crime) commissioners?|(?:(?:assistant|deputy|"
        r"temporary) )*chief constables?|area commander|(?:det(?:ective|\.)? )?(?:ch(?:ief|\.)? )?supt\b\.?|"
        r"(?:det|ch|chief)\.? insp\b\.?|(?-i:DCI)\b|"
        r"(?:detective )?(?:chief )?superintendent|"
        r"detective (?:chief )?inspector",
    ),
    Post("any", r"children[’']s commissioner for england|information commissioner|(?:assistant|deputy) commissioner"),
    Post(
        "any",
        rf"(?:medical|personal|legal|political|clinical|professional|financial|media|principal|careers) advis[eo]r"
        rf"(?: for {TOPIC})?|children[’']s officer",
    ),
    Post(
        "any",
        rf"(?:lead|senior|strategic|joint) commissioners? (?:for|of) (?:the )?"
        rf"(?!finance|child(?:ren)?(?:[’']s)? (?:services|social)|children\b){TOPIC}",
    ),
    Post(
        "council",
        r"(?:(?:DfE|government|dfe[’']s|government-appointed|department for education|"
        r"ministerial|children[’']s services?|children[’']s social care|social work|social care|"
        r"improvement|lead|finance|statutory|education|managing|best value|non-executive) "
        r")*commissioners?(?: (?:for|of) (?:children[’']s (?:services|social care)|children|"
        r"finance))?",
    ),
    Post(
        "council",
        r"(?:(?:DfE|government|department for education|statutory|improvement|independent|expert|"
        r"sector-led|children[’']s services?|dfe[’']s|special) )*(?:advisers?|advisors?)(?: to "
        r"the (?:council|board))?",
    ),
    Post(
        "board",
        r"(?:independent |joint |vice-|vice |deputy |co-)*(?:chair(?:man|woman|person)?s?|"
        r"scrutineer)(?: designate|-designate)? (?:of|for) (?:the |its |[A-Z][\w’']+ |"
        r"[A-Z][\w’']+’s |Blackburn with Darwen[’']s )*(?:(?:local |children[’']s services |"
        r"children[’']s |independent |council[’']s )*(?:safeguarding (?:children |children[’']s "
        r")?(?:board|partnership)|improvement (?:and \w+ )?board|recovery board|[\w’']+ board|"
        r"scrutiny (?:committee|panel|board)|scrutiny|trustees|trust|governors|county council|city council|council|"
        r"(?:[\w’']+,? (?:and )?){0,5}?(?:committee|panel|group|forum))(?![\w]))|"
        r"(?:independent |joint |vice-|deputy )*chair(?:man|woman|person)?(?= of (?:the )?(?-i:[A-Z]))",
    ),
    Post(
        "board",
        r"(?:local |children[’']s |independent )*(?:safeguarding (?:children[’']?s? )?(?:board|"
        r"partnership)|improvement board|recovery board)(?:[’']s)? (?:independent |then |former |"
        r"current )*chair(?:man|woman|person)?",
    ),
    Post(
        "board",
        r"(?:independent |joint |vice-|vice |deputy |co-|trust |board |non-executive "
        r")*chair(?:man|woman|person)?(?:[ -]designate)?(?! of )",
    ),
    Post(
        "executive",
        r"(?:council|town hall|county hall|city hall|civic centre|trust)(?:[’']s)? "
        r"(?:boss|chief)(?![ -](?:exec|officer|operating|information|medical|people|legal|social|fire|inspector|"
        r"aims?|concerns?|tasks?|reasons?|causes?|worry|problems?|constable|\w+ officer|"
        r"\w+ing\b|(?!for|never|after|under|earlier|whether|over)\w+(?:er|or|ist)\b))|"
        r"(?:(?:deputy|assistant|joint) )?(?:chief exec(?:utive)?s?(?: officers?)?|CEO)(?:[ -]designate)?",
    ),
    Post(
        "any",
        rf"chief (?:operating|finance|financial|information|nursing|nurse|education|medical|"
        rf"people|legal|social work|fire|officer)(?: officers?)?(?: [(]{TOPIC}[)]| for {TOPIC})?",
    ),
    Post("council", r"(?:(?:deputy|assistant|executive|elected|directly elected|lord|metro) )*mayors?"),
    Post(
        "director",
        r"(?:(?:deputy |assistant )?(?:children(?:[’']s)?|social) (?:services |social care |care )?"
        r"(?:boss|chief|supremo|director)|"
        r"(?:boss|chief) of children[’']s (?:services|social care)|in charge of (?:its "
        r"|the |their )?children[’']s (?:services|social care))",
    ),
    Post(
        "director",
        rf"DCSs?(?![\w])|non-executives?(?! \w*director)(?! (?:member|chair))|"
        rf"(?:{RANK}directors?(?:[ -]general)?(?: designate)?{TAIL}?)",
    ),
    Post(
        "any",
        rf"(?:(?:interim|deputy|assistant|service|acting) )?heads?(?: of service)?(?: (?:of|for) "
        rf"(?:the )?{TOPIC}(?! \w+ board)|,? [(]{TOPIC}[)]|, {TOPIC})|heads? of service|"
        rf"head ?(?:teacher|master|mistress)(?:e?s)?|"
        r"(?:executive )?heads?(?= (?:of|at) (?:the )?(?:(?-i:[A-Z])[\w’'-]+ ){1,4}"
        r"(?:Primary|School|Academy|Infants|Juniors|College|High|Grammar)\b)",
    ),
    Post(
        "any",
        r"principal social workers?|(?:(?:area|deputy|assistant) )*(?:team|service|business|programme|"
        r"project|practice|locality|general|communications|policy|commissioning|improvement "
        r"programme|registered|press|media|governance|operations) managers?"
        r"|(?:borough|city|county|council|town|deputy|chief|assistant) (?:treasurer|solicitor|"
        r"clerk|secretary|auditor)|monitoring officer|company secretary|(?:committee|democratic) "
        r"services officer|senior independent director"
        r"|managing partner|(?:vice-)?president|vice-chancellor|dean of (?:social work|\w+)|"
        r"deputy editor|editor|professor of [\w ]+?(?= at)|general secretary|town clerk|"
        r"permanent secretary|lead consultant|managing editor|designated (?:doctor|nurse)"
        r"(?: for [\w ]+?(?= at\b| with\b|[,.;:()\n]))?|"
        r"accountable officer|section 151 officer|(?:lay|executive|independent) member",
    ),
)
