package org.upstart4j.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.fleet.HostResult.Answer;
import org.upstart4j.fleet.HostResult.Failure;
import org.upstart4j.fleet.HostResult.Untried;

/** What holds for every call, whatever its hosts do. */
@Timeout(300)
class FleetPropertyTest {

  private static final int CALLS = Integer.getInteger("calls", 150);

  private final Random random = new Random(1130);
  private final CountDownLatch never = new CountDownLatch(1);
  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

  @Test
  void eachHostHasExactlyOneResult() {
    try {
      for (int i = 0; i < CALLS; i++) {
        call();
      }
    } finally {
      never.countDown();
    }
  }

  private void call() {
    asked.clear();
    int count = random.nextInt(60);
    boolean closes = random.nextInt(5) == 0;
    List<Integer> chances = random.ints(count + 1, 0, 25).boxed().toList();
    FleetBuilder builder =
        Fleet.of(Hosts.many(count))
            .forks(1 + random.nextInt(9))
            .hostTimeout(Duration.ofMillis(1 + random.nextInt(60)))
            .connectedBy(host -> open(host, chances));
    if (random.nextInt(3) == 0) {
      builder.timeout(Duration.ofMillis(1 + random.nextInt(100)));
    }
    try (Fleet fleet = builder.build();
        Stream<HostResult<Integer>> results =
            fleet.call((host, upstart) -> answer(chance(host, chances)))) {
      if (closes) {
        fleet.close();
      }
      check(fleet.hosts(), results.toList(), chances);
    }
  }

  private static int chance(Host host, List<Integer> chances) {
    return chances.get(Integer.parseInt(host.name().substring(1)));
  }

  private FakeUpstart open(Host host, List<Integer> chances) {
    asked.computeIfAbsent(host.name(), name -> new AtomicInteger()).incrementAndGet();
    if (chance(host, chances) == 0) {
      throw new UpstartUnavailableException("refuses", null);
    }
    return new FakeUpstart(host.name());
  }

  private int answer(int chance) {
    switch (chance) {
      case 1 -> throw new IllegalStateException("odd");
      case 2 -> Hosts.hang(never);
      case 3 -> sleep();
      case 4 -> throw new StackOverflowError();
      default -> Thread.yield();
    }
    return chance;
  }

  private void sleep() {
    try {
      never.await();
    } catch (InterruptedException given) {
      Thread.currentThread().interrupt();
    }
  }

  private void check(List<Host> hosts, List<HostResult<Integer>> results, List<Integer> chances) {
    List<Host> told = new ArrayList<>();
    results.forEach(result -> told.add(result.host()));
    assertThat(told).hasSameSizeAs(hosts);
    assertThat(new HashSet<>(told)).isEqualTo(new HashSet<>(hosts));
    assertThat(asked.values()).allMatch(count -> count.get() == 1);
    for (HostResult<Integer> result : results) {
      if (result instanceof Answer<Integer> answer) {
        assertThat(answer.value()).isEqualTo(chance(result.host(), chances)).isGreaterThan(4);
      } else if (result instanceof Failure<Integer> failure) {
        assertThat(failure.error()).isNotNull();
      } else {
        assertThat(((Untried<Integer>) result).reason()).isNotBlank();
      }
    }
  }
}
