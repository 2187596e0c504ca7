package colophon.evidence;

import colophon.capture.CopyErasure;
import colophon.kernel.Digest;
import colophon.provenance.RecordedSource;
import colophon.provenance.Tombstone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Archived copies. */
final class CopyErasing implements Erasing {

  private final CopyErasure copies;
  private final LoggedVersions logged;

  CopyErasing(CopyErasure copies, LoggedVersions logged) {
    this.copies = copies;
    this.logged = logged;
  }

  @Override
  public List<Erasable> ofBrief(String briefId) {
    return things(
        copies.of(logged.sources(briefId).stream().map(RecordedSource::body).distinct().toList()));
  }

  @Override
  public List<Erasable> ofSource(String address) {
    return things(copies.from(address));
  }

  @Override
  public List<Erasable> named(String name) {
    return things(copies.of(List.of(Digest.parse(name))));
  }

  @Override
  public List<Erasable> before(Instant time, int most) {
    return things(copies.before(time, most));
  }

  @Override
  public Optional<List<Digest>> erase(Erasable thing, Instant now) {
    return copies.erase(thing.digest(), now) ? Optional.of(thing.digests()) : Optional.empty();
  }

  private static List<Erasable> things(List<CopyErasure.Copy> copies) {
    return copies.stream().map(CopyErasing::thing).toList();
  }

  private static Erasable thing(CopyErasure.Copy copy) {
    return new Erasable(
        ErasureClass.COPIES,
        Tombstone.ARCHIVED_COPY,
        List.of(copy.digest()),
        "archived copy of "
            + (copy.addresses().isEmpty() ? "an unknown address" : copy.addresses().getLast()),
        copy.keptAt());
  }
}
