package org.upstart4j.it.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.upstart4j.it.prove.Row.boot;
import static org.upstart4j.it.prove.Row.mainRuns;
import static org.upstart4j.it.prove.Row.pause;
import static org.upstart4j.it.prove.Row.start;
import static org.upstart4j.it.prove.Row.stop;
import static org.upstart4j.it.prove.Row.waits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.Environment;
import org.upstart4j.cli.prove.probe.Unprovable;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.systemd.*;
import org.upstart4j.systemd.SystemdConversion;
import org.upstart4j.systemd.finding.*;
import org.upstart4j.systemd.finding.ConversionCode;
import org.upstart4j.systemd.finding.Level;
import org.upstart4j.systemd.option.*;
import org.upstart4j.systemd.option.EnvironmentStyle;
import org.upstart4j.systemd.option.SystemdVersion;

/** The rows of the table that say who a process is, and what it gets. */
@Tag("alone")
@Execution(ExecutionMode.CONCURRENT)
class ExecutionRowsTest {

  private static final int CAP_SYS_RESOURCE = 24;

  private static final String ALL_PROCESSES =
      """
      pre-start exec @pre-start
      exec @main
      post-start exec @post-start
      post-stop exec @post-stop
      """;

  private static Row runs(String text) {
    return Row.of(text).steps(start(), mainRuns(), stop());
  }

  @Test
  void aVariableKeepsItsValueToTheLetter() {
    runs("""
            env PLAIN=value
            env EMPTY=
            env PERCENT=50%-%n-%%
            env DOLLAR=$HOME-${HOME}-$$
            env QUOTES="it's \\"quoted\\" and 'more'"
            env BACKSLASH='a\\b\\\\c'
            env UTF8=gr\u00fcn
            env SPACES="  two  blanks  "
            env EQUALS=a=b=c
            env SEMICOLON="a;b # c"
            """
            + ALL_PROCESSES)
        .play()
        .isExact(ConversionCode.ENV);
  }

  @Test
  void ofTwoValuesOfAVariableTheLastCounts() {
    runs("env A=one\nenv A=two\n" + ALL_PROCESSES).play().isExact(ConversionCode.ENV);
  }

  @Test
  void aVariableWhoseNameSystemdRefusesIsSetByAProgram() {
    runs("env a.b=dotted\nenv 1st=number\nenv A=plain\nexec @main one\npost-stop exec @post-stop\n")
        .play()
        .isExact(ConversionCode.ENV_BY_PROGRAM);
  }

  @Test
  void aVariableWithoutValueIsPassedOn() {
    Played played = runs("env TERM\nenv UPSTART4J_NOT_THERE\n" + ALL_PROCESSES).play();
    played.isExact(ConversionCode.ENV);
    assertThat(played.underSystemd("web main 1").environment()).containsKey("TERM");
  }

  @Test
  void aProcessGetsUpstartsVariables() {
    Played played = runs(ALL_PROCESSES).play().isExact(ConversionCode.BASE_ENVIRONMENT);
    assertThat(played.underUpstart("web main 1").environment())
        .containsOnlyKeys("PATH", "TERM", "UPSTART_JOB", "UPSTART_INSTANCE");
  }

  @Test
  void inThePlainStyleAProcessGetsSystemdsVariables() {
    Played played =
        runs("exec @main\n")
            .converted(conversion -> conversion.withEnvironment(EnvironmentStyle.PLAIN))
            .play()
            .is(Level.APPROXIMATE, ConversionCode.BASE_ENVIRONMENT);
    assertThat(played.differences())
        .as("newer systemds also set USER, and have a shorter path")
        .filteredOn(text -> !text.startsWith("USER of "))
        .extracting(text -> text.replaceFirst(":.*", ""))
        .containsExactlyInAnyOrder(
            "LANG of web main 1",
            "PATH of web main 1",
            "TERM of web main 1",
            "UPSTART_INSTANCE of web main 1",
            "UPSTART_JOB of web main 1");
  }

  @Test
  void aBrokenPipeEndsAProcess() {
    Row.of(
            """
            script
              yes | head -n 1 > /dev/null
              exec @main
            end script
            """)
        .steps(start(), mainRuns(), stop())
        .play()
        .isExact(ConversionCode.SIGPIPE);
  }

  @Test
  void theVariablesOfAUserAreNotSet() {
    runs("setuid nobody\n" + ALL_PROCESSES)
        .play()
        .isExact(ConversionCode.USER, ConversionCode.BASE_ENVIRONMENT);
  }

  @Test
  void allProcessesAreThoseOfTheUser() {
    Played played = runs("setuid daemon\n" + ALL_PROCESSES).play().isExact(ConversionCode.USER);
    assertThat(played.underSystemd("web pre-start 1").traits()).containsEntry("user", "1 1 1 1");
  }

  @Test
  void allProcessesHaveTheGroup() {
    Played played =
        runs("setuid daemon\nsetgid mail\n" + ALL_PROCESSES)
            .play()
            .isExact(ConversionCode.USER, ConversionCode.GROUP);
    assertThat(played.underSystemd("web pre-start 1").traits()).containsEntry("group", "8 8 8 8");
  }

  @Test
  void aGroupAloneIsAddedToThoseOfRoot() {
    Played played =
        runs("setgid mail\n" + ALL_PROCESSES).play().isExact(ConversionCode.GROUP_ALONE);
    assertThat(played.underSystemd("web main 1").traits()).containsEntry("user", "0 0 0 0");
  }

  @Test
  void aUserThatIsNotThereFailsTheStart() {
    Row.of("setuid upstart4j-nobody\nexec @main\n")
        .steps(start(), waits())
        .play()
        .isExact(ConversionCode.USER);
  }

  @Test
  void allProcessesAreInTheFolder() {
    runs("chdir @stage/folder\n" + ALL_PROCESSES).play().isExact(ConversionCode.CHDIR);
  }

  @Test
  void aFolderThatIsNotThereFailsTheStart() {
    Row.of("chdir /upstart4j-is-not-there\nexec @main\n")
        .steps(start(), waits())
        .play()
        .isExact(ConversionCode.CHDIR);
  }

  @Test
  void aProcessHasTheMask() {
    runs("umask 0027\n" + ALL_PROCESSES).play().isExact(ConversionCode.UMASK);
  }

  @Test
  void aProcessHasThePriority() {
    runs("nice 7\n" + ALL_PROCESSES).play().isExact(ConversionCode.NICE);
  }

  @Test
  void aProcessHasTheScoreForWantOfMemory() {
    runs("oom score 300\n" + ALL_PROCESSES).play().isExact(ConversionCode.OOM_SCORE);
  }

  @Test
  void aProcessCanBeSparedForWantOfMemory() throws IOException {
    String effective =
        Files.readString(Path.of("/proc/self/status"))
            .replaceAll("(?s).*CapEff:\\s*(\\w+).*", "$1");
    assumeTrue(
        (Long.parseLong(effective, 16) >> CAP_SYS_RESOURCE & 1) == 1,
        "this machine lets nobody spare a process");
    runs("oom score never\n" + ALL_PROCESSES).play().isExact(ConversionCode.OOM_SCORE);
  }

  @Test
  void aProcessHasTheLimits() {
    runs("""
            limit nofile 100 200
            limit core 0 0
            limit fsize 100000000 200000000
            limit cpu 1000 2000
            limit data 500000000 unlimited
            limit memlock 4096 8192
            limit nproc 3000 4000
            limit stack 4194304 8388608
            limit sigpending 1000 1000
            limit msgqueue 1000 2000
            limit as 4000000000 unlimited
            """
            + ALL_PROCESSES)
        .play()
        .isExact(ConversionCode.LIMIT);
  }

  @Test
  void aSoftLimitOverTheHardOneFailsTheStartUnderUpstartOnly() {
    Played played =
        Row.of("limit nofile 300 200\nexec @main\n")
            .steps(start(), pause(300))
            .play()
            .is(Level.APPROXIMATE, ConversionCode.LIMIT_OVER_HARD);
    assertThat(played.upstart()).contains("step 1 (start web) fails", "web waits");
    assertThat(played.systemd()).contains("step 1 (start web) is done", "web runs");
  }

  @Test
  void ofTwoLimitsTheLastCounts() {
    Played played = runs("limit nofile 100 200\nlimit nofile 300 400\nexec @main\n").play();
    assertThat(played.differences()).isEmpty();
    assertThat(played.underUpstart("web main 1").traits())
        .containsEntry("limit open files", "300 400");
  }

  @Test
  void withoutAConsoleNothingIsReadOrWritten() {
    runs("console none\n" + ALL_PROCESSES).play().isExact(ConversionCode.CONSOLE);
  }

  @Test
  void theLogIsATerminalUnderUpstartOnly() {
    Played played =
        runs("console log\nscript\n  [ ! -t 1 ] || mkdir @stage/folder/terminal\n  exec @main $(ls @stage/folder)\nend script\n")
            .play()
            .is(Level.APPROXIMATE, ConversionCode.CONSOLE_LOG);
    assertThat(played.underUpstart("web main 1").traits()).containsKey("standard output");
    assertThat(played.differences()).isEmpty();
  }

  @Test
  void theConsoleIsAllThree() {
    runs("console output\n" + ALL_PROCESSES).play().isExact(ConversionCode.CONSOLE);
  }

  @Test
  void theNameOfAnInstanceIsAVariable() {
    runs("instance $V\n" + ALL_PROCESSES)
        .instance(Environment.of("V", "a b-c/d%"))
        .play()
        .isApproximate(ConversionCode.INSTANCE);
  }

  @Test
  void aJobThatIsManualIsNotStartedWithTheMachine() {
    Row.of("start on runlevel [2345]\nmanual\nexec @main\n")
        .steps(boot(), pause(300), start(), mainRuns(), stop())
        .play()
        .isExact(ConversionCode.MANUAL);
  }

  @Test
  void aStartOnBehindManualReplacesIt() {
    Row.of("manual\nstart on runlevel [2345]\nexec @main\n")
        .steps(boot(), mainRuns(), stop())
        .play()
        .is(Level.DEAD, ConversionCode.OVERRIDDEN);
  }

  @Test
  void anOverrideFileIsADropIn() {
    Played played =
        runs("nice 5\nenv A=one\nenv B=two\nkill timeout 9\nexec @main one\n")
            .overriddenBy("nice 7\nenv A=three\nexec @main two\n")
            .play();
    assertThat(played.differences()).isEmpty();
    assertThat(played.conversion().files()).containsKey("web.service.d/50-upstart.conf");
  }

  @Test
  void anOverrideFileThatIsManualAloneDisablesTheUnit() {
    Played played =
        Row.of("start on runlevel [2345]\nexec @main\n")
            .overriddenBy("manual\n")
            .steps(boot(), pause(300), start(), mainRuns(), stop())
            .play()
            .isExact(ConversionCode.MANUAL);
    assertThat(played.upstart()).doesNotContain("web main 2 begins");
  }

  @Test
  void anExportedVariableThatNoOtherJobReadsHasNoEffect() {
    Played played =
        runs("env A=b\nexport A\nexec @main\n").play().is(Level.DEAD, ConversionCode.EXPORT);
    assertThat(played.differences()).isEmpty();
  }

  @Test
  void ofMoreThanOneVariableInAnInstanceNoneIsKnown() {
    Played played =
        runs("instance $V-$W\nexec @main\n")
            .instance(Environment.parse(List.of("V=one", "W=two")))
            .play()
            .is(Level.LOST, ConversionCode.INSTANCE_COMPOUND);
    assertThat(played.systemd()).contains("web main 1 begins");
    assertThat(played.underSystemd("web main 1").environment()).doesNotContainKey("V");
  }

  @Test
  void aRelativeFolderIsLeftToSomebody() {
    Played played =
        runs("chdir tmp\nexec @main\n").play().is(Level.BY_HAND, ConversionCode.RELATIVE_FOLDER);
    assertThat(played.underSystemd("web main 1").traits()).containsEntry("working directory", "/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apparmor load /etc/apparmor.d/web",
        "apparmor switch web",
        "chroot /srv/web",
        "cgroup memory",
        "console owner"
      })
  void whatNoProbeCanShowIsNeverCalledExact(String stanza) {
    JobFile file = JobFile.parse(stanza + "\nexec web\n");
    JobDefinition definition = JobDefinition.of("web", file);
    assertThat(Unprovable.reasons(definition)).isNotEmpty();
    assertThat(SystemdConversion.to(new SystemdVersion(252)).convert("web", file).findings())
        .filteredOn(finding -> finding.stanza().equals(stanza))
        .isNotEmpty()
        .noneMatch(finding -> finding.level() == Level.EXACT);
  }
}
