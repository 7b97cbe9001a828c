/*
title = "How what is known changed"
meaning = "Each time that loading, changing or retracting a document, or deciding who is who, changed what is known of a person or an organisation: what was learnt (+), was known otherwise from then on (~), or was no longer known (−)."
question = [
  "how did what is known about {entity} change",
  "how has what we know about {entity} changed",
  "when did we learn about {entity}",
  "what did we know about {entity}",
  "changes to {entity}",
  "how did our knowledge of {entity} change",
  "how did the record of {entity} change",
  "how did our record of {entity} change",
  "when did the record of {entity} change",
  "when did what is known about {entity} change",
  "what changed about {entity}",
  "what changed in the record of {entity}",
  "what changed in our knowledge of {entity}",
  "what was changed about {entity}",
  "what was added about {entity}",
  "what was learnt about {entity}",
  "what was corrected about {entity}",
  "what did we learn about {entity}",
  "what is new about {entity}",
  "change log for {entity}",
  "change history of {entity}",
  "changelog of {entity}",
  "record of changes to {entity}",
  "changes in what is known about {entity}",
  "{entity} 's change log",
]

[parameters.entity]
type = "entity"
class = "Entity"
required = true
example = "Bradford"
meaning = "The person, post or organisation: a name or an id."

[parameters.as_of]
type = "date"
example = "2026-11"
meaning = "Only changes on that day, or in that month, year or interval."

[columns.when]
type = "text"
meaning = "When it changed, in UTC."

[columns.change]
type = "text"
meaning = "+ learnt, ~ known otherwise, − no longer known."

[columns.known]
type = "text"
meaning = "The fact as it was known from then on; after − as it had been known."

[columns.certainty]
type = "text"
meaning = "Always \"certain\": it is on record."

[columns.sources]
type = "sources"
meaning = "The claims that supported it then: document, title, published, quote, url, claim, page."

[columns.fact_id]
type = "id"
meaning = "The fact's id, under which it may no longer be in the graph."
*/
MATCH (entity:Entity {id: $entity})
CALL (entity) {
  MATCH (entity)<-[]-(version:PastFact {knownBy: 'ingested'})
  RETURN version
  UNION
  MATCH (entity)<-[:POST_IN]-(:Role|FormerEntity)<-[]-(version:PastFact {knownBy: 'ingested'})
  RETURN version
  UNION
  MATCH (entity)<-[:SAME_AS]-(:Person)<-[]-(version:PastFact {knownBy: 'ingested'})
  RETURN version
}
WITH DISTINCT version
CALL (version) {
  OPTIONAL MATCH (before:PastFact {knownBy: 'ingested', id: version.id})
  WHERE before.knownUntil = version.knownFrom
  OPTIONAL MATCH (after:PastFact {knownBy: 'ingested', id: version.id})
  WHERE after.knownFrom = version.knownUntil
  WITH version, count(before) > 0 AS continued, count(after) > 0 AS continues
  UNWIND [
    [version.knownFrom, CASE WHEN continued THEN '~' ELSE '+' END],
    [CASE WHEN continues THEN null ELSE version.knownUntil END, '−']
  ] AS part
  WITH part
  WHERE part[0] IS NOT NULL
  RETURN part[0] AS moment, part[1] AS change
}
CALL (version) {
  OPTIONAL MATCH (version)<-[:SUPPORTS_THEN]-(claim)-[:STATED_IN]->(document)
  WITH claim, document
  ORDER BY document.publishedEarliest, document.id, claim.startOffset
  RETURN
    collect(DISTINCT CASE WHEN claim IS NULL THEN null ELSE {
      document: document.id, title: document.title, published: document.published, quote: claim.quote,
      url: document.url, claim: claim.id, page: claim.page
    } END) AS sources
}
WITH *, toString(moment) + ' ' + change + ' ' + version.version AS cursor
WHERE ($cursor IS NULL OR cursor > $cursor)
  AND ($as_of IS NULL
    OR (coalesce(date(moment) <= $as_of_latest, true) AND coalesce(date(moment) >= $as_of_earliest, true)))
RETURN
  left(toString(moment), 19) AS when,
  change,
  version.name AS known,
  'certain' AS certainty,
  sources,
  version.id AS fact_id,
  cursor
ORDER BY cursor
LIMIT $limit
