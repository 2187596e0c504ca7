package colophon.copydesk;

import colophon.article.ArticleStore;
import colophon.article.Extractor;
import colophon.brief.BriefStore;
import colophon.capture.WrittenHere;
import colophon.grounding.GroundingStore;
import colophon.pipeline.Definitions;
import colophon.pipeline.Releasing;
import colophon.pipeline.RunLog;
import colophon.pipeline.SectionWriting;
import colophon.publication.PublicationStore;
import colophon.publication.Publisher;
import colophon.review.ReviewStore;
import colophon.story.DeskNotes;
import colophon.story.StoryDesk;
import colophon.text.Embedder;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans of this room. The shell provides the definitions and the book of pipelines. */
@Configuration(proxyBeanMethods = false)
public class CopyDeskConfiguration {

  private static final int SECTIONS_AT_ONCE = 2;

  @Bean
  EditStore editStore(JdbcClient jdbc) {
    return new EditStore(jdbc);
  }

  @Bean
  DeskLog deskLog(JdbcClient jdbc) {
    return new DeskLog(jdbc);
  }

  @Bean
  PlaceStore placeStore(JdbcClient jdbc) {
    return new PlaceStore(jdbc);
  }

  @Bean
  Queue queue(JdbcClient jdbc, InstantSource clock) {
    return new Queue(jdbc, clock);
  }

  @Bean
  Presence presence(JdbcClient jdbc, EditStore edits, InstantSource clock) {
    return new Presence(jdbc, edits, clock);
  }

  @Bean
  DraftSources draftSources(StoryDesk stories, DeskNotes notes, EditStore edits) {
    return new DraftSources(stories, notes, edits);
  }

  @Bean
  CopyDesk copyDesk(
      ReviewStore reviews,
      BriefStore briefs,
      GroundingStore reports,
      DraftSources sources,
      RunLog runs,
      PipelineBook pipelines,
      EditStore edits,
      DeskLog log,
      PlaceStore places,
      Embedder embedder,
      TransactionTemplate transaction,
      InstantSource clock) {
    return new CopyDesk(
        reviews,
        briefs,
        reports,
        sources,
        runs,
        pipelines,
        edits,
        log,
        places,
        embedder,
        transaction,
        clock);
  }

  /** Few, so that the desk does not hold a model's service busy for the runs. */
  @Bean(destroyMethod = "shutdownNow")
  ExecutorService sectionWriters() {
    return Executors.newFixedThreadPool(
        SECTIONS_AT_ONCE, Thread.ofPlatform().daemon().name("section-writer-", 0).factory());
  }

  @Bean
  Rewrites rewrites(
      CopyDesk desk,
      JdbcClient jdbc,
      BriefStore briefs,
      SectionWriting writing,
      Embedder embedder,
      ExecutorService sectionWriters,
      InstantSource clock) {
    return new Rewrites(
        desk, new RewriteStore(jdbc), briefs, writing, embedder, sectionWriters, clock);
  }

  @Bean
  NoteDesk noteDesk(
      CopyDesk desk,
      EditStore edits,
      PlaceStore places,
      DeskLog log,
      DeskNotes notes,
      WrittenHere copies,
      Extractor extractor,
      ArticleStore articles,
      TransactionTemplate transaction,
      InstantSource clock) {
    return new NoteDesk(
        desk,
        edits,
        places,
        log,
        notes,
        copies,
        extractor,
        articles,
        transaction,
        new SecureRandom(),
        clock);
  }

  @Bean
  Revisions revisions(
      CopyDesk desk,
      PublicationStore publications,
      ReviewStore reviews,
      BriefStore briefs,
      GroundingStore reports,
      StoryDesk stories,
      EditStore edits,
      DeskLog log,
      PlaceStore places,
      Embedder embedder,
      TransactionTemplate transaction,
      InstantSource clock) {
    return new Revisions(
        desk,
        publications,
        reviews,
        briefs,
        reports,
        stories,
        edits,
        log,
        places,
        embedder,
        transaction,
        clock);
  }

  @Bean
  Shelf shelf(
      CopyDesk desk,
      ReviewStore reviews,
      EditStore edits,
      DeskLog log,
      TransactionTemplate transaction,
      InstantSource clock) {
    return new Shelf(desk, reviews, edits, log, transaction, clock);
  }

  @Bean
  Decider decider(
      CopyDesk desk,
      EditStore edits,
      PlaceStore places,
      ReviewStore reviews,
      BriefStore briefs,
      RunLog runs,
      Releasing releasing,
      Publisher publisher,
      PublicationStore publications,
      PipelineBook pipelines,
      Definitions definitions,
      TransactionTemplate transaction,
      InstantSource clock) {
    return new Decider(
        desk,
        edits,
        places,
        reviews,
        briefs,
        runs,
        releasing,
        publisher,
        publications,
        pipelines,
        definitions,
        transaction,
        clock);
  }
}
