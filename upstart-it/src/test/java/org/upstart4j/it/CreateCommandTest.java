package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CreateCommandTest {

  private static final String JOB =
      """
      exec /bin/sh
      start on runlevel [2345]
      stop on runlevel [016]
      respawn
      """;

  @TempDir Path folder;

  private Shell.Result create(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--directory", folder.toString()));
    all.addAll(List.of(arguments));
    return Shell.in(folder).create(all.toArray(String[]::new));
  }

  @Test
  void theJobIsPrintedOnly() {
    Shell.Result result =
        create(
            "test-job",
            "/bin/sh",
            "-j",
            "-d",
            "some description",
            "-a",
            "some author <some@author>");

    assertThat(result.output())
        .isEqualTo(
            """
            description "some description"
            author "some author <some@author>"
            """
                + JOB);
    assertThat(result.errors()).isEmpty();
    assertThat(result.status()).isZero();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theJobIsWritten() throws IOException {
    Shell.Result result = create("web", "/bin/sh");

    Path file = folder.resolve("web.conf");
    assertThat(Files.readString(file)).isEqualTo(JOB);
    assertThat(result.output()).isEqualTo("Wrote " + file + "\n");
    assertThat(result.errors()).isEmpty();
    assertThat(result.status()).isZero();
  }

  @Test
  void everyOptionHasALongForm() {
    assertThat(
            create(
                    "web",
                    "/bin/sh",
                    "--just-display",
                    "--description=d",
                    "--author=a",
                    "--version=1",
                    "--daemon")
                .output())
        .isEqualTo("description \"d\"\nauthor \"a\"\nversion \"1\"\nexpect daemon\n" + JOB);
    assertThat(create("web", "/bin/sh", "-j", "--fork").output()).startsWith("expect fork\n");
    assertThat(create("web", "/bin/sh", "-j", "-f").output()).startsWith("expect fork\n");
    assertThat(create("web", "/bin/sh", "-jD").output()).startsWith("expect daemon\n");
    assertThat(create("web", "/bin/sh", "-js", "-v", "1").output())
        .startsWith("version \"1\"\nexpect stop\n");
    assertThat(create("web", "/bin/sh", "-j", "--stop").output()).startsWith("expect stop\n");
  }

  @Test
  void theCommandMayHaveArgumentsInOneWordOrInSeveral() {
    assertThat(create("web", "/bin/sh -c 'exit 1'", "-j").output())
        .startsWith("exec /bin/sh -c 'exit 1'\n");
    assertThat(create("web", "-j", "/bin/sh", "--", "-c", "it's $HOME", "x=1").output())
        .startsWith("exec /bin/sh -c 'it'\\''s $HOME' x=1\n");
  }

  @Test
  void aBadNameIsRefused() {
    for (String name : new String[] {"a_b", "a/b", "a.b", "", "é", "a\n"}) {
      assertThat(create(name, "/bin/sh").status()).as(name).isEqualTo(1);
    }
    assertThat(create("a_b", "/bin/sh").errors())
        .isEqualTo(
            "upstart-create: the job's name may have letters, digits and hyphens only: a_b\n");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aJobThatExistsIsLeftAlone() throws IOException {
    Path file = folder.resolve("web.conf");
    Files.writeString(file, "task\n");

    Shell.Result result = create("web", "/bin/sh");

    assertThat(result.errors()).isEqualTo("upstart-create: the job exists already: " + file + "\n");
    assertThat(result.status()).isEqualTo(2);
    assertThat(Files.readString(file)).isEqualTo("task\n");
  }

  @Test
  void aLinkThatLeadsNowhereIsLeftAlone() throws IOException {
    Files.createSymbolicLink(folder.resolve("web.conf"), Path.of("nowhere"));

    assertThat(create("web", "/bin/sh").status()).isEqualTo(2);
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  @Test
  void aMissingFolderIsAFailure() {
    String missing = folder.resolve("missing").toString();

    Shell.Result result = Shell.in(folder).create("web", "/bin/sh", "--directory", missing);

    assertThat(result.errors()).isEqualTo("upstart-create: " + missing + ": no such file\n");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void aRelativeCommandIsRefused() {
    Shell.Result result = create("web", "bin/sh -c x");

    assertThat(result.errors())
        .isEqualTo("upstart-create: the command needs an absolute path: bin/sh\n");
    assertThat(result.status()).isEqualTo(3);
    assertThat(create("web", "").status()).isEqualTo(3);
  }

  @Test
  void aMissingCommandIsRefused() {
    Shell.Result result = create("web", "/bin/no-such-command");

    assertThat(result.errors())
        .isEqualTo("upstart-create: the command does not exist: /bin/no-such-command\n");
    assertThat(result.status()).isEqualTo(4);
    assertThat(create("web", "/bin").status()).isEqualTo(4);
  }

  @Test
  void argumentsThatDoNotFitAreRefused() {
    assertThat(create("web").status()).isEqualTo(2);
    assertThat(create("web", "/bin/sh", "-f", "-D").status()).isEqualTo(2);
  }

  @Test
  void theCommandIsAlsoOneOfUpstart() {
    assertThat(Shell.in(folder).upstart("create", "web", "/bin/sh", "-j").output()).isEqualTo(JOB);
  }

  @Test
  void ofTwoThatCreateAJobAtOnceOneIsRefused() {
    Shell.Result result =
        Shell.in(folder)
            .sh(
                "for i in 1 2 3 4; do (upstart-create --directory . web /bin/sh -d $i; echo $? >$i)"
                    + " & done; wait; cat 1 2 3 4");

    assertThat(result.output().lines().filter(line -> line.matches("\\d")).sorted())
        .containsExactly("0", "2", "2", "2");
    assertThat(folder.resolve("web.conf")).content().endsWith(JOB);
  }

  @Test
  void upstartIsToldToReload() throws IOException {
    program("initctl", "echo \"$@\" >told");

    Shell.Result result = withPrograms().create("web", "/bin/sh", "--directory", ".");

    assertThat(folder.resolve("told")).hasContent("reload-configuration\n");
    assertThat(result.output()).isEqualTo("Wrote ./web.conf\n");
    assertThat(result.errors()).isEmpty();
  }

  @Test
  void anUpstartThatDoesNotReloadIsNoFailure() throws IOException {
    program("initctl", "echo no; echo no >&2; exit 7");

    Shell.Result result = withPrograms().create("web", "/bin/sh", "--directory", ".");

    assertThat(result.output()).isEqualTo("Wrote ./web.conf\n");
    assertThat(result.errors())
        .startsWith("upstart-create: Upstart was not told to reload: ")
        .endsWith("initctl reload-configuration failed with status 7\n");
    assertThat(result.status()).isZero();
  }

  private void program(String name, String script) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Shell withPrograms() {
    return Shell.in(folder).with("PATH", folder + ":/usr/bin:/bin");
  }
}
