package org.upstart4j.it.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.it.prove.WrittenUnits.USUAL;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.cli.prove.Proof;
import org.upstart4j.cli.prove.Proof.Refuted;
import org.upstart4j.cli.prove.Prover;
import org.upstart4j.cli.prove.trace.TraceDifference;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.version.UpstartVersion;

/** Units, written by hand, are held against the jobs from which they might have come. */
class ProofTest {

  private static final String WEB =
      """
      exec /usr/sbin/web --port 80 --name x%n
      post-start script
        echo "it's $HOME"
        sleep 1
      end script
      pre-stop exec /bin/echo $X > /dev/null
      post-stop exec /bin/true
      env A=b%c
      env B=$A
      respawn
      respawn limit 3 10
      kill timeout 2
      nice 5
      umask 027
      setuid daemon
      limit nofile 100 200
      chdir /tmp
      oom score 100
      """;

  private static final WrittenUnits WEB_UNIT =
      WrittenUnits.of(
          "web.service",
          """
          [Unit]
          StartLimitIntervalSec=10
          StartLimitBurst=4
          [Service]
          Type=exec
          ExecStart={web main} --port 80 --name x%%n
          ExecStartPost=-/bin/sh -e {web script post-start}
          ExecStop=-:/bin/sh -e -c '[ -n "$MAINPID" ] || exit 0; exec {web pre-stop} \\'/bin/echo $X > /dev/null\\''
          ExecStopPost={web post-stop}
          ExecReload=/bin/kill -HUP $MAINPID
          Environment="A=b%%c" "B=$A" UPSTART_JOB=web UPSTART_INSTANCE=
          Restart=always
          RestartSec=0
          TimeoutStopSec=2
          Nice=5
          UMask=0027
          User=daemon
          LimitNOFILE=100:200
          WorkingDirectory=/tmp
          OOMScoreAdjust=100
          """
              + USUAL);

  /** Without a systemd it skips the test. */
  private Proof prove(Map<String, String> jobs, WrittenUnits units, List<String> scenarios) {
    Map<String, JobFile> files = new TreeMap<>();
    jobs.forEach((job, text) -> files.put(job + ".conf", JobFile.parse(text)));
    Target target = Target.of(UpstartVersion.NEWEST);
    return new Prover(TestedSystemd.host(), target, units, 2)
        .prove(JobFolder.of(files), "web", scenarios::contains);
  }

  private static List<String> differences(Proof proof) {
    return proof instanceof Refuted refuted
        ? refuted.refuted().stream()
            .flatMap(one -> one.differences().stream())
            .map(TraceDifference::text)
            .toList()
        : List.of();
  }

  /** Something differs; a busy machine may hide what is a matter of time, but not each time. */
  private static void assertShows(String difference, Supplier<Proof> proof) {
    List<String> differences = differences(proof.get());
    for (int again = 1; again < Machines.TRIES && !says(differences, difference); again++) {
      differences = differences(proof.get());
    }
    assertThat(differences).anyMatch(text -> text.contains(difference));
  }

  private static boolean says(List<String> differences, String text) {
    return differences.stream().anyMatch(one -> one.contains(text));
  }

  private static void assertProved(Proof proof, List<String> scenarios) {
    assertThat(differences(proof)).isEmpty();
    assertThat(proof).isEqualTo(new Proof.Proved("web", scenarios));
  }

  @Test
  void aServiceDoesTheSameInAllScenariosThatSystemdCanPlayExactly() {
    List<String> scenarios =
        List.of(
            "start and stop",
            "exit with 0",
            "exit with 1",
            "death by SEGV",
            "respawn limit",
            "ignored kill signal",
            "reload",
            "child left behind by a stop",
            "failing post-start",
            "failing pre-stop");

    assertProved(prove(Map.of("web", WEB), WEB_UNIT, scenarios), scenarios);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "start and stop | IgnoreSIGPIPE=no | IgnoreSIGPIPE=yes | ignored signals of web main 1",
        "start and stop | x%%n | x%n | arguments of web main 1",
        "start and stop | $X > | $Y > | arguments of web pre-stop 1",
        "start and stop | UMask=0027 | UMask=0022 | umask of web main 1",
        "start and stop | =LANG USER LOGNAME HOME SHELL | = | LANG of web post-stop 1",
        "start and stop | User=daemon | User=root | user of web main 1",
        "respawn limit | RestartSec=0 | RestartSec=200ms | takes",
        "respawn limit | Burst=4 | Burst=3 | web main 4 begins: under Upstart only",
        "failing post-start | ExecStartPost=- | ExecStartPost= | fails: under systemd only",
        "ignored kill signal | TimeoutStopSec=2 | TimeoutStopSec=3 | (stop web) takes",
        "child left behind by a stop | Type=exec | KillMode=process | main child 1: died by TERM",
        "exit with 0 | Restart=always | Restart=on-failure | web main 2 begins: under Upstart",
        "reload | ExecReload=/bin/kill -HUP | ExecReload=/bin/kill -USR1 | gets HUP: under Upstart",
      })
  void aRuleThatIsBrokenShows(String scenario, String rule, String broken, String difference) {
    assertShows(
        difference,
        () -> prove(Map.of("web", WEB), WEB_UNIT.with(rule, broken), List.of(scenario)));
  }

  @Test
  void aRestartUnderUpstartDoesNotRestartAJobWithPreStop() {
    assertThat(differences(prove(Map.of("web", WEB), WEB_UNIT, List.of("restart"))))
        .contains("web main 2 begins: under systemd only");
  }

  @Test
  void aTaskIsWaitedFor() {
    WrittenUnits unit =
        WrittenUnits.of(
            "web.service",
            """
            [Unit]
            StartLimitIntervalSec=0
            [Service]
            Type=oneshot
            ExecStartPre={web pre-start}
            ExecStart={web main} now
            ExecStopPost={web post-stop}
            Environment=UPSTART_JOB=web UPSTART_INSTANCE=
            """
                + USUAL);
    List<String> exact = List.of("run", "failing main process", "failing pre-start");
    String task = "task\npre-start exec a\nexec b now\n";

    assertProved(prove(Map.of("web", task), unit.with("ExecStopPost", "X-None"), exact), exact);
    // when the start fails, Upstart says so at once, systemd after post-stop
    assertShows(
        "web post-stop 1",
        () ->
            prove(
                Map.of("web", task + "post-stop exec c\n"), unit, List.of("failing main process")));
  }

  @Test
  void aJobWithoutMainProcessIsAUnitThatStaysUp() {
    WrittenUnits unit =
        WrittenUnits.of(
            "web.service",
            """
            [Unit]
            StartLimitIntervalSec=0
            [Service]
            Type=oneshot
            RemainAfterExit=yes
            KillMode=process
            ExecStart={web pre-start}
            ExecStopPost={web post-stop}
            Environment=UPSTART_JOB=web UPSTART_INSTANCE=
            """
                + USUAL);
    List<String> scenarios = List.of("start and stop", "restart");

    assertProved(
        prove(Map.of("web", "pre-start exec a\npost-stop exec c\n"), unit, scenarios), scenarios);
  }

  @Test
  void aDaemonIsFollowed() {
    WrittenUnits unit =
        WrittenUnits.of(
            "web.service",
            """
            [Unit]
            StartLimitIntervalSec=0
            [Service]
            Type=forking
            ExecStart={web main}
            Environment=UPSTART_JOB=web UPSTART_INSTANCE=
            TimeoutStopSec=5
            """
                + USUAL);
    List<String> scenarios = List.of("start and stop", "death by SEGV");

    assertProved(
        prove(Map.of("web", "expect fork\nexec /usr/sbin/web\n"), unit, scenarios), scenarios);
  }

  @Test
  void aServiceThatStopsItselfIsReadyThen() {
    String wait =
        "until read -r a b state rest < /proc/$MAINPID/stat && [ $state = T ]; do sleep 0.01; done;"
            + " kill -CONT $MAINPID";
    WrittenUnits unit =
        WrittenUnits.of(
            "web.service",
            """
            [Unit]
            StartLimitIntervalSec=0
            [Service]
            Type=exec
            ExecStart={web main}
            ExecStartPost=:/bin/sh -c '%s'
            ExecStartPost=-{web post-start}
            Environment=UPSTART_JOB=web UPSTART_INSTANCE=
            TimeoutStopSec=5
            """
                    .formatted(wait)
                + USUAL);

    assertProved(
        prove(
            Map.of("web", "expect stop\nexec web\npost-start exec x\n"),
            unit,
            List.of("start and stop")),
        List.of("start and stop"));
  }

  @Test
  void instancesStartAndStopOneByOne() {
    WrittenUnits unit =
        WrittenUnits.of(
            "web@.service",
            """
            [Unit]
            StartLimitIntervalSec=0
            [Service]
            Type=exec
            ExecStart=:/bin/sh -e -c "exec {web main} '/usr/sbin/web $N'"
            Environment=UPSTART_JOB=web "UPSTART_INSTANCE=%I" "N=%I"
            TimeoutStopSec=5
            """
                + USUAL);
    List<String> scenarios = List.of("start and stop", "two instances", "restart");

    assertProved(
        prove(Map.of("web", "instance $N\nexec /usr/sbin/web $N\n"), unit, scenarios), scenarios);
  }

  @Test
  void aJobFollowsAnother() {
    Map<String, String> jobs =
        Map.of(
            "web", "start on started db\nstop on stopping db\nexec web\n",
            "db", "exec db\npost-stop exec x\n");
    String service =
        """
        [Service]
        Type=exec
        ExecStart={web main}
        Environment=UPSTART_JOB=web UPSTART_INSTANCE=
        TimeoutStopSec=5
        [Install]
        WantedBy=db.service
        [Service]
        """;
    WrittenUnits units =
        WrittenUnits.of(
            "web.service",
            "[Unit]\nStartLimitIntervalSec=0\nAfter=db.service\nBindsTo=db.service\n"
                + service
                + USUAL,
            "db.service",
            """
            [Unit]
            StartLimitIntervalSec=0
            [Service]
            Type=exec
            ExecStart={db main}
            ExecStopPost={db post-stop}
            Environment=UPSTART_JOB=db UPSTART_INSTANCE=
            TimeoutStopSec=5
            """
                + USUAL);
    List<String> scenario = List.of("start and stop of db");

    assertProved(prove(jobs, units, scenario), scenario);
    assertShows(
        "web main 1",
        () -> prove(jobs, units.with("After=db.service\nBindsTo=db.service\n", ""), scenario));
    // Upstart stops it before the post-stop of the other, systemd at the same time
    assertShows("db post-stop 1", () -> prove(jobs, units, List.of("crash of db")));
  }

  @Test
  void anEventIsAUnitThatWaitsForItsJobs() {
    WrittenUnits units =
        WrittenUnits.of(
            "web.service",
            """
            [Unit]
            StartLimitIntervalSec=0
            [Service]
            Type=exec
            ExecStart={web main}
            Environment=UPSTART_JOB=web UPSTART_INSTANCE=
            TimeoutStopSec=5
            """
                + USUAL,
            "event-deployed.service",
            """
            [Unit]
            StartLimitIntervalSec=0
            Wants=web.service
            After=web.service
            [Service]
            Type=oneshot
            ExecStart=/bin/true
            """);

    assertProved(
        prove(Map.of("web", "start on deployed\nexec web\n"), units, List.of("events")),
        List.of("events"));
  }

  @Test
  void aJobStartsWithTheMachineAndStopsWithIt() {
    WrittenUnits unit =
        WrittenUnits.of(
            "web.service",
            """
            [Service]
            Type=exec
            ExecStart={web main}
            Environment=UPSTART_JOB=web UPSTART_INSTANCE=
            TimeoutStopSec=5
            [Install]
            WantedBy=multi-user.target
            [Service]
            """
                + USUAL);
    String job = "start on runlevel [2345]\nstop on runlevel [!2345]\nexec web\n";
    List<String> scenario = List.of("boot and shutdown");

    assertProved(prove(Map.of("web", job), unit, scenario), scenario);
    assertThat(differences(prove(Map.of("web", job), unit.with("multi-user", "rescue"), scenario)))
        .contains("web main 1 begins: under Upstart only");
  }

  @Test
  void whatAProbeCannotShowIsNotTried() {
    assertThat(prove(Map.of("web", "chroot /srv\nexec web\n"), WEB_UNIT, List.of()))
        .isInstanceOfSatisfying(
            Proof.NotTried.class, proof -> assertThat(proof.reasons()).hasSize(1));
  }
}
