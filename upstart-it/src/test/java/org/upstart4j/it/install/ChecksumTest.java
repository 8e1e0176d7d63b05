package org.upstart4j.it.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The files beside the packages. */
class ChecksumTest {

  @Test
  void eachPackageHasItsChecksum() throws IOException, InterruptedException {
    for (Path file : List.of(Packages.deb(), Packages.zip())) {
      Ended checked =
          Ended.run(
              Packages.folder(),
              Map.of("PATH", "/usr/bin:/bin"),
              List.of("sha256sum", "-c", file.getFileName() + ".sha256"));
      assertThat(checked.status()).as(checked.output()).isZero();
    }
  }
}
