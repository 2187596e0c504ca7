package colophon.desk;

import colophon.article.Article;
import colophon.brief.Author;
import colophon.brief.Brief;
import colophon.copydesk.Comment;
import colophon.copydesk.Decider;
import colophon.copydesk.DeskEvent;
import colophon.copydesk.DraftEdit;
import colophon.copydesk.Mark;
import colophon.copydesk.Person;
import colophon.copydesk.Worksheet;
import colophon.review.Copy;
import colophon.review.FirstApproval;
import colophon.story.DeskNote;
import colophon.story.Dossier;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A draft as scripts are given it.
 *
 * @param draft the last of its line, which every change names
 * @param root the one that the writer delivered
 * @param notes the desk notes on it, cited or not
 * @param closed why it cannot be approved as it stands, a sentence; null where it can
 */
public record ApiDraft(
    String draft,
    String root,
    String story,
    String language,
    String state,
    @Nullable String closed,
    int people,
    @Nullable First first,
    Place place,
    Line headline,
    List<Line> standfirst,
    List<Line> lede,
    List<Section> sections,
    List<MarkLine> marks,
    List<Remark> comments,
    List<Change> changes,
    List<ApiNotes.Note> notes) {

  public ApiDraft {
    standfirst = List.copyOf(standfirst);
    lede = List.copyOf(lede);
    sections = List.copyOf(sections);
    marks = List.copyOf(marks);
    comments = List.copyOf(comments);
    changes = List.copyOf(changes);
    notes = List.copyOf(notes);
  }

  /** The first of two people. */
  public record First(String by, @Nullable String override) {}

  /** Where it stands in the queue, and who has it. */
  public record Place(
      String slug,
      int urgency,
      String note,
      @Nullable Instant deadline,
      @Nullable Instant heldUntil,
      @Nullable Somebody assigned) {}

  /** Somebody at the desk. */
  public record Somebody(String login, String name) {

    static @Nullable Somebody of(Person person) {
      return person.login().isEmpty() ? null : new Somebody(person.login(), person.name());
    }
  }

  /**
   * A sentence.
   *
   * @param state how it stands, as the page says it
   * @param author the name of who wrote it; null where it was the writer
   */
  public record Line(
      String id,
      String role,
      String text,
      String state,
      @Nullable String author,
      List<Cited> citations) {
    public Line {
      citations = List.copyOf(citations);
    }
  }

  /** The words of a source that a sentence rests on, in code points of its text. */
  public record Cited(
      String article, String outlet, int passage, int start, int end, String quote) {}

  /** A subhead and its paragraphs. */
  public record Section(Line subhead, List<List<Line>> paragraphs) {
    public Section {
      paragraphs = paragraphs.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A mark.
   *
   * @param sentences empty where it is about the whole draft
   * @param settled null where it stands
   */
  public record MarkLine(
      String key,
      String kind,
      String reason,
      List<String> sentences,
      boolean blocks,
      @Nullable Settled settled) {
    public MarkLine {
      sentences = List.copyOf(sentences);
    }
  }

  /** Who let a mark stand. */
  public record Settled(String by, String reason, Instant at) {}

  /** A remark; {@code sentence} is empty where it is about the whole draft. */
  public record Remark(
      long number, String sentence, String text, String by, Instant at, boolean resolved) {}

  /** A change; {@code kind} is undo where the one before was taken back. */
  public record Change(
      String draft, String kind, @Nullable String sentence, String by, Instant at) {}

  static ApiDraft of(Worksheet sheet, Dossier dossier, Instant now) {
    Brief brief = sheet.draft().brief();
    var lines = new Lines(sheet, dossier);
    return new ApiDraft(
        sheet.draft().id(),
        sheet.root().id(),
        sheet.draft().storyId(),
        brief.language().tag(),
        state(sheet.copy()),
        Decider.closed(sheet, now).orElse(null),
        sheet.copy() instanceof Copy.Waiting waiting ? waiting.people() : 1,
        sheet.copy() instanceof Copy.Waiting waiting ? first(waiting.first()) : null,
        place(sheet),
        lines.of(brief.headline()),
        lines.of(brief.standfirst()),
        lines.of(brief.lede()),
        brief.sections().stream()
            .map(section ->
                new Section(
                    lines.of(section.subhead()),
                    section.paragraphs().stream().map(lines::of).toList()))
            .toList(),
        sheet.marks().stream().map(ApiDraft::mark).toList(),
        sheet.comments().stream().map(ApiDraft::remark).toList(),
        sheet.edits().stream().map(ApiDraft::change).toList(),
        dossier.notes().stream().map(note -> note(note, brief, dossier)).toList());
  }

  private static ApiNotes.Note note(DeskNote note, Brief brief, Dossier dossier) {
    Article words = dossier.article(note.articleId()).orElseThrow();
    return ApiNotes.Note.of(
        note,
        words.textOf(words.passage(DeskNote.WORDS)),
        brief.citedArticleIds().contains(words.id()));
  }

  private record Lines(Worksheet sheet, Dossier dossier) {

    Line of(colophon.brief.Sentence sentence) {
      return new Line(
          sentence.id(),
          word(sentence.role()),
          sentence.text(),
          SentenceState.of(sentence, sheet).word(),
          sentence.author() instanceof Author.Person person ? person.name() : null,
          sentence.citations().stream()
              .map(each ->
                  new Cited(
                      each.articleId(),
                      dossier.article(each.articleId()).map(Article::outlet).orElse(""),
                      each.passage(),
                      each.span().start(),
                      each.span().end(),
                      each.quote()))
              .toList());
    }

    List<Line> of(List<colophon.brief.Sentence> sentences) {
      return sentences.stream().map(this::of).toList();
    }
  }

  private static String state(Copy copy) {
    return switch (copy) {
      case Copy.Waiting ignored -> "waiting";
      case Copy.Released ignored -> "released";
      case Copy.SentBack ignored -> "sent-back";
      case Copy.Spiked ignored -> "spiked";
    };
  }

  private static @Nullable First first(@Nullable FirstApproval first) {
    return first == null
        ? null
        : new First(first.by(), first.override().isEmpty() ? null : first.override());
  }

  private static Place place(Worksheet sheet) {
    DeskEvent.Placed placed = sheet.placed();
    return new Place(
        placed.slug(),
        placed.urgency(),
        placed.note(),
        placed.deadline(),
        placed.heldUntil(),
        Somebody.of(new Person(sheet.assigned().login(), sheet.assigned().name())));
  }

  private static MarkLine mark(Mark mark) {
    Optional<Settled> settled =
        mark.settled().map(each -> new Settled(each.by().name(), each.reason(), each.at()));
    return new MarkLine(
        mark.flag().key(),
        word(mark.flag().kind()),
        mark.flag().reason(),
        mark.flag().sentences(),
        mark.blocks(),
        settled.orElse(null));
  }

  private static Remark remark(Comment comment) {
    return new Remark(
        comment.number(),
        comment.sentenceId(),
        comment.text(),
        comment.by().name(),
        comment.at(),
        comment.resolved());
  }

  static Change change(DraftEdit edit) {
    return new Change(
        edit.draftId(),
        edit.amendment()
            .map(each -> each.getClass().getSimpleName().toLowerCase(Locale.ROOT))
            .orElse("undo"),
        edit.amendment().map(each -> each.sentenceId()).orElse(null),
        edit.by().name(),
        edit.at());
  }

  /** As the API writes a word of ours, such as {@code source-check}. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
