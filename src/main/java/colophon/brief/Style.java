package colophon.brief;

import colophon.text.Language;

/**
 * The form a pipeline asks of its briefs.
 *
 * @param language of the brief
 * @param leastWords of the whole brief, headline to last sentence
 * @param mostWords of the whole brief
 * @param sections how many sections at most; the least is 1
 * @param mostSharePercent the largest share of the words of any one source that an extractive brief
 *     may repeat
 */
public record Style(
    Language language, int leastWords, int mostWords, int sections, int mostSharePercent) {
  public static final Style DEFAULT = new Style(Language.ENGLISH, 120, 450, 3, 25);
}
