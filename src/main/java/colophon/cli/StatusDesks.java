package colophon.cli;

import colophon.attest.KeyFolder;
import colophon.desk.StatusDesk;
import colophon.desk.StatusView;
import colophon.pipeline.RunLog;
import colophon.pipeline.Timetable;
import colophon.publication.PublicationStore;
import colophon.review.Flag;
import colophon.review.ReviewStore;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Gives the status page what it shows of an open newsroom. */
final class StatusDesks {

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
                        waiting.draft().id(),
                        waiting.draft().brief().headline().text(),
                        waiting.since().toString(),
                        waiting.flags().stream().map(Flag::reason).toList()))
                .toList(),
        ticks,
        List.of(KeyFolder.WARNING),
        newsroom.room(InstantSource.class));
  }
}
