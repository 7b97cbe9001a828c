/*
title = "Entities by name"
meaning = "The entities whose names are like the words, best first. $words is a Lucene query, $label a class or null, $index the full-text index that has it. One that was decided to be the same as another comes as that other, with both their names."
*/
CALL db.index.fulltext.queryNodes($index, $words) YIELD node, score
WHERE node:Entity AND ($label IS NULL OR $label IN labels(node))
WITH node, score
ORDER BY score DESC, node.id
LIMIT $limit
OPTIONAL MATCH (node)-[:SAME_AS]->{1,4}(same:Entity)
WHERE NOT (same)-[:SAME_AS]->()
WITH node, score, coalesce(same, node) AS entity
RETURN
  entity.id AS id,
  entity.name AS name,
  labels(entity) AS labels,
  [entity.name, node.name] + coalesce(entity.alternativeName, []) + coalesce(node.alternativeName, []) AS names,
  entity.validTo AS valid_to,
  score
ORDER BY score DESC, id
