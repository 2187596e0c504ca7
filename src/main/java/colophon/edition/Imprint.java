package colophon.edition;

import java.net.URI;
import java.time.ZoneId;

/**
 * Who publishes: what every page must name.
 *
 * @param publisher the newsroom's name
 * @param responsibleEditor who holds editorial responsibility
 * @param contact where a reader reports an error: an http(s) or mailto address
 * @param site the public address under which {@code /briefs/} stands; permalinks are built from it
 * @param zone the zone of the dates shown
 * @param sample whether everything published is sample material and says so
 */
public record Imprint(
    String publisher,
    String responsibleEditor,
    URI contact,
    URI site,
    ZoneId zone,
    boolean sample) {

  public Imprint {
    publisher = CleanText.line(publisher);
    responsibleEditor = CleanText.line(responsibleEditor);
  }
}
