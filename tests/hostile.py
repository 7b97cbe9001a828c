"""Names and quotes that a document could bring in to run something in a reader's browser."""

PAYLOADS = (
    "<script>window.hit=1</script>",
    "</script><script>window.hit=1</script>",
    "<!--<script>",
    "--></script><svg onload=window.hit=1>",
    '"><img src=x onerror=window.hit=1>',
    "'><img src=//evil.example/x.png>",
    "<svg/onload=window.hit=1>",
    "<iframe srcdoc='<script>parent.hit=1</script>'></iframe>",
    "javascript:window.hit=1",
    "<b>bold</b><style>*{display:none}</style>",
    "{{ 7 * 7 }}{% include 'x' %}",
    "${window.hit=1}`;window.hit=1//",
    "line\u2028separator\u2029window.hit=1",
    "</style><link rel=stylesheet href=//evil.example/x.css>",
    "&lt;script&gt;window.hit=1&lt;/script&gt;",
    "\x00\x1b\ufeff<\u202escript>",
    "<a href='javascript:window.hit=1'>a</a>",
    "*/window.hit=1/*",
)
"""Each sets `window.hit`, asks evil.example, or breaks the page, where it is not shown as text."""

ADDRESSES = ("javascript:window.hit=1", "data:text/html,<script>parent.hit=1</script>", "//evil.example/x", "http://[")
"""Addresses of documents that must never become links."""
