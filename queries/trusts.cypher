/*
title = "Trusts that run services"
meaning = "The trusts and council companies that run, ran or will run services for a council; or the councils that a trust serves."
question = [
  "which trust runs children's services at {organisation}",
  "which trust runs services at {organisation}",
  "which trust serves {organisation}",
  "which trusts serve {organisation}",
  "which councils does {organisation} serve",
  "which trust does {organisation} have",
  "which trusts are there at {organisation}",
  "does {organisation} have a trust",
  "does {organisation} have a children's trust",
  "is there a trust at {organisation}",
  "is there a children's trust at {organisation}",
  "when did a trust take over children's services at {organisation}",
  "when did the trust take over at {organisation}",
  "when was the trust set up at {organisation}",
  "trusts at {organisation}",
  "trust at {organisation}",
  "children's trust at {organisation}",
  "{organisation} 's trust",
  "{organisation} trusts",
  "does a trust run services at {organisation}",
  "does a trust run children's services at {organisation}",
  "which trust runs {organisation} 's children's services",
  "which trust took over children's services at {organisation}",
  "which trust took over at {organisation}",
  "which trust was set up at {organisation}",
  "which trust works for {organisation}",
  "which councils does {organisation} work for",
  "which councils does {organisation} run",
  "which councils does {organisation} run children's services for",
  "which councils did {organisation} take over children's services from",
  "did {organisation} hand its children's services to a trust",
  "did {organisation} hand children's services to a trust",
  "did {organisation} hand over its children's services to a trust",
  "did {organisation} hand over children's services to a trust",
  "did a trust take over children's services at {organisation}",
  "did a trust take over at {organisation}",
  "were {organisation} 's children's services outsourced",
  "were children's services at {organisation} outsourced",
  "were {organisation} 's children's services handed to a trust",
  "are {organisation} 's children's services run by a trust",
  "are children's services at {organisation} run by a trust",
  "did {organisation} outsource its children's services",
  "did {organisation} outsource children's services",
  "when did the trust at {organisation} begin",
  "when did the trust begin at {organisation}",
  "when did {organisation} 's trust begin",
  "when did {organisation} begin",
  "when did the trust at {organisation} take over",
  "when was {organisation} set up",
  "when was the trust at {organisation} set up",
  "when was {organisation} 's trust set up",
  "who does {organisation} serve",
]

[parameters.organisation]
type = "entity"
class = "Organisation"
required = true
example = "Bradford"
meaning = "The council, or the trust: a name or an id."

[parameters.during]
type = "date"
example = "2022"
meaning = "Only where the services may have been in the trust's hands, or were to be, on that day, or in that month, year or interval."

[parameters.as_of]
type = "date"
example = "2020-05-03"
meaning = "Only where the services were in the trust's hands, certainly or possibly, on that day, or some day of that month, year or interval."

[columns.trust]
type = "text"
meaning = "The trust or company."

[columns.council]
type = "text"
meaning = "The council whose services they are."

[columns.status]
type = "text"
meaning = "The latest that is known: planned, established, operating or ended."

[columns.date]
type = "date"
meaning = "When it began or was to begin (EDTF)."

[columns.end]
type = "date"
meaning = "When it ended (EDTF)."

[columns.certainty]
type = "text"
meaning = "\"certain\" when a document states it with confidence, else \"possible\"."

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
MATCH (:Organisation {id: $organisation})<-[:DELEGATE|DELEGATED_BY]-(delegation:Delegation)
MATCH (delegation)-[:DELEGATE]->(trust:Organisation)
MATCH (delegation)-[:DELEGATED_BY]->(council:Organisation)
WHERE ($during IS NULL
  OR (coalesce(delegation.dateEarliest <= $during_latest, true)
    AND coalesce(delegation.endLatest >= $during_earliest, true)))
  AND coalesce(delegation.dateEarliest <= $as_of_latest, true)
  AND coalesce(delegation.endLatest >= $as_of_earliest, true)
CALL (delegation) {
  MATCH (delegation)<-[:SUPPORTS]-(claim:Claim)-[:STATED_IN]->(document:Document)
  WITH claim, document
  ORDER BY document.publishedEarliest, document.id, claim.startOffset
  RETURN
    collect({
      document: document.id, title: document.title, published: document.published, quote: claim.quote,
      url: document.url, claim: claim.id, page: claim.page
    }) AS sources,
    max(claim.confidence) >= 0.5 AND ($as_of IS NULL OR (delegation.status <> 'planned'
      AND coalesce(delegation.dateLatest <= $as_of_latest, false)
      AND coalesce(delegation.endEarliest >= $as_of_earliest, delegation.status <> 'ended')))
      AS stated
}
WITH DISTINCT delegation, trust, council, sources, stated,
  toString(coalesce(delegation.dateEarliest, delegation.dateLatest, delegation.endEarliest, date('9999-12-31')))
    + ' ' + toLower(trust.name) + ' ' + toLower(council.name) + ' ' + delegation.id AS cursor
WHERE $cursor IS NULL OR cursor > $cursor
RETURN
  trust.name AS trust,
  council.name AS council,
  delegation.status AS status,
  delegation.date AS date,
  delegation.end AS end,
  CASE WHEN stated THEN 'certain' ELSE 'possible' END AS certainty,
  sources,
  trust.id AS trust_id,
  council.id AS council_id,
  delegation.id AS fact_id,
  cursor
ORDER BY cursor
LIMIT $limit
