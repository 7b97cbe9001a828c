/*
title = "How many held a post"
meaning = "The number of people who held a kind of post at an organisation in a period, with their names in order: \"the fourth director in four years\". Without an organisation, all of them, most holders first."
question = [
  "how many {role} did {organisation} have",
  "how many {role} has {organisation} had",
  "how many {role} were there at {organisation}",
  "how many people held {role} at {organisation}",
  "how many people were {role} at {organisation}",
  "how many times did {organisation} change its {role}",
  "how often did {role} change at {organisation}",
  "how often did {organisation} change its {role}",
  "which councils had the most {role}",
  "which council had the most {role}",
  "which organisations had the most {role}",
  "number of {role} at {organisation}",
  "how many {role} did {organisation} get through",
  "how many {role} did {organisation} go through",
  "how many {role} served at {organisation}",
  "how many {role} worked at {organisation}",
  "how many people served as {role} at {organisation}",
  "how many people worked as {role} at {organisation}",
  "how many people held the post of {role} at {organisation}",
  "how many people held the {role} post at {organisation}",
  "how many people ran children's services at {organisation}",
  "how many people led children's services at {organisation}",
  "how many people ran {organisation} 's children's services",
  "how many people led {organisation} 's children's services",
  "how many people were in charge of children's services at {organisation}",
  "how many holders of {role} were there at {organisation}",
  "how many times did {role} change at {organisation}",
  "how often did {organisation} 's {role} change",
  "how many times did {organisation} 's {role} change",
  "what is the number of {role} at {organisation}",
  "which councils got through the most {role}",
  "which councils went through the most {role}",
  "which councils had the highest turnover of {role}",
  "which councils changed {role} most often",
  "which councils changed their {role} most often",
  "councils with the most {role}",
  "highest turnover of {role}",
  "turnover of {role} at {organisation}",
  "turnover of {role}",
  "{role} turnover at {organisation}",
  "how high was {role} turnover at {organisation}",
]

[parameters.organisation]
type = "entity"
class = "Organisation"
example = "Bradford"
meaning = "The council, trust or body: a name or an id."

[parameters.role]
type = "concept"
scheme = "role"
default = "director of children's services"
example = "DCS"
meaning = "The post's kind, by any of its names."

[parameters.during]
type = "date"
example = "2018/2022"
meaning = "Only those who may have held it on that day, or in that month, year or interval."

[parameters.as_of]
type = "date"
example = "2021-12-31"
meaning = "Only those who may have begun by that day, or by the end of that month, year or interval."

[columns.organisation]
type = "text"
meaning = "Where the post is."

[columns.role]
type = "text"
meaning = "The kind of post."

[columns.holders]
type = "number"
meaning = "How many people held it, certainly or possibly."

[columns.permanent]
type = "number"
meaning = "How many of them not only as interim or acting."

[columns.interim]
type = "number"
meaning = "How many of them only as interim or acting."

[columns.people]
type = "list"
meaning = "Their names in order of time."

[columns.certainty]
type = "text"
meaning = "\"certain\" when each of them held it certainly within the period, else \"possible\"."

[columns.sources]
type = "sources"
meaning = "The claims that support the row: document, title, published, quote, url, claim, page."

[columns.organisation_id]
type = "id"
meaning = "The organisation's id."
*/
MATCH (organisation:Organisation)<-[:POST_IN]-(post:Role)<-[:IN_ROLE]-(tenure:Tenure)-[:HOLDER]->(person:Person)
WHERE post.roleKind = $role
  AND ($organisation IS NULL OR organisation.id = $organisation)
  AND tenure.status <> 'planned'
WITH *, split(replace(tenure.possibleOn, '../', '0/'), '/') AS window
WHERE ($during IS NULL
    OR (window[0] <= coalesce(toString($during_latest), '9')
      AND (window[1] = '..' OR window[1] >= coalesce(toString($during_earliest), '0'))))
  AND ($as_of IS NULL OR window[0] <= coalesce(toString($as_of_latest), '9'))
WITH organisation, post, tenure, person,
  coalesce(any(span IN tenure.certainOn WHERE
    split(span, '/')[0] <= coalesce(toString($during_latest), '9')
    AND split(span, '/')[1] >= coalesce(toString($during_earliest), '0')), false) AS surely
ORDER BY coalesce(tenure.startEarliest, tenure.startLatest, tenure.attestedEarliest, tenure.endEarliest, tenure.endLatest), tenure.id
WITH organisation, post, collect(tenure) AS facts, collect(DISTINCT person.name) AS people,
  count(DISTINCT person) AS holders,
  count(DISTINCT CASE WHEN NOT coalesce(tenure.interim, false) THEN person END) AS permanent,
  count(DISTINCT CASE WHEN surely THEN person END) AS sure
WITH *,
  right('0000' + toString(9999 - holders), 4) + ' ' + toLower(organisation.name) + ' ' + post.id AS cursor
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
  organisation.name AS organisation,
  post.roleKind AS role,
  holders,
  permanent,
  holders - permanent AS interim,
  people,
  CASE WHEN sure = holders AND stated THEN 'certain' ELSE 'possible' END AS certainty,
  sources,
  organisation.id AS organisation_id,
  cursor
ORDER BY cursor
LIMIT $limit
