/*
title = "How much is in the graph"
meaning = "The number of nodes of the classes that people count."
*/
RETURN
  COUNT { (:Document) } AS Document,
  COUNT { (:Claim) } AS Claim,
  COUNT { (:Person) } AS Person,
  COUNT { (:Council) } AS Council,
  COUNT { (:Trust) } AS Trust,
  COUNT { (:Tenure) } AS Tenure,
  COUNT { (:Inspection) } AS Inspection,
  COUNT { (:Direction) } AS Direction
