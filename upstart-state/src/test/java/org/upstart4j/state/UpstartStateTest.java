package org.upstart4j.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstart4j.ExitStatus;
import org.upstart4j.Goal;
import org.upstart4j.ProcessType;
import org.upstart4j.State;
import org.upstart4j.event.EventMatch;

class UpstartStateTest {

  private static final UpstartState STATE = UpstartState.parse(Dumps.PROCESS_1);

  private static JobState job(String name) {
    return STATE.job(name).orElseThrow();
  }

  private static InstanceState only(String job) {
    return job(job).instance("").orElseThrow();
  }

  @Test
  void aJobHasItsTextsAndVariables() {
    JobState web = job("web");

    assertThat(web.about().description()).contains("A web server");
    assertThat(web.about().author()).contains("me");
    assertThat(web.about().version()).contains("2");
    assertThat(web.about().usage()).contains("PORT=number");
    assertThat(web.path()).isEqualTo("/com/ubuntu/Upstart/jobs/web");
    assertThat(web.instance()).isEqualTo("$PORT");
    assertThat(web.env()).containsExactly("LANG=C.UTF-8");
    assertThat(web.export()).containsExactly("LANG");
    assertThat(web.emits()).containsExactly("served");
    assertThat(web.deleted()).isFalse();
    assertThat(job("idle").about().description()).isEmpty();
  }

  @Test
  void aJobHasItsProcesses() {
    assertThat(job("service").processes())
        .containsExactly(
            new CommandState("main", false, "sleep 1000"),
            new CommandState("pre-start", false, "true"),
            new CommandState("post-start", false, "sleep 0.01"),
            new CommandState("pre-stop", false, "true"));
    assertThat(job("task").process(ProcessType.MAIN).orElseThrow().script()).isTrue();
    assertThat(job("task").process(ProcessType.SECURITY)).isEmpty();
  }

  @Test
  void aJobHasItsCourse() {
    CourseState web = job("web").course();

    assertThat(web.respawn()).isTrue();
    assertThat(web.respawnLimit()).hasValue(5);
    assertThat(web.respawnInterval()).hasValue(30);
    assertThat(web.normalExit()).extracting(ExitStatus::number).containsExactly(0, 15 * 256);
    assertThat(web.killTimeout()).hasValue(7);
    assertThat(web.killSignal()).hasValue(2);
    assertThat(web.reloadSignal()).hasValue(10);
    assertThat(web.task()).isFalse();
    assertThat(job("task").course().task()).isTrue();
    assertThat(job("manager").course().expect()).isEqualTo("stop");
  }

  @Test
  void aJobHasItsSetting() {
    SettingState web = job("web").setting();

    assertThat(web.console()).isEqualTo("none");
    assertThat(web.umask()).hasValue(027);
    assertThat(web.nice()).hasValue(3);
    assertThat(web.oomScore()).hasValue(100);
    assertThat(web.chdir()).contains("/tmp");
    assertThat(web.limits())
        .containsExactly(new LimitState("core", -1, -1), new LimitState("nofile", 1000, 2000));
    assertThat(job("idle").setting().nice()).isEmpty();
    assertThat(job("idle").setting().limits()).isEmpty();
  }

  @Test
  void aConditionTellsWhatHasComeTrue() {
    ConditionState half = job("waiting").startOn().orElseThrow();

    assertThat(half.condition()).contains(EventMatch.of("half").and(EventMatch.of("other")));
    assertThat(half.text()).isEqualTo("(half and other)");
    assertThat(half.operands())
        .containsExactly(
            new ConditionState.Operand(true, OptionalInt.of(0)),
            new ConditionState.Operand(false, OptionalInt.empty()));
    assertThat(STATE.events().get(0).name()).isEqualTo("half");
    assertThat(job("web").startOn().orElseThrow())
        .extracting(ConditionState::text)
        .isEqualTo("(web-wanted or (net-up IFACE=eth0 and starting db))");
    assertThat(job("idle").startOn()).isEmpty();
  }

  @Test
  void aNameOfAnyCharactersIsKept() {
    assertThat(only("net/é").path()).isEqualTo("/com/ubuntu/Upstart/jobs/net_2f_ff_ff/_");
    InstanceState quoted =
        UpstartState.parse(Dumps.ONE_JOB).job("a").orElseThrow().instance("").orElseThrow();
    assertThat(quoted.variables().get("K")).contains("with \"quotes\" and ü");
  }

  @Test
  void anInstanceTellsHowItStands() {
    InstanceState stopping = only("slowstop");

    assertThat(stopping.goal()).isEqualTo(Goal.STOP);
    assertThat(stopping.state()).isEqualTo(State.PRE_STOP);
    assertThat(stopping.status("slowstop"))
        .hasToString("slowstop stop/pre-stop, process 29\n\tpre-stop process 36");
    assertThat(job("web").instances())
        .extracting(InstanceState::name)
        .containsExactlyInAnyOrder("80", "81");
    assertThat(job("web").instance("82")).isEmpty();
    assertThat(stopping.failure()).isEmpty();
    assertThat(stopping.kill()).isEmpty();
  }

  @Test
  void whatBlocksWhatCanBeFollowed() {
    InstanceState manager = only("manager");
    EventState stopping = STATE.events().get(manager.blocker().orElseThrow());

    assertThat(stopping.name()).isEqualTo("stopping");
    assertThat(stopping.variables().get("JOB")).contains("manager");
    assertThat(stopping.progress()).isEqualTo("handling");
    assertThat(stopping.blockers()).isEqualTo(1);
    assertThat(stopping.blocked()).containsExactly(new Blocked.ByInstance(0, "manager", ""));
    assertThat(only("blocker").blocked()).containsExactly(new Blocked.ByEvent(2));
    assertThat(manager.stopVariables().get("WHY")).contains("x");
    assertThat(manager.stopOn()).map(ConditionState::text).contains("web-unwanted");
  }

  @Test
  void aProcessThatWasToldToEndHasADeadline() {
    assertThat(only("stubborn").kill())
        .contains(new InstanceState.Kill("main", 60, only("stubborn").kill().orElseThrow().due()));
    assertThat(only("stubborn").state()).isEqualTo(State.KILLED);
  }

  @Test
  void anOpenFileIsWithItsEventAndItsInstance() {
    EventState event = STATE.events().get(4);

    assertThat(event.name()).isEqualTo("with-file");
    assertThat(event.file()).hasValue(12);
    assertThat(only("fds").files()).containsExactly(12);
    assertThat(STATE.events().get(0).file()).isEmpty();
  }

  @Test
  void whereJobFilesComeFromIsTold() {
    SourceState folder = STATE.sources().get(1);

    assertThat(folder.path()).isEqualTo("/etc/init");
    assertThat(folder.type()).isEqualTo("job-dir");
    assertThat(folder.files())
        .contains(new FileState("/etc/init/net/é.conf", true, Optional.of("net/é")));
    assertThat(STATE.jobEnvironment().get("TERM")).contains("xterm");
    assertThat(STATE.controlBusAddress()).isEmpty();
    assertThat(STATE.cgroupManagerAddress()).isEmpty();
    assertThat(STATE.sessions()).isEmpty();
  }

  @Test
  void theUpstartOfASessionHasTheSameState() {
    UpstartState session = UpstartState.parse(Dumps.SESSION);

    assertThat(session.job("web").orElseThrow().instances()).hasSize(2);
    assertThat(session.jobs()).hasSameSizeAs(STATE.jobs());
    assertThat(session.jobEnvironment().get("XDG_RUNTIME_DIR")).contains("/run");
  }

  @Test
  void whatOlderVersionsDoNotTellIsEmpty() {
    UpstartState old =
        UpstartState.parse(
            """
            {"job_classes": [{"name": "a", "start_on": "b or c", "jobs": [{"name": ""}]}]}
            """);
    JobState job = old.job("a").orElseThrow();

    assertThat(job.startOn()).contains(new ConditionState("b or c", Optional.empty(), List.of()));
    assertThat(job.course().killSignal()).isEmpty();
    assertThat(job.processes()).isEmpty();
    assertThat(job.instances().get(0).state()).isEqualTo(new State(""));
    assertThat(UpstartState.parse("{}").jobs()).isEmpty();
  }

  @Test
  void whatIsNotKnownIsLeftOutAndWordsStayText() {
    UpstartState other =
        UpstartState.parse(
            """
            {"new": {"x": [1]}, "sessions": [{"chroot": "/jail", "conf_path": null}],
             "control_bus_address": "unix:path=/bus",
             "events": [{"name": "e", "blocking": [
               {"type": "BLOCKED_JOB_START_METHOD", "data": {"msg-id": 7}},
               {"type": "BLOCKED_NEW", "data": {}}]}],
             "job_classes": [{"name": "a", "limits": null, "jobs": [
               {"name": "i", "goal": "JOB_PAUSE", "state": "TMPFILES", "failed": 1,
                "failed_process": "PROCESS_MAIN", "exit_status": -1,
                "pid": [0, 0, 0, 0, 0, 0, 7]}]}]}
            """);
    InstanceState instance = other.job("a").orElseThrow().instances().get(0);

    assertThat(other.sessions())
        .containsExactly(new SessionState(Optional.of("/jail"), Optional.empty()));
    assertThat(other.controlBusAddress()).contains("unix:path=/bus");
    assertThat(other.events().get(0).blocked())
        .containsExactly(new Blocked.ByCall("job-start-method", 7), new Blocked.ByCall("new", 0));
    assertThat(instance.failure()).contains(new InstanceState.Failure("main", ExitStatus.NOT_RUN));
    assertThat(instance.status("a")).hasToString("a (i) pause/TMPFILES, (6) process 7");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          null                                    | its beginning: it is not an object
          []                                      | its beginning: it is not an object
          {"events": {}}                          | events: it is not an array
          {"events": [3]}                         | events[0]: it is not an object
          {"events": [{"name": 3}]}               | events[0].name: it is not a text
          {"events": [{"fd": "x"}]}               | events[0].fd: it is not a whole number
          {"events": [{"fd": 1e3}]}               | events[0].fd: it is not a whole number
          {"events": [{"fd": 99999999999}]}       | events[0].fd: integer overflow
          {"job_classes": [{}, {"env": [0]}]}     | job_classes[1].env[0]: it is not a text
          """)
  void aValueOfAnotherKindIsAnErrorThatSaysWhere(String text, String message) {
    assertThatThrownBy(() -> UpstartState.parse(text))
        .isInstanceOf(StateSyntaxException.class)
        .hasMessage("No state of an Upstart at " + message);
  }

  @Test
  void valuesThatCannotBeAreErrorsToo() {
    assertThatExceptionOfType(StateSyntaxException.class)
        .isThrownBy(() -> UpstartState.parse("{\"job_environment\": [\"A\"]}"))
        .withMessageContaining("job_environment: A variable is NAME=VALUE");
    assertThatExceptionOfType(StateSyntaxException.class)
        .isThrownBy(
            () -> UpstartState.parse("{\"job_classes\":[{\"stop_on\":[{\"type\":\"EVENT_OR\"}]}]}"))
        .withMessageContaining("job_classes[0].stop_on: Not a condition");
  }

  @Test
  void aDumpThatIsCutAnywhereIsAnErrorThatSaysWhere() {
    String whole = Dumps.ONE_JOB;
    for (int end = 0; end < whole.length(); end++) {
      String cut = whole.substring(0, end);
      assertThatExceptionOfType(StateSyntaxException.class)
          .isThrownBy(() -> UpstartState.parse(cut))
          .withMessageStartingWith("No JSON text at line ");
    }
  }

  @Test
  void aDumpWithAnyByteChangedIsAStateOrASyntaxError() {
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder changed = new StringBuilder(Dumps.ONE_JOB);
      changed.setCharAt(random.nextInt(changed.length()), "\"{}[]:,0-\\\0x".charAt(i % 12));
      try {
        assertThat(UpstartState.parse(changed.toString())).isNotNull();
      } catch (StateSyntaxException wrong) {
        assertThat(wrong).hasMessageContaining(" at ");
      }
    }
  }
}
