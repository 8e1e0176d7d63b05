package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.upstart4j.Job;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.Subscription;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartListener;
import org.upstart4j.dbus.DbusUpstart;
import org.upstart4j.testkit.contract.ConditionContract;
import org.upstart4j.testkit.contract.DefinitionContract;
import org.upstart4j.testkit.contract.EmitsContract;
import org.upstart4j.testkit.contract.FileDescriptorContract;
import org.upstart4j.testkit.contract.FolderFixture;
import org.upstart4j.testkit.contract.SignalContract;
import org.upstart4j.testkit.contract.StateDumpContract;
import org.upstart4j.testkit.contract.SystemEnvironmentContract;
import org.upstart4j.testkit.contract.TransportContract;
import org.upstart4j.testkit.contract.Trial;
import org.upstart4j.testkit.contract.UpstartFixture;
import org.upstart4j.testkit.contract.UsageContract;

/**
 * A real Upstart that runs as process 1: {@code -Dupstart.it.address} says where it listens, with
 * {@code -Dupstart.it.bus=true} the bus that it is on, and {@code -Dupstart.it.confdir} where its
 * job files are. Needs to be root.
 */
@EnabledIfSystemProperty(
    named = "upstart.it.address",
    matches = ".+",
    disabledReason = "no Upstart is named by -Dupstart.it.address and -Dupstart.it.confdir")
class RealUpstartTest
    implements TransportContract,
        SignalContract,
        SystemEnvironmentContract,
        DefinitionContract,
        ConditionContract,
        EmitsContract,
        UsageContract,
        StateDumpContract,
        FileDescriptorContract {

  @Override
  public UpstartFixture open() {
    return new Fixture(Path.of(System.getProperty("upstart.it.confdir")), connect());
  }

  private static DbusUpstart connect() {
    String address = System.getProperty("upstart.it.address");
    return Boolean.getBoolean("upstart.it.bus")
        ? DbusUpstart.builder().bus(address).build()
        : DbusUpstart.at(address);
  }

  @Test
  void itExecutesItselfAnewAndListenersHearAllAfterIt(Trial trial) throws Exception {
    Job job = trial.job("exec sleep 1000");
    JobStatus before = job.start().status();
    CountDownLatch back = new CountDownLatch(1);
    CountDownLatch heard = new CountDownLatch(1);
    UpstartListener listener =
        new UpstartListener() {
          @Override
          public void connectionRegained(Set<String> came, Set<String> gone) {
            back.countDown();
          }

          @Override
          public void stateChanged(String name, String instance, State state) {
            if (name.equals(job.name()) && state.equals(State.WAITING)) {
              heard.countDown();
            }
          }
        };
    try (Subscription subscription = trial.upstart().subscribe(listener)) {
      trial.upstart().reExec();
      assertThat(back.await(30, TimeUnit.SECONDS)).isTrue();

      assertThat(job.status()).isEqualTo(before);
      job.stop();
      assertThat(heard.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static final class Fixture extends FolderFixture {

    private final List<Upstart> more = new ArrayList<>();

    Fixture(Path folder, Upstart upstart) {
      super(folder, upstart);
    }

    @Override
    public Upstart closeable() {
      Upstart another = connect();
      more.add(another);
      return another;
    }

    @Override
    public void close() {
      super.close();
      more.forEach(Upstart::close);
    }
  }
}
