package colophon.pipeline;

import colophon.brief.Style;
import colophon.capture.Source;
import colophon.grounding.Thresholds;
import colophon.kernel.Digest;
import colophon.review.ReviewPolicy;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * What is read, when, and how briefs are written, checked, reviewed and published.
 *
 * @param definition the digest of the file it was read from
 * @param window how far back from the slot articles are taken
 * @param reviewers how many different people must approve a draft that waits, one or two
 * @param label the name of a label profile
 * @param channels where it publishes; {@code site} is the only one yet
 */
public record Pipeline(
    String name,
    String title,
    Digest definition,
    ZoneId zone,
    boolean sample,
    boolean paused,
    Schedule schedule,
    List<Source> sources,
    Duration window,
    Selection selection,
    int briefsPerRun,
    Style style,
    ModelChoice model,
    String prompt,
    Thresholds thresholds,
    ReviewPolicy review,
    int reviewers,
    String label,
    List<String> channels,
    Spending spending) {

  public Pipeline {
    sources = List.copyOf(sources);
    channels = List.copyOf(channels);
  }

  /** The same pipeline with another window, however long. */
  public Pipeline over(Duration otherWindow) {
    return new Pipeline(
        name,
        title,
        definition,
        zone,
        sample,
        paused,
        schedule,
        sources,
        otherWindow,
        selection,
        briefsPerRun,
        style,
        model,
        prompt,
        thresholds,
        review,
        reviewers,
        label,
        channels,
        spending);
  }
}
