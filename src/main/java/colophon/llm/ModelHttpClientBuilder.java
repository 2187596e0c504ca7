package colophon.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;

/** Hands LangChain4j our line; its deadline is ours, whatever a library's default. */
final class ModelHttpClientBuilder implements HttpClientBuilder {

  private final HttpClient line;
  private final Duration deadline;

  ModelHttpClientBuilder(HttpClient line, Duration deadline) {
    this.line = line;
    this.deadline = deadline;
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
    return line;
  }
}
