package colophon.grounding;

import colophon.text.Language;
import java.util.List;

/**
 * Sources that differ on a figure.
 *
 * @param about what the figures count, in the sources' words
 * @param claims each source's own figure
 */
public record Conflict(String about, List<Claim> claims) {
  public Conflict {
    claims = List.copyOf(claims);
  }

  /** One source's figure and the words around it. */
  public record Claim(String articleId, int passage, String figure, String quote) {

    /** Whether a sentence in that language tells this figure, in whatever form. */
    public boolean toldBy(String sentence, Language language) {
      List<Figure> mine = Figures.of(figure, language, false);
      return FigureCheck.claims(sentence, language).stream()
          .anyMatch(told -> mine.stream().anyMatch(told::borneOutBy));
    }
  }
}
