#!/usr/bin/env python3
"""Builds the sample pages, documents and feeds from the texts beside this script.

Needs Python 3.11 and, for the two PDFs, Chromium; without Chromium the PDFs that are there stay as they are.
"""

import sys
from pathlib import Path

sys.dont_write_bytecode = True

import feeds
import office
import pages
from article import read_all

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parent
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KINDS = {"html": "text/html", "pdf": "application/pdf", "docx": DOCX, "txt": "text/plain"}
WINDOWS_1252 = {"pacific-ledger/deep-reef.html"}


def kind(article):
    return article.fields.get("kind") or {"pdf": "pdf", "docx": "docx"}.get(article.template, "html")


def related(article, articles):
    others = [a for a in articles if a.outlet == article.outlet and a.slug != article.slug
              and a.canonical != article.canonical]
    found = [(a.path.split("/")[-1], a.title) for a in others if kind(a) == "html"][:2]
    return found + [("/archive", "All articles of the week"), ("/readers", "What our readers are asking")]


def write(article, target, articles):
    target.parent.mkdir(parents=True, exist_ok=True)
    match kind(article):
        case "html":
            charset = "windows-1252" if article.path in WINDOWS_1252 else "utf-8"
            options = {"charset": charset} if article.template == "table" else {}
            html = pages.TEMPLATES[article.template](article, related(article, articles), **options)
            target.write_bytes(html.encode(charset))
        case "docx":
            office.write_docx(target, article)
        case "txt":
            target.write_text(office.plain_text(article), encoding="utf-8")
        case "pdf":
            source = HERE / "pdf" / f"{article.outlet}--{article.slug}.html"
            source.parent.mkdir(exist_ok=True)
            source.write_text(office.pdf_source(article), encoding="utf-8")
            if office.chromium():
                office.print_pdf(source, target, article)
            else:
                print(f"no Chromium found: {article.path} left as it is")


def main():
    sources = read_all(HERE / "articles")
    documents = read_all(HERE / "documents")
    for article in sources:
        article.path, article.media_type = f"{article.outlet}/{article.slug}.{kind(article)}", KINDS[kind(article)]
    for article in documents:
        article.path, article.media_type = f"{article.slug}.{kind(article)}", KINDS[kind(article)]
    for folder, articles in (("sources", sources), ("documents", documents)):
        for article in articles:
            write(article, SAMPLES / folder / article.path, articles)
    feeds.write_feeds(SAMPLES / "sources", sources)
    print(f"{len(sources)} sources, {len(documents)} documents")


if __name__ == "__main__":
    main()
