"""A hook of MkDocs: collects the pages of the site from the repository, and adapts them.

The menu is made of docs/README.md, so that a page is listed once; links to what is not on the site lead to the repository.
"""

import posixpath
import re
import shutil
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.structure.nav import Link

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "target" / "site-pages"
PROJECT = re.search("<project.home>(.*?)<", (ROOT / "upstart-bom/pom.xml").read_text())[1]
LINK = re.compile(r"(\]\()(?!https?:|mailto:|#)([^)#\s]+)")
FENCE = re.compile(r"^(```.*?^```$)", re.MULTILINE | re.DOTALL)
CELL = re.compile(r"<td.*?</td>", re.DOTALL)
LIST_AFTER_TEXT = re.compile(r"^(?![-*|#>\s]|\d+\. )(.+)\n(?=- |\d+\. )", re.MULTILINE)


def collect():
    for old in PAGES.iterdir():
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE"):
        shutil.copy(ROOT / name, PAGES)
    for name in ("docs", "examples"):
        shutil.copytree(ROOT / name, PAGES / name, ignore=shutil.ignore_patterns("target", "overview.html"))
    shutil.copy(ROOT / "site" / "site.css", PAGES)


def on_config(config):
    collect()
    config["nav"] = [{"Overview": "README.md"}] + sections() + [
        {"Project": ["CHANGELOG.md", "CONTRIBUTING.md", {"Examples": "examples/README.md"}]}
    ]
    return config


def sections():
    """The menu: each heading of docs/README.md with the pages that are linked below it."""
    seen, menu = set(), []
    for block in re.split(r"^## ", (PAGES / "docs/README.md").read_text(), flags=re.MULTILINE)[1:]:
        pages = [p for p in re.findall(r"\]\(([\w-]+\.md)\)", block) if p not in seen]
        seen.update(pages)
        menu.append({block.splitlines()[0]: ["docs/" + page for page in pages]})
    missing = {p.name for p in (PAGES / "docs").glob("*.md")} - seen - {"README.md"}
    if missing:
        raise PluginError(f"docs/README.md does not list {', '.join(sorted(missing))}")
    return [{"Documents": "docs/README.md"}] + menu


def on_nav(nav, config, files):
    nav.items.append(Link("Javadoc", "javadoc/index.html"))
    return nav


def on_page_markdown(markdown, page, config, files):
    if page.file.src_path == "README.md":
        markdown = with_picture(markdown)
    parts = FENCE.split(markdown)
    parts[::2] = [adapt(part, page.file.src_path) for part in parts[::2]]
    return "".join(parts)


def on_page_content(html, page, config, files):
    """GitHub needs a backslash before a bar in a table, also in code, and Python's Markdown shows it."""
    return CELL.sub(lambda cell: cell[0].replace("\\|", "|"), html)


def with_picture(markdown):
    """The front page also shows the picture of the architecture, as its own page does."""
    picture = re.search(r"^!\[.*?\]\(architecture\.svg\)$", (PAGES / "docs/architecture.md").read_text(), re.MULTILINE)[0]
    return markdown.replace("## Modules\n", "## Modules\n\n" + picture.replace("(arch", "(docs/arch") + "\n", 1)


def adapt(text, source):
    """GitHub starts a list without a blank line before it, and Python's Markdown does not."""
    text = LIST_AFTER_TEXT.sub(r"\1\n\n", text)
    return LINK.sub(lambda match: match[1] + target(match[2], source), text)


def target(link, source):
    path = posixpath.normpath(posixpath.join(posixpath.dirname(source), link))
    if not (ROOT / path).exists():
        raise PluginError(f"{source}: the link to {link} leads nowhere")
    if (PAGES / path).is_file():
        return link
    if (PAGES / path / "README.md").is_file():
        return posixpath.join(link, "README.md")
    return f"{PROJECT}/{'tree' if (ROOT / path).is_dir() else 'blob'}/main/{path}"
