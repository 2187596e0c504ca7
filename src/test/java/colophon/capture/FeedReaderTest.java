package colophon.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {

  private static final URI BASE = URI.create("https://harbour-post.example/news/feed");

  @Test
  void readsRss() {
    ItemHint item =
        only(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
              <channel><title>The wire</title><link>https://harbour-post.example/</link>
                <item>
                  <media:title>A picture</media:title>
                  <title>Rates &amp;amp; &lt;b&gt;rents&lt;/b&gt; fall</title>
                  <link>/2026/rates.html#top</link>
                  <pubDate>Wed, 14 Jan 2026 13:30:00 +0900</pubDate>
                  <dc:creator>Mara Ellery</dc:creator><dc:creator>Jonah Merrick</dc:creator>
                  <source url="https://eastgate.example/rss">Eastgate Tribune</source>
                </item>
              </channel>
            </rss>
            """);

    assertThat(item)
        .isEqualTo(
            new ItemHint(
                URI.create("https://harbour-post.example/2026/rates.html"),
                "Rates & rents fall",
                List.of("Mara Ellery", "Jonah Merrick"),
                OffsetDateTime.parse("2026-01-14T13:30:00+09:00"),
                "Eastgate Tribune"));
  }

  @Test
  void readsAtomWithBaseSourceAndInheritedAuthor() {
    ItemHint item =
        only(
            """
            <a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="https://ledger.example/x/">
              <a:title>Ledger</a:title>
              <a:author><a:name>The desk</a:name></a:author>
              <a:entry xml:base="y/">
                <a:title type="text">Less &lt; more</a:title>
                <a:link rel="enclosure" href="z.mp3"/><a:link rel="edit" href="e"/>
                <a:link href="item.html"/>
                <a:updated>2026-01-15T00:00:00Z</a:updated>
                <a:published>2026-01-14T16:10:00+09:00</a:published>
                <a:source><a:title>Pacific Ledger</a:title><a:updated>2026-01-14T00:00:00Z</a:updated></a:source>
              </a:entry>
            </a:feed>
            """);

    assertThat(item)
        .isEqualTo(
            new ItemHint(
                URI.create("https://ledger.example/x/y/item.html"),
                "Less < more",
                List.of("The desk"),
                OffsetDateTime.parse("2026-01-14T16:10:00+09:00"),
                "Pacific Ledger"));
  }

  @Test
  void readsRdfAndOldRssAndOldAtom() {
    assertThat(
            only("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="x"><title>c</title></channel>
              <item rdf:about="https://a.example/1"><title>t</title><dc:date>2026-01-14T08:00Z</dc:date></item>
            </rdf:RDF>
            """)
                .link())
        .isEqualTo(URI.create("https://a.example/1"));
    assertThat(
            only("<rss version='0.91'><channel><item><title>t</title><link>a</link></item></channel></rss>")
                .title())
        .isEqualTo("t");
    assertThat(
            only("""
            <feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>t</title>
            <link rel="alternate" href="a"/><issued>2003-12-31T10:14:55-08:00</issued></entry></feed>
            """)
                .published())
        .isEqualTo(OffsetDateTime.parse("2003-12-31T10:14:55-08:00"));
  }

  @Test
  void readsJsonFeed() {
    ItemHint item =
        only(
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": "Journals", "authors": [{"name": "All of us"}],
             "items": [{"id": "1", "url": "a/b.html", "title": "T &amp; t", "date_published": "2026-01-13T22:05:00+00:00",
                        "authors": [{"name": "Finn Garrick"}, {"url": "x"}], "_outlet": {"name": "Windward Daily"}},
                       {"id": 2, "content_text": "no link"}]}
            """);

    assertThat(item)
        .isEqualTo(
            new ItemHint(
                URI.create("https://harbour-post.example/news/a/b.html"),
                "T & t",
                List.of("Finn Garrick"),
                OffsetDateTime.parse("2026-01-13T22:05:00Z"),
                "Windward Daily"));
  }

  @Test
  void countsItemsThatLeadNowhere() {
    FeedReading.Feed feed =
        feed(
            """
            <rss><channel><item><title>a</title></item><item><link>javascript:x</link></item>
            <item><guid isPermaLink="false">https://a.example/1</guid></item>
            <item><guid>https://a.example/2</guid></item></channel></rss>
            """);

    assertThat(feed.withoutLink()).isEqualTo(3);
    assertThat(feed.items())
        .extracting(ItemHint::link)
        .containsExactly(URI.create("https://a.example/2"));
  }

  @Test
  void readsPastDamage() {
    assertThat(
            only("""


            PHP Notice: something <b>odd</b> in line 3
            <?xml version="1.0"?>
            <rss version="2.0"><channel><title>a & b</title>
            <item><title>caf&eacute; &nbsp;<itunes:x>y</itunes:x></title>
            <link>https://a.example/?a=1&b=2</link>
            <description><![CDATA[ never closed
            """)
                .link())
        .isEqualTo(URI.create("https://a.example/?a=1&b=2"));
  }

  @Test
  void followsNoEntityOfADocumentType() {
    FeedReading.Feed feed =
        feed(
            """
            <?xml version="1.0"?>
            <!DOCTYPE rss [ <!ENTITY secret SYSTEM "file:///etc/passwd"> <!ENTITY a "lol"> <!ENTITY b "&a;&a;&a;"> ]>
            <rss><channel><item><title>x &secret; &b;</title><link>a</link></item></channel></rss>
            """);

    assertThat(feed.items().getFirst().title()).isEqualTo("x &secret; &b;");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, UTF-8, ''",
    "UTF-8, ISO-8859-1, ''",
    "UTF-8, UTF-8, application/xml; charset=iso-8859-1",
    "ISO-8859-1, UTF-8, ''",
    "ISO-8859-1, ISO-8859-1, ''",
    "windows-1252, nonsense, ''",
    "UTF-16LE, UTF-16, ''",
    "UTF-16BE, UTF-16, ''",
    "ISO-8859-15, UTF-8, text/xml; charset=ISO-8859-15",
  })
  void readsTheRightLettersUnderWrongDeclarations(String true_, String declared, String mediaType) {
    String text =
        "<?xml version='1.0' encoding='"
            + declared
            + "'?><rss><channel><item><title>Größe à"
            + " Åland</title><link>a</link></item></channel></rss>";

    FeedReading reading = FeedReader.read(text.getBytes(Charset.forName(true_)), mediaType, BASE);

    assertThat(((FeedReading.Feed) reading).items().getFirst().title()).isEqualTo("Größe à Åland");
  }

  @ParameterizedTest
  @CsvSource({"EUC-KR, 나라에서 만나다", "Shift_JIS, 奈良で会談", "gb2312, 奈良会谈", "koi8-r, Встреча в Наре"})
  void readsOtherScripts(String charset, String title) {
    String text =
        "<?xml version='1.0' encoding='"
            + charset
            + "'?><rss><channel><item><title>"
            + title
            + "</title><link>a</link></item></channel></rss>";

    FeedReading reading = FeedReader.read(text.getBytes(Charset.forName(charset)), null, BASE);

    assertThat(((FeedReading.Feed) reading).items().getFirst().title()).isEqualTo(title);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | is empty; a feed was expected there.",
        "'  \n ' | is empty; a feed was expected there.",
        "just words | is neither XML nor JSON, so no feed can be read from it; check the address.",
        "<opml><outline/></opml> | is XML that begins with <opml>, which is neither RSS nor Atom",
        "{\"a\": 1} | is JSON but no JSON Feed: it has no list of items; check the address.",
        "{\"a\": | is damaged JSON at line 1; no feed can be read from it.",
        "[] | is JSON but no JSON Feed",
        "<!doctype html><html><body><p>x | is a web page, not a feed; name the address of its feed",
        "<html><head><link rel=alternate type='application/rss+xml' href='/rss'></head> | is a web"
            + " page, not a feed; it announces one at https://harbour-post.example/rss.",
      })
  void saysWhatStandsThereInstead(String text, String sentence) {
    FeedReading reading = FeedReader.read(text.getBytes(StandardCharsets.UTF_8), null, BASE);

    assertThat(reading).isInstanceOf(FeedReading.NotAFeed.class);
    assertThat(((FeedReading.NotAFeed) reading).reason())
        .startsWith(BASE.toString())
        .contains(sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<a>", "<rss><channel>", "<!--", "{\"items\":[", "<![CDATA["})
  void survivesDepthAndLength(String part) {
    byte[] deep = part.repeat(20_000).getBytes(StandardCharsets.UTF_8);

    assertThat(FeedReader.read(deep, null, BASE)).isNotNull();
  }

  @Test
  void takesTheFirstThousandItems() {
    String text =
        "<rss><channel>" + "<item><link>a</link></item>".repeat(1_200) + "</channel></rss>";

    assertThat(feed(text).items()).hasSize(FeedReader.MOST_ITEMS);
  }

  @ParameterizedTest
  @CsvSource({
    "mara@harbour.example (Mara Ellery), Mara Ellery",
    "Mara Ellery <mara@harbour.example>, Mara Ellery",
    "By Mara Ellery, Mara Ellery",
    "Byron Lake, Byron Lake",
    "mara@harbour.example, ''",
  })
  void findsTheNameInAnAuthorsLine(String line, String name) {
    assertThat(AuthorName.of(line)).isEqualTo(name);
  }

  private static ItemHint only(String text) {
    assertThat(feed(text).items()).hasSize(1);
    return feed(text).items().getFirst();
  }

  private static FeedReading.Feed feed(String text) {
    FeedReading reading = FeedReader.read(text.getBytes(StandardCharsets.UTF_8), null, BASE);
    assertThat(reading).isInstanceOf(FeedReading.Feed.class);
    return (FeedReading.Feed) reading;
  }
}
