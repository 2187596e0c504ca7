package colophon.desk;

import colophon.article.Article;
import colophon.brief.Amendment;
import colophon.brief.Citation;
import colophon.brief.Sentence;
import colophon.copydesk.CopyDesk;
import colophon.copydesk.Worksheet;
import colophon.story.Dossier;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Binds a sentence to the very words of a source that an editor selected or quoted. */
@RestController
final class WordsActions {

  private final CopyDesk desk;
  private final ReviewPage page;
  private final ReviewActions actions;

  WordsActions(CopyDesk desk, ReviewPage page, ReviewActions actions) {
    this.desk = desk;
    this.page = page;
    this.actions = actions;
  }

  /**
   * Binds.
   *
   * @param source the article in which the words stand
   * @param at where they were selected; empty where they were typed
   * @param keep whether the sentence goes on resting on what it rested on before
   */
  @PostMapping("/desk/review/{draft}/bind-words")
  ResponseEntity<String> bind(
      HttpServletRequest request,
      @PathVariable String draft,
      @RequestParam String seen,
      @RequestParam String sentence,
      @RequestParam String before,
      @RequestParam String source,
      @RequestParam(defaultValue = "") String quote,
      @RequestParam(defaultValue = "") String at,
      @RequestParam(defaultValue = "false") boolean keep) {
    Worksheet sheet = page.sheet(draft);
    Dossier dossier = desk.sources(sheet.draft());
    Article article =
        dossier
            .article(source)
            .orElseThrow(() -> ReviewPage.missing("There is no source " + source + "."));
    return switch (QuotedWords.in(article, quote, at)) {
      case QuotedWords.Found.Refused refused ->
          page.show(request, HttpStatus.UNPROCESSABLE_CONTENT, sheet, sentence, refused.reason());
      case QuotedWords.Found.Words words when !CitedNotes.restsOnWords(words.citation(), dossier) ->
          page.show(
              request,
              HttpStatus.UNPROCESSABLE_CONTENT,
              sheet,
              sentence,
              "That is the seal of the desk note, not its words; choose words of it.");
      case QuotedWords.Found.Words words -> {
        List<Citation> rests =
            keep
                ? sheet
                    .draft()
                    .brief()
                    .sentence(sentence)
                    .map(Sentence::citations)
                    .orElse(List.of())
                : List.of();
        yield actions.amend(
            request,
            draft,
            seen,
            new Amendment.Bind(sentence, before, QuotedWords.with(rests, words.citation())),
            "");
      }
    };
  }
}
