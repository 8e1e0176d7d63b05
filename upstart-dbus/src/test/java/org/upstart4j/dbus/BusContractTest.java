package org.upstart4j.dbus;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.testkit.contract.ClosingContract;
import org.upstart4j.testkit.contract.ConcurrencyContract;
import org.upstart4j.testkit.contract.ConditionContract;
import org.upstart4j.testkit.contract.EmitsContract;
import org.upstart4j.testkit.contract.EnsureContract;
import org.upstart4j.testkit.contract.ErrorContract;
import org.upstart4j.testkit.contract.EventContract;
import org.upstart4j.testkit.contract.InstanceContract;
import org.upstart4j.testkit.contract.JobControlContract;
import org.upstart4j.testkit.contract.RequestContract;
import org.upstart4j.testkit.contract.SignalContract;
import org.upstart4j.testkit.contract.StageContract;
import org.upstart4j.testkit.contract.StateDumpContract;
import org.upstart4j.testkit.contract.SystemEnvironmentContract;
import org.upstart4j.testkit.contract.UpstartFixture;
import org.upstart4j.testkit.contract.UsageContract;
import org.upstart4j.testkit.contract.WaitContract;

/**
 * The engine, served on a real bus. It describes itself as the real Upstart does, which takes
 * files, so its own capabilities don't show.
 */
class BusContractTest
    implements RequestContract,
        JobControlContract,
        EventContract,
        InstanceContract,
        ErrorContract,
        WaitContract,
        StageContract,
        EnsureContract,
        ConcurrencyContract,
        ClosingContract,
        SignalContract,
        SystemEnvironmentContract,
        ConditionContract,
        EmitsContract,
        UsageContract,
        StateDumpContract {

  @TempDir static Path busFolder;
  private static BusDaemon daemon;

  @TempDir Path folder;

  @BeforeAll
  static void startBus() throws IOException {
    daemon = new BusDaemon(busFolder, "");
  }

  @AfterAll
  static void stopBus() throws IOException {
    if (daemon != null) {
      daemon.close();
    }
  }

  @Override
  public UpstartFixture open() {
    EmbeddedUpstart engine = EmbeddedUpstart.builder().folder(folder).build();
    UpstartDbusServer server = UpstartDbusServer.of(engine).joinBus(daemon.address);
    return new ServedFixture(
        folder,
        engine,
        server,
        timeout -> DbusUpstart.builder().bus(daemon.address).timeout(timeout).build());
  }
}
