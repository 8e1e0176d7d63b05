package org.upstart4j.it;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.initctl.InitctlUpstartBuilder;
import org.upstart4j.testkit.contract.ConditionContract;
import org.upstart4j.testkit.contract.EmitsContract;
import org.upstart4j.testkit.contract.SystemEnvironmentContract;
import org.upstart4j.testkit.contract.TransportContract;
import org.upstart4j.testkit.contract.UpstartFixture;
import org.upstart4j.testkit.contract.UsageContract;

/**
 * The initctl that {@code -Dupstart.initctl} names. It reaches the engine, or the real Upstart that
 * {@code -Dupstart.it.address} and {@code -Dupstart.it.confdir} name, as for {@link
 * RealUpstartTest}.
 */
@EnabledIfSystemProperty(
    named = "upstart.initctl",
    matches = ".+",
    disabledReason = "no initctl is named by -Dupstart.initctl")
class InitctlProgramTest
    implements TransportContract,
        SystemEnvironmentContract,
        ConditionContract,
        EmitsContract,
        UsageContract {

  @TempDir Path folder;

  @Override
  public UpstartFixture open() {
    Supplier<InitctlUpstartBuilder> program =
        InitctlFixture.program(System.getProperty("upstart.initctl"));
    String address = System.getProperty("upstart.it.address");
    return address == null
        ? InitctlFixture.ofTheEngine(folder, program)
        : InitctlFixture.at(address, Path.of(System.getProperty("upstart.it.confdir")), program);
  }
}
