package org.upstart4j.it;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.upstart4j.initctl.InitctlUpstart;
import org.upstart4j.initctl.InitctlUpstartModule;
import org.upstart4j.it.site.InitctlContracts;
import org.upstart4j.it.site.SiteFixture;
import org.upstart4j.it.site.UpstartContainer;
import org.upstart4j.testkit.contract.UpstartFixture;

/** The Upstart of a container through its own initctl, which Docker runs. */
class ContainerInitctlTest implements InitctlContracts {

  private static final Duration TIMEOUT = Duration.ofSeconds(25);

  private static UpstartContainer container;

  @BeforeAll
  static void start() throws IOException {
    container = UpstartContainer.start();
  }

  @AfterAll
  static void end() {
    if (container != null) {
      container.close();
    }
  }

  @Override
  public UpstartFixture open() {
    return new SiteFixture(
        container.fresh(),
        InitctlUpstartModule.of(
            InitctlUpstart.builder().runner(container.programs()).timeout(TIMEOUT)),
        TIMEOUT);
  }
}
