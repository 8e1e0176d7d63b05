package org.upstart4j.it.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.cli.prove.Proof;
import org.upstart4j.cli.prove.Proof.Refuted;
import org.upstart4j.cli.prove.Prover;
import org.upstart4j.cli.prove.UnitSource;
import org.upstart4j.cli.prove.trace.TraceDifference;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.version.UpstartVersion;
import org.upstart4j.systemd.SystemdConversion;

/** The rows of the table that say when a job starts and stops with another one. */
@Tag("alone")
@Execution(ExecutionMode.CONCURRENT)
class RelationRowsTest {

  private static final String SERVICE = "exec /bin/db\n";
  private static final String STOP = "start and stop of db";
  private static final String CRASH = "crash of db";

  /** What differs between both machines where a job called web relates to one called db. */
  private static List<String> differences(String web, String db, String scenario) {
    Target target = Target.of(UpstartVersion.NEWEST);
    UnitSource units =
        UnitSource.of(SystemdConversion.to(TestedSystemd.host().version()).from(target), target);
    JobFolder jobs =
        JobFolder.of(Map.of("web.conf", JobFile.parse(web), "db.conf", JobFile.parse(db)));
    Proof proof =
        new Prover(TestedSystemd.host(), target, units, 1).prove(jobs, "web", scenario::equals);
    assertThat(proof).isNotInstanceOf(Proof.NotTried.class);
    List<String> differences =
        proof instanceof Refuted refuted
            ? refuted.refuted().stream()
                .flatMap(one -> one.differences().stream())
                .map(TraceDifference::text)
                .toList()
            : List.of();
    RowResults.add(differences.isEmpty());
    return differences;
  }

  @Test
  void aJobIsUpWhileAnotherOneIs() {
    String web = "start on started db\nstop on stopping db\nexec /bin/web\n";
    assertThat(differences(web, SERVICE, STOP)).isEmpty();
    assertThat(differences(web, SERVICE, CRASH)).isEmpty();
  }

  @Test
  void aJobIsUpFromBeforeAnotherOneUntilAfterIt() {
    String web = "start on starting db\nstop on stopped db\nexec /bin/web\n";
    assertThat(differences(web, SERVICE, STOP)).isEmpty();
  }

  @Test
  void aJobFromBeforeAnotherOneOutlivesItsCrashBefore249() {
    String web = "start on starting db\nstop on stopped db\nexec /bin/web\n";
    List<String> differences = differences(web, SERVICE, CRASH);
    if (TestedSystemd.has(249)) {
      assertThat(differences).isEmpty();
    } else {
      assertThat(differences).contains("web: waits under Upstart, runs under systemd");
    }
  }

  @Test
  void aTaskRunsBeforeAnotherJobStarts() {
    String web = "start on starting db\ntask\nexec /bin/web\n";
    assertThat(differences(web, SERVICE, STOP)).isEmpty();
  }

  @Test
  void aJobStartsOnceAnotherOneHasEnded() {
    String web = "start on stopped db\nexec /bin/web\n";
    assertThat(differences(web, SERVICE, STOP)).isEmpty();
    assertThat(differences(web, SERVICE, CRASH)).isEmpty();
  }

  @Test
  void aTaskFollowsATask() {
    String web = "start on stopped db\ntask\nexec /bin/web\n";
    assertThat(differences(web, "task\n" + SERVICE, "run of db")).isEmpty();
  }

  @Test
  void aJobStartsOnlyWhereAnotherOneHasFailed() {
    String web = "start on stopped db RESULT=failed\nexec /bin/web\n";
    assertThat(differences(web, SERVICE, STOP)).isEmpty();
    assertThat(differences(web, SERVICE, CRASH)).isEmpty();
  }

  @Test
  void aTaskRunsBeforeAnotherJobStops() {
    String web = "start on stopping db\ntask\nexec /bin/web\n";
    assertThat(differences(web, SERVICE, STOP)).isEmpty();
    assertThat(differences(web, SERVICE, CRASH)).isEmpty();
  }

  @Test
  void aStartOfAnotherJobStopsAJob() {
    String web = "stop on starting db\nexec /bin/web\n";
    assertThat(differences(web, SERVICE, STOP)).isEmpty();
  }
}
