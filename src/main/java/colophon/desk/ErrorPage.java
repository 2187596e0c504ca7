package colophon.desk;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Says in plain words what was not found or went wrong: a page for people, JSON for scripts. */
@RestController
final class ErrorPage implements ErrorController {

  @RequestMapping("/error")
  ResponseEntity<?> error(HttpServletRequest request) {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : 404;
    String path =
        String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
            .replaceFirst("/index\\.html$", "/");
    String said = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_MESSAGE));
    String sentence =
        (path.startsWith("/desk/") || path.endsWith("/record"))
                && status == 404
                && said.endsWith(".")
            ? said
            : sentence(status, path);
    if (path.startsWith(ApiSecurity.PATH)) {
      return ApiProblem.of(status, path, said).answer();
    }
    if (path.startsWith("/api/")) {
      return ResponseEntity.status(status)
          .contentType(MediaType.APPLICATION_JSON)
          .body(Map.of("status", status, "error", sentence));
    }
    return ResponseEntity.status(status)
        .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
        .body(
            "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
                + status
                + "</title><link rel=\"stylesheet\" href=\"/status.css\"></head><body><main><h1>"
                + (status == 404 ? "Not here" : "That did not work")
                + "</h1><p>"
                + HtmlUtils.htmlEscape(sentence)
                + "</p><p><a href=\"/\">Published briefs</a> · <a href=\"/desk\">Desk</a> · <a href=\"/status\">Status</a></p>"
                + "</main></body></html>\n");
  }

  private static String sentence(int status, String path) {
    if (status == 404 && path.equals("/")) {
      return "Nothing is published yet. Drafts that wait for an editor, and runs, stand on the"
          + " status page.";
    }
    if (status == 404 && path.startsWith("/api/runs/")) {
      return "There is no run \""
          + path.substring("/api/runs/".length())
          + "\"; /api/runs lists"
          + " them.";
    }
    return switch (status) {
      case 404 -> "There is nothing at " + path + ".";
      case 400 -> "That address is not one this newsroom understands.";
      case 401 -> "Sign in first.";
      case 403 ->
          "This is not open to you here: your role does not do it, or the page was open for too"
              + " long. Go back, load the page again, and try once more.";
      case 405 -> "This can only be read.";
      default ->
          status < 500
              ? "The request was refused (" + status + ")."
              : "Something went wrong here; the log, colophon.log in the newsroom's folder, says"
                  + " more.";
    };
  }
}
