package colophon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Drafts as scripts read them, change them and decide on them. */
class ApiDraftsTest extends ApiBench {

  @Test
  void aSectionIsWrittenAgainAndLeftOrTaken() throws Exception {
    String draft = waiting(1);
    JsonNode subhead = draft(draft).path("sections").path(0).path("subhead");
    String place = "/api/v1/drafts/{draft}/sections/{section}/";
    String path = "/api/v1/drafts/" + draft + "/sections/" + subhead.path("id").asString() + "/";
    assertThat(editor.ask("GET", path + "proposal", "").statusCode()).isEqualTo(404);
    String note = "{\"note\": " + MAPPER.writeValueAsString("other words of the sources") + "}";
    assertThat(editor.ask("POST", path + "write-again", note).statusCode()).isEqualTo(202);
    JsonNode proposal = ok(editor, "GET", place + "proposal", path + "proposal", "");
    while (proposal.path("state").asString().equals("writing")) {
      Thread.sleep(100);
      proposal = ok(editor, "GET", place + "proposal", path + "proposal", "");
    }
    String chosen = "{\"proposal\": \"" + proposal.path("proposal").asString() + "\"}";
    if (proposal.path("state").asString().equals("ready")) {
      assertThat(proposal.path("sentences").path(0).path("paragraph").asInt()).isZero();
      JsonNode saved = ok(editor, "POST", place + "take", path + "take", chosen);
      assertThat(saved.path("draft").path("sections").path(0).path("subhead").path("text"))
          .isEqualTo(proposal.path("sentences").path(0).path("text"));
      done("/undo", last(draft), "");
    } else {
      assertThat(proposal.path("reason").asString()).endsWith(".");
      ok(editor, "POST", place + "leave", path + "leave", chosen);
    }
    assertThat(editor.ask("POST", path + "leave", chosen).statusCode()).isEqualTo(422);
    assertThat(editor.ask("POST", path + "take", chosen.replace("w-", "x-")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void aDraftIsReadChangedAndDecidedOn() throws Exception {
    String draft = waiting(0);
    JsonNode read = draft(draft);
    JsonNode lede = read.path("lede").path(0);
    String words = lede.path("text").asString();
    JsonNode saved = rewrite(draft, lede, words + " It was a Sample.");
    assertThat(saved.path("draft").path("changes")).hasSize(1);
    String now = saved.path("draft").path("draft").asString();

    JsonNode stale = refused(editor, "/rewrite", draft, 409, rewriting(lede, "Other words."));
    assertThat(stale.path("type").asString()).isEqualTo("urn:colophon:problem:changed-meanwhile");
    assertThat(stale.path("theirs").asString()).isEqualTo(words + " It was a Sample.");
    assertThat(stale.path("yours").asString()).isEqualTo("Other words.");
    assertThat(stale.path("draft").asString()).isEqualTo(now);
    assertThat(refused(editor, "/spike", draft, 409, "{\"reason\": \"Old.\"}").path("changes"))
        .hasSize(1);

    done("/undo", now, "");
    assertThat(draft(draft).path("lede").path(0).path("text").asString()).isEqualTo(words);
    JsonNode citation = lede.path("citations").path(0);
    String passage =
        "{\"article\": \"%s\", \"passage\": %d}"
            .formatted(citation.path("article").asString(), citation.path("passage").asInt());
    JsonNode inserted =
        done(
            "/insert",
            last(draft),
            "{\"sentence\": \"%s\", \"before\": %s, \"text\": \"One more.\", \"passages\": [%s]}"
                .formatted(lede.path("id").asString(), MAPPER.writeValueAsString(words), passage));
    String added = inserted.path("sentence").asString();
    done(
        "/bind",
        last(draft),
        "{\"sentence\": \"%s\", \"before\": \"One more.\", \"passages\": [%s]}"
            .formatted(added, words(citation)));
    assertThat(
            refused(
                    editor,
                    "/bind",
                    last(draft),
                    422,
                    "{\"sentence\": \"%s\", \"before\": \"One more.\", \"passages\": [%s]}"
                        .formatted(added, passage.replaceAll("[0-9]+}", "999}")))
                .path("detail")
                .asString())
        .contains("There is no passage 999");
    done("/cut", last(draft), "{\"sentence\": \"%s\", \"before\": \"One more.\"}".formatted(added));

    deskNotes(draft, lede, words);

    JsonNode noted = note("/comment", draft, "{\"text\": \"Is it?\", \"sentence\": \"h\"}");
    long comment = noted.path("comments").path(0).path("number").asLong();
    assertThat(
            note("/resolve", draft, "{\"comment\": " + comment + "}")
                .path("comments")
                .path(0)
                .path("resolved")
                .asBoolean())
        .isTrue();
    assertThat(
            note("/assign", draft, "{\"login\": \"edda\"}")
                .path("place")
                .path("assigned")
                .path("name")
                .asString())
        .isEqualTo(EDDA.name());
    note("/assign", draft, "{\"login\": null}");
    note("/place", draft, "{\"slug\": \"flood\", \"urgency\": 2, \"note\": \"For ten.\"}");
    assertThat(
            ok(editor, "GET", "/api/v1/queue", "/api/v1/queue", "")
                .path("drafts")
                .path(0)
                .path("slug")
                .asString())
        .isEqualTo("flood");

    String present = last(draft);
    assertThat(
            refused(editor, "/approve", present, 422, "{\"role\": \"editor\"}")
                .path("detail")
                .asString())
        .contains("You have not opened this draft");
    look(present);
    settleAll(present);
    JsonNode decided = done("/approve", last(draft), "{\"role\": \"editor\"}");
    assertThat(decided.path("outcome").asString()).isEqualTo("published");
    String brief = decided.path("brief").asString();
    assertThat(ok(editor, "GET", "/api/v1/published", "/api/v1/published", "").toString())
        .contains(brief);
    JsonNode verified =
        ok(
            auditor,
            "POST",
            "/api/v1/audit/{brief}/{version}/verify",
            "/api/v1/audit/" + brief + "/" + decided.path("version").asInt() + "/verify",
            "");
    assertThat(verified.path("intact").asBoolean()).isTrue();
    JsonNode taken =
        ok(
            operator,
            "POST",
            "/api/v1/published/{brief}/withdraw",
            "/api/v1/published/" + brief + "/withdraw",
            "{\"reason\": \"A test.\"}");
    assertThat(taken.path("said").asString()).startsWith("Withdrawn");
    assertThat(acts()).contains("decided by token");
  }

  @Test
  void aTokenSettlesNothingThatNobodyLookedAt() throws Exception {
    String root = waiting(1);
    JsonNode lede = draft(root).path("lede").path(0);
    String draft =
        rewrite(root, lede, lede.path("text").asString() + " It took 8,731 years.")
            .path("draft")
            .path("draft")
            .asString();
    JsonNode mark =
        draft(draft).path("marks").values().stream()
            .filter(each -> !each.path("sentences").isEmpty() && each.path("blocks").asBoolean())
            .findFirst()
            .orElseThrow();
    String sentence = mark.path("sentences").path(0).asString();
    JsonNode evidence =
        ok(
            editor,
            "GET",
            "/api/v1/drafts/{draft}/evidence/{sentence}",
            "/api/v1/drafts/" + draft + "/evidence/" + sentence,
            "");
    assertThat(evidence.path("checks")).isNotEmpty();
    String settle = "{\"key\": \"" + mark.path("key").asString() + "\", \"reason\": \"Fine.\"}";
    assertThat(refused(editor, "/settle", draft, 422, settle).path("detail").asString())
        .contains("Look at the evidence of");
    look(draft);
    note("/settle", draft, settle);
    note("/unsettle", draft, "{\"key\": \"" + mark.path("key").asString() + "\"}");
    assertThat(
            refused(editor, "/approve", draft, 422, "{\"role\": \"editor\"}")
                .path("detail")
                .asString())
        .contains("Settle each, change the sentence, or cut it.");
  }
}
