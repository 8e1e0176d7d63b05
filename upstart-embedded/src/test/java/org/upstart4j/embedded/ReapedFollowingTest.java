package org.upstart4j.embedded;

import org.junit.jupiter.api.condition.EnabledIf;
import org.upstart4j.embedded.process.ProcessSpawner;

/** Processes are followed in the same way where orphans become children of this program. */
@EnabledIf(value = "org.upstart4j.embedded.HostProcesses#canReap", disabledReason = "needs Java 22")
class ReapedFollowingTest extends HostFollowingTest {

  @Override
  ProcessSpawner processes() {
    return new HostProcesses().reaping();
  }
}
