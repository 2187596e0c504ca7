package colophon.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why the API did not do what was asked: a problem document of RFC 9457, whose {@code type} scripts
 * may rely on and whose {@code detail} is the sentence that a page would say.
 */
final class ApiProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final JsonMapper MAPPER = new JsonMapper();

  /** The kinds of problems. */
  enum Kind {
    /** The request does not have the form that the document asks for. */
    INVALID_REQUEST(HttpStatus.BAD_REQUEST, "The request has not the form asked for"),
    /** No token, or one that opens nothing. */
    NO_TOKEN(HttpStatus.UNAUTHORIZED, "A valid token is needed"),
    /** The token's account has not the role. */
    ROLE(HttpStatus.FORBIDDEN, "The account's roles do not do this"),
    /** The token has not the scope. */
    SCOPE(HttpStatus.FORBIDDEN, "The token may not be used for this"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Not here"),
    METHOD(HttpStatus.METHOD_NOT_ALLOWED, "Not with this method"),
    /** Somebody else changed it first; both states are told. */
    CHANGED_MEANWHILE(HttpStatus.CONFLICT, "Changed meanwhile"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "Too large"),
    MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Not in this form"),
    /** It was understood, and the newsroom's rules do not let it be. */
    REFUSED(HttpStatus.UNPROCESSABLE_CONTENT, "Refused"),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong here");

    private final HttpStatus status;
    private final String title;

    Kind(HttpStatus status, String title) {
      this.status = status;
      this.title = title;
    }

    HttpStatus status() {
      return status;
    }

    /** The address that names it; it leads nowhere. */
    String type() {
      return "urn:colophon:problem:" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  private final Kind kind;
  private final String detail;
  private final transient Map<String, Object> more;

  ApiProblem(Kind kind, String detail) {
    this(kind, detail, Map.of());
  }

  /**
   * A problem with more to tell.
   *
   * @param more members beside those of RFC 9457
   */
  ApiProblem(Kind kind, String detail, Map<String, Object> more) {
    super(detail);
    this.kind = kind;
    this.detail = detail;
    this.more = Map.copyOf(more);
  }

  static ApiProblem missing(String detail) {
    return new ApiProblem(Kind.NOT_FOUND, detail);
  }

  private Map<String, Object> document() {
    var document = new LinkedHashMap<String, Object>();
    document.put("type", kind.type());
    document.put("title", kind.title);
    document.put("status", kind.status.value());
    document.put("detail", detail);
    document.putAll(more);
    return document;
  }

  ResponseEntity<Object> answer() {
    return ResponseEntity.status(kind.status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(document());
  }

  /** Writes it where no page of ours has the word. */
  void write(HttpServletResponse response) throws IOException {
    response.setStatus(kind.status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(MAPPER.writeValueAsBytes(document()));
  }

  /** The problem of an answer that only has a status. */
  static ApiProblem of(int status, String path, String said) {
    return switch (status) {
      case 401 -> new ApiProblem(Kind.NO_TOKEN, NO_TOKEN);
      case 403 -> new ApiProblem(Kind.ROLE, "This is open to nobody.");
      case 404 -> missing(said.endsWith(".") ? said : "There is nothing at " + path + ".");
      case 405 -> new ApiProblem(Kind.METHOD, "The document says which methods there are.");
      case 413 -> new ApiProblem(Kind.TOO_LARGE, ApiContract.TOO_LARGE);
      case 415 -> new ApiProblem(Kind.MEDIA_TYPE, ApiContract.AS_JSON);
      default ->
          status < 500
              ? new ApiProblem(Kind.INVALID_REQUEST, "That is not a request understood here.")
              : new ApiProblem(
                  Kind.INTERNAL, "The log, colophon.log in the newsroom's folder, says more.");
    };
  }

  static final String NO_TOKEN =
      "Send a token in the header Authorization: Bearer …. colophon tokens add and the desk's page"
          + " /desk/tokens make them; one that was revoked, has expired, or whose account is closed"
          + " or has its first password opens nothing.";
}
