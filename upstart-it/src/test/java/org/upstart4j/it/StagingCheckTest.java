package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the check of a staged release finds: {@code .ci/CheckStaging.java}. */
class StagingCheckTest {

  private static final String BOM =
      """
      <project>
        <groupId>org.upstart4j</groupId>
        <artifactId>upstart-bom</artifactId>
        <version>1.0.0</version>
        <packaging>pom</packaging>
        <name>bom</name>
        <description>All.</description>
        <url>https://upstart4j.example</url>
        <licenses><license><name>A</name><url>https://a.example</url></license></licenses>
        <developers><developer><name>We</name></developer></developers>
        <scm>
          <connection>scm:git:c</connection>
          <developerConnection>scm:git:d</developerConnection>
          <url>https://u.example</url>
        </scm>
        <dependencyManagement><dependencies>
          <dependency><artifactId>upstart-api</artifactId></dependency>
        </dependencies></dependencyManagement>
      </project>
      """;

  @TempDir private Path staging;

  @BeforeEach
  void aReleaseIsStaged() throws Exception {
    stage("upstart-bom", ".pom", BOM);
    stage("upstart4j", ".pom", child("upstart4j", "upstart-bom", "pom"));
    stage("upstart-api", ".pom", child("upstart-api", "upstart4j", "jar"));
    for (String end : new String[] {".jar", "-sources.jar", "-javadoc.jar"}) {
      Path jar = file("upstart-api", end);
      try (OutputStream out = Files.newOutputStream(jar);
          ZipOutputStream zip = new ZipOutputStream(out)) {
        zip.putNextEntry(new ZipEntry("org/upstart4j/Upstart.class"));
      }
      accompany(jar);
    }
  }

  private static String child(String name, String parent, String packaging) {
    return """
    <project>
      <parent><artifactId>%s</artifactId><version>1.0.0</version></parent>
      <artifactId>%s</artifactId>
      <packaging>%s</packaging>
      <name>%s</name>
    </project>
    """
        .formatted(parent, name, packaging, name);
  }

  private Path file(String artifact, String end) {
    return staging.resolve("org/upstart4j/%s/1.0.0/%s-1.0.0%s".formatted(artifact, artifact, end));
  }

  private void stage(String artifact, String end, String text) throws Exception {
    Path file = file(artifact, end);
    Files.createDirectories(file.getParent());
    accompany(Files.writeString(file, text));
  }

  /** Writes what lies beside each file. */
  private static void accompany(Path file) throws Exception {
    Files.writeString(Path.of(file + ".asc"), "signed");
    for (String[] sum : new String[][] {{"md5", "MD5"}, {"sha1", "SHA-1"}}) {
      byte[] digest = MessageDigest.getInstance(sum[1]).digest(Files.readAllBytes(file));
      Files.writeString(Path.of(file + "." + sum[0]), HexFormat.of().formatHex(digest));
    }
  }

  private Shell.Result check() {
    return Shell.in(Project.root())
        .sh("\"$JAVA_HOME/bin/java\" .ci/CheckStaging.java '" + staging + "'");
  }

  private void assertProblems(String... problems) {
    Shell.Result result = check();
    assertThat(result.errors().lines()).containsExactly(problems);
    assertThat(result.status()).isEqualTo(problems.length == 0 ? 0 : 1);
  }

  @Test
  void aReleaseWithAllThatIsDemandedIsGood() {
    assertProblems();
  }

  @Test
  void whatIsMissingBesideAPomOrAJarIsNamed() throws IOException {
    Files.delete(file("upstart-api", "-javadoc.jar"));
    Files.delete(file("upstart-api", ".jar.asc"));
    Files.delete(file("upstart-api", ".jar.sha1"));
    Files.writeString(file("upstart4j", ".pom.md5"), "0");

    assertProblems(
        "org/upstart4j/upstart-api/1.0.0/upstart-api-1.0.0.pom is without"
            + " upstart-api-1.0.0-javadoc.jar",
        "org/upstart4j/upstart-api/1.0.0/upstart-api-1.0.0.jar has no signature",
        "org/upstart4j/upstart-api/1.0.0/upstart-api-1.0.0.jar has no sha1",
        "org/upstart4j/upstart4j/1.0.0/upstart4j-1.0.0.pom.md5 is wrong");
  }

  @Test
  void whatAPomNeitherHasNorInheritsIsNamed() throws Exception {
    stage("upstart-bom", ".pom", BOM.replaceAll("(?s)<scm>.*</scm>", "<repositories/>"));

    assertThat(check().errors())
        .contains("upstart-bom-1.0.0.pom has no scm/url\n")
        .contains("upstart-api-1.0.0.pom has no scm/url\n")
        .contains("upstart-bom-1.0.0.pom has repositories\n");
  }

  @Test
  void aNameIsNotInherited() throws Exception {
    String unnamed = child("upstart-api", "upstart4j", "jar").replaceAll("<name>.*</name>", "");
    stage("upstart-api", ".pom", unnamed);

    assertProblems("org/upstart4j/upstart-api/1.0.0/upstart-api-1.0.0.pom has no name");
  }

  @Test
  void aReleaseThatNeedsASnapshotIsRefused() throws Exception {
    stage("upstart-bom", ".pom", BOM.replace("All.", "2.0.0-SNAPSHOT"));

    assertProblems("org/upstart4j/upstart-bom/1.0.0/upstart-bom-1.0.0.pom needs a SNAPSHOT");
  }

  @Test
  void aJarWithoutContentIsRefused() throws Exception {
    Path jar = file("upstart-api", "-sources.jar");
    Files.write(jar, new byte[0]);
    accompany(jar);

    assertProblems("org/upstart4j/upstart-api/1.0.0/upstart-api-1.0.0-sources.jar is empty");
  }

  @Test
  void theBillOfMaterialsAndWhatIsStagedAreTheSame() throws Exception {
    stage("upstart-it", ".pom", child("upstart-it", "upstart4j", "pom"));
    try (Stream<Path> files = Files.list(file("upstart-api", "").getParent())) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }

    assertProblems(
        staging + ": upstart-api is in the bill of materials, but not staged",
        staging + ": upstart-it is staged, but not in the bill of materials");
  }
}
