/*
title = "Documents whose id holds some words"
meaning = "Ids of documents, to offer when one is unknown: first the one that has $words for its id or title, then those that contain them."
*/
MATCH (document:Document)
RETURN document.id AS id, document.title AS title
ORDER BY
  NOT $words IN [document.id, replace(document.id, 'document/', ''), document.title],
  NOT toLower(document.id + ' ' + coalesce(document.title, '')) CONTAINS toLower($words),
  document.id
LIMIT $limit
