package colophon.excerpt;

import colophon.kernel.TextSpan;
import colophon.text.Language;
import colophon.text.Languages;
import colophon.text.NormalText;
import colophon.text.Sentences;
import java.util.ArrayList;
import java.util.List;

/**
 * A text that somebody pasted, as its sentences in order, without markup and without the numbered
 * marks that our pages set.
 *
 * @param sentences none empty, at most {@link #MOST_SENTENCES}; lines that may be one wrapped
 *     sentence or several without a stop are one with line ends in it
 */
public record Excerpt(List<String> sentences) {

  /** The longest excerpt, in code points; about three thousand words. */
  public static final int MOST_CHARACTERS = 20_000;

  /** The longest pasted text with its markup, in UTF-16 units: a whole page of ours. */
  public static final int MOST_WITH_MARKUP = 400_000;

  /** The most sentences looked for. */
  public static final int MOST_SENTENCES = 400;

  /** A sentence is cut after so many words; no published one comes near. */
  static final int MOST_WORDS = 400;

  public Excerpt {
    sentences = List.copyOf(sentences);
  }

  /**
   * Reads what was pasted: plain text, HTML or Markdown.
   *
   * @throws ExcerptRefusedException where it is too long or holds no word
   */
  public static Excerpt read(String pasted) throws ExcerptRefusedException {
    if (pasted.length() > MOST_WITH_MARKUP) {
      throw tooLong(pasted.length() + " characters with its markup", MOST_WITH_MARKUP);
    }
    String text = NormalText.of(PastedMarkup.strip(pasted));
    int length = text.codePointCount(0, text.length());
    if (length > MOST_CHARACTERS) {
      throw tooLong(length + " characters", MOST_CHARACTERS);
    }
    Language language = Languages.detect(text);
    var sentences = new ArrayList<String>();
    for (TextSpan span : Sentences.split(text, language)) {
      addCut(span.in(text), sentences);
    }
    if (sentences.isEmpty()) {
      throw new ExcerptRefusedException(
          "The excerpt holds no word. Paste a sentence or more of a brief.");
    }
    if (sentences.size() > MOST_SENTENCES) {
      throw tooLong(sentences.size() + " sentences", MOST_SENTENCES);
    }
    return new Excerpt(sentences);
  }

  private static ExcerptRefusedException tooLong(String has, int most) {
    return new ExcerptRefusedException(
        "The excerpt has "
            + has
            + ", and at most "
            + most
            + " are looked for at once. Check it in parts.");
  }

  private static void addCut(String sentence, List<String> sentences) {
    List<Token> tokens = Token.of(sentence);
    if (tokens.stream().noneMatch(Token::word)) {
      return;
    }
    if (tokens.size() <= MOST_WORDS) {
      sentences.add(sentence);
      return;
    }
    for (int from = 0; from < tokens.size(); from += MOST_WORDS) {
      int to = Math.min(tokens.size(), from + MOST_WORDS) - 1;
      String part = sentence.substring(tokens.get(from).start(), tokens.get(to).end());
      if (Token.of(part).stream().anyMatch(Token::word)) {
        sentences.add(part);
      }
    }
  }
}
