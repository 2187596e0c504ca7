package colophon.cli;

import colophon.article.Quarantine;
import colophon.article.UnreadDocument;
import colophon.attest.KeyFolder;
import colophon.desk.StatusDesk;
import colophon.desk.StatusView;
import colophon.pipeline.RunLog;
import colophon.pipeline.Timetable;
import colophon.publication.PublicationStore;
import colophon.review.ReviewStore;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Gives the status page what it shows of an open newsroom. */
final class StatusDesks {

  /** The latest documents set aside that are shown. */
  private static final int MOST_SET_ASIDE = 20;

  private StatusDesks() {}

  static StatusDesk of(OpenNewsroom newsroom, BooleanSupplier ticks) {
    return new StatusDesk(
        newsroom.definitions(),
        newsroom.room(RunLog.class),
        newsroom.room(Timetable.class),
        newsroom.room(PublicationStore.class),
        () ->
            newsroom.room(ReviewStore.class).waiting().stream()
                .map(waiting ->
                    new StatusView.WaitingLine(
                        waiting.draft().id(), waiting.since().toString(), waiting.flags().size()))
                .toList(),
        ticks,
        () -> warnings(newsroom.keys(), newsroom.room(Quarantine.class)));
  }

  private static List<String> warnings(KeyFolder keys, Quarantine quarantine) {
    return Stream.concat(
            keys.warnings().stream(),
            quarantine.setAside(MOST_SET_ASIDE).stream().map(UnreadDocument::sentence))
        .toList();
  }
}
