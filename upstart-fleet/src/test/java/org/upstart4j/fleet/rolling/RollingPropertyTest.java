package org.upstart4j.fleet.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.Instance;
import org.upstart4j.JobStatus;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.ScriptedProcesses;
import org.upstart4j.fleet.Fleet;
import org.upstart4j.fleet.Host;
import org.upstart4j.fleet.HostResult;
import org.upstart4j.fleet.rolling.Outcome.Kind;
import org.upstart4j.fleet.rolling.RollingResult.End;

/** What holds for every rolling change, whatever its hosts do. */
@Timeout(300)
class RollingPropertyTest {

  private static final int RUNS = Integer.getInteger("rollings", 60);

  private enum Behaviour {
    WORKS,
    REFUSES,
    THROWS,
    DIES,
    HANGS
  }

  @TempDir private Path folder;

  private final Random random = new Random(20261130);
  private final CountDownLatch never = new CountDownLatch(1);

  @Test
  void nothingIsLostAndNoMoreFailThanMay() {
    try (EmbeddedUpstart engine =
        EmbeddedUpstart.builder()
            .job("web", "exec /usr/bin/web\n")
            .processes(new ScriptedProcesses())
            .build()) {
      Instance web = engine.job("web").start();
      for (int i = 0; i < RUNS; i++) {
        run(web, folder.resolve("record" + i));
      }
    } finally {
      never.countDown();
    }
  }

  private void run(Instance web, Path record) {
    int count = 1 + random.nextInt(40);
    Map<String, Behaviour> behaviours = behaviours(count);
    int batch = 1 + random.nextInt(count);
    int limit = 1 + random.nextInt(6);
    int canary = random.nextInt(3);
    int stopAfter = random.nextInt(4) == 0 ? random.nextInt(count) : Integer.MAX_VALUE;
    RollingPlan plan =
        RollingPlan.of(Share.of(batch)).withMaxFailures(Share.of(limit)).withCanary(canary);
    Set<String> begun = ConcurrentHashMap.newKeySet();
    List<HostResult<JobStatus>> told = new ArrayList<>();
    try (Fleet fleet =
        Fleet.of(IntStream.rangeClosed(1, count).mapToObj(i -> Host.of("h" + i)).toList())
            .forks(1 + random.nextInt(8))
            .hostTimeout(Duration.ofMillis(100))
            .connectedBy(host -> open(host, behaviours, web))
            .build()) {
      RollingChange change =
          RollingChange.of(
                  fleet,
                  plan,
                  "restart",
                  (host, upstart) -> {
                    begun.add(host.name());
                    return act(behaviours.get(host.name()), web);
                  })
              .recordedIn(record);
      RollingResult result =
          change.run(
              one -> {
                told.add(one);
                if (told.size() > stopAfter) {
                  change.stop();
                }
              });
      check(result, record, begun, told, Math.max(batch, canary) + limit);
    }
  }

  private Map<String, Behaviour> behaviours(int count) {
    Map<String, Behaviour> behaviours = new HashMap<>();
    for (int i = 1; i <= count; i++) {
      int chance = random.nextInt(20);
      Behaviour behaviour =
          chance < Behaviour.values().length ? Behaviour.values()[chance] : Behaviour.WORKS;
      behaviours.put("h" + i, behaviour);
    }
    return behaviours;
  }

  private static Upstart open(Host host, Map<String, Behaviour> behaviours, Instance web) {
    if (behaviours.get(host.name()) == Behaviour.REFUSES) {
      throw new UpstartUnavailableException("refuses", null);
    }
    return new UnclosedUpstart(web.job().upstart());
  }

  private Instance act(Behaviour behaviour, Instance web) {
    return switch (behaviour) {
      case WORKS, REFUSES -> web;
      case THROWS -> throw new IllegalStateException("odd");
      case DIES -> throw new UpstartUnavailableException("the connection broke", null);
      case HANGS -> hang(web);
    };
  }

  private Instance hang(Instance web) {
    try {
      never.await();
    } catch (InterruptedException given) {
      Thread.currentThread().interrupt();
    }
    return web;
  }

  private static void check(
      RollingResult result,
      Path record,
      Set<String> begun,
      List<HostResult<JobStatus>> told,
      int mostFailures) {
    assertThat(new RecordFile(record).read("restart")).contains(result.hosts());
    assertThat(told).extracting(one -> one.host().name()).doesNotHaveDuplicates();
    assertThat(result.named(Kind.FAILED)).hasSizeLessThan(mostFailures);
    assertThat(begun).containsAll(result.named(Kind.DONE));
    assertThat(result.named(Kind.UNTRIED)).noneMatch(begun::contains);
    if (result.end() == End.COMPLETE) {
      assertThat(result.named(Kind.UNTRIED)).isEmpty();
      assertThat(result.named(Kind.UNKNOWN)).isEmpty();
      assertThat(told).hasSize(result.hosts().size());
    }
  }
}
