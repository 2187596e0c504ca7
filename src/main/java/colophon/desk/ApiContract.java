package colophon.desk;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds every request of the API against its published description before anything is done with it:
 * fields and parameters that the description does not name are refused, and sizes are as it says.
 */
final class ApiContract implements HandlerInterceptor {

  /** The largest body, in bytes. */
  static final int MOST_BYTES = 64 * 1024;

  static final String TOO_LARGE = "A request has at most " + MOST_BYTES / 1024 + " KiB.";

  static final String AS_JSON = "Send the request as application/json.";

  /** The most complaints that one answer lists. */
  private static final int MOST_COMPLAINTS = 10;

  private static final String BODY = "colophon.api.body";
  private static final String DOCUMENT = "/colophon/schema/api-v1.openapi.json";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final byte[] bytes;
  private final JsonNode document;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private ApiContract(byte[] bytes) {
    this.bytes = bytes.clone();
    this.document = MAPPER.readTree(bytes);
  }

  /** The description that is in the jar. */
  static ApiContract published() {
    try (InputStream in = ApiContract.class.getResourceAsStream(DOCUMENT)) {
      if (in == null) {
        throw new IllegalStateException("the description of the API is not in the jar");
      }
      return new ApiContract(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes() {
    return bytes.clone();
  }

  JsonNode document() {
    return document;
  }

  /** The operation of a route, such as {@code /api/v1/drafts/{draft}/cut}. */
  Optional<JsonNode> operation(String method, String route) {
    return document.path("paths").path(route).optional(method.toLowerCase(Locale.ROOT));
  }

  /** What is wrong with a value by one of the document's schemas, a sentence each. */
  List<String> complaints(JsonNode schema, JsonNode value) {
    return schemas
        .computeIfAbsent(schema.toString(), any -> schema(schema))
        .validate(value)
        .stream()
        .map(ApiContract::sentence)
        .distinct()
        .limit(MOST_COMPLAINTS)
        .toList();
  }

  private Schema schema(JsonNode schema) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.set(
        "$schema",
        JsonNodeFactory.instance.stringNode(SpecificationVersion.DRAFT_2020_12.getDialectId()));
    root.setAll((ObjectNode) schema);
    root.set("components", document.path("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(root);
  }

  private static String sentence(Error error) {
    String place = error.getInstanceLocation().toString().replaceFirst("^/", "");
    String where = place.isEmpty() ? "" : "\"" + place + "\": ";
    String property = error.getProperty();
    return switch (error.getKeyword()) {
      case "additionalProperties", "unevaluatedProperties" ->
          where + "\"" + property + "\" is not known here.";
      case "required" -> where + "\"" + property + "\" is missing.";
      default -> where + error.getMessage() + ".";
    };
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    String route =
        String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    JsonNode operation =
        operation(method, route)
            .orElseThrow(() -> new IllegalStateException(route + " is not described"));
    JsonNode schema =
        operation.path("requestBody").path("content").path("application/json").path("schema");
    if (!schema.isMissingNode() && !asJson(request.getContentType())) {
      throw new ApiProblem(ApiProblem.Kind.MEDIA_TYPE, AS_JSON);
    }
    parameters(request, operation.path("parameters"));
    if (!schema.isMissingNode()) {
      request.setAttribute(BODY, body(request, schema));
    }
    return true;
  }

  /** The body of a request, which has the form that the description asks for. */
  static <T> T body(HttpServletRequest request, Class<T> type) {
    if (request.getAttribute(BODY) instanceof JsonNode body) {
      return MAPPER.treeToValue(body, type);
    }
    throw new IllegalStateException("a route reads a body that is not described");
  }

  private void parameters(HttpServletRequest request, JsonNode described) {
    Map<String, JsonNode> known = new LinkedHashMap<>();
    described.forEach(parameter -> {
      if (parameter.path("in").asString("").equals("query")) {
        known.put(parameter.path("name").asString(""), parameter.path("schema"));
      }
    });
    request
        .getParameterMap()
        .forEach((name, values) -> {
          JsonNode schema = known.get(name);
          if (schema == null) {
            throw invalid(
                "The parameter \""
                    + name
                    + "\" is not known here. "
                    + (known.isEmpty()
                        ? "None is."
                        : "Known are: " + String.join(", ", known.keySet()))
                    + (known.isEmpty() ? "" : "."));
          }
          if (values.length != 1) {
            throw invalid("The parameter \"" + name + "\" is given twice.");
          }
          List<String> wrong = complaints(schema, value(values[0], schema));
          if (!wrong.isEmpty()) {
            throw invalid("The parameter \"" + name + "\": " + String.join(" ", wrong));
          }
        });
  }

  private static JsonNode value(String text, JsonNode schema) {
    return schema.path("type").asString("").equals("integer") && text.matches("-?[0-9]{1,9}")
        ? JsonNodeFactory.instance.numberNode(Integer.parseInt(text))
        : JsonNodeFactory.instance.stringNode(text);
  }

  private JsonNode body(HttpServletRequest request, JsonNode schema) throws IOException {
    byte[] sent = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (sent.length > MOST_BYTES) {
      throw new ApiProblem(ApiProblem.Kind.TOO_LARGE, TOO_LARGE);
    }
    JsonNode body;
    try {
      body = MAPPER.readTree(sent);
    } catch (JacksonException e) {
      throw invalid("That is not JSON: " + e.getOriginalMessage() + ".");
    }
    List<String> wrong = complaints(schema, body);
    if (!wrong.isEmpty()) {
      throw invalid(wrong.stream().collect(Collectors.joining(" ")));
    }
    return body;
  }

  private static boolean asJson(@Nullable String type) {
    try {
      return type != null
          && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(type));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  private static ApiProblem invalid(String detail) {
    return new ApiProblem(ApiProblem.Kind.INVALID_REQUEST, detail);
  }
}
