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
import org.upstart4j.testkit.contract.UpstartFixture;
import org.upstart4j.testkit.contract.UsageContract;

/**
 * Our own command line as initctl, with the engine behind it. Each call starts a JVM, so this is
 * only what shows that the one understands the other: capabilities, errors, and what is read of
 * jobs. Starting and stopping them is for {@link InitctlProgramTest} with another initctl; that our
 * own does it as the real one, the recordings show, which run it without a JVM for each call.
 */
@DisabledIfSystemProperty(
    named = "upstart.initctl",
    matches = ".+",
    disabledReason = "-Dupstart.initctl names another initctl")
class InitctlTransportTest
    implements CapabilityContract, ErrorContract, ConditionContract, EmitsContract, UsageContract {

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
