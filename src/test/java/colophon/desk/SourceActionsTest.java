package colophon.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.access.AccountStore;
import colophon.article.FeedDiscovery;
import colophon.article.SecondTry;
import colophon.capture.FetchLimits;
import colophon.capture.Fetcher;
import colophon.capture.Manners;
import colophon.capture.RightsOverrides;
import colophon.capture.Source;
import colophon.capture.UserAgent;
import colophon.database.TestDatabase;
import colophon.pipeline.Definitions;
import colophon.pipeline.Pipeline;
import colophon.pipeline.PipelineReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SourceActionsTest {

  private static final Path FOLDER = Path.of("pipeline");

  @Test
  void theLinesOfferedAreTakenByAPipelinesFileAsTheyStand() throws Exception {
    URI address = URI.create("https://www.echo.example/feed.xml?a=1&b=2");
    var found =
        new FeedDiscovery.Feeds(
            List.of(new FeedDiscovery.Feed(address, "The \"Echo\": Réveil # 1", 2, List.of("A"))),
            List.of(),
            true);
    SourceActions.View view = view(found);
    assertThat(view.offers()).hasSize(1);
    assertThat(view.offers().getFirst().known()).isEmpty();
    String file =
        Files.readString(FOLDER.resolve("samples.yaml"))
            .replace("sources:\n", "sources:\n" + view.offers().getFirst().yaml());
    Pipeline read = PipelineReader.read("samples.yaml", file.getBytes(UTF_8), FOLDER);
    Source added = read.sources().getFirst();
    assertThat(added.id()).isEqualTo("echo-example");
    assertThat(added.outlet()).isEqualTo("The \"Echo\": Réveil # 1");
    assertThat(added.location()).isEqualTo(address);
    assertThat(added.outsideModel()).isFalse();
  }

  @Test
  void aPageWithoutAFeedIsOfferedAsAPage() throws Exception {
    var page = new FeedDiscovery.OnlyPage(URI.create("https://echo.example/"), "");
    assertThat(view(page).offers().getFirst().yaml()).contains("kind: page", "\"echo.example\"");
    assertThat(view(page).note()).contains("names no feed");
  }

  private static SourceActions.View view(FeedDiscovery.Found found) throws Exception {
    try (var database = TestDatabase.fresh()) {
      var clock = InstantSource.system();
      return new SourceActions(
              Definitions.read(FOLDER, Path.of("prompts")),
              new RightsOverrides(database.jdbc(), clock),
              new SecondTry(
                  database.jdbc(),
                  new TransactionTemplate(new JdbcTransactionManager(database.source()))),
              new FeedDiscovery(
                  new Fetcher(
                      new UserAgent("0.1.0", "https://newsroom.example/robots"),
                      FetchLimits.standard(),
                      Manners.standard(),
                      Path.of("").toAbsolutePath(),
                      clock,
                      new Random(1))),
              new AccountStore(database.jdbc(), clock),
              new Pages("The Example Wire"))
          .view("echo.example", found);
    }
  }
}
