package colophon.pipeline;

import java.util.List;
import java.util.stream.Collectors;

/** A definition file cannot be used; every problem found in it is listed with its place. */
public final class DefinitionException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<DefinitionProblem> problems;

  public DefinitionException(List<DefinitionProblem> problems) {
    super(problems.stream().map(DefinitionProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<DefinitionProblem> problems() {
    return problems;
  }
}
