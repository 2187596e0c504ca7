package colophon.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebAddressTest {

  private static final URI BASE = URI.create("https://harbour-post.example/news/feed.xml");

  @ParameterizedTest
  @CsvSource({
    "a.html, https://harbour-post.example/news/a.html",
    "/b?q=1#part, https://harbour-post.example/b?q=1",
    "//cdn.example/x, https://cdn.example/x",
    "HTTP://EXAMPLE.com:80, http://example.com/",
    "https://example.com:8443/a/../b, https://example.com:8443/b",
    "https://example.com/../../b, https://example.com/b",
    "https://bücher.example/straße ö, https://xn--bcher-kva.example/stra%C3%9Fe%20%C3%B6",
    "https://example.com/a[1]|b^c, https://example.com/a%5B1%5D%7Cb%5Ec",
    "https://example.com/100%, https://example.com/100%25",
    "https://example.com/%E4%BD%A0, https://example.com/%E4%BD%A0",
    "'  https://example.com/a  ', https://example.com/a",
    "?page=2, https://harbour-post.example/news/?page=2",
    "http://[2001:db8::1]/x, http://[2001:db8::1]/x",
  })
  void readsAddressesAsTheyAreWritten(String written, String read) {
    assertThat(WebAddress.resolve(BASE, written)).hasToString("Optional[" + read + "]");
  }

  @ParameterizedTest
  @CsvSource({
    "javascript:alert(1)",
    "mailto:a@b.example",
    "data:text/html;x",
    "''",
    "http://",
    "http:///x"
  })
  void readsNothingThatLeadsNowhere(String written) {
    assertThat(WebAddress.resolve(BASE, written)).isEmpty();
  }

  @Test
  void resolvesBesideAFile() {
    URI feed = URI.create("file:///srv/samples/wire.xml");

    assertThat(WebAddress.resolve(feed, "harbour-post/a b.html"))
        .contains(URI.create("file:///srv/samples/harbour-post/a%20b.html"));
    assertThat(WebAddress.resolve(feed, "../x.html")).contains(URI.create("file:///srv/x.html"));
  }
}
