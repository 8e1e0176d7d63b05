package org.upstart4j.initctl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.Deadline;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Wait;

/**
 * Which arguments ssh gets. A script stands in for it, which writes down its arguments and runs the
 * last one.
 */
@Timeout(300)
class SshRunnerTest {

  @TempDir Path folder;

  private String ssh;

  @BeforeEach
  void writeFake() {
    ssh =
        FakeProgram.of(
            folder,
            "ssh",
            "printf '%s\\n' \"$@\" >'" + folder + "/words'",
            "for word do last=$word; path=${path:-$(expr \"$word\" : 'ControlPath=\"\\(.*\\)/%C\"')}; done",
            "[ -z \"$path\" ] || : >\"$path/master\"",
            "exec sh -c \"$last\"");
  }

  private SshRunner runner(String... options) {
    return CommandRunner.ssh("root@host", options).withProgram(ssh);
  }

  private List<String> words() throws IOException {
    return Files.readAllLines(folder.resolve("words"));
  }

  private static Deadline soon() {
    return Deadline.of(Wait.atMost(Duration.ofSeconds(60)));
  }

  @Test
  void everyWordArrivesUnchanged() {
    List<String> words =
        List.of("printf", "%s|", "a b", "it's", "$HOME", "`id`", "; exit 9", "", "\u00e9");
    try (SshRunner runner = runner()) {
      assertThat(runner.run(Command.of(words), soon()).output())
          .isEqualTo("a b|it's|$HOME|`id`|; exit 9||\u00e9|");
    }
  }

  @Test
  void variablesAreSetAndUnsetThere() {
    Command command =
        new Command(
            List.of("sh", "-c", "echo \"$A|${HOME-none}\""),
            Map.of("A", "x 'y'"),
            Set.of("HOME"),
            100);
    try (SshRunner runner = runner()) {
      assertThat(runner.run(command, soon()).output()).isEqualTo("x 'y'|none\n");
    }
  }

  @Test
  void sshAsksForNothingAndSharesItsConnection() throws IOException {
    try (SshRunner runner = runner("-p", "2222", "-o", "ControlPersist=5")) {
      runner.run(Command.of("true"), soon());

      assertThat(words())
          .startsWith("-p", "2222", "-o", "ControlPersist=5")
          .contains("BatchMode=yes", "ControlMaster=auto")
          .endsWith("--", "root@host", "'true'");
    }
  }

  @Test
  void theSocketOfTheConnectionIsInAFolderThatIsOurs() throws IOException {
    try (SshRunner runner = runner()) {
      runner.run(Command.of("true"), soon());
      Path sockets = sockets();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(sockets)))
          .isEqualTo("rwx------");

      runner.close();

      assertThat(words()).contains("-O", "exit").endsWith("--", "root@host");
      assertThat(sockets).doesNotExist();
    }
  }

  private Path sockets() throws IOException {
    String option =
        words().stream().filter(word -> word.startsWith("ControlPath=")).findFirst().orElseThrow();
    assertThat(option).endsWith("/%C\"");
    return Path.of(option.substring("ControlPath=\"".length(), option.length() - 4));
  }

  @Test
  void closingOneThatWasNeverUsedRunsNothing() {
    runner().close();

    assertThat(folder.resolve("words")).doesNotExist();
  }

  @Test
  void theStatusAndBothOutputsComeBack() {
    try (SshRunner runner = runner()) {
      assertThat(runner.run(Command.of("sh", "-c", "echo out; echo err >&2; exit 3"), soon()))
          .isEqualTo(new CommandResult(3, "out\n", "err\n"));
    }
  }

  @Test
  void aFailureOfSshItselfMeansThatNoUpstartCanBeReached() {
    String refused =
        FakeProgram.of(
            folder,
            "refused",
            "echo 'ssh: connect to host h port 22: Connection refused' >&2",
            "exit 255");
    try (Upstart upstart =
        InitctlUpstart.builder().runner(CommandRunner.ssh("h").withProgram(refused)).build()) {
      assertThatExceptionOfType(UpstartUnavailableException.class)
          .isThrownBy(upstart::version)
          .withMessageContaining("on h: ssh: connect to host h port 22: Connection refused");
    }
  }

  @Test
  void anInitctlThatIsMissingThereMeansThatNoUpstartCanBeReached() {
    try (Upstart upstart =
        InitctlUpstart.builder().runner(runner()).program("no-such-initctl").build()) {
      assertThatExceptionOfType(UpstartUnavailableException.class)
          .isThrownBy(upstart::version)
          .withMessageContaining("no-such-initctl");
    }
  }

  @Test
  void oneProgramMayRunThroughAnotherThere() throws IOException {
    try (CommandRunner sudo = runner().prefixed("env", "-i", "PATH=/usr/bin:/bin")) {
      Command command =
          new Command(List.of("sh", "-c", "echo $A"), Map.of("A", "1"), Set.of("B"), 100);

      assertThat(sudo.run(command, soon()).output()).isEqualTo("1\n");
      assertThat(words().get(words().size() - 1))
          .isEqualTo("'env' '-i' 'PATH=/usr/bin:/bin' 'env' '-u' 'B' 'A=1' 'sh' '-c' 'echo $A'");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-oProxyCommand=id", "root@-oProxyCommand=id", "ssh://-oA=b"})
  void whatWouldBeAnOptionIsNoDestination(String destination) {
    assertThatIllegalArgumentException().isThrownBy(() -> CommandRunner.ssh(destination));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "root@h",
        "h.example.org",
        "fe80::1%eth0",
        "ssh://root@[::1]:2222",
        "a+b~c_d@h-1",
        "b\u00fcro@h"
      })
  void aUserAndAHostAreADestination(String destination) {
    CommandRunner.ssh(destination).close();
  }

  /** A ProxyCommand such as {@code nc %h %p} gives it to a shell. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "`id`",
        "$(id)",
        "$HOME",
        "h;id",
        "h|id",
        "h&id",
        "h>f",
        "h<f",
        "h*",
        "h{b,c}",
        "'h'",
        "\"h\"",
        "h\\",
        "a b",
        "a\tb",
        "a\nb",
        "a\rb",
        "a\0b",
        "a\u001bb",
        "a\u0085b"
      })
  void whatAShellWouldTakeForMoreThanAWordIsNoDestination(String destination) {
    assertThatIllegalArgumentException().isThrownBy(() -> CommandRunner.ssh(destination));
  }
}
