/*
title = "Timeline of an organisation"
meaning = "Everything dated that is known of an organisation: people who come and go, inspections, directions and trusts, in order of time."
question = [
  "what happened at {organisation}",
  "what happened with {organisation}",
  "what happened to children's services at {organisation}",
  "what is known about {organisation}",
  "what is the timeline of {organisation}",
  "what is the history of {organisation}",
  "timeline of {organisation}",
  "history of {organisation}",
  "{organisation} 's timeline",
  "{organisation} timeline",
  "{organisation}",
  "what happened to {organisation} 's children's services",
  "key events at {organisation}",
  "main events at {organisation}",
  "important events at {organisation}",
  "events at {organisation}",
  "what events happened at {organisation}",
  "which events were there at {organisation}",
  "everything about {organisation}",
  "everything known about {organisation}",
  "everything that happened at {organisation}",
  "what do we know about {organisation}",
  "what was happening at {organisation}",
  "what was going on at {organisation}",
  "history of children's services at {organisation}",
  "timeline of children's services at {organisation}",
  "{organisation} 's history",
  "story of {organisation}",
  "story of children's services at {organisation}",
]

[parameters.organisation]
type = "entity"
class = "Organisation"
required = true
example = "Bradford"
meaning = "The council, trust or body: a name or an id."

[parameters.during]
type = "date"
example = "2019"
meaning = "Only what may have happened on that day, or in that month, year or interval."

[parameters.as_of]
type = "date"
example = "2020-05-03"
meaning = "Only what had happened, certainly or possibly, by that day, or by the end of that month, year or interval."

[columns.date]
type = "date"
meaning = "When it happened, as known (EDTF)."

[columns.kind]
type = "text"
meaning = "tenure, inspection, direction or trust."

[columns.event]
type = "text"
meaning = "What happened, in words."

[columns.certainty]
type = "text"
meaning = "\"certain\" when a document states it with confidence, \"possible\" when it was only planned or is doubtful."

[columns.sources]
type = "sources"
meaning = "The claims that support the row: document, title, published, quote, url, claim, page."

[columns.fact_id]
type = "id"
meaning = "The fact's id."
*/
MATCH (organisation:Organisation {id: $organisation})
CALL (organisation) {
  MATCH (organisation)<-[:POST_IN]-(role:Role)<-[:IN_ROLE]-(fact:Tenure)-[:HOLDER]->(person:Person)
  UNWIND
    CASE
      WHEN fact.start IS NULL AND fact.end IS NULL
        THEN [['is in post as', toString(fact.attestedEarliest), fact.attestedEarliest, fact.attestedEarliest]]
      ELSE [
        [CASE fact.status WHEN 'planned' THEN 'is to become' ELSE 'becomes' END,
          fact.start, fact.startEarliest, fact.startLatest],
        ['ends as', fact.end, fact.endEarliest, fact.endLatest]
      ]
    END AS part
  RETURN
    fact, 'tenure' AS kind, part[1] AS date, part[2] AS earliest, part[3] AS latest,
    person.name + ' ' + part[0] + CASE WHEN fact.interim THEN ' interim ' ELSE ' ' END + role.roleKind AS event
  UNION ALL
  MATCH (organisation)<-[:INSPECTED]-(fact:Inspection)
  RETURN
    fact, 'inspection' AS kind, coalesce(fact.date, fact.published) AS date,
    coalesce(fact.dateEarliest, fact.publishedEarliest) AS earliest,
    coalesce(fact.dateLatest, fact.publishedLatest) AS latest,
    replace(fact.kind, '_', ' ') + coalesce(': ' + fact.judgement, '')
      + CASE WHEN fact.date IS NULL THEN ' (date of the report)' ELSE '' END AS event
  UNION ALL
  MATCH (organisation)<-[:ADDRESSEE]-(fact:Direction)
  OPTIONAL MATCH (fact)-[:ISSUER]->(issuer:Organisation)
  OPTIONAL MATCH (fact)-[:APPOINTS]->(person:Person)
  WITH fact, min(issuer.name) AS issuer, min(person.name) AS person
  UNWIND [['', fact.date, fact.dateEarliest, fact.dateLatest], [' ends', fact.end, fact.endEarliest, fact.endLatest]]
    AS part
  RETURN
    fact, 'direction' AS kind, part[1] AS date, part[2] AS earliest, part[3] AS latest,
    replace(fact.kind, '_', ' ') + coalesce(' of ' + person, '') + coalesce(' by ' + issuer, '') + part[0] AS event
  UNION ALL
  MATCH (organisation)<-[:DELEGATE|DELEGATED_BY]-(fact:Delegation)-[:DELEGATE]->(trust:Organisation)
  MATCH (fact)-[:DELEGATED_BY]->(council:Organisation)
  UNWIND [
    [fact.status, fact.date, fact.dateEarliest, fact.dateLatest],
    ['ended', fact.end, fact.endEarliest, fact.endLatest]
  ] AS part
  RETURN
    fact, 'trust' AS kind, part[1] AS date, part[2] AS earliest, part[3] AS latest,
    trust.name + ' runs services for ' + council.name + coalesce(': ' + part[0], '') AS event
}
WITH fact, kind, date, earliest, latest, event
WHERE date IS NOT NULL
  AND ($during IS NULL
    OR (coalesce(earliest <= $during_latest, true) AND coalesce(latest >= $during_earliest, true)))
  AND coalesce(earliest <= $as_of_latest, true)
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
WITH *, toString(coalesce(earliest, latest, date('9999-12-31'))) + ' ' + event + ' ' + fact.id AS cursor
WHERE $cursor IS NULL OR cursor > $cursor
RETURN
  date,
  kind,
  event,
  CASE WHEN stated AND coalesce(latest <= $as_of_latest, $as_of_latest IS NULL) THEN 'certain' ELSE 'possible' END AS certainty,
  sources,
  fact.id AS fact_id,
  cursor
ORDER BY cursor
LIMIT $limit
