/*
title = "What lies one step around entities"
meaning = "The edges that touch one of $ids: tenures and delegations as edges between entities, inspections and directions as nodes; with the quotes of the claims that support them and the fact itself."
*/
MATCH (asked:Entity)
WHERE asked.id IN $ids
CALL (asked) {
  MATCH (asked)<-[:HOLDER|IN_ROLE]-(fact:Tenure)
  MATCH (source:Person)<-[:HOLDER]-(fact)-[:IN_ROLE]->(role:Role)-[:POST_IN]->(target:Organisation)
  RETURN fact, fact.id AS id, source, target, 'HELD' AS type, role.roleKind AS what
  UNION
  MATCH (asked)<-[:POST_IN]-(role:Role)<-[:IN_ROLE]-(fact:Tenure)-[:HOLDER]->(source:Person)
  RETURN fact, fact.id AS id, source, asked AS target, 'HELD' AS type, role.roleKind AS what
  UNION
  MATCH (asked)<-[:DELEGATE|DELEGATED_BY]-(fact:Delegation)
  MATCH (source:Organisation)<-[:DELEGATE]-(fact)-[:DELEGATED_BY]->(target:Organisation)
  RETURN fact, fact.id AS id, source, target, 'RUNS_SERVICES_FOR' AS type, fact.status AS what
  UNION
  MATCH (asked)-[relation:INSPECTED|INSPECTED_BY|ADDRESSEE|ISSUER|APPOINTS|SUCCEEDED_BY|SAME_AS]-(:Entity)
  WITH relation, startNode(relation) AS source, endNode(relation) AS target
  RETURN
    CASE WHEN source:Fact THEN source END AS fact,
    source.id + ' ' + type(relation) + ' ' + target.id AS id, source, target, type(relation) AS type, null AS what
}
WITH DISTINCT fact, id, source, target, type, what
CALL (fact) {
  OPTIONAL MATCH (fact)<-[:SUPPORTS]-(claim:Claim)-[:STATED_IN]->(document:Document)
  WITH claim, document
  ORDER BY document.publishedEarliest, document.id, claim.startOffset
  RETURN
    collect(CASE WHEN claim IS NULL THEN null ELSE {
      document: document.id, title: document.title, published: document.published, quote: claim.quote,
      url: document.url, claim: claim.id, page: claim.page
    } END) AS quotes,
    max(CASE WHEN claim.confidence >= 0.5 AND coalesce(claim.status, 'held') <> 'planned' THEN 1 ELSE 0 END) = 1
      AS stated
}
RETURN
  id,
  type,
  what,
  coalesce(fact.start, fact.date) AS start,
  fact.end AS end,
  coalesce(fact.interim, false) AS interim,
  toString(fact.attestedEarliest) AS attested,
  stated,
  CASE WHEN fact IS NOT NULL THEN {labels: labels(fact), properties: properties(fact)} END AS fact,
  {id: source.id, labels: labels(source), name: source.name, properties: properties(source)} AS source,
  {id: target.id, labels: labels(target), name: target.name, properties: properties(target)} AS target,
  quotes
ORDER BY id
