/*
title = "What a document says"
meaning = "The claims that a document makes, in the order of its text, each with the exact words, their place, how it was read and how sure that is."
question = [
  "what does {document} say",
  "what does the document {document} say",
  "what does {document} claim",
  "which claims does {document} make",
  "which claims are there in {document}",
  "claims of {document}",
  "claims in {document}",
  "{document} 's claims",
  "what is in {document}",
  "what is in the document {document}",
  "which facts come from {document}",
  "which facts are in {document}",
  "which facts are made in {document}",
  "which facts does {document} state",
  "facts made in {document}",
  "facts from {document}",
  "contents of {document}",
  "summary of {document}",
  "what can be learnt from {document}",
  "what do we know from {document}",
  "which {kind} does {document} mention",
  "which {kind} are in {document}",
  "{kind} in {document}",
]

[parameters.document]
type = "entity"
class = "Document"
required = true
example = "A trust will run children's services in Bradford"
meaning = "The document: its id, with or without \"document/\", or its title."

[parameters.kind]
type = "choice"
choices = ["tenure", "inspection", "direction", "trust"]
example = "tenure"
meaning = "Only claims of this kind."

[parameters.as_of]
type = "date"
example = "2019"
meaning = "Only claims whose dates allow that day, or some day of that month, year or interval."

[columns.claim]
type = "text"
meaning = "What is claimed, in words."

[columns.kind]
type = "text"
meaning = "tenure, inspection, direction or trust."

[columns.start]
type = "date"
meaning = "The first or only day as the document has it (EDTF), empty when it does not say."

[columns.end]
type = "date"
meaning = "The last day as the document has it (EDTF), empty when it does not say."

[columns.quote]
type = "text"
meaning = "The exact words."

[columns.start_offset]
type = "number"
meaning = "Where the words begin in the document's text, in code points."

[columns.page]
type = "number"
meaning = "The page, counted from 1, of a document that has pages."

[columns.confidence]
type = "number"
meaning = "How sure the reading is, 0 to 1."

[columns.method]
type = "text"
meaning = "What or who read it."

[columns.certainty]
type = "text"
meaning = "\"certain\" for a confidence of 0.5 and more, else \"possible\"."

[columns.sources]
type = "sources"
meaning = "The claims that support the row: document, title, published, quote, url, claim, page."

[columns.claim_id]
type = "id"
meaning = "The claim's id."

[columns.fact_id]
type = "id"
meaning = "The id of a fact that it supports."
*/
MATCH (document:Document {id: $document})<-[:STATED_IN]-(claim:Claim)
WITH document, claim,
  CASE
    WHEN 'TenureClaim' IN labels(claim) THEN 'tenure'
    WHEN 'InspectionClaim' IN labels(claim) THEN 'inspection'
    WHEN 'DirectionClaim' IN labels(claim) THEN 'direction'
    WHEN 'TrustClaim' IN labels(claim) THEN 'trust'
    WHEN claim.personAsWritten IS NOT NULL AND claim.roleAsWritten IS NOT NULL THEN 'tenure'
    WHEN claim.councilAsWritten IS NOT NULL OR claim.trustAsWritten IS NOT NULL THEN 'trust'
    WHEN claim.issuerAsWritten IS NOT NULL THEN 'direction'
    ELSE 'inspection'
  END AS kind,
  coalesce(claim.startEarliest, claim.dateEarliest, claim.asOfEarliest) AS earliest,
  coalesce(claim.endLatest, claim.dateLatest, claim.asOfLatest) AS latest,
  right('000000000' + toString(claim.startOffset), 9) + ' ' + claim.id AS cursor
WHERE ($kind IS NULL OR kind = $kind)
  AND ($known_at IS NULL OR EXISTS {
    MATCH (claim)-[:SUPPORTS]->(:Fact)
  })
  AND coalesce(earliest <= $as_of_latest, true)
  AND coalesce(latest >= $as_of_earliest, true)
  AND ($cursor IS NULL OR cursor > $cursor)
CALL (claim) {
  OPTIONAL MATCH (claim)-[:SUPPORTS]->(fact:Fact)
  WITH fact
  ORDER BY fact.conflictKind IS NOT NULL, fact.id
  RETURN collect(fact.id)[0] AS fact_id, collect(fact.name)[0] AS name
}
WITH *,
  [{
    document: document.id, title: document.title, published: document.published, quote: claim.quote,
    url: document.url, claim: claim.id, page: claim.page
  }] AS sources
RETURN
  coalesce(name, claim.personAsWritten, claim.organisationAsWritten, claim.trustAsWritten, claim.quote) AS claim,
  kind,
  coalesce(claim.start, claim.date, claim.asOf) AS start,
  claim.end AS end,
  claim.quote AS quote,
  claim.startOffset AS start_offset,
  claim.page AS page,
  claim.confidence AS confidence,
  claim.method AS method,
  CASE WHEN claim.confidence >= 0.5 THEN 'certain' ELSE 'possible' END AS certainty,
  sources,
  claim.id AS claim_id,
  fact_id,
  cursor
ORDER BY cursor
LIMIT $limit
