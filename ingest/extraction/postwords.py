"""The words of which titles are made: topics, ranks, proper names."""

from __future__ import annotations

TOPIC_WORD = (
    r"(?:(?:integrated |inclusive |targeted )?"
    r"(?:looked-after|children-in-care|well-being|child(?:ren)?(?:[’']s)?|childcare|young|"
    r"people(?:[’']s)?|youth|famil(?:y|ies)|parents|services?|education(?:al)?|skills|learning|"
    r"school(?:s|ing)?|social|care|work|adults?(?:[’']s?)?|early|help|intervention|years|"
    r"safeguarding|protection|prevention|place|"
    r"resources|finance|financial|corporate|practice|operations|operational|quality|assurance|"
    r"performance|improvement|partnerships?|"
    r"commissioning|inclusion|health|public|wellbeing|communit(?:y|ies)|housing|culture|transformation|governance|"
    r"legal|law|lifelong|support|integrated|justice|regeneration|human|strategy|strategic|looked|after|leaving|leavers|"
    r"assessment|permanence|fostering|adoption|SEND|virtual|HR|IT|development|business|policy|"
    r"customer|environment|offending|economy|growth|"
    r"standards|opportunity|delivery|change|engagement|participation|communications|workforce|"
    r"disabled|disabilit(?:y|ies)|"
    r"specialist|vulnerable|citizens?|neighbourhoods|leisure|tackling|poverty|wider|jobs|"
    r"employment|enterprise|regional|internal|regulation|"
    r"external|central|office|planning|transport|property|digital|technology|data|insight|"
    r"programmes?|projects?|national|local|"
    r"area|locality|front|door|residential|placements?|sufficiency|home|homes|prosperity|sport|"
    r"libraries|interventions?|reform|residents|in\scare|in\sneed|parenting|welfare|attendance|admissions|exploitation|"
    r"contact|referrals?|court|hubs?|kinship|respite|therapeutic|psychology|attainment|achievement|outcomes|teaching|"
    r"training|research|advocacy|rights|complaints|information|intelligence|systems|procurement|contracts|estates|"
    r"democratic|electoral|audit|risk|revenues|benefits|highways|waste|museums|arts|heritage|emergency|resilience|"
    r"equalities|equality|diversity|fundraising|nursing|midwifery|mental|special|needs|clinical|therapies)\b)"
)
JOIN = r"(?:, and |, & | and | & |, | - | – |/| for | of | in (?=(?:care|need)\b)| )"
TOPIC = rf"{TOPIC_WORD}(?:{JOIN}(?:the )?{TOPIC_WORD})*"
PROPER = (
    r"(?-i:[A-Z][\w’'-]+(?: (?:and|of|for|in|the|&) )?(?:(?: |(?<= ))[A-Z][\w’'-]+(?: (?:and|of|for|"
    r"&) (?=[A-Z]))?){0,4})"
)
RANK = (
    r"(?:(?:corporate|executive|strategic|deputy|assistant|service|group|managing|operational|"
    r"divisional|non-executive|nonexecutive|"
    r"associate|joint|regional|senior|head|borough|city|county|council-nominated|independent|programme|national)[ -])*"
)
