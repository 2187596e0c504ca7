package colophon.publication;

import colophon.attest.TimeStampAuthority;
import colophon.attest.TimeStampException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A time-stamping authority at an address that the newsroom's own file names (RFC 3161, 3.4). */
public final class HttpTimeStampAuthority implements TimeStampAuthority {

  /** How long an answer may take, all in all. */
  public static final Duration DEADLINE = Duration.ofSeconds(10);

  /** The largest answer read, in bytes. */
  public static final int MOST_ANSWER_BYTES = 128 * 1024;

  private static final String QUERY = "application/timestamp-query";
  private static final String REPLY = "application/timestamp-reply";
  private static final int OK = 200;

  private final URI address;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(DEADLINE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  public HttpTimeStampAuthority(URI address) {
    this.address = address;
  }

  @Override
  public byte[] answer(byte[] request) throws TimeStampException {
    HttpRequest post =
        HttpRequest.newBuilder(address)
            .timeout(DEADLINE)
            .header("Content-Type", QUERY)
            .header("Accept", REPLY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(request))
            .build();
    try {
      HttpResponse<byte[]> response =
          client.send(
              post,
              HttpResponse.BodyHandlers.limiting(
                  HttpResponse.BodyHandlers.ofByteArray(), MOST_ANSWER_BYTES));
      String type = response.headers().firstValue("Content-Type").orElse("");
      if (response.statusCode() != OK || !type.startsWith(REPLY)) {
        throw new TimeStampException(
            address
                + " answered with status "
                + response.statusCode()
                + " and \""
                + type
                + "\", not with a time stamp");
      }
      return response.body();
    } catch (IOException e) {
      throw new TimeStampException(
          address + " did not answer (" + e.getClass().getSimpleName() + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TimeStampException("the newsroom was stopped while " + address + " was asked");
    }
  }
}
