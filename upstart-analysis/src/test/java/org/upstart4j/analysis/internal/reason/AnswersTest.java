package org.upstart4j.analysis.internal.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.upstart4j.Goal;
import org.upstart4j.JobProcess;
import org.upstart4j.JobStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.State;
import org.upstart4j.analysis.platform.Platform;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.analysis.reason.Answer;
import org.upstart4j.analysis.reason.Knowledge;
import org.upstart4j.analysis.reason.Reason;
import org.upstart4j.analysis.reason.SeenProcess;

class AnswersTest {

  private static final Duration NOW = Duration.ZERO;

  private static List<Reason> why(Knowledge known, String job) {
    List<Answer> answers = new Answers(known).job(job);
    assertThat(answers).hasSize(1);
    return answers.get(0).reasons();
  }

  private static JobStatus status(String job, Goal goal, State state, JobProcess... processes) {
    return new JobStatus(job, "", goal, state, List.of(processes));
  }

  private static String texts(List<Reason> reasons) {
    StringBuilder text = new StringBuilder();
    reasons.forEach(
        reason -> text.append(reason.text()).append('\n').append(texts(reason.because())));
    return text.toString();
  }

  @Test
  void anUpstartThatTellsNoStateIsAnsweredFromStatusesAndFilesAndWhatIsGuessedSaysSo() {
    Known known =
        new Known()
            .file("web.conf", "exec web\n")
            .file("migrate.conf", "start on starting web\ntask\nexec migrate\n")
            .job(status("web", Goal.START, State.STARTING))
            .job(status("migrate", Goal.START, State.RUNNING, new JobProcess(ProcessType.MAIN, 7)))
            .process(
                new SeenProcess(
                    7, "migrate", "migrate", 'S', Optional.of(Duration.ofMinutes(4)), List.of()));

    assertThat(why(known, "web"))
        .extracting(Reason::word)
        .containsExactly("waits-for-event", "not-known");
    assertThat(texts(why(known, "web")))
        .contains("web waits until all that its event starting web has set off is done.")
        .contains("migrate, which is start/running, holds the event starting web.")
        .contains("migrate waits for the end of its main process 7, which has run for 4 min.")
        .contains("Who holds the event starting web is not known")
        .doesNotContain("migrate waits until");
  }

  @Test
  void anEventThatCameBeforeTheFileWasWrittenIsNoticed() {
    Known known =
        new Known()
            .file("web.conf", "start on deployed\nexec web\n", Duration.ofSeconds(10))
            .job(JobStatus.notRunning("web"))
            .logged(Duration.ofSeconds(20), "Handling deployed event");

    assertThat(why(known, "web")).extracting(Reason::word).startsWith("came-before");
  }

  @Test
  void anEventThatCameAfterTheFileWasWrittenDidNotComeBefore() {
    Known known =
        new Known()
            .file("web.conf", "start on deployed\nexec web\n", Duration.ofSeconds(30))
            .job(JobStatus.notRunning("web"))
            .logged(Duration.ofSeconds(20), "Handling deployed event");

    assertThat(why(known, "web")).extracting(Reason::word).doesNotContain("came-before");
  }

  @Test
  void anEventOfTheBootCameBeforeAFileThatIsYoungerThanUpstart() {
    Known known =
        new Known()
            .on(Target.of(Platform.UBUNTU_14_04))
            .file("web.conf", "start on startup\nexec web\n", Duration.ofMinutes(5))
            .job(JobStatus.notRunning("web"));

    assertThat(why(known, "web")).extracting(Reason::word).contains("came-before");
    assertThat(texts(why(known, "web"))).contains("The event startup probably came before");
  }

  @Test
  void whatStoppedAJobIsTheFirstThatCanHaveIfEachStepWasLogged() {
    Known known =
        new Known()
            .file("web.conf", "stop on shutdown\nexec web\n")
            .job(JobStatus.notRunning("web"))
            .logged(NOW, "web goal changed from stop to start")
            .logged(NOW, "web main process (7) terminated with status 3")
            .logged(NOW, "web goal changed from start to stop");

    assertThat(why(known, "web")).extracting(Reason::word).startsWith("process-failed");
  }

  @Test
  void anEventThatIsHandledAndNamedByStopOnHasStoppedTheJob() {
    Known known =
        new Known()
            .file("web.conf", "stop on shutdown\nexec web\n")
            .job(JobStatus.notRunning("web"))
            .logged(NOW, "web goal changed from stop to start")
            .logged(NOW, "Handling shutdown event")
            .logged(NOW, "web goal changed from start to stop")
            .logged(NOW, "web main process (7) killed by TERM signal");

    assertThat(why(known, "web")).extracting(Reason::word).startsWith("stopped-by-event");
  }

  @Test
  void aProcessThatDiedAsIfToldToMayHaveBeenStoppedByEitherAndThatIsSaid() {
    Known known =
        new Known()
            .file("web.conf", "stop on shutdown\nexec web\n")
            .job(JobStatus.notRunning("web"))
            .logged(NOW, "web main process (7) killed by TERM signal");

    assertThat(why(known, "web")).extracting(Reason::word).startsWith("stopped");
    assertThat(texts(why(known, "web"))).contains("by its stop on, shutdown, or by hand");
  }

  @Test
  void jobsThatNeedEachOtherToStartAreACircle() {
    Known known =
        new Known()
            .file("a.conf", "start on started b\n")
            .file("b.conf", "start on started a\n")
            .job(JobStatus.notRunning("a"))
            .job(JobStatus.notRunning("b"));

    assertThat(texts(why(known, "a"))).contains("a waits for b, which waits for a");
  }

  @Test
  void aJobThatNobodyKnowsIsSearchedForByItsFilesAndNearNames() {
    Known known = new Known().file("net/web.conf", "").job(JobStatus.notRunning("net/web"));

    assertThat(texts(why(known, "web")))
        .contains("no file in /etc/init defines it. Did you mean net/web?");
    assertThat(texts(why(known, "net/wbe"))).contains("Did you mean net/web?");
    assertThat(texts(why(known, "/etc/init/net/web.conf"))).contains("There is no job");
  }

  @Test
  void filesAreNotReadUnlessThereIsTrouble() {
    Known known =
        new Known()
            .withoutFiles()
            .state("{}")
            .job(JobStatus.notRunning("idle"))
            .job(status("web", Goal.START, State.RUNNING, new JobProcess(ProcessType.MAIN, 7)))
            .process(new SeenProcess(7, "web", "web", 'S', Optional.empty(), List.of()));

    assertThat(new Answers(known).trouble()).isEmpty();
  }
}
