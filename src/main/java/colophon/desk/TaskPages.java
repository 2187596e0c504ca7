package colophon.desk;

import colophon.publication.AuditIndex;
import colophon.publication.PublicationStore;
import colophon.tasks.TaskDesk;
import java.time.InstantSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where readers report errors, and where editors find what arrived from outside. */
@Configuration(proxyBeanMethods = false)
class TaskPages {

  @Bean
  ReportPage reportPage(
      TaskDesk tasks,
      PublicationStore publications,
      Headlines headlines,
      JdbcClient jdbc,
      Pages pages,
      InstantSource clock) {
    return new ReportPage(tasks, publications, headlines, new AuditIndex(jdbc), pages, clock);
  }

  @Bean
  TasksPage tasksPage(
      TaskDesk tasks, PublicationStore publications, Headlines headlines, Pages pages) {
    return new TasksPage(tasks, publications, headlines, pages);
  }

  /** Right after the limit of what is sent, and before anything is read. */
  @Bean
  FilterRegistrationBean<ReaderForms> readerForms() {
    var registration = new FilterRegistrationBean<>(new ReaderForms());
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
    return registration;
  }
}
