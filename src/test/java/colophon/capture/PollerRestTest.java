package colophon.capture;

import static colophon.capture.HostileServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When a source is asked again. */
class PollerRestTest extends PollerBench {

  @Test
  void restsLongerTheMoreOftenASourceFails() {
    Source source = feed();
    poller.poll(source);
    assertThat(polls.lastOf(sourceId).orElseThrow().nextPoll())
        .as("a first failure costs no more than the usual interval")
        .isEqualTo(now.get().plus(source.pollEvery()));
    for (int i = 0; i < 7; i++) {
      poller.poll(source);
    }
    PollStore.PastPoll last = polls.lastOf(sourceId).orElseThrow();
    assertThat(last.failuresInARow()).isEqualTo(8);
    assertThat(last.nextPoll())
        .isBetween(now.get().plusSeconds(3_840), now.get().plusSeconds(7_680));

    server.on("/feed", rss());
    restart();
    poller.poll(source);
    assertThat(polls.lastOf(sourceId).orElseThrow().failuresInARow()).isZero();
    assertThat(polls.due(source, now.get())).isFalse();
    assertThat(polls.due(source, now.get().plus(source.pollEvery()))).isTrue();
  }

  @Test
  void comesBackNoSoonerThanTheServerAsks() {
    server.on("/feed", status(503, "Retry-After: 3000"));

    poller.poll(feed());

    assertThat(polls.lastOf(sourceId).orElseThrow().nextPoll())
        .isEqualTo(now.get().plusSeconds(3000));
  }

  @Test
  void heedsAHostsWishForRestInEveryProcess() {
    server.on("/feed", status(503, "Retry-After: 3000"));
    poller.poll(feed());
    restart();
    server.on("/feed", rss());

    assertThat(poller.poll(feed()).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.reason()).contains("answers 503", "asked again"));
    assertThat(server.asked("/feed")).isEqualTo(1);
    assertThat(polls.lastOf(sourceId).orElseThrow().failuresInARow())
        .as("a poll that asked nobody is no failure")
        .isEqualTo(1);

    after(Duration.ofSeconds(3_001));
    assertThat(poller.poll(feed()).problems()).isEmpty();
  }

  @Test
  void asksAgainAtOnceAfterOurOwnTrouble() {
    server.on("/robots.txt", status(503)).on("/feed", rss());
    assertThat(poller.poll(feed()).problems()).hasSize(1);
    server.on("/robots.txt", status(404));
    restart();

    assertThat(poller.poll(feed()).problems())
        .as("a person who mended something need not wait")
        .isEmpty();
  }

  @Test
  void isDueBeforeItsFirstPoll() {
    assertThat(polls.due(feed(), now.get())).isTrue();
  }
}
