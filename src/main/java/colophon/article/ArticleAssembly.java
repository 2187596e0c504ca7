package colophon.article;

import colophon.capture.Captured;
import colophon.kernel.TextSpan;
import colophon.text.Language;
import colophon.text.Languages;
import colophon.text.NormalText;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reading into an article: normal form, numbered passages, and what must not be cited cut. */
final class ArticleAssembly {

  /** The most passages of one article; what follows is left out and reported. */
  static final int MOST_PASSAGES = 2_000;

  /** Fewer letters than this are no text to work with. */
  static final int FEWEST_LETTERS = 25;

  /** A language shows in the opening. */
  private static final int JUDGED_CHARACTERS = 1_200;

  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_OPENING = 100;

  private ArticleAssembly() {}

  /** The article, or that there is no text in it. */
  static Extraction assemble(Captured captured, Reading reading) {
    var hidden = new ArrayList<>(reading.hidden());
    var characters = new HiddenCharacters();
    var passages = new ArrayList<String>();
    for (String raw : reading.passages()) {
      String passage = NormalText.line(characters.cut(raw));
      passage = SampleNotice.cut(passage, hidden);
      if (!passage.isEmpty()) {
        passages.add(passage);
      }
    }
    hidden.addAll(characters.report());
    String credit = AgencyCredit.find(passages, reading.authors());
    cutCreditLines(passages, hidden);
    limit(passages, hidden);
    long letters =
        passages.stream().flatMapToInt(String::codePoints).filter(Character::isLetter).count();
    if (letters < FEWEST_LETTERS) {
      return new Extraction.Empty(emptiness(reading, hidden, letters));
    }
    return new Extraction.Extracted(article(captured, reading, credit, passages, hidden));
  }

  private static Article article(
      Captured captured,
      Reading reading,
      @Nullable String credit,
      List<String> passages,
      List<HiddenText> hidden) {
    String text = String.join("\n\n", passages);
    URI address = reading.canonical() == null ? captured.snapshot().landed() : reading.canonical();
    return new Article(
        Article.idOf(address, text),
        address,
        readerLink(captured, reading),
        captured.snapshot().digest(),
        captured.source().id(),
        outlet(captured, reading),
        title(captured, reading, passages),
        authors(captured, reading),
        credit,
        published(captured, reading),
        language(reading, text),
        text,
        numbered(passages),
        hidden,
        reading.extraction());
  }

  private static List<Passage> numbered(List<String> passages) {
    var numbered = new ArrayList<Passage>();
    int start = 0;
    for (String passage : passages) {
      int length = passage.codePointCount(0, passage.length());
      numbered.add(
          new Passage(
              numbered.size() + 1,
              new TextSpan(start, start + length),
              InstructionSigns.find(passage)));
      start += length + 2;
    }
    return numbered;
  }

  private static String emptiness(Reading reading, List<HiddenText> hidden, long letters) {
    return letters == 0 && !hidden.isEmpty()
        ? "The document holds no running text that a reader can see; what it hides was cut out."
        : reading.emptiness();
  }

  /** A line that does nothing but credit an agency tells of no event. */
  private static void cutCreditLines(List<String> passages, List<HiddenText> hidden) {
    for (int i = passages.size() - 1; i >= 0; i--) {
      boolean edge =
          i < AgencyCredit.OPENING_PASSAGES || i >= passages.size() - AgencyCredit.CLOSING_PASSAGES;
      if (edge && AgencyCredit.inLine(passages.get(i)) != null) {
        hidden.add(HiddenTexts.of("agency credit", passages.remove(i)));
      }
    }
  }

  private static void limit(List<String> passages, List<HiddenText> hidden) {
    if (passages.size() > MOST_PASSAGES) {
      List<String> rest = passages.subList(MOST_PASSAGES, passages.size());
      hidden.add(HiddenTexts.of("beyond " + MOST_PASSAGES + " passages", rest.getFirst()));
      rest.clear();
    }
  }

  private static @Nullable URI readerLink(Captured captured, Reading reading) {
    URI canonical = reading.canonical();
    return canonical != null ? canonical : captured.snapshot().readerLink();
  }

  private static String outlet(Captured captured, Reading reading) {
    String named = reading.outlet() == null ? captured.hint().outlet() : reading.outlet();
    String shown = named == null ? "" : line(named);
    return shown.isEmpty() ? captured.source().outlet() : shown;
  }

  private static String title(Captured captured, Reading reading, List<String> passages) {
    String title = reading.title() == null ? "" : line(reading.title());
    if (title.isEmpty() && captured.hint().title() != null) {
      title = line(captured.hint().title());
    }
    if (title.isEmpty()) {
      title = cut(passages.getFirst(), LONGEST_OPENING);
    }
    return cut(title, LONGEST_TITLE);
  }

  private static String cut(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    int end = text.offsetByCodePoints(0, most - 1);
    int space = text.lastIndexOf(' ', end);
    return text.substring(0, space > end / 2 ? space : end).stripTrailing() + "…";
  }

  private static List<String> authors(Captured captured, Reading reading) {
    List<String> found =
        reading.authors().isEmpty() ? captured.hint().authors() : reading.authors();
    return found.stream().map(ArticleAssembly::line).filter(name -> !name.isEmpty()).toList();
  }

  private static @Nullable OffsetDateTime published(Captured captured, Reading reading) {
    return reading.published() == null ? captured.hint().published() : reading.published();
  }

  /** A declaration is often a template's; the text itself is believed where it is clear. */
  private static Language language(Reading reading, String text) {
    Language told = Languages.detect(text.substring(0, Math.min(text.length(), JUDGED_CHARACTERS)));
    if (!told.equals(Language.UNKNOWN) || reading.language() == null) {
      return told;
    }
    return reading.language();
  }

  private static String line(String text) {
    return NormalText.line(NormalText.withoutInvisible(text));
  }
}
