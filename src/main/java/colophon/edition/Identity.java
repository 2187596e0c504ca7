package colophon.edition;

/** The lasting names of briefs and articles, as feeds and exports give them. */
final class Identity {

  private Identity() {}

  static String brief(VersionPlan plan) {
    return "urn:colophon:brief:" + plan.briefId();
  }

  static String article(String articleId) {
    return "urn:colophon:article:" + articleId;
  }
}
