package colophon.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What an order or a hold names: a brief or a source, one of the two. */
class BriefOrSource {

  @Option(
      names = "--brief",
      required = true,
      paramLabel = "BRIEF",
      description = "What the versions of this brief rest on (id or slug).")
  @Nullable String brief;

  @Option(
      names = "--source",
      required = true,
      paramLabel = "URL",
      description = "What came from this address, as erase lists it.")
  @Nullable String source;
}
