/*
title = "Documents whose id or title holds some words"
meaning = "Ids of documents, to offer when one is unknown: first those that have most of $words, given in lower case, in their id or title."
*/
MATCH (document:Document)
WITH document, toLower(document.id + ' ' + coalesce(document.title, '')) AS told
RETURN document.id AS id, document.title AS title
ORDER BY size([word IN $words WHERE told CONTAINS word]) DESC, size(told), document.id
LIMIT $limit
