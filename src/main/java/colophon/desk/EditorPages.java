package colophon.desk;

import colophon.brief.BriefStore;
import colophon.copydesk.CopyDesk;
import colophon.copydesk.NoteDesk;
import colophon.copydesk.Presence;
import colophon.copydesk.Rewrites;
import colophon.copydesk.Shelf;
import colophon.publication.PublicationStore;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of editors beside queue, review and what is published. */
@Configuration(proxyBeanMethods = false)
class EditorPages {

  @Bean
  PresencePage presencePage(Presence presence, Pages pages, LiveParts parts) {
    return new PresencePage(presence, pages, parts);
  }

  @Bean
  WordsActions wordsActions(CopyDesk desk, ReviewPage page, ReviewActions actions) {
    return new WordsActions(desk, page, actions);
  }

  @Bean
  SectionPage sectionPage(
      CopyDesk desk,
      Rewrites rewrites,
      ReviewPage reviews,
      Pages pages,
      LiveParts parts,
      InstantSource clock) {
    return new SectionPage(desk, rewrites, reviews, pages, parts, clock);
  }

  @Bean
  ShelfPage shelfPage(Shelf shelf, Pages pages) {
    return new ShelfPage(shelf, pages);
  }

  @Bean
  NoteActions noteActions(CopyDesk desk, NoteDesk notes, ReviewPage page) {
    return new NoteActions(desk, notes, page);
  }

  @Bean
  ComparePage comparePage(
      PublicationStore publications, BriefStore briefs, CopyDesk desk, Pages pages) {
    return new ComparePage(publications, briefs, desk, pages);
  }
}
