package colophon.desk;

import colophon.attest.LogExplorer;
import colophon.kernel.Digest;
import colophon.publication.PublicationStore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The transparency log, and whatever an auditor wants computed of it. */
@RestController
final class LogPage {

  /** The checkpoints and entries that are listed. */
  private static final int MOST_LISTED = 50;

  /** The log as it stands, and the answers to what was asked. */
  public record View(
      String origin,
      long size,
      String root,
      List<CheckpointLine> checkpoints,
      List<EntryLine> entries,
      List<EarlierLine> earlier,
      String entry,
      String from,
      String to,
      List<Answer> answers) {
    public View {
      checkpoints = List.copyOf(checkpoints);
      entries = List.copyOf(entries);
      earlier = List.copyOf(earlier);
      answers = List.copyOf(answers);
    }
  }

  /** One signed checkpoint. */
  public record CheckpointLine(
      long size, String when, boolean sound, List<CosignerLine> cosigners) {
    public CheckpointLine {
      cosigners = List.copyOf(cosigners);
    }
  }

  /** Who cosigned it, and what is known of the signature. */
  public record CosignerLine(String name, String style, String words) {}

  /** A log from before this one. */
  public record EarlierLine(
      int epoch, String origin, String since, long size, long checkpoint, boolean sound) {}

  /** One entry; its slug is empty where the version was never planned here. */
  public record EntryLine(long index, String slug, int version, String when, String record) {}

  /**
   * What was computed.
   *
   * @param path the hashes of the proof, in order
   * @param holds whether what is shown holds
   */
  public record Answer(String title, boolean holds, String sentence, List<String> path) {
    public Answer {
      path = List.copyOf(path);
    }
  }

  private final LogExplorer log;
  private final PublicationStore publications;
  private final Pages pages;

  LogPage(LogExplorer log, PublicationStore publications, Pages pages) {
    this.log = log;
    this.publications = publications;
    this.pages = pages;
  }

  @GetMapping("/desk/log")
  ResponseEntity<String> page(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String entry,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to) {
    if (!log.isBegun()) {
      var nothing = new View("", 0, "", List.of(), List.of(), List.of(), "", "", "", List.of());
      return pages.page(request, "log", "Log", "log", nothing);
    }
    long size = log.size();
    var answers = new java.util.ArrayList<Answer>();
    if (!entry.isBlank()) {
      answers.add(inclusion(entry.strip(), size));
    }
    if (!from.isBlank() || !to.isBlank()) {
      answers.add(consistency(from.strip(), to.isBlank() ? Long.toString(size) : to.strip(), size));
    }
    var view =
        new View(
            log.origin(),
            size,
            log.root(size).map(Digest::toString).orElse("a kept hash is missing"),
            log.checkpoints(MOST_LISTED).stream().map(LogPage::line).toList(),
            log.latest(MOST_LISTED).stream().map(this::line).toList(),
            log.earlier().stream().map(LogPage::line).toList(),
            shown(entry),
            shown(from),
            shown(to),
            answers);
    return pages.page(request, HttpStatus.OK, "log", "Log", "log", view);
  }

  private Answer inclusion(String typed, long size) {
    String title = "Is entry " + shown(typed) + " in the log?";
    Optional<Long> index = number(typed);
    if (index.isEmpty() || index.get() >= size) {
      return new Answer(
          title, false, "The log has the entries 0 to " + (size - 1) + ".", List.of());
    }
    return log.inclusion(index.get(), size)
        .map(found ->
            new Answer(
                title,
                found.holds(),
                (found.holds()
                        ? "Yes. Its hash, computed from the entry, leads over this path to the"
                            + " root of the "
                        : "No. Its hash, computed from the entry, does not lead to the root of the ")
                    + size
                    + " entries. Hash "
                    + found.leaf()
                    + ", root "
                    + found.root()
                    + ".",
                found.proof().path().stream().map(Digest::toString).toList()))
        .orElse(missing(title));
  }

  private Answer consistency(String from, String to, long size) {
    String title =
        "Are the first " + shown(from) + " entries the beginning of the first " + shown(to) + "?";
    Optional<Long> first = number(from);
    Optional<Long> last = number(to);
    if (first.isEmpty()
        || last.isEmpty()
        || first.get() < 1
        || first.get() > last.get()
        || last.get() > size) {
      return new Answer(
          title, false, "Give two sizes from 1 to " + size + ", the smaller one first.", List.of());
    }
    return log.consistency(first.get(), last.get())
        .map(found ->
            new Answer(
                title,
                found.holds(),
                (found.holds()
                        ? "Yes. Nothing was changed, taken out or put between. "
                        : "No. The one tree does not begin the other. ")
                    + "Roots "
                    + found.fromRoot()
                    + " and "
                    + found.toRoot()
                    + ".",
                found.proof().path().stream().map(Digest::toString).toList()))
        .orElse(missing(title));
  }

  private static Answer missing(String title) {
    return new Answer(
        title,
        false,
        "It cannot be computed: a hash that the log must keep is missing. colophon log fsck says"
            + " more.",
        List.of());
  }

  private EntryLine line(LogExplorer.Entry entry) {
    String slug =
        publications.outOrOnItsWay(entry.briefId()).stream()
            .findFirst()
            .map(plan -> plan.slug().value())
            .orElse("");
    return new EntryLine(
        entry.index(), slug, entry.version(), DeskWords.day(entry.at()), entry.record().toString());
  }

  private static CheckpointLine line(LogExplorer.Shown checkpoint) {
    return new CheckpointLine(
        checkpoint.size(),
        DeskWords.day(checkpoint.signedAt()),
        checkpoint.sound(),
        checkpoint.cosigners().stream()
            .map(each -> new CosignerLine(each.name(), style(each.answer()), words(each.answer())))
            .toList());
  }

  private static EarlierLine line(LogExplorer.Epoch epoch) {
    return new EarlierLine(
        epoch.epoch(),
        epoch.origin(),
        DeskWords.day(epoch.openedAt()),
        epoch.size(),
        epoch.checkpoint(),
        epoch.sound());
  }

  private static String style(LogExplorer.Answer answer) {
    return switch (answer) {
      case SIGNED -> "ok";
      case NOT_SIGNED -> "unsupported";
      case UNKNOWN -> "weak";
    };
  }

  private static String words(LogExplorer.Answer answer) {
    return switch (answer) {
      case SIGNED -> "signature checked";
      case NOT_SIGNED -> "not that witness’s signature";
      case UNKNOWN -> "no key known here";
    };
  }

  private static Optional<Long> number(String typed) {
    return typed.matches("[0-9]{1,15}") ? Optional.of(Long.valueOf(typed)) : Optional.empty();
  }

  private static String shown(String typed) {
    return typed.length() > 20 ? typed.substring(0, 20) + "…" : typed;
  }
}
