/*
title = "Commissioners and advisers, and where they served"
meaning = "Everybody whom a direction appointed commissioner or adviser, or who held such a post, with the organisation and the time."
question = [
  "who were the commissioners",
  "who was commissioner",
  "who served as commissioners",
  "who was appointed commissioner",
  "which commissioners were appointed",
  "which commissioners were there",
  "where did {person} serve as commissioner",
  "where was {person} commissioner",
  "where was {person} appointed commissioner",
  "which councils did {person} serve as commissioner",
  "which commissioners did {organisation} have",
  "which commissioners were sent to {organisation}",
  "which councils had commissioners",
  "commissioners",
  "commissioners at {organisation}",
  "list of commissioners",
  "were {kind} sent to {organisation}",
  "were {kind} appointed at {organisation}",
  "which {kind} were appointed",
  "which {kind} were there",
  "which {kind} did the government send",
  "which {kind} did the government send in",
  "which {kind} did the government appoint",
  "which {kind} were sent in",
  "which {kind} were sent to {organisation}",
  "who did the government send to {organisation}",
  "who did the government send in",
  "who was sent in as {kind}",
  "who was sent in as {kind} at {organisation}",
  "who was sent as {kind} to {organisation}",
  "who was brought in as {kind} at {organisation}",
  "who were the {kind}",
  "where did {person} serve as {kind}",
  "where was {person} {kind}",
  "where was {person} sent as {kind}",
  "which councils was {person} {kind} at",
  "which councils had {kind}",
  "which councils were given a {kind}",
  "which councils got {kind}",
  "{kind} appointed",
  "list of {kind}",
  "where did government send commissioners",
  "where did government send in commissioners",
  "where were commissioners sent",
  "where were commissioners sent in",
  "where did commissioners serve",
  "{person} commissioner where",
]

[parameters.person]
type = "entity"
class = "Person"
example = "Steve Walker"
meaning = "Only this person: a name or an id."

[parameters.organisation]
type = "entity"
class = "Organisation"
example = "Bradford"
meaning = "Only at this council, trust or body: a name or an id."

[parameters.kind]
type = "choice"
choices = ["commissioner", "adviser"]
example = "commissioner"
meaning = "Only this kind of appointment."

[parameters.as_of]
type = "date"
example = "2021-12-01"
meaning = "Only those who may have served on that day, or some day of that month, year or interval."

[columns.person]
type = "text"
meaning = "Who was appointed."

[columns.kind]
type = "text"
meaning = "\"commissioner\" or \"adviser\"."

[columns.organisation]
type = "text"
meaning = "Where."

[columns.start]
type = "date"
meaning = "The appointment (EDTF), empty when no document says."

[columns.end]
type = "date"
meaning = "Its end (EDTF), empty when no document says."

[columns.issuer]
type = "text"
meaning = "Who made it, empty when no document says."

[columns.certainty]
type = "text"
meaning = "\"certain\" when a document states it with confidence, else \"possible\"."

[columns.sources]
type = "sources"
meaning = "The claims that support the row: document, title, published, quote, url, claim, page."

[columns.person_id]
type = "id"
meaning = "The person's id."

[columns.organisation_id]
type = "id"
meaning = "The organisation's id."

[columns.fact_id]
type = "id"
meaning = "The fact's id."
*/
CALL () {
  MATCH (person:Person)<-[:APPOINTS]-(fact:Direction)-[:ADDRESSEE]->(organisation:Organisation)
  WHERE fact.kind IN ['commissioner_appointment', 'adviser_appointment']
  WITH person, fact, organisation, replace(fact.kind, '_appointment', '') AS kind
  WHERE NOT EXISTS {
    MATCH (person)<-[:HOLDER]-(:Tenure)-[:IN_ROLE]->(:Role {roleKind: kind})-[:POST_IN]->(organisation)
  }
  OPTIONAL MATCH (fact)-[:ISSUER]->(body:Organisation)
  RETURN
    person, fact, organisation, kind, fact.date AS start, fact.dateEarliest AS earliest,
    coalesce(fact.dateEarliest, fact.dateLatest, fact.endEarliest) AS time, min(body.name) AS issuer
  UNION ALL
  MATCH (person:Person)<-[:HOLDER]-(fact:Tenure)-[:IN_ROLE]->(post:Role)-[:POST_IN]->(organisation:Organisation)
  WHERE post.roleKind IN ['commissioner', 'adviser']
  RETURN
    person, fact, organisation, post.roleKind AS kind, fact.start AS start, fact.startEarliest AS earliest,
    coalesce(fact.startEarliest, fact.startLatest, fact.attestedEarliest, fact.endEarliest, fact.endLatest) AS time,
    null AS issuer
}
WITH *, toString(coalesce(time, date('9999-12-31'))) + ' ' + toLower(person.name) + ' ' + fact.id AS cursor
WHERE ($person IS NULL OR person.id = $person)
  AND ($organisation IS NULL OR organisation.id = $organisation)
  AND ($kind IS NULL OR kind = $kind)
  AND coalesce(earliest <= $as_of_latest, true)
  AND coalesce(fact.endLatest >= $as_of_earliest, true)
  AND ($cursor IS NULL OR cursor > $cursor)
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
WITH *,
  stated AND ($as_of IS NULL
    OR coalesce(earliest <= $as_of_earliest AND fact.endEarliest >= $as_of_latest, false)) AS certain
RETURN
  person.name AS person,
  kind,
  organisation.name AS organisation,
  start,
  fact.end AS end,
  issuer,
  CASE WHEN certain THEN 'certain' ELSE 'possible' END AS certainty,
  sources,
  person.id AS person_id,
  organisation.id AS organisation_id,
  fact.id AS fact_id,
  cursor
ORDER BY cursor
LIMIT $limit
