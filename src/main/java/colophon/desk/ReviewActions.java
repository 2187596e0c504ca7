package colophon.desk;

import colophon.article.Article;
import colophon.brief.Amendment;
import colophon.brief.Citation;
import colophon.brief.Sentence;
import colophon.copydesk.CopyDesk;
import colophon.copydesk.EditResult;
import colophon.copydesk.NoteResult;
import colophon.copydesk.Person;
import colophon.copydesk.Worksheet;
import colophon.kernel.TextSpan;
import colophon.story.Dossier;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an editor does to a draft on the review screen. */
@RestController
@RequestMapping("/desk/review/{draft}")
final class ReviewActions {

  /** The most passages that one request binds a sentence to. */
  private static final int MOST_PASSAGES = 20;

  private final CopyDesk desk;
  private final ReviewPage page;

  ReviewActions(CopyDesk desk, ReviewPage page) {
    this.desk = desk;
    this.page = page;
  }

  @PostMapping("/rewrite")
  ResponseEntity<String> rewrite(
      HttpServletRequest request,
      @PathVariable String draft,
      @RequestParam String seen,
      @RequestParam String sentence,
      @RequestParam String before,
      @RequestParam String text) {
    return amend(request, draft, seen, new Amendment.Rewrite(sentence, before, text), text);
  }

  @PostMapping("/cut")
  ResponseEntity<String> cut(
      HttpServletRequest request,
      @PathVariable String draft,
      @RequestParam String seen,
      @RequestParam String sentence,
      @RequestParam String before) {
    return amend(request, draft, seen, new Amendment.Cut(sentence, before), "");
  }

  @PostMapping("/insert")
  ResponseEntity<String> insert(
      HttpServletRequest request,
      @PathVariable String draft,
      @RequestParam String seen,
      @RequestParam String sentence,
      @RequestParam String before,
      @RequestParam String text,
      @RequestParam(defaultValue = "") List<String> passage) {
    List<Citation> citations = citations(page.sheet(draft), passage);
    return amend(
        request, draft, seen, new Amendment.Insert(sentence, before, text, citations), text);
  }

  @PostMapping("/bind")
  ResponseEntity<String> bind(
      HttpServletRequest request,
      @PathVariable String draft,
      @RequestParam String seen,
      @RequestParam String sentence,
      @RequestParam String before,
      @RequestParam(defaultValue = "") List<String> passage) {
    List<Citation> citations = citations(page.sheet(draft), passage);
    return amend(request, draft, seen, new Amendment.Bind(sentence, before, citations), "");
  }

  @PostMapping("/undo")
  ResponseEntity<String> undo(HttpServletRequest request, @PathVariable String draft) {
    return answer(request, draft, desk.undo(draft, person()), "", "The last change is taken back.");
  }

  @PostMapping("/settle")
  ResponseEntity<String> settle(
      HttpServletRequest request,
      @PathVariable String draft,
      @RequestParam(defaultValue = "") String sentence,
      @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "") String reason) {
    Worksheet sheet = page.sheet(draft);
    List<String> keys =
        sheet.blocking().stream()
            .filter(mark ->
                key.isEmpty()
                    ? mark.flag().sentences().contains(sentence)
                    : mark.flag().key().equals(key))
            .map(mark -> mark.flag().key())
            .distinct()
            .toList();
    if (keys.isEmpty()) {
      return page.show(
          request, HttpStatus.OK, sheet, sentence, "No mark stands here; nothing to settle.");
    }
    if (reason.isBlank()) {
      return page.show(
          request,
          HttpStatus.UNPROCESSABLE_CONTENT,
          sheet,
          sentence,
          "Say in a few words why it may stand.");
    }
    NoteResult result = new NoteResult.Noted(sheet);
    for (String each : keys) {
      if (result instanceof NoteResult.Noted) {
        result = desk.settle(sheet.draft().id(), each, reason, person());
      }
    }
    return page.noted(
        request,
        draft,
        sentence,
        result,
        keys.size() == 1 ? "The mark is settled." : keys.size() + " marks are settled.");
  }

  @PostMapping("/unsettle")
  ResponseEntity<String> unsettle(
      HttpServletRequest request,
      @PathVariable String draft,
      @RequestParam(defaultValue = "") String sentence,
      @RequestParam String key) {
    return page.noted(
        request, draft, sentence, desk.unsettle(draft, key, person()), "The mark stands again.");
  }

  @PostMapping("/comment")
  ResponseEntity<String> comment(
      HttpServletRequest request,
      @PathVariable String draft,
      @RequestParam(defaultValue = "") String sentence,
      @RequestParam String text) {
    return page.noted(
        request,
        draft,
        sentence,
        desk.comment(draft, sentence, text, person()),
        "Your remark is kept.");
  }

  @PostMapping("/resolve")
  ResponseEntity<String> resolve(
      HttpServletRequest request,
      @PathVariable String draft,
      @RequestParam(defaultValue = "") String sentence,
      @RequestParam long comment) {
    return page.noted(
        request,
        draft,
        sentence,
        desk.resolve(draft, comment, person()),
        "The remark is done with.");
  }

  /** Makes a change and shows what came of it. */
  ResponseEntity<String> amend(
      HttpServletRequest request, String draft, String seen, Amendment amendment, String mine) {
    List<String> order = amendment instanceof Amendment.Cut ? ids(page.sheet(draft)) : List.of();
    EditResult result = desk.amend(seen, amendment, person());
    String done =
        switch (amendment) {
          case Amendment.Rewrite ignored -> "Changed, and checked again.";
          case Amendment.Cut ignored -> "Cut. Undo brings it back.";
          case Amendment.Bind ignored -> "Bound to other words, and checked again.";
          case Amendment.Insert ignored -> "Added, and checked.";
          case Amendment.Renew ignored ->
              "The section was replaced, and checked. Undo brings it back.";
        };
    return result instanceof EditResult.Stale stale
        ? page.merge(request, stale, amendment, mine)
        : answer(request, draft, result, beside(order, result, amendment.sentenceId()), done);
  }

  private ResponseEntity<String> answer(
      HttpServletRequest request, String draft, EditResult result, String sentence, String done) {
    return switch (result) {
      case EditResult.Saved saved ->
          page.changed(
              request,
              saved.worksheet(),
              saved.sentenceId().isEmpty() ? sentence : saved.sentenceId(),
              done
                  + (saved.rebased()
                      ? " A colleague changed something else meanwhile; both stand."
                      : ""));
      case EditResult.Refused refused ->
          page.show(
              request,
              HttpStatus.UNPROCESSABLE_CONTENT,
              page.sheet(draft),
              sentence,
              refused.reason());
      case EditResult.Stale stale ->
          page.show(
              request, HttpStatus.CONFLICT, stale.worksheet(), sentence, "Changed meanwhile.");
    };
  }

  /**
   * The sentence to go on with after a cut: the next one that still stands, or else the one before.
   *
   * @param order the sentences as they stood before the cut; empty where nothing was cut
   */
  private static String beside(List<String> order, EditResult result, String sentence) {
    int at = order.indexOf(sentence);
    if (at < 0 || !(result instanceof EditResult.Saved saved)) {
      return sentence;
    }
    List<String> standing = ids(saved.worksheet());
    return Stream.concat(
            order.subList(at + 1, order.size()).stream(), order.subList(0, at).reversed().stream())
        .filter(standing::contains)
        .findFirst()
        .orElse(sentence);
  }

  private static List<String> ids(Worksheet sheet) {
    return sheet.sentences().stream().map(Sentence::id).toList();
  }

  /** Citations of whole passages, each named as article and number, such as {@code a-1f…:3}. */
  private List<Citation> citations(Worksheet sheet, List<String> passages) {
    Dossier dossier = desk.sources(sheet.draft());
    var citations = new ArrayList<Citation>();
    for (String each : passages.stream().limit(MOST_PASSAGES).toList()) {
      String[] parts = each.split(":", 4);
      Optional<Article> article = dossier.article(parts[0]);
      if (parts.length < 2 || article.isEmpty()) {
        throw ReviewPage.missing("There is no passage " + each + ".");
      }
      citation(article.get(), parts)
          .filter(citation -> CitedNotes.restsOnWords(citation, dossier))
          .ifPresent(citations::add);
    }
    return citations;
  }

  private static Optional<Citation> citation(Article article, String[] parts) {
    try {
      int number = Integer.parseInt(parts[1]);
      if (number < 1 || number > article.passages().size()) {
        return Optional.empty();
      }
      TextSpan passage = article.passage(number).span();
      TextSpan span =
          parts.length == 4
              ? new TextSpan(Integer.parseInt(parts[2]), Integer.parseInt(parts[3]))
              : passage;
      return passage.contains(span) && span.length() > 0
          ? Optional.of(Citation.of(article, number, span))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Person person() {
    return Pages.user().person();
  }
}
