/*
title = "A page of the whole graph"
meaning = "The next $limit nodes after the id $after, in the order of their ids, each with its outgoing edges and the document that says it: a claim's, or the node itself; null for what all documents together support. Of decisions only those that people made: the rule makes its own again."
*/
CALL () {
  MATCH (node:Document)
  WHERE node.id > $after
  RETURN node
  ORDER BY node.id
  LIMIT $limit
  UNION
  MATCH (node:Claim)
  WHERE node.id > $after
  RETURN node
  ORDER BY node.id
  LIMIT $limit
  UNION
  MATCH (node:Entity)
  WHERE node.id > $after
  RETURN node
  ORDER BY node.id
  LIMIT $limit
  UNION
  MATCH (node:Decision)
  WHERE node.id > $after AND node.by <> 'automatic'
  RETURN node
  ORDER BY node.id
  LIMIT $limit
  UNION
  MATCH (node:Fact)
  WHERE node.id > $after
  RETURN node
  ORDER BY node.id
  LIMIT $limit
}
WITH node
ORDER BY node.id
LIMIT $limit
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
