package colophon.llm;

import java.util.Map;
import java.util.Optional;

/** Finds the key of a provider in the environment, and nowhere else. */
final class Keys {

  private static final String OURS = "COLOPHON_";

  private final Map<String, String> environment;

  Keys(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * The key to send. At an address that is not the provider's own only the variable with our prefix
   * is used, so that a key meant for a provider never goes to a stranger, and having none is
   * allowed.
   */
  Optional<String> key(ModelSettings settings) throws ModelSettingsException {
    String variable = settings.provider().keyVariable();
    if (variable == null) {
      return Optional.empty();
    }
    Optional<String> key = value(OURS + variable);
    if (key.isEmpty() && !settings.elsewhere()) {
      key = value(variable);
    }
    if (key.isEmpty() && !settings.elsewhere()) {
      throw new ModelSettingsException(
          "the model "
              + settings
              + " needs a key: set the environment variable "
              + OURS
              + variable
              + " (or "
              + variable
              + ") and start again");
    }
    if (key.isPresent() && !settings.local() && "http".equals(scheme(settings))) {
      throw new ModelSettingsException(
          "the key in "
              + OURS
              + variable
              + " would be sent unencrypted to "
              + settings.baseUrl()
              + "; use an https address, or unset the variable");
    }
    return key;
  }

  private Optional<String> value(String variable) {
    return Optional.ofNullable(environment.get(variable))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private static String scheme(ModelSettings settings) {
    return settings.baseUrl() == null ? "" : settings.baseUrl().getScheme();
  }
}
