package org.upstart4j.initctl.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.Goal;
import org.upstart4j.JobProcess;
import org.upstart4j.JobStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.State;

class StatusOutputTest {

  private static final List<State> STATES =
      List.of(
          State.WAITING,
          State.STARTING,
          State.SECURITY_SPAWNING,
          State.SECURITY,
          State.PRE_STARTING,
          State.PRE_START,
          State.SPAWNING,
          State.SPAWNED,
          State.POST_STARTING,
          State.POST_START,
          State.RUNNING,
          State.PRE_STOPPING,
          State.PRE_STOP,
          State.STOPPING,
          State.KILLED,
          State.POST_STOPPING,
          State.POST_STOP,
          new State("tmpfiles"));

  private static final List<Goal> GOALS =
      List.of(Goal.START, Goal.STOP, Goal.RESPAWN, new Goal("ascend"));

  private static String text(List<JobStatus> statuses) {
    return statuses.stream().map(status -> status + "\n").collect(Collectors.joining());
  }

  /** All status lines that the real initctl printed when the scenarios were recorded. */
  @Test
  void recordedStatusesPrintBackToWhatWasRead() throws IOException {
    String recorded;
    try (InputStream in = StatusOutputTest.class.getResourceAsStream("recorded-statuses.txt")) {
      recorded = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    List<JobStatus> statuses = StatusOutput.all(recorded);

    assertThat(statuses).hasSizeGreaterThan(80);
    assertThat(text(statuses)).isEqualTo(recorded);
  }

  @Test
  void theDocumentedFormsAreRead() {
    String printed =
        """
        foo start/running, process 22490
        tty (tty1) start/running, process 22507
        nomain start/running
        pre start/pre-start, process 22540
        post start/post-start, process 22529
        \tpost-start process 22531
        nomainpost start/post-start, (post-start) process 22554
        tty (tty2) stop/killed, process 22512
        network-interface-security (network-interface/eth0) start/running
        rcS stop/waiting
        a/b.c_d+2 (x y (z)/1) respawn/post-stop, process 7
        """;

    List<JobStatus> statuses = StatusOutput.all(printed);

    assertThat(text(statuses)).isEqualTo(printed);
    assertThat(statuses.get(1))
        .isEqualTo(
            new JobStatus(
                "tty",
                "tty1",
                Goal.START,
                State.RUNNING,
                List.of(new JobProcess(ProcessType.MAIN, 22507))));
    assertThat(statuses.get(3).processes())
        .extracting(JobProcess::name)
        .containsExactly("pre-start");
    assertThat(statuses.get(4).processes())
        .extracting(JobProcess::name)
        .containsExactly("main", "post-start");
    assertThat(statuses.get(9).job()).isEqualTo("a/b.c_d+2");
    assertThat(statuses.get(9).instance()).isEqualTo("x y (z)/1");
  }

  @Test
  void aStateThatIsNotKnownIsKeptAsItsText() {
    assertThat(StatusOutput.only("a start/tmpfiles\n", "a").state())
        .isEqualTo(new State("tmpfiles"));
  }

  @Test
  void anyStatusPrintsToATextThatIsReadBackAsTheSame() {
    Random random = new Random(42);
    for (int i = 0; i < 20_000; i++) {
      List<JobStatus> statuses = new ArrayList<>();
      for (int n = random.nextInt(4); n >= 0; n--) {
        statuses.add(status(random));
      }

      assertThat(StatusOutput.all(text(statuses))).isEqualTo(statuses);
    }
  }

  @Test
  void theStatusOfAJobWhoseNameIsKnownIsReadWhateverThatHolds() {
    Random random = new Random(43);
    for (int i = 0; i < 20_000; i++) {
      JobStatus status = status(random);
      String job = name(random, "ab ()/-start,process1");
      JobStatus named =
          new JobStatus(job, status.instance(), status.goal(), status.state(), status.processes());

      assertThat(StatusOutput.only(named + "\n", job)).isEqualTo(named);
    }
  }

  private static JobStatus status(Random random) {
    String instance = random.nextBoolean() ? "" : name(random, "ab ()/-start,process1\u2028\u00e9");
    State state = STATES.get(random.nextInt(STATES.size()));
    return new JobStatus(
        name(random, "ab/-.start1"),
        instance,
        GOALS.get(random.nextInt(GOALS.size())),
        state,
        processes(random, state));
  }

  private static String name(Random random, String characters) {
    StringBuilder name = new StringBuilder();
    for (int n = random.nextInt(12); n >= 0; n--) {
      name.append(characters.charAt(random.nextInt(characters.length())));
    }
    return name.toString();
  }

  /** As Upstart has them: of main, pre-start and post-stop only one, which the state tells. */
  private static List<JobProcess> processes(Random random, State state) {
    ProcessType first =
        state.name().startsWith("pre-start")
            ? ProcessType.PRE_START
            : state.name().startsWith("post-stop") ? ProcessType.POST_STOP : ProcessType.MAIN;
    List<JobProcess> processes = new ArrayList<>();
    for (ProcessType type :
        List.of(first, ProcessType.POST_START, ProcessType.PRE_STOP, ProcessType.SECURITY)) {
      if (random.nextInt(3) == 0) {
        processes.add(new JobProcess(type, random.nextInt(Integer.MAX_VALUE)));
      }
    }
    return processes;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rubbish",
        "\n",
        "a start/running\n\n",
        "a start/running, process x",
        "a start/running, process 99999999999",
        "\tpost-start process 1",
        "a start/running\n\trubbish",
        "Job commands:\n  start                       Start job.\n",
        "<html><body>a/b</body></html>"
      })
  void anythingElseIsRefused(String rubbish) {
    assertThatIllegalArgumentException().isThrownBy(() -> StatusOutput.all(rubbish));
  }

  @Test
  void theStatusOfAnotherJobIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StatusOutput.only("ab start/running\n", "a"));
    assertThatIllegalArgumentException().isThrownBy(() -> StatusOutput.only("", "a"));
  }

  @Test
  void aLineOfAnyLengthIsReadOrRefusedSoon() {
    String word = "a/b ".repeat(1 << 20);

    assertThatIllegalArgumentException().isThrownBy(() -> StatusOutput.all(word + " "));
    assertThat(StatusOutput.all("job (" + word + ") start/running\n").get(0).instance())
        .isEqualTo(word);
  }
}
