package org.upstart4j.dbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.AlreadyStartedException;
import org.upstart4j.Capability;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.EventFailedException;
import org.upstart4j.ExitStatus;
import org.upstart4j.Goal;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.JobFailedException;
import org.upstart4j.LogPriority;
import org.upstart4j.Signal;
import org.upstart4j.State;
import org.upstart4j.Subscription;
import org.upstart4j.UnexpectedErrorException;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.UnknownJobException;
import org.upstart4j.UnknownParameterException;
import org.upstart4j.UpstartError;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Wait;

/** An Upstart that is served to our own client. */
class ServedUpstartTest {

  private final Served served = new Served();
  private final FakeUpstart fake = served.fake;
  private final DbusUpstart client = served.client;

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void itTellsItsVersionAndCapabilities() {
    assertThat(client.version()).hasToString("init (upstart 1.13.2)");
    assertThat(client.capabilities()).containsExactlyInAnyOrder(Capability.values());
    assertThat(client.transport()).isEqualTo("D-Bus " + served.address);
  }

  @Test
  void itsMessagesAreNoneIfItKeepsNone() {
    assertThat(client.messages()).isEmpty();
  }

  @Test
  void itsLogPriorityCanBeSet() {
    client.setLogPriority(LogPriority.DEBUG);

    assertThat(client.logPriority()).isEqualTo(LogPriority.DEBUG);
  }

  @Test
  void jobsShowWhatTheyAre() {
    fake.add("web").per("PORT");
    Job web = client.job("web");

    assertThat(web.description()).contains("The job web");
    assertThat(web.author()).isEmpty();
    assertThat(web.version()).isEmpty();
    assertThat(web.usage()).contains("PORT=VALUE");
    assertThat(web.emits()).containsExactly("done");
    assertThat(web.startOn()).hasToString("Optional[(a and (b or starting c K=V))]");
    assertThat(web.stopOn()).isEmpty();
  }

  @Test
  void jobsOfAnyNameAreFound() {
    List.of("a", "net/web", "with blank", "é", "日本").forEach(fake::add);

    assertThat(client.jobs())
        .extracting(Job::name)
        .containsExactly("a", "net/web", "with blank", "é", "日本");
    assertThat(client.job("é").start().status()).hasToString("é start/running, process 42");
  }

  @Test
  void aJobThatIsNotThereIsUnknown() {
    assertThatThrownBy(() -> client.job("nope"))
        .isInstanceOf(UnknownJobException.class)
        .hasMessage("Unknown job: nope");
  }

  @Test
  void aJobThatHasGoneIsUnknownToo() {
    fake.add("web");
    Job web = client.job("web");
    fake.remove("web");

    assertThatThrownBy(web::start)
        .isInstanceOfSatisfying(
            UnknownJobException.class,
            gone ->
                assertThat(gone.error())
                    .contains(
                        new UpstartError(
                            "org.freedesktop.DBus.Error.UnknownMethod",
                            "Method \"Start\" with signature \"asb\" on interface"
                                + " \"com.ubuntu.Upstart0_6.Job\" doesn't exist\n")))
        .hasMessage("Unknown job: web");
    assertThatThrownBy(web::description).isInstanceOf(UnknownJobException.class);
    assertThatThrownBy(web::usage).isInstanceOf(UnknownJobException.class);
  }

  @Test
  void anInstanceComesAndGoes() {
    fake.add("web").per("PORT");
    Job web = client.job("web");
    Environment port = Environment.of("PORT", 80);

    Instance instance = web.start(port);
    assertThat(instance.status()).hasToString("web (80) start/running, process 42");
    assertThat(web.instances()).hasToString("[web (80)]");
    assertThat(web.instance("80")).isEqualTo(instance);
    assertThat(web.instance(port)).isEqualTo(instance);

    instance.stop();
    assertThat(web.instances()).isEmpty();
    assertThat(web.status(port)).hasToString("web stop/waiting");
    assertThatThrownBy(instance::status)
        .isInstanceOf(UnknownInstanceException.class)
        .hasMessage("Unknown instance: 80 of job web");
    assertThatThrownBy(() -> web.instance("80")).isInstanceOf(UnknownInstanceException.class);
  }

  @Test
  void errorsKeepTheirNamesAndTexts() {
    fake.add("web").per("PORT");
    fake.add("broken").failing();
    Job web = client.job("web");
    Environment port = Environment.of("PORT", 80);
    web.start(port);

    assertThatThrownBy(() -> web.start(port))
        .isInstanceOfSatisfying(
            AlreadyStartedException.class,
            error -> {
              assertThat(error.job()).isEqualTo("web");
              assertThat(error.instance()).isEqualTo("80");
              assertThat(error.error())
                  .hasToString(
                      "Optional[com.ubuntu.Upstart0_6.Error.AlreadyStarted:"
                          + " Job is already running: web (80)]");
            });
    assertThatThrownBy(web::start)
        .isInstanceOfSatisfying(
            UnknownParameterException.class,
            error -> assertThat(error.parameter()).isEqualTo("PORT"));
    assertThatThrownBy(() -> client.job("broken").start()).isInstanceOf(JobFailedException.class);
    assertThatThrownBy(() -> client.emit(Event.of("fail")))
        .isInstanceOfSatisfying(
            EventFailedException.class, error -> assertThat(error.event()).isEqualTo("fail"));
  }

  @Test
  void allStatusesComeAtOnce() {
    fake.add("web").per("PORT");
    fake.add("idle");
    fake.add("é").start();
    client.job("web").start(Environment.of("PORT", 80));
    client.job("web").start(Environment.of("PORT", 81));

    assertThat(client.statuses())
        .hasToString(
            "[web (80) start/running, process 42, web (81) start/running, process 42,"
                + " idle stop/waiting, é start/running, process 42]");
  }

  @Test
  void aWaitedCallIsAnsweredWhenItIsDoneAndKeepsNobodyWaiting() {
    CompletableFuture<Void> held = fake.add("slow").hold();
    CompletableFuture<Instance> started =
        client.job("slow").startAsync(Environment.EMPTY).toCompletableFuture();

    assertThat(client.job("slow").status()).hasToString("slow start/starting");
    assertThat(started).isNotDone();
    held.complete(null);

    assertThat(started.join().status()).hasToString("slow start/running, process 42");
  }

  @Test
  void aCallThatDoesNotWaitIsAnsweredAtOnce() {
    CompletableFuture<Void> held = fake.add("slow").hold();

    Instance slow = client.job("slow").start(Environment.EMPTY, Wait.NO_WAIT);
    assertThat(slow.status()).hasToString("slow start/starting");
    held.complete(null);
  }

  @Test
  void aDeadlineEndsTheWaitAndNotTheJob() {
    CompletableFuture<Void> held = fake.add("slow").hold();
    Job slow = client.job("slow");

    assertThatThrownBy(() -> slow.start(Environment.EMPTY, Wait.atMost(Duration.ofMillis(20))))
        .isInstanceOf(UpstartTimeoutException.class)
        .hasMessageContaining("Start on /com/ubuntu/Upstart/jobs/slow");
    held.complete(null);
    assertThat(slow.await(Goal.START, State.RUNNING, Wait.FOREVER).isRunning()).isTrue();
  }

  @Test
  void anInstanceIsRestartedAndReloaded() {
    fake.add("web");
    Instance web = client.job("web").start();

    web.restart();
    client.job("web").restart();
    web.restartAsync().toCompletableFuture().join();
    web.reload();
    assertThat(fake.log).contains("reload web");
  }

  @Test
  void whatIsListenedToIsHeardInOrder() {
    Heard heard = new Heard();
    try (Subscription subscription = client.subscribe(heard)) {
      fake.add("é").per("N");
      Job job = client.job("é");
      job.start(Environment.of("N", "ü"));
      job.stop(Environment.of("N", "ü"));
      client.emit(Event.of("hello").with("A", "b"));
      fake.listeners.tell(listener -> listener.failed("x", "", ExitStatus.of(Signal.HUP)));
      client.reExec();
      fake.remove("é");

      assertThat(heard.next(13))
          .containsExactly(
              "+é",
              "+é (ü) instance",
              "é (ü) wants start",
              "é (ü) is starting",
              "é (ü) is running",
              "é (ü) wants stop",
              "é (ü) is stopping",
              "é (ü) is waiting",
              "-é (ü) instance",
              "event hello A=b",
              "x failed 256",
              "restarted",
              "-é");
    }
  }

  @Test
  void variablesAreReadAndChanged() {
    client.environment().set(Environment.of("A", "1").with("B", "2"));
    client.environment().set(Environment.of("A", "other"), false);

    assertThat(client.environment().list()).hasToString("TERM=linux A=1 B=2");
    assertThat(client.environment().get("A")).contains("1");
    assertThat(client.environment().get("C")).isEmpty();

    client.environment().unset(List.of("A", "C"));
    assertThat(client.environment().get("A")).isEmpty();
    client.environment().reset();
    assertThat(client.environment().list()).hasToString("TERM=linux");
  }

  @Test
  void variablesOfAnInstanceNeedTheInstance() {
    fake.add("web");
    assertThatThrownBy(() -> client.environment("web", "").list())
        .isInstanceOfSatisfying(
            UnknownInstanceException.class,
            error ->
                assertThat(error.error())
                    .hasToString(
                        "Optional[com.ubuntu.Upstart0_6.Error.UnknownJobInstance:"
                            + " Unknown instance:  of job web]"));
    assertThatThrownBy(() -> client.environment("nope", "").list())
        .isInstanceOf(UnknownJobException.class);

    Instance web = client.job("web").start();
    assertThat(web.environment().list()).hasToString("TERM=linux");
  }

  @Test
  void notesReachUpstart() {
    client.reloadConfiguration();
    client.notifyDiskWriteable();
    assertThatThrownBy(() -> client.notifyDbusAddress("unix:path=/x"))
        .isInstanceOf(UnexpectedErrorException.class)
        .hasMessageContaining("Nobody can be reached at unix:path=/x");
    client.notifyCgroupManagerAddress("unix:path=/y");
    client.endSession();

    assertThat(fake.log)
        .containsExactly(
            "reload", "disk", "dbus unix:path=/x", "cgroup unix:path=/y", "end session");
  }

  @Test
  void aFileGoesWithAnEvent(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "some text");
    try (FileInputStream in = new FileInputStream(file.toFile())) {
      client.emit(Event.of("hello"), in.getFD(), Wait.FOREVER);
      client.emit(Event.of("hello"), in.getFD(), Wait.NO_WAIT);

      assertThat(in.getFD().valid()).isTrue();
    }
    assertThat(fake.log).containsExactly("file some text", "emit hello", "file ", "emit hello");
  }

  @Test
  void anAnswerOfTenMegabytesArrives() {
    String state = "{\"x\": \"" + "é".repeat(5 << 20) + "\"}";
    fake.state(state);

    assertThat(client.stateDump()).isEqualTo(state);
  }

  @Test
  void aJobNeedNotBeAskedFor() {
    fake.add("net/web");

    client.jobWithoutAsking("net/web").start();
    assertThat(fake.job("net/web").status().isRunning()).isTrue();
    assertThatThrownBy(() -> client.jobWithoutAsking("nope").start())
        .isInstanceOf(UnknownJobException.class);
    assertThatThrownBy(() -> client.jobWithoutAsking("é"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aClosedClientSaysSo() {
    CompletableFuture<Void> waiting = client.emitAsync(held()).toCompletableFuture();
    client.version();
    client.close();
    client.close();

    assertThatThrownBy(client::version).isInstanceOf(UpstartUnavailableException.class);
    assertThatThrownBy(() -> client.subscribe(new Heard()))
        .isInstanceOf(UpstartUnavailableException.class);
    assertThatThrownBy(waiting::join).hasCauseInstanceOf(UpstartUnavailableException.class);
  }

  private Event held() {
    fake.hold("held");
    return Event.of("held");
  }
}
