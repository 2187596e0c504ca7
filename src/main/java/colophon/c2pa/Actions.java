package colophon.c2pa;

import java.util.ArrayList;
import java.util.List;

/** What was done to an asset, in order (section 18.14). */
public record Actions(List<Action> actions) implements Assertion {

  /** Its label. */
  public static final String LABEL = "c2pa.actions.v2";

  public Actions {
    actions = List.copyOf(actions);
  }

  static Actions read(Fields fields) throws C2paFormatException {
    List<Action> actions = new ArrayList<>();
    for (Fields action : fields.maps("actions")) {
      actions.add(Action.read(action));
    }
    if (actions.isEmpty()) {
      throw fields.wrong("actions", "at least one action", "none");
    }
    return new Actions(actions);
  }

  @Override
  public String label() {
    return LABEL;
  }

  @Override
  public Cbor.Members cbor() {
    return new CborMap()
        .put("actions", Cbor.array(actions.stream().map(Action::cbor).toList()))
        .build();
  }
}
