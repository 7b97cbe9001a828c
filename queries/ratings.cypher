/*
title = "Councils by their judgement"
meaning = "The last overall judgement of each council or trust that documents tell of, since when it has stood, and what it was before; of one judgement, or of all."
question = [
  "which councils are rated {judgement}",
  "which councils are judged {judgement}",
  "which councils were rated {judgement}",
  "which councils were found {judgement}",
  "which councils were {judgement}",
  "which children's services are rated {judgement}",
  "which local authorities are rated {judgement}",
  "who is rated {judgement}",
  "councils rated {judgement}",
  "councils judged {judgement}",
  "{judgement} councils",
  "how is each council rated",
  "how is every council rated",
  "how are councils rated",
  "which ratings do councils have",
  "ratings of councils",
  "since when is {organisation} rated {judgement}",
  "since when is {organisation} {judgement}",
  "is {organisation} rated {judgement}",
  "is {organisation} {judgement}",
  "which judgement does {organisation} have",
  "what is the ofsted rating of {organisation}",
  "what is {organisation} 's ofsted rating",
  "ofsted rating of {organisation}",
  "{organisation} 's ofsted rating",
  "what is the rating of {organisation}",
  "what is {organisation} 's rating",
  "what was {organisation} rated",
  "which councils {judgement}",
  "which councils does ofsted rate {judgement}",
  "which councils did ofsted find {judgement}",
  "which councils have a rating of {judgement}",
  "which councils are rated as {judgement}",
  "which councils got {judgement}",
  "which councils were given {judgement}",
  "which trusts are rated {judgement}",
  "which children's services are {judgement}",
  "where are children's services {judgement}",
  "where are children's services rated {judgement}",
  "councils found {judgement}",
  "councils {judgement}",
  "councils that are {judgement}",
  "councils that are rated {judgement}",
  "councils with {judgement}",
  "ofsted ratings of councils",
  "ratings of councils by ofsted",
  "ofsted ratings",
  "council ratings",
  "how does ofsted rate councils",
  "how are councils doing",
  "is {organisation} still {judgement}",
  "ofsted rating {organisation}",
  "{organisation} ofsted rating",
  "{organisation} rating",
  "councils with a {judgement} rating",
  "which councils have a {judgement} rating",
]

[parameters.judgement]
type = "concept"
scheme = "judgement"
example = "inadequate"
meaning = "Only those with this judgement, by any of its names."

[parameters.organisation]
type = "entity"
class = "Organisation"
example = "Bradford"
meaning = "Only this council or trust: a name or an id."

[parameters.as_of]
type = "date"
example = "2020-05-03"
meaning = "By what had been judged by that day, or by the end of that month, year or interval, rather than now."

[columns.organisation]
type = "text"
meaning = "The council, trust or body."

[columns.judgement]
type = "text"
meaning = "Its last overall judgement."

[columns.since]
type = "date"
meaning = "When it was first so judged without another judgement between (EDTF)."

[columns.last]
type = "date"
meaning = "When it was last judged (EDTF)."

[columns.before]
type = "text"
meaning = "The judgement before that, empty when no document tells of one."

[columns.certainty]
type = "text"
meaning = "\"certain\" when a document states the last judgement with confidence, else \"possible\"."

[columns.sources]
type = "sources"
meaning = "The claims that support the row: document, title, published, quote, url, claim, page."

[columns.organisation_id]
type = "id"
meaning = "The organisation's id."

[columns.fact_id]
type = "id"
meaning = "The id of the last inspection."
*/
MATCH (organisation:Organisation)<-[:INSPECTED]-(fact:Inspection)
WHERE fact.judgement IS NOT NULL
  AND coalesce(fact.kind, 'inspection') = 'inspection'
  AND ($organisation IS NULL OR organisation.id = $organisation)
WITH organisation, fact,
  coalesce(fact.dateEarliest, fact.publishedEarliest, fact.dateLatest, fact.publishedLatest) AS time
WHERE $as_of IS NULL OR time <= $as_of_latest
ORDER BY organisation.id, time IS NOT NULL, time, fact.id
WITH organisation, collect(fact) AS judged
WITH organisation, judged, judged[-1] AS fact,
  [place IN range(0, size(judged) - 1) WHERE judged[place].judgement <> judged[-1].judgement] AS others
WHERE $judgement IS NULL OR fact.judgement = $judgement
WITH *,
  CASE size(others) WHEN 0 THEN judged[0] ELSE judged[others[-1] + 1] END AS first,
  CASE size(others) WHEN 0 THEN null ELSE judged[others[-1]].judgement END AS before,
  toLower(organisation.name) + ' ' + organisation.id AS cursor
WHERE $cursor IS NULL OR cursor > $cursor
CALL (fact) {
  MATCH (fact)<-[:SUPPORTS]-(claim:Claim)-[:STATED_IN]->(document:Document)
  WITH claim, document
  ORDER BY document.publishedEarliest, document.id, claim.startOffset
  RETURN
    collect({
      document: document.id, title: document.title, published: document.published, quote: claim.quote,
      url: document.url, claim: claim.id, page: claim.page
    }) AS sources,
    max(CASE WHEN claim.confidence >= 0.5 AND coalesce(claim.status, 'held') <> 'planned' THEN 1 ELSE 0 END) = 1
      AS stated
}
RETURN
  organisation.name AS organisation,
  fact.judgement AS judgement,
  coalesce(first.date, first.published) AS since,
  coalesce(fact.date, fact.published) AS last,
  before,
  CASE WHEN stated THEN 'certain' ELSE 'possible' END AS certainty,
  sources,
  organisation.id AS organisation_id,
  fact.id AS fact_id,
  cursor
ORDER BY cursor
LIMIT $limit
