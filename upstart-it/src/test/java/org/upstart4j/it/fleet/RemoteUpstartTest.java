package org.upstart4j.it.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.Capability;
import org.upstart4j.Deadline;
import org.upstart4j.JobStatus;
import org.upstart4j.Subscription;
import org.upstart4j.UnknownJobException;
import org.upstart4j.UpstartListener;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Wait;
import org.upstart4j.dbus.NoBridgeException;
import org.upstart4j.fleet.Fleet;
import org.upstart4j.fleet.Host;
import org.upstart4j.fleet.HostResult;
import org.upstart4j.fleet.HostResult.Answer;
import org.upstart4j.fleet.HostResult.Failure;
import org.upstart4j.fleet.RemoteOptions;
import org.upstart4j.fleet.RemoteOptions.Access;
import org.upstart4j.fleet.RemoteUpstart;
import org.upstart4j.fleet.Way;
import org.upstart4j.fleet.rolling.Outcome.Kind;
import org.upstart4j.fleet.rolling.RollingChange;
import org.upstart4j.fleet.rolling.RollingPlan;
import org.upstart4j.fleet.rolling.RollingResult;
import org.upstart4j.fleet.rolling.Share;

/** Hosts over a program in ssh's place, through the bridge and through initctl. */
@Timeout(300)
class RemoteUpstartTest {

  private static final Wait PATIENCE = Wait.atMost(Duration.ofSeconds(60));
  private static final String JOB = "respawn\nexec sleep 1000\n";

  @TempDir private Path folder;

  private FakeHosts hosts;

  @BeforeEach
  void none() throws IOException {
    hosts = FakeHosts.in(folder);
  }

  @AfterEach
  void close() {
    hosts.close();
  }

  private RemoteOptions options() {
    return RemoteOptions.DEFAULT.withProgram(folder.resolve("path/ssh").toString());
  }

  private RemoteUpstart open(String host) {
    return RemoteUpstart.of(Host.of("root@" + host), options());
  }

  private Fleet fleet(Duration limit, String... names) {
    return Fleet.of(Stream.of(names).map(Host::of).toList())
        .connectedBy(host -> RemoteUpstart.of(host, options()))
        .hostTimeout(limit)
        .build();
  }

  @Test
  void aHostThatCanPassDbusOnIsReachedOverIt() throws IOException {
    hosts.job("web1", "web.conf", JOB).running("web1");
    try (RemoteUpstart upstart = open("web1")) {
      assertThat(upstart.job("web").start().status().isRunning()).isTrue();

      Way way = upstart.way();
      assertThat(way.kind()).isEqualTo(Way.Kind.DBUS);
      assertThat(way.transport()).startsWith("D-Bus over ssh to root@web1");
      assertThat(upstart.capabilities()).contains(Capability.SIGNALS, Capability.STATE_DUMP);
      assertThatThrownBy(() -> upstart.job("wbe"))
          .isInstanceOf(UnknownJobException.class)
          .hasMessageContaining("web");
      assertThat(upstart.explainUnknown("wbe")).isPresent();
    }
  }

  @Test
  void aHostWithoutABridgeIsReachedThroughItsInitctlAndSaysWhy() throws IOException {
    hosts.job("old1", "web.conf", JOB).withInitctlOnly("old1").running("old1");
    try (RemoteUpstart upstart = open("old1")) {
      assertThat(upstart.job("web").start().status().isRunning()).isTrue();

      Way way = upstart.way();
      assertThat(way.kind()).isEqualTo(Way.Kind.INITCTL);
      assertThat(way.transport()).isEqualTo("initctl on root@old1");
      assertThat(way.reason()).contains("old1");
      assertThat(upstart.version().isAtLeast(1)).isTrue();
    }
    try (RemoteUpstart upstart =
        RemoteUpstart.of(Host.of("old1"), options().withAccess(Access.PRIVATE_SOCKET))) {
      assertThatThrownBy(upstart::version).isInstanceOf(NoBridgeException.class);
    }
  }

  @Test
  void aHostThatRefusesSaysWhatSshSays() throws IOException {
    hosts.refusing("bad1");
    try (RemoteUpstart upstart = open("bad1")) {
      assertThatThrownBy(upstart::version)
          .isInstanceOf(UpstartUnavailableException.class)
          .isNotInstanceOf(NoBridgeException.class)
          .hasMessageContaining("Connection refused");
    }
  }

  @Test
  void theJobFilesOfAHostAreReadWhateverTheWay() throws IOException {
    hosts.job("web1", "web.conf", JOB).job("web1", "web.override", "manual\n").running("web1");
    Files.createDirectories(hosts.home("old1").resolve("init/net"));
    hosts.job("old1", "net/if.conf", JOB).withInitctlOnly("old1").running("old1");
    try (RemoteUpstart web = open("web1");
        RemoteUpstart old = open("old1")) {
      assertThat(web.files().job("web").files().keySet())
          .containsExactly("web.conf", "web.override");
      assertThat(web.files().folder().conf("web").orElseThrow()).hasToString(JOB);
      assertThat(old.files().folder().files().keySet()).containsExactly("net/if.conf");
    }
  }

  @Test
  void aCallOverManyHostsHasAResultForEach() throws IOException {
    hosts.job("web1", "web.conf", JOB).running("web1").refusing("bad1").hanging("slow1");
    try (Fleet fleet = fleet(Duration.ofSeconds(15), "web1", "bad1", "slow1");
        Stream<HostResult<JobStatus>> results =
            fleet.call((host, upstart) -> upstart.job("web").status())) {
      Map<String, HostResult<JobStatus>> all =
          results.collect(Collectors.toMap(one -> one.host().name(), one -> one));

      assertThat(all.get("web1")).isInstanceOf(Answer.class);
      assertThat(all.get("bad1")).isInstanceOf(Failure.class);
      assertThat(all.get("slow1")).isInstanceOf(Failure.class);
    }
  }

  @Test
  void aHostThatGoesAndComesIsToldAsLostAndRegained() throws IOException {
    hosts.job("web1", "web.conf", JOB).running("web1");
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    try (Fleet fleet = fleet(Duration.ofSeconds(30), "web1");
        Subscription subscription =
            fleet.subscribe(host -> listener(heard), host -> heard.add("heard"))) {
      assertThat(subscription).isNotNull();
      assertThat(next(heard)).isEqualTo("heard");
      hosts.engine("web1").job("web").start();
      assertThat(next(heard)).isEqualTo("running");
      hosts.stop("web1");
      assertThat(next(heard)).isEqualTo("lost");
      hosts.job("web1", "db.conf", JOB).running("web1");
      assertThat(next(heard)).isEqualTo("regained [db] []");
      hosts.engine("web1").job("db").start();
      assertThat(next(heard)).isEqualTo("running");
    }
  }

  private static String next(BlockingQueue<String> heard) {
    return Deadline.of(PATIENCE).poll(heard, "what a host tells");
  }

  private static UpstartListener listener(BlockingQueue<String> heard) {
    return new UpstartListener() {
      @Override
      public void stateChanged(String job, String instance, org.upstart4j.State state) {
        if (state.equals(org.upstart4j.State.RUNNING)) {
          heard.add("running");
        }
      }

      @Override
      public void connectionLost(UpstartUnavailableException reason) {
        heard.add("lost");
      }

      @Override
      public void connectionRegained(Set<String> came, Set<String> gone) {
        heard.add("regained " + came + " " + gone);
      }
    };
  }

  @Test
  void aRollingRestartGoesThroughTheHostsAndRemembersThem() throws IOException {
    hosts.job("web1", "web.conf", JOB).job("web2", "web.conf", JOB).running("web1", "web2");
    hosts.refusing("bad1");
    hosts.engine("web1").job("web").start();
    hosts.engine("web2").job("web").start();
    Path record = folder.resolve("web.record");
    RollingPlan plan = RollingPlan.of(Share.of(1)).withStays(Duration.ofMillis(200));
    assertThat(rolling(plan, record).named(Kind.UNTRIED)).containsExactly("web2");
    hosts.job("bad1", "web.conf", JOB).running("bad1");
    hosts.engine("bad1").job("web").start();

    RollingResult result = rolling(plan, record);
    assertThat(result.isDone()).isTrue();
  }

  private RollingResult rolling(RollingPlan plan, Path record) {
    try (Fleet fleet = fleet(Duration.ofSeconds(30), "web1", "bad1", "web2")) {
      return RollingChange.of(
              fleet, plan, "restart web", (host, upstart) -> upstart.job("web").restart())
          .recordedIn(record)
          .run(one -> assertThat(List.of("web1", "bad1", "web2")).contains(one.host().name()));
    }
  }
}
