"""How people's names are written: titles, names with particles and initials, and the words that no name has."""

from __future__ import annotations

import re

TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Coun|Cllrs|Councillors?|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Baron|Rev|"
    r"Canon|Alderman|Ald|Sgt|Supt|DCI|Judge|Det|Insp|Dr|Revd|Hon|Viscount|Earl|Sister)\b\.?"
)
PARTICLE = r"(?:de|van|von|der|den|da|dos|du|di|la|le|bin|ibn|binti|al|el|ul|ap|ferch|ter|ten|y)"
WORD = r"(?:(?:Mc|Mac|O[’']|D[’']|Fitz)?[A-ZÀ-ÞĀ-Ž][a-zß-ÿā-ž]+(?:[’'][A-Z][a-z]+)?|[A-ZÀ-Þ]\.?(?=[ .]))"
PART = rf"{WORD}(?:-(?:(?:le|la|de|en)-)?{WORD})*"
NAME = rf"{PART}(?: (?:{PARTICLE} )*{PART}){{0,3}}"
TITLED = re.compile(rf"\b({TITLE} (?:{TITLE} )*)({NAME})")
TITLES = re.compile(rf"^(?:(?:{TITLE}|the|Inspector|Mayor|Commissioner|Minister) )+")
TITLE_IN_CAPITALS = re.compile(r"^(?:(?:PROF(?:ESSOR)?|DR|MRS?|MS|MISS|SIR|DAME|CLLR|COUNCILLOR|LORD|LADY)\.? )+")
HONOUR = r"(?:OBE|CBE|MBE|DBE|KBE|QPM|MP|S?HMI|QC|KC|PhD|JP|DL)"
POSTNOMINAL = re.compile(rf"[, ]+{HONOUR}\b.*$")
FULL = re.compile(rf"(?<![\w-]){PART}(?: (?:{PARTICLE} )*{PART}){{1,3}}(?![\w-])")
COUNCILLOR = re.compile(r"(?:Cll?rs?|Coun|Councillors?|Ald|Alderman)\b")
NO_NAME = re.compile(
    r"(?<!-)\b(After|Since|From|As|But|And|At|In|On|For|By|With|When|While|Under|Before|During|To|Of|"
    r"If|Then|Now|What|Why|How|Exhibit|Readers?|Former|Meanwhile|Although|However|Elsewhere|Ofsted|Council|Trust|Board|Service|"
    r"Services|Department|Committee|Government|Children|Cabinet|Office|Director|"
    r"Executive|Chief|Leader|Head|Chair|Inspector|Commissioner|Secretary|Minister|Mayor|Member|Officer|Manager|HMI|DCS|"
    r"DfE|ILACS|JTAI|SEND|NHS|Street|Road|House|Centre|Lane|Square|Hall|Way|Avenue|Park|School|Academy|Hospital|"
    r"University|Police|Partnership|Team|Review|Report|Plan|Act|Bill(?! [A-Z])|Framework|Programme|Panel|Group|Party|"
    r"Labour|Polytechnic|Corps|Wharf|Contract|"
    r"Conservative|Liberal|Democrats?|Green|News|Echo|Gazette|Chronicle|Post|Times|Journal|Dispatch|Messenger|Argus|Courier|Herald|"
    r"Examiner|Telegraph|Bugle|Tribune|Bulletin|Reporter|Monday|Tuesday|Wednesday|"
    r"Thursday|Friday|Saturday|Sunday|January|February|March|(?:April|June|August)(?! [A-Z])|July|September|"
    r"October|November|December|"
    r"Christmas|Easter|North|South|East|West|County|City|Borough|District|Union|Unison|Early|"
    r"Help|Home|Homes|Care|Social|"
    r"Improvement|Quality|Performance|Education|Learning|Skills|Families|Young|People|Health|Adult|Adults|"
    r"Authority|Visit|Inspection|Letter|Dear|Yours|Image|Picture|Photo|Published|Read|More|"
    r"Related|Contact|Advertisement|"
    r"His|Her|The|This|That|These|She|He|They|We|You|Our|Its|Their|Majesty|Interim|Acting|Former|"
    r"Deputy|Assistant|Senior|"
    r"Lead|Corporate|Strategic|Managing|Regional|National|Local|Britain|UK|One|Two|Three|"
    r"Response|Responses|Comment|Comments|View|Views|"
    r"Town|Civic|Digital|Media|Facebook|Twitter|YouTube|Getty|Wikimedia|BBC|Whitehall|Parliament|Commons|Guildhall|Inn|Hotel|Tower|Buildings?|"
    r"Stadium|Arena|Theatre|Library|Online|Mercury|Advertiser|Observer|Weekly|Recruitment|Consulting|Solutions|Holdings|"
    r"Youth|Justice|Joint|Commissioning|Leaving|Next|Who|Independent|Reviewing|Child|Safeguarding|Practice|Mail|"
    r"British|Asian|African|Together|Judgements?|Grade|Under|Parliamentary|Protection|Prevention|Resources|Finance|"
    r"Inclusion|Wellbeing|Housing|Culture|Transformation|Governance|Legal|Support|Communities|Community|Permanence|"
    r"Adoption|Fostering|Assessment|Development|Business|Strategy|Operations|Planning|Environment|Customer|Central|"
    r"Inspectors|Significant|Looked|Public|Human|Better|Associates|Partners|Talent|Lib|Dem|Tory|Round|Monitoring|Year|Week|Paid|Primary|Medical|Inspectorates?|"
    r"Named|Virtual|Responsible|Nominated|Designated|Registered|Scrutineer|Trustees?|Psychologist|Paediatrician|Midwife|"
    r"Matron|President|Says|Hi|Ask|My|Is|Not|History|Goodbye|Annex|Enter|Appointments?|Sub-Committee|Other|Earlier|"
    r"Rights|Information|Parties|Authorised|Specialist|Adviser|Forum|Commissioners|Futures|Neighbouring|I)\b(?!-)"
)
PLAIN_WORDS = frozenset(
    """England Wales Church Bury Park Lane West North South Hall Post Green Young Street Home Service May March April
    June August London Short Best Head Chase Banks Wood Field Marsh Hill Price Read Way Square Church East Home Care
    Easter Times House""".split()
)
PLACE_WORDS = frozenset("Street House Square Way Home Service Post".split())
HONOURS = rf"(?:,? \(?{HONOUR}\b\)?)"
PEER = re.compile(rf"\b(?:Lord|Lady|Baroness|Baron) ({PART}(?: {PART})? of {PART})(?! (?:Council|City|County))")
CAPITALS = re.compile(r"(?<![\w-])[A-Z][A-Z’'-]+(?: (?:[A-Z]\.? )?[A-Z][A-Z’'-]+){1,2}(?![\w-])")
ABBREVIATIONS = (
    rf"(?:{HONOUR}|MBC|MDC|LBC|DCS|NHS|SEND|ILACS|JTAI|LSCB|MASH|CQC|DFE|PCC|CIC|BBC|CEO|F?CA|F?CCA|CPFA|F?RSA|MBA|CQSW|"
    r"FCIPD|BSC|PHD|LLB)"
)
SURNAME_IN_CAPITALS = re.compile(
    rf"(?<![\w-])(?P<title>{TITLE} (?:{TITLE} )*)?(?P<given>{PART})(?: {PART})? (?!{ABBREVIATIONS}\b)"
    r"(?:Mc|Mac|O[’'])?[A-ZÀ-Þ]{3,}(?:[’'-][A-ZÀ-Þ]{2,})*(?![\w-])"
)
INVERTED = re.compile(  # "WEIR, Rosemary Ann, Dr" on a line of its own
    r"^\W*?(?P<name>(?P<last>[A-ZÀ-Þ][A-ZÀ-Þ’'-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ’'-]+(?=[^\n]*[a-z]))*), "
    rf"(?P<first>[A-Z][\w’'-]*(?: [A-Z][\w’'.-]*)*))(?:, {TITLE})?[ \t]*$",
    re.MULTILINE,
)
