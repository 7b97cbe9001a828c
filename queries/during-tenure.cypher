/*
title = "What happened during a tenure"
meaning = "Inspections, directions and trusts at an organisation while a person held a post there, in order of time."
question = [
  "what happened while {person} was {role} at {organisation}",
  "what happened while {person} was at {organisation}",
  "what happened while {person} was in post",
  "what happened while {person} was in charge",
  "what happened under {person}",
  "what happened under {person} at {organisation}",
  "what happened during {person} 's tenure",
  "what happened during {person} 's time",
  "what happened during the tenure of {person}",
  "what happened during {person} 's time at {organisation}",
  "what happened during {person} 's tenure at {organisation}",
  "which inspections happened under {person}",
  "how was {organisation} rated under {person}",
  "how was {organisation} judged under {person}",
  "{person} 's tenure",
  "what happened in {person} 's tenure",
  "what happened at {organisation} in {person} 's tenure",
  "what happened while {person} was in charge at {organisation}",
  "what happened while {person} was in charge of children's services at {organisation}",
  "what happened while {person} was in post at {organisation}",
  "what happened on {person} 's watch",
  "what happened at {organisation} on {person} 's watch",
  "what happened at {organisation} under {person}",
  "what happened at {organisation} while {person} was {role}",
  "what happened at {organisation} while {person} was in charge",
  "what happened at {organisation} while {person} was in post",
  "what happened at {organisation} while {person} was there",
  "what happened at {organisation} during {person} 's tenure",
  "what happened while {person} ran {organisation}",
  "what happened while {person} ran children's services at {organisation}",
  "what happened while {person} was {role}",
  "what happened during {person} 's tenure as {role}",
  "what happened during {person} 's tenure as {role} at {organisation}",
  "which inspections happened during {person} 's tenure",
  "which inspections happened during {person} 's tenure at {organisation}",
  "which inspections happened under {person} at {organisation}",
  "which inspections happened at {organisation} under {person}",
  "which inspections happened while {person} was {role} at {organisation}",
  "which inspections happened while {person} was at {organisation}",
  "which inspections were there under {person}",
  "how did ofsted rate {organisation} under {person}",
  "how did ofsted rate {organisation} during {person} 's tenure",
  "how did {organisation} do under {person}",
  "how was {organisation} rated while {person} was {role}",
  "how was {organisation} rated during {person} 's tenure",
  "what did ofsted say about {organisation} under {person}",
  "events during the tenure of {person}",
  "events during {person} 's tenure",
  "events under {person}",
  "events under {person} at {organisation}",
]

[parameters.person]
type = "entity"
class = "Person"
required = true
example = "Mark Douglas"
meaning = "The person: a name or an id."

[parameters.organisation]
type = "entity"
class = "Organisation"
example = "Bradford"
meaning = "Only at this council, trust or body: a name or an id."

[parameters.role]
type = "concept"
scheme = "role"
example = "DCS"
meaning = "Only while in this kind of post, by any of its names."

[parameters.as_of]
type = "date"
example = "2021"
meaning = "Only what may have happened on that day, or in that month, year or interval."

[columns.date]
type = "date"
meaning = "When it happened (EDTF)."

[columns.kind]
type = "text"
meaning = "inspection, direction or trust."

[columns.event]
type = "text"
meaning = "What happened."

[columns.organisation]
type = "text"
meaning = "Where."

[columns.role]
type = "text"
meaning = "The post that the person held."

[columns.certainty]
type = "text"
meaning = "\"certain\" when documents state the event and the person was certainly in post on all the days that its date allows, else \"possible\"."

[columns.sources]
type = "sources"
meaning = "The claims that support the row: document, title, published, quote, url, claim, page."

[columns.organisation_id]
type = "id"
meaning = "The organisation's id."

[columns.fact_id]
type = "id"
meaning = "The event's id."
*/
MATCH (:Person {id: $person})<-[:HOLDER]-(tenure:Tenure)-[:IN_ROLE]->(post:Role)-[:POST_IN]->(organisation:Organisation)
WHERE ($organisation IS NULL OR organisation.id = $organisation)
  AND ($role IS NULL OR post.roleKind = $role)
  AND (tenure.startEarliest IS NOT NULL OR tenure.endLatest IS NOT NULL OR tenure.attestedLatest IS NOT NULL)
CALL (organisation) {
  MATCH (organisation)<-[:INSPECTED]-(fact:Inspection)
  RETURN
    fact, 'inspection' AS kind, coalesce(fact.date, fact.published) AS date,
    coalesce(fact.dateEarliest, fact.publishedEarliest) AS earliest,
    coalesce(fact.dateLatest, fact.publishedLatest) AS latest,
    replace(fact.kind, '_', ' ') + coalesce(': ' + fact.judgement, '') AS event
  UNION ALL
  MATCH (organisation)<-[:ADDRESSEE]-(fact:Direction)
  OPTIONAL MATCH (fact)-[:APPOINTS]->(whom:Person)
  RETURN
    fact, 'direction' AS kind, fact.date AS date, fact.dateEarliest AS earliest, fact.dateLatest AS latest,
    replace(fact.kind, '_', ' ') + coalesce(' of ' + min(whom.name), '') AS event
  UNION ALL
  MATCH (organisation)<-[:DELEGATE|DELEGATED_BY]-(fact:Delegation)-[:DELEGATE]->(trust:Organisation)
  RETURN
    fact, 'trust' AS kind, fact.date AS date, fact.dateEarliest AS earliest, fact.dateLatest AS latest,
    trust.name + coalesce(': ' + fact.status, '') AS event
}
WITH *, split(replace(tenure.possibleOn, '../', '0/'), '/') AS window
WHERE (earliest IS NOT NULL OR latest IS NOT NULL)
  AND (window[1] = '..' OR toString(coalesce(earliest, latest)) <= window[1])
  AND toString(coalesce(latest, earliest)) >= window[0]
  AND ($as_of IS NULL
    OR (coalesce(earliest <= $as_of_latest, true) AND coalesce(latest >= $as_of_earliest, true)))
WITH *,
  coalesce(any(span IN tenure.certainOn WHERE
    split(span, '/')[0] <= toString(earliest) AND split(span, '/')[1] >= toString(latest)), false) AS within,
  toString(coalesce(earliest, latest)) + ' ' + kind + ' ' + fact.id + ' ' + tenure.id AS cursor
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
  date,
  kind,
  event,
  organisation.name AS organisation,
  CASE WHEN tenure.interim THEN 'interim ' ELSE '' END + post.roleKind AS role,
  CASE WHEN within AND stated THEN 'certain' ELSE 'possible' END AS certainty,
  sources,
  organisation.id AS organisation_id,
  fact.id AS fact_id,
  cursor
ORDER BY cursor
LIMIT $limit
