package colophon.llm;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * A model that says what a test tells it to, in turn, and fails when it is asked once too often.
 */
final class ScriptedModel implements ChatModel {

  static final int INPUT_TOKENS = 1_000;
  static final int OUTPUT_TOKENS = 200;

  final List<ChatRequest> asked = new ArrayList<>();
  private final Deque<Supplier<ChatResponse>> script = new ArrayDeque<>();
  private final List<ChatModelListener> listeners = List.of(new CallMeter());

  ScriptedModel says(String text) {
    return says(text, FinishReason.STOP);
  }

  ScriptedModel says(String text, FinishReason finish) {
    script.add(() ->
        ChatResponse.builder()
            .aiMessage(AiMessage.from(text))
            .modelName("scripted-2026-01")
            .tokenUsage(new TokenUsage(INPUT_TOKENS, OUTPUT_TOKENS))
            .finishReason(finish)
            .build());
    return this;
  }

  ScriptedModel fails(RuntimeException failure) {
    script.add(() -> {
      throw failure;
    });
    return this;
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    asked.add(request);
    if (script.isEmpty()) {
      throw new AssertionError("the model was asked once too often");
    }
    return script.remove().get();
  }

  @Override
  public List<ChatModelListener> listeners() {
    return listeners;
  }
}
