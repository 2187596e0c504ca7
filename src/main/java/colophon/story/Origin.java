package colophon.story;

import java.util.List;

/**
 * One independent source: an article together with the copies of it that other outlets run.
 *
 * @param name the outlet or agency that wrote it first
 * @param articleIds the earliest first
 */
public record Origin(String name, List<String> articleIds) {
  public Origin {
    articleIds = List.copyOf(articleIds);
  }
}
