package colophon.llm;

import java.util.List;
import java.util.Set;

/**
 * An outlet as a sentence names it.
 *
 * @param inside with its article, as inside a sentence
 * @param reports whether it is a newspaper or agency, which reports; an institution says
 */
record OutletName(String inside, boolean reports) {

  private static final Set<String> PAPERS =
      Set.copyOf(
          List.of(
              """
              Post Times Ledger Tribune Gazette Courier Daily Echo Herald Guardian Telegraph Journal
              Chronicle Star Sun Mirror Observer Independent Standard Press Mail Review Register Globe
              Inquirer Examiner Bulletin Record Sentinel Monitor Dispatch Argus Advertiser Mercury Wire
              Economist Atlantic Spectator Examiner Argus Age Australian Scotsman Express Messenger Despatch\
              """
                  .split("\\s+")));

  private static final Set<String> BODIES =
      Set.copyOf(
          List.of(
              """
              Institute Forum Association Authority Ministry Bureau Commission Department Office
              Foundation Society Center Centre Bank Agency Academy Committee Union Federation Council
              Court University Museum Service Government Police Party Fund Organization Organisation\
              """
                  .split("\\s+")));

  static OutletName of(String outlet) {
    String head = outlet.split(" (?:of|for|on) ")[0];
    String last = head.substring(head.lastIndexOf(' ') + 1);
    boolean body = BODIES.contains(last);
    boolean several = outlet.contains(" ");
    boolean named = outlet.startsWith("The ");
    boolean council = last.equals("Council");
    boolean paper = PAPERS.contains(last) || outlet.matches("(?:Daily|Evening|Morning|Sunday) .*");
    boolean article = several && !named && !council && (paper || body);
    return new OutletName(article ? "the " + outlet : outlet, !body);
  }

  String opening() {
    return inside.startsWith("the ") ? "T" + inside.substring(1) : inside;
  }
}
