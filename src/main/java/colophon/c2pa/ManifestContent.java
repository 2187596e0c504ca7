package colophon.c2pa;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a manifest is to say of one artefact.
 *
 * @param manifestId names the manifest; a random UUID, drawn by the caller
 * @param instanceId names this version of the artefact
 * @param title null where it has none
 * @param generator this program
 * @param actions what was done, in order; begins with {@link Action#CREATED}, which is given the
 *     ingredients
 * @param ingredients the sources, in the order of their numbers
 * @param record where the whole story stands
 */
public record ManifestContent(
    UUID manifestId,
    String instanceId,
    @Nullable String title,
    SoftwareAgent generator,
    List<Action> actions,
    List<Ingredient> ingredients,
    RecordReference record) {

  /** How many sources a manifest lists at most. */
  public static final int MOST_INGREDIENTS = 500;

  public ManifestContent {
    actions = List.copyOf(actions);
    ingredients = List.copyOf(ingredients);
    if (manifestId.version() != 4) {
      throw new IllegalArgumentException("a manifest is named by a random UUID (version 4)");
    }
    if (actions.isEmpty()
        || !actions.getFirst().name().equals(Action.CREATED)
        || actions.getFirst().digitalSourceType() == null
        || actions.stream().skip(1).anyMatch(Action::begins)) {
      throw new IllegalArgumentException(
          "a history begins with one creation, and that has a digital source type");
    }
    if (ingredients.size() > MOST_INGREDIENTS) {
      throw new IllegalArgumentException(
          "a manifest lists at most " + MOST_INGREDIENTS + " sources");
    }
  }

  /** The label of the manifest's box. */
  String manifestLabel() {
    return "urn:c2pa:" + manifestId;
  }
}
