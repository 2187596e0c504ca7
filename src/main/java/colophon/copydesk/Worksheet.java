package colophon.copydesk;

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
 */
public record Worksheet(
    Draft root,
    Copy copy,
    List<DraftEdit> edits,
    List<Mark> marks,
    List<Comment> comments,
    DeskEvent.Assigned assigned,
    DeskEvent.Placed placed,
    List<DeskLog.Entry> log) {

  public Worksheet {
    edits = List.copyOf(edits);
    marks = List.copyOf(marks);
    comments = List.copyOf(comments);
    log = List.copyOf(log);
  }

  /** Puts together what the stores hold of a draft. */
  static Worksheet of(Draft root, Copy copy, List<DraftEdit> edits, List<DeskLog.Entry> log) {
    var settled = new HashMap<String, Settling>();
    var comments = new ArrayList<Comment>();
    var assigned = new DeskEvent.Assigned("", "");
    var placed = DeskEvent.Placed.DEFAULT;
    for (DeskLog.Entry entry : log) {
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
        case DeskEvent.Opened ignored -> {}
        case DeskEvent.Looked ignored -> {}
      }
    }
    List<Flag> flags = copy instanceof Copy.Waiting waiting ? waiting.flags() : List.of();
    List<Mark> marks =
        flags.stream()
            .map(flag -> new Mark(flag, standing(settled.get(flag.key()), flag, copy.draft())))
            .toList();
    return new Worksheet(root, copy, edits, marks, comments, assigned, placed, log);
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
    for (DeskLog.Entry entry : log) {
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
    return log.stream()
        .filter(entry -> entry.event() instanceof DeskEvent.Opened)
        .filter(entry -> entry.by().login().equals(person.login()))
        .map(DeskLog.Entry::at)
        .findFirst();
  }

  /** What people changed since the writer delivered it. */
  public List<Receipt.Change> changes() {
    return Receipt.changes(root.brief(), draft().brief());
  }

  /** The kinds of marks of which every one is settled. */
  SortedSet<Flag.Kind> settledKinds() {
    var settled = new TreeSet<Flag.Kind>();
    marks.forEach(mark -> settled.add(mark.flag().kind()));
    blocking().forEach(mark -> settled.remove(mark.flag().kind()));
    return settled;
  }
}
