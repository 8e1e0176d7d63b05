package org.upstart4j.it.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.dbus.DbusUpstart;
import org.upstart4j.dbus.DbusUpstartModule;
import org.upstart4j.it.site.DbusContracts;
import org.upstart4j.it.site.FileContract;
import org.upstart4j.it.site.LocalSite;
import org.upstart4j.it.site.ReExecContract;
import org.upstart4j.it.site.SiteFixture;
import org.upstart4j.testkit.contract.UpstartFixture;

/**
 * A real Upstart that runs as process 1, over an sshd of the test's own on the same machine. {@code
 * -Dupstart.it.bridge} names the program that is the bridge.
 */
@EnabledIfSystemProperty(
    named = LocalSite.ADDRESS,
    matches = ".+",
    disabledReason = "no Upstart is named by -Dupstart.it.address and -Dupstart.it.confdir")
class RealUpstartSshTest implements DbusContracts, FileContract, ReExecContract {

  @TempDir static Path files;
  private static TestedSshd sshd;

  @BeforeAll
  static void startSshd() {
    String bridge = System.getProperty("upstart.it.bridge", "python3");
    sshd = TestedSshd.start(files.resolve("far"), FarEnd.with(bridge));
  }

  @AfterAll
  static void stopSshd() {
    if (sshd != null) {
      sshd.close();
    }
  }

  @Override
  public LocalSite site() {
    return LocalSite.named();
  }

  @Override
  public UpstartFixture open() {
    return new SiteFixture(
        site(),
        timeout ->
            DbusUpstartModule.of(
                SshFixture.builder(sshd, site().address())
                    .ssh(sshd.destination(), sshd.sharedOptions())
                    .timeout(timeout)));
  }

  @Test
  void rootIsLedToProcess1() {
    try (DbusUpstart client = DbusUpstart.ssh(sshd.destination(), sshd.options())) {
      assertThat(client.version().text()).contains("upstart");
      assertThat(client.transport()).contains(", by ");
    }
  }
}
