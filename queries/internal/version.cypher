/*
title = "The graph's version"
meaning = "How often the graph was written to, when last (null when never), and how many facts it has."
*/
OPTIONAL MATCH (lock:Lock {id: 'load'})
RETURN coalesce(lock.turn, 0) AS turn, lock.changed AS changed, COUNT { (:Fact) } AS facts
