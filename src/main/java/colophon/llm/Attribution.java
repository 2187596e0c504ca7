package colophon.llm;

import colophon.llm.PassagesMessage.SourceText;
import colophon.text.Language;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prints excerpts as quotations that name their outlet, varied so that a page of them can be read.
 * It remembers what it printed last; one instance prints one brief.
 */
final class Attribution {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  /** Where a sentence may pause for its source: at a comma before a new clause. */
  private static final Pattern PAUSE =
      Pattern.compile(
          "(,) (?=(?:and|but|while|because|although|though|since|before|after|when|where|which|who"
              + "|whose|so|as|according|with|against|until|if|an?|saying|adding|leaving)\\b)");

  /** A sentence with a full date needs no other. */
  private static final Pattern YEAR =
      Pattern.compile("\\d{1,2},? (?:\\p{Lu}\\p{Ll}+ )?20\\d\\d\\b");

  private static final int LEAST_BEFORE_PAUSE = 7;
  private static final int LEAST_AFTER_PAUSE = 6;
  private static final List<String> REPORTING = List.of("reported", "wrote", "reported", "said");
  private static final List<String> SAYING = List.of("said", "wrote", "stated");

  private final boolean english;
  private int printed;
  private int sinceInside;
  private @Nullable String lastVerb;
  private @Nullable Form lastForm;
  private @Nullable SourceText lastSource;

  private enum Form {
    AFTER,
    INSIDE,
    BEFORE,
    ACCORDING
  }

  Attribution(Language language) {
    this.english = language.equals(Language.ENGLISH);
  }

  /** The excerpt as a quotation that names its outlet. */
  String print(Excerpt excerpt) {
    return print(excerpt, false);
  }

  /** The same, with the day on which the outlet published it, where that is known. */
  String dated(Excerpt excerpt) {
    return print(excerpt, true);
  }

  /** The same, where the excerpt before gave another figure for one thing. */
  String differing(Excerpt excerpt) {
    if (!english) {
      return print(excerpt);
    }
    SourceText source = excerpt.first().source();
    printed++;
    sinceInside++;
    lastForm = Form.BEFORE;
    lastSource = source;
    lastVerb = null;
    String opening = OutletName.of(source.outlet()).opening();
    return opening + " gave a different figure: " + quoted(excerpt.text());
  }

  /** Nobody was quoted before what comes next, or it stands far away. */
  void pause() {
    lastSource = null;
  }

  private String print(Excerpt excerpt, boolean dated) {
    SourceText source = excerpt.first().source();
    if (!english) {
      return quoted(excerpt.text()) + " (" + source.outlet() + ")";
    }
    OutletName outlet = OutletName.of(source.outlet());
    Form form = form(excerpt, dated);
    String verb = verb(outlet, source);
    boolean telling = dated && source.published() != null && !YEAR.matcher(excerpt.text()).find();
    String day = telling ? " on " + day(source) : "";
    printed++;
    sinceInside = form == Form.INSIDE ? 0 : sinceInside + 1;
    lastForm = form;
    lastSource = source;
    lastVerb = verb;
    String first = excerpt.first().text();
    String rest = excerpt.sentences().size() == 1 ? "" : excerpt.sentences().get(1).text();
    String credit = outlet.inside() + " " + verb + day;
    return switch (form) {
      case AFTER -> "“" + comma(first) + "” " + credit + "." + further(rest);
      case INSIDE -> inside(first, credit) + further(rest);
      case BEFORE -> outlet.opening() + " " + verb + day + ": " + quoted(excerpt.text());
      case ACCORDING -> "According to " + outlet.inside() + ", " + quoted(excerpt.text());
    };
  }

  private boolean same(SourceText source) {
    return lastSource != null && lastSource.number() == source.number();
  }

  private static String day(SourceText source) {
    return source.published() == null ? "" : source.published().format(DAY);
  }

  private Form form(Excerpt excerpt, boolean dated) {
    String first = excerpt.first().text();
    if (Character.isLowerCase(first.codePointAt(0))) {
      return Form.ACCORDING;
    }
    if (dated || QuotedSpeech.begins(first) || same(excerpt.first().source())) {
      return Form.AFTER;
    }
    boolean pausing = excerpt.sentences().size() == 1 && pause(first) > 0;
    if (pausing && sinceInside >= 2) {
      return Form.INSIDE;
    }
    if (lastForm == Form.BEFORE || lastForm == Form.ACCORDING) {
      return Form.AFTER;
    }
    return printed % 3 == 2 ? Form.BEFORE : Form.AFTER;
  }

  private String verb(OutletName outlet, SourceText source) {
    if (same(source) && !"added".equals(lastVerb)) {
      return "added";
    }
    List<String> verbs = outlet.reports() ? REPORTING : SAYING;
    String verb = verbs.get(printed % verbs.size());
    return verb.equals(lastVerb) ? verbs.get((printed + 1) % verbs.size()) : verb;
  }

  private static String inside(String sentence, String credit) {
    int pause = pause(sentence);
    String before = QuotedSpeech.nested(sentence.substring(0, pause));
    String after = QuotedSpeech.nested(sentence.substring(pause + 2));
    return "“" + before + ",” " + credit + ", “" + after + "”";
  }

  /** The index of the comma where a sentence may pause; -1 where it runs on. */
  private static int pause(String sentence) {
    if (QuotedSpeech.holds(sentence)) {
      return -1;
    }
    Matcher comma = PAUSE.matcher(sentence);
    while (comma.find()) {
      boolean bracketed =
          sentence.substring(0, comma.start()).lastIndexOf('(')
              > sentence.substring(0, comma.start()).lastIndexOf(')');
      int before = sentence.substring(0, comma.start()).split(" ").length;
      int after = sentence.substring(comma.end()).split(" ").length;
      boolean another = sentence.indexOf(',', comma.end()) >= 0;
      if (before >= LEAST_BEFORE_PAUSE && after >= LEAST_AFTER_PAUSE && !bracketed && !another) {
        return comma.start();
      }
    }
    return -1;
  }

  private static String further(String sentence) {
    return sentence.isEmpty() ? "" : " " + quoted(sentence);
  }

  private static String quoted(String text) {
    return "“" + QuotedSpeech.nested(text) + "”";
  }

  /** The sentence as it stands before its source: its full stop is a comma there. */
  private static String comma(String sentence) {
    String nested = QuotedSpeech.nested(sentence);
    if (nested.endsWith(".’")) {
      return nested.substring(0, nested.length() - 2) + ",’";
    }
    if (nested.matches("(?s).*\\b\\p{L}\\.\\p{L}\\.")) {
      return nested + ",";
    }
    return nested.endsWith(".") ? nested.substring(0, nested.length() - 1) + "," : nested;
  }
}
