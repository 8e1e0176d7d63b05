package org.upstart4j.it.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Debian package where it is installed. */
class DebTest {

  @TempDir static Path layer;
  private static Machine machine;

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    machine = Machine.with(layer, Packages.deb());
    Ended installed = machine.run("dpkg --force-unsafe-io -i /packages/*.deb");
    assertThat(installed.status()).as(installed.output()).isZero();
  }

  private static String output(String script) throws IOException, InterruptedException {
    return machine.run(script).output();
  }

  @Test
  void everyProgramAnswersByItsName() throws IOException, InterruptedException {
    for (String name :
        List.of(
            "upstart4j",
            "upstart",
            "upstart-create",
            "upstart-reload",
            "initctl",
            "initctl2dot",
            "start",
            "stop",
            "restart",
            "reload",
            "status")) {
      assertThat(machine.run(name + " --help")).as(name).matches(DebTest::printsUsage);
    }
    assertThat(output("upstart4j --version")).matches("upstart4j \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
  }

  private static boolean printsUsage(Ended ended) {
    return ended.status() == 0 && ended.output().startsWith("Usage: ");
  }

  @Test
  void everyCommandRunsOnTheModulesOfTheRuntime() throws IOException, InterruptedException {
    String script =
        """
        mkdir /tmp/jobs && cd /tmp/jobs
        printf 'start on startup\\nexec sleep 1\\n' >web.conf
        upstart4j parse web.conf && upstart4j check web.conf && upstart4j check --format sarif web.conf
        upstart4j simulate --confdir . --boot --for ubuntu-14.04
        upstart4j convert . --for ubuntu-14.04 --report html
        upstart4j tree --confdir . && upstart4j edit web.conf --set 'nice 5' --diff
        upstart4j demo && upstart4j completion zsh && upstart4j man start
        upstart4j list --session; upstart4j list --system; upstart4j list --user
        upstart4j diff-boot . . --for ubuntu-14.04; upstart4j help check
        upstart4j graph --confdir . --format html && upstart4j graph --confdir . --format svg
        """;

    assertThat(output(script))
        .doesNotContain("NoClassDefFound", "ClassNotFound", "ServiceConfiguration", "\tat ")
        .contains("sleep 1", "<svg");
  }

  /** The log of Java is turned on in a copy of the launcher, which this run alone sees. */
  @Test
  void theClassesComeFromTheCache() throws IOException, InterruptedException {
    String script =
        """
        cd /usr/lib/upstart4j/bin
        sed 's,-XX:AOTCache,-Xlog:class+load:file=/tmp/classes &,' launch.sh >/tmp/launch.sh
        mount --bind /tmp/launch.sh launch.sh
        upstart4j %s >/dev/null 2>&1
        cat /tmp/classes
        """;
    for (String command :
        List.of(
            "--version",
            "version",
            "list",
            "check --help",
            "help",
            "graph --confdir /tmp",
            "list --watch")) {
      LoadedClasses.assertThatMostAreCached(output(script.formatted(command)));
    }
  }

  @Test
  void theManualHasAPageForEachProgram() throws IOException, InterruptedException {
    Ended found =
        machine.run(
            "man -w upstart4j upstart upstart-create upstart-reload upstart-start initctl start"
                + " stop");

    assertThat(found.status()).as(found.output()).isZero();
    assertThat(output("man -P cat upstart4j")).contains("UPSTART(1)", "simulate");
  }

  @Test
  void bashCompletesCommands() throws IOException, InterruptedException {
    String complete =
        """
        . /usr/share/bash-completion/bash_completion
        for name in upstart4j upstart; do
          _completion_loader $name
          COMP_WORDS=($name simu) COMP_CWORD=1 COMPREPLY=()
          $(complete -p $name | sed 's/.*-F \\([^ ]*\\).*/\\1/') $name simu $name
          echo "${COMPREPLY[@]}"
        done
        """;

    assertThat(output(complete)).isEqualTo("simulate\nsimulate\n");
  }

  @Test
  void aUserReachesAServedUpstartByTheNamesOfInitctl() throws IOException, InterruptedException {
    String serve =
        """
        mkdir /tmp/mine && cd /tmp/mine
        printf 'exec sleep 1000\\n' >web.conf
        export UPSTART_SESSION=unix:path=/tmp/mine/socket
        upstart4j serve --confdir /tmp/mine --address "$UPSTART_SESSION" >log 2>&1 &
        until [ -S socket ]; do kill -0 $! || { cat log; exit 1; }; sleep 0.1; done
        initctl list && start web && status web && stop web && initctl version
        kill $!
        wait $!
        """;

    assertThat(machine.runAsUser(serve).output())
        .startsWith("web stop/waiting\n")
        .containsPattern("web start/running, process \\d+")
        .contains("web stop/waiting\ninit (upstart ");
  }

  @Test
  void theInstalledFilesAreThoseOfThePackage() throws IOException, InterruptedException {
    Ended verified = machine.run("dpkg --verify upstart4j");

    assertThat(verified.output()).isEmpty();
    assertThat(verified.status()).isZero();
  }

  @Test
  void theLicenceOfEachLibraryIsNamed() throws IOException, InterruptedException {
    List<PathMatcher> named =
        Pattern.compile("(?m)^(?:Files:)? +lib/(\\S+)$")
            .matcher(output("cat /usr/share/doc/upstart4j/copyright"))
            .results()
            .map(row -> FileSystems.getDefault().getPathMatcher("glob:" + row.group(1)))
            .toList();

    assertThat(output("find /usr/lib/upstart4j/lib -type f -printf '%P\\n'").lines())
        .filteredOn(library -> !library.matches("([a-z]+/)?upstart-.*"))
        .isNotEmpty()
        .allMatch(library -> named.stream().anyMatch(name -> name.matches(Path.of(library))));
    assertThat(output("ls /usr/lib/upstart4j/runtime/legal/java.base")).contains("LICENSE");
  }
}
