package org.upstart4j.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class FleetPublisherTest {

  private final AtomicInteger asked = new AtomicInteger();

  private Fleet fleet(int count) {
    return Fleet.of(Hosts.many(count)).connectedBy(host -> new FakeUpstart(host.name())).build();
  }

  private Integer ask(Host host, org.upstart4j.Upstart upstart) {
    return asked.incrementAndGet();
  }

  /** Keeps what it hears, and asks for more as a test says. */
  private static class Reader implements Flow.Subscriber<HostResult<Integer>> {

    final List<HostResult<Integer>> heard = new CopyOnWriteArrayList<>();
    final CountDownLatch complete = new CountDownLatch(1);
    final AtomicInteger inside = new AtomicInteger();
    volatile Flow.@Nullable Subscription subscription;
    volatile @Nullable Throwable error;
    volatile boolean overlapped;

    Flow.Subscription subscription() {
      Flow.Subscription known = subscription;
      assertThat(known).isNotNull();
      return known;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
    }

    @Override
    public void onNext(HostResult<Integer> result) {
      overlapped |= inside.incrementAndGet() > 1;
      heard.add(result);
      inside.decrementAndGet();
    }

    @Override
    public void onError(Throwable why) {
      error = why;
    }

    @Override
    public void onComplete() {
      complete.countDown();
    }
  }

  @Test
  void aSubscriberGetsAllResultsOneAtATimeAndThenTheEnd() {
    try (Fleet fleet = fleet(500)) {
      Reader reader = new Reader();
      fleet.<Integer>publisher(this::ask).subscribe(reader);
      reader.subscription().request(Long.MAX_VALUE);
      reader.subscription().request(Long.MAX_VALUE);
      Hosts.hang(reader.complete);

      assertThat(reader.heard)
          .extracting(HostResult::host)
          .containsExactlyInAnyOrderElementsOf(fleet.hosts());
      assertThat(reader.overlapped).isFalse();
    }
  }

  @Test
  void nobodyIsAskedBeforeTheFirstRequest() {
    try (Fleet fleet = fleet(3)) {
      Reader reader = new Reader();
      fleet.<Integer>publisher(this::ask).subscribe(reader);

      assertThat(asked.get()).isZero();
      reader.subscription().request(1);
      Hosts.eventually(() -> asked.get() == 3, "the call");
    }
  }

  @Test
  void noMoreIsDeliveredThanWasRequested() {
    try (Fleet fleet = fleet(10)) {
      Reader reader = new Reader();
      fleet.<Integer>publisher(this::ask).subscribe(reader);
      reader.subscription().request(2);
      Hosts.eventually(() -> asked.get() == 10 && reader.heard.size() == 2, "two results");
      reader.subscription().request(3);
      Hosts.eventually(() -> reader.heard.size() == 5, "three more");
      assertThat(reader.complete.getCount()).isEqualTo(1);
      reader.subscription().request(5);
      Hosts.hang(reader.complete);

      assertThat(reader.heard).hasSize(10);
    }
  }

  @Test
  void aSubscriberMayRequestEachResultWhenItGetsTheOneBefore() {
    try (Fleet fleet = fleet(200)) {
      Reader reader =
          new Reader() {
            @Override
            public void onSubscribe(Flow.Subscription given) {
              super.onSubscribe(given);
              given.request(1);
            }

            @Override
            public void onNext(HostResult<Integer> result) {
              super.onNext(result);
              subscription().request(1);
            }
          };
      fleet.<Integer>publisher(this::ask).subscribe(reader);
      Hosts.hang(reader.complete);

      assertThat(reader.heard).hasSize(200);
    }
  }

  @Test
  void eachSubscriberSetsOffCallsOfItsOwn() {
    try (Fleet fleet = fleet(4)) {
      Flow.Publisher<HostResult<Integer>> publisher = fleet.publisher(this::ask);
      for (int i = 0; i < 2; i++) {
        Reader reader = new Reader();
        publisher.subscribe(reader);
        reader.subscription().request(100);
        Hosts.hang(reader.complete);
      }
      assertThat(asked.get()).isEqualTo(8);
    }
  }

  @Test
  void whoCancelsHearsNothingMoreAndStopsTheRest() {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    try (Fleet fleet = fleet(1)) {
      Reader reader = new Reader();
      fleet
          .<Integer>publisher(
              (host, upstart) -> {
                asked.incrementAndGet();
                try {
                  never.await();
                } catch (InterruptedException interrupted) {
                  stopped.countDown();
                }
                return 1;
              })
          .subscribe(reader);
      reader.subscription().request(5);
      Hosts.eventually(() -> asked.get() == 1, "the call");
      reader.subscription().cancel();
      reader.subscription().request(5);
      Hosts.hang(stopped);

      assertThat(reader.heard).isEmpty();
      assertThat(reader.complete.getCount()).isEqualTo(1);
    }
  }

  @Test
  void aRequestForNothingIsAnError() {
    try (Fleet fleet = fleet(1)) {
      Reader reader = new Reader();
      fleet.<Integer>publisher(this::ask).subscribe(reader);
      reader.subscription().request(0);
      Hosts.eventually(() -> reader.error != null, "the error");

      assertThat(reader.error).isInstanceOf(IllegalArgumentException.class);
      assertThat(asked.get()).isZero();
    }
  }

  @Test
  void aSlowSubscriberHoldsUpNoHost() {
    CountDownLatch never = new CountDownLatch(1);
    try (Fleet fleet = fleet(100)) {
      fleet
          .<Integer>publisher(this::ask)
          .subscribe(
              new Reader() {
                @Override
                public void onSubscribe(Flow.Subscription given) {
                  given.request(100);
                }

                @Override
                public void onNext(HostResult<Integer> result) {
                  Hosts.hang(never);
                }
              });
      Hosts.eventually(() -> asked.get() == 100, "all hosts");
    } finally {
      never.countDown();
    }
  }
}
