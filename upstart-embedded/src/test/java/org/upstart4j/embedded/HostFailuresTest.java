package org.upstart4j.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.ProcessType;

/** Why a process cannot be spawned, in Upstart's words. */
class HostFailuresTest {

  @TempDir Path folder;
  private Host host;

  @BeforeEach
  void open() {
    host = new Host(folder);
  }

  @AfterEach
  void close() {
    host.close();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          chdir /no/such/dir,                 unable to change working directory: No such file or directory
          chdir /etc/passwd,                  unable to change working directory: Not a directory
          chdir /etc/passwd/x,                unable to change working directory: Not a directory
          chdir no/such/dir,                  unable to change working directory: No such file or directory
          chroot /no/such/dir,                unable to change root directory: No such file or directory
          chroot /etc/passwd,                 unable to change root directory: Not a directory
          setuid no-such-user,                unable to find setuid user
          setuid 0,                           unable to find setuid user
          setgid no-such-group,               unable to find setgid group
          limit nofile 10 5,                  unable to set "nofile" resource limit: Invalid argument
          limit nofile unlimited unlimited,   unable to set "nofile" resource limit: Operation not permitted
          """)
  void aStepThatFailsIsNamedWithItsReason(String stanza, String reason) {
    assumeTrue(
        Root.is() || !stanza.startsWith("chroot"), "only root may change the root directory");

    Host.Spawned spawned = host.job(stanza).run("true");

    assertThat(spawned.observed().toTheEnd()).containsExactly("failed " + reason);
  }

  @ParameterizedTest
  @CsvSource({
    "nice -5,        unable to set priority: Permission denied",
    "oom score -500, unable to set oom adjustment: Permission denied",
    "setuid root,    unable to setgid: Operation not permitted",
    "setgid root,    unable to setgid: Operation not permitted",
    "chroot /usr,    unable to change root directory: Operation not permitted"
  })
  void withoutTheRightToAStepItFails(String stanza, String reason) {
    assumeFalse(Root.is(), "root has all rights");

    assertThat(host.job(stanza).run("true").observed().toTheEnd())
        .containsExactly("failed " + reason);
  }

  @Test
  void theFirstStepThatFailsIsTheOneThatIsNamed() {
    Host.Spawned spawned =
        host.job("chdir /no/such/dir", "setuid no-such-user").run("/no/such/file");

    assertThat(spawned.observed().toTheEnd())
        .containsExactly("failed unable to change working directory: No such file or directory");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/no/such/file", "no-such-program", "./true", "/usr/no/../bin/true", ""})
  void aProgramThatIsNotThereFails(String program) {
    assertThat(host.job().run(program, "--x").observed().toTheEnd())
        .containsExactly("failed unable to execute: No such file or directory");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/passwd", "/etc", "/"})
  void aProgramThatMayNotBeExecutedFails(String program) {
    assertThat(host.job().run(program).observed().toTheEnd())
        .containsExactly("failed unable to execute: Permission denied");
  }

  @Test
  void aProgramBelowAFileFails() {
    assertThat(host.job().run("/etc/passwd/x").observed().toTheEnd())
        .containsExactly("failed unable to execute: Not a directory");
  }

  @Test
  void aScriptWhoseInterpreterIsNotThereFails() throws IOException {
    Path script = program("script", "#!/no/such/shell -x\n");

    assertThat(host.job().run(script.toString()).observed().toTheEnd())
        .containsExactly("failed unable to execute: No such file or directory");
  }

  @Test
  void aProgramIsSearchedInThePathOfTheProcess() throws IOException {
    Path found = Files.createDirectory(folder.resolve("bin"));
    program("bin/found-in-path", "#!/bin/sh\necho found\n");
    Path denied = Files.createDirectory(folder.resolve("denied"));
    Files.writeString(denied.resolve("found-in-path"), "", UTF_8);
    var path = Host.ENVIRONMENT.with("PATH", denied + ":" + found);

    assertThat(host.job().run("found-in-path").observed().toTheEnd())
        .containsExactly("failed unable to execute: No such file or directory");
    assertThat(
            host.job()
                .environment(Host.ENVIRONMENT.with("PATH", "" + denied))
                .run("found-in-path")
                .observed()
                .toTheEnd())
        .containsExactly("failed unable to execute: Permission denied");
    assertThat(host.job().environment(path).run("found-in-path").observed().toTheEnd())
        .containsExactly("executed", "ended 0");
    assertThat(host.logged()).isEqualTo("found\n");
  }

  @Test
  void aScriptWithoutAnInterpreterIsRunByTheShell() throws IOException {
    Path script = program("script", "echo shell\n");

    assertThat(host.job().run(script.toString()).observed().toTheEnd())
        .containsExactly("executed", "ended 0");
    assertThat(host.logged()).isEqualTo("shell\n");
  }

  @Test
  void aProgramThatTheUserMayNotReachFails() throws IOException {
    assumeTrue(Root.is(), "only root may become another user");
    Path closed =
        Files.createDirectory(
            folder.resolve("closed"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path program = program("closed/program", "#!/bin/sh\n");

    assertThat(host.job().run(program.toString()).observed().toTheEnd())
        .containsExactly("executed", "ended 0");
    assertThat(host.job("setuid nobody").run(program.toString()).observed().toTheEnd())
        .containsExactly("failed unable to execute: Permission denied");
    assertThat(closed).exists();
  }

  @Test
  void aSecurityProfileMattersToTheMainProcessOnly() {
    Host.Request job = host.job("apparmor switch $NO_SUCH_VARIABLE");

    assertThat(job.run("true").observed().toTheEnd())
        .containsExactly(
            "failed unable to switch security profile: Unknown parameter: NO_SUCH_VARIABLE");
    assertThat(job.type(ProcessType.PRE_START).run("true").observed().toTheEnd())
        .containsExactly("executed", "ended 0");
  }

  @Test
  void whereProfilesCannotBeLoadedNoneIsSwitchedTo() {
    assumeFalse(host.processes.loadsSecurityProfiles(), "AppArmor runs here");

    assertThat(host.job("apparmor switch /usr/bin/true").run("true").observed().toTheEnd())
        .containsExactly("executed", "ended 0");
  }

  @Test
  void aCommandThatIsTooLongFails() {
    assertThat(host.job().run("true", "x".repeat(200_000)).observed().toTheEnd())
        .containsExactly("failed unable to execute: Argument list too long");
  }

  @Test
  void aSecurityProcessIsNotSetUpAndSoDoesNotFailAtThat() {
    Host.Spawned spawned =
        host.job("chdir /no/such/dir", "setuid no-such-user", "limit nofile 10 5", "chroot /no")
            .type(ProcessType.SECURITY)
            .run("true");

    assertThat(spawned.observed().toTheEnd()).containsExactly("executed", "ended 0");
  }

  @Test
  void whatCannotBeSpawnedHasNoProcessId() {
    Host.Spawned spawned = host.job().run("/no/such/file");

    assertThat(spawned.pid()).isZero();
  }

  private Path program(String name, String text) throws IOException {
    Path program = folder.resolve(name);
    Files.writeString(program, text, UTF_8);
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
