package colophon.provenance;

import colophon.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a source let us know about its use, and what was decided.
 *
 * @param decision one word, such as {@code use}
 * @param robots what the robots.txt of its host said of fetching it, such as {@code allowed}; null
 *     for a document that was not fetched from the web
 * @param signals as seen at fetch time, in the order seen
 * @param override who used it against a signal, and why; null where nobody had to
 */
public record RecordedRights(
    String decision, @Nullable String robots, List<Signal> signals, @Nullable Overruling override)
    implements Recorded {

  /** The word for a page that its host's rules let us fetch, or that no rule speaks of. */
  public static final String ROBOTS_ALLOWED = "allowed";

  public RecordedRights {
    signals = List.copyOf(signals);
  }

  /**
   * One signal.
   *
   * @param kind what said it, such as the header {@code x-robots-tag} or {@code tdm-reservation}
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
    var builder =
        new ObjectBuilder()
            .put("decision", decision)
            .put("robots", robots)
            .putAll("signals", signals);
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
        members.textOrNull("robots"),
        signals,
        override == null ? null : new Overruling(override.text("by"), override.text("reason")));
  }
}
