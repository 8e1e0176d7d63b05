package org.upstart4j.it.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.Capability;
import org.upstart4j.it.site.DbusContracts;
import org.upstart4j.testkit.contract.UpstartFixture;

/** What holds for an Upstart over D-Bus over ssh, whichever program is the bridge. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SshContracts implements DbusContracts {

  @TempDir Path folder;
  @TempDir static Path files;
  private TestedSshd sshd;

  private final FarEnd far;
  private final String bridge;
  private final boolean share;

  /**
   * Makes the tests of a bridge.
   *
   * @param far what a login finds
   * @param bridge the program that the transport names
   * @param share whether all clients share one connection of ssh
   */
  SshContracts(FarEnd far, String bridge, boolean share) {
    this.far = far;
    this.bridge = bridge;
    this.share = share;
  }

  @BeforeAll
  void startSshd() {
    sshd = TestedSshd.start(files.resolve("far"), far);
  }

  @AfterAll
  void stopSshd() {
    if (sshd != null) {
      sshd.close();
    }
  }

  @Override
  public UpstartFixture open() {
    return SshFixture.of(folder, sshd, share);
  }

  @Test
  void theTransportNamesTheBridgeAndPassesNoFiles() {
    try (UpstartFixture fixture = open()) {
      assertThat(fixture.upstart().capabilities())
          .contains(Capability.SIGNALS, Capability.STATE_DUMP)
          .doesNotContain(Capability.FILE_DESCRIPTORS);
      assertThat(fixture.upstart().transport()).contains(" over ssh to ", ", by " + bridge);
    }
  }
}
