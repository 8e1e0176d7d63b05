package org.upstart4j.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.testkit.contract.CapabilityContract;
import org.upstart4j.testkit.contract.ConditionContract;
import org.upstart4j.testkit.contract.EmitsContract;
import org.upstart4j.testkit.contract.ErrorContract;
import org.upstart4j.testkit.contract.EventContract;
import org.upstart4j.testkit.contract.InstanceContract;
import org.upstart4j.testkit.contract.JobControlContract;
import org.upstart4j.testkit.contract.RequestContract;
import org.upstart4j.testkit.contract.StageContract;
import org.upstart4j.testkit.contract.SystemEnvironmentContract;
import org.upstart4j.testkit.contract.UpstartFixture;
import org.upstart4j.testkit.contract.UsageContract;
import org.upstart4j.testkit.contract.VariableContract;

/**
 * Our own command line as initctl, with the engine behind it. Each call starts a JVM, so that
 * contracts about many threads and short times are for {@link InitctlProgramTest}.
 */
@DisabledIfSystemProperty(
    named = "upstart.initctl",
    matches = ".+",
    disabledReason = "-Dupstart.initctl names another initctl")
class InitctlTransportTest
    implements RequestContract,
        CapabilityContract,
        JobControlContract,
        VariableContract,
        EventContract,
        InstanceContract,
        ErrorContract,
        StageContract,
        SystemEnvironmentContract,
        ConditionContract,
        EmitsContract,
        UsageContract {

  private static final Path PROGRAM = Project.file("bin/initctl");

  @TempDir Path folder;

  @BeforeAll
  static void findProgram() {
    assumeTrue(Files.isExecutable(PROGRAM), "skipped: there is no " + PROGRAM);
    assumeTrue(
        Files.isDirectory(Project.file("upstart-cli/target/lib")),
        "skipped: this test needs upstart-cli/target/lib; run ./mvnw package first");
  }

  @Override
  public UpstartFixture open() {
    return InitctlFixture.ofTheEngine(folder, PROGRAM.toString());
  }
}
