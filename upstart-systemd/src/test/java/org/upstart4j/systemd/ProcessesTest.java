package org.upstart4j.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.upstart4j.systemd.finding.Level;
import org.upstart4j.systemd.option.SystemdVersion;

class ProcessesTest {

  @Test
  void aProgramWithAPathIsRunByItsWords() {
    Converted job = Converted.web("exec /usr/sbin/web -d  100%");

    assertThat(job.lines("Type", "ExecStart"))
        .containsExactly("Type=exec", "ExecStart=/usr/sbin/web -d 100%%");
    assertThat(job.said()).containsExactly("exact command: exec /usr/sbin/web -d  100%");
  }

  @Test
  void aProgramWithoutAPathIsSearchedInUpstartsFolders() {
    Converted job = Converted.web("exec web -d");

    assertThat(job.lines("ExecSearchPath", "ExecStart"))
        .containsExactly(
            "ExecSearchPath=/usr/local/sbin:/usr/local/bin:/usr/bin:/usr/sbin:/sbin:/bin",
            "ExecStart=web -d");
    assertThat(job.finding("exec web -d").since()).contains(new SystemdVersion(250));
  }

  @Test
  void aProgramWithoutAPathIsSearchedByEnvWhereSystemdCannot() {
    Converted job =
        Converted.web(
            SystemdConversion.to(new SystemdVersion(247)), "env PATH=/opt", "exec web -d");

    assertThat(job.lines("ExecStart")).containsExactly("ExecStart=/usr/bin/env web -d");
    assertThat(job.finding("exec web -d").level()).isEqualTo(Level.APPROXIMATE);
  }

  @Test
  void aProgramWhoseNameSaysSomethingToSystemdIsRunByEnv() {
    assertThat(Converted.web("exec -web -d").lines("ExecStart"))
        .containsExactly("ExecStart=/usr/bin/env -- -web -d");
    assertThat(Converted.web("exec bin/web").lines("ExecStart"))
        .containsExactly("ExecStart=/usr/bin/env bin/web");
  }

  @Test
  void aShellReadsWhatAShellReadInUpstart() {
    Converted job = Converted.web("exec /bin/web --home=$HOME > /dev/null");

    assertThat(job.lines("ExecStart"))
        .containsExactly("ExecStart=:/bin/sh -e -c \"exec /bin/web --home=$HOME > /dev/null\"");
  }

  @Test
  void dollarSignsAreDoubledWhereNoPrefixLeavesThemAlone() {
    Converted job = Converted.web(SystemdConversion.to(new SystemdVersion(241)), "exec echo $HOME");

    assertThat(job.lines("ExecStart"))
        .containsExactly("ExecStart=/bin/sh -e -c \"exec echo $$HOME\"");
  }

  @Test
  void aScriptOfOneLineStandsInTheUnit() {
    Converted job = Converted.web("script", "  exec web \"a  b\"", "end script");

    assertThat(job.lines("ExecStart"))
        .containsExactly("ExecStart=:/bin/sh -e -c \"exec web \\\"a  b\\\"\"".replace(":/", "/"));
  }

  @Test
  void aScriptOfMoreLinesBecomesAFile() {
    Converted job = Converted.web("script", "  a=1", "  exec web $a", "end script");

    assertThat(job.lines("ExecStart"))
        .containsExactly("ExecStart=/bin/sh -e /usr/local/lib/upstart-helpers/web.main");
    assertThat(job.text("helpers/web.main")).isEqualTo("a=1\nexec web $a\n");
  }

  @Test
  void aTaskIsAOneshot() {
    Converted job = Converted.web("task", "exec /bin/true");

    assertThat(job.lines("Type", "RemainAfterExit")).containsExactly("Type=oneshot");
  }

  @Test
  void withoutAMainProcessPreStartIsWhatAStartWaitsFor() {
    Converted job = Converted.web("pre-start exec /bin/up", "post-stop exec /bin/down");

    assertThat(job.lines("Type", "RemainAfterExit", "KillMode", "ExecStart", "ExecStopPost"))
        .containsExactlyInAnyOrder(
            "Type=oneshot",
            "RemainAfterExit=yes",
            "KillMode=process",
            "ExecStart=/bin/up",
            "ExecStopPost=/bin/down");
  }

  @Test
  void withoutAnyProcessAJobIsATarget() {
    Converted job = Converted.web("description \"all of it\"", "env A=b");

    assertThat(job.text("web.target")).contains("Description=all of it");
    assertThat(job.finding("env A=b").level()).isEqualTo(Level.DEAD);
  }

  @Test
  void aFailingPreStartEndsRespawning() {
    Converted job = Converted.web("respawn", "pre-start exec /bin/up", "exec /bin/web");

    assertThat(job.lines("ExecStartPre", "ExecStopPost"))
        .contains("ExecStartPre=/bin/up")
        .anyMatch(line -> line.startsWith("ExecStopPost=") && line.endsWith(" %n"));
  }

  @Test
  void aPreStartThatStopsItsJobIsACondition() {
    Converted job =
        Converted.web(
            "pre-start script",
            "  [ -f /etc/web ] || { stop; exit 0; }",
            "end script",
            "exec /bin/web");

    assertThat(job.text("helpers/web.pre-start"))
        .isEqualTo("stop() { trap 'exit 254' EXIT; }\n[ -f /etc/web ] || { stop; exit 0; }\n");
    assertThat(job.lines("ExecCondition")).hasSize(1);
    assertThat(job.said()).anyMatch(line -> line.startsWith("exact pre-start-stops: "));
  }

  @Test
  void aFailingPostStartDoesNotCount() {
    Converted job = Converted.web("post-start exec /bin/hello", "exec /bin/web");

    assertThat(job.lines("ExecStartPost")).containsExactly("ExecStartPost=-/bin/hello");
  }

  @Test
  void aPreStopRunsOnlyWhileTheMainProcessRuns() {
    Converted job = Converted.web("pre-stop exec /bin/bye", "exec /bin/web");

    assertThat(job.lines("ExecStop"))
        .containsExactly(
            "ExecStop=-:/bin/sh -c \"[ -n \\\"$MAINPID\\\" ] || exit 0; unset PWD; exec \\\"$@\\\"\" /bin/sh"
                + " /bin/bye");
  }

  @Test
  void aServiceThatForksIsForking() {
    Converted job = Converted.web("expect fork", "exec /bin/web --pidfile=/run/web.pid");

    assertThat(job.lines("Type", "PIDFile"))
        .containsExactly("Type=forking", "PIDFile=/run/web.pid");
  }

  @Test
  void aServiceThatStopsItselfIsWaitedForAndGoesOn() {
    Converted job = Converted.web("expect stop", "post-start exec /bin/hello", "exec /bin/web");

    assertThat(job.lines("Type", "ExecStartPost")).hasSize(3);
    assertThat(job.lines("ExecStartPost").get(0)).contains("kill -CONT");
  }
}
