/*
title = "Documents whose id holds some words"
meaning = "Ids of documents, to offer when one is unknown: those that contain $words first."
*/
MATCH (document:Document)
RETURN document.id AS id, document.title AS title
ORDER BY NOT toLower(document.id + ' ' + coalesce(document.title, '')) CONTAINS toLower($words), document.id
LIMIT $limit
