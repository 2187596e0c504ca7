package colophon.pipeline;

import java.time.Duration;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** A node that gets stuck in its first beat, for a test that kills it there. */
final class EndlessBeat {

  private EndlessBeat() {}

  public static void main(String[] arguments) throws InterruptedException {
    var source = new PGSimpleDataSource();
    source.setUrl(arguments[0]);
    source.setUser(arguments[1]);
    source.setPassword(arguments[2]);
    Beat beat =
        () -> {
          System.out.println("beating");
          System.out.flush();
          sleep();
        };
    Clockwork.start(source, Map.of("slots", beat), Map.of("slots", Duration.ofMillis(200)));
    sleep();
  }

  private static void sleep() {
    try {
      Thread.sleep(Duration.ofMinutes(3));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
