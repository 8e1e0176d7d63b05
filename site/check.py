#!/usr/bin/python3
"""Checks a built site: check.py FOLDER. Each link and anchor leads somewhere, and nothing is loaded from elsewhere."""

import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

# what a browser loads by itself, by element and attribute
LOADED = {("script", "src"), ("img", "src"), ("link", "href"), ("iframe", "src"), ("source", "src"), ("image", "href")}
FOREIGN_STYLE = re.compile(r"""(?:url\(|@import)\s*["']?((?:https?:)?//[^"')\s]+)""")


class Page(HTMLParser):
    def __init__(self, file):
        super().__init__()
        self.anchors, self.links, self.loaded = set(), [], []
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.anchors.update(value for name, value in attributes if name in ("id", "name") and value)
        for name in ("href", "src"):
            if values.get(name):
                is_loaded = (tag, name) in LOADED and values.get("rel") not in ("canonical", "next", "prev")
                (self.loaded if is_loaded else self.links).append(values[name])


def problems(folder):
    pages = {file: Page(file) for file in sorted(folder.rglob("*.html"))}
    for file, page in pages.items():
        name = file.relative_to(folder)
        for link in page.loaded:
            if urlsplit(link).netloc:
                yield f"{name}: {link} is loaded from elsewhere"
        # the page for what is not found is shown at any path, so its links begin at the root
        base = folder if name.name == "404.html" else file.parent
        for link in page.links + page.loaded:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or link.startswith("javascript:"):
                continue
            path = unquote(parts.path)
            target = file if not path else folder / path.lstrip("/") if path.startswith("/") else (base / path).resolve()
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file():
                yield f"{name}: {link} leads nowhere"
            elif parts.fragment and target in pages and not has(pages[target], parts.fragment):
                yield f"{name}: {link}: there is no such anchor"
    for file in sorted(folder.rglob("*.css")):
        for found in FOREIGN_STYLE.findall(file.read_text(encoding="utf-8")):
            yield f"{file.relative_to(folder)}: {found} is loaded from elsewhere"


def has(page, fragment):
    return fragment in page.anchors or unquote(fragment) in page.anchors or fragment.startswith("__")


if __name__ == "__main__":
    found = list(problems(Path(sys.argv[1]).resolve()))
    print("\n".join(found[:50]), end="\n" if found else "")
    sys.exit(f"{len(found)} problems" if found else 0)
