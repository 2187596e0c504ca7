package colophon.article;

import colophon.capture.Captured;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;

/**
 * When a page was published. Evidence is tried from strong to weak: structured data, meta elements,
 * time elements, the address, elements named as dates, dates in the text; a date of change only
 * where nothing tells of publication. A more precise form of the same day is preferred.
 */
final class PageDate {

  private static final LocalDate OLDEST = LocalDate.of(1990, 1, 1);
  private static final int DAYS_AHEAD = 2;
  private static final int MOST_ELEMENTS = 400;

  private static final String[] PUBLISHED = {
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "article:published",
    "article.published",
    "published_time",
    "publication_date",
    "published-date",
    "publisheddate",
    "publish-date",
    "publishdate",
    "publish_date",
    "publish_time",
    "pubdate",
    "pub_date",
    "pub-date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date.published",
    "dc.date.publication",
    "dcterms.date",
    "dc.date",
    "citation_publication_date",
    "citation_date",
    "bt:pubdate",
    "article_date_original",
    "article:post_date",
    "originalpublicationdate",
    "created",
    "date_published",
    "rbpubdate",
    "ptime",
    "displaydate",
    "vr:published_time",
    "shareaholic:article_published_time",
    "og:release_date",
    "weibo:article:create_at",
    "analyticsattributes.articledate",
    "gentime",
    "article.created",
    "datecreated",
    "date",
    "eomportal-lastupdate",
    "dc:created",
    "release_date"
  };
  private static final String[] MODIFIED = {
    "article:modified_time", "og:updated_time", "datemodified", "last-modified", "modified_time",
    "dcterms.modified", "dc.date.modified", "lastmod", "revised", "updated_time"
  };

  private static final Pattern IN_ADDRESS =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d\\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\\d|3[01])(?!\\d)");

  private static final Pattern DAY_FIRST_IN_ADDRESS =
      Pattern.compile(
          "(?<!\\d)(0[1-9]|[12]\\d|3[01])([._-])(0[1-9]|1[0-2])\\2((?:19|20)\\d\\d)(?!\\d)");

  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)(^|.*[\\s_-])(dates?|datum|pub-?date|published|publish(ed)?-?(date|time|on)?|timestamp|posted-?on|post-?date|entry-?date|"
              + "time|datetime|data|fecha|meta-?date|dateline|article-?date|create[d]?|submitted|byline|meta|info|details|posttime|postdate|entrydate|articledate|published-date)($|[\\s_-].*)");

  private final Document page;
  private final PageMeta meta;
  private final StructuredData data;
  private final Captured captured;
  private final boolean dayFirst;

  PageDate(Document page, PageMeta meta, StructuredData data, Captured captured) {
    this.page = page;
    this.meta = meta;
    this.data = data;
    this.captured = captured;
    Element html = page.selectFirst("html");
    String lang = html == null ? "" : html.attr("lang");
    String host = captured.snapshot().landed().getHost();
    this.dayFirst =
        !(lang.equalsIgnoreCase("en-us")
            || (lang.equalsIgnoreCase("en") || lang.isEmpty())
                && host != null
                && host.matches(".*\\.(com|org|net|edu|gov)"));
  }

  Optional<OffsetDateTime> find() {
    List<DateText.Found> declared = new ArrayList<>();
    data.article().ifPresent(article -> add(declared, article, "datePublished"));
    for (String name : PUBLISHED) {
      meta.all(name).forEach(value -> read(value).ifPresent(declared::add));
    }
    data.article().ifPresent(article -> add(declared, article, "dateCreated", "uploadDate"));
    data.webPage().ifPresent(object -> add(declared, object, "datePublished", "dateCreated"));
    times(declared);
    Optional<DateText.Found> found = best(declared).or(this::inAddress);
    if (found.isPresent()) {
      return found.map(this::sharpened).map(this::inItsPlace).map(date -> date.moment(zone()));
    }
    return inNamedElements(any -> true)
        .or(() -> inText(any -> true))
        .or(this::modified)
        .map(date -> date.moment(zone()));
  }

  /** The same day as the page shows it, where that has a time and the declaration has none. */
  private DateText.Found sharpened(DateText.Found date) {
    if (date.precision() == 2) {
      return date;
    }
    Predicate<DateText.Found> finer =
        one -> one.day().equals(date.day()) && one.precision() > date.precision();
    return inNamedElements(finer).or(() -> inText(finer)).orElse(date);
  }

  /**
   * The same moment in the zone of the outlet: declarations often give UTC, while the page shows
   * its readers the time of the place, and with it often another day.
   */
  private DateText.Found inItsPlace(DateText.Found date) {
    if (!ZoneOffset.UTC.equals(date.offset()) || date.time() == null) {
      return date;
    }
    LocalDateTime universal = LocalDateTime.of(date.day(), date.time());
    Predicate<DateText.Found> same =
        shown -> shown.time() != null && minutesAhead(universal, shown) != 0;
    return inNamedElements(same)
        .map(shown -> {
          ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * minutesAhead(universal, shown));
          LocalDateTime local = universal.plusSeconds(offset.getTotalSeconds());
          return new DateText.Found(local.toLocalDate(), local.toLocalTime(), offset);
        })
        .orElse(date);
  }

  /** How far a shown time runs ahead of UTC by half hours; 0 where it is another moment. */
  private static int minutesAhead(LocalDateTime universal, DateText.Found shown) {
    if (shown.time() == null) {
      return 0;
    }
    LocalDateTime local = LocalDateTime.of(shown.day(), shown.time());
    long minutes =
        ChronoUnit.MINUTES.between(
            universal.truncatedTo(ChronoUnit.MINUTES), local.truncatedTo(ChronoUnit.MINUTES));
    boolean zone = minutes % 30 == 0 && minutes >= -12 * 60 && minutes <= 14 * 60;
    boolean told = shown.offset() == null || shown.offset().getTotalSeconds() == minutes * 60;
    return zone && told ? (int) minutes : 0;
  }

  private void add(List<DateText.Found> found, JsonNode object, String... members) {
    for (String member : members) {
      StructuredData.text(object, member).flatMap(this::read).ifPresent(found::add);
    }
  }

  private void times(List<DateText.Found> found) {
    for (String query :
        List.of(
            "[itemprop~=datePublished]",
            "time[pubdate], time.published, time.entry-date, abbr.published, .dt-published",
            "header time[datetime], article time[datetime], main time[datetime]",
            "time[datetime]")) {
      int seen = 0;
      for (Element element : page.select(query)) {
        String said = element.attr("datetime");
        if (said.isBlank()) {
          said = element.attr("content");
        }
        if (said.isBlank()) {
          said = element.attr("title");
        }
        boolean change =
            element.className().contains("updated") || element.attr("itemprop").contains("odified");
        if (seen++ < MOST_ELEMENTS && !change) {
          Optional<DateText.Found> one = read(said).or(() -> read(element.text()));
          if (one.isPresent()) {
            found.add(one.get());
            break;
          }
        }
      }
    }
  }

  /** The first, in its most precise form. */
  private static Optional<DateText.Found> best(List<DateText.Found> found) {
    if (found.isEmpty()) {
      return Optional.empty();
    }
    DateText.Found best = found.getFirst();
    for (DateText.Found one : found) {
      if (one.day().equals(best.day()) && one.precision() > best.precision()) {
        best = one;
      }
    }
    return Optional.of(best);
  }

  private Optional<DateText.Found> inAddress() {
    Element canonical = page.selectFirst("link[rel=canonical]");
    String addresses =
        (canonical == null ? "" : canonical.attr("href"))
            + " "
            + meta.first("og:url").orElse("")
            + " "
            + captured.snapshot().landed().getRawPath();
    Matcher date = IN_ADDRESS.matcher(addresses);
    if (date.find()) {
      return read(date.group(1) + "-" + date.group(2) + "-" + date.group(3));
    }
    Matcher dayFirst = DAY_FIRST_IN_ADDRESS.matcher(addresses);
    return dayFirst.find()
        ? read(dayFirst.group(4) + "-" + dayFirst.group(3) + "-" + dayFirst.group(1))
        : Optional.empty();
  }

  private Optional<DateText.Found> inNamedElements(Predicate<DateText.Found> wanted) {
    int seen = 0;
    for (Element element : page.body().select("[class], [id], time")) {
      if (seen > MOST_ELEMENTS) {
        break;
      }
      boolean named =
          element.normalName().equals("time")
              || NAMED.matcher(element.className()).matches()
              || NAMED.matcher(element.id()).matches();
      if (named) {
        seen++;
        String text = element.text();
        if (text.length() <= 160) {
          Optional<DateText.Found> found = read(text).filter(wanted);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<DateText.Found> inText(Predicate<DateText.Found> wanted) {
    int seen = 0;
    for (Element element :
        page.body().select("p, span, div, small, em, i, b, strong, td, li, h2, h3, h4, h5, h6")) {
      String own = element.ownText();
      if (own.length() >= 6 && own.length() <= 80 && seen++ < 4 * MOST_ELEMENTS) {
        if (own.indexOf('©') >= 0) {
          continue;
        }
        Optional<DateText.Found> found = read(own).filter(wanted);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<DateText.Found> modified() {
    Optional<DateText.Found> declared =
        data.article()
            .or(data::webPage)
            .flatMap(article -> StructuredData.text(article, "dateModified"))
            .flatMap(this::read);
    if (declared.isPresent()) {
      return declared;
    }
    for (String name : MODIFIED) {
      Optional<DateText.Found> found = meta.first(name).flatMap(this::read);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<DateText.Found> read(String text) {
    LocalDate latest =
        captured.snapshot().fetchedAt().atZone(ZoneOffset.UTC).toLocalDate().plusDays(DAYS_AHEAD);
    return DateText.read(text, dayFirst)
        .filter(found -> !found.day().isBefore(OLDEST) && !found.day().isAfter(latest));
  }

  /** A time without a zone is in the zone that the feed gave, else taken as UTC. */
  private ZoneOffset zone() {
    OffsetDateTime announced = captured.hint().published();
    return announced == null ? ZoneOffset.UTC : announced.getOffset();
  }
}
