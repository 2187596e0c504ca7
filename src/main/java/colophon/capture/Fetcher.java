package colophon.capture;

import colophon.kernel.Digest;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Reads one address of a source, politely and within limits. Whatever goes wrong ends as a {@link
 * FetchOutcome} with a sentence for an operator; nothing that the network does throws.
 */
public final class Fetcher implements AutoCloseable {

  private static final String ACCEPT =
      "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml,"
          + " application/feed+json, application/xml;q=0.9, application/pdf;q=0.9, */*;q=0.5";

  private final Wire wire;
  private final Journey journey;
  private final LocalFiles files;
  private final FetchLimits limits;
  private final InstantSource clock;
  private final Path base;

  /**
   * @param base the folder that relative {@code file:} addresses and allow entries start from
   */
  public Fetcher(
      UserAgent userAgent,
      FetchLimits limits,
      Manners manners,
      Path base,
      InstantSource clock,
      RandomGenerator random) {
    this(userAgent, limits, manners, base, clock, random, InetAddress::getAllByName, Thread::sleep);
  }

  Fetcher(
      UserAgent userAgent,
      FetchLimits limits,
      Manners manners,
      Path base,
      InstantSource clock,
      RandomGenerator random,
      NameServer names,
      Pause pause) {
    this.wire = new Wire(userAgent, limits, names);
    this.journey =
        new Journey(
            wire,
            new HostTurns(manners, clock, random, pause),
            new Robots(manners, clock),
            limits,
            manners,
            clock);
    this.files = new LocalFiles(base, limits.mostWireBytes(), clock);
    this.limits = limits;
    this.clock = clock;
    this.base = base;
  }

  /** Reads an address for the first time. */
  public FetchOutcome fetch(URI address, Source source) {
    return fetch(address, source, null);
  }

  /**
   * Reads an address, or learns that it has not changed.
   *
   * @param validators of the last snapshot of this address; null where there is none
   */
  public FetchOutcome fetch(URI address, Source source, @Nullable Validators validators) {
    AllowList allow;
    try {
      allow = allowList(source);
    } catch (IllegalArgumentException e) {
      return new FetchOutcome.Refused(address, String.valueOf(e.getMessage()));
    }
    URI normal = WebAddress.normal(address).orElse(null);
    if (normal == null) {
      return new FetchOutcome.Refused(address, unknown(address));
    }
    if (WebAddress.isFile(normal)) {
      Optional<String> complaint = LocalFiles.complaint(normal.toString());
      return complaint.isPresent()
          ? new FetchOutcome.Refused(
              address, "The address " + address + " names no file: " + complaint.get() + ".")
          : files.read(files.absolute(normal), source, allow);
    }
    try {
      Landing landing = journey.toPage(normal, allow, headers(validators));
      return outcome(normal, source, validators != null, landing);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new FetchOutcome.Failed(
          normal, normal + " was not read because the work was stopped.", null);
    }
  }

  /** The one form in which an address is asked for and filed; files get their absolute path. */
  URI filed(URI address) {
    URI normal = WebAddress.normal(address).orElse(address);
    return WebAddress.isFile(normal) && LocalFiles.complaint(normal.toString()).isEmpty()
        ? files.absolute(normal)
        : normal;
  }

  /**
   * What this source's operator lets past the address filter.
   *
   * @throws IllegalArgumentException where an entry is of no known form
   */
  AllowList allowList(Source source) {
    return AllowList.of(source.allow(), base);
  }

  private static Map<String, String> headers(@Nullable Validators validators) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("accept", ACCEPT);
    headers.put("accept-encoding", "gzip");
    if (validators != null) {
      String etag = validators.etag();
      String lastModified = validators.lastModified();
      if (etag != null) {
        headers.put("if-none-match", etag);
      }
      if (lastModified != null) {
        headers.put("if-modified-since", lastModified);
      }
    }
    return headers;
  }

  private FetchOutcome outcome(URI requested, Source source, boolean conditional, Landing landing) {
    return switch (landing) {
      case Landing.Arrived arrived -> arrived(requested, source, conditional, arrived);
      case Landing.Lost lost -> failed(requested, lost.reason(), null, false);
      case Landing.Broken broken -> failed(requested, broken.reason(), null, false);
      case Landing.Denied denied ->
          failed(requested, denied.reason(), denied.until(), denied.askedByHost());
      case Landing.Forbidden forbidden ->
          new FetchOutcome.Refused(requested, notRead(requested, forbidden.reason()));
    };
  }

  private FetchOutcome arrived(
      URI requested, Source source, boolean conditional, Landing.Arrived arrived) {
    Exchange.Answer answer = arrived.answer();
    if (answer.status() == 304 && conditional) {
      return new FetchOutcome.NotModified(requested);
    }
    if (answer.status() != 200) {
      return failed(
          requested, StatusWords.of(answer.status()), journey.rest(answer).orElse(null), true);
    }
    byte[] decoded;
    try {
      decoded =
          ContentCoding.decode(
              answer.body(),
              answer.responseHeaders().getOrDefault("content-encoding", List.of()),
              limits.mostDecodedBytes());
    } catch (ContentCodingException e) {
      return new FetchOutcome.Refused(
          requested, notRead(requested, String.valueOf(e.getMessage())));
    }
    Digest digest = Digest.of(answer.body());
    return new FetchOutcome.Fetched(
        requested,
        new Snapshot(
            digest,
            answer.body(),
            decoded == answer.body() ? digest : Digest.of(decoded),
            requested,
            arrived.landed(),
            ReaderLink.of(source, source.location(), arrived.landed()).orElse(null),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            answer.status(),
            answer.requestHeaders(),
            answer.responseHeaders()));
  }

  private static String notRead(URI requested, String reason) {
    return WebAddress.withoutUser(requested) + " is not read: " + reason + ".";
  }

  private static String unknown(URI address) {
    return notRead(
        address,
        address.getScheme() != null
                && address.getScheme().toLowerCase(Locale.ROOT).startsWith("http")
            ? "its host has a character that none may have; check the address"
            : "only http, https and file addresses are");
  }

  private static FetchOutcome failed(
      URI requested, String reason, @Nullable Instant until, boolean askedByHost) {
    String again = until == null ? "" : "; it is asked again after " + inSeconds(until);
    return new FetchOutcome.Failed(
        requested,
        WebAddress.withoutUser(requested) + " could not be read: " + reason + again + ".",
        until,
        askedByHost);
  }

  /** To the full second, upwards, as nobody waits for a part of one. */
  private static Instant inSeconds(Instant until) {
    Instant whole = until.truncatedTo(ChronoUnit.SECONDS);
    return whole.equals(until) ? whole : whole.plusSeconds(1);
  }

  @Override
  public void close() {
    wire.close();
  }
}
