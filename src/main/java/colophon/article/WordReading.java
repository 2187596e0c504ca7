package colophon.article;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.tika.utils.XMLReaderUtils;
import org.jspecify.annotations.Nullable;

/** A DOCX file into its visible paragraphs. Headers and footers are other parts and stay out. */
final class WordReading {

  /** The largest part read, in bytes after inflation. */
  static final int MOST_PART_BYTES = 24 * 1024 * 1024;

  private static final int MOST_PARTS = 5_000;
  private static final String DOCUMENT = "word/document.xml";
  private static final String STYLES = "word/styles.xml";
  private static final String CORE = "docProps/core.xml";

  private WordReading() {}

  static DocumentText read(byte[] document) throws IOException, UnreadableDocumentException {
    Map<String, byte[]> parts = parts(document);
    byte[] main = parts.get(DOCUMENT);
    if (main == null) {
      throw new UnreadableDocumentException(
          "This is a ZIP file without a Word document in it; give the DOCX file itself.");
    }
    try {
      var body = new WordBody(WordStyles.read(parts.get(STYLES)));
      XMLStreamReader reader = reader(main);
      body.read(reader);
      Map<String, String> facts = facts(parts.get(CORE));
      return new DocumentText(
          facts.getOrDefault("title", body.title()),
          facts.get("creator"),
          facts.get("publisher"),
          facts.get("created"),
          facts.get("language"),
          body.paragraphs(),
          body.hidden(),
          null,
          null);
    } catch (XMLStreamException e) {
      throw new UnreadableDocumentException(
          "The DOCX file is damaged: its document part is not well-formed XML; open it in a word"
              + " processor and save it again.");
    }
  }

  static XMLStreamReader reader(byte[] part) throws XMLStreamException {
    // Tika's factory resolves no entities and loads nothing from outside.
    return XMLReaderUtils.getXMLInputFactory()
        .createXMLStreamReader(new ByteArrayInputStream(part));
  }

  private static Map<String, byte[]> parts(byte[] document)
      throws IOException, UnreadableDocumentException {
    var parts = new HashMap<String, byte[]>();
    int seen = 0;
    try (var zip = new ZipInputStream(new ByteArrayInputStream(document))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (seen++ > MOST_PARTS) {
          throw new UnreadableDocumentException(
              "The DOCX file has more than "
                  + MOST_PARTS
                  + " parts and was not read; save its text as a smaller file.");
        }
        String name = entry.getName();
        if (name.equals(DOCUMENT) || name.equals(STYLES) || name.equals(CORE)) {
          parts.put(name, part(zip));
        } else {
          skip(zip);
        }
      }
    } catch (ZipException e) {
      throw new UnreadableDocumentException(
          "The DOCX file is damaged: its ZIP package is broken; ask its publisher for a sound copy.");
    }
    return parts;
  }

  private static byte[] part(ZipInputStream zip) throws IOException, UnreadableDocumentException {
    byte[] bytes = zip.readNBytes(MOST_PART_BYTES + 1);
    if (bytes.length > MOST_PART_BYTES) {
      throw tooLarge();
    }
    return bytes;
  }

  private static void skip(ZipInputStream zip) throws IOException, UnreadableDocumentException {
    byte[] buffer = new byte[16 * 1024];
    long total = 0;
    for (int count = zip.read(buffer); count >= 0; count = zip.read(buffer)) {
      total += count;
      if (total > 16L * MOST_PART_BYTES) {
        throw tooLarge();
      }
    }
  }

  private static UnreadableDocumentException tooLarge() {
    return new UnreadableDocumentException(
        "The DOCX file grows beyond "
            + MOST_PART_BYTES / 1024 / 1024
            + " MiB when it is unpacked and was not read; save its text as a smaller file.");
  }

  private static Map<String, String> facts(byte @Nullable [] core) throws XMLStreamException {
    var facts = new HashMap<String, String>();
    if (core == null) {
      return facts;
    }
    XMLStreamReader reader = reader(core);
    String open = "";
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        open = reader.getLocalName();
      } else if (event == XMLStreamReader.CHARACTERS && !reader.isWhiteSpace()) {
        facts.merge(open, reader.getText().strip(), String::concat);
      } else if (event == XMLStreamReader.END_ELEMENT) {
        open = "";
      }
    }
    return facts;
  }
}
