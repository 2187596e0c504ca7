package colophon.edition;

import colophon.kernel.Slug;
import java.net.URI;

/** Where briefs stand on the site; these addresses never change. */
final class Permalinks {

  private Permalinks() {}

  /** Where the current version of a brief is always found. */
  static URI current(Imprint imprint, VersionPlan plan) {
    return below(imprint, folder(plan.slug()));
  }

  /** Where one version is found for ever. */
  static URI version(Imprint imprint, VersionPlan plan) {
    return below(imprint, folder(plan.slug()) + "v" + plan.version() + "/");
  }

  /** Where the newsroom says by what rules briefs are made: a section of the front page. */
  static URI principles(Imprint imprint) {
    return below(imprint, PageRenderer.NAME + "#principles");
  }

  /** An address below the site's own. */
  static URI below(Imprint imprint, String path) {
    String site = imprint.site().toString();
    return URI.create((site.endsWith("/") ? site : site + "/") + path);
  }

  static String folder(Slug slug) {
    return "briefs/" + slug + "/";
  }
}
