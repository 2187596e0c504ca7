package colophon.edition;

import java.util.Map;

/** The page. It works without script: marks open their passages by the browser's own popover. */
record PageRenderer() implements Renderer {

  static final String NAME = "index.html";
  static final String MEDIA_TYPE = "text/html; charset=utf-8";

  @Override
  public Artefact render(Layout layout) {
    return new Artefact(
        NAME,
        MEDIA_TYPE,
        Templates.bytes("page", Map.of("layout", layout, "linkedData", LinkedData.script(layout))));
  }
}
