package colophon.desk;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;

/** Renders the pages of the desk. */
final class Pages {

  private static final MediaType HTML = MediaType.valueOf("text/html;charset=UTF-8");

  private final String newsroom;
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "colophon");

  Pages(String newsroom) {
    this.newsroom = newsroom;
  }

  /** A page within its frame. */
  ResponseEntity<String> page(
      HttpServletRequest request, String template, String title, String place, Object view) {
    return page(request, HttpStatus.OK, template, title, place, view);
  }

  /** A page that tells of something that did not work. */
  ResponseEntity<String> page(
      HttpServletRequest request,
      HttpStatusCode status,
      String template,
      String title,
      String place,
      Object view) {
    return html(status, template, Map.of("frame", frame(request, title, place), "view", view));
  }

  /** A page of somebody who has not signed in. */
  ResponseEntity<String> open(HttpServletRequest request, String template, Object view) {
    return html(
        HttpStatus.OK,
        template,
        Map.of("newsroom", newsroom, "csrf", csrf(request), "nonce", nonce(request), "view", view));
  }

  /** A page of a reader, for whom no session is kept. */
  ResponseEntity<String> reader(HttpStatusCode status, String template, Object view) {
    return html(status, template, Map.of("newsroom", newsroom, "view", view));
  }

  /** A part of a page, by itself. */
  String part(Frame frame, String template, Object view) {
    return render(template, Map.of("frame", frame, "view", view));
  }

  Frame frame(HttpServletRequest request, String title, String place) {
    return new Frame(newsroom, title, place, user(), csrf(request), nonce(request));
  }

  /** Who asks. */
  static DeskUser user() {
    if (SecurityContextHolder.getContext().getAuthentication() instanceof DeskUser user) {
      return user;
    }
    throw new IllegalStateException("a page of the desk was asked for by nobody");
  }

  private ResponseEntity<String> html(
      HttpStatusCode status, String template, Map<String, Object> model) {
    return ResponseEntity.status(status).contentType(HTML).body(render(template, model));
  }

  private String render(String template, Map<String, Object> model) {
    var out = new StringOutput(16 * 1024);
    templates.render("desk/" + template + ".jte", new HashMap<>(model), out);
    return out.toString();
  }

  private static String csrf(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? token.getToken()
        : "";
  }

  private static String nonce(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(DeskHeaders.NONCE));
  }
}
