/*
title = "What documents disagree on about an entity"
meaning = "The conflicts that concern the entity $id, open ones first, each with the ids of the claims that disagree."
*/
MATCH (:Entity {id: $id})<-[:CONCERNS]-(conflict:Conflict)
CALL (conflict) {
  MATCH (conflict)<-[:SUPPORTS]-(claim:Claim)
  RETURN collect(claim.id) AS claims
}
RETURN
  conflict.id AS id,
  conflict.name AS name,
  conflict.conflictKind AS kind,
  conflict.explanation AS explanation,
  claims
ORDER BY conflict.conflictState DESC, conflict.name, id
