package org.upstart4j.it;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.upstart4j.initctl.InitctlUpstart;
import org.upstart4j.it.site.InitctlContracts;
import org.upstart4j.it.site.OwnInitctl;
import org.upstart4j.testkit.contract.UpstartFixture;

/** What our own initctl understands and prints, in front of the engine, all in this JVM. */
@Execution(ExecutionMode.CONCURRENT)
class InitctlTransportTest implements InitctlContracts {

  @TempDir Path folder;

  @Override
  public UpstartFixture open() {
    return InitctlFixture.ofTheEngine(
        folder, () -> InitctlUpstart.builder().runner(new OwnInitctl()));
  }
}
