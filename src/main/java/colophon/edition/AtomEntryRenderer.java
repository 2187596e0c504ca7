package colophon.edition;

import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The brief as an Atom entry document (RFC 4287); {@link FeedRenderer} gathers them. */
record AtomEntryRenderer() implements Renderer {

  static final String NAME = "brief.atom.xml";
  static final String NAMESPACE = "http://www.w3.org/2005/Atom";

  @Override
  public Artefact render(Layout layout) {
    var bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter out =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
      out.writeStartDocument("UTF-8", "1.0");
      out.writeCharacters("\n");
      out.writeStartElement("entry");
      out.writeDefaultNamespace(NAMESPACE);
      out.writeAttribute("xml:lang", layout.language());
      element(out, "id", Identity.brief(layout.plan()));
      element(out, "title", layout.title());
      element(out, "updated", FeedDates.text(layout.publishedAt()));
      element(out, "published", FeedDates.text(layout.firstPublishedAt()));
      link(out, "alternate", "text/html", layout.permalink().toString());
      link(out, "describedby", "application/json", layout.versionLink() + "record.json");
      out.writeStartElement("author");
      element(out, "name", layout.imprint().publisher());
      out.writeEndElement();
      text(out, "summary", "text", EntryContent.summary(layout));
      text(out, "content", "html", EntryContent.html(layout));
      out.writeEndElement();
      out.writeCharacters("\n");
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("an entry could not be written to memory", e);
    }
    return new Artefact(NAME, "application/atom+xml; charset=utf-8", bytes.toByteArray());
  }

  static void element(XMLStreamWriter out, String name, String text) throws XMLStreamException {
    out.writeStartElement(name);
    out.writeCharacters(text);
    out.writeEndElement();
  }

  private static void text(XMLStreamWriter out, String name, String type, String text)
      throws XMLStreamException {
    out.writeStartElement(name);
    out.writeAttribute("type", type);
    out.writeCharacters(text);
    out.writeEndElement();
  }

  static void link(XMLStreamWriter out, String relation, String type, String address)
      throws XMLStreamException {
    out.writeEmptyElement("link");
    out.writeAttribute("rel", relation);
    out.writeAttribute("type", type);
    out.writeAttribute("href", address);
  }
}
