/*
title = "All names of a class"
meaning = "The name and the other names of every entity that has the label, of at most $limit of them."
*/
MATCH (node:$($label))
RETURN [node.name] + coalesce(node.alternativeName, []) AS names
LIMIT $limit
