package colophon.capture;

import java.time.Duration;

/** Lets time pass; a test lets it pass at once. */
@FunctionalInterface
interface Pause {

  void last(Duration duration) throws InterruptedException;
}
