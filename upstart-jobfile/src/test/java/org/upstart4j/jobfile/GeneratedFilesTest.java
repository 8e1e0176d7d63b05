package org.upstart4j.jobfile;

import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.upstart4j.jobfile.version.UpstartVersion;

class GeneratedFilesTest {

  @Test
  void noiseKeepsTheInvariants() {
    check(5_000, JobFileGenerator::noise);
  }

  @Test
  void nearlyRightFilesKeepTheInvariants() {
    check(20_000, JobFileGenerator::file);
  }

  @Test
  void overridesOfNearlyRightFilesAreJudgedWithoutAnError() {
    check(
        5_000,
        generator -> {
          JobFile conf = JobFile.parse(generator.file());
          JobFile override = JobFile.parse(generator.file());
          JobDefinition.verdict("job", conf, override, UpstartVersion.CHROMEOS_1_13).registered();
          return override.toBytes();
        });
  }

  private static void check(int files, Function<JobFileGenerator, byte[]> make) {
    for (int seed = 0; seed < files; seed++) {
      byte[] file = make.apply(new JobFileGenerator(seed));
      assertThatNoException()
          .as("seed %d: %s", seed, Invariants.latin1(file))
          .isThrownBy(() -> Invariants.check(file));
    }
  }
}
