"""Whether a given name is a woman's or a man's, so that "she" and "he" refer to the right person."""

from __future__ import annotations

import re

WOMEN = frozenset(
    """abigail ada adele agnes aisha alexandra alice alicia alison amanda amber amelia amina amy andrea angela anita ann
    anna anne annette annie anthea antonia april audrey ayesha barbara beatrice belinda bernadette beth bethan beverley
    brenda bridget bryony camilla carmel carol carole caroline carolyn catherine cathy charlotte cheryl chloe christina
    christine claire clare claudia colette cordelia daphne dawn debbie deborah deirdre denise diana diane dorothy edith
    eileen elaine eleanor elena elizabeth ella ellen elspeth emily emma erica esther eva eve evelyn faith farah fatima
    faye felicity fiona florence frances francesca freya gail gemma geraldine gillian gina glenda gloria grace gwen
    gwyneth hannah harriet hazel heather helen helena hilary holly imogen ingrid irene iris isabel isabelle isobel ivy
    jacqueline jacqui jane janet janice jasmine jayne jean jemima jennifer jenny jessica jill jo joan joanna joanne
    jodie josephine joy joyce judith judy julia julie june karen kate katherine kathleen kathryn kathy katie kay kelly
    kerry khadija kim kirsty laura lauren leah leila lena lesley lillian linda lindsey lisa lorna lorraine louise lucy
    lydia lynda lynn lynne madeleine maggie mandy marcia margaret margery maria marian marie marilyn marion marjorie
    marlene martha mary maureen mavis maxine meera megan melanie melissa mercy meriel michelle mildred miranda miriam
    moira molly mona monica muriel myra nadia nadine nancy naomi natalie natasha nicola nicole nina nora norma
    olive olivia olwen pamela pat patricia paula pauline penelope penny petra philippa phoebe phyllis pippa polly
    precious priya rachel rebecca rita rosalind rose rosemary rosie ruby ruth sally samantha sandra sara sarah shabana
    sharon sheila shelagh shirley shona sian siobhan sophia sophie stella stephanie sue susan susannah suzanne sylvia
    tamsin tanya tara teresa theresa thelma tina toni tracey tracy una ursula valerie vanessa vera veronica victoria
    violet vivien vivienne wendy winifred yasmin yvette yvonne zara zoe""".split()
)
MEN = frozenset(
    """aaron abdul adam adrian ahmed aidan alan alasdair albert alec alexander alfred ali alistair allan allen amir
    andrew angus anthony antony archie arthur barnaby barry bartholomew ben benjamin bernard bill bob brendan brian
    bruce cedric charles christopher clive colin connor craig cyril damian damien daniel darren dave david dean declan
    denis dennis derek desmond dev dominic donald doug douglas duncan edgar edmund edward edwin eric ernest ethan ewan
    felix francis frank fraser fred frederick gareth gary gavin geoff geoffrey george gerald gerard gilbert giles glenn
    gordon graeme graham grant greg gregory guy hamish harold harry harvey hassan henry herbert howard hugh hugo huw ian
    ibrahim imran isaac ivan ivor jack jacob jake james jason jatinder jeff jeffrey jeremy jerome jim joe joel john
    jonathan joseph joshua julian justin karl keith ken kenneth kevin kieran lance laurence lawrence lee len leo leon
    leonard leroy lewis liam lionel louis luke malcolm marcus mark martin martyn matthew maurice max maxwell melvin
    michael mick mike mohammed morris muhammad nathan neil neville nicholas nick nigel noel norman oliver omar oscar
    oswald owen patrick paul percy peter phil philip quentin rajesh ralph ray raymond reginald rhys richard rob robert
    robin rod roger roland ron ronald rory ross roy rupert russell ryan samuel scott sean sebastian sidney simon stan
    stanley stephen steve steven stewart stuart ted terence terry theo thomas tim timothy toby tom tony trevor vernon
    victor vincent walter warren wayne wilfred will william winston yusuf zachary""".split()
)
LADY = re.compile(r"(?:Mrs|Ms|Miss|Dame|Lady|Baroness)\b")
GENTLEMAN = re.compile(r"(?:Mr|Sir|Lord)\b")


def gender(*forms: str) -> str | None:
    """ "f" or "m" by a title or the given name in any form of somebody's name; None where neither tells."""
    for form in forms:
        if LADY.match(form):
            return "f"
        if GENTLEMAN.match(form):
            return "m"
    first = re.split(r"[ -]", forms[0].lower())[0] if forms and " " in forms[0] else ""
    return "f" if first in WOMEN else "m" if first in MEN else None
