package colophon.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** One rule: a package imports only packages above it in the list. */
class ImportOrderTest {

  private static final List<String> HOUSE =
      List.of(
          "kernel",
          "tlog",
          "c2pa",
          "provenance",
          "verify", // trust
          "text",
          "capture",
          "article",
          "story",
          "brief",
          "grounding",
          "review",
          "edition",
          "attest",
          "publication",
          "excerpt", // newsroom
          "witness",
          "database",
          "llm",
          "pipeline",
          "copydesk",
          "evidence",
          "access",
          "alert",
          "tasks",
          "desk",
          "cli"); // shell

  private static final Set<String> TRUST = Set.copyOf(HOUSE.subList(0, 5));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("colophon");

  @Test
  void noImportRunsUpward() {
    var wrong = new TreeSet<String>();
    for (JavaClass from : CLASSES) {
      for (var dependency : from.getDirectDependenciesFromSelf()) {
        String target = dependency.getTargetClass().getPackageName();
        if (target.startsWith("colophon.") && place(target) > place(from.getPackageName())) {
          wrong.add(from.getName() + " -> " + dependency.getTargetClass().getName());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theTrustBandKnowsNeitherSpringNorDatabaseNorNetwork() {
    var wrong = new TreeSet<String>();
    for (JavaClass from : CLASSES) {
      if (TRUST.contains(room(from.getPackageName()))) {
        for (var dependency : from.getDirectDependenciesFromSelf()) {
          String target = dependency.getTargetClass().getPackageName();
          if (target.startsWith("org.springframework")
              || target.startsWith("org.bouncycastle")
              || target.startsWith("tools.jackson.databind")
              || target.startsWith("java.sql")
              || target.startsWith("javax.sql")
              || target.startsWith("java.net.http")) {
            wrong.add(from.getName() + " -> " + target);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void onlyTheVerifierAndTheAttestorKnowContentCredentials() {
    var wrong = new TreeSet<String>();
    for (JavaClass from : CLASSES) {
      for (var dependency : from.getDirectDependenciesFromSelf()) {
        if (room(dependency.getTargetClass().getPackageName()).equals("c2pa")
            && !Set.of("c2pa", "verify", "attest").contains(room(from.getPackageName()))) {
          wrong.add(from.getName());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void onlyTheModelRoomSeesLangChain4j() {
    var wrong = new TreeSet<String>();
    for (JavaClass from : CLASSES) {
      for (var dependency : from.getDirectDependenciesFromSelf()) {
        if (dependency.getTargetClass().getPackageName().startsWith("dev.langchain4j")
            && !room(from.getPackageName()).equals("llm")) {
          wrong.add(from.getName());
        }
        if (dependency
            .getTargetClass()
            .getName()
            .matches("dev\\.langchain4j\\..*(Url|URL)\\w*Loader.*")) {
          wrong.add(from.getName() + " opens addresses through LangChain4j");
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static int place(String packageName) {
    int place = HOUSE.indexOf(room(packageName));
    assertThat(place).as("room of " + packageName).isNotNegative();
    return place;
  }

  private static String room(String packageName) {
    String[] parts = packageName.split("\\.");
    return parts.length > 1 ? parts[1] : "";
  }
}
