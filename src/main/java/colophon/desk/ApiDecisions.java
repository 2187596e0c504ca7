package colophon.desk;

import colophon.access.AccountStore;
import colophon.copydesk.CopyDecision;
import colophon.copydesk.Decider;
import colophon.copydesk.Shelf;
import colophon.publication.Publication;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What becomes of a draft, decided by a script in an editor's name. A token has no eyes: what must
 * be read before it is approved, the person has to have opened at the desk.
 */
@RestController
final class ApiDecisions {

  /** The role in which the person takes responsibility; a note for a correction. */
  public record Approve(String role, @Nullable String note) {}

  /** Why it may go out although marks stand. */
  public record Overrule(String role, String reason) {}

  /** The second person's word. */
  public record Confirm(String role) {}

  /** Why. */
  public record Reason(String reason) {}

  /**
   * What was decided, and what came of it.
   *
   * @param outcome published, delayed, not-published, waits-for-second or done
   * @param said the same as a sentence
   * @param brief the slug; null where nothing went out
   * @param version null where nothing went out
   */
  public record Decided(
      String outcome, String said, @Nullable String brief, @Nullable Integer version) {}

  private final Decider decider;
  private final Shelf shelf;
  private final ApiDrafts drafts;
  private final AccountStore accounts;

  ApiDecisions(Decider decider, Shelf shelf, ApiDrafts drafts, AccountStore accounts) {
    this.decider = decider;
    this.shelf = shelf;
    this.drafts = drafts;
    this.accounts = accounts;
  }

  @PostMapping("/api/v1/drafts/{draft}/approve")
  Decided approve(HttpServletRequest request, @PathVariable String draft) {
    Approve asked = ApiContract.body(request, Approve.class);
    drafts.sheet(draft);
    if (asked.role().isBlank()) {
      throw new ApiProblem(ApiProblem.Kind.REFUSED, DecisionActions.NO_ROLE);
    }
    String note = asked.note();
    String spoken = note == null || note.isBlank() ? null : note.strip();
    return decided(
        draft, "approve", decider.approve(draft, person(), asked.role().strip(), spoken), spoken);
  }

  @PostMapping("/api/v1/drafts/{draft}/override")
  Decided override(HttpServletRequest request, @PathVariable String draft) {
    Overrule asked = ApiContract.body(request, Overrule.class);
    drafts.sheet(draft);
    if (asked.reason().isBlank()) {
      throw new ApiProblem(ApiProblem.Kind.REFUSED, DecisionActions.NO_REASON);
    }
    return decided(
        draft,
        "override",
        decider.override(draft, person(), asked.role().strip(), asked.reason()),
        null);
  }

  @PostMapping("/api/v1/drafts/{draft}/confirm")
  Decided confirm(HttpServletRequest request, @PathVariable String draft) {
    Confirm asked = ApiContract.body(request, Confirm.class);
    drafts.sheet(draft);
    return decided(
        draft, "confirm", decider.confirm(draft, person(), asked.role().strip(), null), null);
  }

  @PostMapping("/api/v1/drafts/{draft}/send-back")
  Decided sendBack(HttpServletRequest request, @PathVariable String draft) {
    Reason asked = ApiContract.body(request, Reason.class);
    drafts.sheet(draft);
    return decided(draft, "send back", decider.sendBack(draft, person(), asked.reason()), null);
  }

  @PostMapping("/api/v1/drafts/{draft}/spike")
  Decided spike(HttpServletRequest request, @PathVariable String draft) {
    Reason asked = ApiContract.body(request, Reason.class);
    drafts.sheet(draft);
    return decided(draft, "spike", decider.spike(draft, person(), asked.reason()), null);
  }

  @PostMapping("/api/v1/drafts/{draft}/take-up")
  Decided takeUp(@PathVariable String draft) {
    drafts.sheet(draft);
    return decided(draft, "take up", shelf.takeUp(draft, person()), null);
  }

  @PostMapping("/api/v1/published/{brief}/withdraw")
  Decided withdraw(HttpServletRequest request, @PathVariable String brief) {
    Reason asked = ApiContract.body(request, Reason.class);
    return switch (decider.withdraw(brief, person(), asked.reason())) {
      case CopyDecision.Refused refused ->
          throw new ApiProblem(ApiProblem.Kind.REFUSED, refused.reason());
      case CopyDecision.Done ignored -> {
        noted("withdraw", brief);
        yield new Decided("done", "Withdrawn. A notice stands in its place.", brief, null);
      }
      case CopyDecision.Approve ignored -> throw new IllegalStateException("not a withdrawal");
      case CopyDecision.Noted ignored -> throw new IllegalStateException("not a withdrawal");
    };
  }

  private Decided decided(String draft, String what, CopyDecision decision, @Nullable String note) {
    return switch (decision) {
      case CopyDecision.Refused refused ->
          throw ApiDraftActions.refused(draft, drafts.sheet(draft), refused.reason());
      case CopyDecision.Done ignored -> {
        noted(what, draft);
        yield new Decided("done", "Done.", null, null);
      }
      case CopyDecision.Noted first -> {
        noted(what, draft);
        yield new Decided("waits-for-second", first.next(), null, null);
      }
      case CopyDecision.Approve approve -> {
        noted(what, draft);
        yield published(decider.publish(approve.approved(), note));
      }
    };
  }

  private static Decided published(Publication publication) {
    return switch (publication) {
      case Publication.Released released ->
          new Decided(
              "published",
              DecisionActions.published(released),
              released.plan().slug().value(),
              released.plan().version());
      case Publication.Refused refused ->
          new Decided(
              "not-published",
              "Not published: " + String.join(" ", List.copyOf(refused.reasons())),
              null,
              null);
      case Publication.Delayed delayed ->
          new Decided("delayed", "Approved. It goes out later: " + delayed.reason(), null, null);
    };
  }

  /** The decision names its person; that it came by a token stands beside it. */
  private void noted(String what, String about) {
    ApiUser user = ApiUser.current();
    accounts.act(user.getName(), "decided by token", about, what + ", " + user.through());
  }

  private static colophon.copydesk.Person person() {
    return ApiUser.current().person();
  }
}
