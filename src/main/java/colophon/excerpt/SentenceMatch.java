package colophon.excerpt;

import java.util.List;
import java.util.Set;

/** What became of one pasted sentence. */
public sealed interface SentenceMatch {

  /** The sentence as it was pasted. */
  String pasted();

  /** Where it was published; empty for what is not a sentence of ours. */
  List<Match> matches();

  /**
   * It stands so in a published version.
   *
   * @param asPrinted whether spaces, quotation marks and dashes are the published ones too
   */
  record Verbatim(String pasted, boolean asPrinted, List<Match> matches) implements SentenceMatch {
    public Verbatim {
      matches = List.copyOf(matches);
    }
  }

  /**
   * It comes from a published version and was changed.
   *
   * @param published the words it comes from; several sentences where they were joined
   * @param difference from the published words to the pasted ones
   * @param stakes what the changes touch, never empty
   */
  record Edited(
      String pasted,
      String published,
      List<Stretch> difference,
      Set<Stake> stakes,
      List<Match> matches)
      implements SentenceMatch {
    public Edited {
      difference = List.copyOf(difference);
      stakes = Set.copyOf(stakes);
      matches = List.copyOf(matches);
    }
  }

  /**
   * It stands on the pages of published versions, and is no sentence of a brief: a label, a line of
   * the sources, an imprint.
   */
  record PageLine(String pasted, List<PublishedVersion> versions) implements SentenceMatch {
    public PageLine {
      versions = List.copyOf(versions);
    }

    @Override
    public List<Match> matches() {
      return List.of();
    }
  }

  /** Nothing published is near enough to say that it comes from it. */
  record NotOurs(String pasted) implements SentenceMatch {
    @Override
    public List<Match> matches() {
      return List.of();
    }
  }
}
