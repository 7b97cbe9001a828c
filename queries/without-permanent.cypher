/*
title = "Longest spells without a permanent holder"
meaning = "The times between two permanent holders of a post, as far as documents date them, longest first, with whoever held it as interim or acting meanwhile."
question = [
  "which councils were longest without a permanent {role}",
  "which council was longest without a permanent {role}",
  "which councils had no permanent {role}",
  "when did {organisation} have no permanent {role}",
  "when was {organisation} without a permanent {role}",
  "how long was {organisation} without a permanent {role}",
  "how long did {organisation} have no permanent {role}",
  "how long did {organisation} have an interim {role}",
  "longest spells without a permanent {role}",
  "longest time without a permanent {role}",
  "longest vacancies",
  "gaps between {role}",
  "when was there no permanent {role} at {organisation}",
  "how long was there no permanent {role} at {organisation}",
  "which councils went longest without a permanent {role}",
  "which councils went without a permanent {role}",
  "which councils were without a permanent {role}",
  "which councils lacked a permanent {role}",
  "which councils had the longest vacancies for {role}",
  "which councils had an interim {role}",
  "how long did {organisation} go without a permanent {role}",
  "how long did {organisation} lack a permanent {role}",
  "how long was the {role} post vacant at {organisation}",
  "how long was {organisation} 's {role} post vacant",
  "how long was the post of {role} vacant at {organisation}",
  "how long were the gaps between {role} at {organisation}",
  "when was the {role} post vacant at {organisation}",
  "when was the post of {role} vacant at {organisation}",
  "when did {organisation} have an interim {role}",
  "when did {organisation} lack a permanent {role}",
  "when did {organisation} go without a permanent {role}",
  "did {organisation} have an interim {role}",
  "did {organisation} go without a permanent {role}",
  "was {organisation} without a permanent {role}",
  "was there a gap between {role} at {organisation}",
  "which gaps were there between {role} at {organisation}",
  "gaps between {role} at {organisation}",
  "longest vacancies for {role}",
  "longest gaps between {role}",
  "longest vacancies at {organisation}",
  "vacancies for {role} at {organisation}",
  "times without a permanent {role}",
  "times with no permanent {role}",
  "times without a permanent {role} at {organisation}",
  "times with no permanent {role} at {organisation}",
]

[parameters.organisation]
type = "entity"
class = "Organisation"
example = "Bradford"
meaning = "Only at this council, trust or body: a name or an id."

[parameters.role]
type = "concept"
scheme = "role"
default = "director of children's services"
example = "DCS"
meaning = "The post's kind, by any of its names."

[parameters.as_of]
type = "date"
example = "2021"
meaning = "Only spells that may have been on that day, or some day of that month, year or interval."

[columns.organisation]
type = "text"
meaning = "Where the post is."

[columns.role]
type = "text"
meaning = "The kind of post."

[columns.from]
type = "date"
meaning = "The first day without a permanent holder, as known (EDTF)."

[columns.to]
type = "date"
meaning = "The last such day, as known (EDTF)."

[columns.days]
type = "number"
meaning = "How many days at most lie between the two holders."

[columns.before]
type = "text"
meaning = "The permanent holder before."

[columns.after]
type = "text"
meaning = "The permanent holder after."

[columns.meanwhile]
type = "list"
meaning = "Who held the post as interim or acting between them, as far as documents tell."

[columns.certainty]
type = "text"
meaning = "\"certain\" when both dates are known to the day and no document leaves room for another, else \"possible\"."

[columns.sources]
type = "sources"
meaning = "The claims that support the row: document, title, published, quote, url, claim, page."

[columns.organisation_id]
type = "id"
meaning = "The organisation's id."

[columns.before_id]
type = "id"
meaning = "The id of the permanent holder before."

[columns.after_id]
type = "id"
meaning = "The id of the permanent holder after."
*/
MATCH (organisation:Organisation)<-[:POST_IN]-(post:Role)<-[:IN_ROLE]-(tenure:Tenure)-[:HOLDER]->(person:Person)
WHERE post.roleKind = $role
  AND ($organisation IS NULL OR organisation.id = $organisation)
  AND NOT coalesce(tenure.interim, false)
  AND tenure.status <> 'planned'
WITH organisation, post, tenure, person,
  coalesce(tenure.startEarliest, tenure.startLatest, tenure.attestedEarliest, tenure.endEarliest, tenure.endLatest) AS time
WHERE time IS NOT NULL
ORDER BY post.id, time, tenure.id
WITH organisation, post, collect({tenure: tenure, person: person}) AS held
WHERE size(held) > 1
UNWIND range(1, size(held) - 1) AS place
WITH organisation, post, held[place - 1] AS before, held[place] AS after
WITH *, before.tenure.endEarliest AS gone, after.tenure.startLatest AS come
WHERE gone IS NOT NULL AND come IS NOT NULL AND duration.inDays(gone, come).days > 1
  AND coalesce(gone <= $as_of_latest, true)
  AND coalesce(come >= $as_of_earliest, true)
WITH *, duration.inDays(gone, come).days - 1 AS days
CALL (post, gone, come) {
  OPTIONAL MATCH (post)<-[:IN_ROLE]-(between:Tenure)-[:HOLDER]->(who:Person)
  WHERE between.interim
    AND coalesce(between.startEarliest, between.attestedEarliest, between.endEarliest) < come
    AND coalesce(between.endLatest, between.attestedLatest, between.startLatest) > gone
  WITH between, who
  ORDER BY coalesce(between.startEarliest, between.attestedEarliest, between.endEarliest), who.name
  RETURN collect(DISTINCT who.name) AS meanwhile, collect(between) AS tenures
}
WITH *,
  right('000000' + toString(999999 - days), 6) + ' ' + toLower(organisation.name) + ' ' + after.tenure.id AS cursor,
  [before.tenure, after.tenure] + tenures AS facts
WHERE $cursor IS NULL OR cursor > $cursor
CALL (facts) {
  UNWIND facts AS fact
  MATCH (fact)<-[:SUPPORTS]-(claim:Claim)-[:STATED_IN]->(document:Document)
  WITH DISTINCT claim, document
  ORDER BY document.publishedEarliest, document.id, claim.startOffset
  RETURN
    collect({
      document: document.id, title: document.title, published: document.published, quote: claim.quote,
      url: document.url, claim: claim.id, page: claim.page
    }) AS sources,
    min(claim.confidence) >= 0.5 AS stated
}
WITH *,
  stated AND before.tenure.endEarliest = before.tenure.endLatest
    AND after.tenure.startEarliest = after.tenure.startLatest AS certain
RETURN
  organisation.name AS organisation,
  post.roleKind AS role,
  before.tenure.end AS from,
  after.tenure.start AS to,
  days,
  before.person.name AS before,
  after.person.name AS after,
  meanwhile,
  CASE WHEN certain THEN 'certain' ELSE 'possible' END AS certainty,
  sources,
  organisation.id AS organisation_id,
  before.person.id AS before_id,
  after.person.id AS after_id,
  cursor
ORDER BY cursor
LIMIT $limit
