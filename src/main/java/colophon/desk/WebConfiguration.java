package colophon.desk;

import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * The web side of the desk. Data source, schema and schedule belong to the shell that starts it.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    excludeName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
      "org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration"
    })
class WebConfiguration {

  private static final int AFTER_OUR_PAGES = 1;

  private final ServedNewsroom.PublishedSite site;

  WebConfiguration(ServedNewsroom.PublishedSite site) {
    this.site = site;
  }

  @Bean
  StatusPage statusPage(StatusDesk desk) {
    return new StatusPage(desk);
  }

  @Bean
  ErrorPage errorPage() {
    return new ErrorPage();
  }

  @Bean
  DeskHeaders deskHeaders() {
    return new DeskHeaders();
  }

  /** The published site as any web server would serve it, and the style of the status page. */
  @Bean
  SiteFiles siteFiles() {
    var files = new SiteFiles();
    String folder = site.folder().toUri().toString();
    // The address of a folder ends in a stroke, also where the folder is not there yet.
    files.setLocationValues(
        List.of(folder.endsWith("/") ? folder : folder + "/", "classpath:/static/"));
    return files;
  }

  @Bean
  HandlerMapping siteMapping(SiteFiles siteFiles) {
    return new SimpleUrlHandlerMapping(Map.of("/**", siteFiles), AFTER_OUR_PAGES);
  }
}
