package org.upstart4j.dbus;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.testkit.contract.SessionEnvironmentContract;
import org.upstart4j.testkit.contract.UpstartFixture;
import org.upstart4j.testkit.contract.VariableContract;

/** The engine as the Upstart of a session, served at the session's address. */
class SessionContractTest implements SessionEnvironmentContract, VariableContract {

  @TempDir Path folder;

  @Override
  public UpstartFixture open() {
    String address = Served.address();
    EmbeddedUpstart engine = EmbeddedUpstart.builder().folder(folder).userSession(true).build();
    UpstartDbusServer server = UpstartDbusServer.of(engine).listen(address);
    return new ServedFixture(folder, engine, server, timeout -> Served.client(address));
  }
}
