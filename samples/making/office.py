"""PDF (printed from HTML by Chromium) and DOCX (built by hand), each with text that a reader cannot see."""

import re
import shutil
import subprocess
import tempfile
import zipfile
from datetime import timezone
from html import escape
from pathlib import Path

from article import NOTICE, is_subhead
from pages import shown_time

MARK = re.compile(r"\{\{(white|del|vanish):(.*?)\}\}", re.S)


def pdf_source(article):
    blocks = []
    for text in article.paragraphs:
        if is_subhead(text):
            blocks.append(f"<h2>{escape(text, quote=False)}</h2>")
        else:
            html = MARK.sub(r'<span class="white">\2</span>', escape(text, quote=False))
            blocks.append(f"<p>{html}</p>")
    body = "\n".join(blocks)
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{escape(article.title, quote=False)}</title>
<meta name="author" content="{escape(article.author)}">
<style>
@page {{ size: A4; margin: 22mm 24mm }}
body {{ font: 11pt/1.45 "Liberation Serif", serif; color: #111; background: #fff }}
h1, h2, .head, .foot {{ font-family: "Liberation Sans", sans-serif }}
h1 {{ font-size: 19pt; margin: 6pt 0 }} h2 {{ font-size: 12.5pt; margin: 12pt 0 3pt }}
p {{ margin: 0 0 7pt }}
.head, .foot {{ font-size: 8.5pt; color: #444 }}
.white {{ color: #fff }}
</style>
</head>
<body>
<p class="head">{article.outlet_name} · {article.section}</p>
<h1>{escape(article.title, quote=False)}</h1>
<p>By {article.author}<br>{shown_time(article.published)}</p>
{body}
<p class="foot">{NOTICE}</p>
</body>
</html>
"""


def chromium():
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def print_pdf(source: Path, target: Path, article):
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run([chromium(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                        "--no-pdf-header-footer", f"--user-data-dir={profile}", f"--print-to-pdf={target}",
                        source.resolve().as_uri()],
                       check=True, capture_output=True, timeout=120)
    target.write_bytes(dated(target.read_bytes(), article))


def dated(data: bytes, article):
    """Sets the document's dates to the publication time, byte for byte, so that the offsets in the file still hold."""
    stamp = article.published.astimezone(timezone.utc).strftime("D:%Y%m%d%H%M%S+00'00'").encode()
    data = re.sub(rb"(?<=/CreationDate \()[^)]*(?=\))|(?<=/ModDate \()[^)]*(?=\))",
                  lambda m: stamp if len(m.group()) == len(stamp) else m.group(), data)
    name = article.outlet_name.encode("ascii")
    return re.sub(rb"(?<=/Creator \()(?:[^()\\]|\\.)*(?=\))", lambda m: name.ljust(len(m.group()))[:len(m.group())], data, count=1)


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def run(text, properties=""):
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def deleted(text, article):
    day = article.published.astimezone(timezone.utc).strftime("%Y-%m-%dT08:00:00Z")
    return (f'<w:del w:id="101" w:author="{escape(article.author)}" w:date="{day}">'
            f'<w:r><w:delText xml:space="preserve">{escape(text, quote=False)}</w:delText></w:r></w:del>')


def paragraph(text, article, style=None):
    runs, position = [], 0
    for mark in MARK.finditer(text):
        runs.append(run(text[position:mark.start()]))
        kind, hidden = mark.groups()
        runs.append(deleted(hidden, article) if kind == "del" else run(hidden, "<w:vanish/>"))
        position = mark.end()
    if text[position:]:
        runs.append(run(text[position:]))
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def docx_parts(article):
    blocks = [paragraph(article.title, article, "Title"),
              paragraph(f"{article.outlet_name} · {article.section}", article),
              paragraph(f"{article.author}, {shown_time(article.published)}", article)]
    blocks += [paragraph(text, article, "Heading1" if is_subhead(text) else None) for text in article.paragraphs]
    blocks.append(paragraph(NOTICE, article))
    moment = article.published.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    style = ('<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
             '<w:pPr><w:spacing w:before="240" w:after="80"/></w:pPr><w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>')
    return {
        "[Content_Types].xml": f'{xml}<Types xmlns="{package}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main}.document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{main}.styles+xml"/>'
            '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": f'{xml}<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="rId1" Type="{office}/officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="rId2" Type="{package}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{xml}<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="rId1" Type="{office}/styles" Target="styles.xml"/></Relationships>',
        "word/document.xml": f'{xml}<w:document {WORD}><w:body>{"".join(blocks)}'
            '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1304" w:right="1304" w:bottom="1304" w:left="1304" '
            'w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>',
        "word/styles.xml": f'{xml}<w:styles {WORD}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
            '<w:pPr><w:spacing w:after="120"/></w:pPr><w:rPr><w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:style>'
            + style.format(id="Title", name="Title", size=36) + style.format(id="Heading1", name="heading 1", size=26) + "</w:styles>",
        "docProps/core.xml": f'{xml}<cp:coreProperties xmlns:cp="{package}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
            'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f'<dc:title>{escape(article.title)}</dc:title><dc:creator>{escape(article.author)}</dc:creator>'
            f'<dc:publisher>{escape(article.outlet_name)}</dc:publisher>'
            f'<dc:description>{escape(article.dek)}</dc:description><dc:language>en-GB</dc:language>'
            f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
            f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified></cp:coreProperties>',
    }


def write_docx(target: Path, article):
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in docx_parts(article).items():
            entry = zipfile.ZipInfo(name, (2026, 1, 12, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text)


def plain_text(article):
    body = "\n\n".join(text.upper() if is_subhead(text) else text for text in article.paragraphs)
    return (f"{article.title}\n\n{article.outlet_name}\nBy {article.author}\n"
            f"Published: {article.published.isoformat()}\n\n{body}\n\n{NOTICE}\n")
