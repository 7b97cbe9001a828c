/*
title = "Inspections of an organisation"
meaning = "Inspections, monitoring visits and focused visits of an organisation in order of time, with judgement and inspectors."
question = [
  "how was {organisation} inspected",
  "how was {organisation} rated",
  "how was {organisation} judged",
  "how was {organisation} 's children's services rated",
  "how were children's services at {organisation} rated",
  "how were children's services at {organisation} judged",
  "when was {organisation} inspected",
  "when was {organisation} rated",
  "when was {organisation} judged",
  "when did ofsted inspect {organisation}",
  "when did ofsted visit {organisation}",
  "when did inspectors visit {organisation}",
  "how did ofsted rate {organisation}",
  "how did ofsted judge {organisation}",
  "how did ofsted rate children's services at {organisation}",
  "what did ofsted say about {organisation}",
  "which judgements did {organisation} have",
  "which inspections did {organisation} have",
  "which inspections were there at {organisation}",
  "who inspected {organisation}",
  "inspections of {organisation}",
  "ofsted inspections of {organisation}",
  "{organisation} 's inspections",
  "{organisation} inspections",
  "which rating did ofsted give {organisation}",
  "which rating did ofsted give children's services at {organisation}",
  "{organisation} 's ratings",
  "what did ofsted make of {organisation}",
  "what did inspectors make of {organisation}",
  "what did ofsted find at {organisation}",
  "what did ofsted find",
  "what did inspectors find at {organisation}",
  "what did inspectors say about {organisation}",
  "what did the inspection of {organisation} find",
  "how did ofsted find {organisation}",
  "did ofsted inspect {organisation}",
  "did ofsted visit {organisation}",
  "when were inspectors at {organisation}",
  "when was ofsted at {organisation}",
  "when did inspectors come to {organisation}",
  "when did ofsted come to {organisation}",
  "when did inspectors inspect {organisation}",
  "when did inspectors go to {organisation}",
  "when was {organisation} visited",
  "which inspectors visited {organisation}",
  "what {kind} did {organisation} have",
  "what {kind} did {organisation} get",
  "which {kind} were there at {organisation}",
  "when was the {kind} of {organisation}",
  "{kind} at {organisation}",
  "{organisation} 's {kind}",
  "which ratings did {organisation} get",
  "which ratings were given to {organisation}",
  "how did {organisation} do in inspections",
  "how did {organisation} do at its inspections",
  "ofsted reports on {organisation}",
  "ofsted visits to {organisation}",
  "ofsted history of {organisation}",
  "inspection history of {organisation}",
  "inspection record of {organisation}",
  "inspection reports on {organisation}",
  "{organisation} 's inspection history",
  "{organisation} 's inspection record",
  "results of inspections of {organisation}",
  "how did {organisation} fare in inspections",
  "how did {organisation} fare with ofsted",
  "inspection results of {organisation}",
  "inspection results at {organisation}",
  "{organisation} 's inspection results",
  "{organisation} inspection results",
  "{organisation} 's ofsted results",
  "ofsted results of {organisation}",
  "what was the result of {organisation} 's inspection",
  "what was the result of the inspection of {organisation}",
]

[parameters.organisation]
type = "entity"
class = "Organisation"
required = true
example = "Bradford"
meaning = "The council, trust or body that was inspected: a name or an id."

[parameters.kind]
type = "choice"
choices = ["inspection", "monitoring_visit", "focused_visit", "home_inspection", "other"]
example = "monitoring_visit"
meaning = "Only inspections of this kind."

[parameters.during]
type = "date"
example = "2019"
meaning = "Only inspections that may have been on that day, or in that month, year or interval."

[parameters.as_of]
type = "date"
example = "2020-05-03"
meaning = "Only what had been, certainly or possibly, by that day, or by the end of that month, year or interval."

[columns.organisation]
type = "text"
meaning = "Who was inspected."

[columns.kind]
type = "text"
meaning = "The kind of inspection."

[columns.date]
type = "date"
meaning = "When the visit was (EDTF)."

[columns.published]
type = "date"
meaning = "When the report was published (EDTF)."

[columns.judgement]
type = "text"
meaning = "The overall judgement, empty where the documents give none."

[columns.inspectors]
type = "list"
meaning = "The inspectors' names."

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
MATCH (organisation:Organisation {id: $organisation})<-[:INSPECTED]-(inspection:Inspection)
WHERE ($kind IS NULL OR inspection.kind = $kind)
  AND ($during IS NULL
    OR (coalesce(coalesce(inspection.dateEarliest, inspection.publishedEarliest) <= $during_latest, $during_latest IS NULL)
      AND coalesce(coalesce(inspection.dateLatest, inspection.publishedLatest) >= $during_earliest, $during_earliest IS NULL)))
  AND coalesce(coalesce(inspection.dateEarliest, inspection.publishedEarliest) <= $as_of_latest, true)
CALL (inspection) {
  MATCH (inspection)<-[:SUPPORTS]-(claim:Claim)-[:STATED_IN]->(document:Document)
  WITH claim, document
  ORDER BY document.publishedEarliest, document.id, claim.startOffset
  RETURN
    collect({
      document: document.id, title: document.title, published: document.published, quote: claim.quote,
      url: document.url, claim: claim.id, page: claim.page
    }) AS sources,
    max(claim.confidence) >= 0.5
      AND ($as_of IS NULL OR coalesce(coalesce(inspection.dateLatest, inspection.publishedLatest) <= $as_of_latest, false))
      AS stated
}
CALL (inspection) {
  OPTIONAL MATCH (inspection)-[:INSPECTED_BY]->(inspector:Person)
  WITH inspector
  ORDER BY inspector.name
  RETURN collect(inspector.name) AS inspectors
}
WITH *,
  toString(coalesce(
    inspection.dateEarliest, inspection.publishedEarliest, inspection.dateLatest, date('9999-12-31')
  )) + ' ' + coalesce(inspection.kind, '') + ' ' + inspection.id AS cursor
WHERE $cursor IS NULL OR cursor > $cursor
RETURN
  organisation.name AS organisation,
  inspection.kind AS kind,
  inspection.date AS date,
  inspection.published AS published,
  inspection.judgement AS judgement,
  inspectors,
  CASE WHEN stated THEN 'certain' ELSE 'possible' END AS certainty,
  sources,
  organisation.id AS organisation_id,
  inspection.id AS fact_id,
  cursor
ORDER BY cursor
LIMIT $limit
