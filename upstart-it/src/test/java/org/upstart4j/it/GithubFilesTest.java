package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files that GitHub reads: workflows, issue forms, updates of dependencies. */
class GithubFilesTest {

  private static final Pattern PINNED =
      Pattern.compile("uses: [\\w-]+/[\\w/-]+@[0-9a-f]{40} # v\\d+(\\.\\d+)*");
  private static final Pattern SCRIPT = Pattern.compile("(?<![\\w/])\\.ci/[\\w-]+");

  private static final Set<String> FORM_ELEMENTS =
      Set.of("markdown", "textarea", "input", "dropdown", "checkboxes");

  static Stream<Path> workflows() throws IOException {
    return files(".github/workflows");
  }

  static Stream<Path> forms() throws IOException {
    return files(".github/ISSUE_TEMPLATE")
        .filter(file -> !file.getFileName().toString().equals("config.yml"));
  }

  private static Stream<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(Project.file(folder))) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void actionsOfOthersAreNamedByTheirCommitAndTheirVersion(Path workflow) throws IOException {
    List<String> uses =
        Files.readAllLines(workflow).stream()
            .map(line -> line.replaceFirst("^[ -]*", ""))
            .filter(line -> line.startsWith("uses:"))
            .toList();

    assertThat(uses).isNotEmpty().allMatch(line -> PINNED.matcher(line).matches());
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void aWorkflowMayOnlyReadUnlessOneOfItsJobsNeedsMore(Path workflow) throws IOException {
    assertThat(read(workflow))
        .containsEntry("permissions", Map.of("contents", "read"))
        .containsKey("concurrency");
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void everyJobHasALimitAndLeavesNoTokenBehind(Path workflow) throws IOException {
    for (Object job : map(read(workflow).get("jobs")).values()) {
      assertThat(map(job)).containsKey("timeout-minutes");
      for (Object step : (List<?>) map(job).get("steps")) {
        if (String.valueOf(map(step).get("uses")).startsWith("actions/checkout@")) {
          assertThat(map(map(step).get("with"))).containsEntry("persist-credentials", false);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void everyScriptThatAWorkflowRunsIsThere(Path workflow) throws IOException {
    String text = Files.readString(workflow);

    assertThat(SCRIPT.matcher(text).results().map(found -> Project.file(found.group())))
        .allMatch(Files::isExecutable);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void anIssueFormIsOneThatGithubTakes(Path form) throws IOException {
    Map<String, Object> root = read(form);

    assertThat(root.keySet()).isSubsetOf("name", "description", "labels", "body");
    assertThat(text(root, "name")).isNotBlank();
    assertThat(text(root, "description")).isNotBlank();
    List<Object> ids = new ArrayList<>();
    for (Object element : (List<?>) root.get("body")) {
      assertThat(map(element).keySet()).isSubsetOf("type", "id", "attributes", "validations");
      checkElement(map(element));
      ids.add(map(element).get("id"));
    }
    ids.removeIf(id -> id == null);
    assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
  }

  private static void checkElement(Map<String, Object> element) {
    String type = text(element, "type");
    Map<String, Object> attributes = map(element.get("attributes"));
    assertThat(FORM_ELEMENTS).contains(type);
    if (type.equals("markdown")) {
      assertThat(text(attributes, "value")).isNotBlank();
      return;
    }
    assertThat(text(element, "id")).matches("[a-z0-9_-]+");
    assertThat(text(attributes, "label")).isNotBlank();
    if (type.equals("dropdown") || type.equals("checkboxes")) {
      assertThat((List<?>) attributes.get("options")).isNotEmpty();
    }
  }

  @Test
  void everyFolderWithABuildOfItsOwnIsKeptUpToDate() throws IOException {
    Map<String, Object> root = read(Project.file(".github/dependabot.yml"));

    assertThat(root.get("version")).isEqualTo(2);
    for (Object update : (List<?>) root.get("updates")) {
      Map<String, Object> entry = map(update);
      assertThat(text(entry, "package-ecosystem")).isNotBlank();
      assertThat(text(map(entry.get("schedule")), "interval")).isNotBlank();
      for (Object folder :
          entry.containsKey("directories")
              ? (List<?>) entry.get("directories")
              : List.of(text(entry, "directory"))) {
        assertThat(Project.root().resolve(folder.toString().substring(1))).isDirectory();
      }
    }
  }

  private static Map<String, Object> read(Path file) throws IOException {
    Load load = new Load(LoadSettings.builder().setLabel(file.toString()).build());
    return map(load.loadFromString(Files.readString(file)));
  }

  @SuppressWarnings("unchecked") // the keys of these files are texts
  private static Map<String, Object> map(Object value) {
    assertThat(value).isInstanceOf(Map.class);
    return (Map<String, Object>) value;
  }

  private static String text(Map<String, Object> map, String key) {
    assertThat(map.get(key)).as(key).isInstanceOf(String.class);
    return (String) map.get(key);
  }
}
