package org.upstart4j.dbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.UpstartUnavailableException;

/** What goes wrong before D-Bus begins over ssh. */
@Timeout(300)
class SshFailureTest {

  @TempDir Path folder;

  private DbusUpstartBuilder with(String... ssh) {
    return FakeSsh.with(folder).script("ssh", ssh).builder();
  }

  private static void check(DbusUpstartBuilder builder, Consumer<DbusUpstart> check) {
    try (DbusUpstart client = builder.build()) {
      check.accept(client);
    }
  }

  @Test
  void whatSshSaysIsTheReasonWithoutCharactersThatCommandATerminal() {
    check(
        with(
            "printf 'Welcome\\n\\033[2Jroot@web1: Permission \\342\\200\\256denied.\\r\\n' >&2",
            "exit 255"),
        client ->
            assertThatExceptionOfType(UpstartUnavailableException.class)
                .isThrownBy(client::version)
                .isNotInstanceOf(NoBridgeException.class)
                .withMessage(
                    "root@web1 can't be reached over ssh:"
                        + " Welcome [2Jroot@web1: Permission  denied."));
  }

  @Test
  void anSshThatIsMissingIsNamed() {
    check(
        FakeSsh.with(folder).builder().sshProgram("/no/such/ssh"),
        client ->
            assertThatExceptionOfType(UpstartUnavailableException.class)
                .isThrownBy(client::version)
                .withMessageContaining("/no/such/ssh: not found"));
  }

  @Test
  void aShellThatRunsNothingHasNoBridge() {
    check(
        with("echo 'This account is not available.'; echo 'go away' >&2; exit 1"),
        client ->
            assertThatExceptionOfType(NoBridgeException.class)
                .isThrownBy(client::version)
                .withMessageContaining("its shell has ended with status 1: go away"));
  }

  @Test
  void aLoginMayPrintBeforeTheBridge() {
    FakeSsh ssh = FakeSsh.with(folder, "python3");
    ssh.script(
        "ssh",
        "echo 'Welcome! '; seq 1 5000; printf 'no end of line: '",
        "for word do last=$word; done",
        "PATH='" + folder + "/bin' exec sh -c \"$last\"");
    try (Served served = new Served();
        DbusUpstart client = ssh.to(served.address).build()) {
      assertThat(client.version().numbers()).startsWith(1);
    }
  }

  @Test
  void aLoginThatEchoesTheCommandIsNotMistakenForTheBridge() {
    check(
        with("for word do last=$word; done; echo \"unknown command: $last\"; exit 2"),
        client ->
            assertThatExceptionOfType(NoBridgeException.class)
                .isThrownBy(client::version)
                .withMessageContaining("status 2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "while :; do printf %s yyyyyyyyyyyyyyyyyyyyyyyyyyyy; done"})
  void aLoginThatPrintsWithoutEndHasNoBridge(String prints) {
    check(
        with(prints),
        client ->
            assertThatExceptionOfType(NoBridgeException.class)
                .isThrownBy(client::version)
                .withMessageContaining("at login"));
    FakeSsh.await(this::nothingRuns, "the end of what printed");
  }

  private boolean nothingRuns() {
    return ProcessHandle.allProcesses()
        .noneMatch(process -> process.info().commandLine().orElse("").contains(folder.toString()));
  }

  @Test
  void anSshThatHangsEndsAtTheLimitAndLeavesNothing() {
    check(
        with("exec tail -f /dev/null").timeout(Duration.ofSeconds(1)),
        client -> assertThatThrownBy(client::version).isInstanceOf(UpstartTimeoutException.class));
    FakeSsh.await(this::nothingRuns, "the end of ssh");
  }

  @Test
  void whatAShellWouldTakeForMoreThanAWordIsNoDestination() {
    assertThatIllegalArgumentException().isThrownBy(() -> DbusUpstart.ssh("-oProxyCommand=id"));
    assertThatIllegalArgumentException().isThrownBy(() -> DbusUpstart.ssh("h;id"));
    assertThatIllegalArgumentException().isThrownBy(() -> DbusUpstartModule.ssh("$(id)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"unix:path=/a'b", "unix:abstract=/a b", "unix:path=/a$b", "unix:path=/a!"})
  void anAddressThatAShellMightTakeApartIsRefused(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DbusUpstart.builder().at(address).ssh("h").build());
  }

  @Test
  void aSessionOfAnotherMachineIsNotFound() {
    assertThatIllegalStateException()
        .isThrownBy(() -> DbusUpstart.builder().userSession().ssh("h").build());
    assertThatIllegalStateException()
        .isThrownBy(() -> DbusUpstart.builder().ssh("h").sessionBus().build());
  }

  @Test
  void limitsThatSshCannotCountAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DbusUpstart.builder().connectTimeout(Duration.ofMillis(999)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DbusUpstart.builder().silence(Duration.ofSeconds(2)));
  }
}
