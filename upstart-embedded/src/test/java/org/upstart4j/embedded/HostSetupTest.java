package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.Environment;
import org.upstart4j.ProcessType;
import org.upstart4j.spi.ShellSpelling;

/** Under which settings a process runs, seen from within. */
class HostSetupTest {

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

  @Test
  void theProgramHasTheProcessIdOfTheSpawnedProcessAndLeadsItsSession() {
    Host.Spawned spawned = host.job().shell("echo $$; cut -d' ' -f5,6 /proc/$$/stat");

    assertThat(spawned.observed().toTheEnd()).containsExactly("executed", "ended 0");
    assertThat(Host.numbers(host.logged()))
        .containsExactly(spawned.pid(), spawned.pid(), spawned.pid());
  }

  @Test
  void itsVariablesAreThoseOfTheRequestInTheirOrderAndNoOthers() throws IOException {
    host.job().run("cat", "/proc/self/environ").observed().toTheEnd();

    assertThat(host.logged().split("\0")).containsExactlyElementsOf(Host.ENVIRONMENT.entries());
  }

  @Test
  void aScriptIsReadFromFileDescriptor9WhichItMayClose() {
    Host.Spawned spawned =
        host.job().longScript("exec 9<&-\necho one\nsh -c 'echo /proc/$$/fd/*'\nexit 7\n");

    assertThat(spawned.observed().toTheEnd()).containsExactly("executed", "ended 7");
    assertThat(host.logged()).startsWith("one\n/proc/").doesNotContain("/fd/9");
  }

  @Test
  void umaskNiceFolderAndLimitsReachIt() {
    String seen =
        host.output(
            host.job("umask 027", "chdir /usr", "nice 5", "limit nofile 77 88", "oom score 12"),
            "umask; pwd; nice; ulimit -n; ulimit -Hn; cat /proc/self/oom_score_adj");

    assertThat(seen.split("\n")).containsExactly("0027", "/usr", "5", "77", "88", "12");
  }

  @Test
  void everyResourceLimitReachesIt() throws IOException {
    host.job(
            "limit as 1000000000 2000000000",
            "limit core 0 4096",
            "limit cpu 100 200",
            "limit data 500000000 600000000",
            "limit fsize 1000000 unlimited",
            "limit memlock 4096 8192",
            "limit msgqueue 100 200",
            "limit nice 0 0",
            "limit nofile 77 88",
            "limit nproc 500 600",
            "limit rss 1000 2000",
            "limit rtprio 0 0",
            "limit sigpending 10 20",
            "limit stack 1000000 unlimited")
        .run("cat", "/proc/self/limits")
        .observed()
        .toTheEnd();

    assertThat(host.logged())
        .containsPattern("Max address space +1000000000 +2000000000 ")
        .containsPattern("Max core file size +0 +4096 ")
        .containsPattern("Max cpu time +100 +200 ")
        .containsPattern("Max data size +500000000 +600000000 ")
        .containsPattern("Max file size +1000000 +unlimited ")
        .containsPattern("Max locked memory +4096 +8192 ")
        .containsPattern("Max msgqueue size +100 +200 ")
        .containsPattern("Max nice priority +0 +0 ")
        .containsPattern("Max open files +77 +88 ")
        .containsPattern("Max processes +500 +600 ")
        .containsPattern("Max resident set +1000 +2000 ")
        .containsPattern("Max realtime priority +0 +0 ")
        .containsPattern("Max pending signals +10 +20 ")
        .containsPattern("Max stack size +1000000 +unlimited ");
  }

  @Test
  void withoutSettingsItBeginsInTheRootFolderWithMask022() {
    assertThat(host.output(host.job(), "umask; pwd")).isEqualTo("0022\n/\n");
  }

  @Test
  void inASessionItBeginsWhereTheEngineIs() {
    assertThat(host.output(host.job().beginsWhereTheEngineIs(), "pwd -P"))
        .isEqualTo(Path.of("").toAbsolutePath() + "\n");
  }

  @Test
  void aSecurityProcessHasNoneOfTheSettings() {
    String seen =
        host.output(
            host.job("umask 027", "chdir /usr", "nice 17", "limit nofile 77 88", "oom score 12")
                .type(ProcessType.SECURITY),
            "umask; pwd; cat /proc/self/oom_score_adj; ulimit -n; nice");

    assertThat(seen).startsWith("0022\n/\n0\n").doesNotContain("77").doesNotEndWith("\n17\n");
  }

  @Test
  void aFolderMayBeRelativeToTheRootAndHaveAnyName() throws IOException {
    Path odd = Files.createDirectory(folder.resolve("-P ' $(id) \\n *"));

    assertThat(host.output(host.job("chdir usr"), "pwd")).isEqualTo("/usr\n");
    assertThat(host.output(host.job("chdir \"" + escaped(odd) + "\""), "pwd"))
        .isEqualTo("/usr\n" + odd + "\n");
  }

  @Test
  void aUserAndAGroupReachIt() {
    assumeTrue(Root.is(), "only root may become another user");

    assertThat(host.output(host.job("setuid nobody"), "id -u; id -g; id -G"))
        .isEqualTo("65534\n65534\n65534\n");
    assertThat(host.output(host.job("setgid daemon"), "id -u; id -gn; id -Gn").lines().skip(3))
        .containsExactly("0", "daemon", "daemon");
    assertThat(
            host.output(host.job("setuid nobody", "setgid daemon"), "id -un; id -gn; id -Gn")
                .lines()
                .skip(6))
        .containsExactly("nobody", "daemon", "daemon");
  }

  @Test
  void anotherUserCanReadItsScript() {
    assumeTrue(Root.is(), "only root may become another user");
    Host.Spawned spawned = host.job("setuid nobody").longScript("id -un\necho two\n");

    assertThat(spawned.observed().toTheEnd()).containsExactly("executed", "ended 0");
    assertThat(host.logged()).isEqualTo("nobody\ntwo\n");
  }

  @Test
  void theUserThatThisProcessHasAnywayMayBeNamed() {
    String own = System.getProperty("user.name");

    assertThat(host.output(host.job("setuid " + own), "id -un")).isEqualTo(own + "\n");
  }

  @Test
  void variablesAndArgumentsMayHoldAnythingButNul() throws IOException {
    String odd = everything();
    Environment environment =
        new Environment(
            List.of(
                "A=" + odd,
                "-B=-n",
                "a.b=1",
                "C=",
                " D = d ",
                "E=\n",
                "PATH=/usr/bin:/bin",
                "\u00e4\udcff=\ud83d\ude00"));

    host.job().environment(environment).run("cat", "/proc/self/environ").observed().toTheEnd();
    host.job()
        .environment(environment)
        .run("printf", "%s|", odd, "-n", "", "\udc80\\0101")
        .observed()
        .toTheEnd();

    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    for (String entry : environment.entries()) {
      expected.write(ShellSpelling.bytes(entry));
      expected.write(0);
    }
    expected.write(ShellSpelling.bytes(odd + "|-n||\udc80\\0101|"));
    assertThat(Files.readAllBytes(host.log)).isEqualTo(expected.toByteArray());
  }

  @Test
  void ofTwoVariablesOfOneNameTheFirstCounts() {
    Environment twice = new Environment(List.of("A=1", "PATH=/usr/bin:/bin", "A=2"));

    host.job().environment(twice).run("cat", "/proc/self/environ").observed().toTheEnd();
    assertThat(host.logged()).isEqualTo("A=1\0PATH=/usr/bin:/bin\0");
  }

  @Test
  void aProgramsPathMayHoldAnEqualsSign() throws IOException {
    Path program = folder.resolve("a=b");
    Files.writeString(program, "#!/bin/sh\necho \"$0\"\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));

    host.job().run(program.toString()).observed().toTheEnd();
    assertThat(host.logged()).isEqualTo(program + "\n");
  }

  @Test
  void aLongScriptIsReadAsTheShellGoes() {
    String comment = "# " + "x".repeat(100) + "\n";
    Host.Spawned spawned =
        host.job().longScript("echo begun\n" + comment.repeat(2_000) + "echo \u00e4\udcff\n");

    assertThat(spawned.observed().toTheEnd()).containsExactly("executed", "ended 0");
    assertThat(host.loggedBytes()).isEqualTo(ShellSpelling.bytes("begun\n\u00e4\udcff\n"));
  }

  @Test
  void aProcessThatDoesNotReadItsScriptIsExecutedAllTheSame() {
    Host.Spawned spawned =
        host.job().longScript("read line </dev/zero\n" + "# x\n".repeat(100_000));

    assertThat(spawned.observed().next()).isEqualTo("executed");
  }

  private static String everything() {
    StringBuilder text = new StringBuilder();
    for (char c = 1; c < 0x800; c++) {
      text.append(c);
    }
    for (char c = 0xdc80; c <= 0xdcff; c++) {
      text.append(c);
    }
    return text.append("\u20ac\ud83d\ude00").toString();
  }

  private static String escaped(Path path) {
    return path.toString().replace("\\", "\\\\");
  }
}
