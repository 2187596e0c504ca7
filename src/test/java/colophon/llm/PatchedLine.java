package colophon.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The line to a provider's real address, patched through to its peer on this machine. */
final class PatchedLine {

  private PatchedLine() {}

  /** Models whose provider is whoever is the peer when they are called, with keys for all. */
  static Models models(
      Supplier<ProtocolPeer> peer,
      InstantSource clock,
      Function<List<ChatModelListener>, ChatModel> extractive) {
    var environment = new HashMap<String, String>();
    for (Provider provider : Provider.values()) {
      if (provider.keyVariable() != null) {
        environment.put("COLOPHON_" + provider.keyVariable(), ProtocolPeer.KEY);
      }
    }
    return new Models(
        environment, extractive, limit -> builder(peer, new ModelHttpClient(limit, clock), limit));
  }

  private static HttpClientBuilder builder(
      Supplier<ProtocolPeer> peer, HttpClient line, Duration deadline) {
    return new ModelHttpClientBuilder(
        new HttpClient() {
          @Override
          public SuccessfulHttpResponse execute(HttpRequest request) {
            assertThat(request.url()).startsWith(peer.get().realAddress());
            return line.execute(
                HttpRequest.builder()
                    .method(request.method())
                    .url(request.url().replace(peer.get().realAddress(), peer.get().address()))
                    .headers(request.headers())
                    .body(request.body())
                    .build());
          }

          @Override
          public void execute(
              HttpRequest request, ServerSentEventParser parser, ServerSentEventListener to) {
            throw new AssertionError("a writer never asks for a stream");
          }
        },
        deadline);
  }
}
