/*
title = "Who moved between organisations"
meaning = "People who held a post at one organisation and then at another: the revolving door, from each post to the next one elsewhere."
question = [
  "who moved between councils",
  "who moved from {from} to {to}",
  "who moved to {to}",
  "who moved to {to} from another council",
  "who moved from {from}",
  "who left {from} for {to}",
  "who left {from} for another council",
  "who came to {to} from {from}",
  "who came to {to} from another council",
  "who came from {from}",
  "where did directors at {to} come from",
  "who worked at both {from} and {to}",
  "who worked at {from} and then at {to}",
  "who worked at {from} before {to}",
  "which people worked at more than one council",
  "who worked at more than one council",
  "who worked at several councils",
  "who held posts at more than one council",
  "who went through the revolving door",
  "revolving door",
  "movers between councils",
  "who left {from} to go to {to}",
  "who left {from} to work at {to}",
  "which people moved from one council to another",
  "which people moved between councils",
  "which people moved from {from} to {to}",
  "which people moved from {from}",
  "which people moved to {to}",
  "which people held posts at more than one council",
  "which people left {from} for {to}",
  "which people left {from} for another council",
  "which people came to {to} from {from}",
  "who moved from one council to another",
  "who moved from {from} to another council",
  "who changed councils",
  "which {role} moved councils",
  "which {role} changed councils",
  "which {role} moved between councils",
  "which {role} moved from one council to another",
  "which {role} moved from {from} to {to}",
  "which {role} moved to {to}",
  "which {role} moved from {from}",
  "who came to {to} as {role} from another council",
  "who worked at {from} and later at {to}",
  "who worked at {to} after {from}",
  "moves between councils",
  "moves from {from} to {to}",
  "revolving door between councils",
  "revolving door between {from} and {to}",
]

[parameters.from]
type = "entity"
class = "Organisation"
example = "Leeds"
meaning = "Only moves from this council, trust or body: a name or an id."

[parameters.to]
type = "entity"
class = "Organisation"
example = "Bradford"
meaning = "Only moves to this council, trust or body: a name or an id."

[parameters.role]
type = "concept"
scheme = "role"
example = "DCS"
meaning = "Only moves into this kind of post, by any of its names."

[parameters.as_of]
type = "date"
example = "2021"
meaning = "Only moves that may have been made by that day, or by the end of that month, year or interval."

[columns.person]
type = "text"
meaning = "The person's name."

[columns.from_role]
type = "text"
meaning = "The post left."

[columns.from]
type = "text"
meaning = "Where it was."

[columns.left]
type = "date"
meaning = "Its last day as known (EDTF), empty when no document says."

[columns.to_role]
type = "text"
meaning = "The next post elsewhere."

[columns.to]
type = "text"
meaning = "Where it was."

[columns.started]
type = "date"
meaning = "Its first day as known (EDTF), empty when no document says."

[columns.certainty]
type = "text"
meaning = "\"certain\" when documents state both posts and their order follows from their dates, else \"possible\"."

[columns.sources]
type = "sources"
meaning = "The claims that support the row: document, title, published, quote, url, claim, page."

[columns.person_id]
type = "id"
meaning = "The person's id."

[columns.from_id]
type = "id"
meaning = "The id of the organisation left."

[columns.to_id]
type = "id"
meaning = "The id of the next organisation."

[columns.fact_id]
type = "id"
meaning = "The id of the next post's tenure."
*/
CALL () {
  MATCH (person:Person)<-[:HOLDER]-(fact:Tenure)-[:IN_ROLE]->(post:Role)-[:POST_IN]->(organisation:Organisation)
  WHERE fact.status <> 'planned'
  RETURN
    person, fact, organisation, post.roleKind AS role, fact.start AS start,
    coalesce(fact.startEarliest, fact.startLatest, fact.attestedEarliest, fact.endEarliest, fact.endLatest) AS time
  UNION ALL
  MATCH (person:Person)<-[:APPOINTS]-(fact:Direction)-[:ADDRESSEE]->(organisation:Organisation)
  WITH person, fact, organisation, replace(replace(fact.kind, '_appointment', ''), '_', ' ') AS role
  WHERE NOT EXISTS {
    MATCH (person)<-[:HOLDER]-(:Tenure)-[:IN_ROLE]->(:Role {roleKind: role})-[:POST_IN]->(organisation)
  }
  RETURN
    person, fact, organisation, role, fact.date AS start,
    coalesce(fact.dateEarliest, fact.dateLatest, fact.endEarliest) AS time
}
WITH person, fact, organisation, role, start, time
ORDER BY person.id, time IS NULL, time, fact.id
WITH person, collect({fact: fact, organisation: organisation, role: role, start: start, time: time}) AS posts
WHERE size(posts) > 1
UNWIND range(1, size(posts) - 1) AS place
WITH person, posts[place - 1] AS before, posts[place] AS after
WHERE before.organisation <> after.organisation
  AND ($from IS NULL OR before.organisation.id = $from)
  AND ($to IS NULL OR after.organisation.id = $to)
  AND ($role IS NULL OR after.role = $role)
  AND ($as_of IS NULL OR coalesce(after.time <= $as_of_latest, true))
WITH *,
  before.time IS NOT NULL AND after.time IS NOT NULL AND before.time < after.time AS ordered,
  toString(coalesce(after.time, date('9999-12-31'))) + ' ' + toLower(person.name) + ' ' + after.fact.id AS cursor,
  [before.fact, after.fact] AS facts
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
  person.name AS person,
  before.role AS from_role,
  before.organisation.name AS from,
  before.fact.end AS left,
  after.role AS to_role,
  after.organisation.name AS to,
  after.start AS started,
  CASE WHEN ordered AND stated THEN 'certain' ELSE 'possible' END AS certainty,
  sources,
  person.id AS person_id,
  before.organisation.id AS from_id,
  after.organisation.id AS to_id,
  after.fact.id AS fact_id,
  cursor
ORDER BY cursor
LIMIT $limit
