package colophon.pipeline;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The provider of sign-on that a newsroom's settings name, if they do.
 *
 * @param secretVariable the environment variable that holds the client's secret
 * @param title what people call it
 * @param rolesClaim the claim that names a person's groups
 * @param roles the word of the role that each group has
 * @param passwordsClosed whether people sign in by it only
 */
public record SignOnSettings(
    URI issuer,
    String clientId,
    String secretVariable,
    String title,
    String rolesClaim,
    Map<String, String> roles,
    boolean passwordsClosed) {

  public SignOnSettings {
    roles = Map.copyOf(roles);
  }

  /** Reads it from {@code newsroom.yaml}, which {@link Newsroom#read} has found to be right. */
  public static Optional<SignOnSettings> read(String name, byte[] bytes)
      throws DefinitionException {
    JsonNode settings = YamlFile.read(name, bytes).root().path("signOn");
    if (settings.isMissingNode()) {
      return Optional.empty();
    }
    Map<String, String> roles = new LinkedHashMap<>();
    settings
        .path("roles")
        .properties()
        .forEach(role -> roles.put(role.getKey(), role.getValue().asString()));
    String issuer = settings.path("issuer").asString();
    return Optional.of(
        new SignOnSettings(
            URI.create(issuer),
            settings.path("clientId").asString(),
            settings.path("secretVariable").asString(),
            settings.path("title").asString(URI.create(issuer).getHost()),
            settings.path("rolesClaim").asString(),
            roles,
            settings.path("localPasswords").asString("open").equals("closed")));
  }
}
