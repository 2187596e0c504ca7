package colophon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.edition.VersionPlan;
import colophon.publication.PublicationStore;
import colophon.tasks.TaskDesk;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tasks as scripts take and close them. */
class ApiTasksTest extends ApiBench {

  @Test
  void aTaskIsTakenGivenBackClosedAndOpenedAgain() throws Exception {
    VersionPlan plan =
        desk.rooms().getBean(PublicationStore.class).current().stream().findFirst().orElseThrow();
    desk.served()
        .context()
        .getBean(TaskDesk.class)
        .report(
            plan.briefId(), plan.version(), "The river rose two metres.", "reader@desk.example");
    JsonNode tasks =
        ok(editor, "GET", "/api/v1/tasks", "/api/v1/tasks?kind=report&share=open&limit=1", "");
    JsonNode task = tasks.path("tasks").path(0);
    assertThat(task.path("brief").asString()).isEqualTo(plan.slug().value());
    assertThat(task.path("report").path("message").asString()).contains("two metres");
    assertThat(task.path("source").isNull()).isTrue();
    String number = "/" + task.path("task").asLong();
    assertThat(task(number, "/take", "").path("taken").path("login").asString()).isEqualTo("edda");
    assertThat(ok(editor, "GET", "/api/v1/tasks", "/api/v1/tasks?share=mine", "").path("matching"))
        .isEqualTo(MAPPER.readTree("1"));
    assertThat(refusedTask(number + "/take", "", 422).path("detail").asString())
        .isEqualTo("It is yours already.");
    assertThat(task(number, "/give-back", "").path("taken").isNull()).isTrue();
    assertThat(refusedTask(number + "/close", "{\"reason\": \" \"}", 422).path("detail").asString())
        .contains("what came of it");
    assertThat(refusedTask(number + "/close", "{}", 400).path("detail").asString())
        .contains("\"reason\" is missing");
    JsonNode closed = task(number, "/close", "{\"reason\": \"It was two metres.\"}").path("closed");
    assertThat(closed.path("reason").asString()).isEqualTo("It was two metres.");
    assertThat(closed.path("by").path("name").asString()).isEqualTo(EDDA.name());
    JsonNode open = task(number, "/open", "");
    assertThat(open.path("closed").isNull()).isTrue();
    assertThat(open.path("events")).hasSize(4);
    assertThat(
            ok(editor, "GET", "/api/v1/tasks/{task}", "/api/v1/tasks" + number, "").path("events"))
        .isEqualTo(open.path("events"));
    assertThat(refusedTask("/999/take", "", 404).path("detail").asString())
        .isEqualTo("There is no task 999.");
    assertThat(refusedTask("/x/open", "", 404).path("type").asString()).endsWith("not-found");
  }
}
