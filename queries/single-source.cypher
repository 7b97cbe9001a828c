/*
title = "Facts with a single source"
meaning = "Facts that only one document tells of: check these first before you publish them."
question = [
  "which facts have a single source",
  "which facts have only one source",
  "which facts about {entity} have a single source",
  "which facts about {entity} have only one source",
  "what is known from only one document",
  "what is known about {entity} from only one document",
  "what does only one document say about {entity}",
  "facts with a single source",
  "facts with only one source",
  "single source facts",
  "which facts rest on one document",
  "which facts about {entity} rest on one document",
  "which facts come from one document",
  "which facts about {entity} come from one document",
  "which facts are in one document",
  "which facts need a second source",
  "which facts about {entity} need a second source",
  "what rests on one document",
  "what needs a second source",
  "what still needs a second source",
  "what still needs checking",
  "what about {entity} needs a second source",
  "what do we know from one document",
  "what do we know about {entity} from one document",
  "what should i check",
  "what should i check about {entity}",
  "what should i double-check",
  "what should i double-check about {entity}",
  "what needs checking",
  "what needs checking about {entity}",
  "what is uncorroborated about {entity}",
  "which facts are uncorroborated",
  "which facts about {entity} are uncorroborated",
  "uncorroborated facts",
  "uncorroborated facts about {entity}",
  "unconfirmed facts",
  "unconfirmed facts about {entity}",
  "facts about {entity} with one source",
  "facts about {entity} from one source",
  "single source facts about {entity}",
]

[parameters.entity]
type = "entity"
class = "Entity"
example = "Bradford"
meaning = "Only facts about this person, council, trust or body: a name or an id."

[parameters.kind]
type = "choice"
choices = ["tenure", "inspection", "direction", "delegation"]
example = "tenure"
meaning = "Only facts of this kind."

[parameters.as_of]
type = "date"
example = "2021"
meaning = "Only facts that may have held on that day, or some day of that month, year or interval."

[columns.fact]
type = "text"
meaning = "The fact in words."

[columns.kind]
type = "text"
meaning = "tenure, inspection, direction or delegation."

[columns.document]
type = "text"
meaning = "The one document's title."

[columns.published]
type = "date"
meaning = "When it was published (EDTF)."

[columns.confidence]
type = "number"
meaning = "How sure the fact is by its claims, 0 to 1."

[columns.certainty]
type = "text"
meaning = "\"certain\" when the document states it with confidence, else \"possible\"."

[columns.sources]
type = "sources"
meaning = "The claims that support the row: document, title, published, quote, url, claim, page."

[columns.fact_id]
type = "id"
meaning = "The fact's id."

[columns.document_id]
type = "id"
meaning = "The document's id."
*/
MATCH (fact:Fact)
WHERE fact.conflictKind IS NULL
  AND ($kind IS NULL OR fact.key STARTS WITH $kind + '|')
  AND coalesce(coalesce(fact.startEarliest, fact.dateEarliest) <= $as_of_latest, true)
  AND coalesce(fact.endLatest >= $as_of_earliest, true)
  AND ($entity IS NULL
    OR EXISTS {
      MATCH (fact)-[:HOLDER|IN_ROLE|INSPECTED|INSPECTED_BY|ADDRESSEE|ISSUER|APPOINTS|DELEGATE|DELEGATED_BY]->(:Entity {id: $entity})
    }
    OR EXISTS {
      MATCH (fact)-[:IN_ROLE]->(:Role)-[:POST_IN]->(:Entity {id: $entity})
    })
WITH fact, toLower(fact.name) + ' ' + fact.id AS cursor
WHERE $cursor IS NULL OR cursor > $cursor
MATCH (fact)<-[:SUPPORTS]-(:Claim)-[:STATED_IN]->(document:Document)
WITH fact, cursor, collect(DISTINCT document) AS documents
WHERE size(documents) = 1
WITH fact, cursor, documents[0] AS only
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
  fact.name AS fact,
  split(fact.key, '|')[0] AS kind,
  coalesce(only.title, only.id) AS document,
  only.published AS published,
  fact.confidence AS confidence,
  CASE WHEN stated THEN 'certain' ELSE 'possible' END AS certainty,
  sources,
  fact.id AS fact_id,
  only.id AS document_id,
  cursor
ORDER BY cursor
LIMIT $limit
