/*
title = "The facts about an entity"
meaning = "Every fact that touches the entity $id, with the entities it joins and the claims that support it, in order of name; where $newest is given only so many, the newest, and how many there are in all."
*/
CALL () {
  MATCH (entity:Entity {id: $id})<-[:HOLDER|IN_ROLE|INSPECTED|INSPECTED_BY|ADDRESSEE|ISSUER|APPOINTS|DELEGATE|DELEGATED_BY]-(fact:Fact)
  RETURN fact
  UNION
  MATCH (entity:Entity {id: $id})<-[:POST_IN]-(:Role)<-[:IN_ROLE]-(fact:Tenure)
  RETURN fact
  UNION
  MATCH (fact:Fact {id: $id})
  RETURN fact
}
WITH DISTINCT fact
ORDER BY
  coalesce(
    fact.startEarliest, fact.startLatest, fact.dateEarliest, fact.publishedEarliest, fact.attestedEarliest,
    fact.endEarliest, date('9999-12-31')
  ) DESC,
  fact.id DESC
WITH collect(fact) AS facts
UNWIND facts[..coalesce($newest, size(facts))] AS fact
WITH fact, size(facts) AS number
CALL (fact) {
  MATCH (fact)-[relation]->(other:Entity)
  WITH relation, other
  ORDER BY type(relation), other.name
  RETURN collect({relation: type(relation), id: other.id, name: other.name}) AS entities
}
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
  fact.id AS id, labels(fact) AS labels, fact.name AS name, properties(fact) AS properties, entities, sources, stated,
  number
ORDER BY name, id
