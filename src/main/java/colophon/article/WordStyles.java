package colophon.article;

import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The styles of a DOCX file that hide the text they are given to. */
record WordStyles(Set<String> hidden) {

  static WordStyles read(byte @Nullable [] part) throws XMLStreamException {
    var hidden = new HashSet<String>();
    if (part == null) {
      return new WordStyles(hidden);
    }
    XMLStreamReader reader = WordReading.reader(part);
    String style = "";
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamReader.START_ELEMENT) {
        String name = reader.getLocalName();
        if (name.equals("style")) {
          style = WordBody.attribute(reader, "styleId");
        } else if (name.equals("vanish") && !style.isEmpty() && WordBody.isOn(reader)) {
          hidden.add(style);
        }
      }
    }
    return new WordStyles(hidden);
  }
}
