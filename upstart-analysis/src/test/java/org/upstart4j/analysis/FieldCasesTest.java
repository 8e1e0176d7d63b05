package org.upstart4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.host.HostShells;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.JobFolder.Unread;

/** What people stumbled over in public, in small. */
class FieldCasesTest {

  private static final HostShells SHELLS = HostShells.find();

  /** A folder, what must be found in it, and the rules that must stay silent. */
  record Case(
      String name,
      String target,
      Set<String> sysv,
      Map<String, String> files,
      List<String> expect,
      Set<String> never) {

    static Case of(JsonObject json) {
      Map<String, String> files = new TreeMap<>();
      json.getAsJsonObject("files")
          .asMap()
          .forEach((path, text) -> files.put(path, text.getAsString()));
      return new Case(
          json.get("name").getAsString(),
          json.get("for").getAsString(),
          Set.copyOf(words(json, "sysv")),
          files,
          words(json, "expect"),
          Set.copyOf(words(json, "never")));
    }

    private static List<String> words(JsonObject json, String name) {
      return json.getAsJsonArray(name).asList().stream().map(JsonElement::getAsString).toList();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() throws IOException {
    try (Reader json =
        new InputStreamReader(
            Objects.requireNonNull(FieldCasesTest.class.getResourceAsStream("field-cases.json")),
            StandardCharsets.UTF_8)) {
      return JsonParser.parseReader(json).getAsJsonArray().asList().stream()
          .map(one -> Case.of(one.getAsJsonObject()));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsWrongIsFoundAndWhatIsRightIsNot(Case one) {
    Target target = Target.find(one.target()).orElseThrow();
    boolean asksShell =
        one.expect().stream().anyMatch(expected -> expected.endsWith(" shell-syntax"));
    assumeTrue(!asksShell || SHELLS.program(target.shell()).isPresent(), "no such shell here");

    List<Finding> findings =
        Check.of(target).withShells(SHELLS).withSysvScripts(one.sysv()).check(folder(one.files()));

    assertThat(findings)
        .extracting(
            finding -> "%s:%d %s".formatted(finding.file(), finding.span().line(), finding.rule()))
        .containsAll(one.expect());
    assertThat(findings).noneMatch(finding -> one.never().contains(finding.rule().id()));
  }

  private static JobFolder folder(Map<String, String> texts) {
    Map<String, JobFile> files = new TreeMap<>();
    Map<String, JobFile> others = new TreeMap<>();
    Map<String, Unread> unread = new TreeMap<>();
    texts.forEach(
        (path, text) -> {
          boolean isRead = path.endsWith(".conf") || path.endsWith(".override");
          (isRead ? files : others).put(path, JobFile.parse(text));
          if (!isRead) {
            unread.put(path, Unread.NAME);
          }
        });
    return JobFolder.of(files).withUnread(unread).withUnreadTexts(others);
  }
}
