package colophon.llm;

import colophon.kernel.Json;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * A model with a part for each story: whoever comes first plays the first part. A story without one
 * gets a good answer, which is made from the very message that the service was sent.
 */
final class Cast {

  /** What a service does when it is called: from the peer and the message to a response. */
  interface Step extends BiFunction<ProtocolPeer, PassagesMessage, ResponseDefinitionBuilder> {}

  private final ProtocolPeer peer;
  private final GoodAnswers good;
  private final Deque<List<Step>> parts = new ArrayDeque<>();
  private final Map<String, Deque<Step>> playing = new HashMap<>();

  /** The first source's title of every story that called, in order. */
  final List<String> stories = new ArrayList<>();

  /** Every message that came, as it came. */
  final List<String> messages = new ArrayList<>();

  Cast(ProtocolPeer peer, GoodAnswers good) {
    this.peer = peer;
    this.good = good;
    peer.answersBy(this::answer);
  }

  /** Gives the next story that calls these steps, one a call. */
  void part(Step... steps) {
    parts.add(List.of(steps));
  }

  /** Forgets who played what; parts that nobody took are over too. */
  void curtain() {
    parts.clear();
    playing.clear();
    stories.clear();
  }

  private synchronized ResponseDefinitionBuilder answer(Json.Obj body) {
    String sent = peer.said(body).getFirst();
    messages.add(sent);
    try {
      PassagesMessage message = PassagesMessage.parse(sent);
      String story = message.sources().getFirst().title();
      Deque<Step> steps =
          playing.computeIfAbsent(
              story,
              key -> {
                stories.add(key);
                return new ArrayDeque<>(parts.isEmpty() ? List.of() : parts.remove());
              });
      return steps.isEmpty()
          ? peer.saying(good.to(message), ProtocolPeer.Stop.DONE)
          : steps.remove().apply(peer, message);
    } catch (MessageFormatException e) {
      return peer.failing(400, e.getMessage());
    }
  }

  /** A step that answers with what is made of the good answer. */
  Step changed(UnaryOperator<String> change) {
    return (service, message) ->
        service.saying(change.apply(good.to(message)), ProtocolPeer.Stop.DONE);
  }

  /** A step that answers well. */
  Step well() {
    return changed(UnaryOperator.identity());
  }
}
