package colophon.publication;

import colophon.edition.VersionPlan;
import colophon.text.Language;

/**
 * What index, feeds and related lists show of a released version.
 *
 * @param standfirst the brief's own, so that a teaser was checked like any sentence
 */
public record Teaser(VersionPlan plan, String headline, String standfirst, Language language) {}
