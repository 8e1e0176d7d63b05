package org.upstart4j.it.install;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * A Debian in a folder, without a network. What a test does to it goes into a layer above the
 * system, which stays as it was.
 */
final class Machine {

  private static final String SYSTEM = "upstart.it.system";

  /** Each run sees the system with the layer, in namespaces of its own. */
  private static final String ENTER =
      """
      mount -t overlay -o "lowerdir=$1,upperdir=$2/upper,workdir=$2/work" overlay "$2/root"
      mount -t proc proc "$2/root/proc"
      mount --rbind /dev "$2/root/dev"
      exec chroot "$2/root" /bin/bash -c "$3"
      """;

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
          "DEBIAN_FRONTEND", "noninteractive",
          "HOME", "/root",
          "LC_ALL", "C.UTF-8");

  private final String system;
  private final Path layer;

  private Machine(String system, Path layer) {
    this.system = system;
    this.layer = layer;
  }

  /** A new one, with a file put into its folder {@code /packages}. */
  static Machine with(Path layer, Path file) throws IOException {
    String system = System.getProperty(SYSTEM, "");
    assumeTrue(!system.isEmpty(), "skipped: this test needs a Debian; .ci/package makes it");
    Files.createDirectories(layer.resolve("work"));
    Files.createDirectories(layer.resolve("root"));
    Path folder = Files.createDirectories(layer.resolve("upper/packages"));
    Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
    return new Machine(system, layer);
  }

  /** Runs a script of bash as root. */
  Ended run(String script) throws IOException, InterruptedException {
    return Ended.run(
        layer,
        ENVIRONMENT,
        List.of(
            "unshare",
            "--mount",
            "--net",
            "--pid",
            "--fork",
            "--kill-child",
            "sh",
            "-ec",
            ENTER,
            "sh",
            system,
            layer.toString(),
            script));
  }

  /** Runs a script of bash as a user who has no right to anything. */
  Ended runAsUser(String script) throws IOException, InterruptedException {
    return run(
        "exec setpriv --reuid=1234 --regid=1234 --clear-groups --inh-caps=-all "
            + "env PATH=/usr/local/bin:/usr/bin:/bin HOME=/nonexistent bash -c '"
            + script.replace("'", "'\\''")
            + "'");
  }
}
