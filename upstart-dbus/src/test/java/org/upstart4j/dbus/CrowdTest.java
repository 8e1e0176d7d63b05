package org.upstart4j.dbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.JobStatus;
import org.upstart4j.Subscription;
import org.upstart4j.UpstartListener;

/** Many clients at once, and many calls in a row. */
@Timeout(300)
@Isolated("it counts threads and memory of the JVM")
class CrowdTest {

  @Test
  void sixtyFourThreadsShareAConnection() {
    ExecutorService threads = Executors.newFixedThreadPool(64);
    try (Served served = new Served()) {
      served.fake.add("web").per("N");
      List<CompletableFuture<JobStatus>> all = new ArrayList<>();
      for (int i = 0; i < 640; i++) {
        Environment number = Environment.of("N", i);
        all.add(
            CompletableFuture.supplyAsync(
                () -> served.client.job("web").start(number).status(), threads));
      }
      for (int i = 0; i < all.size(); i++) {
        assertThat(all.get(i).join()).hasToString("web (" + i + ") start/running, process 42");
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void manyCallsWaitAtOnceWithoutAThreadEach() {
    try (Served served = new Served()) {
      served.fake.hold("held");
      int before = Thread.activeCount();
      List<CompletableFuture<Void>> all = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        all.add(served.client.emitAsync(Event.of("held")).toCompletableFuture());
      }
      served.client.version();
      assertThat(Thread.activeCount()).isLessThan(before + 20);
      served.fake.release("held");
      all.forEach(CompletableFuture::join);
    }
  }

  @Test
  void manyListAllJobsOverABusThatAllowsFewCallsWhileOthersWait(@TempDir Path folder)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    FakeUpstart fake = new FakeUpstart();
    try (BusDaemon daemon = new BusDaemon(folder, "", 128);
        UpstartDbusServer server = UpstartDbusServer.of(fake).joinBus(daemon.address);
        DbusUpstart client =
            DbusUpstart.builder().bus(daemon.address).timeout(Duration.ofSeconds(60)).build()) {
      for (int i = 0; i < 300; i++) {
        fake.add("job" + i).start();
      }
      fake.hold("held");
      List<CompletableFuture<Void>> waiting = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        waiting.add(client.emitAsync(Event.of("held")).toCompletableFuture());
      }
      List<CompletableFuture<List<JobStatus>>> lists = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        lists.add(CompletableFuture.supplyAsync(client::statuses, threads));
      }
      lists.forEach(list -> assertThat(list.join()).hasSize(300));
      fake.release("held");
      waiting.forEach(CompletableFuture::join);
    } finally {
      threads.shutdown();
      fake.close();
    }
  }

  @Test
  void instancesThatAreGoneLeaveNothingBehind() {
    try (Served served = new Served();
        Subscription subscription = served.client.subscribe(new Heard())) {
      served.fake.add("é").per("N");
      Job job = served.client.job("é");
      for (int i = 0; i < 2000; i++) {
        Instance instance = job.start(Environment.of("N", "ü" + i));
        instance.stop();
      }
      Heard end = new Heard();
      served.client.subscribe(end);
      served.fake.add("end");
      end.until("+end");

      assertThat(served.client.client().names().asked()).isEqualTo(1);
    }
  }

  /** Both ends and the Upstart between them are in this heap. */
  @Test
  void tenThousandInstancesLeaveNoMemoryBehind() {
    try (Served served = new Served();
        DbusUpstart listening = Served.client(served.address);
        Subscription subscription = listening.subscribe(new UpstartListener() {})) {
      served.fake.add("web").per("N");
      startAndStop(served.client, 2_000);
      long before = usedMemory();
      startAndStop(served.client, 10_000);

      assertThat(served.client.job("web").instances()).isEmpty();
      // an instance that stays takes some 300 bytes at the least
      assertThat(usedMemory() - before).isLessThan(1_000_000);
    }
  }

  private static void startAndStop(DbusUpstart client, int count) {
    Job web = client.job("web");
    for (int i = 0; i < count; i++) {
      web.start(Environment.of("N", "instance number " + i)).stop();
    }
  }

  private static long usedMemory() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  @Test
  void aClientThatDoesNotReadDelaysNobody() throws Exception {
    try (Served served = new Served();
        DbusUpstart other = Served.client(served.address)) {
      served.fake.state("x".repeat(1 << 22));
      Heard heard = new Heard();
      other.subscribe(heard);
      try (LazyClient lazy = new LazyClient(served.address)) {
        lazy.ask(20);
        served.fake.add("web");
        assertThat(heard.next()).isEqualTo("+web");
        assertThat(other.job("web").start().status().isRunning()).isTrue();
      }
    }
  }
}
