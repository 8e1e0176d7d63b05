package org.upstart4j.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.dbus.DbusUpstart;
import org.upstart4j.dbus.DbusUpstartModule;
import org.upstart4j.it.site.DbusContracts;
import org.upstart4j.it.site.FileContract;
import org.upstart4j.it.site.LocalSite;
import org.upstart4j.it.site.SiteFixture;
import org.upstart4j.testkit.contract.UpstartFixture;

/**
 * The engine in a process of its own, which {@code bin/upstart serve} runs, at its private address:
 * what {@link RealUpstartTest} asks of a real Upstart, on any machine.
 */
class ServedProcessTest implements DbusContracts, FileContract {

  @TempDir static Path folder;
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served = Served.in(folder);
  }

  @AfterAll
  static void end() {
    if (served != null) {
      served.close();
    }
  }

  @Override
  public LocalSite site() {
    return new LocalSite(folder.resolve("init"), served.address(), Optional.empty());
  }

  @Override
  public UpstartFixture open() {
    return new SiteFixture(
        site(),
        timeout ->
            DbusUpstartModule.of(DbusUpstart.builder().at(served.address()).timeout(timeout)));
  }
}
