package colophon.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Hands LangChain4j our line; the deadline is ours and not to be changed by a library's default.
 */
final class ModelHttpClientBuilder implements HttpClientBuilder {

  private final Duration deadline;
  private final InstantSource clock;

  ModelHttpClientBuilder(Duration deadline, InstantSource clock) {
    this.deadline = deadline;
    this.clock = clock;
  }

  @Override
  public Duration connectTimeout() {
    return deadline;
  }

  @Override
  public HttpClientBuilder connectTimeout(Duration ignored) {
    return this;
  }

  @Override
  public Duration readTimeout() {
    return deadline;
  }

  @Override
  public HttpClientBuilder readTimeout(Duration ignored) {
    return this;
  }

  @Override
  public HttpClient build() {
    return new ModelHttpClient(deadline, clock);
  }
}
