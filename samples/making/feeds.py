"""The three feeds. Each page under samples/sources stands in exactly one of them."""

import json
from email.utils import format_datetime
from html import escape

from article import NOTICE

FEEDS = {
    "wire.xml": ("harbour-post", "eastgate-tribune", "millbrook-gazette"),
    "atom.xml": ("pacific-ledger", "westmere-courier", "counting-house", "saltmarsh-institute"),
    "feed.json": ("the-lantern", "tidewater-science", "windward-daily", "northlight-forum", "pureungang-ilbo"),
}


def identifier(article):
    return f"{article.canonical}?v={article.updated:%Y%m%d}" if article.updated != article.published else article.canonical


def rss(articles):
    items = "".join(f"""
    <item>
      <title>{escape(a.title, quote=False)}</title>
      <link>{a.path}</link>
      <guid isPermaLink="false">{identifier(a)}</guid>
      <pubDate>{format_datetime(a.updated)}</pubDate>
      <dc:creator>{a.author}</dc:creator>
      <category>{a.section}</category>
      <description>{escape(a.dek, quote=False)}</description>
      <source url="https://{a.outlet}.example/rss.xml">{a.outlet_name}</source>
    </item>""" for a in articles)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>Sample wire</title>
    <link>https://harbour-post.example/</link>
    <description>{NOTICE}</description>
    <language>en</language>
    <lastBuildDate>{format_datetime(max(a.updated for a in articles))}</lastBuildDate>
    <atom:link rel="self" type="application/rss+xml" href="wire.xml"/>{items}
  </channel>
</rss>
"""


def atom(articles):
    entries = "".join(f"""
  <entry>
    <title>{escape(a.title, quote=False)}</title>
    <id>{identifier(a)}</id>
    <link rel="alternate" type="{a.media_type}" href="{a.path}"/>
    <published>{a.published.isoformat()}</published>
    <updated>{a.updated.isoformat()}</updated>
    <author><name>{a.author}</name></author>
    <category term="{escape(a.section)}"/>
    <summary>{escape(a.dek, quote=False)}</summary>
    <source><id>https://{a.outlet}.example/</id><title>{a.outlet_name}</title><updated>{a.updated.isoformat()}</updated></source>
  </entry>""" for a in articles)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <title>Sample papers</title>
  <subtitle>{NOTICE}</subtitle>
  <id>https://pacific-ledger.example/atom.xml</id>
  <link rel="self" type="application/atom+xml" href="atom.xml"/>
  <updated>{max(a.updated for a in articles).isoformat()}</updated>{entries}
</feed>
"""


def json_feed(articles):
    items = []
    for a in articles:
        item = {"id": identifier(a), "url": a.path, "title": a.title, "summary": a.dek, "content_text": a.dek,
                "date_published": a.published.isoformat(), "authors": [{"name": a.author}], "tags": a.tags,
                "language": "ko" if a.template == "korean" else "en",
                "_outlet": {"name": a.outlet_name, "home_page_url": f"https://{a.outlet}.example/"}}
        if a.media_type != "text/html":
            item["attachments"] = [{"url": a.path, "mime_type": a.media_type, "title": a.title}]
        items.append(item)
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Sample journals", "description": NOTICE,
            "home_page_url": "https://the-lantern.example/", "feed_url": "feed.json", "language": "en", "items": items}
    return json.dumps(feed, indent=2, ensure_ascii=False) + "\n"


WRITERS = {"wire.xml": rss, "atom.xml": atom, "feed.json": json_feed}


def write_feeds(folder, articles):
    for name, outlets in FEEDS.items():
        chosen = sorted((a for a in articles if a.outlet in outlets), key=lambda a: a.updated, reverse=True)
        (folder / name).write_text(WRITERS[name](chosen), encoding="utf-8")
