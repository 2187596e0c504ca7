package colophon.desk;

import colophon.llm.CallHistory;
import colophon.pipeline.Orders;
import colophon.pipeline.RunLog;
import colophon.pipeline.Schedule;
import colophon.pipeline.Stage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what operators are shown in plain words. */
final class OperatorWords {

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm zzz", Locale.ENGLISH);
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

  /** The length of a label such as {@code 2026-01-14T18:00}. */
  private static final int LOCAL_LENGTH = 16;

  private static final Pattern ISO =
      Pattern.compile(
          "\\b[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?"
              + "(Z\\b|[+-][0-9]{2}:[0-9]{2})");

  /** How the labels of slots begin that somebody asked for. */
  private static final String ASKED = "asked ";

  private OperatorWords() {}

  /** A time in a pipeline's own zone. */
  static String local(Instant at, ZoneId zone) {
    return LOCAL.format(at.atZone(zone));
  }

  static String utc(Instant at) {
    return UTC.format(at);
  }

  /** A time to the second, with its year. */
  static String exact(Instant at) {
    return SECOND.format(at);
  }

  /**
   * A slot's label for people: the time by the pipeline's own clock, or the moment at which
   * somebody asked.
   */
  static String slot(String label) {
    try {
      if (label.startsWith(ASKED)) {
        return "asked for at " + exact(Instant.parse(label.substring(ASKED.length())));
      }
      return label.length() == LOCAL_LENGTH
          ? MINUTE.format(LocalDateTime.parse(label))
          : offset(OffsetDateTime.parse(label));
    } catch (DateTimeParseException e) {
      return label;
    }
  }

  private static String offset(OffsetDateTime at) {
    return MINUTE.format(at)
        + (at.getOffset().equals(ZoneOffset.UTC) ? " UTC" : " " + at.getOffset().getId());
  }

  /** A sentence with each moment in it as people write it. */
  static String moments(String sentence) {
    return ISO.matcher(sentence)
        .replaceAll(found -> Matcher.quoteReplacement(moment(found.group())));
  }

  private static String moment(String iso) {
    try {
      return offset(OffsetDateTime.parse(iso));
    } catch (DateTimeParseException e) {
      return iso;
    }
  }

  /** A schedule for people. */
  static String schedule(Schedule schedule) {
    return schedule.every().isPositive()
        ? schedule.words().replace(schedule.every().toString(), took(schedule.every()))
        : schedule.words();
  }

  /** How long until a time, such as {@code in 2 h 10}. */
  static String until(Instant at, Instant now) {
    Duration left = Duration.between(now, at);
    if (left.toSeconds() < 60) {
      return "within a minute";
    }
    if (left.toHours() < 1) {
      return "in " + left.toMinutes() + " min";
    }
    return left.toDays() < 2
        ? String.format(Locale.ROOT, "in %d h %02d", left.toHours(), left.toMinutesPart())
        : "in " + left.toDays() + " days";
  }

  /** How long something took, or has taken so far. */
  static String took(Duration time) {
    if (time.toSeconds() < 10) {
      return Math.max(0, time.toMillis()) / 100 / 10.0 + " s";
    }
    if (time.toMinutes() < 2) {
      return time.toSeconds() + " s";
    }
    return time.toHours() < 2
        ? parts(time.toMinutes() + " min", time.toSecondsPart(), " s")
        : parts(time.toHours() + " h", time.toMinutesPart(), " min");
  }

  private static String parts(String whole, int rest, String unit) {
    return rest == 0 ? whole : whole + " " + rest + unit;
  }

  /** Millionths of a currency as an amount. */
  static String money(String currency, long micros) {
    BigDecimal exact = BigDecimal.valueOf(micros, 6).stripTrailingZeros();
    return currency + " " + (exact.scale() < 2 ? exact.setScale(2) : exact).toPlainString();
  }

  /** What a run's models cost. */
  static String cost(CallHistory.RunBill bill) {
    if (bill.calls() == 0) {
      return "no model was called";
    }
    return money(Orders.CURRENCY, bill.micros())
        + ", "
        + (bill.inputTokens() + bill.outputTokens())
        + " tokens in "
        + bill.calls()
        + (bill.calls() == 1 ? " call" : " calls")
        + (bill.unpriced() == 0 ? "" : ", " + bill.unpriced() + " of them without a known price");
  }

  /** How often something was tried again; empty where nothing was. */
  static String retries(CallHistory.RunBill bill, int breakdowns) {
    var words = new ArrayList<String>();
    if (bill.again() > 0) {
      words.add(bill.again() + (bill.again() == 1 ? " call" : " calls") + " to a model made again");
    }
    if (breakdowns > 0) {
      words.add("broke down " + (breakdowns == 1 ? "once" : breakdowns + " times"));
    }
    return String.join(", ", words);
  }

  static String stage(Stage stage) {
    return switch (stage) {
      case FETCH -> "Fetch";
      case READ -> "Read";
      case GROUP -> "Group into stories";
      case WRITE -> "Write";
      case CHECK -> "Source check";
      case REVIEW -> "Review";
      case PUBLISH -> "Publish";
    };
  }

  /** What a run came to, in a line. */
  static String result(RunLog.RunLine run) {
    return switch (run.outcome()) {
      case "running" -> "at work now";
      case "not ended" ->
          run.begun()
              ? "its process is gone; the next start takes it up"
              : "waits for the process that serves";
      default -> run.summary();
    };
  }

  /** How a run stands, in a word or two. */
  static String state(RunLog.RunLine run) {
    return switch (run.outcome()) {
      case "running" -> "at work";
      case "not ended" -> run.begun() ? "broken off" : "waits";
      default -> run.outcome();
    };
  }

  /** The style of a line of the history. */
  static String style(RunLog.RunLine run) {
    return switch (run.outcome()) {
      case "done" -> "ok";
      case "running" -> "person";
      case "not ended" -> "weak";
      default -> "unsupported";
    };
  }
}
