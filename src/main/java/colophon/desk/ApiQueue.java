package colophon.desk;

import colophon.copydesk.Queue;
import colophon.copydesk.QueueFilter;
import colophon.copydesk.QueueLine;
import colophon.copydesk.QueuePage.Counts;
import colophon.publication.PublicationStore;
import colophon.review.Flag;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What waits, and what is out, for scripts. */
@RestController
final class ApiQueue {

  /**
   * A part of the queue.
   *
   * @param matching how many the filters let through
   * @param next what {@code skip} is for the part after; null where there is none
   */
  public record Part(List<Line> drafts, int matching, @Nullable Integer next, Waiting waiting) {
    public Part {
      drafts = List.copyOf(drafts);
    }
  }

  /** One waiting draft; {@code blocking} counts by kind the marks that nobody has settled. */
  public record Line(
      String draft,
      String headline,
      String story,
      String slug,
      String pipeline,
      int urgency,
      String note,
      @Nullable Instant deadline,
      @Nullable Instant heldUntil,
      Instant waitingSince,
      int risk,
      List<String> kinds,
      Map<String, Integer> blocking,
      ApiDraft.@Nullable Somebody assigned,
      int people,
      @Nullable String firstBy) {
    public Line {
      kinds = List.copyOf(kinds);
    }
  }

  /** How much waits, whatever the filters. */
  public record Waiting(
      int all,
      int mine,
      int unassigned,
      int held,
      int blocked,
      Map<String, Integer> pipelines,
      Map<String, Integer> marks) {}

  /** What is out. */
  public record Published(List<Out> briefs) {
    public Published {
      briefs = List.copyOf(briefs);
    }
  }

  /** A brief in its present version. */
  public record Out(
      String brief, String headline, int version, Instant publishedAt, String pipeline) {}

  private final Queue queue;
  private final PublicationStore publications;
  private final Headlines headlines;

  ApiQueue(Queue queue, PublicationStore publications, Headlines headlines) {
    this.queue = queue;
    this.publications = publications;
    this.headlines = headlines;
  }

  @GetMapping("/api/v1/queue")
  Part queue(
      @RequestParam(defaultValue = "all") String share,
      @RequestParam(required = false) @Nullable String pipeline,
      @RequestParam(required = false) @Nullable String mark,
      @RequestParam(defaultValue = "0") int skip,
      @RequestParam(defaultValue = "50") int limit) {
    var filter =
        new QueueFilter(
            QueueFilter.Share.valueOf(constant(share)),
            ApiUser.current().getName(),
            pipeline,
            mark == null ? null : Flag.Kind.valueOf(constant(mark)));
    colophon.copydesk.QueuePage found = queue.page(filter, skip, limit);
    int shown = skip + found.lines().size();
    return new Part(
        found.lines().stream().map(ApiQueue::line).toList(),
        found.matching(),
        shown < found.matching() ? shown : null,
        waiting(found.counts()));
  }

  @GetMapping("/api/v1/published")
  Published published() {
    return new Published(
        publications.current().stream()
            .filter(plan -> publications.withdrawal(plan.briefId()).isEmpty())
            .map(plan ->
                new Out(
                    plan.slug().value(),
                    headlines.of(plan),
                    plan.version(),
                    plan.publishedAt(),
                    plan.pipeline()))
            .toList());
  }

  private static Line line(QueueLine line) {
    return new Line(
        line.draftId(),
        line.headline(),
        line.storyId(),
        line.slug(),
        line.pipeline(),
        line.urgency(),
        line.note(),
        line.deadline(),
        line.heldUntil(),
        line.waitingSince(),
        line.risk(),
        line.kinds().stream().map(ApiDraft::word).toList(),
        words(line.blocking()),
        ApiDraft.Somebody.of(line.assigned()),
        line.people(),
        line.firstBy().isEmpty() ? null : line.firstBy());
  }

  private static Waiting waiting(Counts counts) {
    return new Waiting(
        counts.all(),
        counts.mine(),
        counts.unassigned(),
        counts.held(),
        counts.blocked(),
        new LinkedHashMap<>(counts.pipelines()),
        words(counts.marks()));
  }

  private static Map<String, Integer> words(Map<Flag.Kind, Integer> counts) {
    var words = new TreeMap<String, Integer>();
    counts.forEach((kind, count) -> words.put(ApiDraft.word(kind), count));
    return words;
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
