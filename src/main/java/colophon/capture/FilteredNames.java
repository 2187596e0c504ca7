package colophon.capture;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The only way from a name to a connection: the client connects to exactly the addresses that come
 * out here, so a name that changes its mind between two lookups gains nothing.
 */
final class FilteredNames implements DnsResolver {

  private final NameServer names;
  private final AllowList allow;
  private final Duration limit;

  FilteredNames(NameServer names, AllowList allow, Duration limit) {
    this.names = names;
    this.allow = allow;
    this.limit = limit;
  }

  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    InetAddress[] found = lookup(host);
    List<InetSocketAddress> passed =
        Arrays.stream(found)
            .filter(address -> allow.opens(host, port) || AddressFilter.isPublic(address))
            .map(address -> new InetSocketAddress(address, port))
            .toList();
    if (found.length == 0) {
      throw new UnknownHostException(host);
    }
    if (passed.isEmpty()) {
      throw new AddressRefusedException(host, port, found[0]);
    }
    return passed;
  }

  @Override
  public InetAddress[] resolve(String host) {
    throw new IllegalStateException("an address is filtered together with its port: " + host);
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /** The system's lookup takes no deadline, so it runs on a thread of its own. */
  private InetAddress[] lookup(String host) throws UnknownHostException {
    var answer = new CompletableFuture<InetAddress[]>();
    Thread.ofPlatform()
        .daemon()
        .name("lookup " + host)
        .start(() -> {
          try {
            answer.complete(names.lookup(host));
          } catch (UnknownHostException | RuntimeException e) {
            answer.completeExceptionally(e);
          }
        });
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnknownHostException(host);
    } catch (ExecutionException | TimeoutException e) {
      throw new UnknownHostException(host);
    }
  }
}
