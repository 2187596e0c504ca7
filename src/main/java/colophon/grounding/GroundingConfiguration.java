package colophon.grounding;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of this room. */
@Configuration(proxyBeanMethods = false)
public class GroundingConfiguration {

  @Bean
  GroundingStore groundingStore(JdbcClient jdbc) {
    return new GroundingStore(jdbc);
  }
}
