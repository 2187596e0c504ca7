package colophon.c2pa;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done to an asset (section 18.14).
 *
 * @param name such as {@code c2pa.created}
 * @param when as RFC 3339; null where it is not told
 * @param digitalSourceType the IPTC term, as an absolute address; null where none belongs
 * @param softwareAgent what did it; null where the maker of the manifest did, or a person
 * @param ingredients the sources it drew on
 */
public record Action(
    String name,
    @Nullable String when,
    @Nullable String digitalSourceType,
    @Nullable SoftwareAgent softwareAgent,
    List<HashedUri> ingredients) {

  /** The text came to be. */
  public static final String CREATED = "c2pa.created";

  /** An existing asset was opened; never ours. */
  public static final String OPENED = "c2pa.opened";

  /** A person changed it. */
  public static final String EDITED = "c2pa.edited";

  /** It was released. */
  public static final String PUBLISHED = "c2pa.published";

  public Action {
    ingredients = List.copyOf(ingredients);
  }

  /**
   * The text came to be.
   *
   * @param digitalSourceType what it was at its inception
   * @param writer what wrote it: the model, or the built-in writer
   */
  public static Action created(Instant when, String digitalSourceType, SoftwareAgent writer) {
    return new Action(CREATED, when.toString(), digitalSourceType, writer, List.of());
  }

  /**
   * A person wrote or changed some of it.
   *
   * @param digitalSourceType what it was from then on
   */
  public static Action edited(Instant when, String digitalSourceType) {
    return new Action(EDITED, when.toString(), digitalSourceType, null, List.of());
  }

  /** It was released. */
  public static Action published(Instant when) {
    return new Action(PUBLISHED, when.toString(), null, null, List.of());
  }

  /** Whether it is the one that begins a history. */
  boolean begins() {
    return name.equals(CREATED) || name.equals(OPENED);
  }

  Action drawingOn(List<HashedUri> sources) {
    return new Action(name, when, digitalSourceType, softwareAgent, sources);
  }

  static Action read(Fields fields) throws C2paFormatException {
    List<HashedUri> ingredients = new ArrayList<>();
    if (fields.has("parameters")) {
      for (Fields ingredient : fields.map("parameters").maps("ingredients")) {
        ingredients.add(HashedUri.read(ingredient));
      }
    }
    return new Action(
        fields.text("action"),
        fields.timeOrNull("when"),
        fields.textOrNull("digitalSourceType"),
        fields.has("softwareAgent") ? SoftwareAgent.read(fields.map("softwareAgent")) : null,
        ingredients);
  }

  Cbor.Members cbor() {
    Cbor parameters =
        ingredients.isEmpty()
            ? null
            : new CborMap()
                .put("ingredients", Cbor.array(ingredients.stream().map(HashedUri::cbor).toList()))
                .build();
    return new CborMap()
        .put("action", name)
        .put("when", when == null ? null : new Cbor.Tagged(0, Cbor.of(when)))
        .put("digitalSourceType", digitalSourceType)
        .put("softwareAgent", softwareAgent == null ? null : softwareAgent.cbor())
        .put("parameters", parameters)
        .build();
  }
}
