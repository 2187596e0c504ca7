package colophon.desk;

import colophon.kernel.Digest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one sentence rests on.
 *
 * @param number of the sentence, from 1, of {@code count}
 * @param notes the desk notes on the draft that no card is of
 * @param given a desk note that was refused, to be given again
 */
public record EvidenceView(
    String root,
    String draft,
    String sentence,
    String text,
    String style,
    String state,
    int number,
    int count,
    List<Card> cards,
    List<Other> others,
    List<NoteView> notes,
    NoteView.Given given,
    List<CheckLine> checks,
    List<ReviewView.MarkLine> marks,
    List<Difference> differences,
    List<Cut> cut,
    List<ReviewView.CommentLine> comments,
    String author,
    boolean heading,
    boolean mayEdit) {

  private static final int STAMP_DIGITS = 24;

  public EvidenceView {
    cards = List.copyOf(cards);
    others = List.copyOf(others);
    notes = List.copyOf(notes);
    checks = List.copyOf(checks);
    marks = List.copyOf(marks);
    differences = List.copyOf(differences);
    cut = List.copyOf(cut);
    comments = List.copyOf(comments);
  }

  /** Tells apart two views that differ in anything: a few digits of the digest of all they say. */
  public String stamp() {
    return Digest.ofText(toString()).brief(STAMP_DIGITS);
  }

  /**
   * A passage of a source, with the words that are cited in it.
   *
   * @param passage the number of the cited one; 0 where the sentence does not rest on the source
   *     yet
   * @param pieces the passage and two sentences around it, cited words marked
   * @param passages every passage of the article, to choose others from
   * @param copy the address of the archived copy
   * @param live the address of the page; empty where there is no public one
   * @param note what is known of it beside its words, where it is a desk note
   */
  public record Card(
      String article,
      String outlet,
      String title,
      String when,
      String source,
      String terms,
      int passage,
      String suspicious,
      List<Piece> pieces,
      List<PassageLine> passages,
      String copy,
      String live,
      @Nullable NoteView note) {
    public Card {
      pieces = List.copyOf(pieces);
      passages = List.copyOf(passages);
    }
  }

  /** A source of the story that the sentence does not rest on. */
  public record Other(String article, String outlet, String title) {}

  /** Words, cited or around. */
  public record Piece(String text, boolean cited) {}

  /** A passage of the article that the sentence could rest on. */
  public record PassageLine(int number, String text, boolean cited) {}

  /** What one check found. */
  public record CheckLine(String name, boolean passed, String note) {}

  /** Two sources that say different things. */
  public record Difference(String about, List<Claim> claims) {
    public Difference {
      claims = List.copyOf(claims);
    }
  }

  /** One source's own figure. */
  public record Claim(String outlet, String figure, String quote) {}

  /** Text that a reader of the source could not see. */
  public record Cut(String outlet, String how, String text) {}
}
