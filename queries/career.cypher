/*
title = "A person's career"
meaning = "The posts that a person held and the appointments that a direction gave them, in order of time."
question = [
  "what is the career of {person}",
  "what is {person} 's career",
  "which posts did {person} hold",
  "which posts did {person} have",
  "where did {person} work",
  "where was {person}",
  "what did {person} do",
  "what was {person} doing",
  "who was {person}",
  "when was {person} {role} at {organisation}",
  "when was {person} at {organisation}",
  "when was {person} appointed at {organisation}",
  "when was {person} appointed {role} at {organisation}",
  "when did {person} become {role} at {organisation}",
  "when did {person} start as {role} at {organisation}",
  "when did {person} start at {organisation}",
  "when did {person} join {organisation}",
  "when did {person} leave {organisation}",
  "when did {person} leave as {role} at {organisation}",
  "when did {person} resign as {role} at {organisation}",
  "when did {person} resign from {organisation}",
  "career of {person}",
  "{person} 's career",
  "{person} career",
  "{person}",
  "{person} 's posts",
  "posts of {person}",
  "which posts did {person} do",
  "what is known about {person} 's career",
  "what do we know about {person} 's career",
  "employment history of {person}",
  "work history of {person}",
  "{person} 's employment history",
  "which councils did {person} work at",
  "which organisations did {person} work at",
  "which councils did {person} serve",
  "which councils did {person} lead",
  "where was {person} employed",
  "what was {person} up to",
  "how long was {person} at {organisation}",
  "how long was {person} {role} at {organisation}",
  "how long did {person} hold {role} at {organisation}",
  "how long did {person} work at {organisation}",
  "how long did {person} stay at {organisation}",
  "how long did {person} last at {organisation}",
  "how long did {person} serve as {role} at {organisation}",
  "how long did {person} run children's services at {organisation}",
  "when did {person} run children's services at {organisation}",
  "when did {person} lead children's services at {organisation}",
  "when did {person} hold {role} at {organisation}",
  "when did {person} work at {organisation}",
  "when did {person} come to {organisation}",
  "when was {person} made {role} at {organisation}",
  "when did {person} leave {role} post at {organisation}",
  "since when is {person} {role} at {organisation}",
  "since when is {person} at {organisation}",
  "posts {person} did",
  "posts {person} did do",
  "posts {person} did hold",
  "posts {person} held",
  "posts {person} had",
  "where else did {person} work",
  "which posts was {person} in",
]

[parameters.person]
type = "entity"
class = "Person"
required = true
example = "Steve Walker"
meaning = "The person: a name or an id."

[parameters.organisation]
type = "entity"
class = "Organisation"
example = "Leeds"
meaning = "Only posts at this council, trust or body: a name or an id."

[parameters.role]
type = "concept"
scheme = "role"
example = "DCS"
meaning = "Only this kind of post, by any of its names."

[parameters.as_of]
type = "date"
example = "2018"
meaning = "Only posts that may have been held on that day, or some day of that month, year or interval."

[columns.person]
type = "text"
meaning = "The person's name."

[columns.role]
type = "text"
meaning = "The kind of post or appointment."

[columns.organisation]
type = "text"
meaning = "Where."

[columns.start]
type = "date"
meaning = "First day as known (EDTF), empty when no document says."

[columns.end]
type = "date"
meaning = "Last day as known (EDTF), empty when no document says."

[columns.interim]
type = "boolean"
meaning = "Whether the post was held as interim or acting."

[columns.kind]
type = "text"
meaning = "\"post\", or \"appointment\" when it was made by a direction."

[columns.certainty]
type = "text"
meaning = "\"certain\" when a document states it with confidence, \"possible\" when it was only planned or is doubtful."

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
MATCH (person:Person {id: $person})
CALL (person) {
  MATCH (person)<-[:HOLDER]-(fact:Tenure)-[:IN_ROLE]->(role:Role)-[:POST_IN]->(organisation:Organisation)
  RETURN
    fact, organisation, 'post' AS kind, role.roleKind AS role,
    fact.start AS start, fact.startEarliest AS startEarliest,
    coalesce(fact.startEarliest, fact.startLatest, fact.attestedEarliest, fact.endEarliest, fact.endLatest) AS time
  UNION ALL
  MATCH (person)<-[:APPOINTS]-(fact:Direction)-[:ADDRESSEE]->(organisation:Organisation)
  WITH person, fact, organisation, replace(replace(fact.kind, '_appointment', ''), '_', ' ') AS role
  WHERE NOT EXISTS {
    MATCH (person)<-[:HOLDER]-(:Tenure)-[:IN_ROLE]->(:Role {roleKind: role})-[:POST_IN]->(organisation)
  }
  RETURN
    fact, organisation, 'appointment' AS kind, role,
    fact.date AS start, fact.dateEarliest AS startEarliest,
    coalesce(fact.dateEarliest, fact.dateLatest, fact.endEarliest) AS time
}
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
  CASE
    WHEN $as_of IS NULL THEN true
    WHEN fact.possibleOn IS NOT NULL THEN split(fact.possibleOn, '/')[0] <= coalesce(toString($as_of_latest), '9')
      AND split(replace(fact.possibleOn, '/..', '/9'), '/')[1] >= coalesce(toString($as_of_earliest), '0')
    ELSE coalesce(startEarliest <= $as_of_latest, true) AND coalesce(fact.endLatest >= $as_of_earliest, true)
  END AS allowed,
  $as_of IS NULL OR coalesce(any(span IN fact.certainOn WHERE
    split(span, '/')[0] <= coalesce(toString($as_of_latest), '9')
    AND split(span, '/')[1] >= coalesce(toString($as_of_earliest), '0')), false)
  OR (fact.status IN ['held', 'ended'] AND (
    coalesce($as_of_earliest <= startEarliest AND fact.startLatest <= $as_of_latest, false)
    OR coalesce($as_of_earliest <= fact.endEarliest AND fact.endLatest <= $as_of_latest, false))) AS implied
WITH *, toString(coalesce(time, date('9999-12-31'))) + ' ' + toLower(organisation.name) + ' ' + fact.id AS cursor
WHERE ($organisation IS NULL OR organisation.id = $organisation)
  AND ($role IS NULL OR role = $role)
  AND (allowed OR implied)
  AND ($cursor IS NULL OR cursor > $cursor)
RETURN
  person.name AS person,
  role,
  organisation.name AS organisation,
  start,
  fact.end AS end,
  coalesce(fact.interim, false) AS interim,
  kind,
  CASE WHEN stated AND implied THEN 'certain' ELSE 'possible' END AS certainty,
  sources,
  person.id AS person_id,
  organisation.id AS organisation_id,
  fact.id AS fact_id,
  cursor
ORDER BY cursor
LIMIT $limit
