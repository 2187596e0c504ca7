package colophon.grounding;

import colophon.article.Article;
import colophon.brief.Role;
import colophon.brief.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether every date of a sentence is a date of its passages. A word such as "Tuesday" counts from
 * the day the cited article was published, in the zone the article gave.
 */
final class DateCheck {

  /** A date of a passage or of an article's head, with the day from which it counts. */
  private record Dated(DateMention.Meaning meaning, String words, @Nullable LocalDate from) {}

  private DateCheck() {}

  static CheckResult check(Sentence sentence, Evidence evidence) {
    List<DateMention> claimed = DateReader.in(Typography.plain(sentence.text()));
    if (claimed.isEmpty()) {
      return new CheckResult(Check.DATES, true, "It states no date.", -1);
    }
    List<Dated> stated = stated(evidence);
    for (DateMention mention : claimed) {
      if (!supported(mention, sentence.role(), evidence, stated)) {
        return new CheckResult(
            Check.DATES,
            false,
            "The date \"" + mention.text() + "\" is not a date of the cited passages.",
            -1);
      }
    }
    return new CheckResult(Check.DATES, true, "Its dates are dates of the cited passages.", -1);
  }

  private static List<Dated> stated(Evidence evidence) {
    var stated = new ArrayList<Dated>();
    for (Cited cited : evidence.passages()) {

      LocalDate from = published(cited.article());
      for (DateMention mention : cited.dates()) {
        stated.add(new Dated(mention.meaning(), lower(mention), from));
      }
      for (DateMention mention : DateReader.ago(cited.plain())) {
        stated.add(new Dated(mention.meaning(), lower(mention), from));
      }
    }
    return stated;
  }

  private static String lower(DateMention mention) {
    return mention.text().toLowerCase(java.util.Locale.ROOT);
  }

  private static @Nullable LocalDate published(Article article) {
    return article.published() == null ? null : article.published().toLocalDate();
  }

  private static boolean supported(
      DateMention mention, Role role, Evidence evidence, List<Dated> stated) {
    if (stated.stream().anyMatch(dated -> sameWords(mention, dated))) {
      return true;
    }
    if (mention.meaning() instanceof DateMention.YearOf year && countIn(year.year(), evidence)) {
      return true;
    }
    List<Days> seen = seen(mention.meaning(), evidence);
    if (matches(seen, stated)) {
      return true;
    }
    return seen.stream().anyMatch(days -> ofPublication(mention, days, role, evidence, stated));
  }

  /** The days a mention may mean, counted from each cited article's day. */
  private static List<Days> seen(DateMention.Meaning meaning, Evidence evidence) {
    var seen = new ArrayList<>(meaning.seenFrom(null));
    evidence.articles().forEach(article -> seen.addAll(meaning.seenFrom(published(article))));
    return seen;
  }

  private static boolean matches(List<Days> claimed, List<Dated> stated) {
    return stated.stream()
        .flatMap(dated -> dated.meaning().seenFrom(dated.from()).stream())
        .anyMatch(days -> claimed.stream().anyMatch(claim -> claim.contains(days)));
  }

  /** Where no day is known to count from, the same words mean the same day. */
  private static boolean sameWords(DateMention mention, Dated dated) {
    if (mention.meaning().equals(dated.meaning())) {
      return true;
    }
    if (dated.from() != null) {
      return false;
    }
    return switch (mention.meaning()) {
      case DateMention.DayOf day ->
          day.year() == 0
              && dated.meaning() instanceof DateMention.DayOf other
              && day.month() == other.month()
              && day.day() == other.day();
      case DateMention.MonthOf month ->
          month.year() == 0 && monthOf(dated.meaning()) == month.month();
      case DateMention.WeekdayNamed weekday ->
          dated.meaning().seenFrom(null).stream()
              .anyMatch(days -> days.single() && days.first().getDayOfWeek() == weekday.weekday());
      case DateMention.YearOf ignored -> false;
      case DateMention.DayOnly ignored -> false;
      case DateMention.Away ignored -> false;
      case DateMention.EitherOf ignored -> false;
    };
  }

  private static int monthOf(DateMention.Meaning meaning) {
    return switch (meaning) {
      case DateMention.DayOf day -> day.month();
      case DateMention.MonthOf month -> month.month();
      default -> 0;
    };
  }

  /** A number such as 2000 may count people. */
  private static boolean countIn(int year, Evidence evidence) {
    return evidence.passages().stream()
        .flatMap(cited -> cited.figures().stream())
        .flatMap(figure -> figure.readings().stream())
        .anyMatch(reading ->
            reading.kind() == Figure.Kind.COUNT
                && reading.value().compareTo(java.math.BigDecimal.valueOf(year)) == 0);
  }

  /**
   * The day of publication supports a date where the passages name no day of their own, in the
   * dated standfirst, and where the sentence speaks of the present.
   */
  private static boolean ofPublication(
      DateMention mention, Days days, Role role, Evidence evidence, List<Dated> stated) {
    boolean published =
        evidence.articles().stream()
            .map(DateCheck::published)
            .anyMatch(day -> day != null && days.contains(Days.day(day)));
    boolean present = mention.meaning() instanceof DateMention.Away away && away.by() == 0;
    boolean head = role == Role.STANDFIRST || role == Role.HEADLINE;
    boolean noneStated =
        stated.stream()
            .noneMatch(
                dated -> dated.meaning().seenFrom(dated.from()).stream().anyMatch(Days::single));
    return published && (present || head || noneStated && days.single());
  }
}
