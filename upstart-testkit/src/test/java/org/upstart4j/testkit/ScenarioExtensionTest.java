package org.upstart4j.testkit;

import static org.upstart4j.testkit.UpstartAssertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.upstart4j.simulation.scenario.Scenario;

/** A test takes the scenario files of a simulation. */
class ScenarioExtensionTest {

  @RegisterExtension
  UpstartExtension upstart =
      UpstartExtension.job("web", "start on started db\nexec /usr/sbin/web\n")
          .withJob("report", "start on disks DISK=sda\nexec /usr/bin/report\n")
          .withScenario(
              Scenario.parse(
                  """
                  programs:
                    - program: /usr/sbin/web
                      ends-after: 3s
                      exits-with: 1
                  jobs:
                    web: exec never
                    db: |
                      start on startup
                      exec /usr/sbin/db
                  events:
                    - startup
                    - {event: disks DISK=sda, after: 5s}
                  """));

  @Test
  void itsProgramsAndJobsAndEventsPlay() {
    assertThat(upstart.job("db")).isRunning();
    assertThat(upstart.job("web")).isRunning();

    upstart.advance(Duration.ofSeconds(4));
    assertThat(upstart.job("web")).isStopped();
    assertThat(upstart.job("report")).isStopped();

    upstart.advance(Duration.ofSeconds(1));
    assertThat(upstart.job("report")).isRunning();
  }

  @Test
  void whatTheTestScriptsComesFirst() {
    upstart.when("/usr/bin/report").exitsWith(7);

    upstart.advance(Duration.ofSeconds(5));

    assertThat(upstart.job("report")).isStopped();
  }
}
