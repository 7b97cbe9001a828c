/*
title = "A document and what it claims"
meaning = "The document $id, and its claims in the order of its text with what each is about and the facts it supports."
*/
MATCH (document:Document {id: $id})
CALL (document) {
  MATCH (document)<-[:STATED_IN]-(claim:Claim)
  CALL (claim) {
    OPTIONAL MATCH (claim)-[relation]->(entity:Entity)
    WHERE type(relation) <> 'SUPPORTS'
    WITH relation, entity
    ORDER BY type(relation), entity.name
    RETURN collect(CASE WHEN entity IS NULL THEN null
      ELSE {relation: type(relation), id: entity.id, name: entity.name} END) AS about
  }
  CALL (claim) {
    OPTIONAL MATCH (claim)-[:SUPPORTS]->(fact:Fact)
    WITH fact
    ORDER BY fact.id
    RETURN collect(fact.id) AS facts
  }
  WITH claim, about, facts
  ORDER BY claim.startOffset, claim.endOffset, claim.id
  RETURN
    collect({
      id: claim.id, labels: labels(claim), properties: properties(claim), about: about, facts: facts
    }) AS claims
}
RETURN document.id AS id, properties(document) AS properties, claims
