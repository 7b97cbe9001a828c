/*
title = "The shortest way between two actors"
meaning = "The chain of facts that joins two people or organisations with the fewest steps, a row for each fact."
question = [
  "how are {one} and {other} connected",
  "how is {one} connected to {other}",
  "how is {one} connected with {other}",
  "how are {one} and {other} linked",
  "how is {one} linked to {other}",
  "how are {one} and {other} related",
  "which connection is there between {one} and {other}",
  "which links are there between {one} and {other}",
  "what connects {one} and {other}",
  "what connects {one} with {other}",
  "what joins {one} and {other}",
  "shortest path between {one} and {other}",
  "shortest path from {one} to {other}",
  "path between {one} and {other}",
  "path from {one} to {other}",
  "connection between {one} and {other}",
  "what connects {one} to {other}",
  "is there a connection between {one} and {other}",
  "what is the connection between {one} and {other}",
  "how does {one} relate to {other}",
  "how do {one} and {other} relate",
  "how does {one} know {other}",
  "how do {one} and {other} know each other",
  "how do you get from {one} to {other}",
  "are {one} and {other} connected",
  "is {one} connected to {other}",
  "is {one} connected with {other}",
  "degrees of separation between {one} and {other}",
  "how far apart are {one} and {other}",
  "what do {one} and {other} have in common",
]

[parameters.one]
type = "entity"
class = "Entity"
required = true
example = "Mark Douglas"
meaning = "A person, council, trust or body: a name or an id."

[parameters.other]
type = "entity"
class = "Entity"
required = true
example = "Steve Walker"
meaning = "The other: a name or an id."

[parameters.as_of]
type = "date"
example = "2021"
meaning = "Only by facts that may have held on that day, or some day of that month, year or interval."

[columns.step]
type = "number"
meaning = "The step's number, from the first actor."

[columns.from]
type = "text"
meaning = "Where the step begins."

[columns.fact]
type = "text"
meaning = "What joins the two."

[columns.to]
type = "text"
meaning = "Where the step ends."

[columns.certainty]
type = "text"
meaning = "\"certain\" when a document states the fact with confidence, else \"possible\"."

[columns.sources]
type = "sources"
meaning = "The claims that support the row: document, title, published, quote, url, claim, page."

[columns.from_id]
type = "id"
meaning = "The id of where the step begins."

[columns.to_id]
type = "id"
meaning = "The id of where the step ends."

[columns.fact_id]
type = "id"
meaning = "The fact's id."
*/
MATCH (one:Entity {id: $one})
MATCH (other:Entity {id: $other})
WHERE one <> other
MATCH way = shortestPath((one)-[:HOLDER|IN_ROLE|POST_IN|INSPECTED|INSPECTED_BY|ADDRESSEE|ISSUER|APPOINTS|DELEGATE|DELEGATED_BY|SUCCEEDED_BY*..16]-(other))
WHERE all(node IN nodes(way) WHERE
  (node.knownBy IS NULL
    OR (node.knownBy = $known_by AND node.knownFrom <= $known_at
      AND (node.knownUntil IS NULL OR node.knownUntil > $known_at)))
  AND ($as_of IS NULL
    OR (coalesce(node.startEarliest, node.dateEarliest, date('0001-01-01')) <= $as_of_latest
      AND coalesce(node.endLatest, CASE WHEN node.possibleOn IS NULL THEN node.dateLatest END, date('9999-12-31'))
        >= $as_of_earliest)))
WITH nodes(way) AS stops, relationships(way) AS links
WITH stops, links,
  [place IN range(0, size(stops) - 1) WHERE place IN [0, size(stops) - 1]
    OR none(label IN labels(stops[place]) WHERE label IN ['Fact', 'PastFact'])] AS hubs
UNWIND range(1, size(hubs) - 1) AS step
WITH step,
  stops[hubs[step - 1]] AS before,
  stops[hubs[step]] AS after,
  CASE WHEN hubs[step] - hubs[step - 1] > 1 THEN stops[hubs[step] - 1] END AS fact,
  links[hubs[step] - 1] AS link,
  right('000' + toString(step), 3) AS cursor
WHERE $cursor IS NULL OR cursor > $cursor
CALL (fact) {
  OPTIONAL MATCH (fact)<-[:SUPPORTS]-(claim:Claim)-[:STATED_IN]->(document:Document)
  WITH claim, document
  ORDER BY document.publishedEarliest, document.id, claim.startOffset
  RETURN
    collect(CASE WHEN claim IS NULL THEN null ELSE {
      document: document.id, title: document.title, published: document.published, quote: claim.quote,
      url: document.url, claim: claim.id, page: claim.page
    } END) AS sources,
    coalesce(max(claim.confidence), 1.0) >= 0.5 AS stated
}
WITH *,
  CASE
    WHEN fact IS NOT NULL THEN fact.name
    WHEN type(link) = 'POST_IN' THEN CASE WHEN startNode(link) = before THEN 'a post at' ELSE 'has the post' END
    WHEN type(link) = 'SUCCEEDED_BY' THEN CASE WHEN startNode(link) = before THEN 'succeeded by' ELSE 'successor of' END
    ELSE toLower(replace(replace(type(link), '_THEN', ''), '_', ' '))
  END AS joins
RETURN
  step,
  before.name AS from,
  joins AS fact,
  after.name AS to,
  CASE WHEN stated THEN 'certain' ELSE 'possible' END AS certainty,
  sources,
  before.id AS from_id,
  after.id AS to_id,
  fact.id AS fact_id,
  cursor
ORDER BY cursor
LIMIT $limit
