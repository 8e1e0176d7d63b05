package org.upstart4j.it;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.upstart4j.dbus.DbusUpstart;
import org.upstart4j.dbus.DbusUpstartModule;
import org.upstart4j.it.site.DbusContracts;
import org.upstart4j.it.site.ReExecContract;
import org.upstart4j.it.site.SiteFixture;
import org.upstart4j.it.site.UpstartContainer;
import org.upstart4j.testkit.contract.UpstartFixture;

/** The Upstart of a container on its system bus. */
class ContainerBusTest implements DbusContracts, ReExecContract {

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
        DbusUpstartModule.of(DbusUpstart.builder().bus(container.bus()).timeout(TIMEOUT)),
        TIMEOUT);
  }
}
