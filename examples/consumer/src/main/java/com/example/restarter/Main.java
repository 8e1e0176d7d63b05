package com.example.restarter;

import java.time.Duration;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartException;
import org.upstart4j.Wait;
import org.upstart4j.spi.UpstartProvider;

/**
 * Restarts all instances of some jobs.
 *
 * <pre>java -p target/lib -m com.example.restarter/com.example.restarter.Main JOB...</pre>
 */
public final class Main {

  private Main() {}

  public static void main(String... jobs) {
    try (Upstart upstart = UpstartProvider.connect()) {
      RollingRestart rolling = new RollingRestart(upstart, Wait.atMost(Duration.ofSeconds(30)));
      for (String job : jobs) {
        rolling.restart(job, System.out::println);
      }
    } catch (UpstartException failure) {
      System.err.println(failure.getMessage());
      System.exit(1);
    }
  }
}
