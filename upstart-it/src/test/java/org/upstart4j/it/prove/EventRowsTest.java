package org.upstart4j.it.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.analysis.platform.Platform;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.cli.prove.Proof;
import org.upstart4j.cli.prove.Prover;
import org.upstart4j.cli.prove.UnitSource;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.systemd.SystemdConversion;

/** The rows of the table that say at which step of a boot a job starts, and when it stops. */
@Tag("alone")
@Execution(ExecutionMode.CONCURRENT)
class EventRowsTest {

  private static final Target TARGET = Target.of(Platform.UBUNTU_14_04);
  private static final String BOOT = "boot and shutdown";

  private static SystemdConversion conversion() {
    return SystemdConversion.to(TestedSystemd.host().version()).from(TARGET);
  }

  private static JobFolder folder(Map<String, String> texts) {
    Map<String, JobFile> files = new TreeMap<>();
    texts.forEach((job, text) -> files.put(job + ".conf", JobFile.parse(text)));
    return JobFolder.of(files);
  }

  /** Both machines do the same; what the conversion says beyond that is about other scenarios. */
  private static void assertSame(Map<String, String> jobs, String scenario) {
    JobFolder folder = folder(jobs);
    Proof proof =
        new Prover(TestedSystemd.host(), TARGET, UnitSource.of(conversion(), TARGET), 1)
            .prove(folder, "web", scenario::equals);
    RowResults.add(proof instanceof Proof.Proved);
    assertThat(proof).isInstanceOf(Proof.Proved.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "runlevel [2345]",
        "runlevel [!06]",
        "startup",
        "filesystem",
        "local-filesystems",
        "remote-filesystems",
        "virtual-filesystems",
        "all-swaps"
      })
  void aServiceRunsFromAStepOfTheBootUntilTheMachineGoesDown(String event) {
    String job = "start on " + event + "\nstop on runlevel [016]\nexec /bin/web\n";
    assertSame(Map.of("web", job), BOOT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"runlevel [2345]", "filesystem", "local-filesystems"})
  void aTaskRunsAtAStepOfTheBoot(String event) {
    assertSame(Map.of("web", "start on " + event + "\ntask\nexec /bin/web\n"), BOOT);
  }

  @Test
  void aTaskRunsWhenAnotherHasEndedWell() {
    Map<String, String> jobs =
        Map.of(
            "web", "start on stopped db RESULT=ok\ntask\nexec /bin/web\n",
            "db", "task\nexec /bin/db\n");
    assertSame(jobs, "run of db");
  }

  @Test
  void aJobThatNobodyStartsStaysDown() {
    assertSame(Map.of("web", "start on runlevel [2345]\nmanual\nexec /bin/web\n"), "restart");
  }
}
