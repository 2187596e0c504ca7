package colophon.desk;

import colophon.access.AccountStore;
import colophon.access.Tokens;
import colophon.brief.BriefStore;
import colophon.capture.PollStore;
import colophon.copydesk.CopyDesk;
import colophon.copydesk.Decider;
import colophon.copydesk.NoteDesk;
import colophon.copydesk.Queue;
import colophon.copydesk.Rewrites;
import colophon.copydesk.Shelf;
import colophon.pipeline.AskedRuns;
import colophon.pipeline.DefinitionStore;
import colophon.pipeline.Definitions;
import colophon.pipeline.RunHistory;
import colophon.pipeline.Timetable;
import colophon.publication.AuditIndex;
import colophon.publication.PublicationStore;
import colophon.tasks.TaskDesk;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The JSON API of the desk, and the page of its tokens. */
@Configuration(proxyBeanMethods = false)
class ApiPages {

  @Bean
  ApiContract apiContract() {
    return ApiContract.published();
  }

  /** Every request is held against the description first. */
  @Bean
  WebMvcConfigurer apiContracts(ApiContract contract) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(contract).addPathPatterns(ApiSecurity.PATH + "**");
      }
    };
  }

  @Bean
  ApiFailures apiFailures() {
    return new ApiFailures();
  }

  @Bean
  ApiDocument apiDocument(ApiContract contract) {
    return new ApiDocument(contract);
  }

  @Bean
  ApiQueue apiQueue(Queue queue, PublicationStore publications, Headlines headlines) {
    return new ApiQueue(queue, publications, headlines);
  }

  @Bean
  ApiDrafts apiDrafts(CopyDesk desk, InstantSource clock) {
    return new ApiDrafts(desk, clock);
  }

  @Bean
  ApiDraftActions apiDraftActions(CopyDesk desk, ApiDrafts drafts, AccountStore accounts) {
    return new ApiDraftActions(desk, drafts, accounts);
  }

  @Bean
  ApiSections apiSections(
      Rewrites rewrites,
      CopyDesk desk,
      ApiDrafts drafts,
      ApiDraftActions actions,
      InstantSource clock) {
    return new ApiSections(rewrites, desk, drafts, actions, clock);
  }

  @Bean
  ApiNotes apiNotes(NoteDesk notes, ApiDrafts drafts) {
    return new ApiNotes(notes, drafts);
  }

  @Bean
  ApiDecisions apiDecisions(Decider decider, Shelf shelf, ApiDrafts drafts, AccountStore accounts) {
    return new ApiDecisions(decider, shelf, drafts, accounts);
  }

  @Bean
  ApiPipelines apiPipelines(
      Definitions definitions,
      DefinitionStore store,
      Timetable timetable,
      RunHistory runs,
      AskedRuns asked,
      AccountStore accounts) {
    return new ApiPipelines(definitions, store, timetable, runs, asked, accounts);
  }

  @Bean
  ApiRuns apiRuns(Definitions definitions, RunHistory runs, PollStore polls) {
    return new ApiRuns(definitions, runs, polls);
  }

  @Bean
  ApiAudit apiAudit(
      JdbcClient jdbc, HistoryDesk histories, VersionCheck checks, AccountStore accounts) {
    return new ApiAudit(new AuditIndex(jdbc), histories, checks, accounts);
  }

  @Bean
  ApiTasks apiTasks(TaskDesk tasks, PublicationStore publications, BriefStore briefs) {
    return new ApiTasks(tasks, publications, briefs);
  }

  @Bean
  TokensPage tokensPage(Tokens tokens, Pages pages, InstantSource clock) {
    return new TokensPage(tokens, pages, clock);
  }
}
