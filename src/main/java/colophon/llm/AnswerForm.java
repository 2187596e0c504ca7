package colophon.llm;

import java.util.List;
import java.util.Optional;

/**
 * What holds a model to the form of an answer. Whatever it is, the instructions describe the form,
 * and every answer is checked against it.
 */
public enum AnswerForm {
  /** The provider is given the answer's schema and must obey it. */
  JSON_SCHEMA("json-schema"),
  /** The provider is told to answer in JSON, of whatever shape. */
  JSON_OBJECT("json-object"),
  /** The provider is told nothing, for servers that know neither. */
  PROMPT_ONLY("prompt-only");

  private final String id;

  AnswerForm(String id) {
    this.id = id;
  }

  /** The word that names it in configuration and records. */
  public String id() {
    return id;
  }

  /** The form of that name. */
  public static Optional<AnswerForm> named(String id) {
    return List.of(values()).stream().filter(form -> form.id.equals(id)).findFirst();
  }
}
