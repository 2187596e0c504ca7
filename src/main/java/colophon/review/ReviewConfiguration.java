package colophon.review;

import colophon.brief.BriefStore;
import colophon.grounding.GroundingStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of this room. */
@Configuration(proxyBeanMethods = false)
public class ReviewConfiguration {

  @Bean
  ReviewStore reviewStore(JdbcClient jdbc, BriefStore briefs, GroundingStore reports) {
    return new ReviewStore(jdbc, briefs, reports);
  }

  @Bean
  ReviewHistory reviewHistory(JdbcClient jdbc) {
    return new ReviewHistory(jdbc);
  }

  @Bean
  ReviewFigures reviewFigures(JdbcClient jdbc) {
    return new ReviewFigures(jdbc);
  }
}
