package org.upstart4j.it.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.ProcessType.MAIN;
import static org.upstart4j.ProcessType.POST_START;
import static org.upstart4j.ProcessType.POST_STOP;
import static org.upstart4j.ProcessType.PRE_START;
import static org.upstart4j.it.prove.Row.boot;
import static org.upstart4j.it.prove.Row.ends;
import static org.upstart4j.it.prove.Row.isUp;
import static org.upstart4j.it.prove.Row.mainRuns;
import static org.upstart4j.it.prove.Row.pause;
import static org.upstart4j.it.prove.Row.reload;
import static org.upstart4j.it.prove.Row.runs;
import static org.upstart4j.it.prove.Row.sends;
import static org.upstart4j.it.prove.Row.start;
import static org.upstart4j.it.prove.Row.stop;
import static org.upstart4j.it.prove.Row.waits;

import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstart4j.Environment;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.cli.prove.probe.Behaviour;
import org.upstart4j.systemd.option.KillMode;
import org.upstart4j.systemd.unit.UnitFile;

/** A unit that breaks one rule of the conversion does something else than the job. */
@Tag("alone")
@Execution(ExecutionMode.CONCURRENT)
class BrokenRulesTest {

  private static final String UNIT = "Unit";
  private static final String SERVICE = "Service";

  private static final Row PLAIN = Row.of("exec @main\n").steps(start(), mainRuns(), stop());

  private static final Row ALL =
      Row.of(
              """
              env A=50%n
              pre-start exec @pre-start
              exec @main
              post-start exec @post-start
              pre-stop exec @pre-stop
              post-stop exec @post-stop
              setuid daemon
              setgid mail
              chdir @stage/folder
              umask 0027
              nice 7
              oom score 300
              limit nofile 100 200
              console none
              kill signal INT
              """)
          .steps(start(), mainRuns(), stop());

  private static final Row CRASH_LOOP =
      Row.of("respawn\nrespawn limit 6 30\nexec @main\n")
          .where(MAIN, Behaviour.begin().waits(Duration.ofMillis(100)).exits(1))
          .steps(start(), waits(), pause(300));

  private static final Row USUAL_CRASH_LOOP =
      Row.of("respawn\nexec @main\n")
          .where(MAIN, Behaviour.begin().waits(Duration.ofMillis(100)).exits(1))
          .steps(start(), waits(), pause(300));

  private static final Row MANY_STARTS =
      Row.of("start on runlevel [2345]\nexec @main\n")
          .where(MAIN, Behaviour.begin().waits(Duration.ofMillis(100)).exits(0))
          .steps(
              boot(), waits(), start(), waits(), start(), waits(), start(), waits(), start(),
              waits(), start(), waits(), start(), waits());

  private static final Row STATE =
      Row.of("pre-start exec @pre-start\npost-stop exec @post-stop\n")
          .where(
              PRE_START,
              Behaviour.begin().record().leavesChild().waits(Duration.ofMillis(300)).exits(0))
          .steps(start(), isUp(), stop());

  private static final Row RESPAWN =
      Row.of(
              "respawn\nnormal exit 3\npre-start exec @pre-start\nexec @main\npost-stop exec @post-stop\n")
          .where(MAIN, runs().exitsOn(Signal.of("USR1"), 3).exitsOn(Signal.of("USR2"), 0));

  private static final Row SHELL =
      Row.of("env X=Y\nscript\n  X=Z; exec @main ${X} 5%n\nend script\n")
          .steps(start(), mainRuns(), stop());

  private static final Row SCRIPT =
      Row.of("script\n  sleep 0.3\n  false\n  exec @main\nend script\n").steps(start(), pause(800));

  private static final Row STUBBORN =
      Row.of("kill timeout 1\nexec @main\n")
          .where(MAIN, runs().ignores(Signal.of("TERM")))
          .steps(start(), mainRuns(), stop());

  private static final Row SLOW_START =
      Row.of("exec @main\npost-start exec @post-start\n")
          .where(POST_START, Behaviour.begin().waits(Duration.ofMillis(1500)).exits(0))
          .steps(start(), stop());

  private static final Row STOPS_ITSELF =
      Row.of("expect stop\nexec @main\n")
          .where(MAIN, Behaviour.begin().waits(Duration.ofMillis(500)).stops().record().runs())
          .steps(start(), mainRuns(), stop());

  private static final Row FORKS =
      Row.of("expect fork\nexec @main\n")
          .where(MAIN, Behaviour.begin().waits(Duration.ofMillis(300)).forks().record().runs())
          .steps(start(), pause(1500));

  private static final Row SKIPPED =
      Row.of(
              """
              pre-start script
                env PATH=/bin @pre-start
                stop
              end script
              exec env PATH=/bin @main
              """)
          .steps(start(), waits(), pause(300));

  private static final Row INSTANCE =
      Row.of("instance $V\nexec @main\n")
          .steps(start(), mainRuns(), stop())
          .instance(Environment.of("V", "a-b"));

  private static Row task(int status) {
    return Row.of("task\nnormal exit 0 3\nexec @main\n")
        .where(MAIN, ends(status))
        .steps(start(), waits());
  }

  private static Row failing(ProcessType process) {
    return ALL.where(process, ends(1));
  }

  /**
   * A rule that is broken.
   *
   * @param name what is changed
   * @param row what notices it
   * @param change changes the unit
   * @param difference a part of what then differs
   */
  private record Broken(String name, Row row, UnaryOperator<UnitFile> change, String difference) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static Broken without(String section, String key, Row row, String difference) {
    return new Broken(
        "without " + key + "=",
        row,
        file -> file.toBuilder().remove(section, key).build(),
        difference);
  }

  private static Broken with(String section, String key, String value, Row row, String difference) {
    return new Broken(
        key + "=" + value,
        row,
        file -> file.toBuilder().set(section, key, value).build(),
        difference);
  }

  /** Changes words of the unit as it is written. */
  private static Broken replacing(String old, String other, Row row, String difference) {
    return new Broken(
        other.isEmpty() ? "without \"" + old + "\"" : "\"" + old + "\" is \"" + other + "\"",
        row,
        file -> UnitFile.parse(replaced(file.toString(), old, other)),
        difference);
  }

  private static String replaced(String text, String old, String other) {
    assertThat(text).contains(old);
    return text.replace(old, other);
  }

  static Stream<Broken> broken() {
    return Stream.of(
        // when it is started again, and how often
        with(SERVICE, "RestartSec", "200ms", CRASH_LOOP, "takes"),
        with(UNIT, "StartLimitBurst", "6", CRASH_LOOP, "web main 7 begins: under Upstart only"),
        with(UNIT, "StartLimitBurst", "8", CRASH_LOOP, "web main 8 begins: under systemd only"),
        without(UNIT, "StartLimitBurst", CRASH_LOOP, "web main 7 begins: under Upstart only"),
        with(
            UNIT,
            "StartLimitIntervalSec",
            "1s",
            USUAL_CRASH_LOOP,
            "web main 12 begins: under systemd only"),
        replacing("StartLimitIntervalSec=0\n", "", MANY_STARTS, "fails: under systemd only"),
        replacing(
            "[Unit]\nStartLimitIntervalSec=0\n",
            "[Service]\nStartLimitIntervalSec=0\n",
            MANY_STARTS,
            "fails: under systemd only"),
        with(
            SERVICE,
            "Restart",
            "on-failure",
            RESPAWN.steps(start(), mainRuns(), sends("USR2"), mainRuns(2), stop()),
            "web main 2 begins: under Upstart only"),
        without(
            SERVICE,
            "RestartPreventExitStatus",
            RESPAWN.steps(start(), mainRuns(), sends("USR1"), waits(), pause(300)),
            "web main 2 begins: under systemd only"),
        with(
            SERVICE,
            "RestartPreventExitStatus",
            "3",
            RESPAWN.without(MAIN).steps(start(), waits(), pause(300)),
            "web post-stop 2 begins: under systemd only"),
        replacing(
            "ExecStopPost=:+",
            "#",
            RESPAWN.where(PRE_START, ends(1)).steps(start(), waits(), pause(300)),
            "web pre-start 2 begins: under systemd only"),
        replacing(
            "/bin/systemctl --no-block stop",
            ":",
            RESPAWN
                .where(POST_STOP, ends(1))
                .steps(start(), mainRuns(), sends("USR2"), waits(), pause(500)),
            "web main 2 begins: under systemd only"),
        replacing(
            "/usr/bin/setsid ",
            "",
            RESPAWN.steps(start(), mainRuns(), sends("USR2"), mainRuns(2), stop()),
            "leads its session of web post-stop 1"),
        replacing(
            "unset PWD; ",
            "",
            RESPAWN.steps(start(), mainRuns(), sends("USR2"), mainRuns(2), stop()),
            "PWD of web post-stop 1"),
        // when it is up
        with(
            SERVICE,
            "Type",
            "simple",
            PLAIN.without(MAIN).steps(start(), waits()),
            "step 1 (start web) is done: under systemd only"),
        with(SERVICE, "Type", "exec", task(0), "step 1 (start web)"),
        with(SERVICE, "Type", "exec", FORKS, "web"),
        with(
            SERVICE,
            "TimeoutStartSec",
            "1s",
            SLOW_START,
            "step 1 (start web) fails: under systemd only"),
        without(SERVICE, "RemainAfterExit", STATE, "does not end: under systemd only"),
        without(
            SERVICE,
            "ExecStartPost",
            STOPS_ITSELF,
            "step 2 (await web main 1) does not end: under systemd only"),
        without(
            SERVICE, "SuccessExitStatus", task(3), "step 1 (start web) fails: under systemd only"),
        replacing(
            "ExecStartPost=-",
            "ExecStartPost=",
            failing(POST_START),
            "step 1 (start web) fails: under systemd only"),
        replacing(
            "ExecCondition=",
            "ExecStartPre=",
            SKIPPED,
            "step 1 (start web) fails: under systemd only"),
        replacing(
            "0|254) exit $s",
            "0) exit $s",
            SKIPPED,
            "step 1 (start web) fails: under systemd only"),
        // how it is ended
        without(SERVICE, "TimeoutStopSec", STUBBORN, "does not end: under systemd only"),
        with(SERVICE, "TimeoutStopSec", "2s", STUBBORN, "step 3 (stop web) takes"),
        without(SERVICE, "KillSignal", ALL, "web main 1 gets TERM: under systemd only"),
        without(SERVICE, "KillMode", STATE, "web pre-start child 1"),
        without(
            SERVICE,
            "KillMode",
            PLAIN
                .converted(conversion -> conversion.withKillMode(KillMode.PROCESS))
                .where(
                    MAIN,
                    Behaviour.begin().record().leavesChild().waits(Duration.ofMillis(300)).exits(0))
                .steps(start(), waits(), pause(300)),
            "web main child 1"),
        with(
            SERVICE,
            "TimeoutStopSec",
            "0",
            Row.of("kill timeout 0\nexec @main\n")
                .where(MAIN, runs().ignores(Signal.of("TERM")))
                .steps(start(), mainRuns(), stop()),
            "does not end: under systemd only"),
        replacing(
            "[ -n \\\"$MAINPID\\\" ] || exit 0; ",
            "",
            ALL.where(MAIN, ends(0)).steps(start(), waits()),
            "web pre-stop 1 begins: under systemd only"),
        without(
            SERVICE,
            "ExecReload",
            PLAIN
                .where(MAIN, runs().ignores(Signal.of("HUP")))
                .steps(start(), mainRuns(), reload(), pause(300), stop()),
            "web main 1 gets HUP: under Upstart only"),
        // what a process gets
        without(SERVICE, "IgnoreSIGPIPE", PLAIN, "ignored signals of web main 1"),
        without(SERVICE, "UnsetEnvironment", PLAIN, "LANG of web main 1"),
        without(SERVICE, "UnsetEnvironment", ALL, "HOME of web main 1"),
        without(SERVICE, "Environment", PLAIN, "TERM of web main 1"),
        replacing("A=50%%n", "A=50%n", ALL, "A of web main 1"),
        replacing("5%%n", "5%n", SHELL, "arguments of web main 1"),
        replacing("ExecStart=:", "ExecStart=", SHELL, "arguments of web main 1"),
        replacing(
            "ExecStart=/bin/sh -e ",
            "ExecStart=/bin/sh ",
            SCRIPT,
            "web main 1 begins: under systemd only"),
        replacing(
            "/usr/bin/env a.b=c ",
            "",
            Row.of("env a.b=c\nexec @main\n").steps(start(), mainRuns(), stop()),
            "a.b of web main 1"),
        replacing("V=%I", "V=%i", INSTANCE, "V of web main 1"),
        without(SERVICE, "LimitNOFILE", ALL, "limit open files of web main 1"),
        with(SERVICE, "LimitNOFILE", "200", ALL, "limit open files of web main 1"),
        without(SERVICE, "UMask", ALL, "umask of web main 1"),
        without(SERVICE, "Nice", ALL, "nice of web main 1"),
        without(SERVICE, "OOMScoreAdjust", ALL, "oom score of web main 1"),
        without(SERVICE, "User", ALL, "user of web main 1"),
        without(SERVICE, "Group", ALL, "group of web main 1"),
        without(SERVICE, "WorkingDirectory", ALL, "working directory of web main 1"),
        without(SERVICE, "StandardOutput", ALL, "standard output of web main 1"),
        replacing(
            "User=root\n",
            "",
            Row.of("setgid mail\nexec @main\n").steps(start(), mainRuns(), stop()),
            "groups of web main 1"),
        replacing(
            "StandardInput=file:/dev/console\n",
            "",
            Row.of("console output\nexec @main\n").steps(start(), mainRuns(), stop()),
            "standard input of web main 1"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void aBrokenRuleIsNoticed(Broken broken) {
    Played played =
        broken
            .row()
            .broken(broken.change())
            .play()
            .until(found -> found.stream().anyMatch(text -> text.contains(broken.difference())));

    assertThat(played.differences())
        .as(played::toString)
        .anyMatch(text -> text.contains(broken.difference()));
  }
}
