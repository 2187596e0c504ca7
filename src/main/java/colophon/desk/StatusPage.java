package colophon.desk;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the newsroom is doing, for people and for scripts. It changes nothing. */
@RestController
final class StatusPage {

  private final StatusDesk desk;
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, StatusPage.class.getClassLoader(), "colophon");

  StatusPage(StatusDesk desk) {
    this.desk = desk;
  }

  @GetMapping(path = "/status", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
  String page() {
    var out = new StringOutput();
    templates.render("desk/status.jte", Map.of("status", desk.view()), out);
    return out.toString();
  }

  @GetMapping(path = "/api/status", produces = MediaType.APPLICATION_JSON_VALUE)
  StatusView status() {
    return desk.view();
  }

  @GetMapping(path = "/api/runs", produces = MediaType.APPLICATION_JSON_VALUE)
  List<StatusView.RunLine> runs() {
    return desk.view().runs();
  }

  @GetMapping(path = "/api/runs/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  RunView run(@PathVariable String id) {
    return desk.run(id)
        .orElseThrow(() ->
            new ResponseStatusException(
                HttpStatus.NOT_FOUND, "There is no run \"" + id + "\"; /api/runs lists them."));
  }
}
