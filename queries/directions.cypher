/*
title = "Directions to an organisation"
meaning = "Statutory directions, improvement notices and appointments of commissioners or advisers imposed on an organisation, in order of time."
question = [
  "which directions were given to {organisation}",
  "which directions did {organisation} have",
  "which directions did {organisation} get",
  "which improvement notices did {organisation} have",
  "which improvement notices were given to {organisation}",
  "when was {organisation} given a direction",
  "when was {organisation} given an improvement notice",
  "when was a commissioner appointed at {organisation}",
  "what was imposed on {organisation}",
  "what did the government do about {organisation}",
  "how did the government intervene at {organisation}",
  "when did the government intervene at {organisation}",
  "directions to {organisation}",
  "improvement notices to {organisation}",
  "interventions at {organisation}",
  "{organisation} 's directions",
  "{organisation} directions",
  "was {organisation} given a direction",
  "was {organisation} given an improvement notice",
  "was {organisation} under a direction on {as_of}",
  "was {organisation} under {kind} on {as_of}",
  "was {organisation} under intervention on {as_of}",
  "which directions were in force at {organisation} on {as_of}",
  "was {organisation} under a direction",
  "was {organisation} under intervention",
  "when was {organisation} under a direction",
  "when was {organisation} under intervention",
  "was {organisation} given {kind}",
  "was {organisation} served with {kind}",
  "was {organisation} sent {kind}",
  "did {organisation} get {kind}",
  "did {organisation} have {kind}",
  "when did {organisation} get {kind}",
  "when was {organisation} issued with {kind}",
  "when was {organisation} given a {kind}",
  "which {kind} did {organisation} get",
  "which {kind} did {organisation} have",
  "which {kind} were given to {organisation}",
  "which {kind} did the government give {organisation}",
  "which interventions did {organisation} have",
  "which interventions did {organisation} face",
  "which government interventions did {organisation} face",
  "which government interventions did {organisation} have",
  "which directions did {organisation} face",
  "which directions did the government give {organisation}",
  "which directions did the government give to {organisation}",
  "which directions did the secretary of state give {organisation}",
  "which directions did the secretary of state give to {organisation}",
  "which action did the government take against {organisation}",
  "which action was taken against {organisation}",
  "what did the government impose on {organisation}",
  "did the government intervene at {organisation}",
  "government intervention at {organisation}",
  "{kind} to {organisation}",
  "did government intervene at {organisation}",
  "when did government intervene at {organisation}",
  "how did government intervene at {organisation}",
  "notices served on {organisation}",
  "statutory notices served on {organisation}",
  "did government intervene in {organisation}",
]

[parameters.organisation]
type = "entity"
class = "Organisation"
required = true
example = "Bradford"
meaning = "The council, trust or body to which the direction was given: a name or an id."

[parameters.kind]
type = "choice"
choices = ["statutory_direction", "improvement_notice", "commissioner_appointment", "adviser_appointment", "trust_direction", "other"]
example = "commissioner_appointment"
meaning = "Only directions of this kind."

[parameters.during]
type = "date"
example = "2021"
meaning = "Only directions that may have been issued on that day, or in that month, year or interval."

[parameters.as_of]
type = "date"
example = "2020-05-03"
meaning = "Only what was in force, certainly or possibly, on that day, or some day of that month, year or interval."

[columns.organisation]
type = "text"
meaning = "To whom the direction was given."

[columns.kind]
type = "text"
meaning = "The kind of direction."

[columns.date]
type = "date"
meaning = "When it was issued (EDTF)."

[columns.end]
type = "date"
meaning = "When it ended (EDTF), empty when no document says."

[columns.issuer]
type = "text"
meaning = "Who issued it."

[columns.person]
type = "text"
meaning = "Whom it appointed."

[columns.certainty]
type = "text"
meaning = "\"certain\" when a document states it with confidence, else \"possible\"."

[columns.sources]
type = "sources"
meaning = "The claims that support the row: document, title, published, quote, url, claim, page."

[columns.organisation_id]
type = "id"
meaning = "The organisation's id."

[columns.fact_id]
type = "id"
meaning = "The fact's id."
*/
MATCH (organisation:Organisation {id: $organisation})<-[:ADDRESSEE]-(direction:Direction)
WHERE ($kind IS NULL OR direction.kind = $kind)
  AND ($during IS NULL
    OR (coalesce(direction.dateEarliest <= $during_latest, $during_latest IS NULL)
      AND coalesce(direction.dateLatest >= $during_earliest, $during_earliest IS NULL)))
  AND coalesce(direction.dateEarliest <= $as_of_latest, true)
  AND coalesce(direction.endLatest >= $as_of_earliest, true)
CALL (direction) {
  MATCH (direction)<-[:SUPPORTS]-(claim:Claim)-[:STATED_IN]->(document:Document)
  WITH claim, document
  ORDER BY document.publishedEarliest, document.id, claim.startOffset
  RETURN
    collect({
      document: document.id, title: document.title, published: document.published, quote: claim.quote,
      url: document.url, claim: claim.id, page: claim.page
    }) AS sources,
    max(claim.confidence) >= 0.5
      AND ($as_of IS NULL
        OR coalesce(direction.dateLatest <= $as_of_latest AND direction.endEarliest >= $as_of_earliest, false))
      AS stated
}
CALL (direction) {
  OPTIONAL MATCH (direction)-[:ISSUER]->(issuer:Organisation)
  OPTIONAL MATCH (direction)-[:APPOINTS]->(person:Person)
  RETURN min(issuer.name) AS issuer, min(person.name) AS person
}
WITH *,
  toString(coalesce(direction.dateEarliest, direction.dateLatest, direction.endEarliest, date('9999-12-31')))
    + ' ' + coalesce(direction.kind, '') + ' ' + direction.id AS cursor
WHERE $cursor IS NULL OR cursor > $cursor
RETURN
  organisation.name AS organisation,
  direction.kind AS kind,
  direction.date AS date,
  direction.end AS end,
  issuer,
  person,
  CASE WHEN stated THEN 'certain' ELSE 'possible' END AS certainty,
  sources,
  organisation.id AS organisation_id,
  direction.id AS fact_id,
  cursor
ORDER BY cursor
LIMIT $limit
