package colophon.llm;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.HashMap;
import java.util.Map;

/**
 * What a model that does its work well answers: the built-in writer's brief of the same message.
 */
final class GoodAnswers {

  private final ExtractiveChatModel model;
  private final Map<String, String> written = new HashMap<>();

  GoodAnswers(ExtractiveChatModel model) {
    this.model = model;
  }

  synchronized String to(PassagesMessage message) {
    var plain =
        new PassagesMessage(
            Datamark.NONE,
            message.withheld(),
            message.cut(),
            message.style(),
            message.asOf(),
            message.sources());
    return written.computeIfAbsent(
        plain.format(),
        text ->
            model
                .chat(ChatRequest.builder().messages(UserMessage.from(text)).build())
                .aiMessage()
                .text());
  }
}
