/*
title = "What documents disagree on"
meaning = "Dates, holders, numbers of visits and spellings on which documents cannot all be right, each with the words that disagree. \"explained\" is what something told makes clear: a plan that came later, a publisher's own correction, a report that came out after the visit."
question = [
  "what do documents disagree on about {entity}",
  "which conflicts are there about {entity}",
  "which documents contradict each other about {entity}",
  "what is contradictory about {entity}",
  "conflicts about {entity}",
  "conflicts at {entity}",
  "which conflicts are there",
  "what do documents disagree on",
  "conflicts",
  "where do documents disagree",
  "where do documents disagree about {entity}",
  "where do documents conflict with one another about {entity}",
  "do documents disagree about {entity}",
  "which points do documents disagree on",
  "on which points do documents disagree",
  "on which points do documents contradict one another",
  "are there conflicts",
  "are there conflicts about {entity}",
  "is there conflicting information on {entity}",
  "which conflicting information is there about {entity}",
  "which conflicts are there in the documents",
  "which conflicts are {state}",
  "which conflicts are still {state}",
  "which conflicts about {entity} are {state}",
  "which conflicts about {entity} are still {state}",
  "{state} conflicts",
  "{state} conflicts about {entity}",
  "which {state} conflicts are there",
  "which {state} conflicts are there about {entity}",
  "conflicts in the documents",
  "conflicts between documents",
  "conflicts between documents about {entity}",
  "conflicting facts about {entity}",
  "conflicting information on {entity}",
  "what is disputed about {entity}",
]

[parameters.entity]
type = "entity"
class = "Entity"
example = "Bradford"
meaning = "Only conflicts about this person, post or organisation: a name or an id."

[parameters.kind]
type = "choice"
choices = ["start", "end", "interim", "holders", "date", "number", "judgement", "name"]
example = "holders"
meaning = "Only conflicts of this kind."

[parameters.state]
type = "choice"
choices = ["open", "explained"]
example = "open"
meaning = "Only those that are open, or only those that are explained."

[parameters.as_of]
type = "date"
example = "2018"
meaning = "Only conflicts about dates some of which may be that day, or in that month, year or interval."

[columns.conflict]
type = "text"
meaning = "What is disagreed on, with the values told."

[columns.kind]
type = "text"
meaning = "start or end of a tenure, interim or not, two holders at one time, date of an event, number of a visit, judgement, or spelling of a name."

[columns.state]
type = "text"
meaning = "\"open\" or \"explained\"."

[columns.explanation]
type = "text"
meaning = "What explains it, empty while it is open."

[columns.told]
type = "list"
meaning = "What each document tells: the value and the document's title."

[columns.certainty]
type = "text"
meaning = "\"certain\" when the documents contradict each other, \"possible\" when it is explained."

[columns.sources]
type = "sources"
meaning = "The claims that disagree: document, title, published, quote, url, claim, page."

[columns.fact_id]
type = "id"
meaning = "The conflict's id."
*/
MATCH (conflict:Conflict)
WHERE ($kind IS NULL OR conflict.conflictKind = $kind)
  AND ($state IS NULL OR conflict.conflictState = $state)
  AND ($entity IS NULL OR EXISTS {
    MATCH (conflict)-[:CONCERNS]->(thing:Entity)
    WHERE thing.id = $entity
  })
CALL (conflict) {
  WITH conflict
  WHERE $as_of IS NOT NULL
  MATCH (conflict)<-[:SUPPORTS]-(claim:Claim)
  WITH
    CASE conflict.conflictKind WHEN 'start' THEN claim.startEarliest WHEN 'end' THEN claim.endEarliest
      ELSE coalesce(claim.dateEarliest, claim.publishedEarliest, claim.startEarliest) END AS earliest,
    CASE conflict.conflictKind WHEN 'start' THEN claim.startLatest WHEN 'end' THEN claim.endLatest
      ELSE coalesce(claim.dateLatest, claim.publishedLatest, claim.endLatest) END AS latest
  RETURN min(earliest) AS first, max(latest) AS last
}
WITH *, conflict.conflictState + ' ' + toLower(conflict.name) + ' ' + conflict.id AS cursor
WHERE ($cursor IS NULL OR cursor > $cursor)
  AND ($as_of IS NULL OR (coalesce(first <= $as_of_latest, true) AND coalesce(last >= $as_of_earliest, true)))
WITH conflict, cursor
ORDER BY cursor
LIMIT $limit
CALL (conflict) {
  MATCH (conflict)<-[:SUPPORTS]-(claim:Claim)-[:STATED_IN]->(document:Document)
  WITH claim, document,
    CASE conflict.conflictKind
      WHEN 'start' THEN claim.start
      WHEN 'end' THEN claim.end
      WHEN 'interim' THEN CASE WHEN claim.interim THEN 'interim' ELSE 'not said to be interim' END
      WHEN 'holders' THEN claim.personAsWritten + ' ' + coalesce(claim.start, '…') + ' – ' + coalesce(claim.end, '…')
      WHEN 'number' THEN toString(claim.ordinal)
      WHEN 'judgement' THEN claim.judgement
      WHEN 'name' THEN coalesce(claim.personAsWritten, claim.trustAsWritten)
      ELSE coalesce(claim.date, claim.published)
    END AS value
  ORDER BY document.publishedEarliest, document.id, claim.startOffset
  RETURN
    collect({
      document: document.id, title: document.title, published: document.published, quote: claim.quote,
      url: document.url, claim: claim.id, page: claim.page
    }) AS sources,
    collect(DISTINCT coalesce(value, 'no date') + ' (' + coalesce(document.title, document.id) + ')') AS told
}
RETURN
  conflict.name AS conflict,
  conflict.conflictKind AS kind,
  conflict.conflictState AS state,
  conflict.explanation AS explanation,
  told,
  CASE conflict.conflictState WHEN 'open' THEN 'certain' ELSE 'possible' END AS certainty,
  sources,
  conflict.id AS fact_id,
  cursor
ORDER BY cursor
