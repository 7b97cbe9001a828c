/*
title = "Kinds of posts in the graph"
meaning = "Every kind of post that somebody held, as it is written on the posts."
*/
MATCH (role:Role)
RETURN DISTINCT role.roleKind AS kind
ORDER BY kind
