package colophon.desk;

import colophon.access.SignOn;
import colophon.pipeline.SignOnSettings;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way in by a provider of sign-on, where the newsroom's settings name one. */
@Configuration(proxyBeanMethods = false)
class OidcPages {

  @Bean
  OidcPage oidcPage(
      Optional<SignOnSettings> settings,
      SignOn signOn,
      DeskDoor door,
      Pages pages,
      DeskAddress address,
      InstantSource clock) {
    return new OidcPage(
        settings.map(each -> new OidcProvider(each, secret(each))),
        signOn,
        door,
        pages,
        address,
        clock);
  }

  /** Empty where the environment has none; then nobody is let in by the provider. */
  private static String secret(SignOnSettings settings) {
    String secret = System.getenv(settings.secretVariable());
    return secret == null ? "" : secret;
  }
}
