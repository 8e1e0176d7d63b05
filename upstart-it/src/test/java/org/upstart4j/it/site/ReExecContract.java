package org.upstart4j.it.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.upstart4j.Job;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.Subscription;
import org.upstart4j.UpstartListener;
import org.upstart4j.testkit.contract.Trial;
import org.upstart4j.testkit.contract.UpstartContract;

/** What holds when an Upstart re-executes itself. */
public interface ReExecContract extends UpstartContract {

  @Test
  default void itReExecutesItselfAndListenersHearEverythingAfterThat(Trial trial) throws Exception {
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
      assertThat(back.await(60, TimeUnit.SECONDS)).isTrue();

      assertThat(job.status()).isEqualTo(before);
      job.stop();
      assertThat(heard.await(60, TimeUnit.SECONDS)).isTrue();
    }
  }
}
