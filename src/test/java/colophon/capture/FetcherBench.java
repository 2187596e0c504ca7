package colophon.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A fetcher and a server that it may ask. */
@Timeout(20)
abstract class FetcherBench {

  HostileServer server;
  Fetcher fetcher;

  @BeforeEach
  void start() throws IOException {
    server = HostileServer.start();
    fetcher = Fixtures.fetcher(Path.of("").toAbsolutePath());
  }

  @AfterEach
  void stop() throws IOException {
    fetcher.close();
    server.close();
  }

  void beHasty() {
    fetcher.close();
    fetcher = Fixtures.fetcher(Path.of(""), Fixtures.HASTY, InetAddress::getAllByName);
  }

  Source local() {
    return Fixtures.source(SourceKind.PAGE, server.at("/"), "127.0.0.1:" + server.port());
  }

  FetchOutcome fetch(URI address, String... allow) {
    return fetcher.fetch(
        address, allow.length == 0 ? local() : Fixtures.source(SourceKind.PAGE, address, allow));
  }

  Snapshot fetched(String path) {
    FetchOutcome outcome = fetch(server.at(path));
    assertThat(outcome).as(String.valueOf(outcome)).isInstanceOf(FetchOutcome.Fetched.class);
    return ((FetchOutcome.Fetched) outcome).snapshot();
  }

  String refused(String path) {
    FetchOutcome outcome = fetch(server.at(path));
    assertThat(outcome).isInstanceOf(FetchOutcome.Refused.class);
    assertThat(reason(outcome)).contains(server.at(path).toString()).endsWith(".");
    return reason(outcome);
  }

  FetchOutcome.Failed failed(String path) {
    FetchOutcome outcome = fetch(server.at(path));
    assertThat(outcome).isInstanceOf(FetchOutcome.Failed.class);
    assertThat(reason(outcome)).contains(server.at(path).toString()).endsWith(".");
    return (FetchOutcome.Failed) outcome;
  }

  static String reason(FetchOutcome outcome) {
    return switch (outcome) {
      case FetchOutcome.Failed failed -> failed.reason();
      case FetchOutcome.Refused refused -> refused.reason();
      case FetchOutcome.Fetched fetched ->
          throw new AssertionError("fetched " + fetched.requested());
      case FetchOutcome.NotModified same -> throw new AssertionError("same " + same.requested());
    };
  }

  static byte[] gzip(byte[] plain) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(out)) {
      packed.write(plain);
    }
    return out.toByteArray();
  }
}
