package colophon.excerpt;

import colophon.text.PrintableText;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/** An answer for a person, in plain words. */
public final class AnswerText {

  /** The most sources named after one sentence; the rest are counted. */
  private static final int MOST_SOURCES = 6;

  /** The most versions named after one sentence; the rest are counted. */
  private static final int MOST_VERSIONS = 6;

  private final StringBuilder out = new StringBuilder();

  private AnswerText() {}

  /** The answer as lines, the last one ended. */
  public static String of(ExcerptAnswer answer) {
    var text = new AnswerText();
    text.summary(answer);
    int number = 1;
    for (SentenceMatch sentence : answer.sentences()) {
      text.out.append('\n');
      text.sentence(number++, sentence);
    }
    text.versions(answer);
    text.limits(answer);
    return text.out.toString();
  }

  private void summary(ExcerptAnswer answer) {
    int all = answer.sentences().size();
    line(
        count(all, "sentence")
            + ": "
            + answer.count(SentenceMatch.Verbatim.class)
            + " word for word, "
            + answer.count(SentenceMatch.Edited.class)
            + " edited, "
            + answer.count(SentenceMatch.NotOurs.class)
            + " not ours"
            + pageLines(answer.count(SentenceMatch.PageLine.class))
            + ".");
    if (answer.briefs() > 1) {
      line(
          "They come from "
              + answer.briefs()
              + " briefs: whoever put them together was not the publisher.");
    }
  }

  private static String pageLines(long count) {
    return count == 0 ? "" : ", " + count + (count == 1 ? " line" : " lines") + " of a page";
  }

  private void sentence(int number, SentenceMatch sentence) {
    switch (sentence) {
      case SentenceMatch.Verbatim verbatim -> {
        line(
            number
                + "  WORD FOR WORD"
                + (verbatim.asPrinted()
                    ? ""
                    : ", with other spaces, quotation marks, dashes or source marks"));
        line("   " + verbatim.pasted());
        places(verbatim.matches());
      }
      case SentenceMatch.Edited edited -> {
        line(number + "  EDITED: " + stakes(edited));
        line("   " + difference(edited.difference()));
        places(edited.matches());
      }
      case SentenceMatch.PageLine line -> {
        line(number + "  A LINE OF THE PAGE, not of a brief's text");
        line("   " + line.pasted());
        line("   on the pages of " + count(line.versions().size(), "version"));
      }
      case SentenceMatch.NotOurs foreign -> {
        line(number + "  NOT OURS");
        line("   " + foreign.pasted());
      }
    }
  }

  private static String stakes(SentenceMatch.Edited edited) {
    var stakes = new StringJoiner(", ");
    new TreeSet<>(edited.stakes()).forEach(stake -> stakes.add(stake.words()));
    return "the difference touches " + stakes;
  }

  /** The published words with what was {@code [-left out-]} and what was {@code [+added+]}. */
  static String difference(List<Stretch> stretches) {
    var words = new StringJoiner(" ");
    for (Stretch stretch : stretches) {
      words.add(
          switch (stretch.kind()) {
            case KEPT -> stretch.text();
            case LEFT_OUT -> "[-" + stretch.text() + "-]";
            case ADDED -> "[+" + stretch.text() + "+]";
          });
    }
    return words.toString();
  }

  private void places(List<Match> matches) {
    var bySlug = new TreeMap<String, TreeSet<Integer>>();
    for (Match match : matches) {
      bySlug
          .computeIfAbsent(match.version().slug(), slug -> new TreeSet<>())
          .add(match.version().number());
    }
    var places = new StringJoiner("; ");
    bySlug.entrySet().stream()
        .limit(MOST_VERSIONS)
        .forEach(place ->
            places.add(
                place.getKey()
                    + (place.getValue().size() == 1 ? ", version " : ", versions ")
                    + numbers(place.getValue())));
    if (bySlug.size() > MOST_VERSIONS) {
      places.add("and " + (bySlug.size() - MOST_VERSIONS) + " more briefs");
    }
    line("   in " + places);
    if (!ExcerptAnswer.isCurrent(matches)) {
      line("   The brief does not say this today: see its standing below.");
    }
    sources(ExcerptAnswer.sources(matches));
  }

  private static String numbers(TreeSet<Integer> numbers) {
    var list = new StringJoiner(", ");
    numbers.forEach(number -> list.add(Integer.toString(number)));
    return list.toString();
  }

  private void sources(List<CitedSource> sources) {
    for (CitedSource source : sources.subList(0, Math.min(MOST_SOURCES, sources.size()))) {
      line(
          "   rests on "
              + source.outlet()
              + ", “"
              + source.title()
              + "”"
              + (source.link() == null ? "" : " " + source.link()));
    }
    if (sources.size() > MOST_SOURCES) {
      line("   and on " + (sources.size() - MOST_SOURCES) + " more");
    }
  }

  private void versions(ExcerptAnswer answer) {
    if (answer.versions().isEmpty()) {
      return;
    }
    out.append('\n');
    line("The versions");
    for (PublishedVersion version : answer.versions()) {
      boolean newest = answer.newest().contains(version);
      line(
          "  "
              + version.name()
              + ": "
              + standing(version.standing())
              + (newest ? "" : " (the newest is version " + newestOf(version, answer) + ")")
              + ", published "
              + version.publishedAt()
              + " by "
              + version.publisher()
              + (version.signerKnown()
                  ? ", signed with a key you know"
                  : ", signed with a key found beside it"));
      line("    record " + version.record());
    }
  }

  private static int newestOf(PublishedVersion version, ExcerptAnswer answer) {
    return answer.newest().stream()
        .filter(each -> each.briefId().equals(version.briefId()))
        .mapToInt(PublishedVersion::number)
        .max()
        .orElse(version.number());
  }

  private static String standing(Standing standing) {
    return switch (standing) {
      case CURRENT -> "current";
      case SUPERSEDED -> "superseded by an update";
      case CORRECTED -> "corrected since";
      case WITHDRAWN -> "withdrawn by the publisher";
      case UNKNOWN -> "its standing is not known here";
    };
  }

  private void limits(ExcerptAnswer answer) {
    out.append('\n');
    line("Looked for in " + count(answer.versionsLookedAt(), "published version") + ".");
    line(
        "This shows which signed words a sentence agrees with, not that they are true; and a"
            + " sentence that is not ours may still be somebody's.");
  }

  private static String count(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private void line(String text) {
    out.append(
            text.startsWith(" ")
                ? text.replaceAll("\\S.*", "") + PrintableText.of(text.strip())
                : PrintableText.of(text))
        .append('\n');
  }
}
