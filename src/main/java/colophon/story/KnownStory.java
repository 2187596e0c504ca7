package colophon.story;

import java.net.URI;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A story as earlier runs left it.
 *
 * @param latest its newest revision
 * @param addresses the address of every article that ever stood in one of its revisions, by id
 * @param since the number of the revision in which each of those articles first stood
 * @param briefedRevision the revision that the pipeline's brief was last written from; null where
 *     there is no brief
 * @param briefedArticles the articles of that revision
 * @param begun a number that grows with each story of the pipeline
 */
record KnownStory(
    StoryRevision latest,
    SortedMap<String, URI> addresses,
    SortedMap<String, Integer> since,
    @Nullable Integer briefedRevision,
    SortedSet<String> briefedArticles,
    long begun) {

  KnownStory {
    addresses = new TreeMap<>(addresses);
    since = new TreeMap<>(since);
    briefedArticles = new TreeSet<>(briefedArticles);
  }

  String id() {
    return latest.storyId();
  }

  boolean hasBrief() {
    return briefedRevision != null;
  }

  /** The addresses of the latest revision's articles. */
  List<URI> currentAddresses() {
    return latest.articleIds().stream().map(addresses::get).toList();
  }
}
