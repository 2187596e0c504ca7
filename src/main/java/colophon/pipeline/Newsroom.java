package colophon.pipeline;

import colophon.capture.UserAgent;
import colophon.edition.Imprint;
import colophon.publication.WitnessAddress;
import colophon.tlog.LogFormatException;
import colophon.tlog.NoteKey;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Who publishes, from {@code pipeline/newsroom.yaml}.
 *
 * @param desk under which people reach the desk through a web server in front of it; null where
 *     they come to this machine itself
 * @param userAgentContact how the operators of the sites we read can reach the newsroom; the
 *     readers' contact where the file gives no other
 * @param timeStamps the authority that stamps the time of content credentials (RFC 3161); null for
 *     none
 * @param witnesses who is asked to cosign the log's checkpoints
 * @param retention how long bytes are kept
 * @param alerts of what operators are told, and where
 */
public record Newsroom(
    String publisher,
    String responsibleEditor,
    URI contact,
    URI site,
    @Nullable URI desk,
    String userAgentContact,
    @Nullable URI timeStamps,
    List<WitnessAddress> witnesses,
    Retention retention,
    AlertRules alerts) {

  public Newsroom {
    witnesses = List.copyOf(witnesses);
  }

  private static final SchemaCheck SCHEMA = new SchemaCheck("newsroom-v1.schema.json");

  /** Reads the file; throws with every problem found. */
  public static Newsroom read(String name, byte[] bytes) throws DefinitionException {
    YamlFile file = YamlFile.read(name, bytes);
    List<DefinitionProblem> problems = SCHEMA.problems(file);
    if (!problems.isEmpty()) {
      throw new DefinitionException(problems);
    }
    var root = file.root();
    var notes = new DefinitionNotes(file);
    URI contact = address("/contact", root.path("contact").asString(), notes);
    URI site = address("/site", root.path("site").asString(), notes);
    URI desk = root.has("desk") ? deskAddress(root.path("desk").asString(), notes) : null;
    String agentContact =
        root.path("userAgentContact")
            .asString(root.path("contact").asString().replaceFirst("^mailto:", ""));
    UserAgent.complaint(agentContact)
        .ifPresent(complaint ->
            notes.wrong(
                root.has("userAgentContact") ? "/userAgentContact" : "/contact", complaint));
    URI timeStamps =
        root.has("timeStamps")
            ? address("/timeStamps", root.path("timeStamps").asString(), notes)
            : null;
    List<WitnessAddress> witnesses = witnesses(root.path("witnesses"), notes);
    Retention retention = Retention.read(root.path("retention"), notes);
    AlertRules alerts =
        AlertRules.read(root.path("alerts"), notes, (at, text) -> address(at, text, notes));
    if (contact == null || site == null || !notes.problems().isEmpty()) {
      throw new DefinitionException(notes.problems());
    }
    return new Newsroom(
        root.path("publisher").asString(),
        root.path("responsibleEditor").asString(),
        contact,
        site,
        desk,
        agentContact,
        timeStamps,
        witnesses,
        retention,
        alerts);
  }

  private static List<WitnessAddress> witnesses(JsonNode list, DefinitionNotes notes) {
    var witnesses = new ArrayList<WitnessAddress>();
    for (int i = 0; i < list.size(); i++) {
      String place = "/witnesses/" + i;
      JsonNode each = list.get(i);
      URI address = address(place + "/address", each.path("address").asString(), notes);
      try {
        NoteKey key = NoteKey.parse(each.path("key").asString());
        if (key.type() != NoteKey.Type.COSIGNATURE) {
          notes.wrong(
              place + "/key",
              "this is a log's key; a witness's own stands in its verifier-key.txt.");
        } else if (witnesses.stream().anyMatch(known -> known.name().equals(key.name()))) {
          notes.wrong(
              place + "/key", "the witness " + key.name() + " stands here twice; take one away.");
        } else if (address != null) {
          witnesses.add(new WitnessAddress(key, address, each.path("local").asBoolean(false)));
        }
      } catch (LogFormatException e) {
        notes.wrong(
            place + "/key",
            "this is no witness's key (" + e.getMessage() + "); colophon witness init prints it.");
      }
    }
    return witnesses;
  }

  /** In small letters and without a stroke at its end, as hosts are compared. */
  private static @Nullable URI deskAddress(String text, DefinitionNotes notes) {
    return address("/desk", text.toLowerCase(Locale.ROOT).replaceFirst("/$", ""), notes);
  }

  private static @Nullable URI address(String pointer, String text, DefinitionNotes notes) {
    try {
      URI address = new URI(text);
      if (address.isOpaque() || address.getHost() != null) {
        return address;
      }
      notes.wrong(pointer, "\"" + text + "\" names no host.");
    } catch (URISyntaxException e) {
      notes.wrong(
          pointer,
          "\""
              + text
              + "\" is no address; it has a character that none may have at place "
              + (e.getIndex() + 1)
              + ".");
    }
    return null;
  }

  /** The imprint of what a pipeline publishes. */
  public Imprint imprint(Pipeline pipeline) {
    return new Imprint(
        publisher, responsibleEditor, contact, site, pipeline.zone(), pipeline.sample());
  }
}
