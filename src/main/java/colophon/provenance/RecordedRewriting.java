package colophon.provenance;

import colophon.kernel.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * A section that a model wrote again because somebody in the newsroom asked for it: a request of
 * its own, beside that of the draft.
 *
 * @param sentences the ids of the sentences that stand as this answer has them
 */
public record RecordedRewriting(List<String> sentences, RecordedModel model) implements Recorded {

  public RecordedRewriting {
    sentences = List.copyOf(sentences);
  }

  @Override
  public Json.Obj json() {
    return new ObjectBuilder().putTexts("sentences", sentences).put("model", model.json()).build();
  }

  static List<RecordedRewriting> readAll(List<Members> all) throws ProvenanceFormatException {
    var rewritings = new ArrayList<RecordedRewriting>();
    for (Members each : all) {
      rewritings.add(
          new RecordedRewriting(each.texts("sentences"), RecordedModel.read(each.object("model"))));
    }
    return rewritings;
  }
}
