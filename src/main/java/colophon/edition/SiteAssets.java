package colophon.edition;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The files that all pages share. */
public final class SiteAssets {

  private SiteAssets() {}

  /** Each with its place below the site as its name. */
  public static List<Artefact> all() {
    return List.of(
        new Artefact("assets/colophon.css", "text/css; charset=utf-8", resource("colophon.css")));
  }

  private static byte[] resource(String name) {
    try (InputStream in = SiteAssets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the build");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read", e);
    }
  }
}
