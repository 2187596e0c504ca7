package colophon.pipeline;

import colophon.text.Language;
import java.util.List;
import java.util.Set;

/**
 * Which articles and stories a pipeline takes.
 *
 * @param languages empty for all
 * @param anyKeyword an article must hold one of them; empty for all
 * @param noKeyword an article that holds one is left out
 * @param leastIndependentSources a story of fewer always waits for an editor
 */
public record Selection(
    Set<Language> languages,
    List<String> anyKeyword,
    List<String> noKeyword,
    int leastIndependentSources) {
  public Selection {
    languages = Set.copyOf(languages);
    anyKeyword = List.copyOf(anyKeyword);
    noKeyword = List.copyOf(noKeyword);
  }
}
