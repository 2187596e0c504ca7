package colophon.grounding;

import colophon.text.Language;
import java.util.List;
import java.util.Set;

/** The figures of a text, without its dates. */
final class Figures {

  private static final Set<String> COMMA_DECIMALS =
      Set.of(
          "de", "fr", "es", "it", "pt", "nl", "da", "no", "sv", "fi", "pl", "cs", "ru", "uk", "tr",
          "id");

  private Figures() {}

  /**
   * Reads a text.
   *
   * @param evidence whether to read what only says a number in passing ("both", "an hour"), as
   *     evidence is read
   */
  static List<Figure> of(String text, Language language, boolean evidence) {
    String plain = Typography.plain(text);
    return of(plain, DateReader.in(plain), language, evidence);
  }

  /** Reads a plain text whose dates are known. */
  static List<Figure> of(
      String plain, List<DateMention> dates, Language language, boolean evidence) {
    String rest = DateReader.without(plain, dates);
    return new FigureReader(rest, COMMA_DECIMALS.contains(language.tag()), evidence).figures();
  }
}
