package colophon.pipeline;

import colophon.edition.Imprint;
import java.net.URI;
import java.util.List;

/**
 * Who publishes, from {@code pipeline/newsroom.yaml}.
 *
 * @param userAgentContact how the operators of the sites we read can reach the newsroom; the
 *     readers' contact where the file gives no other
 */
public record Newsroom(
    String publisher, String responsibleEditor, URI contact, URI site, String userAgentContact) {

  private static final SchemaCheck SCHEMA = new SchemaCheck("newsroom-v1.schema.json");

  /** Reads the file; throws with every problem found. */
  public static Newsroom read(String name, byte[] bytes) throws DefinitionException {
    YamlFile file = YamlFile.read(name, bytes);
    List<DefinitionProblem> problems = SCHEMA.problems(file);
    if (!problems.isEmpty()) {
      throw new DefinitionException(problems);
    }
    var root = file.root();
    return new Newsroom(
        root.path("publisher").asString(),
        root.path("responsibleEditor").asString(),
        URI.create(root.path("contact").asString()),
        URI.create(root.path("site").asString()),
        root.path("userAgentContact")
            .asString(root.path("contact").asString().replaceFirst("^mailto:", "")));
  }

  /** The imprint of what a pipeline publishes. */
  public Imprint imprint(Pipeline pipeline) {
    return new Imprint(
        publisher, responsibleEditor, contact, site, pipeline.zone(), pipeline.sample());
  }
}
