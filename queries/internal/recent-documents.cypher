/*
title = "The newest documents"
meaning = "The $limit documents that were published last, each with the number of its claims; those without a date come last."
*/
MATCH (document:Document)
RETURN
  document.id AS id,
  coalesce(document.title, document.id) AS title,
  document.publisher AS publisher,
  document.published AS published,
  COUNT { (document)<-[:STATED_IN]-(:Claim) } AS claims
ORDER BY document.publishedLatest IS NULL, document.publishedLatest DESC, id
LIMIT $limit
