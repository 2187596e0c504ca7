package colophon.llm;

import colophon.text.Embedder;
import colophon.text.Words;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The built-in writer behind the interface that every provider has. It takes the passages message
 * out of the request and answers with a {@link BriefAnswer} of sentences selected from it, or with
 * a {@link SectionAnswer} where a section is asked for again. It follows no instructions, measures
 * an editor's note by nearness alone, and generates no sentence. Tokens are counted as words.
 */
public final class ExtractiveChatModel implements ChatModel {

  /** The name and version it reports. */
  public static final String NAME = "extractive/1";

  private final Embedder embedder;
  private final List<ChatModelListener> listeners;

  public ExtractiveChatModel(Embedder embedder, List<ChatModelListener> listeners) {
    this.embedder = embedder;
    this.listeners = List.copyOf(listeners);
  }

  /**
   * Answers a request that carries a passages message.
   *
   * @throws InvalidRequestException where it carries none, or where the sources hold too little to
   *     quote; the message is a sentence for an editor
   */
  @Override
  public ChatResponse doChat(ChatRequest request) {
    String text = passages(request);
    try {
      String answer = answer(PassagesMessage.parse(text), request);
      return ChatResponse.builder()
          .aiMessage(AiMessage.from(answer))
          .modelName(NAME)
          .tokenUsage(new TokenUsage(Words.count(text), Words.count(answer)))
          .finishReason(FinishReason.STOP)
          .build();
    } catch (MessageFormatException | NothingToQuoteException e) {
      throw new InvalidRequestException(e.getMessage(), e);
    }
  }

  @Override
  public List<ChatModelListener> listeners() {
    return listeners;
  }

  @Override
  public ModelProvider provider() {
    return ModelProvider.OTHER;
  }

  @Override
  public Set<Capability> supportedCapabilities() {
    return Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA);
  }

  private String answer(PassagesMessage message, ChatRequest request)
      throws MessageFormatException, NothingToQuoteException {
    Optional<String> section = said(request).filter(SectionRequest::recognises).findFirst();
    if (section.isEmpty()) {
      return new ExtractiveSummary(message, embedder).write().format();
    }
    String present =
        request.messages().stream()
            .filter(AiMessage.class::isInstance)
            .map(each -> ((AiMessage) each).text())
            .findFirst()
            .orElseThrow(() -> new MessageFormatException("expected the brief as it stands"));
    return new SectionAgain(
            message, BriefAnswer.parse(present), SectionRequest.parse(section.get()), embedder)
        .write()
        .format();
  }

  private static Stream<String> said(ChatRequest request) {
    return request.messages().stream()
        .filter(message -> message instanceof UserMessage user && user.hasSingleText())
        .map(message -> ((UserMessage) message).singleText());
  }

  private static String passages(ChatRequest request) {
    return said(request)
        .filter(PassagesMessage::recognises)
        .findFirst()
        .orElseThrow(() ->
            new InvalidRequestException(
                "The extractive writer works from a passages message and found none in the"
                    + " request; use it as a pipeline's model, not for free conversation."));
  }
}
