package colophon.desk;

import colophon.access.Account;
import colophon.access.AccountStore;
import colophon.brief.Amendment;
import colophon.brief.Citation;
import colophon.copydesk.CopyDesk;
import colophon.copydesk.DeskEvent;
import colophon.copydesk.EditResult;
import colophon.copydesk.NoteResult;
import colophon.copydesk.Person;
import colophon.copydesk.Worksheet;
import colophon.story.Dossier;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a script does to a draft in an editor's name; the same as on the review screen. */
@RestController
@RequestMapping("/api/v1/drafts/{draft}")
final class ApiDraftActions {

  /** Other words for a sentence; {@code before} are those that the script saw. */
  public record Rewrite(String sentence, String before, String text) {}

  /** A sentence to go. */
  public record Cut(String sentence, String before) {}

  /** A new sentence after another one. */
  public record Insert(String sentence, String before, String text, List<ApiPassage> passages) {
    public Insert {
      passages = List.copyOf(passages);
    }
  }

  /** What a sentence is to rest on. */
  public record Bind(String sentence, String before, List<ApiPassage> passages) {
    public Bind {
      passages = List.copyOf(passages);
    }
  }

  /** A mark to let stand, and why. */
  public record Settle(String key, String reason) {}

  /** A mark to block again. */
  public record Unsettle(String key) {}

  /** A remark; without a sentence it is about the whole draft. */
  public record CommentOn(@Nullable String sentence, String text) {}

  /** A remark that is done with. */
  public record Resolve(long comment) {}

  /** Who is to have it; null for nobody. */
  public record Assign(@Nullable String login) {}

  /** Where it is to stand in the queue. */
  public record PlaceAt(
      String slug,
      int urgency,
      String note,
      @Nullable Instant deadline,
      @Nullable Instant heldUntil) {}

  /**
   * What became of it.
   *
   * @param sentence that is new or has changed; null where there is none
   * @param rebased whether a colleague had changed something else meanwhile, which stands too
   */
  public record Saved(@Nullable String sentence, boolean rebased, ApiDraft draft) {}

  private final CopyDesk desk;
  private final ApiDrafts drafts;
  private final AccountStore accounts;

  ApiDraftActions(CopyDesk desk, ApiDrafts drafts, AccountStore accounts) {
    this.desk = desk;
    this.drafts = drafts;
    this.accounts = accounts;
  }

  @PostMapping("/rewrite")
  Saved rewrite(HttpServletRequest request, @PathVariable String draft) {
    Rewrite asked = ApiContract.body(request, Rewrite.class);
    return amend(
        draft, new Amendment.Rewrite(asked.sentence(), asked.before(), asked.text()), asked.text());
  }

  @PostMapping("/cut")
  Saved cut(HttpServletRequest request, @PathVariable String draft) {
    Cut asked = ApiContract.body(request, Cut.class);
    return amend(draft, new Amendment.Cut(asked.sentence(), asked.before()), null);
  }

  @PostMapping("/insert")
  Saved insert(HttpServletRequest request, @PathVariable String draft) {
    Insert asked = ApiContract.body(request, Insert.class);
    List<Citation> citations = citations(draft, asked.passages());
    return amend(
        draft,
        new Amendment.Insert(asked.sentence(), asked.before(), asked.text(), citations),
        asked.text());
  }

  @PostMapping("/bind")
  Saved bind(HttpServletRequest request, @PathVariable String draft) {
    Bind asked = ApiContract.body(request, Bind.class);
    List<Citation> citations = citations(draft, asked.passages());
    return amend(draft, new Amendment.Bind(asked.sentence(), asked.before(), citations), null);
  }

  @PostMapping("/undo")
  Saved undo(@PathVariable String draft) {
    drafts.sheet(draft);
    return saved(desk.undo(draft, person()), null);
  }

  @PostMapping("/settle")
  ApiDraft settle(HttpServletRequest request, @PathVariable String draft) {
    Settle asked = ApiContract.body(request, Settle.class);
    drafts.sheet(draft);
    if (asked.reason().isBlank()) {
      throw new ApiProblem(ApiProblem.Kind.REFUSED, "Say in a few words why it may stand.");
    }
    return switch (desk.settle(draft, asked.key(), asked.reason(), person())) {
      case NoteResult.Noted noted -> drafts.of(noted.worksheet());
      case NoteResult.Refused refused ->
          throw refused(draft, drafts.sheet(draft), refused.reason());
    };
  }

  @PostMapping("/unsettle")
  ApiDraft unsettle(HttpServletRequest request, @PathVariable String draft) {
    Unsettle asked = ApiContract.body(request, Unsettle.class);
    drafts.sheet(draft);
    return noted(desk.unsettle(draft, asked.key(), person()));
  }

  @PostMapping("/comment")
  ApiDraft comment(HttpServletRequest request, @PathVariable String draft) {
    CommentOn asked = ApiContract.body(request, CommentOn.class);
    drafts.sheet(draft);
    String sentence = asked.sentence();
    return noted(desk.comment(draft, sentence == null ? "" : sentence, asked.text(), person()));
  }

  @PostMapping("/resolve")
  ApiDraft resolve(HttpServletRequest request, @PathVariable String draft) {
    Resolve asked = ApiContract.body(request, Resolve.class);
    drafts.sheet(draft);
    return noted(desk.resolve(draft, asked.comment(), person()));
  }

  @PostMapping("/assign")
  ApiDraft assign(HttpServletRequest request, @PathVariable String draft) {
    Assign asked = ApiContract.body(request, Assign.class);
    drafts.sheet(draft);
    return noted(desk.assign(draft, somebody(asked.login()), person()));
  }

  @PostMapping("/place")
  ApiDraft place(HttpServletRequest request, @PathVariable String draft) {
    PlaceAt asked = ApiContract.body(request, PlaceAt.class);
    drafts.sheet(draft);
    var placed =
        new DeskEvent.Placed(
            asked.slug(), asked.urgency(), asked.note(), asked.deadline(), asked.heldUntil());
    return noted(desk.place(draft, placed, person()));
  }

  private Person somebody(@Nullable String login) {
    if (login == null) {
      return new Person("", "");
    }
    Account account =
        accounts
            .find(login)
            .filter(each -> !each.closed())
            .orElseThrow(() ->
                new ApiProblem(
                    ApiProblem.Kind.REFUSED, "There is no open account \"" + login + "\"."));
    return new Person(account.login(), account.name());
  }

  private List<Citation> citations(String draft, List<ApiPassage> passages) {
    Dossier dossier = desk.sources(drafts.sheet(draft).draft());
    return passages.stream().map(passage -> passage.in(dossier)).toList();
  }

  private Saved amend(String draft, Amendment amendment, @Nullable String mine) {
    drafts.sheet(draft);
    return saved(desk.amend(draft, amendment, person()), mine);
  }

  /** Both versions are told where a colleague was first, so that neither is lost. */
  Saved saved(EditResult result, @Nullable String mine) {
    return switch (result) {
      case EditResult.Saved saved ->
          new Saved(
              saved.sentenceId().isEmpty() ? null : saved.sentenceId(),
              saved.rebased(),
              drafts.of(saved.worksheet()));
      case EditResult.Refused refused ->
          throw new ApiProblem(ApiProblem.Kind.REFUSED, refused.reason());
      case EditResult.Stale stale ->
          throw new ApiProblem(
              ApiProblem.Kind.CHANGED_MEANWHILE,
              stale.by().name() + " changed the same sentence first; nothing was saved.",
              Map.of(
                  "draft", stale.worksheet().draft().id(),
                  "theirs", stale.theirs(),
                  "yours", mine == null ? "" : mine));
    };
  }

  private ApiDraft noted(NoteResult result) {
    return switch (result) {
      case NoteResult.Noted noted -> drafts.of(noted.worksheet());
      case NoteResult.Refused refused ->
          throw new ApiProblem(ApiProblem.Kind.REFUSED, refused.reason());
    };
  }

  /**
   * A refusal of what only the last draft of a line allows; where it is not that any more, that is
   * why.
   */
  static ApiProblem refused(String draft, Worksheet now, String reason) {
    return now.draft().id().equals(draft)
        ? new ApiProblem(ApiProblem.Kind.REFUSED, reason)
        : new ApiProblem(
            ApiProblem.Kind.CHANGED_MEANWHILE,
            "It was changed since you read it. Look at what changed, then decide.",
            Map.of("draft", now.draft().id(), "changes", changes(draft, now)));
  }

  /** What was changed since that draft. */
  private static List<ApiDraft.Change> changes(String draft, Worksheet now) {
    List<ApiDraft.Change> all = now.edits().stream().map(ApiDraft::change).toList();
    int seen = 0;
    for (int i = 0; i < all.size(); i++) {
      seen = all.get(i).draft().equals(draft) ? i + 1 : seen;
    }
    return all.subList(seen, all.size());
  }

  private static Person person() {
    return ApiUser.current().person();
  }
}
