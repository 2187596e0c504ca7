package colophon.copydesk;

import colophon.brief.Amendment;
import colophon.brief.Brief;
import colophon.brief.Draft;
import colophon.brief.Sentence;
import colophon.grounding.SentenceFinding;
import colophon.review.Copy;
import colophon.review.Flag;
import colophon.review.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A draft with all that people did to it and with it: the state of the work, from what was noted.
 *
 * @param root the draft that the writer delivered
 * @param copy the last draft of its line, and where it is
 * @param edits the changes that led from the one to the other
 * @param marks the reasons to look, settled or not; empty where it waits no more
 * @param revision what is taken up; null where nothing of it is out yet
 * @param log all of it, also from before a brief that is out was taken up again
 */
public record Worksheet(
    Draft root,
    Copy copy,
    List<DraftEdit> edits,
    List<Mark> marks,
    List<Comment> comments,
    DeskEvent.Assigned assigned,
    DeskEvent.Placed placed,
    @Nullable Revision revision,
    List<DeskLog.Entry> log) {

  public Worksheet {
    edits = List.copyOf(edits);
    marks = List.copyOf(marks);
    comments = List.copyOf(comments);
    log = List.copyOf(log);
  }

  /** Puts together what the stores hold of a draft. */
  static Worksheet of(Draft root, Copy copy, List<DraftEdit> edits, List<DeskLog.Entry> log) {
    return of(root, copy, edits, log, null);
  }

  /**
   * The same where a brief that is out may have been taken up: the work then begins with that.
   *
   * @param published the words that were taken up; null where none were, or they were erased
   */
  static Worksheet of(
      Draft root,
      Copy copy,
      List<DraftEdit> edits,
      List<DeskLog.Entry> log,
      @Nullable Brief published) {
    var settled = new HashMap<String, Settling>();
    var comments = new ArrayList<Comment>();
    var assigned = new DeskEvent.Assigned("", "");
    var placed = DeskEvent.Placed.DEFAULT;
    var told = DeskEvent.Told.DEFAULT;
    Set<String> drafts = work(root.id(), edits);
    for (DeskLog.Entry entry : log) {
      if (!drafts.contains(entry.draftId())) {
        continue;
      }
      switch (entry.event()) {
        case DeskEvent.Settled event ->
            settled.put(
                event.key(),
                new Settling(
                    event.words(), new Mark.Settlement(entry.by(), event.reason(), entry.at())));
        case DeskEvent.Unsettled event -> settled.remove(event.key());
        case DeskEvent.Commented event ->
            comments.add(
                new Comment(
                    entry.number(),
                    event.sentenceId(),
                    event.text(),
                    entry.by(),
                    entry.at(),
                    false));
        case DeskEvent.Resolved event -> comments.replaceAll(each -> resolved(each, event));
        case DeskEvent.Assigned event -> assigned = event;
        case DeskEvent.Placed event -> placed = event;
        case DeskEvent.Told event -> told = event;
        case DeskEvent.Opened ignored -> {}
        case DeskEvent.Looked ignored -> {}
        case DeskEvent.NoteWritten ignored -> {}
        case DeskEvent.NoteStruck ignored -> {}
        case DeskEvent.TakenUp ignored -> {}
      }
    }
    List<Flag> flags = copy instanceof Copy.Waiting waiting ? waiting.flags() : List.of();
    List<Mark> marks =
        flags.stream()
            .map(flag -> new Mark(flag, standing(settled.get(flag.key()), flag, copy.draft())))
            .toList();
    return new Worksheet(
        root,
        copy,
        edits,
        marks,
        comments,
        assigned,
        placed,
        revision(edits, published, told),
        log);
  }

  private static @Nullable Revision revision(
      List<DraftEdit> edits, @Nullable Brief published, DeskEvent.Told told) {
    return reopened(edits)
        .map(begun -> new Revision(begun.briefId(), begun.slug(), begun.version(), published, told))
        .orElse(null);
  }

  /** What was taken up last; empty where nothing of the line is out. */
  static Optional<DraftEdit.Change.Reopened> reopened(List<DraftEdit> edits) {
    return edits.reversed().stream()
        .map(DraftEdit::change)
        .filter(DraftEdit.Change.Reopened.class::isInstance)
        .map(DraftEdit.Change.Reopened.class::cast)
        .findFirst();
  }

  /**
   * The ids of the drafts of the present work: those since a brief that is out was taken up, or all
   * of the line. What was seen and settled before counts no more.
   */
  static Set<String> work(String root, List<DraftEdit> edits) {
    var drafts = new HashSet<String>();
    drafts.add(root);
    for (DraftEdit edit : edits) {
      if (edit.change() instanceof DraftEdit.Change.Reopened) {
        drafts.clear();
      }
      drafts.add(edit.draftId());
    }
    return drafts;
  }

  /** What people did in the present work. */
  private List<DeskLog.Entry> work() {
    Set<String> drafts = work(root.id(), edits);
    return log.stream().filter(entry -> drafts.contains(entry.draftId())).toList();
  }

  /** A settlement, and the words it was made for. */
  private record Settling(String words, Mark.Settlement settlement) {}

  /** A settlement holds as long as the words are those it was made for. */
  private static Optional<Mark.Settlement> standing(
      @Nullable Settling settling, Flag flag, Draft draft) {
    return settling != null && settling.words().equals(Marking.words(flag, draft.brief()))
        ? Optional.of(settling.settlement())
        : Optional.empty();
  }

  private static Comment resolved(Comment comment, DeskEvent.Resolved event) {
    return comment.number() == event.comment()
        ? new Comment(
            comment.number(),
            comment.sentenceId(),
            comment.text(),
            comment.by(),
            comment.at(),
            true)
        : comment;
  }

  public Draft draft() {
    return copy.draft();
  }

  /** The sentences in reading order. */
  public List<Sentence> sentences() {
    return draft().brief().sentences();
  }

  /** What the source check found in a sentence. */
  public Optional<SentenceFinding> finding(String sentenceId) {
    return copy.report().findings().stream()
        .filter(finding -> finding.sentenceId().equals(sentenceId))
        .findFirst();
  }

  /** The marks on one sentence. */
  public List<Mark> marks(String sentenceId) {
    return marks.stream().filter(mark -> mark.flag().sentences().contains(sentenceId)).toList();
  }

  /** The marks on the draft as a whole. */
  public List<Mark> wholeMarks() {
    return marks.stream().filter(mark -> mark.flag().sentences().isEmpty()).toList();
  }

  /** The marks that keep it from being approved. */
  public List<Mark> blocking() {
    return marks.stream().filter(Mark::blocks).toList();
  }

  /** The ids of the sentences that a person saw beside their evidence, in reading order. */
  public List<String> opened(Person person) {
    Map<String, Set<String>> seen = new HashMap<>();
    for (DeskLog.Entry entry : work()) {
      if (entry.event() instanceof DeskEvent.Looked looked
          && entry.by().login().equals(person.login())) {
        seen.computeIfAbsent(looked.sentenceId(), id -> new HashSet<>()).add(looked.text());
      }
    }
    return sentences().stream()
        .filter(sentence -> seen.getOrDefault(sentence.id(), Set.of()).contains(sentence.text()))
        .map(Sentence::id)
        .toList();
  }

  /** When the draft was first shown to a person. */
  public Optional<Instant> openedAt(Person person) {
    return work().stream()
        .filter(entry -> entry.event() instanceof DeskEvent.Opened)
        .filter(entry -> entry.by().login().equals(person.login()))
        .map(DeskLog.Entry::at)
        .findFirst();
  }

  /** What people changed of what the writer wrote, a section that it wrote again included. */
  public List<Receipt.Change> changes() {
    return Receipt.changes(AsWritten.of(root.brief(), edits), draft().brief());
  }

  /** Who changed a sentence or a section last; a colleague without a name where nobody is known. */
  Person lastToChange(String sentenceId) {
    return edits.reversed().stream()
        .filter(edit ->
            edit.amendment()
                .map(Amendment::sentenceId)
                .filter(id -> id.equals(sentenceId) || id.startsWith(sentenceId + "p"))
                .isPresent())
        .map(DraftEdit::by)
        .findFirst()
        .orElseGet(() -> new Person("", "a colleague"));
  }

  /** The kinds of marks of which every one is settled. */
  SortedSet<Flag.Kind> settledKinds() {
    var settled = new TreeSet<Flag.Kind>();
    marks.forEach(mark -> settled.add(mark.flag().kind()));
    blocking().forEach(mark -> settled.remove(mark.flag().kind()));
    return settled;
  }
}
