/*
title = "Nodes by id, as an export has them"
meaning = "The entities, facts, claims and documents with $ids, each with its outgoing edges and the document that says it."
*/
CALL () {
  MATCH (node:Entity)
  WHERE node.id IN $ids
  RETURN node
  UNION
  MATCH (node:Fact)
  WHERE node.id IN $ids
  RETURN node
  UNION
  MATCH (node:Claim)
  WHERE node.id IN $ids
  RETURN node
  UNION
  MATCH (node:Document)
  WHERE node.id IN $ids
  RETURN node
}
OPTIONAL MATCH (node)-[:STATED_IN]->(document:Document)
CALL (node) {
  MATCH (node)-[relation]->(target)
  WHERE NOT type(relation) ENDS WITH '_THEN'
  WITH relation, target
  ORDER BY type(relation), target.id
  RETURN collect({type: type(relation), target: target.id, properties: properties(relation)}) AS edges
}
RETURN
  node.id AS id,
  labels(node) AS labels,
  properties(node) AS properties,
  CASE WHEN node:Document THEN node.id ELSE document.id END AS graph,
  edges
ORDER BY id
