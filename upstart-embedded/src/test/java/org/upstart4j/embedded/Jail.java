package org.upstart4j.embedded;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A folder that can be a root directory: with a shell, a {@code sleep}, and a user of its own. */
final class Jail {

  private static final Pattern LIBRARY = Pattern.compile("(/\\S+) \\(0x");

  private Jail() {}

  static Path create(Path root) throws IOException {
    assumeTrue(Root.is(), "only root may change the root directory");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/ldd")), "there is no ldd");
    copy(root, Path.of("/bin/sh"));
    copy(root, Path.of("/bin/sleep"));
    Files.createDirectories(root.resolve("etc"));
    Files.writeString(
        root.resolve("etc/passwd"), "root:x:0:0:::\nprisoner:x:1234:2345::/:/bin/sh\n");
    Files.writeString(
        root.resolve("etc/group"), "root:x:0:\ncell:x:3456:\nyard:x:4567:other,prisoner\n");
    Files.createSymbolicLink(root.resolve("link"), Path.of("/etc"));
    Files.createSymbolicLink(root.resolve("etc/up"), Path.of("../../../../bin/sleep"));
    return root;
  }

  /** Links that lead out of the folder are not cleared away silently. */
  static void deleteLinks(Path root) throws IOException {
    Files.delete(root.resolve("link"));
    Files.delete(root.resolve("etc/up"));
  }

  private static void copy(Path root, Path program) throws IOException {
    place(root, program);
    Process ldd = new ProcessBuilder("ldd", program.toString()).start();
    String libraries = new String(ldd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher library = LIBRARY.matcher(libraries);
    while (library.find()) {
      place(root, Path.of(library.group(1)));
    }
  }

  private static void place(Path root, Path file) throws IOException {
    Path copy = root.resolve(file.toString().substring(1));
    Files.createDirectories(copy.getParent());
    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
  }
}
