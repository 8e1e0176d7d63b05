package org.upstart4j.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.testkit.contract.UpstartFixture;
import org.upstart4j.testkit.contract.VariableContract;

/**
 * {@code bin/initctl} as a real program, in front of the engine: no word is lost on the way. Each
 * call starts a JVM, so {@link InitctlTransportTest} checks all contracts in this JVM, and {@link
 * InitctlProgramTest} does so for the program on request.
 */
class BuiltInitctlTest implements VariableContract {

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
    return InitctlFixture.ofTheEngine(folder, InitctlFixture.program(PROGRAM.toString()));
  }
}
