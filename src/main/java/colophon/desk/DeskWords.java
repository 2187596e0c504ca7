package colophon.desk;

import colophon.brief.Amendment;
import colophon.brief.Writing;
import colophon.copydesk.Comment;
import colophon.copydesk.DeskEvent;
import colophon.copydesk.DeskLog;
import colophon.copydesk.DraftEdit;
import colophon.copydesk.Mark;
import colophon.copydesk.Worksheet;
import colophon.edition.VersionPlan;
import colophon.review.Flag;
import colophon.text.Moments;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Says what the desk shows in the words of a newsroom. */
final class DeskWords {

  /** The longest quotation of a sentence in a line of history, in characters. */
  private static final int MOST_QUOTED = 90;

  /** What stands where words were taken away. */
  private static final String ERASED = "erased";

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm xxx", Locale.ENGLISH);
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("d MMM HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private DeskWords() {}

  static String moment(OffsetDateTime at) {
    return MOMENT.format(at);
  }

  static String moment(Instant at) {
    return UTC.format(at);
  }

  /** With its year, for what may be long ago. */
  static String day(Instant at) {
    return Moments.utc(at);
  }

  /** What wrote something. */
  static String model(String provider, String name) {
    return provider.equals(Writing.EXTRACTIVE)
        ? "the built-in writer (" + name + ")"
        : provider + ":" + name;
  }

  static String kind(VersionPlan.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** How long ago, roughly, such as {@code 6 min} or {@code 3 h}. */
  static String ago(Instant since, Instant now) {
    Duration passed = Duration.between(since, now);
    if (passed.toMinutes() < 1) {
      return "moments";
    }
    if (passed.toHours() < 2) {
      return passed.toMinutes() + " min";
    }
    return passed.toDays() < 2 ? passed.toHours() + " h" : passed.toDays() + " days";
  }

  static String kind(Flag.Kind kind) {
    return switch (kind) {
      case SOURCE_CHECK -> "source check";
      case SOURCES_DIFFER -> "sources differ";
      case SINGLE_SOURCE -> "single source";
      case SUSPICIOUS_PASSAGE -> "suspicious passage";
      case NEEDS_LEGAL_READ -> "needs legal read";
      case TRANSLATION -> "translation";
      case POLICY -> "asks for review";
    };
  }

  static ReviewView.MarkLine line(Mark mark) {
    return new ReviewView.MarkLine(
        mark.flag().key(),
        kind(mark.flag().kind()),
        mark.flag().reason(),
        mark.settled()
            .map(settled ->
                settled.by().name()
                    + ", "
                    + moment(settled.at())
                    + (settled.reason().isBlank() ? "" : ": " + settled.reason()))
            .orElse(""),
        mark.blocks());
  }

  static ReviewView.CommentLine line(Comment comment, Worksheet sheet) {
    return new ReviewView.CommentLine(
        comment.number(),
        sheet.draft().brief().sentence(comment.sentenceId()).isPresent()
            ? comment.sentenceId()
            : "",
        comment.by().name(),
        moment(comment.at()),
        comment.text(),
        comment.resolved());
  }

  private record Told(Instant at, String words) {}

  /** What people did, the latest first. */
  static List<ReviewView.HistoryLine> history(Worksheet sheet) {
    var told = new ArrayList<Told>();
    sheet.edits().forEach(edit -> told.add(new Told(edit.at(), words(edit))));
    Map<String, Flag> flags =
        sheet.marks().stream()
            .map(Mark::flag)
            .collect(Collectors.toMap(Flag::key, flag -> flag, (one, other) -> one));
    for (DeskLog.Entry entry : sheet.log()) {
      String words = words(entry, flags);
      if (!words.isEmpty()) {
        told.add(new Told(entry.at(), words));
      }
    }
    return told.stream()
        .sorted(Comparator.comparing(Told::at).reversed())
        .map(each -> new ReviewView.HistoryLine(moment(each.at()), each.words()))
        .toList();
  }

  /** What a person changed. */
  static String words(DraftEdit edit) {
    String name = edit.by().name();
    return edit.amendment()
        .map(amendment ->
            switch (amendment) {
              case Amendment.Rewrite rewrite ->
                  name
                      + " replaced "
                      + quoted(rewrite.before())
                      + " with "
                      + quoted(rewrite.text())
                      + ".";
              case Amendment.Cut cut -> name + " cut " + quoted(cut.before()) + ".";
              case Amendment.Bind bind ->
                  name + " bound " + quoted(bind.before()) + " to other words of the sources.";
              case Amendment.Insert insert -> name + " wrote " + quoted(insert.text()) + ".";
              case Amendment.Renew renew ->
                  name
                      + " had the section "
                      + quoted(renew.before().lines().findFirst().orElse(""))
                      + " written again by "
                      + renew.writing().model()
                      + "; it is now "
                      + quoted(renew.section().subhead().text())
                      + ".";
            })
        .orElseGet(() ->
            edit.change() instanceof DraftEdit.Change.Reopened reopened
                ? name + " took up version " + reopened.version() + ", which is out."
                : name + " took the last change back.");
  }

  private static String words(DeskLog.Entry entry, Map<String, Flag> flags) {
    return words(
        entry, key -> flags.containsKey(key) ? kind(flags.get(key).kind()) : "of earlier words");
  }

  /** What a person did beside changing words; empty where that is not told. */
  static String words(DeskLog.Entry entry) {
    return words(entry, DeskWords::kindOf);
  }

  /** The kind of a mark by its key, whatever became of the mark. */
  private static String kindOf(String key) {
    return Arrays.stream(Flag.Kind.values())
        .filter(kind -> key.startsWith(kind.name() + "-"))
        .findFirst()
        .map(DeskWords::kind)
        .orElse("of earlier words");
  }

  private static String words(DeskLog.Entry entry, UnaryOperator<String> mark) {
    String name = entry.by().name();
    return switch (entry.event()) {
      case DeskEvent.Opened ignored -> "";
      case DeskEvent.Looked ignored -> "";
      case DeskEvent.Settled settled ->
          name
              + " let a mark stand ("
              + mark.apply(settled.key())
              + ")"
              + because(settled.reason());
      case DeskEvent.Unsettled ignored -> name + " raised a mark again.";
      case DeskEvent.Commented comment -> name + " remarked: " + quoted(comment.text());
      case DeskEvent.Resolved ignored -> name + " settled a remark.";
      case DeskEvent.Assigned assigned ->
          assigned.login().isEmpty()
              ? name + " gave it back to everybody."
              : name + " gave it to " + assigned.name() + ".";
      case DeskEvent.Placed ignored -> name + " changed its place in the queue.";
      case DeskEvent.NoteWritten note ->
          name + " wrote a desk note, " + (note.onRecord() ? "on" : "off") + " the record.";
      case DeskEvent.NoteStruck ignored -> name + " struck a desk note.";
      case DeskEvent.TakenUp taken ->
          name
              + " took it up again; it had been "
              + (taken.spiked() ? "spiked: " : "sent back: ")
              + taken.reason();
      case DeskEvent.Told told ->
          name
              + (told.correction() ? " called it a correction" : " called it an update")
              + (told.note().isEmpty() ? "." : " and tells readers: " + quoted(told.note()));
    };
  }

  /** The reason that somebody gave, as the end of a sentence. */
  static String because(String reason) {
    if (reason.isBlank()) {
      return ".";
    }
    return reason.equals(ERASED) ? "; the reason was erased since." : ": " + reason;
  }

  private static String quoted(String text) {
    if (text.equals(ERASED)) {
      return "words that were erased since";
    }
    int length = text.codePointCount(0, text.length());
    return "“"
        + (length <= MOST_QUOTED
            ? text
            : text.substring(0, text.offsetByCodePoints(0, MOST_QUOTED)).strip() + "…")
        + "”";
  }
}
