package colophon.edition;

import colophon.kernel.Slug;

/**
 * A brief that is pointed to from another one's current page. Its words are that brief's own
 * headline and standfirst; they stand outside the attested bytes of the page that shows them.
 *
 * @param teaser two sentences
 * @param language of title and teaser
 */
public record Related(String title, String teaser, Slug slug, String language) {

  /** How many a page shows at most. */
  public static final int MOST = 4;

  /** An earlier brief as its feed item describes it. */
  public static Related of(SiteEntry entry) {
    return new Related(entry.title(), entry.standfirst(), entry.slug(), entry.language());
  }

  /** Where it is found from another brief's own folder. */
  String link() {
    return "../" + slug + "/" + PageRenderer.NAME;
  }
}
