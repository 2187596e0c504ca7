package colophon.provenance;

import colophon.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the source check says of a sentence; never that it is true.
 *
 * @param outcome {@code no mismatch found}, {@code weak} or {@code unsupported}
 * @param decidedBy the check that decided it; null where no mismatch was found
 * @param checks every check's own result
 */
public record RecordedVerdict(
    String outcome, @Nullable String decidedBy, List<RecordedCheck> checks) implements Recorded {

  /** The outcome of a sentence in which no check found a mismatch. */
  public static final String NO_MISMATCH = "no mismatch found";

  /** The outcome of a sentence that rests on its passages only loosely. */
  public static final String WEAK = "weak";

  /** The outcome of a sentence with something that does not stand in its passages. */
  public static final String UNSUPPORTED = "unsupported";

  public RecordedVerdict {
    checks = List.copyOf(checks);
  }

  @Override
  public Json.Obj json() {
    return new ObjectBuilder()
        .put("outcome", outcome)
        .put("decidedBy", decidedBy)
        .putAll("checks", checks)
        .build();
  }

  static RecordedVerdict read(Members members) throws ProvenanceFormatException {
    var checks = new ArrayList<RecordedCheck>();
    for (Members check : members.objects("checks")) {
      checks.add(RecordedCheck.read(check));
    }
    return new RecordedVerdict(members.text("outcome"), members.textOrNull("decidedBy"), checks);
  }
}
