/*
title = "Who worked with whom"
meaning = "Those who held posts at the same organisations as a person at times that overlap, certainly or possibly."
question = [
  "who worked with {person}",
  "who worked with {person} at {organisation}",
  "whom did {person} work with",
  "who did {person} work with",
  "who did {person} work with at {organisation}",
  "with whom did {person} work",
  "which people worked with {person}",
  "who were {person} 's colleagues",
  "who were the colleagues of {person}",
  "colleagues of {person}",
  "{person} 's colleagues",
  "who worked alongside {person}",
  "who served with {person}",
  "who served alongside {person}",
  "who overlapped with {person}",
  "who overlapped with {person} at {organisation}",
  "who did {person} overlap with",
  "who did {person} overlap with at {organisation}",
  "whose tenure overlapped with {person} 's",
  "whose tenure overlapped with {person}",
  "whose tenure in post overlapped with {person} 's",
  "whose tenure in post overlapped with {person}",
  "who was at the same council as {person}",
  "who was at the same council as {person} at the same time",
  "who was at the same council at the same time as {person}",
  "who was in post at the same time as {person}",
  "who was in post with {person}",
  "who was in post while {person} was at {organisation}",
  "who did {person} serve with",
  "who did {person} serve with at {organisation}",
  "which colleagues did {person} have",
  "which colleagues did {person} have at {organisation}",
  "who were {person} 's colleagues at {organisation}",
  "who were {person} 's fellow officers",
  "who worked at {organisation} with {person}",
  "people who worked with {person}",
  "people who served with {person}",
  "whose paths crossed with {person} 's",
  "whose path did {person} cross",
  "who crossed paths with {person}",
  "which colleagues would {person} have at {organisation}",
  "who shared a council with {person}",
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

[parameters.as_of]
type = "date"
example = "2020-05-03"
meaning = "Only those who may have been in post together on that day, or some day of that month, year or interval."

[columns.colleague]
type = "text"
meaning = "The other person's name."

[columns.colleague_role]
type = "text"
meaning = "The other person's post."

[columns.organisation]
type = "text"
meaning = "Where both held posts."

[columns.person_role]
type = "text"
meaning = "The post that the person asked for held there."

[columns.from]
type = "date"
meaning = "The first day on which both may have been in post (EDTF), empty when it is open."

[columns.to]
type = "date"
meaning = "The last such day (EDTF), empty when it is open."

[columns.certainty]
type = "text"
meaning = "\"certain\" when there is a day on which both were certainly in post, else \"possible\"."

[columns.sources]
type = "sources"
meaning = "The claims that support the row: document, title, published, quote, url, claim, page."

[columns.colleague_id]
type = "id"
meaning = "The other person's id."

[columns.organisation_id]
type = "id"
meaning = "The organisation's id."

[columns.fact_id]
type = "id"
meaning = "The id of the other person's tenure."
*/
MATCH (person:Person {id: $person})<-[:HOLDER]-(own:Tenure)-[:IN_ROLE]->(role:Role)-[:POST_IN]->(organisation:Organisation)
WHERE $organisation IS NULL OR organisation.id = $organisation
MATCH (organisation)<-[:POST_IN]-(their_role:Role)<-[:IN_ROLE]-(their:Tenure)-[:HOLDER]->(colleague:Person)
WHERE colleague <> person
WITH *,
  split(replace(own.possibleOn, '../', '0/'), '/') AS mine,
  split(replace(their.possibleOn, '../', '0/'), '/') AS theirs
WITH *,
  CASE WHEN mine[0] > theirs[0] THEN mine[0] ELSE theirs[0] END AS first,
  CASE
    WHEN mine[1] = '..' THEN theirs[1]
    WHEN theirs[1] = '..' OR mine[1] < theirs[1] THEN mine[1]
    ELSE theirs[1]
  END AS last
WHERE (last = '..' OR first <= last)
  AND (own.startEarliest IS NOT NULL OR own.endLatest IS NOT NULL OR own.attestedLatest IS NOT NULL)
  AND (their.startEarliest IS NOT NULL OR their.endLatest IS NOT NULL OR their.attestedLatest IS NOT NULL)
  AND ($as_of IS NULL
    OR (first <= coalesce(toString($as_of_latest), '9') AND (last = '..' OR last >= coalesce(toString($as_of_earliest), '0'))))
WITH *,
  CASE first WHEN '0' THEN null ELSE first END AS from,
  CASE last WHEN '..' THEN null ELSE last END AS to,
  any(one IN coalesce(own.certainOn, []) WHERE any(other IN coalesce(their.certainOn, [])
    WHERE split(one, '/')[0] <= split(other, '/')[1] AND split(other, '/')[0] <= split(one, '/')[1]
      AND ($as_of IS NULL OR (split(one, '/')[0] <= coalesce(toString($as_of_latest), '9')
        AND split(one, '/')[1] >= coalesce(toString($as_of_earliest), '0')
        AND split(other, '/')[0] <= coalesce(toString($as_of_latest), '9')
        AND split(other, '/')[1] >= coalesce(toString($as_of_earliest), '0'))))) AS together,
  toLower(organisation.name) + ' ' + first + ' ' + toLower(colleague.name) + ' ' + own.id + ' ' + their.id AS cursor,
  [own, their] AS facts
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
  colleague.name AS colleague,
  CASE WHEN their.interim THEN 'interim ' ELSE '' END + their_role.roleKind AS colleague_role,
  organisation.name AS organisation,
  CASE WHEN own.interim THEN 'interim ' ELSE '' END + role.roleKind AS person_role,
  from,
  to,
  CASE WHEN together AND stated THEN 'certain' ELSE 'possible' END AS certainty,
  sources,
  colleague.id AS colleague_id,
  organisation.id AS organisation_id,
  their.id AS fact_id,
  cursor
ORDER BY cursor
LIMIT $limit
