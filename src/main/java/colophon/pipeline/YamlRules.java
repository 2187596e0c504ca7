package colophon.pipeline;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * What YAML allows and a definition does not. An alias may stand for itself or for a million
 * values, a tag may name a class; neither makes a definition clearer.
 */
final class YamlRules {

  private YamlRules() {}

  /** Throws where the text holds an alias, a tag or a control character. */
  static void check(String name, String text, LoaderOptions options) throws DefinitionException {
    for (Event event : new Yaml(options).parse(new StringReader(text))) {
      Optional<String> complaint = complaint(event);
      if (complaint.isPresent()) {
        Mark mark = event.getStartMark();
        throw new DefinitionException(
            List.of(
                new DefinitionProblem(
                    name, mark.getLine() + 1, mark.getColumn() + 1, complaint.get())));
      }
    }
  }

  private static Optional<String> complaint(Event event) {
    return switch (event) {
      case AliasEvent alias ->
          Optional.of(
              "\"*"
                  + alias.getAnchor()
                  + "\" stands for a value written elsewhere, which a"
                  + " definition may not use; write the value out.");
      case ScalarEvent scalar when scalar.getTag() != null -> tag(scalar.getTag());
      case ScalarEvent scalar when scalar.getValue().chars().anyMatch(YamlRules::isControl) ->
          Optional.of("a value holds a control character; take it out.");
      case CollectionStartEvent collection -> tag(collection.getTag());
      default -> Optional.empty();
    };
  }

  private static Optional<String> tag(@Nullable String tag) {
    return Optional.ofNullable(tag)
        .map(written ->
            "the tag \"" + written + "\" is not used in a definition; write the value without it.");
  }

  private static boolean isControl(int character) {
    return Character.isISOControl(character) && character != '\n' && character != '\t';
  }
}
