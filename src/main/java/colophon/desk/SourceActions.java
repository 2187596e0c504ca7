package colophon.desk;

import colophon.access.AccountStore;
import colophon.article.FeedDiscovery;
import colophon.article.SecondTry;
import colophon.capture.RightsOverrides;
import colophon.capture.RightsSignal;
import colophon.copydesk.Person;
import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import colophon.pipeline.Definitions;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What operators do about sources: decide on a signal, try a document again, look for a feed. */
@RestController
final class SourceActions {

  /** How many addresses are looked at at once, over all people. */
  private static final int MOST_LOOKS = 2;

  private static final int MOST_NAME = 40;

  /**
   * What was found at an address.
   *
   * @param asked the address as it was typed; empty before anybody asked
   * @param problem why nothing was found; empty where something was
   * @param note what the person should know of how it was found
   */
  public record View(
      String asked,
      String problem,
      String note,
      List<Offer> offers,
      List<String> troubles,
      List<String> pipelines) {
    public View {
      offers = List.copyOf(offers);
      troubles = List.copyOf(troubles);
      pipelines = List.copyOf(pipelines);
    }
  }

  /**
   * Something that could become a source.
   *
   * @param known the source that reads it already; empty where none does
   * @param yaml what to put into a pipeline's file
   */
  public record Offer(
      String title, String address, String counts, List<String> items, String known, String yaml) {
    public Offer {
      items = List.copyOf(items);
    }
  }

  private final Definitions definitions;
  private final RightsOverrides overrides;
  private final SecondTry secondTry;
  private final FeedDiscovery discovery;
  private final AccountStore accounts;
  private final Pages pages;
  private final Semaphore looks = new Semaphore(MOST_LOOKS);

  SourceActions(
      Definitions definitions,
      RightsOverrides overrides,
      SecondTry secondTry,
      FeedDiscovery discovery,
      AccountStore accounts,
      Pages pages) {
    this.definitions = definitions;
    this.overrides = overrides;
    this.secondTry = secondTry;
    this.discovery = discovery;
    this.accounts = accounts;
    this.pages = pages;
  }

  @PostMapping("/desk/sources/{id}/override")
  ResponseEntity<String> override(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String raw,
      @RequestParam(defaultValue = "") String reason) {
    String why = reason.strip();
    if (!known(id) || kind.isBlank()) {
      throw ReviewPage.missing("There is no source \"" + id + "\" with such a signal.");
    }
    if (why.isEmpty() || why.length() > RightsOverrides.MOST_CHARACTERS) {
      throw wrong(
          "Say why the source is used in spite of what it said, in at most "
              + RightsOverrides.MOST_CHARACTERS
              + " characters.");
    }
    Person person = Pages.user().person();
    var signal = new RightsSignal(kind, raw);
    overrides.put(id, signal, why, person.login(), person.name());
    accounts.act(
        person.login(),
        "rights signal overridden",
        "source " + id,
        signal.kind() + ": " + signal.raw() + "; reason: " + why);
    return DeskAnswers.seeOther("/desk/sources");
  }

  @PostMapping("/desk/sources/{id}/override/undo")
  ResponseEntity<String> undo(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String raw) {
    var signal = new RightsSignal(kind, raw);
    Person person = Pages.user().person();
    if (overrides.of(id).stream().noneMatch(each -> each.signal().equals(signal))) {
      throw ReviewPage.missing("No such decision about the source \"" + id + "\" stands.");
    }
    overrides.takeBack(id, signal, person.login(), person.name());
    accounts.act(
        person.login(),
        "rights override taken back",
        "source " + id,
        signal.kind() + ": " + signal.raw());
    return DeskAnswers.seeOther("/desk/sources");
  }

  @PostMapping("/desk/sources/{id}/retry")
  ResponseEntity<String> retry(
      @PathVariable String id, @RequestParam(defaultValue = "") String address) {
    if (!secondTry.open(id, address)) {
      throw ReviewPage.missing(
          "At this address nothing of the source \""
              + id
              + "\" is set aside any more, or its bytes are not kept. Load Sources again.");
    }
    accounts.act(Pages.user().getName(), "document tried again", "source " + id, address);
    return DeskAnswers.seeOther("/desk/sources?retried");
  }

  @GetMapping("/desk/sources/find")
  ResponseEntity<String> find(HttpServletRequest request) {
    return page(request, HttpStatus.OK, new View("", "", "", List.of(), List.of(), names()));
  }

  @PostMapping("/desk/sources/find")
  ResponseEntity<String> found(
      HttpServletRequest request, @RequestParam(defaultValue = "") String address) {
    String typed = address.strip();
    String whole = typed.matches("(?i)[a-z][a-z0-9+.-]*:.*") ? typed : "https://" + typed;
    URI wanted;
    try {
      wanted = new URI(whole);
    } catch (URISyntaxException e) {
      return refused(request, typed, "\"" + typed + "\" is no web address; check its characters.");
    }
    if (wanted.getHost() == null || !whole.toLowerCase(Locale.ROOT).matches("https?://.*")) {
      return refused(request, typed, "Give the address of a site, a page or a feed on the web.");
    }
    if (!looks.tryAcquire()) {
      return refused(request, typed, "Other addresses are being looked at; ask again in a minute.");
    }
    try {
      return page(request, HttpStatus.OK, view(typed, discovery.look(wanted, List.of())));
    } finally {
      looks.release();
    }
  }

  private ResponseEntity<String> refused(HttpServletRequest request, String typed, String problem) {
    return page(
        request,
        HttpStatus.UNPROCESSABLE_CONTENT,
        new View(typed, problem, "", List.of(), List.of(), names()));
  }

  private ResponseEntity<String> page(HttpServletRequest request, HttpStatus status, View view) {
    return pages.page(request, status, "findsource", "Add a source", "sources", view);
  }

  View view(String typed, FeedDiscovery.Found found) {
    return switch (found) {
      case FeedDiscovery.Nothing nothing ->
          new View(typed, nothing.reason(), "", List.of(), List.of(), names());
      case FeedDiscovery.OnlyPage page ->
          new View(
              typed,
              "",
              "The page names no feed, and none stands at the usual places. It can be read as one"
                  + " article, again and again, for changes.",
              List.of(offer(page.address(), page.title(), "page", "One page.", List.of())),
              List.of(),
              names());
      case FeedDiscovery.Feeds feeds ->
          new View(
              typed,
              "",
              feeds.named()
                  ? ""
                  : "The page itself names no feed; these stand at the usual places of its site.",
              feeds.feeds().stream()
                  .map(feed ->
                      offer(
                          feed.address(),
                          feed.title(),
                          "feed",
                          feed.number() + (feed.number() == 1 ? " item." : " items."),
                          feed.items()))
                  .toList(),
              feeds.troubles(),
              names());
    };
  }

  private Offer offer(URI address, String title, String kind, String counts, List<String> items) {
    String known =
        definitions.pipelines().values().stream()
            .flatMap(pipeline -> pipeline.sources().stream())
            .filter(source -> source.location().equals(address))
            .map(source -> source.id())
            .findFirst()
            .orElse("");
    String host = String.valueOf(address.getHost());
    String outlet = title.isEmpty() ? host : title;
    return new Offer(
        outlet, address.toString(), counts, items, known, yaml(id(host), outlet, kind, address));
  }

  /** A name that no source has yet. */
  private String id(String host) {
    String plain =
        host.toLowerCase(Locale.ROOT)
            .replaceFirst("^www\\.", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String base = plain.substring(0, Math.min(plain.length(), MOST_NAME - 3)).replaceAll("-$", "");
    Set<String> taken =
        definitions.pipelines().values().stream()
            .flatMap(pipeline -> pipeline.sources().stream())
            .map(source -> source.id())
            .collect(Collectors.toSet());
    String name = base.isEmpty() ? "source" : base;
    for (int n = 2; taken.contains(name) && n < 100; n++) {
      name = base + "-" + n;
    }
    return name;
  }

  /** Strings as JSON has them, which YAML reads the same. */
  private static String yaml(String id, String outlet, String kind, URI address) {
    var lines = new ArrayList<String>();
    lines.add("  - id: " + id);
    lines.add(
        "    outlet: "
            + CanonicalJson.text(
                Json.of(outlet.length() <= 120 ? outlet : outlet.substring(0, 120).strip())));
    lines.add("    kind: " + kind);
    lines.add("    location: " + CanonicalJson.text(Json.of(address.toString())));
    lines.add("    outsideModel: false");
    lines.add("    terms: \"Say here on what terms you read it.\"");
    return String.join("\n", lines) + "\n";
  }

  private List<String> names() {
    return List.copyOf(definitions.pipelines().keySet());
  }

  private boolean known(String id) {
    return definitions.pipelines().values().stream()
        .flatMap(pipeline -> pipeline.sources().stream())
        .anyMatch(source -> source.id().equals(id));
  }

  private static org.springframework.web.server.ResponseStatusException wrong(String sentence) {
    return new org.springframework.web.server.ResponseStatusException(
        HttpStatus.UNPROCESSABLE_CONTENT, sentence);
  }
}
