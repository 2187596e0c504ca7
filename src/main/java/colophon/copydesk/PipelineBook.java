package colophon.copydesk;

import colophon.pipeline.Pipeline;
import java.util.Optional;

/** Knows the pipelines, of files and of those asked for by name alike. */
@FunctionalInterface
public interface PipelineBook {

  /** The pipeline of that name, as it is defined now. */
  Optional<Pipeline> find(String name);
}
