package org.upstart4j.initctl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.FileDescriptor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.Capability;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.EventFailedException;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.JobEnvironment;
import org.upstart4j.JobFailedException;
import org.upstart4j.LogPriority;
import org.upstart4j.Session;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.UnknownJobException;
import org.upstart4j.UnknownParameterException;
import org.upstart4j.UnsupportedCapabilityException;
import org.upstart4j.UpstartListener;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Wait;

/** Which commands run for which calls. The answers are texts of the real initctl. */
class InitctlUpstartTest {

  private final FakeRunner runner = new FakeRunner();
  private final InitctlUpstart upstart = InitctlUpstart.builder().runner(runner).build();

  @AfterEach
  void close() {
    upstart.close();
  }

  private Job job(String name) {
    return upstart.jobWithoutAsking(name);
  }

  private void assertRun(String... words) {
    assertThat(runner.words()).containsExactly(words);
  }

  @Test
  void noVariableOfOursLeaksIntoIt() {
    upstart.statuses();

    assertThat(runner.last().variables()).containsExactly(Map.entry("LC_ALL", "C"));
    assertThat(runner.last().unset())
        .containsExactlyInAnyOrder("UPSTART_SESSION", "UPSTART_JOB", "UPSTART_INSTANCE");
  }

  @Test
  void anOptionOrAVariableSaysWhichUpstartItReaches() {
    runner.prints("init (upstart 1.13.2)\n").prints("init (upstart 1.13.2)\n").prints("x\n");
    InitctlUpstart.builder().runner(runner).systemBus().build().version();
    assertRun("initctl", "--system", "version");
    InitctlUpstart.builder().runner(runner).program("/sbin/initctl").sessionBus().build().version();
    assertRun("/sbin/initctl", "--session", "version");
    InitctlUpstart.builder().runner(runner).at("unix:path=/x").build().version();
    assertRun("initctl", "version");
    assertThat(runner.last().variables()).containsEntry("UPSTART_SESSION", "unix:path=/x");
    assertThat(runner.last().unset()).doesNotContain("UPSTART_SESSION");
  }

  @Test
  void anInitctlOlderThanSessionsListsNone() {
    runner.fails(
        "initctl: invalid command: list-sessions\nTry `initctl --help' for more information.\n");

    assertThat(upstart.sessions()).isEmpty();
  }

  @Test
  void theSessionOfTheUserIsTheNewestThatIsListed() {
    runner.prints("7 unix:path=/a\n9 unix:path=/b\n").prints("init (upstart 1.13.2)\n");

    InitctlUpstart.builder().runner(runner).userSession().build().version();

    assertThat(runner.last().variables()).containsEntry("UPSTART_SESSION", "unix:path=/b");
  }

  @Test
  void withoutASessionNoUpstartCanBeReached() {
    runner.fails("initctl: Unable to query session directory\n");

    assertThatExceptionOfType(UpstartUnavailableException.class)
        .isThrownBy(InitctlUpstart.builder().runner(runner).userSession().build()::version)
        .withMessageContaining("no session");
  }

  @Test
  void sessionsAreThoseThatItLists() {
    runner.prints("7 unix:path=/a\n9 unix:path=/b\n");
    assertThat(upstart.sessions())
        .containsExactly(new Session(7, "unix:path=/a"), new Session(9, "unix:path=/b"));

    runner.fails("initctl: Unable to query session directory\n");
    assertThat(upstart.sessions()).isEmpty();
  }

  @Test
  void theTransportSaysWhatIsRunWhere() {
    assertThat(upstart.transport()).isEqualTo("initctl nowhere");
    assertThat(InitctlUpstart.local().transport()).isEqualTo("initctl");
    assertThat(InitctlUpstart.ssh("root@host").transport()).isEqualTo("initctl on root@host");
  }

  @Test
  void itsHelpTellsWhatItCanDo() {
    runner.prints(
        """
        Job commands:
          start                       Start job.

        Environment commands:
          list-env                    Show all job environment variables.

        Other commands:
          usage                       Show job usage message if available.
          notify-cgroup-manager-address
                                      Inform Upstart of D-Bus address cgroup manager is
        """);

    assertThat(upstart.capabilities())
        .containsExactlyInAnyOrder(
            Capability.JOB_ENVIRONMENT, Capability.USAGE, Capability.NOTIFY_CGROUP_MANAGER);
    assertThat(upstart.capabilities()).hasSize(3);
    assertThat(runner.commands).hasSize(1);
  }

  @Test
  void aCallWithoutACommandIsAMissingCapability() {
    assertMissing(Capability.SIGNALS, () -> upstart.subscribe(new UpstartListener() {}));
    assertMissing(Capability.STATE_DUMP, upstart::stateDump);
    assertMissing(Capability.RE_EXEC, upstart::reExec);
    assertMissing(Capability.END_SESSION, upstart::endSession);
    assertMissing(
        Capability.FILE_DESCRIPTORS,
        () -> upstart.emit(Event.of("x"), FileDescriptor.in, Wait.FOREVER));
    assertMissing(Capability.DESCRIPTION, () -> job("web").description());
    assertThat(runner.commands).isEmpty();
  }

  @Test
  void aCommandThatItDoesNotKnowIsAMissingCapability() {
    String hint = "\nTry `initctl --help' for more information.\n";
    runner.fails("initctl: invalid command: list-env" + hint);
    assertMissing(Capability.JOB_ENVIRONMENT, () -> upstart.environment().list());
    runner.fails("initctl: invalid command: usage" + hint);
    assertMissing(Capability.USAGE, () -> job("web").usage());
  }

  private static void assertMissing(Capability capability, ThrowingCallable call) {
    assertThatExceptionOfType(UnsupportedCapabilityException.class)
        .isThrownBy(call)
        .matches(failure -> failure.capability() == capability);
  }

  @Test
  void aStartTellsTheInstanceByItsStatusLine() {
    runner.prints("tty (tty1) start/running, process 22507\n");

    Instance instance = job("tty").start(Environment.of("N", "tty 1"));

    assertRun("initctl", "start", "tty", "N=tty 1");
    assertThat(instance.name()).isEqualTo("tty1");
  }

  @Test
  void aCallThatDoesNotWaitSaysSo() {
    runner.prints("a start/starting\n").prints("a start/killed, process 1\n");
    job("a").start(Environment.EMPTY, Wait.NO_WAIT);
    assertRun("initctl", "start", "--no-wait", "a");
    job("a").restart(Environment.EMPTY, Wait.NO_WAIT);
    assertRun("initctl", "restart", "--no-wait", "a");
    job("a").stop(Environment.EMPTY, Wait.NO_WAIT);
    assertRun("initctl", "stop", "--no-wait", "a");
    upstart.emit(Event.of("e").with("A", "1"), Wait.NO_WAIT);
    assertRun("initctl", "emit", "--no-wait", "e", "A=1");
  }

  @Test
  void anInstanceThatIsKnownByItsNameIsAddressedByItsName() {
    runner.prints("tty (a b) start/running, process 7\n");
    Instance instance = job("tty").instance("a b");
    assertRun("initctl", "status");
    assertThat(runner.last().variables())
        .containsEntry("UPSTART_JOB", "tty")
        .containsEntry("UPSTART_INSTANCE", "a b");

    instance.reload();
    assertRun("initctl", "reload");
    assertThat(runner.last().variables()).containsEntry("UPSTART_INSTANCE", "a b");
  }

  @Test
  void theStopOfAnInstanceByItsNameIsWaitedForByLooking() {
    runner
        .prints("tty (a) start/running, process 7\n")
        .prints("tty (a) stop/killed, process 7\n")
        .prints("tty (a) stop/killed, process 7\n")
        .fails("initctl: Unknown instance: a\n");

    job("tty").instance("a").stop();

    assertThat(runner.commands)
        .extracting(command -> command.words().get(1))
        .containsExactly("status", "stop", "status", "status");
  }

  @Test
  void theRestartOfAnInstanceIsWaitedForByLooking() {
    runner
        .prints("tty (a) start/running, process 7\n")
        .prints("tty (a) start/killed, process 7\n")
        .prints("tty (a) start/starting\n")
        .prints("tty (a) start/running, process 8\n");

    job("tty").instance("a").restart(Wait.atMost(Duration.ofSeconds(60)));

    assertThat(runner.commands).hasSize(4);
  }

  @Test
  void aRestartThatEndsInAStopHasFailed() {
    runner
        .prints("tty (a) start/running, process 7\n")
        .prints("tty (a) start/killed, process 7\n")
        .prints("tty (a) stop/post-stop, process 9\n");

    assertThatExceptionOfType(JobFailedException.class)
        .isThrownBy(job("tty").instance("a")::restart)
        .satisfies(failure -> assertThat(failure.instance()).isEqualTo("a"));
  }

  @Test
  void anInstanceThatWasStartedHereIsStoppedByItsVariables() {
    runner.prints("tty (a) start/running, process 7\n");
    Instance instance = job("tty").start(Environment.of("N", "a"));

    instance.stop();

    assertRun("initctl", "stop", "tty", "N=a");
  }

  @Test
  void theInstancesOfAJobAreThoseAmongAllJobs() {
    runner.prints(
        """
        tt stop/waiting
        tty (1 (x)) start/running, process 7
        tty (2) start/pre-start, process 8
        tty-x (3) start/running
        web stop/waiting
        """);
    assertThat(job("tty").instances()).extracting(Instance::name).containsExactly("1 (x)", "2");
    runner.prints("web stop/waiting\n");
    assertThat(job("web").instances()).isEmpty();
    runner.prints("web stop/waiting\n");
    assertThatExceptionOfType(UnknownJobException.class).isThrownBy(job("nope")::instances);
  }

  @Test
  void aJobThatNamesItsInstancesIsAJob() {
    runner.fails("initctl: Unknown parameter: KEY\nUsage: KEY=value - say which\n");
    assertThat(upstart.job("tty").name()).isEqualTo("tty");

    runner.fails("initctl: Unknown parameter: KEY\nUsage: KEY=value - say which\n");
    assertThatExceptionOfType(UnknownParameterException.class)
        .isThrownBy(job("tty")::start)
        .satisfies(failure -> assertThat(failure.parameter()).isEqualTo("KEY"));
  }

  @Test
  void aMissingInstanceIsUnknownHoweverInitctlSaysSo() {
    runner.prints("web stop/waiting\n");
    assertThatExceptionOfType(UnknownInstanceException.class)
        .isThrownBy(() -> job("web").instance(Environment.EMPTY));
    runner.fails("initctl: Unknown instance: \n");
    assertThatExceptionOfType(UnknownInstanceException.class)
        .isThrownBy(job("web")::stop)
        .satisfies(failure -> assertThat(failure.instance()).isEmpty());
    runner.prints("tty stop/waiting\n");
    assertThatExceptionOfType(UnknownInstanceException.class)
        .isThrownBy(() -> job("tty").instance("a"));
  }

  @Test
  void stoppingAJobThatGoesWithItsLastInstanceSucceeds() {
    runner.fails(
        "initctl: Method \"Get\" with signature \"ss\" on interface"
            + " \"org.freedesktop.DBus.Properties\" doesn't exist\n\n");

    job("web").stop();

    runner.fails("initctl: Unknown job: web\n");
    assertThatExceptionOfType(UnknownJobException.class).isThrownBy(job("web")::stop);
  }

  @Test
  void anEventThatFailsIsNamed() {
    runner.fails("initctl: Event failed\n");

    assertThatExceptionOfType(EventFailedException.class)
        .isThrownBy(() -> upstart.emit(Event.of("deployed")))
        .satisfies(failure -> assertThat(failure.event()).isEqualTo("deployed"));
  }

  @Test
  void theConfigurationOfAJobIsRead() {
    String shown = "web\n  emits one\n  start on (a or b X=1)\n";
    runner
        .prints(shown)
        .prints(shown)
        .prints(shown)
        .prints("Usage: KEY=value\n")
        .prints("Usage: \n");

    assertThat(job("web").emits()).containsExactly("one");
    assertThat(job("web").startOn().orElseThrow()).hasToString("(a or b X=1)");
    assertThat(job("web").stopOn()).isEmpty();
    assertThat(job("web").usage()).contains("KEY=value");
    assertThat(job("web").usage()).isEmpty();
  }

  @Test
  void variablesOfAllJobsAreGlobal() {
    JobEnvironment all = upstart.environment();
    runner.prints("a b\n\n").fails("initctl: No such variable: X\n").prints("A=1\nB=x=y\n");

    assertThat(all.get("X")).contains("a b\n");
    assertRun("initctl", "get-env", "--global", "X");
    assertThat(all.get("X")).isEmpty();
    assertThat(all.list()).isEqualTo(new Environment(List.of("A=1", "B=x=y")));
    all.set(Environment.of("A", "1"), false);
    assertRun("initctl", "set-env", "--global", "--retain", "A=1");
    all.unset(List.of("A", "B"));
    assertRun("initctl", "unset-env", "--global", "A", "B");
    all.reset();
    assertRun("initctl", "reset-env", "--global");
  }

  @Test
  void variablesOfAnInstanceAreAskedForFromInside() {
    upstart.environment("web", "").set(Environment.of("A", "1"));

    assertRun("initctl", "set-env", "A=1");
    assertThat(runner.last().variables())
        .containsEntry("UPSTART_JOB", "web")
        .containsEntry("UPSTART_INSTANCE", "");
  }

  @Test
  void changingNoVariablesRunsNothing() {
    upstart.environment().set(Environment.EMPTY);
    upstart.environment().unset(List.of());

    assertThat(runner.commands).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-x", "--help", "-", "a\nb", "a\rb"})
  void argumentsThatItWouldMisunderstandAreRefusedBeforeAnythingRuns(String bad) {
    Stream.<Callable<?>>of(
            () -> upstart.job(bad),
            () -> upstart.jobWithoutAsking(bad),
            () -> job("web").start(new Environment(List.of(bad + "=x"))),
            () -> job("web").status(new Environment(List.of(bad + "=x"))),
            () -> upstart.emitAsync(Event.of(bad)),
            () -> upstart.emitAsync(new Event("x", new Environment(List.of(bad + "=x")))),
            () -> upstart.environment().get(bad))
        .forEach(call -> assertThatIllegalArgumentException().isThrownBy(call::call));
    assertThatIllegalArgumentException().isThrownBy(() -> upstart.notifyDbusAddress(bad));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> upstart.environment().unset(List.of(bad)));

    assertThat(runner.commands).isEmpty();
  }

  @Test
  void aVariablesNameHoldsNoEqualsSign() {
    assertThatIllegalArgumentException().isThrownBy(() -> upstart.environment().get("a=b"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> upstart.environment().unset(List.of("a=b")));
    assertThatIllegalArgumentException().isThrownBy(() -> upstart.environment().get(""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> upstart.jobWithoutAsking("web").instance("a\0b"));
    assertThat(runner.commands).isEmpty();
  }

  @Test
  void theValueOfAVariableIsOneLine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> job("web").start(Environment.of("A", "1\nB=2")))
        .withMessageContaining("end of a line");
    assertThat(runner.commands).isEmpty();
  }

  @Test
  void theLogPriorityIsAskedForAndSet() {
    runner.prints("message\n");
    assertThat(upstart.logPriority()).isEqualTo(LogPriority.MESSAGE);
    upstart.setLogPriority(LogPriority.DEBUG);
    assertRun("initctl", "log-priority", "debug");
  }

  @Test
  void closingItClosesTheRunner() {
    upstart.close();

    assertThat(runner.closed).isTrue();
    assertThatExceptionOfType(UpstartUnavailableException.class).isThrownBy(upstart::statuses);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-x", "a=b", "a\nb"})
  void aProgramHasAPlainName(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> InitctlUpstart.builder().program(name));
  }

  @Test
  void anIllegalAddressOrTimeoutIsRefusedAtOnce() {
    assertThatIllegalArgumentException().isThrownBy(() -> InitctlUpstart.builder().at(""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InitctlUpstart.builder().timeout(Duration.ZERO));
  }
}
