package colophon.capture;

import static colophon.capture.HostileServer.bytes;
import static colophon.capture.HostileServer.page;
import static colophon.capture.HostileServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a poll of a feed reads and keeps. */
class PollerTest extends PollerBench {

  @Test
  void capturesTheItemsOfAFeedInItsOrder() {
    server.on("/a", page("text/html", "a")).on("/b", page("text/html", "b"));
    server.on("/feed", rss("/b", "/a", "/b"));

    PollReport report = poller.poll(feed());

    assertThat(report.captured())
        .extracting(ItemHint::link)
        .containsExactly(server.at("/b"), server.at("/a"));
    assertThat(report.captured().getFirst().title()).isEqualTo("Title of /b");
    assertThat(report.unchanged()).isZero();
    assertThat(report.problems()).isEmpty();
    assertThat(report.polledAt()).isEqualTo(now.get());
    assertThat(snapshots.latestOf(server.at("/feed"))).isPresent();
  }

  @Test
  void leavesPagesAloneUntilItIsTimeToLookAgain() {
    server.on("/a", page("text/html", "a")).on("/feed", rss("/a"));
    poller.poll(feed());

    after(Duration.ofHours(1));
    assertThat(poller.poll(feed()).unchanged()).isEqualTo(1);
    assertThat(server.asked("/a")).isEqualTo(1);

    after(Duration.ofHours(2));
    PollReport same = poller.poll(feed());
    assertThat(same.unchanged()).isEqualTo(1);
    assertThat(same.captured()).isEmpty();
    assertThat(server.asked("/a")).isEqualTo(2);

    server.on("/a", page("text/html", "a, corrected"));
    after(Duration.ofHours(3));
    assertThat(poller.poll(feed()).captured()).hasSize(1);
  }

  @Test
  void looksAgainAtOnceWhereTheFeedNamesANewerDate() {
    server.on("/a", page("text/html", "a")).on("/feed", rss("/a"));
    poller.poll(feed());

    after(Duration.ofMinutes(30));
    server.on("/a", page("text/html", "b"));
    server.on(
        "/feed",
        page(
            "application/rss+xml",
            "<rss><channel><item><link>/a</link><pubDate>Wed, 14 Jan 2026 09:20:00 GMT</pubDate>"
                + "</item></channel></rss>"));
    assertThat(poller.poll(feed()).captured()).hasSize(1);
  }

  @Test
  void readsAnUnchangedFeedFromItsSnapshotSoThatNoItemIsForgotten() {
    server.on(
        "/feed",
        (request, out) ->
            (request.headers().containsKey("if-none-match")
                    ? status(304)
                    : bytes(
                        200,
                        "<rss><channel><item><link>/late</link></item></channel></rss>".getBytes(),
                        "ETag: \"1\""))
                .answer(request, out));
    assertThat(poller.poll(feed()).problems()).hasSize(1);

    server.on("/late", page("text/html", "here now"));
    PollReport second = poller.poll(feed());

    assertThat(server.requests().getLast().path()).isEqualTo("/late");
    assertThat(second.captured()).hasSize(1);
    assertThat(second.problems()).isEmpty();
  }

  @Test
  void goesOnPastItemsThatCannotBeRead() {
    server.on("/good", page("text/html", "good"));
    server.on("/loop", HostileServer.redirect("/loop"));
    server.on("/feed", rss("/missing", "http://10.0.0.1/", "/loop", "/good"));

    PollReport report = poller.poll(feed());

    assertThat(report.captured()).hasSize(1);
    assertThat(report.problems())
        .extracting(PollReport.Problem::reason)
        .satisfiesExactly(
            reason -> assertThat(reason).contains("answers 404"),
            reason -> assertThat(reason).contains("10.0.0.1, which is not a public address"),
            reason -> assertThat(reason).contains("circle"));
    assertThat(polls.lastOf(sourceId).orElseThrow().problems()).isEqualTo(report.problems());
  }

  @Test
  void repeatsARefusalWithoutAskingAgain() {
    server.on("/robots.txt", page("text/plain", "User-agent: *\nDisallow: /no"));
    server.on("/feed", rss("/no"));
    poller.poll(feed());
    restart();

    assertThat(poller.poll(feed()).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.reason()).contains("forbids it"));
    assertThat(server.asked("/no")).isZero();
  }

  @Test
  void readsSoManyPagesAPollAndTheRestNextTime() {
    String[] paths = {"/1", "/2", "/3", "/4", "/5", "/6"};
    for (String path : paths) {
      server.on(path, page("text/html", path));
    }
    server.on("/feed", rss(paths));

    PollReport first = poller.poll(feed());
    assertThat(first.captured()).hasSize(4);
    assertThat(first.problems())
        .extracting(PollReport.Problem::reason)
        .containsExactly(
            "2 further items of "
                + server.at("/feed")
                + " wait for the next poll: one poll reads at most 4 pages and takes at most 10"
                + " minutes.");

    after(Duration.ofHours(4));
    PollReport second = poller.poll(feed());
    assertThat(second.captured())
        .as("what was never read comes before what is read again")
        .extracting(ItemHint::link)
        .containsExactly(server.at("/5"), server.at("/6"));
    assertThat(second.unchanged()).isEqualTo(4);
    assertThat(second.problems()).isEmpty();
  }

  @Test
  void saysThatAFeedIsNone() {
    server.on("/feed", page("text/html", "<!doctype html><body>Welcome"));

    assertThat(poller.poll(feed()).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.reason()).contains("is a web page, not a feed"));
  }

  @Test
  void letsDeadLinksStarveNoNewOnes() {
    server.on("/feed", rss("/dead1", "/dead2", "/dead3", "/dead4", "/dead5"));
    poller.poll(feed());
    for (String path : List.of("/new1", "/new2", "/new3")) {
      server.on(path, page("text/html", path));
    }
    server.on(
        "/feed", rss("/dead1", "/dead2", "/dead3", "/dead4", "/dead5", "/new1", "/new2", "/new3"));
    after(Duration.ofMinutes(15));

    assertThat(poller.poll(feed()).captured())
        .extracting(ItemHint::link)
        .containsExactly(server.at("/new1"), server.at("/new2"), server.at("/new3"));
    assertThat(server.asked("/dead5")).as("a link never tried comes first, too").isEqualTo(1);
  }

  @Test
  void saysHowManyItemsOfAFeedNobodyWillRead() {
    String items = "<item><link>javascript:x</link></item><item><link>/a</link></item>";
    server.on("/a", page("text/html", "a"));
    server.on(
        "/feed",
        page("application/rss+xml", "<rss><channel>" + items.repeat(520) + "</channel></rss>"));

    assertThat(poller.poll(feed()).problems())
        .extracting(PollReport.Problem::reason)
        .satisfiesExactly(
            reason -> assertThat(reason).startsWith("500 of the 1000 items of "),
            reason -> assertThat(reason).startsWith("40 further items of "));
  }

  @Test
  void keepsWhatWasCapturedOpenUntilItIsSettled() {
    server.on("/a", page("text/html", "a")).on("/b", page("text/html", "b"));
    server.on("/feed", rss("/a", "/b"));
    PollReport report = poller.poll(feed());
    restart();

    List<Captured> open = stillOpen();
    assertThat(open).extracting(Captured::hint).isEqualTo(report.captured());
    assertThat(open.getFirst().snapshot().body()).asString().isEqualTo("a");

    snapshots.settle(open.getFirst(), now.get());
    snapshots.settle(open.getFirst(), now.get());
    assertThat(stillOpen())
        .singleElement()
        .satisfies(left -> assertThat(left.snapshot().requested()).isEqualTo(server.at("/b")));
  }

  @Test
  void capturesAnAddressForEachSourceThatNamesIt() {
    server.on("/a", page("text/html", "a")).on("/feed", rss("/a"));
    assertThat(poller.poll(feed()).captured()).hasSize(1);
    sourceId = sourceId + "-other";

    assertThat(poller.poll(feed()).captured()).hasSize(1);
  }
}
