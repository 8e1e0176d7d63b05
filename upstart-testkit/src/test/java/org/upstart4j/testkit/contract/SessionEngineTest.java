package org.upstart4j.testkit.contract;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.embedded.EmbeddedUpstart;

/** The engine as the Upstart of a session: the contracts for which that makes a difference. */
class SessionEngineTest implements SessionEnvironmentContract, VariableContract {

  @TempDir Path folder;

  @Override
  public UpstartFixture open() {
    return new FolderFixture(
        folder, EmbeddedUpstart.builder().folder(folder).userSession(true).build());
  }
}
