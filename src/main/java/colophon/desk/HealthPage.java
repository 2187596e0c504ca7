package colophon.desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the machines that watch over this process ask: is it there, can it work, how much did it.
 */
@RestController
final class HealthPage {

  /**
   * The answer about readiness.
   *
   * @param status {@code ready} or {@code not ready}
   */
  public record Ready(String status, List<Check> checks) {
    public Ready {
      checks = List.copyOf(checks);
    }
  }

  /** One thing that was tried, and how it stands in words. */
  public record Check(String name, boolean ok, String words) {}

  /** That the process answers at all. */
  public record Live(String status) {}

  private final Readiness readiness;
  private final Metrics metrics;

  HealthPage(Readiness readiness, Metrics metrics) {
    this.readiness = readiness;
    this.metrics = metrics;
  }

  @GetMapping(path = "/health/live", produces = MediaType.APPLICATION_JSON_VALUE)
  Live live() {
    return new Live("alive");
  }

  @GetMapping(path = "/health/ready", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Ready> ready() {
    List<Readiness.Need> needs = readiness.needs();
    boolean well = needs.stream().allMatch(Readiness.Need::well);
    return ResponseEntity.status(well ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .body(
            new Ready(
                well ? "ready" : "not ready",
                needs.stream()
                    .map(need -> new Check(need.name(), need.well(), need.words()))
                    .toList()));
  }

  @GetMapping("/metrics")
  ResponseEntity<byte[]> metrics() {
    var out = new ByteArrayOutputStream();
    try {
      metrics.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf(Metrics.CONTENT_TYPE))
        .body(out.toByteArray());
  }
}
