/*
title = "Decisions on who is who"
meaning = "Decisions, the surest first of those unsure, each with both persons' names, where they are named, and the words of up to five claims about each. $verdict is same, different, unsure or null; $person an id that one of the two must have, or null; $id one decision, or null."
*/
MATCH (decision:Decision)
WHERE ($verdict IS NULL OR decision.verdict = $verdict)
  AND ($id IS NULL OR decision.id = $id)
  AND ($person IS NULL OR $person IN [decision.one, decision.other])
WITH decision
ORDER BY decision.verdict DESC, decision.score DESC, decision.id
SKIP $skip
LIMIT $limit
CALL (decision) {
  UNWIND [decision.one, decision.other] AS id
  OPTIONAL MATCH (person:Person {id: id})
  OPTIONAL MATCH (person)-[:NAMED_AT]->(organisation:Organisation)
  CALL (person) {
    OPTIONAL MATCH (person)<-[:ABOUT_PERSON|ABOUT_INSPECTOR]-(claim:Claim)-[:STATED_IN]->(document:Document)
    WITH claim, document
    ORDER BY document.publishedEarliest, document.id, claim.startOffset
    RETURN
      collect(CASE WHEN claim IS NULL THEN null ELSE {
        document: document.id, title: document.title, published: document.published, quote: claim.quote,
        url: document.url, claim: claim.id, page: claim.page
      } END)[..5] AS quotes
  }
  RETURN
    collect({id: id, name: coalesce(person.name, id), organisation: organisation.name, quotes: quotes}) AS sides
}
RETURN
  decision.id AS id,
  decision.verdict AS verdict,
  decision.reason AS reason,
  decision.score AS score,
  decision.by AS by,
  toString(decision.decidedAt) AS decided_at,
  sides[0] AS one,
  sides[1] AS other
ORDER BY verdict DESC, score DESC, id
