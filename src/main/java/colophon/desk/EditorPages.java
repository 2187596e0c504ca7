package colophon.desk;

import colophon.brief.BriefStore;
import colophon.copydesk.CopyDesk;
import colophon.copydesk.Presence;
import colophon.publication.PublicationStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of editors beside queue, review and what is published. */
@Configuration(proxyBeanMethods = false)
class EditorPages {

  @Bean
  PresencePage presencePage(Presence presence, Pages pages) {
    return new PresencePage(presence, pages);
  }

  @Bean
  WordsActions wordsActions(CopyDesk desk, ReviewPage page, ReviewActions actions) {
    return new WordsActions(desk, page, actions);
  }

  @Bean
  ComparePage comparePage(
      PublicationStore publications, BriefStore briefs, CopyDesk desk, Pages pages) {
    return new ComparePage(publications, briefs, desk, pages);
  }
}
