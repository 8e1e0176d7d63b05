package org.upstart4j.it.ssh;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.dbus.DbusUpstartModule;
import org.upstart4j.it.site.LocalSite;
import org.upstart4j.it.site.SiteFixture;
import org.upstart4j.testkit.contract.DefinitionContract;
import org.upstart4j.testkit.contract.TransportContract;
import org.upstart4j.testkit.contract.UpstartFixture;

/**
 * A real Upstart 0.6.5, such as that of RHEL 6, as process 1, over an sshd of the test's own on the
 * same machine. It sends no signals, and tells no conditions, usage or state, so those contracts
 * are not kept. Red Hat's patches need bash as {@code /bin/sh}.
 */
@EnabledIfSystemProperty(
    named = OldUpstartSshTest.ADDRESS,
    matches = ".+",
    disabledReason = "no Upstart 0.6.5 is named by -Dupstart.it.old and -Dupstart.it.confdir")
class OldUpstartSshTest implements TransportContract, DefinitionContract {

  static final String ADDRESS = "upstart.it.old";

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
  public UpstartFixture open() {
    String address = System.getProperty(ADDRESS);
    return new SiteFixture(
        LocalSite.named(),
        timeout ->
            DbusUpstartModule.of(
                SshFixture.builder(sshd, address)
                    .ssh(sshd.destination(), sshd.sharedOptions())
                    .timeout(timeout)));
  }
}
