package colophon.edition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * An Atom entry document, read back.
 *
 * @param root the entry element
 * @param updated of this version
 */
record AtomEntry(
    Element root, OffsetDateTime updated, String link, String summary, String content) {

  /** Reads what {@link AtomEntryRenderer} writes; document types and entities are refused. */
  static AtomEntry read(byte[] xml) throws FeedFormatException {
    if (xml.length > EntryProof.MOST_BYTES) {
      throw new FeedFormatException(
          "expected an Atom entry of at most " + EntryProof.MOST_BYTES + " bytes");
    }
    try {
      var factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setExpandEntityReferences(false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      Element root = builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
      if (!AtomEntryRenderer.NAMESPACE.equals(root.getNamespaceURI())
          || !"entry".equals(root.getLocalName())) {
        throw new FeedFormatException("expected an Atom entry, found <" + root.getNodeName() + ">");
      }
      return new AtomEntry(
          root,
          OffsetDateTime.parse(child(root, "updated").getTextContent()),
          child(root, "link").getAttribute("href"),
          child(root, "summary").getTextContent(),
          child(root, "content").getTextContent());
    } catch (SAXException | DateTimeException e) {
      throw new FeedFormatException("expected an Atom entry: " + e.getMessage());
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException("an entry in memory could not be read", e);
    }
  }

  private static Element child(Element parent, String name) throws FeedFormatException {
    NodeList found = parent.getElementsByTagNameNS(AtomEntryRenderer.NAMESPACE, name);
    if (found.getLength() == 0) {
      throw new FeedFormatException("the Atom entry has no <" + name + ">");
    }
    return (Element) found.item(0);
  }
}
