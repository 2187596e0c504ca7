package colophon.brief;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of this room. */
@Configuration(proxyBeanMethods = false)
public class BriefConfiguration {

  @Bean
  BriefStore briefStore(DataSource source) {
    return new BriefStore(JdbcClient.create(source));
  }
}
