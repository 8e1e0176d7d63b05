package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line without its launcher, on a path that has or lacks what only pictures need. */
class MissingPictureTest {

  private static final String MISSING =
      "upstart graph: the jars in lib/picture are missing: add lib/picture/* to Java's class path,"
          + " or start bin/upstart\n";

  @TempDir Path folder;

  @BeforeEach
  void writeJob() throws IOException {
    Files.writeString(folder.resolve("web.conf"), "start on startup\n");
  }

  private Shell.Result java(int version, String path, String command) {
    Optional<Jdk> jdk = Jdk.find(version);
    assumeTrue(
        jdk.isPresent(),
        "skipped: there is no JDK %d; JAVA%d_HOME may say where".formatted(version, version));
    return Shell.in(folder)
        .with("LIB", Project.file("upstart-cli/target/lib").toString())
        .sh(jdk.get().program("java") + " " + path + " " + command);
  }

  private static String classes(String path) {
    return "-cp \"" + path + "\" org.upstart4j.cli.UpstartCommand";
  }

  private static String modules(String path) {
    return "-p \"" + path + "\" -m org.upstart4j.cli/org.upstart4j.cli.UpstartCommand";
  }

  @ParameterizedTest(name = "Java {0}")
  @ValueSource(ints = {17, 25})
  void aCommandThatDrawsSaysWhatIsMissing(int version) {
    for (String path :
        new String[] {classes("$LIB/*"), modules("$LIB"), "-jar \"$LIB\"/upstart-cli-*.jar"}) {
      Shell.Result result = java(version, path, "graph --confdir . --format dot");

      assertThat(result.errors()).isEqualTo(MISSING);
      assertThat(result.output()).isEmpty();
      assertThat(result.status()).isEqualTo(1);
    }
  }

  @ParameterizedTest(name = "Java {0}")
  @ValueSource(ints = {17, 25})
  void theExporterSaysWhatIsMissing(int version) {
    Shell.Result result = java(version, classes("$LIB/*"), "exporter --once");

    assertThat(result.errors())
        .isEqualTo(
            "upstart exporter: the jars in lib/exporter are missing: add lib/exporter/* to Java's"
                + " class path, or start bin/upstart\n");
    assertThat(result.status()).isEqualTo(1);
  }

  @ParameterizedTest(name = "Java {0}")
  @ValueSource(ints = {17, 25})
  void nothingElseNeedsIt(int version) {
    for (String command :
        new String[] {
          "help",
          "graph --help",
          "timeline --help",
          "man graph",
          "exporter --help",
          "completion bash"
        }) {
      Shell.Result result = java(version, classes("$LIB/*"), command);

      assertThat(result.errors()).as(command).isEmpty();
      assertThat(result.status()).as(command).isZero();
    }
  }

  @ParameterizedTest(name = "Java {0}")
  @ValueSource(ints = {17, 25})
  void onAPathThatHasItPicturesAreDrawn(int version) {
    for (String path :
        new String[] {
          classes("$LIB/*:$LIB/picture/*"),
          "--add-modules org.upstart4j.picture " + modules("$LIB:$LIB/picture")
        }) {
      assertThat(java(version, path, "graph --confdir . --format svg").output())
          .contains("<svg", "startup", "</svg>");
    }
  }
}
