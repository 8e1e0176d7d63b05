package org.upstart4j.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;

/** The archives of classes that {@code bin/upstart} makes, in a folder with the built jars. */
class ArchiveTest {

  private static final Pattern CLASS =
      Pattern.compile(".* (?<name>org\\.(upstart4j|eclipse)\\.\\S+) source: (?<source>.*)");

  @TempDir private Path folder;

  /** A program with a JDK of a version, which says where it takes each class from. */
  private Shell shell(int version) throws IOException {
    Shell shell = Shell.in(folder);
    Optional<Jdk> jdk = Jdk.find(version);
    assumeTrue(
        jdk.isPresent(),
        "skipped: there is no JDK %d; JAVA%d_HOME may say where".formatted(version, version));
    copy("bin/upstart", "bin/upstart-create", "bin/launch.sh", "bin/options.sh");
    Path built = Project.file("upstart-cli/target/lib");
    try (Stream<Path> jars = Files.walk(built)) {
      for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
        Path copy = lib().resolve(built.relativize(jar));
        Files.createDirectories(copy.getParent());
        Files.copy(jar, copy);
      }
    }
    Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.copy(jdk.get().home().resolve("release"), folder.resolve("jdk/release"));
    Files.writeString(
        java,
        """
        #!/bin/sh
        for word; do
          shift
          case $LOADED:$word in ?*:-Xlog:*) ;; *) set -- "$@" "$word" ;; esac
        done
        exec %s ${LOADED:+-Xlog:class+load:file="$LOADED"} "$@"
        """
            .formatted(jdk.get().program("java")));
    java.toFile().setExecutable(true);
    return shell.with("JAVA_HOME", folder.resolve("jdk").toString()).with("LOADED", "");
  }

  private void copy(String... files) throws IOException {
    Files.createDirectories(folder.resolve("bin"));
    for (String file : files) {
      Files.copy(Project.file(file), folder.resolve(file));
      folder.resolve(file).toFile().setExecutable(true);
    }
  }

  private Path lib() {
    return folder.resolve("lib");
  }

  /** Everything that the launcher has made. */
  private List<Path> archives() throws IOException {
    try (Stream<Path> files = Files.list(lib())) {
      return files
          .filter(
              file -> file.getFileName().toString().matches("(ask|exporter|picture|rest|watch)-.*"))
          .sorted()
          .toList();
    }
  }

  /** The classes of this project that come out of their jars, which takes time. */
  private List<String> unarchived(Shell shell, String line) throws IOException {
    Path loaded = folder.resolve("loaded");
    Shell.Result result = shell.with("LOADED", loaded.toString()).sh(line);
    assertThat(result.errors()).isEmpty();
    assertThat(result.status()).isZero();
    List<String> all =
        Files.readAllLines(loaded).stream().filter(CLASS.asMatchPredicate()).toList();
    assertThat(all).hasSizeGreaterThan(20);
    return all.stream().filter(one -> !one.contains("source: shared objects file")).toList();
  }

  @ParameterizedTest(name = "Java {0}")
  @ValueSource(ints = {17, 25})
  void commandsTakeTheirClassesFromTheArchiveOfTheirKind(int version) throws IOException {
    Shell shell = shell(version);
    Path jobs = Files.createDirectory(folder.resolve("init"));
    Path job = Files.writeString(jobs.resolve("web.conf"), "task\n");
    String address = "unix:path=" + folder.resolve("socket");
    try (EmbeddedUpstart engine = EmbeddedUpstart.builder().folder(jobs).build();
        UpstartDbusServer server = UpstartDbusServer.of(engine).listen(address)) {
      Shell session = shell.with("UPSTART_SESSION", address);
      assertThat(session.sh("bin/upstart version").errors()).isEmpty();
      assertThat(archives()).singleElement().asString().contains("/ask-");

      assertThat(unarchived(session, "bin/upstart version")).isEmpty();
      assertThat(unarchived(session, "bin/upstart list")).isEmpty();
      assertThat(unarchived(session, "bin/upstart status web")).isEmpty();
      assertThat(unarchived(session, "bin/upstart-create -j web /bin/sh")).isEmpty();
      assertThat(archives()).hasSize(1);
      assertThat(session.sh("bin/upstart list --watch --help").errors()).isEmpty();
      assertThat(archives())
          .hasSize(2)
          .last()
          .satisfies(watch -> assertThat(watch).isNotEmptyFile().asString().contains("/watch-"));
    }
    assertThat(shell.sh("bin/upstart parse " + job).errors()).isEmpty();
    assertThat(archives()).hasSize(3);
    assertThat(unarchived(shell, "bin/upstart parse " + job)).isEmpty();
  }

  /** But for the classes of EMF, and those built on them: a newer JDK archives none so old. */
  @ParameterizedTest(name = "Java {0}")
  @ValueSource(ints = {17, 25})
  void whatDrawsTakesItsClassesAndThoseOfTheLayoutFromAnArchiveOfItsOwn(int version)
      throws IOException {
    Shell shell = shell(version);
    Path jobs = Files.createDirectory(folder.resolve("init"));
    Files.writeString(jobs.resolve("web.conf"), "start on startup\n");
    String graph = "bin/upstart graph --confdir init --format svg";

    assertThat(shell.sh(graph).output()).contains("<svg", "startup");
    assertThat(archives()).singleElement().asString().contains("/picture-");
    assertThat(unarchived(shell, graph))
        .filteredOn(one -> one.contains("source: file:"))
        .noneMatch(one -> one.contains("/upstart-") || one.contains("/org.eclipse.elk.alg."));
  }

  @ParameterizedTest(name = "Java {0}")
  @ValueSource(ints = {17, 25})
  void theExporterTakesItsClassesFromAnArchiveOfItsOwn(int version) throws IOException {
    Shell shell = shell(version);
    Path jobs = Files.createDirectory(folder.resolve("init"));
    Files.writeString(jobs.resolve("web.conf"), "task\n");
    String exporter = "bin/upstart exporter --once --transport embedded --confdir init";

    assertThat(shell.sh(exporter).output()).contains("upstart_up 1.0");
    assertThat(archives()).singleElement().asString().contains("/exporter-");
    assertThat(unarchived(shell, exporter))
        .filteredOn(one -> one.contains("/upstart-cli") || one.contains("/upstart-micrometer"))
        .isEmpty();
  }

  @ParameterizedTest(name = "Java {0}")
  @ValueSource(ints = {17, 25})
  void anArchiveThatIsBrokenIsNotSpokenOf(int version) throws IOException {
    Shell shell = shell(version);
    String right = shell.sh("bin/upstart --version").output();
    Path archive = archives().get(0);
    byte[] whole = Files.readAllBytes(archive);
    Files.delete(archive);
    byte[] spoilt = whole.clone();
    for (int i = 0; i < 64; i++) {
      spoilt[i] ^= 0x55;
    }
    for (byte[] broken :
        List.of(new byte[0], "rubbish".getBytes(US_ASCII), Arrays.copyOf(whole, 5000), spoilt)) {
      Files.write(archive, broken);

      Shell.Result result = shell.sh("bin/upstart --version");
      assertThat(result.errors()).isEmpty();
      assertThat(result.output()).isEqualTo(right).startsWith("upstart4j ");
      assertThat(result.status()).isZero();
    }
  }

  @Test
  void jarsThatHaveChangedGetAnArchiveOfTheirOwn() throws IOException {
    Shell shell = shell(17);
    shell.sh("bin/upstart --version");
    Path jar;
    try (Stream<Path> jars = Files.list(lib())) {
      jar = jars.filter(file -> file.toString().contains("upstart-api")).findFirst().orElseThrow();
    }
    Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    shell.sh("bin/upstart --version");

    assertThat(archives()).hasSize(2);
    assertThat(unarchived(shell, "bin/upstart --version")).isEmpty();
  }

  @Test
  void twoFirstStartsAtOnceDoNotDisturbEachOther() throws IOException {
    Shell.Result both =
        shell(17)
            .sh("bin/upstart --version & bin/upstart --version; status=$?; wait; exit $status");

    assertThat(both.errors()).isEmpty();
    assertThat(both.output().lines()).hasSize(2).allMatch(line -> line.startsWith("upstart4j "));
    assertThat(both.status()).isZero();
    assertThat(archives()).singleElement().asString().endsWith(".archive");
  }

  @Test
  void whereNothingMayBeWrittenItStartsWithoutAnArchive() throws IOException {
    Shell shell = shell(17);
    assumeTrue(
        shell.sh("setpriv --version").status() == 0,
        "skipped: setpriv is not installed (util-linux)");
    assumeTrue(
        shell.sh("id -u").output().equals("0\n"), "skipped: only root can become another user");
    shell.sh("chmod -R a+rX . && chmod a+x ..");

    Shell.Result result =
        shell.sh("setpriv --reuid 65534 --regid 65534 --clear-groups bin/upstart --version");
    assertThat(result.errors()).isEmpty();
    assertThat(result.output()).startsWith("upstart4j ");
    assertThat(archives()).isEmpty();
  }
}
