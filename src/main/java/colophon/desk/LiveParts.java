package colophon.desk;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Sends a part of a page anew whenever it has changed, as server-sent events. A stream lasts a
 * minute and the browser asks again by itself, so that whoever may not see the page any more is
 * refused then.
 */
final class LiveParts implements SmartLifecycle {

  /** How long one stream lasts. */
  static final Duration LONGEST = Duration.ofMinutes(1);

  /** How many may listen at once; the others see the page as it was when they loaded it. */
  static final int MOST_LISTENERS = 200;

  private static final Logger LOG = LoggerFactory.getLogger(LiveParts.class);
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

  private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService beats =
      Executors.newScheduledThreadPool(
          2, Thread.ofPlatform().daemon().name("live-parts-", 0).factory());
  private volatile boolean running;

  /**
   * Opens a stream.
   *
   * @param part the markup as it is now; asked for every two seconds, in another thread
   */
  SseEmitter stream(Supplier<String> part) {
    if (open.size() >= MOST_LISTENERS) {
      throw new ResponseStatusException(
          HttpStatus.SERVICE_UNAVAILABLE,
          "Too many pages are kept up to date at this moment; load the page again later.");
    }
    var emitter = new SseEmitter(LONGEST.toMillis());
    var last = new AtomicReference<>("");
    open.add(emitter);
    ScheduledFuture<?> beat =
        beats.scheduleWithFixedDelay(
            () -> send(emitter, part, last), 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    Runnable end =
        () -> {
          beat.cancel(false);
          open.remove(emitter);
        };
    emitter.onCompletion(end);
    emitter.onTimeout(emitter::complete);
    emitter.onError(failure -> end.run());
    return emitter;
  }

  private static void send(
      SseEmitter emitter, Supplier<String> part, AtomicReference<String> last) {
    try {
      String now = part.get();
      if (!now.equals(last.getAndSet(now))) {
        emitter.send(SseEmitter.event().reconnectTime(AGAIN_AFTER.toMillis()).data(now));
      }
    } catch (IOException | IllegalStateException e) {
      emitter.complete(); // whoever listened is gone
    } catch (RuntimeException e) {
      LOG.warn("A part of a page cannot be kept up to date", e);
      emitter.complete();
    }
  }

  @Override
  public void start() {
    running = true;
  }

  /**
   * Before the server waits for the answers that are under way: these would not end by themselves.
   */
  @Override
  public void stop() {
    running = false;
    beats.shutdownNow();
    open.forEach(SseEmitter::complete);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
