package colophon.article;

import colophon.text.NormalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a WordprocessingML document (ISO/IEC 29500-1, section 17): paragraphs of
 * visible runs; deleted, vanished, white and tiny runs apart.
 */
final class WordBody {

  /** Half-points; smaller text is not read by people. */
  private static final int TINY_HALF_POINTS = 5;

  private static final int MOST_HIDDEN = 100;

  private final WordStyles styles;
  private final List<String> paragraphs = new ArrayList<>();
  private final List<HiddenText> hidden = new ArrayList<>();
  private final StringBuilder paragraph = new StringBuilder();
  private final StringBuilder cut = new StringBuilder();
  private String cutBy = "";
  private @Nullable String title;
  private boolean titled;
  private int deleted;
  private int skipped;
  private boolean inProperties;
  private boolean inParagraphProperties;
  private boolean shaded;
  private boolean ground;
  private boolean inText;
  private @Nullable String runHidden;

  WordBody(WordStyles styles) {
    this.styles = styles;
  }

  List<String> paragraphs() {
    return paragraphs;
  }

  List<HiddenText> hidden() {
    return hidden;
  }

  /** The paragraph in the style of a title; null where there is none. */
  @Nullable String title() {
    return title;
  }

  void read(XMLStreamReader reader) throws XMLStreamException {
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        start(reader);
      } else if (event == XMLStreamReader.END_ELEMENT) {
        end(reader.getLocalName());
      } else if (event == XMLStreamReader.CHARACTERS || event == XMLStreamReader.CDATA) {
        if (inText && skipped == 0) {
          text(reader.getText());
        }
      }
    }
    finish();
  }

  private void start(XMLStreamReader reader) {
    String name = reader.getLocalName();
    switch (name) {
      case "p" -> {
        finish();
        titled = false;
      }
      case "pPr" -> inParagraphProperties = true;
      case "rPr" -> inProperties = true;
      case "pStyle" -> titled = attribute(reader, "val").toLowerCase(Locale.ROOT).equals("title");
      case "r" -> {
        runHidden = null;
        shaded = false;
      }
      case "del", "moveFrom" -> deleted++;
      // The fallback repeats what the choice before it says.
      case "Fallback", "instrText", "delInstrText" -> skipped++;
      case "t", "delText" -> inText = true;
      case "tab" -> text(inProperties || inParagraphProperties ? "" : " ");
      case "br", "cr" -> text("\n");
      case "noBreakHyphen" -> text("-");
      default -> property(reader, name);
    }
  }

  private void property(XMLStreamReader reader, String name) {
    if (!inProperties) {
      if (name.equals("shd")) {
        ground = isShade(reader);
      }
      return;
    }
    String value = attribute(reader, "val");
    String how =
        switch (name) {
          case "vanish", "specVanish", "webHidden" -> isOn(reader) ? "vanished run" : null;
          case "rStyle" -> styles.hidden().contains(value) ? "vanished run" : null;
          case "color" -> isWhite(value) && !shaded && !ground ? "white text" : null;
          case "sz" -> isTiny(value) ? "tiny text" : null;
          default -> null;
        };
    if (name.equals("shd") || name.equals("highlight")) {
      shaded = isShade(reader) || name.equals("highlight");
      if (shaded && "white text".equals(runHidden)) {
        runHidden = null;
      }
    }
    // The properties of a paragraph's mark say nothing of its text.
    if (how != null && !inParagraphProperties && runHidden == null) {
      runHidden = how;
    }
  }

  private void end(String name) {
    switch (name) {
      case "pPr" -> inParagraphProperties = false;
      case "rPr" -> inProperties = false;
      case "del", "moveFrom" -> deleted--;
      case "Fallback", "instrText", "delInstrText" -> skipped--;
      case "t", "delText" -> inText = false;
      case "p" -> finish();
      case "tc" -> ground = false;
      default -> {
        // Other elements hold no text of their own.
      }
    }
  }

  private void text(String words) {
    String how = deleted > 0 ? "deleted text" : runHidden;
    if (how == null) {
      paragraph.append(words);
      return;
    }
    if (!how.equals(cutBy)) {
      report();
      cutBy = how;
    }
    cut.append(words);
  }

  private void report() {
    if (!cut.toString().isBlank() && hidden.size() < MOST_HIDDEN) {
      hidden.add(HiddenTexts.of(cutBy, cut.toString()));
    }
    cut.setLength(0);
  }

  private void finish() {
    report();
    String text = NormalText.of(paragraph.toString());
    paragraph.setLength(0);
    if (!text.isEmpty()) {
      if (titled && title == null) {
        title = text;
      }
      paragraphs.add(text);
    }
  }

  static String attribute(XMLStreamReader reader, String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return "";
  }

  static boolean isOn(XMLStreamReader reader) {
    return !attribute(reader, "val").matches("(?i)0|false|off");
  }

  private static boolean isShade(XMLStreamReader reader) {
    return !attribute(reader, "fill").matches("(?i)auto|ffffff|");
  }

  private static boolean isWhite(String value) {
    Colour colour = Colour.read("#" + value.toLowerCase(Locale.ROOT));
    return colour != null && colour.isLike(Colour.WHITE);
  }

  private static boolean isTiny(String halfPoints) {
    return halfPoints.matches("\\d{1,4}") && Integer.parseInt(halfPoints) < TINY_HALF_POINTS;
  }
}
