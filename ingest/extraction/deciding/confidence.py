"""How surely a claim is right: a probability learnt from claims that were judged, whatever frame made them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from graph.model import Claim, DirectionStatement, InspectionStatement, TenureStatement, TrustStatement
from ingest.extraction import letters
from ingest.extraction.context import Context
from ingest.extraction.deciding.claimsamong import MODEL as AMONG
from ingest.extraction.deciding.claimsamong import among
from ingest.extraction.deciding.features import CLASS
from ingest.extraction.deciding.gists import gist, org, subject
from ingest.extraction.politicians import calling, politicians
from ingest.names import Mention
from ingest.trained import Features, chances, in_light

UNREAL = re.compile(
    r"\b(?:not|no|never|den(?:y|ied|ies)|would|could|might|may|should|if|unless|whether|plan(?:s|ned)?|expect\w*|"
    r"hop(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:for|on)|propos\w+|recommend\w*|consider\w*|want\w*|urge\w*|possible|"
    r"vacan\w+|candidate|applicant|rumou?r\w*|any|every|next|future|due|will)\b|n[’']t\b",
    re.IGNORECASE,
)
PAST_ONLY = re.compile(r"\b(?:former\w*|previous\w*|then|ex-|late|last|earlier|ago)\b", re.IGNORECASE)
GRADES = re.compile(r"\b(?:inadequate|outstanding|good|requires? improvement|adequate|poor)\b", re.IGNORECASE)
LEAST = 0.6  # with less, as many more claims are wrong as right: on unseen texts, five claims in six are right by it


MODEL = "confidence"


class Confidence:
    """Weighs one document's claims, each by itself first, then in the light of what that made of the others."""

    def __init__(self, context: Context, offered: Mapping[Claim, Features]) -> None:
        self._context = context
        self._offered = offered
        self._claims = claims = tuple(offered)
        self._alike = Counter(gist(each) for each in claims)
        self._by_subject = Counter(subject(each) for each in claims)
        self._by_org = Counter(org(each) for each in claims)
        self._by_type = Counter(each.statement.type for each in claims)
        self._orgs: dict[str, list[Mention]] = {}
        for mention in context.orgs:
            self._orgs.setdefault(mention.name, []).append(mention)
        self._of_kind = Counter(each.kind for each in context.orgs)
        self._is_form = letters.is_form(context)
        elected = politicians(context)
        self._politicians = {each.name for each in context.people if each.key in elected}

    def weighed(self) -> tuple[Claim, ...]:
        """The claims with what the model makes of them, those left out that are too likely wrong."""
        scores = chances(AMONG, self.among(chances(MODEL, self.features)))
        return tuple(
            claim.model_copy(update={"confidence": round(float(score), 2)})
            for claim, score in zip(self._claims, scores, strict=True)
            if score >= LEAST
        )

    @cached_property
    def features(self) -> Sequence[Features]:
        """Each claim's features, as far as the chances of others have no part in them."""
        return [self._features(each) for each in self._claims]

    def among(self, scores: Sequence[float]) -> list[Features]:
        """Each claim's features, with what the first model makes of it and of all others."""
        return in_light(self.features, among(self._claims, scores))

    def _features(self, claim: Claim) -> Features:
        return {
            "by frame": claim.confidence,
            "type": claim.statement.type,
            "alike": float(min(self._alike[gist(claim)], 5)),
            "rivals": float(min(self._by_subject[subject(claim)] - self._alike[gist(claim)], 5)),
            "share of body": self._by_org[org(claim)] / len(self._claims),
            "claims of type": float(self._by_type[claim.statement.type]),
            "form": float(self._is_form),
            **self._offered[claim],
            **_stated(claim),
            **self._holder(claim),
            **self._body(claim),
            **self._quote(claim),
        }

    def _holder(self, claim: Claim) -> Features:
        told = claim.statement
        if not isinstance(told, TenureStatement):
            return {}
        return {"politician": f"{told.person in self._politicians:d}/{calling(told.role)}"}

    def _body(self, claim: Claim) -> Features:
        context, name = self._context, org(claim)
        mentions = self._orgs.get(name or "", [])
        if not mentions:
            return {"body": "none"}
        flow = context.place(claim.start_offset)
        kind, key = mentions[0].kind, mentions[0].key
        main = context.focus.trust if kind == "trust" else context.focus.council
        near = min(abs(each.start - flow) for each in mentions)
        return {
            "body": kind,
            "body main": float(main is not None and main.key == key),
            "body share": len(mentions) / max(1, self._of_kind[kind]),
            "body named": float(min(len(mentions), 12)),
            "body distance": float(min(near, 1500)),
            "body in quote": float(any(each.text in claim.quote for each in mentions)),
            "body in title": float(any(each.text in context.document.title for each in mentions[:3])),
            "bodies of kind": float(len({each.key for each in context.orgs if each.kind == kind})),
        }

    def _quote(self, claim: Claim) -> Features:
        context, quote = self._context, claim.quote
        start = context.place(claim.start_offset)
        sentence = context.sentence(start)
        paragraph = context.paragraph(start)
        verb = sentence.root
        low, high = sentence.start_char, sentence.end_char
        return {
            "quote length": float(min(len(quote), 600)),
            "sentence length": float(min(high - low, 600)),
            "unreal": float(len(UNREAL.findall(quote))),
            "past words": float(len(PAST_ONLY.findall(quote))),
            "grades": float(len(GRADES.findall(quote))),
            "speech": float(any(mark in quote for mark in '“”"')),
            "people": float(len(context.people_in(low, high))),
            "bodies": float(len({each.key for each in context.orgs_in(low, high)})),
            "dates": float(len(context.dates_in(low, high))),
            "heading": float(paragraph.is_heading),
            "place": start / max(1, len(context.text)),
            "verb": CLASS.get(verb.lemma_, "other") if verb.pos_ in {"VERB", "AUX"} else verb.pos_,
            "factual": float(context.is_factual(verb)),
            "lines": float(quote.count("\n")),
            "councils": float(len({each.key for each in context.orgs if each.kind == "council"})),
            "length": float(min(len(context.text), 30000)),
        }


def _stated(claim: Claim) -> Features:
    told = claim.statement
    match told:
        case TenureStatement():
            return {
                "role": told.role if len(told.role) < 40 else "long",
                "status": told.status,
                "interim": float(told.interim),
                "start": float(told.start is not None),
                "end": float(told.end is not None),
                "person in quote": float(told.person.split()[-1] in claim.quote),
                "full name": float(" " in told.person),
                "role words": float(len(told.role.split())),
            }
        case InspectionStatement():
            return {
                "kind": told.kind,
                "date": float(told.date is not None) + float("/" in (told.date or "")),
                "published": float(told.published is not None),
                "judgement": told.judgement or "",
                "date length": float(len(told.date or "")),
            }
        case DirectionStatement():
            return {
                "kind": told.kind,
                "date": float(told.date is not None),
                "of person": float(told.person is not None),
            }
        case TrustStatement():
            return {
                "status": told.status,
                "named": float(told.name is not None),
                "date": float(told.date is not None),
                "served": float(len(told.councils)),
            }
