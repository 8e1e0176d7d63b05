package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How {@code bin/upstart} starts and ends. */
class LauncherTest {

  @TempDir Path folder;

  @Test
  void theVersionIsThatOfTheBuild() {
    assertThat(Shell.in(folder).upstart("--version").output())
        .matches("upstart4j \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
  }

  @Test
  void argumentsArriveAsTheyAre() throws IOException {
    String name = "a b  '\"$HOME`*\\é.conf";
    Files.writeString(folder.resolve(name), "task\n");
    Files.writeString(folder.resolve("other.conf"), "task\n");

    assertThat(Shell.in(folder).upstart("edit", name, "--set", "env  A='*  $HOME'").output())
        .isEqualTo("task\nenv  A='*  $HOME'\n");
  }

  @Test
  void aLinkToTheProgramStartsIt() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("one"), Project.file("bin/upstart"));
    Files.createSymbolicLink(folder.resolve("two"), link.getFileName());

    assertThat(Shell.in(folder).sh("./two --version").output()).startsWith("upstart4j ");
  }

  @Test
  void namesOfFilesSurviveALocaleThatCannotEncodeThem() throws IOException {
    Files.writeString(folder.resolve("é.conf"), "task\n");
    Shell shell = Shell.in(folder).with("LC_ALL", "C");

    assertThat(shell.upstart("check", "é.conf").output()).isEqualTo("1 file checked: no problem\n");
    assertThat(shell.with("LC_ALL", "POSIX").upstart("parse", "é.conf").output())
        .startsWith("{\"file\":\"\\u00e9.conf\",");
  }

  @Test
  void aReaderThatGoesAwayEndsItQuietly() throws IOException {
    StringBuilder problems = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      problems.append("task x\n");
    }
    Files.writeString(folder.resolve("bad.conf"), problems);

    Shell.Result result = Shell.in(folder).sh("(upstart check bad.conf; echo $? >&2) | head -1");

    assertThat(result.output().lines()).hasSize(1);
    assertThat(result.errors()).isEqualTo("141\n");
  }

  @Test
  void aDiskThatIsFullIsAFailure() {
    Shell.Result result = Shell.in(folder).sh("upstart --help >/dev/full");

    assertThat(result.errors()).isEqualTo("upstart: standard output: No space left on device\n");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void nothingIsColouredInAPipe() {
    assertThat(Shell.in(folder).upstart("demo").output()).doesNotContain("\u001b");
    assertThat(Shell.in(folder).upstart("--help").output()).doesNotContain("\u001b");
  }

  @Test
  void withoutAJdkItSaysWhatIsMissing() {
    Shell shell = Shell.in(folder).with("JAVA_HOME", "/no-jdk");

    assertThat(shell.upstart("--version").errors())
        .isEqualTo("upstart: JAVA_HOME is /no-jdk, but there is no bin/java in it\n");
    assertThat(shell.upstart("--version").status()).isEqualTo(1);
  }

  @Test
  void anOldJdkIsRefused() throws IOException {
    Files.createDirectories(folder.resolve("bin"));
    Files.writeString(folder.resolve("bin/java"), "");
    folder.resolve("bin/java").toFile().setExecutable(true);
    Files.writeString(folder.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"1.8.0_402\"\n");

    assertThat(Shell.in(folder).with("JAVA_HOME", folder.toString()).upstart("demo").errors())
        .contains("Java 1.8.0_402", "17 or newer");
  }
}
