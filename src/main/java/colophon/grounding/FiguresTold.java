package colophon.grounding;

import colophon.text.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which sentences tell which figure, in whatever form. A brief's sentences are compared with every
 * source's figures, so each is read once and remembered.
 */
public final class FiguresTold {

  private final Language language;
  private final Map<String, List<Figure>> told = new HashMap<>();
  private final Map<String, List<Figure>> claimed = new HashMap<>();

  /**
   * @param language of the sentences
   */
  public FiguresTold(Language language) {
    this.language = language;
  }

  /** Whether a sentence tells the figure of a claim. */
  public boolean in(String sentence, Conflict.Claim claim) {
    List<Figure> mine =
        claimed.computeIfAbsent(claim.figure(), figure -> Figures.of(figure, language, false));
    return told.computeIfAbsent(sentence, text -> FigureCheck.claims(text, language)).stream()
        .anyMatch(figure -> mine.stream().anyMatch(figure::borneOutBy));
  }
}
