package colophon.pipeline;

import colophon.capture.UserAgent;
import colophon.edition.Imprint;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who publishes, from {@code pipeline/newsroom.yaml}.
 *
 * @param userAgentContact how the operators of the sites we read can reach the newsroom; the
 *     readers' contact where the file gives no other
 * @param timeStamps the authority that stamps the time of content credentials (RFC 3161); null for
 *     none
 */
public record Newsroom(
    String publisher,
    String responsibleEditor,
    URI contact,
    URI site,
    String userAgentContact,
    @Nullable URI timeStamps) {

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
    if (contact == null || site == null || !notes.problems().isEmpty()) {
      throw new DefinitionException(notes.problems());
    }
    return new Newsroom(
        root.path("publisher").asString(),
        root.path("responsibleEditor").asString(),
        contact,
        site,
        agentContact,
        timeStamps);
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
