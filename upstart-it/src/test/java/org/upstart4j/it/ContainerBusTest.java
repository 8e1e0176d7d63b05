package org.upstart4j.it;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.upstart4j.dbus.DbusUpstart;
import org.upstart4j.dbus.DbusUpstartModule;
import org.upstart4j.it.site.ContainerExtension;
import org.upstart4j.it.site.DbusContracts;
import org.upstart4j.it.site.ReExecContract;
import org.upstart4j.it.site.SiteFixture;
import org.upstart4j.testcontainers.Transport;
import org.upstart4j.testkit.contract.UpstartFixture;

/** The Upstart of a container on its system bus. */
class ContainerBusTest implements DbusContracts, ReExecContract {

  @RegisterExtension
  static final ContainerExtension CONTAINER = new ContainerExtension(Transport.BUS);

  @Override
  public UpstartFixture open() {
    return new SiteFixture(
        CONTAINER.fresh(),
        timeout ->
            DbusUpstartModule.of(
                DbusUpstart.builder().bus(CONTAINER.container().busAddress()).timeout(timeout)));
  }
}
