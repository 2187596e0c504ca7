"""Reads the article texts: a header of `key: value` lines, an empty line, then paragraphs.

A paragraph of fewer than eight words without a full stop at its end is a subhead.
"""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

NOTICE = ("SAMPLE: written for the Colophon project; the outlet and the people it quotes are fictional, "
          "and details may be invented.")

# slug: name, template, what the outlet says of itself
OUTLETS = {
    "harbour-post": ("Harbour Post", "modern", "News from the harbour to the hills, and the home of Harbour Wire"),
    "westmere-courier": ("Westmere Courier", "modern", "The morning paper of Westmere"),
    "tidewater-science": ("Tidewater Science", "modern", "Reporting on seas, ice and weather"),
    "pureungang-ilbo": ("푸른강일보", "korean", "강처럼 맑은 눈으로"),
    "pacific-ledger": ("Pacific Ledger", "table", "Trade and finance around the ocean"),
    "eastgate-tribune": ("Eastgate Tribune", "table", "Established 1871"),
    "the-lantern": ("The Lantern", "blog", "Essays and analysis, five days a week"),
    "counting-house": ("Counting House", "blog", "Money, markets and the people who set the price of both"),
    "windward-daily": ("Windward Daily", "blog", "Everything that moves by wind"),
    "millbrook-gazette": ("Millbrook Gazette", "plain", "Your town, twice a day"),
    "northlight-forum": ("Northlight Policy Forum", "pdf", "Research on trade and security"),
    "saltmarsh-institute": ("Saltmarsh Institute for Asian Affairs", "docx", "Independent research since 1988"),
    "aldermouth-council": ("Aldermouth Town Council", "council", "Town Hall, North Quay, Aldermouth"),
    "aldermouth-echo": ("Aldermouth Echo", "modern", "The town's own paper"),
}


@dataclass
class Article:
    outlet: str
    slug: str
    fields: dict
    paragraphs: list
    path: str = ""
    media_type: str = "text/html"
    extras: dict = field(default_factory=dict)

    @property
    def outlet_name(self):
        return OUTLETS[self.outlet][0]

    @property
    def template(self):
        return OUTLETS[self.outlet][1]

    @property
    def tagline(self):
        return OUTLETS[self.outlet][2]

    @property
    def published(self):
        return datetime.fromisoformat(self.fields["published"])

    @property
    def updated(self):
        return datetime.fromisoformat(self.fields.get("updated", self.fields["published"]))

    @property
    def canonical(self):
        page = self.fields.get("canonical-of", self.slug)
        return f"https://{self.outlet}.example/{self.published:%Y/%m/%d}/{page}"

    @property
    def tags(self):
        return [tag.strip() for tag in self.fields.get("tags", "").split(",") if tag.strip()]

    def __getattr__(self, name):
        try:
            return self.fields[name]
        except KeyError:
            raise AttributeError(name) from None


def is_subhead(paragraph):
    return (len(paragraph.split()) < 9 and paragraph[0] != "!"
            and not paragraph.endswith((".", ".”", '."', "다.")))


def read(path: Path) -> Article:
    outlet, slug = path.stem.split("--")
    head, body = path.read_text(encoding="utf-8").split("\n\n", 1)
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    return Article(outlet, slug, fields, [p.strip() for p in body.strip().split("\n\n")])


def read_all(folder: Path):
    articles = [read(path) for path in sorted(folder.glob("*.txt"))]
    return sorted(articles, key=lambda a: (a.updated, a.outlet))
