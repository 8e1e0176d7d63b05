package org.upstart4j.it;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.upstart4j.dbus.DbusUpstart;
import org.upstart4j.dbus.DbusUpstartModule;
import org.upstart4j.it.site.DbusContracts;
import org.upstart4j.it.site.FileContract;
import org.upstart4j.it.site.LocalSite;
import org.upstart4j.it.site.ReExecContract;
import org.upstart4j.it.site.SiteFixture;
import org.upstart4j.testkit.contract.FileDescriptorContract;
import org.upstart4j.testkit.contract.UpstartFixture;

/**
 * A real Upstart that runs as process 1: {@code -Dupstart.it.address} says where it listens, and
 * {@code -Dupstart.it.confdir} where its job files are. Must run as root.
 */
@EnabledIfSystemProperty(
    named = LocalSite.ADDRESS,
    matches = ".+",
    disabledReason = "no Upstart is named by -Dupstart.it.address and -Dupstart.it.confdir")
class RealUpstartTest
    implements DbusContracts, FileDescriptorContract, FileContract, ReExecContract {

  @Override
  public LocalSite site() {
    return LocalSite.named();
  }

  @Override
  public UpstartFixture open() {
    return new SiteFixture(
        site(),
        timeout ->
            DbusUpstartModule.of(DbusUpstart.builder().at(site().address()).timeout(timeout)));
  }
}
