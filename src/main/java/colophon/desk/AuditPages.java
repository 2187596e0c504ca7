package colophon.desk;

import colophon.access.AccountStore;
import colophon.attest.Attestor;
import colophon.attest.LogExplorer;
import colophon.attest.LogStore;
import colophon.attest.LoggedFiles;
import colophon.brief.BriefStore;
import colophon.capture.SnapshotStore;
import colophon.copydesk.CopyDesk;
import colophon.copydesk.DeskLog;
import colophon.copydesk.EditStore;
import colophon.pipeline.Definitions;
import colophon.publication.AuditIndex;
import colophon.publication.PublicationStore;
import colophon.publication.ReleasedVersions;
import colophon.publication.WitnessAddress;
import colophon.review.ReviewHistory;
import jakarta.servlet.MultipartConfigElement;
import java.time.InstantSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages on which auditors inspect, and readers check. */
@Configuration(proxyBeanMethods = false)
class AuditPages {

  /** Files this small are held in memory while they are received. */
  private static final int MOST_IN_MEMORY = 256 * 1024;

  @Bean
  MultipartConfigElement uploads() {
    return new MultipartConfigElement(
        "", UploadLimit.MOST_REQUEST_BYTES, UploadLimit.MOST_REQUEST_BYTES, MOST_IN_MEMORY);
  }

  /** Right after the headers, and before anything reads what was sent. */
  @Bean
  FilterRegistrationBean<UploadLimit> uploadLimit() {
    var registration = new FilterRegistrationBean<>(new UploadLimit());
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return registration;
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusals() {
    return server ->
        server.addConnectorCustomizers(connector ->
            connector.setProperty(
                "maxSwallowSize", Integer.toString(UploadLimit.MOST_SWALLOWED_BYTES)));
  }

  @Bean
  VerifyPage verifyPage(
      ServedNewsroom.PublishedSite site,
      JdbcClient jdbc,
      Attestor attestor,
      PublicationStore publications,
      Pages pages,
      InstantSource clock) {
    return new VerifyPage(
        new PublishedWords(
            site.folder(), new ReleasedVersions(jdbc, publications, attestor), clock),
        new FileCheck(site.folder(), attestor, new LoggedFiles(jdbc), publications, clock),
        pages,
        clock);
  }

  @Bean
  AuditPage auditPage(JdbcClient jdbc, AccountStore accounts, Pages pages) {
    return new AuditPage(new AuditIndex(jdbc), accounts, pages);
  }

  @Bean
  HistoryDesk historyDesk(
      JdbcClient jdbc,
      PublicationStore publications,
      Attestor attestor,
      BriefStore briefs,
      Headlines headlines,
      SnapshotStore snapshots,
      CopyDesk copies,
      Timeline timeline) {
    return new HistoryDesk(
        publications,
        new ReleasedVersions(jdbc, publications, attestor),
        attestor,
        briefs,
        headlines,
        snapshots,
        copies,
        timeline);
  }

  @Bean
  Timeline timeline(EditStore edits, DeskLog log, ReviewHistory decisions) {
    return new Timeline(edits, log, decisions);
  }

  @Bean
  VersionCheck versionCheck(ServedNewsroom.PublishedSite site, InstantSource clock) {
    return new VersionCheck(site.folder(), clock);
  }

  @Bean
  HistoryPage historyPage(
      HistoryDesk desk,
      colophon.evidence.EvidenceDesk evidence,
      AccountStore accounts,
      VersionCheck checks,
      Pages pages) {
    return new HistoryPage(desk, evidence, accounts, checks, pages);
  }

  @Bean
  LogExplorer logExplorer(LogStore log, JdbcClient jdbc, Definitions definitions) {
    return new LogExplorer(
        log, jdbc, definitions.newsroom().witnesses().stream().map(WitnessAddress::key).toList());
  }

  @Bean
  LogPage logPage(LogExplorer log, PublicationStore publications, Pages pages) {
    return new LogPage(log, publications, pages);
  }

  @Bean
  RecordPage recordPage(HistoryDesk desk, PublicationStore publications, Pages pages) {
    return new RecordPage(desk, publications, pages);
  }

  @Bean
  ThenPage thenPage(HistoryDesk desk, LogExplorer log, Pages pages) {
    return new ThenPage(desk, log, pages);
  }

  @Bean
  PeriodPage periodPage(
      JdbcClient jdbc,
      PublicationStore publications,
      Attestor attestor,
      Headlines headlines,
      AccountStore accounts,
      Pages pages,
      InstantSource clock) {
    return new PeriodPage(
        new PeriodDesk(
            new AuditIndex(jdbc),
            new ReleasedVersions(jdbc, publications, attestor),
            publications,
            attestor,
            headlines),
        accounts,
        pages,
        clock);
  }
}
