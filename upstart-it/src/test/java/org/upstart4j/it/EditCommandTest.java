package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditCommandTest {

  private static final String WEB = "# é\nexec /bin/web   # main\r\nenv A=1\ntask";

  @TempDir Path folder;
  private Path web;

  @BeforeEach
  void jobFile() throws IOException {
    web = folder.resolve("web.conf");
    Files.writeString(web, WEB);
  }

  @Test
  void theEditedFileIsPrintedToTheLastByte() throws IOException {
    Files.write(web, WEB.getBytes(StandardCharsets.ISO_8859_1));

    Shell.Result result = Shell.in(folder).upstart("edit", "web.conf", "--set", "env A=2");

    assertThat(result.bytes())
        .isEqualTo(WEB.replace("A=1", "A=2").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(result.status()).isZero();
    assertThat(Files.readAllBytes(web)).isEqualTo(WEB.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void changesAreMadeInTheOrderGiven() {
    Shell shell = Shell.in(folder);

    assertThat(shell.upstart("edit", "web.conf", "--remove", "env A", "--add", "env A=2").output())
        .contains("env A=2");
    assertThat(shell.upstart("edit", "web.conf", "--add=env A=2", "--remove=env A").output())
        .doesNotContain("env A");
  }

  @Test
  void theStandardInputIsAHyphen() {
    assertThat(Shell.in(folder).sh("printf 'task' | upstart edit - --set respawn").output())
        .isEqualTo("task\nrespawn");
  }

  @Test
  void aDiffMindsCarriageReturnsAndAMissingLastLineBreak() {
    Shell.Result result =
        Shell.in(folder)
            .upstart(
                "edit", "web.conf", "--set", "exec /bin/www", "--comment-out", "task", "--diff");

    assertThat(result.output())
        .isEqualTo(
            """
            --- web.conf
            +++ web.conf
            @@ -1,4 +1,4 @@
             # é
            -exec /bin/web   # main\r
            +exec /bin/www   # main\r
             env A=1
            -task
            \\ No newline at end of file
            +#task
            \\ No newline at end of file
            """);
    assertThat(result.status()).isZero();
  }

  @Test
  void anEditWithoutEffectHasNoDiff() {
    assertThat(Shell.in(folder).upstart("edit", "web.conf", "--set", "task", "--diff").output())
        .isEmpty();
  }

  @Test
  void inPlaceTheFileKeepsItsMode() throws IOException {
    Files.setPosixFilePermissions(web, PosixFilePermissions.fromString("rw-r-----"));

    Shell.Result result =
        Shell.in(folder).upstart("edit", "web.conf", "--set", "env A=2", "--in-place");

    assertThat(result.output()).isEmpty();
    assertThat(result.status()).isZero();
    assertThat(Files.readString(web)).isEqualTo(WEB.replace("A=1", "A=2"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(web)))
        .isEqualTo("rw-r-----");
    assertThat(folder).isDirectoryNotContaining("glob:**tmp");
  }

  @Test
  void inPlaceASymbolicLinkStaysOne() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.conf"), Path.of("web.conf"));

    Shell.in(folder).upstart("edit", "link.conf", "--set", "env A=2", "--in-place");

    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(web)).isEqualTo(WEB.replace("A=1", "A=2"));
  }

  @Test
  void aStanzaThatUpstartWouldRejectIsExplainedAndNothingIsWritten() throws IOException {
    Shell.Result result =
        Shell.in(folder)
            .upstart("edit", "web.conf", "--set", "env A=2", "--set", "nice 99", "--in-place");

    assertThat(result.output()).isEmpty();
    assertThat(result.errors()).startsWith("upstart edit: ").contains("nice 99", "^^");
    assertThat(result.status()).isEqualTo(1);
    assertThat(Files.readString(web)).isEqualTo(WEB);
  }

  @Test
  void argumentsThatDoNotFitAreRefused() {
    Shell shell = Shell.in(folder);

    assertThat(shell.upstart("edit", "web.conf").status()).isEqualTo(2);
    assertThat(shell.upstart("edit", "--set", "task").status()).isEqualTo(2);
    assertThat(shell.upstart("edit", "web.conf", "--set").status()).isEqualTo(2);
    assertThat(shell.upstart("edit", "-", "--set", "task", "--in-place").status()).isEqualTo(2);
    assertThat(shell.upstart("edit", "web.conf", "--set=task", "--in-place", "--diff").status())
        .isEqualTo(2);
  }
}
