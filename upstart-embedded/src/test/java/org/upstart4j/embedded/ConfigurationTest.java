package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.Job;
import org.upstart4j.UnknownJobException;
import org.upstart4j.UpstartListener;
import org.upstart4j.Wait;

class ConfigurationTest {

  @TempDir private Path temporary;
  private Path folder;
  private Scripted engine;
  private final BlockingQueue<String> signals = new LinkedBlockingQueue<>();

  @BeforeEach
  void begin() throws IOException {
    folder = Files.createDirectory(temporary.resolve("init"));
    engine = new Scripted().with(builder -> builder.folder(folder));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private void write(String name, String... lines) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void delete(String name) {
    try {
      Files.delete(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void reload() {
    engine.upstart().reloadConfiguration();
    engine.settle();
  }

  private List<String> jobs() {
    return engine.upstart().jobs().stream().map(Job::name).toList();
  }

  private void listen() {
    engine
        .upstart()
        .subscribe(
            new UpstartListener() {
              @Override
              public void jobAdded(String job) {
                signals.add("added " + job);
              }

              @Override
              public void jobRemoved(String job) {
                signals.add("removed " + job);
              }
            });
  }

  private void awaitSignal(String signal, Predicate<Job> change) throws InterruptedException {
    List<String> all = new ArrayList<>();
    while (true) {
      String next = signals.poll(60, TimeUnit.SECONDS);
      assertThat(next).as("the signal after %s", all).isNotNull();
      all.add(next);
      if (next.equals(signal) && change.test(engine.named(signal.split(" ")[1]))) {
        return;
      }
    }
  }

  @Test
  void theJobsOfAFolderAreItsFilesWithTheirPaths() {
    write("web.conf", "exec web");
    write("net/db.conf", "exec db");
    write("README", "exec nothing");
    write("alone.override", "exec alone");

    assertThat(jobs()).containsExactlyInAnyOrder("web", "net/db");
  }

  @Test
  void aFolderThatIsNotThereIsAnError() {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(
            () -> EmbeddedUpstart.builder().folder(temporary.resolve("nope")).build().close())
        .withMessageContaining("nope");
  }

  @Test
  void aJobThatIsGivenHidesTheOneOfTheFolder() {
    write("web.conf", "description folder", "exec web");
    write("web.override", "description override");
    write("db.conf", "exec db");
    engine.job("web", "description given", "exec web");

    assertThat(jobs()).containsExactlyInAnyOrder("web", "db");
    assertThat(engine.named("web").description()).contains("given");

    write("web.conf", "description changed", "exec web");
    reload();
    assertThat(engine.named("web").description()).contains("given");

    delete("web.conf");
    reload();
    assertThat(engine.named("web").description()).contains("given");
  }

  @Test
  void anOverrideAddsToItsFile() {
    write("web.conf", "description file", "start on go", "exec web");
    write("web.override", "manual", "description override");

    assertThat(engine.named("web").description()).contains("override");
    assertThat(engine.named("web").startOn()).isEmpty();
  }

  @Test
  void aReloadReadsWhatCameChangedAndWent() {
    write("web.conf", "description old", "exec web");
    write("gone.conf", "exec gone");
    assertThat(jobs()).containsExactlyInAnyOrder("web", "gone");

    write("web.conf", "description new", "exec web");
    write("fresh.conf", "exec fresh");
    delete("gone.conf");
    reload();

    assertThat(jobs()).containsExactlyInAnyOrder("web", "fresh");
    assertThat(engine.named("web").description()).contains("new");
  }

  @Test
  void whatHappensInTheFolderHappensHere() throws InterruptedException {
    write("web.conf", "description old", "exec web");
    engine.upstart();
    listen();

    write("sub/fresh.conf", "exec fresh");
    awaitSignal("added sub/fresh", job -> true);
    write("web.conf", "description new", "exec web");
    awaitSignal("added web", job -> job.description().equals(Optional.of("new")));
    delete("web.conf");
    while (!"removed web".equals(signals.poll(60, TimeUnit.SECONDS))) {
      assertThat(jobs()).contains("sub/fresh");
    }

    assertThat(jobs()).containsExactly("sub/fresh");
  }

  private void deleteFolder() {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aFolderThatWasMadeAgainIsWatchedAfterAReload() throws Exception {
    write("web.conf", "exec web");
    assertThat(jobs()).containsExactly("web");
    deleteFolder();
    reload();
    assertThat(jobs()).isEmpty();

    write("db.conf", "exec db");
    reload();
    assertThat(jobs()).containsExactly("db");
    listen();
    write("sub/fresh.conf", "exec fresh");
    awaitSignal("added sub/fresh", job -> true);
  }

  @Test
  void aFolderThatWasMovedAndMadeAgainIsWatchedAfterAReload() throws Exception {
    write("web.conf", "exec web");
    assertThat(jobs()).containsExactly("web");
    Files.move(folder, temporary.resolve("away"));
    write("db.conf", "exec db");
    reload();
    assertThat(jobs()).containsExactly("db");

    listen();
    write("fresh.conf", "exec fresh");

    awaitSignal("added fresh", job -> true);
  }

  @Test
  void whileManyFilesAreReadTheEngineDoesWhatElseThereIs() throws Exception {
    Path outside = Files.createDirectory(temporary.resolve("outside"));
    for (int i = 0; i < 400; i++) {
      Files.writeString(outside.resolve("job" + i + ".conf"), "exec web\n");
    }
    AtomicInteger added = new AtomicInteger();
    CompletableFuture<Integer> between = new CompletableFuture<>();
    engine
        .upstart()
        .hear(
            new UpstartListener() {
              @Override
              public void jobAdded(String job) {
                if (added.incrementAndGet() == 1) {
                  engine.upstart().execute(() -> between.complete(added.get()));
                }
              }
            });

    Files.move(outside, folder.resolve("many"));

    assertThat(between.get(60, TimeUnit.SECONDS)).isLessThan(200);
  }

  @Test
  void aFileThatIsTooLargeIsItsOwnProblem() throws Exception {
    write("web.conf", "exec web");
    write("large.conf", "exec large");
    try (RandomAccessFile large =
        new RandomAccessFile(folder.resolve("large.conf").toFile(), "rw")) {
      large.setLength((64 << 20) + 1);
    }
    assertThat(jobs()).containsExactly("web");

    write("db.conf", "exec db");
    reload();
    assertThat(jobs()).containsExactlyInAnyOrder("web", "db");

    write("large.conf", "exec large");
    reload();
    assertThat(jobs()).containsExactlyInAnyOrder("web", "db", "large");
  }

  @Test
  void aFileWhoseNameIsNoTextIsItsOwnProblem() throws Exception {
    write("web.conf", "exec web");
    assertThat(jobs()).containsExactly("web");
    Process shell =
        new ProcessBuilder("sh", "-c", "echo exec x > \"$(printf 'caf\\351.conf')\"")
            .directory(folder.toFile())
            .start();
    assertThat(shell.waitFor()).isZero();

    reload();
    assertThat(jobs()).containsExactly("web");
    listen();
    write("db.conf", "exec db");
    awaitSignal("added db", job -> true);
  }

  @Test
  void aJobWithAMistakeIsNotThereUntilItIsRepaired() {
    write("web.conf", "exec web", "nonsense");
    assertThat(jobs()).isEmpty();

    write("web.conf", "exec web");
    reload();
    assertThat(jobs()).containsExactly("web");

    write("web.conf", "exec web", "nonsense");
    reload();
    assertThatExceptionOfType(UnknownJobException.class).isThrownBy(() -> engine.named("web"));
  }

  @Test
  void aRunningJobKeepsItsConfigurationUntilItHasStopped() {
    write("web.conf", "description old", "exec old");
    engine.start("web");
    write("web.conf", "description new", "exec new");
    reload();
    assertThat(engine.named("web").description()).contains("old");

    engine.named("web").restart(Environment.EMPTY, Scripted.PATIENCE);
    assertThat(engine.main("web").request().command()).containsExactly("old");
    engine.heard();

    engine.stop("web");
    assertThat(engine.named("web").description()).contains("new");
    assertThat(engine.heard())
        .containsSubsequence("state web waiting", "job removed web", "job added web")
        .doesNotContain("removed web");
    engine.start("web");
    assertThat(engine.main("web").request().command()).containsExactly("new");
  }

  @Test
  void aFreshRestartTakesTheNewConfiguration() {
    write("web.conf", "exec old");
    engine.start("web");
    write("web.conf", "exec new");
    reload();

    engine.named("web").restartFresh(Environment.EMPTY, Scripted.PATIENCE);

    assertThat(engine.main("web").request().command()).containsExactly("new");
  }

  @Test
  void aRespawnKeepsTheOldConfiguration() {
    write("web.conf", "respawn", "exec old");
    engine.start("web");
    write("web.conf", "exec new");
    reload();

    engine.main("web").exits(1);
    engine.settle();

    assertThat(engine.main("web").request().command()).containsExactly("old");
    assertThat(engine.processes.spawned()).hasSize(2);
  }

  @Test
  void aRunningJobWhoseFileHasGoneGoesWhenItHasStopped() {
    write("web.conf", "exec web");
    engine.start("web");
    delete("web.conf");
    reload();
    assertThat(engine.state("web")).isEqualTo("start/running");

    engine.stop("web");

    assertThat(jobs()).isEmpty();
  }

  @Test
  void aJobWithSeveralInstancesChangesWhenTheLastOneHasStopped() {
    write("web.conf", "description old", "instance $N", "exec web");
    engine.named("web").start(Environment.of("N", 1));
    engine.named("web").start(Environment.of("N", 2));
    write("web.conf", "description new", "instance $N", "exec web");
    reload();

    engine.named("web").stop(Environment.of("N", 1));
    assertThat(engine.named("web").description()).contains("old");
    engine.named("web").start(Environment.of("N", 1));
    engine.named("web").stop(Environment.of("N", 1));
    assertThat(engine.heard()).contains("removed web:1");
    engine.named("web").stop(Environment.of("N", 2));

    assertThat(engine.named("web").description()).contains("new");
    assertThat(engine.heard()).doesNotContain("removed web:2");
  }

  @Test
  void aHalfTrueConditionSurvivesANewFile() {
    write("web.conf", "start on a and b", "exec web");
    CompletionStage<?> a = engine.upstart().emitAsync(Event.of("a"));
    engine.settle();

    write("web.conf", "start on a and b", "exec fresh");
    reload();
    assertThat(a.toCompletableFuture()).isNotDone();
    engine.emit("b");

    assertThat(engine.main("web").request().command()).containsExactly("fresh");
    assertThat(a.toCompletableFuture().join()).isNull();
  }

  @Test
  void anEventThatTheNewFileDoesNotKnowIsLetGo() {
    write("web.conf", "start on a and b", "exec web");
    CompletionStage<?> a = engine.upstart().emitAsync(Event.of("a"));
    engine.settle();

    write("web.conf", "start on c and b", "exec web");
    reload();

    assertThat(a.toCompletableFuture().join()).isNull();
  }

  @Test
  void anEventOfAJobWhoseFileHasGoneIsLetGo() {
    write("web.conf", "start on a and b", "exec web");
    CompletionStage<?> a = engine.upstart().emitAsync(Event.of("a"));
    engine.settle();

    delete("web.conf");
    reload();

    assertThat(a.toCompletableFuture().join()).isNull();
  }

  @Test
  void aNewFileOfARunningJobKnowsNothingOfWhatTheOldOneHasMet() {
    write("web.conf", "start on a and b", "exec web");
    engine.start("web");
    CompletionStage<?> a = engine.upstart().emitAsync(Event.of("a"));
    engine.settle();
    write("web.conf", "start on a and b", "exec fresh");
    reload();
    assertThat(a.toCompletableFuture()).isNotDone();

    engine.stop("web");
    assertThat(a.toCompletableFuture().join()).isNull();
    engine.upstart().emit(Event.of("b"), Wait.NO_WAIT);

    assertThat(engine.state("web")).isEqualTo("stop/waiting");
  }

  @Test
  void aReloadOfUnchangedFilesLeavesInstancesAlone() {
    write("web.conf", "exec web");
    engine.start("web");
    engine.heard();

    reload();

    assertThat(engine.heard()).isEmpty();
    assertThat(engine.status("web")).isEqualTo("web start/running, process 1000");
  }
}
