package colophon.capture;

import java.util.List;

/** How the reading of bytes as a feed ended. */
public sealed interface FeedReading {

  /**
   * A feed.
   *
   * @param title empty where the feed has none
   * @param items in the feed's order, each with a link
   * @param withoutLink how many items lead nowhere and were left out
   * @param beyond how many items stand beyond the first {@link FeedReader#MOST_ITEMS}
   */
  record Feed(String title, List<ItemHint> items, int withoutLink, int beyond)
      implements FeedReading {
    public Feed {
      items = List.copyOf(items);
    }
  }

  /** No feed; the reason is a sentence for an operator. */
  record NotAFeed(String reason) implements FeedReading {}
}
