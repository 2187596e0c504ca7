package colophon.desk;

import colophon.access.Accounts;
import colophon.attest.Attestor;
import colophon.brief.BriefStore;
import colophon.capture.SnapshotStore;
import colophon.copydesk.CopyDesk;
import colophon.copydesk.Decider;
import colophon.copydesk.Presence;
import colophon.copydesk.Queue;
import colophon.copydesk.Revisions;
import colophon.copydesk.Shelf;
import colophon.pipeline.Definitions;
import colophon.pipeline.SignOnSettings;
import colophon.publication.PublicationStore;
import colophon.publication.ReleasedVersions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * The web side of the desk. Data source, schema and schedule belong to the shell that starts it.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  DeskSecurity.class,
  OperatorPages.class,
  AuditPages.class,
  EditorPages.class,
  ApiSecurity.class,
  ApiPages.class,
  TaskPages.class,
  OidcPages.class
})
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
  Pages pages(Definitions definitions) {
    return new Pages(definitions.newsroom().publisher());
  }

  @Bean
  Headlines headlines(PublicationStore publications, BriefStore briefs) {
    return new Headlines(publications, briefs);
  }

  @Bean
  DeskDoor deskDoor(HttpSessionSecurityContextRepository sessions) {
    return new DeskDoor(sessions);
  }

  @Bean
  SignInPage signInPage(
      Accounts accounts, DeskDoor door, Optional<SignOnSettings> provider, Pages pages) {
    return new SignInPage(accounts, door, provider, pages);
  }

  @Bean
  PasswordPage passwordPage(Accounts accounts, Pages pages) {
    return new PasswordPage(accounts, pages);
  }

  @Bean
  DeskHome deskHome() {
    return new DeskHome();
  }

  @Bean
  QueuePage queuePage(Queue queue, Presence presence, Pages pages, InstantSource clock) {
    return new QueuePage(queue, presence, pages, clock);
  }

  @Bean
  PlaceActions placeActions(CopyDesk desk, ReviewPage page) {
    return new PlaceActions(desk, page);
  }

  @Bean
  ReviewPage reviewPage(CopyDesk desk, Presence presence, Pages pages, InstantSource clock) {
    return new ReviewPage(desk, new ReviewDesk(desk, clock), presence, pages);
  }

  @Bean
  ReviewActions reviewActions(CopyDesk desk, ReviewPage page) {
    return new ReviewActions(desk, page);
  }

  @Bean
  DecisionActions decisionActions(Decider decider, Shelf shelf, ReviewPage page) {
    return new DecisionActions(decider, shelf, page);
  }

  @Bean
  CopyPage copyPage(SnapshotStore snapshots, Pages pages) {
    return new CopyPage(snapshots, pages);
  }

  @Bean
  PublishedPage publishedPage(
      PublicationStore publications,
      Headlines headlines,
      JdbcClient jdbc,
      Attestor attestor,
      Decider decider,
      Revisions revisions,
      Pages pages) {
    return new PublishedPage(
        publications,
        new ReleasedVersions(jdbc, publications, attestor),
        headlines,
        decider,
        revisions,
        pages);
  }

  @Bean
  ErrorPage errorPage() {
    return new ErrorPage();
  }

  @Bean
  DeskAddress deskAddress(Definitions definitions) {
    return new DeskAddress(definitions.newsroom().desk());
  }

  /** Before everything else, so that refusals and redirections carry them too. */
  @Bean
  FilterRegistrationBean<DeskHeaders> deskHeaders(DeskAddress address) {
    var registration = new FilterRegistrationBean<>(new DeskHeaders(address));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
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

  /** The desk's style and scripts, ours and htmx. */
  @Bean
  SiteFiles deskAssets() {
    var files = new SiteFiles();
    files.setLocationValues(
        List.of("classpath:/colophon/desk/assets/", "classpath:/META-INF/resources/webjars/"));
    return files;
  }

  @Bean
  HandlerMapping siteMapping(SiteFiles siteFiles, SiteFiles deskAssets) {
    return new SimpleUrlHandlerMapping(
        Map.of("/desk/assets/**", deskAssets, "/**", siteFiles), AFTER_OUR_PAGES);
  }
}
