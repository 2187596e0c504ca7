package colophon.copydesk;

import colophon.review.Copy;
import colophon.text.NormalText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may be noted on a draft: a mark is settled only by who saw what it is about, and nothing is
 * noted that nobody can see.
 */
final class Noting {

  /** The longest remark, in code points. */
  static final int MOST_REMARK = 2_000;

  /** The longest reason for settling a mark, in code points. */
  static final int MOST_REASON = 600;

  static final String TOO_LONG_A_NOTE =
      "A public note has at most " + MOST_REASON + " characters; say what changed in a sentence.";

  /** The longest slug and the longest login or name, in code points. */
  static final int MOST_SLUG = 60;

  static final int MOST_NAME = 120;

  /** The longest that a draft is held. */
  static final Duration LONGEST_HOLD = Duration.ofDays(90);

  /** The furthest deadline. */
  static final Duration FURTHEST_DEADLINE = Duration.ofDays(366);

  private Noting() {}

  /** What becomes of an event. */
  sealed interface Judged {

    /** It may be noted, in this form. */
    record Allowed(DeskEvent event) implements Judged {}

    /** It may not; the reason is a sentence. */
    record Refused(String reason) implements Judged {}
  }

  /** The event as it may be noted on that draft by that person now. */
  static Judged judge(Worksheet sheet, DeskEvent event, Person by, Instant now) {
    return switch (event) {
      case DeskEvent.Opened opened -> new Judged.Allowed(opened);
      case DeskEvent.Looked looked ->
          sheet.draft().brief().sentence(looked.sentenceId()).isPresent()
              ? new Judged.Allowed(looked)
              : refused("That sentence was cut.");
      case DeskEvent.Settled settled -> settled(sheet, settled, by);
      case DeskEvent.Unsettled unsettled -> unsettled(sheet, unsettled);
      case DeskEvent.Commented commented -> commented(sheet, commented);
      case DeskEvent.Resolved resolved -> resolved(sheet, resolved);
      case DeskEvent.Assigned assigned -> assigned(assigned);
      case DeskEvent.Placed placed -> placed(sheet.placed(), placed, now);
      case DeskEvent.Told told -> told(sheet, told);
      case DeskEvent.NoteWritten ignored -> refused("A desk note is written with its words.");
      case DeskEvent.NoteStruck ignored -> refused("A desk note is struck where it stands.");
      case DeskEvent.TakenUp ignored -> refused("A draft is taken up where it was put aside.");
    };
  }

  private static Judged settled(Worksheet sheet, DeskEvent.Settled settled, Person by) {
    List<Mark> marks = marks(sheet, settled.key());
    if (marks.isEmpty()) {
      return refused("That mark does not stand any more; look at the draft again.");
    }
    String reason = clean(settled.reason());
    if (length(reason) > MOST_REASON) {
      return refused("A reason has at most " + MOST_REASON + " characters.");
    }
    for (Mark mark : marks) {
      if (mark.flag().sentences().isEmpty() && reason.isEmpty()) {
        return refused("It is about the whole draft; say in a sentence why it may stand.");
      }
      var unseen = Marking.unseen(mark.flag(), sheet, by);
      if (unseen.isPresent()) {
        return refused(
            "Look at the evidence of \""
                + shortened(unseen.get().text())
                + "\" first, with the words it has now.");
      }
    }
    String words = Marking.words(marks.getFirst().flag(), sheet.draft().brief());
    return new Judged.Allowed(new DeskEvent.Settled(settled.key(), reason, words));
  }

  private static Judged unsettled(Worksheet sheet, DeskEvent.Unsettled unsettled) {
    return marks(sheet, unsettled.key()).stream().anyMatch(mark -> mark.settled().isPresent())
        ? new Judged.Allowed(unsettled)
        : refused("Nobody has settled that mark.");
  }

  private static List<Mark> marks(Worksheet sheet, String key) {
    return sheet.marks().stream().filter(mark -> mark.flag().key().equals(key)).toList();
  }

  private static Judged commented(Worksheet sheet, DeskEvent.Commented commented) {
    String id = commented.sentenceId();
    if (!id.isEmpty() && sheet.draft().brief().sentence(id).isEmpty()) {
      return refused("That sentence was cut; write about the whole draft instead.");
    }
    String text = cleanText(commented.text());
    if (text.isEmpty()) {
      return refused("A comment needs words.");
    }
    return length(text) > MOST_REMARK
        ? refused("A comment has at most " + MOST_REMARK + " characters.")
        : new Judged.Allowed(new DeskEvent.Commented(id, text));
  }

  private static Judged resolved(Worksheet sheet, DeskEvent.Resolved resolved) {
    Optional<Comment> found =
        sheet.comments().stream()
            .filter(comment -> comment.number() == resolved.comment())
            .findFirst();
    if (found.isEmpty()) {
      return refused("There is no such comment on this draft.");
    }
    return found.get().resolved()
        ? refused("That comment is done with already.")
        : new Judged.Allowed(resolved);
  }

  private static Judged assigned(DeskEvent.Assigned assigned) {
    String login = clean(assigned.login());
    String name = clean(assigned.name());
    if (login.isEmpty()) {
      return new Judged.Allowed(new DeskEvent.Assigned("", ""));
    }
    return name.isEmpty() || length(name) > MOST_NAME || length(login) > MOST_NAME
        ? refused("Choose somebody by name.")
        : new Judged.Allowed(new DeskEvent.Assigned(login, name));
  }

  private static Judged told(Worksheet sheet, DeskEvent.Told told) {
    if (sheet.revision() == null) {
      return refused("Nothing of this draft is out yet, so there is nothing to tell readers.");
    }
    if (!(sheet.copy() instanceof Copy.Waiting)) {
      return refused("It waits no more, so what readers are told stays as it is.");
    }
    DeskEvent.Told clean = clean(told);
    return length(clean.note()) > MOST_REASON
        ? refused(TOO_LONG_A_NOTE)
        : new Judged.Allowed(clean);
  }

  /** The note without what nobody sees. */
  static DeskEvent.Told clean(DeskEvent.Told told) {
    return new DeskEvent.Told(told.correction(), clean(told.note()));
  }

  private static Judged placed(DeskEvent.Placed before, DeskEvent.Placed placed, Instant now) {
    String slug = clean(placed.slug());
    String note = cleanText(placed.note());
    if (length(slug) > MOST_SLUG) {
      return refused("A slug has at most " + MOST_SLUG + " characters.");
    }
    if (length(note) > MOST_REMARK) {
      return refused("A note has at most " + MOST_REMARK + " characters.");
    }
    if (placed.urgency() < 1 || placed.urgency() > 9) {
      return refused("Urgency goes from 1, at once, to 9, whenever there is time.");
    }
    Instant deadline = placed.deadline();
    if (outside(before.deadline(), deadline, now, FURTHEST_DEADLINE)) {
      return refused("A deadline lies in the future, within a year.");
    }
    Instant held = placed.heldUntil();
    if (outside(before.heldUntil(), held, now, LONGEST_HOLD)) {
      return refused(
          "A draft is held until a time in the future, at most "
              + LONGEST_HOLD.toDays()
              + " days from now.");
    }
    Instant embargo = placed.embargo();
    if (outside(before.embargo(), embargo, now, FURTHEST_DEADLINE)) {
      return refused("An embargo ends in the future, within a year.");
    }
    return new Judged.Allowed(
        new DeskEvent.Placed(slug, placed.urgency(), note, deadline, held, embargo));
  }

  /** Whether a time that was given anew is past or too far; one that stood there may be past. */
  private static boolean outside(
      @Nullable Instant before, @Nullable Instant time, Instant now, Duration furthest) {
    return time != null
        && !time.equals(before)
        && (!time.isAfter(now) || time.isAfter(now.plus(furthest)));
  }

  private static String clean(String line) {
    return NormalText.line(cleanText(line));
  }

  private static String cleanText(String text) {
    return NormalText.of(NormalText.withoutInvisible(text));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String shortened(String text) {
    return length(text) <= MOST_SLUG
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MOST_SLUG)) + "…";
  }

  private static Judged refused(String reason) {
    return new Judged.Refused(reason);
  }
}
