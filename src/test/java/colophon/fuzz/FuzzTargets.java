package colophon.fuzz;

import colophon.c2pa.C2paTargets;
import colophon.capture.CaptureTargets;
import colophon.excerpt.ExcerptTargets;
import colophon.kernel.KernelTargets;
import colophon.provenance.ProvenanceTargets;
import colophon.tlog.TlogTargets;
import colophon.verify.VerifyTargets;
import colophon.verify.ZipTargets;
import java.util.List;
import java.util.stream.Stream;

/** Every reader of the trust band, and of archives, that may be handed a hostile file. */
public final class FuzzTargets {

  private FuzzTargets() {}

  /** All of them, in the order of the house. */
  public static List<FuzzTarget> all() {
    return Stream.of(
            KernelTargets.all(),
            TlogTargets.all(),
            C2paTargets.all(),
            ProvenanceTargets.all(),
            VerifyTargets.all(),
            ZipTargets.all(),
            CaptureTargets.all(),
            ExcerptTargets.all())
        .flatMap(List::stream)
        .toList();
  }

  static FuzzTarget named(String name) {
    return all().stream()
        .filter(target -> target.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "There is no target \""
                    + name
                    + "\"; there are "
                    + String.join(", ", all().stream().map(FuzzTarget::name).toList())
                    + "."));
  }
}
