package colophon.grounding;

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
  public record Claim(String articleId, int passage, String figure, String quote) {}
}
