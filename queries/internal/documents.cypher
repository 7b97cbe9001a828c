/*
title = "Documents"
meaning = "Documents whose title, id or publisher has $words, after the place $cursor in the order of their ids, at most $limit, each with the number of its claims."
*/
MATCH (document:Document)
WHERE ($words = '' OR toLower(document.id + ' ' + coalesce(document.title, '') + ' ' + coalesce(document.publisher, '')) CONTAINS toLower($words))
  AND ($cursor IS NULL OR document.id > $cursor)
WITH document
ORDER BY document.id
LIMIT $limit
RETURN
  document.id AS id,
  coalesce(document.title, document.id) AS title,
  document.publisher AS publisher,
  document.published AS published,
  document.url AS url,
  document.mediaType AS media_type,
  COUNT { (document)<-[:STATED_IN]-(:Claim) } AS claims
ORDER BY id
