/*
title = "Claims that support facts"
meaning = "The ids of all claims that support one of the facts with $ids."
*/
MATCH (fact:Fact)<-[:SUPPORTS]-(claim:Claim)
WHERE fact.id IN $ids
RETURN DISTINCT claim.id AS id
ORDER BY id
