package org.upstart4j.jobfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.jobfile.Jobs.fault;
import static org.upstart4j.jobfile.Jobs.job;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.ExitStatus;
import org.upstart4j.Signal;
import org.upstart4j.jobfile.JobDefinition.Cgroup;
import org.upstart4j.jobfile.JobDefinition.Limit;
import org.upstart4j.jobfile.stanza.Console;
import org.upstart4j.jobfile.stanza.Expect;
import org.upstart4j.jobfile.stanza.Fault;
import org.upstart4j.jobfile.stanza.LimitValue;
import org.upstart4j.jobfile.stanza.Resource;

class SettingsTest {

  @ParameterizedTest
  @CsvSource({"022, 18", "0, 0", "777, 511", "+022, 18", "' 022', 18", "0000000022, 18"})
  void aUmaskIsOctal(String written, int mask) {
    assertThat(job("umask \"" + written + "\"\n").umask()).isEqualTo(mask);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "1000", "-1", "0x1f", "0o22", "x", "77777777777777777777777777"})
  void aUmaskIsFrom0To777(String written) {
    assertThat(fault("umask " + written + "\n")).isEqualTo(Fault.ILLEGAL_UMASK);
  }

  @ParameterizedTest
  @CsvSource({"-20, -20", "19, 19", "+5, 5", "' 5', 5", "4294967296, 0", "-4294967297, -1"})
  void aNiceValueIsCutToThirtyTwoBits(String written, int priority) {
    assertThat(job("nice \"" + written + "\"\n").nice()).contains(priority);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-21", "20", "5.5", "'5 '", "x", "9223372036854775808"})
  void aNiceValueIsFromMinus20To19(String written) {
    assertThat(fault("nice " + written + "\n")).isEqualTo(Fault.ILLEGAL_NICE);
  }

  @ParameterizedTest
  @CsvSource({
    "-17, -1000",
    "-16, -941",
    "-1, -58",
    "0, 0",
    "1, 66",
    "7, 466",
    "15, 1000",
    "never, -1000"
  })
  void anOomAdjustmentIsMadeAScore(String written, int score) {
    assertThat(job("oom " + written + "\n").oomScore()).isEqualTo(score);
  }

  @ParameterizedTest
  @CsvSource({"-1000, -1000", "-999, -999", "0, 0", "1000, 1000", "never, -1000"})
  void anOomScoreIsTakenAsItIs(String written, int score) {
    assertThat(job("oom score " + written + "\n").oomScore()).isEqualTo(score);
  }

  @Test
  void oomValuesHaveTheirRanges() {
    assertThat(fault("oom -18\n")).isEqualTo(Fault.ILLEGAL_OOM);
    assertThat(fault("oom 16\n")).isEqualTo(Fault.ILLEGAL_OOM);
    assertThat(fault("oom score -1001\n")).isEqualTo(Fault.ILLEGAL_OOM_SCORE);
    assertThat(fault("oom score 1001\n")).isEqualTo(Fault.ILLEGAL_OOM_SCORE);
  }

  @Test
  void respawnLimitAloneDoesNotMakeAJobRespawn() {
    JobDefinition job = job("respawn limit 3 7\n");

    assertThat(job.respawn()).isFalse();
    assertThat(job.respawnLimit()).isEqualTo(3);
    assertThat(job.respawnInterval()).isEqualTo(Duration.ofSeconds(7));
    assertThat(job("respawn\n").respawn()).isTrue();
  }

  @Test
  void anUnlimitedRespawnIsZeroTimesInZeroSeconds() {
    JobDefinition job = job("respawn limit unlimited\n");

    assertThat(job.respawnLimit()).isZero();
    assertThat(job.respawnInterval()).isZero();
    assertThat(fault("respawn limit unlimited 5\n")).isEqualTo(Fault.UNEXPECTED_TOKEN);
  }

  @Test
  void aRespawnLimitIsCutToThirtyTwoBitsAndAnIntervalIsNot() {
    JobDefinition job = job("respawn limit 4294967296 4294967296\n");

    assertThat(job.respawnLimit()).isZero();
    assertThat(job.respawnInterval()).isEqualTo(Duration.ofSeconds(4_294_967_296L));
    assertThat(fault("respawn limit 2147483648 5\n")).isEqualTo(Fault.ILLEGAL_LIMIT);
    assertThat(fault("respawn limit -1 5\n")).isEqualTo(Fault.ILLEGAL_LIMIT);
    assertThat(fault("respawn limit 5 -1\n")).isEqualTo(Fault.ILLEGAL_INTERVAL);
    assertThat(fault("respawn limit 0x5 1\n")).isEqualTo(Fault.ILLEGAL_LIMIT);
  }

  @Test
  void anEmptyTextIsTheNumberZero() {
    assertThat(job("kill timeout \"\"\\\n\n").killTimeout()).isZero();
  }

  @Test
  void aKillTimeoutIsAnyNumberOfSecondsFromZero() {
    assertThat(job("kill timeout 0\n").killTimeout()).isZero();
    assertThat(job("kill timeout 9223372036854775807\n").killTimeout())
        .isEqualTo(Duration.ofSeconds(Long.MAX_VALUE));
    assertThat(fault("kill timeout 9223372036854775808\n")).isEqualTo(Fault.ILLEGAL_INTERVAL);
    assertThat(fault("kill timeout 5s\n")).isEqualTo(Fault.ILLEGAL_INTERVAL);
  }

  @Test
  void aSignalIsANameInCapitalsOrANumber() {
    assertThat(job("kill signal INT\n").killSignal()).isEqualTo(Signal.INT);
    assertThat(job("kill signal SIGINT\n").killSignal()).isEqualTo(Signal.INT);
    assertThat(job("reload signal 2147483647\n").reloadSignal())
        .isEqualTo(new Signal(Integer.MAX_VALUE));
    assertThat(job("kill signal \"USR1\"\n").killSignal()).isEqualTo(Signal.USR1);
    assertThat(fault("kill signal int\n")).isEqualTo(Fault.ILLEGAL_SIGNAL);
    assertThat(fault("kill signal RTMIN\n")).isEqualTo(Fault.ILLEGAL_SIGNAL);
    assertThat(fault("reload signal 2147483648\n")).isEqualTo(Fault.ILLEGAL_SIGNAL);
    assertThat(fault("kill signal -1\n")).isEqualTo(Fault.ILLEGAL_SIGNAL);
  }

  @Test
  void aSignalAndATimeoutAreTwoSettings() {
    JobDefinition job = job("kill signal INT\nkill timeout 9\nreload signal USR2\n");

    assertThat(job.killSignal()).isEqualTo(Signal.INT);
    assertThat(job.killTimeout()).isEqualTo(Duration.ofSeconds(9));
    assertThat(job.reloadSignal()).isEqualTo(Signal.USR2);
  }

  @Test
  void anExitStatusThatIsASignalIsKeptAboveTheCodes() {
    assertThat(job("normal exit 0 TERM 1 SIGKILL 999\n").normalExit())
        .extracting(ExitStatus::number)
        .containsExactly(0, 15 << 8, 1, 9 << 8, 999);
    assertThat(fault("normal exit -1\n")).isEqualTo(Fault.ILLEGAL_EXIT);
    assertThat(fault("normal exit 2147483648\n")).isEqualTo(Fault.ILLEGAL_EXIT);
    assertThat(fault("normal exit\n")).isEqualTo(Fault.EXPECTED_TOKEN);
  }

  @Test
  void aLimitIsTwoNumbersInAnyOrderOfSize() {
    assertThat(job("limit nofile 20 10\nlimit core unlimited 0\n").limits())
        .isEqualTo(
            Map.of(
                Resource.NOFILE,
                new Limit(LimitValue.of(20), LimitValue.of(10)),
                Resource.CORE,
                new Limit(LimitValue.UNLIMITED, LimitValue.of(0))));
  }

  @Test
  void aLimitOfMinusOneIsUnlimitedAndOthersWrapAround() {
    Limit limit = job("limit as -1 -2\n").limits().get(Resource.AS);

    assertThat(limit).hasToString("Limit[soft=unlimited, hard=18446744073709551614]");
    assertThat(fault("limit as 18446744073709551616 0\n")).isEqualTo(Fault.ILLEGAL_LIMIT);
    assertThat(fault("limit as 1\n")).isEqualTo(Fault.EXPECTED_TOKEN);
    assertThat(fault("limit as 1 2 3\n")).isEqualTo(Fault.UNEXPECTED_TOKEN);
  }

  @ParameterizedTest
  @EnumSource
  void everyResourceIsKnownByItsName(Resource resource) {
    assertThat(job("limit " + resource + " 1 2\n").limits()).containsOnlyKeys(resource);
    assertThat(fault("limit " + resource.name() + " 1 2\n")).isEqualTo(Fault.UNKNOWN_STANZA);
  }

  @ParameterizedTest
  @EnumSource
  void everyExpectationIsKnownByItsName(Expect expect) {
    assertThat(job("expect " + expect + "\n").expect()).isEqualTo(expect);
    assertThat(job("expect \"" + expect + "\"\n").expect()).isEqualTo(expect);
  }

  @ParameterizedTest
  @EnumSource
  void everyConsoleIsKnownByItsName(Console console) {
    assertThat(job("console " + console + "\n").console()).contains(console);
  }

  @Test
  void keywordsAfterAStanzasNameAreNotQuoted() {
    assertThat(fault("kill \"timeout\" 5\n")).isEqualTo(Fault.UNKNOWN_STANZA);
    assertThat(fault("respawn \"limit\" 5 5\n")).isEqualTo(Fault.UNKNOWN_STANZA);
    assertThat(fault("normal \"exit\" 5\n")).isEqualTo(Fault.UNKNOWN_STANZA);
    assertThat(job("oom \"score\" 5\n").oomScore()).isEqualTo(5);
  }

  @Test
  void taskTakesNothingElse() {
    assertThat(job("task # c\n").task()).isTrue();
    assertThat(fault("task yes\n")).isEqualTo(Fault.UNEXPECTED_TOKEN);
  }

  @Test
  void settingsOfAControlGroupAreGathered() {
    JobDefinition job =
        job(
            "cgroup cpu\ncgroup memory g\ncgroup memory k v\ncgroup memory g k w\ncgroup memory k x\n");

    assertThat(job.cgroups())
        .containsExactly(
            new Cgroup("cpu", "$UPSTART_CGROUP", Map.of()),
            new Cgroup("memory", "g", Map.of("k", "w")),
            new Cgroup("memory", "$UPSTART_CGROUP", Map.of("k", "x")));
    assertThat(fault("cgroup a b c d e\n")).isEqualTo(Fault.UNEXPECTED_TOKEN);
  }

  @Test
  void anAppArmorProfileIsLoadedByAProcessOrSwitchedTo() {
    JobDefinition job = job("apparmor switch /a\napparmor load /b\n");

    assertThat(job.apparmorSwitch()).contains("/a");
    assertThat(job.processes()).hasSize(1);
  }
}
