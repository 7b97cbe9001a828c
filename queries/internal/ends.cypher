/*
title = "Between whom tenures and delegations are"
meaning = "The ids of the entities that the facts with $ids join."
*/
MATCH (fact:Fact)
WHERE fact.id IN $ids
MATCH (fact)-[:HOLDER|DELEGATE|DELEGATED_BY]->(joined:Entity)
RETURN DISTINCT joined.id AS id
ORDER BY id
