/*
title = "A claim by id"
meaning = "The claim $id with what it is about, the facts it supports and its document with the text."
*/
MATCH (claim:Claim {id: $id})-[:STATED_IN]->(document:Document)
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
RETURN
  claim.id AS id,
  labels(claim) AS labels,
  properties(claim) AS properties,
  about,
  facts,
  document {.id, .title, .published, .publisher, .url} AS document,
  document.text AS text
