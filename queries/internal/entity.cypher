/*
title = "An entity or fact by id"
meaning = "The entities and facts that have one of $ids; one that was decided to be the same as another comes as that other."
*/
CALL () {
  MATCH (node:Entity)
  WHERE node.id IN $ids
  RETURN node
  UNION
  MATCH (node:Fact)
  WHERE node.id IN $ids
  RETURN node
}
OPTIONAL MATCH (node)-[:SAME_AS]->{1,4}(same:Entity)
WHERE NOT (same)-[:SAME_AS]->()
WITH coalesce(same, node) AS entity
RETURN DISTINCT entity.id AS id, entity.name AS name, labels(entity) AS labels, properties(entity) AS properties
