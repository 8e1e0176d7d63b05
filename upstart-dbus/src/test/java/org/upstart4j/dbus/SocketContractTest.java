package org.upstart4j.dbus;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.testkit.contract.ConditionContract;
import org.upstart4j.testkit.contract.DefinitionContract;
import org.upstart4j.testkit.contract.EmitsContract;
import org.upstart4j.testkit.contract.SignalContract;
import org.upstart4j.testkit.contract.StateDumpContract;
import org.upstart4j.testkit.contract.SystemEnvironmentContract;
import org.upstart4j.testkit.contract.TransportContract;
import org.upstart4j.testkit.contract.UpstartFixture;
import org.upstart4j.testkit.contract.UsageContract;

/** The engine, served at a private address. */
@Execution(ExecutionMode.CONCURRENT)
class SocketContractTest
    implements TransportContract,
        SignalContract,
        SystemEnvironmentContract,
        DefinitionContract,
        ConditionContract,
        EmitsContract,
        UsageContract,
        StateDumpContract {

  @TempDir Path folder;

  @Override
  public UpstartFixture open() {
    String address = Served.address();
    EmbeddedUpstart engine = EmbeddedUpstart.builder().folder(folder).build();
    UpstartDbusServer server = UpstartDbusServer.of(engine).listen(address);
    return new ServedFixture(
        folder,
        engine,
        server,
        timeout -> DbusUpstart.builder().at(address).timeout(timeout).build());
  }
}
