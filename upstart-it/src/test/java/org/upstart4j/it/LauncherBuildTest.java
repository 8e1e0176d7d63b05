package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How {@code bin/upstart} builds what is missing: in a project whose Maven and Java are not real.
 */
class LauncherBuildTest {

  private static final List<String> MODULES =
      List.of(
          "upstart-api",
          "upstart-state",
          "upstart-jobfile",
          "upstart-analysis",
          "upstart-systemd",
          "upstart-embedded",
          "upstart-simulation",
          "upstart-picture",
          "upstart-dbus",
          "upstart-initctl",
          "upstart-fleet",
          "integrations/upstart-micrometer",
          "upstart-cli");

  @TempDir Path project;
  private Shell shell;

  @BeforeEach
  void makeProject() throws IOException {
    for (String file : List.of("bin/upstart", "bin/launch.sh", "bin/build.sh", "bin/options.sh")) {
      copy(Project.file(file), project.resolve(file));
    }
    for (String module : MODULES) {
      write(module + "/pom.xml", "");
      write(module + "/src/main/X.java", "");
    }
    write("pom.xml", "");
    write("examples/web.conf", "");
    program("jdk/bin/java", "case $* in *DumpLoaded* | *dump*) ;; *) echo started ;; esac");
    write("jdk/release", "JAVA_VERSION=\"17.0.1\"\n");
    maven("exit 0");
    shell = Shell.in(project).with("JAVA_HOME", project.resolve("jdk").toString());
  }

  private void maven(String... end) throws IOException {
    program(
        "mvnw",
        "echo built >>\"$PWD/builds\"",
        "case $* in *-q*) ;; *)",
        "echo '[INFO] Scanning for projects...'",
        "echo '[INFO] Building upstart-api 0.1.0-SNAPSHOT                 [2/8]'",
        "echo '[INFO] Downloading from central: https://repo.example.org/a/b/gson-2.jar'",
        "echo '[INFO] Building upstart-cli 0.1.0-SNAPSHOT                 [8/8]'",
        "esac",
        "echo '[ERROR] a warning'",
        "mkdir -p upstart-cli/target/lib",
        "touch upstart-cli/target/lib/upstart-cli-1.jar",
        String.join("\n", end));
  }

  private void program(String path, String... lines) throws IOException {
    write(path, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    project.resolve(path).toFile().setExecutable(true);
  }

  private void write(String path, String text) throws IOException {
    Path file = project.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to);
    to.toFile().setExecutable(true);
  }

  private void change(String path) throws IOException {
    Files.setLastModifiedTime(
        project.resolve(path), FileTime.from(Instant.now().plus(1, ChronoUnit.HOURS)));
  }

  private long builds() throws IOException {
    Path builds = project.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
  }

  @Test
  void aChangedSourceIsBuiltAndAChangedExampleIsNot() throws IOException {
    assertThat(shell.sh("bin/upstart list").output()).isEqualTo("started\n");
    assertThat(builds()).isEqualTo(1);

    change("examples/web.conf");
    Shell.Result again = shell.sh("bin/upstart list");
    assertThat(again.output()).isEqualTo("started\n");
    assertThat(again.errors()).isEmpty();
    assertThat(builds()).isEqualTo(1);

    change("upstart-jobfile/src/main/X.java");
    assertThat(shell.sh("bin/upstart list").errors())
        .isEqualTo(
            "upstart: building, this happens once after each change of the sources\n"
                + "[ERROR] a warning\n");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void aTerminalShowsTheProgressOfABuild() {
    try (Running upstart = Running.inTerminal(shell, "bin/upstart list")) {
      assertThat(upstart.end()).isZero();
      assertThat(upstart.output())
          .contains("\r\u001b[Kupstart: building upstart-api [2/8]\r")
          .contains("\r\u001b[Kupstart: building upstart-api [2/8]: downloading gson-2.jar\r")
          .contains("\r\u001b[Kupstart: building upstart-cli [8/8]\r")
          .contains("\r\u001b[K[ERROR] a warning\r\n")
          .doesNotContain("Scanning")
          .endsWith("\r\u001b[Kstarted\r\n");
    }
  }

  @Test
  void aBuildThatFailsIsSaidToHaveFailed() throws IOException {
    maven("exit 1");
    assertThat(shell.sh("bin/upstart list").errors())
        .endsWith("upstart: the build failed; try ./mvnw verify in " + project.toRealPath() + "\n");
    assertThat(shell.sh("rm upstart-cli/target/lib/*; bin/upstart list").status()).isEqualTo(1);
    try (Running upstart =
        Running.inTerminal(shell, "rm upstart-cli/target/lib/*; bin/upstart list")) {
      assertThat(upstart.end()).isEqualTo(1);
      assertThat(upstart.output()).contains("upstart: the build failed");
    }
    assertThat(project.resolve("upstart-cli/target/building")).doesNotExist();
  }
}
