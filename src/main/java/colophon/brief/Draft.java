package colophon.brief;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A brief as the writer delivered it, of one revision of a story.
 *
 * @param id {@code d-} and 20 hexadecimal digits, derived from run, story and answer
 * @param writing how the model came to write it
 * @param rewritings the sections that it wrote again since, on a person's demand
 */
public record Draft(
    String id,
    String storyId,
    int storyRevision,
    Brief brief,
    Writing writing,
    List<Rewriting> rewritings,
    Instant writtenAt) {

  public Draft {
    rewritings = List.copyOf(rewritings);
  }

  /** How its words came to be, that of the draft first. */
  public List<Writing> writings() {
    return Stream.concat(Stream.of(writing), rewritings.stream().map(Rewriting::writing)).toList();
  }

  /** A draft of which no section was written again. */
  public Draft(
      String id,
      String storyId,
      int storyRevision,
      Brief brief,
      Writing writing,
      Instant writtenAt) {
    this(id, storyId, storyRevision, brief, writing, List.of(), writtenAt);
  }
}
