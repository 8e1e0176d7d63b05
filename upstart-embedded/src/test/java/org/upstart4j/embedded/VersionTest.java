package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstart4j.Environment;
import org.upstart4j.UnknownParameterException;
import org.upstart4j.jobfile.JobFileSyntaxException;
import org.upstart4j.jobfile.version.UpstartVersion;

/** What follows the version of Upstart that job files are for. */
class VersionTest {

  private final Scripted engine = new Scripted();

  @AfterEach
  void close() {
    engine.close();
  }

  private Scripted of(String version) {
    return engine.with(builder -> builder.version(UpstartVersion.find(version).orElseThrow()));
  }

  @ParameterizedTest
  @CsvSource({
    "0.6.3, B=x, stop/waiting",
    "0.6.5, B=x, start/running",
    "0.6.5, C=x, stop/waiting",
    "1.13.2, C=x, stop/waiting",
    "chromeos-1.2, C=x, start/running",
    "chromeos-1.2, B=c, stop/waiting"
  })
  void notEqualMatchesAsInTheVersion(String version, String variable, String state) {
    of(version).job("web", "start on a B!=c", "exec web");

    engine.emit("a", variable);

    assertThat(engine.status("web")).startsWith("web " + state);
  }

  @Test
  void aFileIsReadByTheVersionsRules(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("web.conf"), "start on a\nexec web\n");
    Files.writeString(folder.resolve("web.override"), "start on b\n");
    of("0.6.5").with(builder -> builder.folder(folder));
    engine.emit("b");
    assertThat(engine.status("web")).isEqualTo("web stop/waiting");
    engine.emit("a");
    assertThat(engine.status("web")).startsWith("web start/running");
  }

  @Test
  void aFileThatTheVersionRejectsIsRefused() {
    of("0.6.5").job("web", "setuid www", "exec web");

    assertThatExceptionOfType(JobFileSyntaxException.class)
        .isThrownBy(engine::upstart)
        .withMessageContaining("\"setuid\" came with Upstart 1.4, and 0.6.5 does not know it");
  }

  private List<String> variables(String job) {
    return engine.main(job).request().environment().entries();
  }

  @Test
  void onChromeOsOnlyImportedVariablesReachAJob() {
    of("chromeos-1.13").job("web", "start on a", "import A C", "env C=mine", "exec web");

    engine.emit("a", "A=1", "B=2", "UPSTART_EVENTS=no", "JOB=no");

    assertThat(variables("web"))
        .contains("A=1", "C=mine", "UPSTART_EVENTS=a", "UPSTART_JOB=web")
        .noneMatch(variable -> variable.startsWith("B=") || variable.startsWith("JOB="));
  }

  @Test
  void upstartsOwnVariablesOfItsEventsReachAJobAlways() {
    of("chromeos-1.13").job("web", "exec web").job("next", "start on started web", "exec next");

    engine.start("web");
    engine.settle();

    assertThat(variables("next")).contains("JOB=web", "INSTANCE=");
  }

  @Test
  void anInstanceIsNamedByImportedVariablesOnly() {
    of("chromeos-1.13")
        .job("with", "import A", "instance $A", "exec with")
        .job("without", "instance $A", "exec without");
    Environment variable = Environment.of("A", "1");

    assertThat(engine.named("with").start(variable, Scripted.PATIENCE).name()).isEqualTo("1");
    assertThatExceptionOfType(UnknownParameterException.class)
        .isThrownBy(() -> engine.named("without").start(variable, Scripted.PATIENCE));
  }

  @ParameterizedTest
  @CsvSource({
    "chromeos-1.2, exec web, failed",
    "chromeos-1.2, normal exit 0, ok",
    "chromeos-1.2, task, ok",
    "1.2, exec web, ok"
  })
  void aServiceThatExitsWith0FailsOnChromeOs(String version, String stanza, String result) {
    of(version).job("web", "exec web", stanza);
    engine.beginStart("web");
    engine.settle();
    engine.main("web").exits(0);

    assertThat(engine.events())
        .filteredOn(event -> event.contains("stopped"))
        .singleElement()
        .asString()
        .contains("RESULT=" + result);
  }
}
