package colophon.desk;

import colophon.copydesk.Presence;
import colophon.copydesk.Queue;
import colophon.copydesk.QueueFilter;
import colophon.copydesk.QueueLine;
import colophon.review.Flag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What waits for an editor, the most urgent and riskiest first. */
@RestController
final class QueuePage {

  private static final int LINES = 50;

  private final Queue queue;
  private final Presence presence;
  private final Pages pages;
  private final InstantSource clock;

  QueuePage(Queue queue, Presence presence, Pages pages, InstantSource clock) {
    this.presence = presence;
    this.queue = queue;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/desk/queue")
  ResponseEntity<String> page(
      HttpServletRequest request,
      @RequestParam(defaultValue = "all") String show,
      @RequestParam(defaultValue = "") String mark,
      @RequestParam(defaultValue = "0") int from) {
    int skip = Math.clamp(from, 0, 1_000_000);
    var filter =
        new QueueFilter(
            share(show), Pages.user().getName(), null, mark.isEmpty() ? null : kind(mark));
    colophon.copydesk.QueuePage found = queue.page(filter, skip, LINES);
    Instant now = clock.instant();
    Map<String, List<String>> open =
        presence.open(found.lines().stream().map(QueueLine::draftId).toList());
    boolean more = skip + found.lines().size() < found.matching();
    var view =
        new QueueView(
            found.lines().stream()
                .map(line -> line(line, open.getOrDefault(line.draftId(), List.of()), now))
                .toList(),
            filters(found.counts(), show, mark),
            skip,
            found.matching(),
            more ? address(show, mark) + "&from=" + (skip + LINES) : "");
    return pages.page(request, "queue", "Queue", "queue", view);
  }

  private static List<QueueView.Filter> filters(
      colophon.copydesk.QueuePage.Counts counts, String show, String mark) {
    var filters = new ArrayList<QueueView.Filter>();
    filters.add(share("everything", counts.all(), "all", show, mark));
    filters.add(share("mine", counts.mine(), "mine", show, mark));
    filters.add(share("nobody's", counts.unassigned(), "unassigned", show, mark));
    filters.add(share("held", counts.held(), "held", show, mark));
    for (Flag.Kind kind : Flag.Kind.values()) {
      int count = counts.marks().getOrDefault(kind, 0);
      if (count > 0) {
        String word = word(kind);
        filters.add(
            new QueueView.Filter(
                DeskWords.kind(kind), count, address("all", word), mark.equals(word)));
      }
    }
    return filters;
  }

  private static QueueView.Filter share(
      String words, int count, String word, String show, String mark) {
    return new QueueView.Filter(
        words, count, address(word, ""), mark.isEmpty() && show.equals(word));
  }

  private static String address(String show, String mark) {
    return "/desk/queue?show=" + word(share(show)) + (mark.isEmpty() ? "" : "&mark=" + mark);
  }

  private static QueueFilter.Share share(String word) {
    return Arrays.stream(QueueFilter.Share.values())
        .filter(share -> word(share).equals(word))
        .findFirst()
        .orElse(QueueFilter.Share.ALL);
  }

  private static Flag.Kind kind(String word) {
    return Arrays.stream(Flag.Kind.values())
        .filter(kind -> word(kind).equals(word))
        .findFirst()
        .orElseThrow(() -> ReviewPage.missing("There is no mark \"" + word + "\"."));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static QueueView.Line line(QueueLine line, List<String> open, Instant now) {
    Instant deadline = line.deadline();
    Instant held = line.heldUntil();
    Instant embargo = line.embargo();
    return new QueueView.Line(
        line.draftId(),
        line.headline(),
        line.slug(),
        line.pipeline(),
        line.urgency(),
        line.note(),
        deadline == null ? "" : DeskWords.moment(deadline),
        DeskWords.ago(line.waitingSince(), now),
        line.marks(),
        line.kinds().stream().distinct().map(DeskWords::kind).toList(),
        line.assigned().name(),
        held == null ? "" : DeskWords.moment(held),
        embargo == null ? "" : DeskWords.moment(embargo),
        String.join(", ", open),
        line.firstBy());
  }
}
