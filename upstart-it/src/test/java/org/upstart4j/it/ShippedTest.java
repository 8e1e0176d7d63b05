package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What ships with the command line: the folder of its jars. */
class ShippedTest {

  private static final Pattern VERSION = Pattern.compile("-\\d[^/]*\\.jar$");
  private static final Pattern ENTRY =
      Pattern.compile(
          "(?m)^([a-z0-9.-]+) +(Apache-2\\.0|MIT|BSD-3-Clause|EPL-[12]\\.0) +Copyright .+$");

  private final Path lib = Project.file("upstart-cli/target/lib");

  @BeforeEach
  void needsTheBuild() {
    assumeTrue(Files.isDirectory(lib), "skipped: this test needs upstart-cli/target/lib");
  }

  @Test
  void eachLibraryThatIsShippedHasItsLicenceBesideIt() throws IOException {
    String notices = Files.readString(lib.resolve("THIRD-PARTY.txt"));

    assertThat(ENTRY.matcher(notices).results().map(entry -> entry.group(1)))
        .containsExactlyInAnyOrderElementsOf(
            jars().stream()
                .map(jar -> VERSION.matcher(jar.getFileName().toString()).replaceFirst(""))
                .filter(name -> !name.startsWith("upstart-"))
                .toList());
    for (String licence : List.of("MIT", "BSD-3-Clause", "EPL-1.0", "EPL-2.0")) {
      assertThat(notices).containsOnlyOnce("\n\n" + licence + "\n\n");
    }
    assertThat(lib.resolve("LICENSE")).hasSameTextualContentAs(Project.file("LICENSE"));
    assertThat(lib.resolve("NOTICE")).hasSameTextualContentAs(Project.file("NOTICE"));
  }

  @Test
  void eachJarOfOursHoldsLicenceAndNotice() throws IOException {
    List<Path> ours =
        jars().stream().filter(jar -> jar.getFileName().toString().startsWith("upstart-")).toList();

    assertThat(ours).isNotEmpty();
    for (Path path : ours) {
      try (JarFile jar = new JarFile(path.toFile())) {
        assertThat(jar.getEntry("META-INF/LICENSE")).as("licence in %s", path).isNotNull();
        assertThat(jar.getEntry("META-INF/NOTICE")).as("notice in %s", path).isNotNull();
      }
    }
  }

  @Test
  void whatOnlySomeCommandsNeedIsInFoldersOfItsOwn() throws IOException {
    assertThat(names(lib))
        .noneMatch(
            name ->
                name.matches(
                    "(upstart-picture|upstart-micrometer|micrometer|prometheus|guava|jline|org\\.).*"));
    assertThat(names(lib.resolve("picture"))).anyMatch(name -> name.startsWith("upstart-picture"));
    assertThat(names(lib.resolve("picture"))).noneMatch(name -> name.contains("micrometer"));
    assertThat(names(lib.resolve("exporter")))
        .anyMatch(name -> name.startsWith("upstart-micrometer"))
        .noneMatch(name -> name.matches("(upstart-picture|HdrHistogram|guava).*"));
    assertThat(names(lib.resolve("watch"))).anyMatch(name -> name.startsWith("jline-terminal"));
    try (JarFile jar = new JarFile(program().toFile())) {
      assertThat(jar.getManifest().getMainAttributes().getValue("Class-Path").split(" "))
          .allSatisfy(name -> assertThat(lib.resolve(name)).exists());
    }
  }

  /** Java would check a signature at each start, and archive no class of the jar. */
  @Test
  void noJarIsSigned() throws IOException {
    for (Path path : jars()) {
      try (JarFile jar = new JarFile(path.toFile())) {
        assertThat(jar.stream().map(JarEntry::getName))
            .as("%s", path)
            .noneMatch(name -> name.matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)"));
      }
    }
  }

  @Test
  void nothingIsShippedThatOnlyACompilerReads() throws IOException {
    assertThat(names(lib)).noneMatch(name -> name.endsWith(".pom"));
    assertThat(jars().stream().map(jar -> jar.getFileName().toString()))
        .noneMatch(name -> name.contains("annotation") && !name.startsWith("upstart-"));
  }

  @Test
  void mavenIsPinnedByItsChecksum() throws IOException {
    assertThat(Files.readString(Project.file(".mvn/wrapper/maven-wrapper.properties")))
        .containsPattern("(?m)^distributionSha256Sum=[0-9a-f]{64}$");
  }

  @Test
  void theJavadocNamesTheLicence() throws IOException {
    assertThat(Files.readString(Project.file("pom.xml")))
        .containsPattern("<bottom>[^<]*Apache License, Version 2\\.0[^<]*</bottom>");
  }

  private Path program() throws IOException {
    return jars().stream()
        .filter(jar -> jar.getFileName().toString().startsWith("upstart-cli-"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private List<Path> jars() throws IOException {
    try (Stream<Path> files = Files.walk(lib)) {
      return files.filter(file -> file.toString().endsWith(".jar")).toList();
    }
  }
}
