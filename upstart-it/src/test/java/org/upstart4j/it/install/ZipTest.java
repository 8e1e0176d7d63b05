package org.upstart4j.it.install;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The zip, unpacked into a folder whose name holds a blank, without a network. */
class ZipTest {

  private static final int NOBODY = 65_534;

  @TempDir Path folder;
  private Path home;

  static List<String> jdks() {
    return List.of(
        System.getProperty("upstart.it.jdks", System.getProperty("java.home")).split(":"));
  }

  @BeforeEach
  void unpack() throws IOException, InterruptedException {
    Path zip = Packages.zip();
    Path place = Files.createDirectory(folder.resolve("a place"));
    Ended unpacked = run(Map.of(), "unzip", "-q", zip.toString(), "-d", place.toString());
    assertThat(unpacked.status()).as(unpacked.output()).isZero();
    home = place.resolve(zip.getFileName().toString().replaceFirst("\\.zip$", ""));
  }

  private Ended run(Map<String, String> more, String... line)
      throws IOException, InterruptedException {
    Map<String, String> environment = new TreeMap<>();
    environment.put("PATH", "/usr/bin:/bin:/usr/sbin");
    environment.put("HOME", folder.toString());
    environment.put("LC_ALL", "C.UTF-8");
    environment.putAll(more);
    return Ended.run(folder, environment, List.of(line));
  }

  private Ended upstart(String jdk, String... arguments) throws IOException, InterruptedException {
    return upstart(Map.of("JAVA_HOME", jdk), arguments);
  }

  private Ended upstart(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    if (mayDoAll()) {
      line.addAll(List.of("unshare", "--net"));
    }
    line.add(home.resolve("bin/upstart").toString());
    line.addAll(List.of(arguments));
    return run(environment, line.toArray(String[]::new));
  }

  private static boolean mayDoAll() {
    return System.getProperty("user.name").equals("root");
  }

  private List<Path> archives(Path place) throws IOException {
    try (Stream<Path> files = Files.list(place)) {
      return files.filter(file -> file.toString().endsWith(".archive")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void itRunsOnAnyJdkAndStartsQuickerTheSecondTime(String jdk)
      throws IOException, InterruptedException {
    assertThat(upstart(jdk, "--version").output())
        .matches("upstart4j \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
    List<Path> made = archives(home.resolve("lib"));
    assertThat(made).singleElement().satisfies(file -> assertThat(file).isNotEmptyFile());
    assertThat(upstart(jdk, "--version").status()).isZero();
    assertThat(archives(home.resolve("lib"))).isEqualTo(made);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void theProgramsOfInitctlAreThere(String jdk) throws IOException, InterruptedException {
    for (String name : List.of("initctl", "start", "stop", "restart", "reload", "status")) {
      assertThat(run(Map.of("JAVA_HOME", jdk), home.resolve("bin/" + name).toString(), "--help"))
          .as(name)
          .matches(ended -> ended.status() == 0 && ended.output().startsWith("Usage: " + name));
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void itDraws(String jdk) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("web.conf"), "start on startup\n");

    assertThat(upstart(jdk, "graph", "--confdir", folder.toString(), "--format", "svg").output())
        .contains("<svg", "startup", "</svg>");
  }

  @Test
  void theLicencesAreInIt() {
    assertThat(home.resolve("LICENSE")).isNotEmptyFile();
    assertThat(home.resolve("NOTICE")).isNotEmptyFile();
    assertThat(home.resolve("THIRD-PARTY.txt")).isNotEmptyFile();
    assertThat(home.resolve("share/man/man1/upstart.1")).isNotEmptyFile();
    assertThat(home.resolve("upstart4j.cdx.json")).content().contains("antlr4");
  }

  @Test
  void whoMayNotWriteBesideTheJarsHasAFolderOfHisOwn() throws IOException, InterruptedException {
    Path cache = cacheOf("rwx------");

    assertThat(asNobody(cache).output()).startsWith("upstart4j ");
    Path own = cache.resolve("upstart4j");
    assertThat(Files.getPosixFilePermissions(own)).isEqualTo(fromString("rwx------"));
    assertThat(archives(own)).singleElement().satisfies(file -> assertThat(file).isNotEmptyFile());
    assertThat(archives(home.resolve("lib"))).isEmpty();
  }

  @Test
  void aFolderThatOthersMayWriteIntoIsNotTrusted() throws IOException, InterruptedException {
    Path cache = cacheOf("rwx------");
    Path own = Files.createDirectory(cache.resolve("upstart4j"));
    chown(own);
    Files.setPosixFilePermissions(own, fromString("rwxrwxrwx"));

    assertThat(asNobody(cache).output()).startsWith("upstart4j ");
    assertThat(archives(own)).isEmpty();
  }

  @Test
  void aLinkToAnothersFolderIsNotFollowed() throws IOException, InterruptedException {
    Path cache = cacheOf("rwx------");
    Path other = Files.createDirectory(folder.resolve("other"));
    chown(other);
    Files.setPosixFilePermissions(other, fromString("rwx------"));
    Files.createSymbolicLink(cache.resolve("upstart4j"), other);

    assertThat(asNobody(cache).output()).startsWith("upstart4j ");
    assertThat(archives(other)).isEmpty();
  }

  private Path cacheOf(String permissions) throws IOException {
    assumeTrue(mayDoAll(), "skipped: only root can be another user");
    Path cache = Files.createDirectory(folder.resolve("cache"));
    chown(cache);
    Files.setPosixFilePermissions(cache, fromString(permissions));
    Files.setPosixFilePermissions(folder, fromString("rwxr-xr-x"));
    return cache;
  }

  private static void chown(Path file) throws IOException {
    Files.setAttribute(file, "unix:uid", NOBODY);
  }

  private Ended asNobody(Path cache) throws IOException, InterruptedException {
    return run(
        Map.of("JAVA_HOME", jdks().get(0), "XDG_CACHE_HOME", cache.toString()),
        "setpriv",
        "--reuid=" + NOBODY,
        "--regid=" + NOBODY,
        "--clear-groups",
        home.resolve("bin/upstart").toString(),
        "--version");
  }
}
