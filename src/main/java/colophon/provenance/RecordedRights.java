package colophon.provenance;

import colophon.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a source let us know about its use, and what was decided.
 *
 * @param decision one word, such as {@code use}
 * @param signals as seen at fetch time, in the order seen
 * @param override who used it against a signal, and why; null where nobody had to
 */
public record RecordedRights(String decision, List<Signal> signals, @Nullable Overruling override)
    implements Recorded {

  public RecordedRights {
    signals = List.copyOf(signals);
  }

  /**
   * One signal.
   *
   * @param kind such as {@code robots.txt} or {@code tdmrep}
   * @param raw the words as they stood
   */
  public record Signal(String kind, String raw) implements Recorded {
    @Override
    public Json.Obj json() {
      return new ObjectBuilder().put("kind", kind).put("raw", raw).build();
    }
  }

  /** An operator's decision against a signal, with its written reason. */
  public record Overruling(String by, String reason) {}

  @Override
  public Json.Obj json() {
    var builder = new ObjectBuilder().put("decision", decision).putAll("signals", signals);
    if (override != null) {
      builder.put(
          "override",
          new ObjectBuilder().put("by", override.by()).put("reason", override.reason()).build());
    }
    return builder.build();
  }

  static RecordedRights read(Members members) throws ProvenanceFormatException {
    var signals = new ArrayList<Signal>();
    for (Members signal : members.objects("signals")) {
      signals.add(new Signal(signal.text("kind"), signal.text("raw")));
    }
    Members override = members.objectOrNull("override");
    return new RecordedRights(
        members.text("decision"),
        signals,
        override == null ? null : new Overruling(override.text("by"), override.text("reason")));
  }
}
