package colophon.grounding;

import colophon.story.Dossier;
import colophon.text.Embedder;
import java.util.List;

public final class Conflicts {
  private Conflicts() {}

  public static List<Conflict> find(Dossier dossier, Embedder embedder) {
    return List.of();
  }
}
