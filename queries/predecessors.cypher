/*
title = "Predecessor councils and their records"
meaning = "The councils that a council took over from, or that took over from it, with every fact on record about each, in order of time."
question = [
  "which councils came before {council}",
  "which councils did {council} replace",
  "which councils did {council} take over from",
  "which council came before {council}",
  "which council replaced {council}",
  "which councils replaced {council}",
  "which council followed {council}",
  "which councils followed {council}",
  "what became of {council}",
  "what came before {council}",
  "what replaced {council}",
  "who replaced {council} as a council",
  "predecessors of {council}",
  "successors of {council}",
  "{council} 's predecessors",
  "{council} 's successors",
  "which council existed before {council}",
  "which council was there before {council}",
  "what existed before {council}",
  "what was there before {council}",
  "which councils took over from {council}",
  "which councils took the place of {council}",
  "which councils came after {council}",
  "which councils preceded {council}",
  "which councils succeeded {council}",
  "which councils did {council} succeed",
  "which councils did {council} become",
  "which councils were merged into {council}",
  "who were the predecessors of {council}",
  "who were the successors of {council}",
  "which were the predecessors of {council}",
  "which were the successors of {council}",
  "which predecessors did {council} have",
  "which successors did {council} have",
  "what came after {council}",
  "who took over from {council}",
  "council before {council}",
  "council after {council}",
  "what did {council} replace",
  "what was there before {council} was created",
]

[parameters.council]
type = "entity"
class = "Council"
required = true
example = "North Northamptonshire"
meaning = "The council: a name or an id."

[parameters.as_of]
type = "date"
example = "2018"
meaning = "Only records that may be of that day, or some day of that month, year or interval."

[columns.council]
type = "text"
meaning = "The predecessor or successor."

[columns.relation]
type = "text"
meaning = "\"predecessor\" or \"successor\" of the council asked for."

[columns.existed_to]
type = "date"
meaning = "Its last day, empty when it still exists."

[columns.kind]
type = "text"
meaning = "tenure, inspection, direction or delegation; empty when nothing is on record."

[columns.date]
type = "date"
meaning = "When it was or began (EDTF)."

[columns.record]
type = "text"
meaning = "The fact in words; empty when nothing is on record."

[columns.certainty]
type = "text"
meaning = "\"certain\" when a document states it with confidence, else \"possible\"."

[columns.sources]
type = "sources"
meaning = "The claims that support the row: document, title, published, quote, url, claim, page."

[columns.council_id]
type = "id"
meaning = "The predecessor's or successor's id."

[columns.fact_id]
type = "id"
meaning = "The fact's id."
*/
MATCH (asked:Council {id: $council})
CALL (asked) {
  MATCH (asked)<-[:SUCCEEDED_BY]-{1,3}(other:Council)
  RETURN DISTINCT other, 'predecessor' AS relation
  UNION
  MATCH (asked)-[:SUCCEEDED_BY]->{1,3}(other:Council)
  RETURN DISTINCT other, 'successor' AS relation
}
OPTIONAL CALL (other) {
  MATCH (other)<-[:POST_IN]-(:Role)<-[:IN_ROLE]-(fact:Tenure)
  RETURN fact, fact.start AS date
  UNION
  MATCH (other)<-[:INSPECTED]-(fact:Inspection)
  RETURN fact, coalesce(fact.date, fact.published) AS date
  UNION
  MATCH (other)<-[:ADDRESSEE]-(fact:Direction)
  RETURN fact, fact.date AS date
  UNION
  MATCH (other)<-[:DELEGATED_BY]-(fact:Delegation)
  RETURN fact, fact.date AS date
}
WITH *,
  coalesce(fact.startEarliest, fact.dateEarliest, fact.publishedEarliest, fact.attestedEarliest, fact.endEarliest) AS time
WHERE $as_of IS NULL
  OR (fact IS NOT NULL
    AND coalesce(time <= $as_of_latest, true)
    AND coalesce(coalesce(fact.endLatest, fact.dateLatest) >= $as_of_earliest, true))
WITH *,
  relation + ' ' + toLower(other.name) + ' ' + toString(coalesce(time, date('9999-12-31'))) + ' ' + coalesce(fact.id, '') AS cursor
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
RETURN
  other.name AS council,
  relation,
  toString(other.validTo) AS existed_to,
  split(fact.key, '|')[0] AS kind,
  date,
  fact.name AS record,
  CASE WHEN stated THEN 'certain' ELSE 'possible' END AS certainty,
  sources,
  other.id AS council_id,
  fact.id AS fact_id,
  cursor
ORDER BY cursor
LIMIT $limit
