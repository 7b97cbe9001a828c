/*
title = "Judgements before and after a trust"
meaning = "Each trust or council company with the councils whose services it runs, the last overall judgement before it took over and the judgements since."
question = [
  "which judgement went before and after each trust",
  "which judgements came before and after {trust}",
  "how did judgements change under {trust}",
  "how were services rated before and after {trust}",
  "how were councils rated before and after their trusts",
  "did {trust} improve services",
  "did trusts improve services",
  "did the trust improve services at {council}",
  "how did the trust at {council} do",
  "which trusts run children's services",
  "which trusts are there",
  "which councils have a trust",
  "which councils have trusts",
  "trusts before and after",
  "which effect did the trust have at {council}",
  "which effect did {trust} have",
  "which effect did trusts have",
  "what was the effect of {trust}",
  "what was the effect of the trust at {council}",
  "what was the effect of trusts",
  "effect of {trust}",
  "effect of the trust at {council}",
  "which difference did {trust} make",
  "which difference did the trust make at {council}",
  "did {trust} make a difference",
  "did the trust make a difference at {council}",
  "do trusts make a difference",
  "did {trust} improve ratings",
  "did {trust} improve things",
  "did {trust} help",
  "did trusts help",
  "did the trust help at {council}",
  "did the trust improve ratings at {council}",
  "did the trust improve things at {council}",
  "do trusts improve ratings",
  "do trusts improve ofsted ratings",
  "do children's trusts improve ratings",
  "do children's trusts improve ofsted ratings",
  "do children's trusts improve services",
  "did things get better after the trust took over at {council}",
  "did things improve after the trust took over at {council}",
  "did things improve at {council} after the trust took over",
  "did things improve under {trust}",
  "did ratings get better after the trust took over at {council}",
  "did ratings improve after the trust took over at {council}",
  "did ratings improve after trusts took over",
  "did ratings improve under {trust}",
  "did services get better after the trust took over at {council}",
  "did services improve after the trust took over at {council}",
  "did services improve under {trust}",
  "were ratings better after councils moved to trusts",
  "were ratings better after trusts took over",
  "were ratings better under trusts",
  "how was {council} rated before and after its trust",
  "how was {council} rated before and after the trust",
  "how was {council} rated before and after the trust took over",
  "ratings before and after trusts",
  "ratings before and after trusts took over",
  "ratings before and after {trust}",
  "ratings before and after the trust at {council}",
]

[parameters.trust]
type = "entity"
class = "Trust"
example = "children's trust of Bradford"
meaning = "Only this trust: a name or an id."

[parameters.council]
type = "entity"
class = "Organisation"
example = "Bradford"
meaning = "Only trusts of this council: a name or an id."

[parameters.as_of]
type = "date"
example = "2023-01-01"
meaning = "By what had been by that day, or by the end of that month, year or interval."

[columns.trust]
type = "text"
meaning = "The trust or company."

[columns.council]
type = "text"
meaning = "The council whose services it runs."

[columns.status]
type = "text"
meaning = "The latest that is known: planned, established, operating or ended."

[columns.date]
type = "date"
meaning = "When it began or was to begin (EDTF)."

[columns.before]
type = "text"
meaning = "The last overall judgement before it began, empty when no document tells of one."

[columns.after]
type = "list"
meaning = "The overall judgements since it began, oldest first."

[columns.certainty]
type = "text"
meaning = "\"certain\" when a document states with confidence that it runs the services, else \"possible\"."

[columns.sources]
type = "sources"
meaning = "The claims that support the row: document, title, published, quote, url, claim, page."

[columns.trust_id]
type = "id"
meaning = "The trust's id."

[columns.council_id]
type = "id"
meaning = "The council's id."

[columns.fact_id]
type = "id"
meaning = "The fact's id."
*/
MATCH (trust:Organisation)<-[:DELEGATE]-(fact:Delegation)-[:DELEGATED_BY]->(council:Organisation)
WHERE ($trust IS NULL OR trust.id = $trust)
  AND ($council IS NULL OR council.id = $council)
  AND coalesce(fact.dateEarliest <= $as_of_latest, true)
CALL (trust, council, fact) {
  OPTIONAL MATCH (body:Organisation)<-[:INSPECTED]-(inspection:Inspection)
  WHERE body IN [trust, council] AND inspection.judgement IS NOT NULL
    AND coalesce(inspection.kind, 'inspection') = 'inspection'
  WITH fact, inspection,
    coalesce(inspection.dateEarliest, inspection.publishedEarliest) AS first,
    coalesce(inspection.dateLatest, inspection.publishedLatest) AS last
  WHERE coalesce(first <= $as_of_latest, true)
  ORDER BY first, inspection.id
  RETURN
    collect(CASE WHEN last < fact.dateEarliest THEN inspection.judgement END) AS earlier,
    collect(CASE WHEN first >= fact.dateLatest THEN inspection.judgement + ' (' + coalesce(inspection.date, inspection.published) + ')' END) AS after,
    collect(CASE WHEN last < fact.dateEarliest OR first >= fact.dateLatest THEN inspection END) AS inspections
}
WITH *,
  toLower(trust.name) + ' ' + toLower(council.name) + ' ' + fact.id AS cursor,
  [fact] + inspections AS facts
WHERE $cursor IS NULL OR cursor > $cursor
CALL (facts) {
  UNWIND facts AS fact
  MATCH (fact)<-[:SUPPORTS]-(claim:Claim)-[:STATED_IN]->(document:Document)
  WITH DISTINCT claim, document
  ORDER BY document.publishedEarliest, document.id, claim.startOffset
  RETURN
    collect({
      document: document.id, title: document.title, published: document.published, quote: claim.quote,
      url: document.url, claim: claim.id, page: claim.page
    }) AS sources,
    min(claim.confidence) >= 0.5 AS stated
}
RETURN
  trust.name AS trust,
  council.name AS council,
  fact.status AS status,
  fact.date AS date,
  earlier[-1] AS before,
  after,
  CASE WHEN stated AND fact.status IN ['operating', 'ended'] THEN 'certain' ELSE 'possible' END AS certainty,
  sources,
  trust.id AS trust_id,
  council.id AS council_id,
  fact.id AS fact_id,
  cursor
ORDER BY cursor
LIMIT $limit
