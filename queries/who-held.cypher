/*
title = "Who held a post"
meaning = "Everybody who held a post at an organisation, or was appointed commissioner or adviser there by a direction, in order of time, each with the words that say so. With a day (or a month, a year, an interval) only those who held it then, certainly or possibly."
question = [
  "who held the post of {role} at {organisation}",
  "who held the {role} post at {organisation}",
  "who held {role} at {organisation}",
  "who was {role} at {organisation}",
  "who became {role} at {organisation}",
  "who was appointed {role} at {organisation}",
  "who served as {role} at {organisation}",
  "who worked as {role} at {organisation}",
  "who was the {organisation} 's {role}",
  "who was the {organisation} {role}",
  "who were the holders of {role} at {organisation}",
  "which {role} did {organisation} have",
  "which people held {role} at {organisation}",
  "{role} at {organisation}",
  "{organisation} 's {role}",
  "{organisation} {role}",
  "who was in charge of children's services at {organisation}",
  "who was responsible for children's services at {organisation}",
  "who was running children's services at {organisation}",
  "who was the head of children's services at {organisation}",
  "who was the boss of children's services at {organisation}",
  "who ran children's services at {organisation}",
  "who ran {organisation} 's children's services",
  "who led children's services at {organisation}",
  "who led {organisation} 's children's services",
  "who was in charge of {organisation} 's children's services",
  "who took over as {role} at {organisation}",
  "who was appointed as {role} at {organisation}",
  "who {role} at {organisation} was",
  "name {role} at {organisation}",
  "{role} that {organisation} had",
  "who was at the top of children's services at {organisation}",
  "who was top of children's services at {organisation}",
  "who was the top person in children's services at {organisation}",
  "who was at the helm of children's services at {organisation}",
  "who was responsible for {organisation} 's children's services",
  "who was the head of {organisation} 's children's services",
  "which people were {role} at {organisation}",
  "which people were {organisation} {role}",
  "which people were {organisation} 's {role}",
  "which people served as {role} at {organisation}",
  "which people worked as {role} at {organisation}",
  "which people ran children's services at {organisation}",
  "which people led children's services at {organisation}",
  "which {role} were there at {organisation}",
  "which {role} served at {organisation}",
  "which {role} worked at {organisation}",
  "who was in post as {role} at {organisation}",
  "who was the {role} in post at {organisation}",
  "who acted as {role} at {organisation}",
  "who took over {role} at {organisation}",
  "who was made {role} at {organisation}",
  "who were {organisation} 's holders of {role}",
  "people who held {role} at {organisation}",
  "people who were {role} at {organisation}",
  "holders of {role} at {organisation}",
  "holders of the {role} post at {organisation}",
  "who was the children's services boss at {organisation}",
  "who was {organisation} 's children's services boss",
  "{organisation} children's services boss",
  "{organisation} 's children's services boss",
  "children's services boss at {organisation}",
  "who was the {organisation} children's services boss",
  "{role} {organisation}",
  "who was at the helm of {organisation} 's children's services",
]

[parameters.organisation]
type = "entity"
class = "Organisation"
required = true
example = "Bradford"
meaning = "The council, trust or body where the post is: a name or an id."

[parameters.role]
type = "concept"
scheme = "role"
default = "director of children's services"
example = "DCS"
meaning = "The post's kind, by any of its names; \"any\" for every post."

[parameters.as_of]
type = "date"
example = "2020-05-03"
meaning = "Only those who held the post on that day, or some day of that month, year or interval."

[columns.person]
type = "text"
meaning = "The holder's name."

[columns.role]
type = "text"
meaning = "The kind of post."

[columns.organisation]
type = "text"
meaning = "Where the post is."

[columns.start]
type = "date"
meaning = "First day as known (EDTF), empty when no document says."

[columns.end]
type = "date"
meaning = "Last day as known (EDTF), empty when no document says."

[columns.interim]
type = "boolean"
meaning = "Whether the post was held as interim or acting."

[columns.certainty]
type = "text"
meaning = "\"certain\" when a document states it and, with as_of, the bounds that all documents support have the holder in post; \"possible\" when it was only planned or announced, when documents contradict each other about the day, or when a document or the imprecision of dates merely allows it."

[columns.sources]
type = "sources"
meaning = "The claims that support the row: document, title, published, quote, url, claim, page."

[columns.person_id]
type = "id"
meaning = "The holder's id."

[columns.organisation_id]
type = "id"
meaning = "The organisation's id."

[columns.fact_id]
type = "id"
meaning = "The fact's id."
*/
MATCH (organisation:Organisation {id: $organisation})
CALL (organisation) {
  MATCH (organisation)<-[:POST_IN]-(post:Role)<-[:IN_ROLE]-(fact:Tenure)-[:HOLDER]->(person:Person)
  WHERE $role = 'any' OR post.roleKind = $role
  RETURN
    fact, person, post.roleKind AS role,
    fact.start AS start, fact.startEarliest AS startEarliest, fact.startLatest AS startLatest
  UNION ALL
  MATCH (organisation)<-[:ADDRESSEE]-(fact:Direction)-[:APPOINTS]->(person:Person)
  WITH fact, person, replace(fact.kind, '_appointment', '') AS role
  WHERE $role IN ['any', role]
    AND NOT EXISTS {
      MATCH (person)<-[:HOLDER]-(:Tenure)-[:IN_ROLE]->(:Role {roleKind: role})-[:POST_IN]->(organisation)
    }
  RETURN
    fact, person, role,
    fact.date AS start, fact.dateEarliest AS startEarliest, fact.dateLatest AS startLatest
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
    coalesce($as_of_earliest <= startEarliest AND startLatest <= $as_of_latest, false)
    OR coalesce($as_of_earliest <= fact.endEarliest AND fact.endLatest <= $as_of_latest, false))) AS implied
WITH *
WHERE allowed OR implied
WITH *,
  toString(coalesce(
    startEarliest, startLatest, fact.attestedEarliest, fact.endEarliest, fact.endLatest,
    date('9999-12-31')
  )) + ' ' + toLower(person.name) + ' ' + fact.id AS cursor
WHERE $cursor IS NULL OR cursor > $cursor
WITH *
ORDER BY cursor
LIMIT $limit
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
  person.name AS person,
  role,
  organisation.name AS organisation,
  start,
  fact.end AS end,
  coalesce(fact.interim, false) AS interim,
  CASE WHEN stated AND implied THEN 'certain' ELSE 'possible' END AS certainty,
  sources,
  person.id AS person_id,
  organisation.id AS organisation_id,
  fact.id AS fact_id,
  cursor
ORDER BY cursor
