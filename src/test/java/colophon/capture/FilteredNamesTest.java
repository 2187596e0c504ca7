package colophon.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilteredNamesTest {

  @Test
  void passesOnlyThePublicAddressesOfAName() throws UnknownHostException {
    assertThat(names("10.0.0.1", "8.8.8.8", "::1").resolve("mixed.example", 443))
        .containsExactly(new InetSocketAddress(InetAddress.ofLiteral("8.8.8.8"), 443));
  }

  @Test
  void passesEverythingOfAnAllowedHostAndPort() throws UnknownHostException {
    assertThat(names("10.0.0.1").resolve("intranet.example", 8080)).hasSize(1);
    assertThatThrownBy(() -> names("10.0.0.1").resolve("intranet.example", 443))
        .isInstanceOf(AddressRefusedException.class)
        .hasMessageContaining("intranet.example leads to 10.0.0.1")
        .hasMessageContaining("the settings that name it may allow intranet.example:443");
  }

  @Test
  void knowsNoNameWithoutAddresses() {
    assertThatThrownBy(() -> names().resolve("empty.example", 443))
        .isInstanceOf(UnknownHostException.class)
        .isNotInstanceOf(AddressRefusedException.class);
  }

  private static FilteredNames names(String... addresses) {
    return new FilteredNames(
        host -> Arrays.stream(addresses).map(InetAddress::ofLiteral).toArray(InetAddress[]::new),
        AllowList.of(List.of("intranet.example:8080"), Path.of("/")),
        Duration.ofSeconds(10));
  }
}
