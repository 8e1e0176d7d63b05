package org.upstart4j.it;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.upstart4j.dbus.DbusUpstart;
import org.upstart4j.dbus.DbusUpstartModule;
import org.upstart4j.it.site.DbusContracts;
import org.upstart4j.it.site.LocalSite;
import org.upstart4j.it.site.ReExecContract;
import org.upstart4j.it.site.SiteFixture;
import org.upstart4j.testkit.contract.FileDescriptorContract;
import org.upstart4j.testkit.contract.UpstartFixture;

/**
 * The same real Upstart as {@link RealUpstartTest}, on the bus that {@code -Dupstart.it.bus} names.
 */
@EnabledIfSystemProperty(
    named = "upstart.it.bus",
    matches = ".+",
    disabledReason = "no bus with an Upstart on it is named by -Dupstart.it.bus")
class RealBusTest implements DbusContracts, FileDescriptorContract, ReExecContract {

  @Override
  public UpstartFixture open() {
    String bus = System.getProperty("upstart.it.bus");
    return new SiteFixture(
        LocalSite.named(),
        timeout -> DbusUpstartModule.of(DbusUpstart.builder().bus(bus).timeout(timeout)));
  }
}
