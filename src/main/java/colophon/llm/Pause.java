package colophon.llm;

import java.time.Duration;

/** Waits; a test's pause only notes that it was asked to. */
@FunctionalInterface
interface Pause {
  void of(Duration duration) throws InterruptedException;
}
