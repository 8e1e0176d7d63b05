package org.upstart4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.platform.Platform;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;

class NeverStartsRuleTest {

  private static List<String> in(String... files) {
    return Folders.findings(Rule.NEVER_STARTS, Platform.UBUNTU_14_04, files);
  }

  @Test
  void twoJobsThatWaitForEachOtherNeverStart() {
    assertThat(in("a.conf", "start on started b\n", "b.conf", "start on started a\n"))
        .containsExactly(
            "a.conf:1:10: \"a\" waits for \"b\", which waits for \"a\"",
            "b.conf:1:10: \"b\" waits for \"a\", which waits for \"b\"");
  }

  @Test
  void aLongerCircleIsFoundAndWhatWaitsForIt() {
    assertThat(
            in(
                "a.conf", "start on filesystem and started b\n",
                "b.conf", "start on started JOB=c\n",
                "c.conf", "start on (started a and filesystem)\n",
                "d.conf", "start on started a\n"))
        .containsExactly(
            "a.conf:1:25: \"a\" waits for \"b\", which waits for \"c\", which waits for \"a\"",
            "b.conf:1:10: \"b\" waits for \"c\", which waits for \"a\", which waits for \"b\"",
            "c.conf:1:11: \"c\" waits for \"a\", which waits for \"b\", which waits for \"c\"",
            "d.conf:1:10: \"d\" waits for \"a\", which never starts");
  }

  @Test
  void aJobThatWaitsForItselfNeverStarts() {
    assertThat(in("a.conf", "start on filesystem and started a\n")).hasSize(1);
  }

  @Test
  void anotherWayIntoTheCircleOpensIt() {
    assertThat(in("a.conf", "start on started b or filesystem\n", "b.conf", "start on started a\n"))
        .isEmpty();
    assertThat(in("a.conf", "start on started b\n", "b.conf", "exec x\n")).isEmpty();
    assertThat(
            in(
                "a.conf", "start on started b\n",
                "b.conf", "start on started a\n",
                "c.conf", "exec start a\n"))
        .isEmpty();
    assertThat(
            in(
                "a.conf", "start on started b\n",
                "b.conf", "start on started a\n",
                "b.override", "manual\n"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"starting", "stopping", "stopped"})
  void jobsOnOtherEventsOfEachOtherRunAsSoonAsOneOfThemDoes(String event) {
    assertThat(in("a.conf", "start on " + event + " b\n", "b.conf", "start on " + event + " a\n"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "net-device-up IFACE=eth0 IFACE=eth1",
        "net-device-up IFACE=eth0 IFACE!=eth*",
        "runlevel 2 RUNLEVEL=3",
        "filesystem and mounted TYPE=nfs TYPE=ext4",
      })
  void twoValuesOfOneVariableAreNeverThere(String condition) {
    assertThat(in("a.conf", "start on " + condition + "\n"))
        .singleElement()
        .asString()
        .contains("wants two values of");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "runlevel [2] and runlevel [3]",
        "net-device-up IFACE=lo and net-device-up IFACE=eth0",
        "net-device-up IFACE=eth0 IFACE=eth*",
        "filesystem or net-device-up IFACE=a IFACE=b",
        "runlevel 2 PREVLEVEL=3",
      })
  void oneValueAfterTheOtherIsFine(String condition) {
    assertThat(in("a.conf", "start on " + condition + "\n")).isEmpty();
  }

  @Test
  void aSecondJobAfterOneEventIsTakenForAnInstance() {
    assertThat(in("a.conf", "exec x\n", "b.conf", "exec x\n", "c.conf", "start on started a b\n"))
        .containsExactly("c.conf:1:10: \"a\" has no instance \"b\"");
    assertThat(in("a.conf", "instance $X\n", "c.conf", "start on started a b\n")).isEmpty();
  }

  @Test
  void tenThousandJobsInARowTakeNoTimeToSpeakOf() {
    Map<String, JobFile> files = new TreeMap<>();
    for (int i = 0; i < 10_000; i++) {
      String text = "start on started job%d\n".formatted((i + 1) % 10_000);
      files.put("job%d.conf".formatted(i), JobFile.parse(text));
    }
    JobFolder folder = JobFolder.of(files);
    Check check = Check.of(Platform.UBUNTU_14_04).only(Rule.NEVER_STARTS);
    long start = System.nanoTime();

    assertThat(check.check(folder)).hasSize(10_000);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }
}
