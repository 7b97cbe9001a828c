/*
title = "How many entities have a name"
meaning = "The number of entities whose names are like the words, by their labels. $words is a Lucene query."
*/
CALL db.index.fulltext.queryNodes('entity_names', $words) YIELD node
WHERE node:Entity AND NOT EXISTS { (node)-[:SAME_AS]->() }
RETURN labels(node) AS labels, count(node) AS number
