package colophon.article;

import colophon.capture.FeedReader;
import colophon.capture.FeedReading;
import colophon.capture.FetchOutcome;
import colophon.capture.Fetcher;
import colophon.capture.ItemHint;
import colophon.capture.Snapshot;
import colophon.capture.SnapshotBody;
import colophon.capture.Source;
import colophon.capture.SourceKind;
import colophon.text.PrintableText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Looks what could be read at an address: the feed that stands there, the feeds that a page names,
 * or those at the usual places. Everything is asked for through the fetcher with its filters, its
 * manners and the host's robots.txt; nothing of it is kept.
 */
public final class FeedDiscovery {

  /** The most feeds that are looked into for one address. */
  static final int MOST_FEEDS = 6;

  /** The most items shown of a feed. */
  static final int MOST_ITEMS = 5;

  private static final List<String> FEED_TYPES =
      List.of("application/rss+xml", "application/atom+xml", "application/feed+json");

  private static final List<String> USUAL_PLACES =
      List.of("/feed", "/rss.xml", "/feed.xml", "/atom.xml", "/rss", "/index.xml");

  /** What was found. */
  public sealed interface Found {}

  /**
   * Feeds that could be read, and those that a page names and that could not.
   *
   * @param named whether the page itself names them, or the address is one
   */
  public record Feeds(List<Feed> feeds, List<String> troubles, boolean named) implements Found {
    public Feeds {
      feeds = List.copyOf(feeds);
      troubles = List.copyOf(troubles);
    }
  }

  /**
   * No feed, but a page that could be read as one article.
   *
   * @param title of the page
   */
  public record OnlyPage(URI address, String title) implements Found {}

  /** Nothing could be read there; the reason is a sentence. */
  public record Nothing(String reason) implements Found {}

  /**
   * A feed that could be read.
   *
   * @param title empty where it has none
   * @param items its first items, as titles with dates
   * @param number how many items it holds
   */
  public record Feed(URI address, String title, int number, List<String> items) {
    public Feed {
      items = List.copyOf(items);
    }
  }

  private final Fetcher fetcher;

  public FeedDiscovery(Fetcher fetcher) {
    this.fetcher = fetcher;
  }

  /**
   * Looks at an address.
   *
   * @param allow what the address filter would refuse; nothing for an address that a person typed
   */
  public Found look(URI address, List<String> allow) {
    FetchOutcome outcome = fetcher.fetch(address, source(address, allow));
    Snapshot page;
    switch (outcome) {
      case FetchOutcome.Fetched fetched -> page = fetched.snapshot();
      case FetchOutcome.Refused refused -> {
        return new Nothing(refused.reason());
      }
      case FetchOutcome.Failed failed -> {
        return new Nothing(failed.reason());
      }
      case FetchOutcome.NotModified same ->
          throw new IllegalStateException("not modified, but nothing was compared: " + same);
    }
    if (read(page) instanceof FeedReading.Feed feed) {
      return new Feeds(List.of(feed(page.landed(), feed)), List.of(), true);
    }
    Document document = document(page);
    if (document == null) {
      return new Nothing(
          "At " + address + " stands neither a feed nor a page; name a feed or a page.");
    }
    List<URI> named = named(document);
    var troubles = new ArrayList<String>();
    List<Feed> feeds = look(named, allow, troubles);
    if (!feeds.isEmpty() || !troubles.isEmpty()) {
      return new Feeds(feeds, troubles, true);
    }
    List<Feed> usual =
        look(
            USUAL_PLACES.stream().map(path -> page.landed().resolve(path)).toList(),
            allow,
            new ArrayList<>());
    return usual.isEmpty()
        ? new OnlyPage(page.landed(), PrintableText.of(document.title()).strip())
        : new Feeds(usual, List.of(), false);
  }

  private List<Feed> look(List<URI> addresses, List<String> allow, List<String> troubles) {
    var feeds = new ArrayList<Feed>();
    for (URI address : addresses) {
      switch (fetcher.fetch(address, source(address, allow))) {
        case FetchOutcome.Fetched fetched -> {
          switch (read(fetched.snapshot())) {
            case FeedReading.Feed feed -> feeds.add(feed(address, feed));
            case FeedReading.NotAFeed none -> troubles.add(none.reason());
          }
        }
        case FetchOutcome.Refused refused -> troubles.add(refused.reason());
        case FetchOutcome.Failed failed -> troubles.add(failed.reason());
        case FetchOutcome.NotModified same ->
            throw new IllegalStateException("not modified, but nothing was compared: " + same);
      }
    }
    return feeds;
  }

  private static FeedReading read(Snapshot snapshot) {
    return FeedReader.read(SnapshotBody.decoded(snapshot), mediaType(snapshot), snapshot.landed());
  }

  private static @Nullable String mediaType(Snapshot snapshot) {
    return snapshot.responseHeaders().getOrDefault("content-type", List.of()).stream()
        .findFirst()
        .orElse(null);
  }

  private static Feed feed(URI address, FeedReading.Feed feed) {
    return new Feed(
        address,
        PrintableText.of(feed.title()).strip(),
        feed.items().size(),
        feed.items().stream().limit(MOST_ITEMS).map(FeedDiscovery::line).toList());
  }

  private static String line(ItemHint item) {
    String title = item.title();
    return PrintableText.of(
        (title == null || title.isBlank() ? item.link().toString() : title.strip())
            + (item.published() == null ? "" : " (" + item.published() + ")"));
  }

  private static @Nullable Document document(Snapshot page) {
    String type = mediaType(page);
    if (type != null && !type.contains("html") && !type.contains("xml")) {
      return null;
    }
    try {
      return Jsoup.parse(
          new ByteArrayInputStream(SnapshotBody.decoded(page)), null, page.landed().toString());
    } catch (IOException e) {
      return null;
    }
  }

  /** The feeds that a page names, each once, in its order. */
  private static List<URI> named(Document page) {
    Set<URI> named = new LinkedHashSet<>();
    for (Element link : page.select("link[rel~=(?i)\\balternate\\b][href]")) {
      String type = link.attr("type").strip().toLowerCase(java.util.Locale.ROOT);
      if (FEED_TYPES.contains(type) && named.size() < MOST_FEEDS) {
        try {
          named.add(URI.create(link.absUrl("href")));
        } catch (IllegalArgumentException e) {
          continue; // An address that cannot be read names nothing.
        }
      }
    }
    return List.copyOf(named);
  }

  private static Source source(URI address, List<String> allow) {
    return new Source(
        "preview",
        String.valueOf(address.getHost()),
        SourceKind.PAGE,
        address,
        null,
        5,
        false,
        allow,
        Duration.ofDays(1));
  }
}
