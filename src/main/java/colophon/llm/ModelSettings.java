package colophon.llm;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which model writes, and how it is asked.
 *
 * @param model the name that the provider knows; for the built-in writer its own name
 * @param baseUrl where the service is; null for the built-in writer
 */
public record ModelSettings(
    Provider provider, String model, @Nullable URI baseUrl, ModelParameters parameters) {

  private static final int MOST_CHARACTERS = 200;

  /**
   * Reads settings as configured.
   *
   * @param use {@code extractive}, or provider and model as in {@code openai:MODEL}
   * @param baseUrl another address for the service, or null
   * @throws ModelSettingsException with a sentence that says what is wrong
   */
  public static ModelSettings parse(String use, @Nullable URI baseUrl, ModelParameters parameters)
      throws ModelSettingsException {
    int colon = use.indexOf(':');
    String name = (colon < 0 ? use : use.substring(0, colon)).strip();
    String model = colon < 0 ? "" : use.substring(colon + 1).strip();
    Provider provider = Provider.named(name).orElseThrow(() -> unknown(name));
    if (provider == Provider.EXTRACTIVE) {
      if (!model.isEmpty() || baseUrl != null) {
        throw new ModelSettingsException(
            "the model \"extractive\" is built in and takes neither a name nor a base URL");
      }
      return new ModelSettings(provider, provider.id(), null, parameters);
    }
    if (model.isEmpty() || model.length() > MOST_CHARACTERS || model.matches(".*[\\s\\p{Cc}].*")) {
      throw new ModelSettingsException(
          "a model is configured as \""
              + provider.id()
              + ":MODEL\" with the provider's name of the model, found \""
              + use
              + "\"");
    }
    parameters.check(provider);
    String own = String.valueOf(provider.baseUrl());
    var settings =
        new ModelSettings(
            provider, model, address(baseUrl == null ? own : baseUrl.toString()), parameters);
    if (Boolean.FALSE.equals(parameters.outside()) && !settings.local() && !settings.elsewhere()) {
      throw new ModelSettingsException(
          "the model "
              + settings
              + " is a service of others at "
              + settings.baseUrl()
              + ", so \"outside\" cannot be false; take it out");
    }
    return settings;
  }

  private static ModelSettingsException unknown(String name) {
    return new ModelSettingsException(
        "the model provider \""
            + name
            + "\" is not known; the known ones are "
            + Arrays.stream(Provider.values()).map(Provider::id).collect(Collectors.joining(", ")));
  }

  private static URI address(String text) throws ModelSettingsException {
    try {
      URI address = new URI(text.replaceFirst("/+$", ""));
      boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      if (web
          && address.getHost() != null
          && address.getUserInfo() == null
          && address.getQuery() == null
          && address.getFragment() == null) {
        return address;
      }
    } catch (URISyntaxException e) {
      // The sentence below says what is expected.
    }
    throw new ModelSettingsException(
        "a model's base URL is an http or https address without user, query or fragment, found \""
            + text
            + "\"");
  }

  /** Whether the service stands at another address than the provider's own. */
  boolean elsewhere() {
    return baseUrl != null && !baseUrl.toString().equals(provider.baseUrl());
  }

  /** Whether the service is on this machine. */
  boolean local() {
    if (baseUrl == null) {
      return true;
    }
    String host = baseUrl.getHost();
    return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
  }

  /**
   * Whether source text would leave the newsroom's own machines, so that a source's terms must
   * allow it. The built-in writer and a service on this machine are inside, unless configured
   * otherwise.
   */
  public boolean outside() {
    Boolean stated = parameters.outside();
    return stated == null ? !local() : stated && provider != Provider.EXTRACTIVE;
  }

  /** Provider and model as configured. */
  @Override
  public String toString() {
    return provider == Provider.EXTRACTIVE ? provider.id() : provider.id() + ":" + model;
  }
}
