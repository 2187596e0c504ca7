package colophon.edition;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The precompiled templates of this room. Every value they print is escaped for its place. */
final class Templates {

  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), "colophon");

  private Templates() {}

  static String text(String name, Map<String, Object> values) {
    var out = new StringOutput();
    ENGINE.render("edition/" + name + ".jte", values, out);
    return out.toString();
  }

  static byte[] bytes(String name, Map<String, Object> values) {
    return (text(name, values).strip() + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
