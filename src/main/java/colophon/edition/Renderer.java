package colophon.edition;

import java.util.List;

/** Sets a layout in one format. Same layout, same bytes. */
sealed interface Renderer
    permits PageRenderer,
        TextRenderer,
        MarkdownRenderer,
        NinjsRenderer,
        AtomEntryRenderer,
        FeedItemRenderer {

  Artefact render(Layout layout);

  /** Every format an edition is printed in. */
  static List<Renderer> all() {
    return List.of(
        new PageRenderer(),
        new TextRenderer(),
        new MarkdownRenderer(),
        new NinjsRenderer(),
        new AtomEntryRenderer(),
        new FeedItemRenderer());
  }
}
