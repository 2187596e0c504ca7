package colophon.desk;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

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
class WebConfiguration implements WebMvcConfigurer {

  private final ServedNewsroom.PublishedSite site;

  WebConfiguration(ServedNewsroom.PublishedSite site) {
    this.site = site;
  }

  @Bean
  StatusPage statusPage(StatusDesk desk) {
    return new StatusPage(desk);
  }

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addViewController("/").setViewName("forward:/index.html");
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry.addResourceHandler("/status.css").addResourceLocations("classpath:/static/");
    registry.addResourceHandler("/**").addResourceLocations(site.folder().toUri().toString());
  }
}
