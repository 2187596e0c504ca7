package colophon.brief;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A section that the model wrote again because a person at the desk asked for it: another answer
 * than the one the draft began with.
 *
 * @param sentences the ids of the sentences that stand as this answer has them, in reading order
 * @param by who asked for it
 * @param writing what was asked and answered
 */
public record Rewriting(List<String> sentences, String by, Writing writing) {

  public Rewriting {
    sentences = List.copyOf(sentences);
  }

  /**
   * What still stands of rewritings after a change: a sentence that went, that a person wrote over
   * or that was written again belongs to none of them any more.
   *
   * @param before those of the draft that was changed
   * @param brief after the change
   * @param person who made it
   */
  public static List<Rewriting> after(
      List<Rewriting> before, Amendment amendment, Brief brief, String person) {
    Optional<Rewriting> added =
        amendment instanceof Amendment.Renew renew
            ? Optional.of(
                new Rewriting(
                    renew.section().sentences().stream().map(Sentence::id).toList(),
                    person,
                    renew.writing()))
            : Optional.empty();
    Set<String> standing =
        brief.sentences().stream()
            .filter(sentence -> sentence.author() instanceof Author.Model)
            .map(Sentence::id)
            .collect(Collectors.toSet());
    added.ifPresent(rewriting -> standing.removeAll(rewriting.sentences()));
    return Stream.concat(
            before.stream()
                .map(each -> each.only(standing::contains))
                .filter(each -> !each.sentences().isEmpty()),
            added.stream())
        .toList();
  }

  private Rewriting only(Predicate<String> stands) {
    return new Rewriting(sentences.stream().filter(stands).toList(), by, writing);
  }
}
