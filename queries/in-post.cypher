/*
title = "Who was in post on a day"
meaning = "Who held a kind of post on a day, certainly or possibly, at one organisation or at all of them, each with the words that say so."
question = [
  "who held {role} at every council on {as_of}",
  "which {role} were in post",
  "who were {role}",
  "who was {role} everywhere",
  "who was {role} at every council",
  "who held {role} at each council",
  "which people were {role}",
  "who was in post as {role}",
  "who in post as {role}",
  "who was in post as {role} everywhere",
  "who served as {role}",
  "who worked as {role}",
  "who held {role}",
  "who held the post of {role}",
  "who held the {role} post",
  "who was in post at {organisation}",
  "who was in post",
  "which people were in post as {role}",
  "which people held {role}",
  "which people served as {role}",
  "which {role} were there",
  "which {role} served",
  "which {role} held post",
  "{role} in post",
  "{role} who were in post",
  "{role} on {as_of}",
]

[parameters.as_of]
type = "date"
required = true
example = "2020-05-03"
meaning = "The day; or a month, a year, an interval, of which some day counts."

[parameters.role]
type = "concept"
scheme = "role"
default = "director of children's services"
example = "DCS"
meaning = "The post's kind, by any of its names; \"any\" for every post."

[parameters.organisation]
type = "entity"
class = "Organisation"
example = "Bradford"
meaning = "Only at this council, trust or body: a name or an id."

[columns.organisation]
type = "text"
meaning = "Where the post is."

[columns.role]
type = "text"
meaning = "The kind of post."

[columns.person]
type = "text"
meaning = "The holder's name."

[columns.interim]
type = "boolean"
meaning = "Whether the post was held as interim or acting."

[columns.start]
type = "date"
meaning = "First day as known (EDTF), empty when no document says."

[columns.end]
type = "date"
meaning = "Last day as known (EDTF), empty when no document says."

[columns.certainty]
type = "text"
meaning = "\"certain\" when the bounds that all documents support have the holder in post on the day, else \"possible\"."

[columns.sources]
type = "sources"
meaning = "The claims that support the row: document, title, published, quote, url, claim, page."

[columns.organisation_id]
type = "id"
meaning = "The organisation's id."

[columns.person_id]
type = "id"
meaning = "The holder's id."

[columns.fact_id]
type = "id"
meaning = "The fact's id."
*/
MATCH (post:Role)-[:POST_IN]->(organisation:Organisation)
WHERE ($role = 'any' OR post.roleKind = $role)
  AND ($organisation IS NULL OR organisation.id = $organisation)
MATCH (post)<-[:IN_ROLE]-(fact:Tenure)-[:HOLDER]->(person:Person)
WHERE split(fact.possibleOn, '/')[0] <= coalesce(toString($as_of_latest), '9')
  AND split(replace(fact.possibleOn, '/..', '/9'), '/')[1] >= coalesce(toString($as_of_earliest), '0')
WITH *,
  toLower(organisation.name) + ' ' + organisation.id + ' ' + post.roleKind + ' ' + person.name + ' ' + fact.id AS cursor,
  coalesce(any(span IN fact.certainOn WHERE
    split(span, '/')[0] <= coalesce(toString($as_of_latest), '9')
    AND split(span, '/')[1] >= coalesce(toString($as_of_earliest), '0')), false) AS within
WHERE ($cursor IS NULL OR cursor > $cursor)
  AND (within OR fact.startEarliest IS NOT NULL OR fact.endLatest IS NOT NULL OR fact.attestedLatest IS NOT NULL)
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
WITH *
ORDER BY cursor
LIMIT $limit
RETURN
  organisation.name AS organisation,
  post.roleKind AS role,
  person.name AS person,
  coalesce(fact.interim, false) AS interim,
  fact.start AS start,
  fact.end AS end,
  CASE WHEN within AND stated THEN 'certain' ELSE 'possible' END AS certainty,
  sources,
  organisation.id AS organisation_id,
  person.id AS person_id,
  fact.id AS fact_id,
  cursor
ORDER BY cursor
LIMIT $limit
