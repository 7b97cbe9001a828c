"""A page as a browser meets it: what it names and what in it could run."""

from html.parser import HTMLParser


class Links(HTMLParser):
    """The addresses that a page names, and the elements and attributes that could run something but our own files."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.ids: list[str] = []
        self.active: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Gather from one element."""
        for name, value in attrs:
            if name in ("href", "src"):
                self.addresses.append(value or "")
            if name == "id":
                self.ids.append(value or "")
            runs = name in ("href", "src", "action", "formaction") and (value or "").lower().startswith("javascript:")
            if name == "style" or name.startswith("on") or runs:
                self.active.append(f"{tag} {name}")
        ours = tag == "script" and (dict(attrs).get("src") or "").startswith("/static/")
        if tag in ("script", "style", "iframe", "object", "embed") and not ours:
            self.active.append(tag)
