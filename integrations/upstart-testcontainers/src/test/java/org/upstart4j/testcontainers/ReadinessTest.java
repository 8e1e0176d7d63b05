package org.upstart4j.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.ContainerLaunchException;
import org.upstart4j.Deadline;
import org.upstart4j.Environment;
import org.upstart4j.Wait;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.ScriptedProcesses;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;

/** What the start of a container waits for, with an engine in this process in place of it. */
class ReadinessTest {

  private static final Deadline SHORT = Deadline.of(Wait.atMost(Duration.ofMillis(1)));

  private EmbeddedUpstart upstart = engine(Map.of());
  private boolean running = true;

  @AfterEach
  void close() {
    upstart.close();
  }

  @Test
  void aJobThatRunsIsReady() {
    Readiness readiness = given(Map.of("web", "start on startup\nexec web\n"));
    upstart.job("web").start();

    assertThatCode(
            () -> {
              readiness.answers(patience());
              readiness.runs("web", patience());
            })
        .doesNotThrowAnyException();
  }

  @Test
  void aJobThatRunsLaterIsWaitedFor() {
    Readiness readiness = given(Map.of("web", "start on deployed\nexec web\n"));
    Thread later = new Thread(() -> upstart.emit("deployed"));
    later.start();

    readiness.runs("web", patience());

    assertThat(upstart.job("web").status().isRunning()).isTrue();
  }

  @Test
  void anInstanceThatRunsIsEnough() {
    Readiness readiness = given(Map.of("web", "instance $PORT\nexec web\n"));
    upstart.job("web").start(Environment.of("PORT", "80"));

    readiness.runs("web", patience());

    assertThat(upstart.job("web").instances()).hasSize(1);
  }

  @Test
  void whenTheTimeIsUpTheErrorSaysWhatTheJobDoesInstead() {
    Readiness readiness = given(Map.of("web", "start on deployed\nexec web\n"));

    JobNotRunningException late =
        catchThrowableOfType(JobNotRunningException.class, () -> readiness.runs("web", SHORT));

    assertThat(late.job()).isEqualTo("web");
    assertThat(late.statuses()).hasToString("[web stop/waiting]");
    assertThat(late)
        .hasMessageContaining("web to run; instead: web stop/waiting; it starts on deployed")
        .hasMessageEndingWith("the job printed:\nlast words of web");
  }

  @Test
  void aJobThatNothingStartsIsTold() {
    Readiness readiness = given(Map.of("web", "exec web\n"));

    assertThatThrownBy(() -> readiness.runs("web", SHORT))
        .hasMessageContaining("no event starts it");
  }

  @Test
  void aJobThatUpstartRejectsIsToldWithItsLine() {
    Readiness readiness = unknown("respwan\nexec web\n");

    JobRejectedException rejected =
        catchThrowableOfType(JobRejectedException.class, () -> readiness.answers(patience()));

    assertThat(rejected.job()).isEqualTo("web");
    assertThat(rejected)
        .hasMessageStartingWith("Upstart init (upstart 1.13.2) does not know the job web:\n")
        .hasMessageContaining("web.conf:1:1: error: No stanza is called \"respwan\"");
  }

  @Test
  void aJobThatIsNotReadAlthoughItsFileIsRightIsTold() {
    Readiness readiness = unknown("exec web\n");

    assertThatThrownBy(() -> readiness.answers(patience()))
        .isInstanceOf(JobRejectedException.class)
        .hasMessageEndingWith(
            "although 1.13.2 accepts its file; the container printed:\nlast words");
  }

  @Test
  void aJobThatIsMissingIsToldWithThoseThatAreThere() {
    Readiness readiness = given(Map.of("web", "exec web\n"));

    assertThatThrownBy(() -> readiness.runs("wbe", patience()))
        .isInstanceOf(JobRejectedException.class)
        .hasMessage("There is no job wbe to wait for; Upstart knows [web]");
  }

  @Test
  void anUpstartThatDoesNotAnswerIsToldWithWhatTheContainerPrinted() {
    Readiness readiness = given(Map.of());
    upstart.close();

    assertThatThrownBy(() -> readiness.answers(SHORT))
        .isInstanceOf(ContainerLaunchException.class)
        .hasMessageContaining("while waiting for Upstart to answer: ")
        .hasMessageEndingWith("; the container printed:\nlast words");
  }

  @Test
  void aContainerThatHasEndedIsNotWaitedFor() {
    Readiness readiness = given(Map.of());
    upstart.close();
    running = false;

    assertThatThrownBy(() -> readiness.answers(patience()))
        .isInstanceOf(ContainerLaunchException.class)
        .hasMessage("The container has ended; the container printed:\nlast words");
  }

  private Readiness given(Map<String, String> texts) {
    JobFolder jobs = GivenJobs.NONE;
    for (Map.Entry<String, String> job : texts.entrySet()) {
      jobs = GivenJobs.with(jobs, job.getKey(), JobFile.parse(job.getValue()));
    }
    upstart.close();
    upstart = engine(texts);
    return new Readiness(upstart, jobs, new Seen());
  }

  /** A job that the container was given and that Upstart does not know. */
  private Readiness unknown(String text) {
    JobFolder jobs = GivenJobs.with(GivenJobs.NONE, "web", JobFile.parse(text));
    return new Readiness(upstart, jobs, new Seen());
  }

  private static EmbeddedUpstart engine(Map<String, String> texts) {
    var builder = EmbeddedUpstart.builder().processes(new ScriptedProcesses());
    texts.forEach((name, text) -> builder.job(name, JobFile.parse(text)));
    return builder.build();
  }

  private static Deadline patience() {
    return Deadline.of(Wait.atMost(Duration.ofMinutes(1)));
  }

  private final class Seen implements Surroundings {
    @Override
    public boolean isRunning() {
      return running;
    }

    @Override
    public String output() {
      return "last words\n";
    }

    @Override
    public String log(String job) {
      return "last words of " + job + "\n";
    }
  }
}
