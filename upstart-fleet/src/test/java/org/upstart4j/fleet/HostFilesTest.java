package org.upstart4j.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.UnexpectedErrorException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.initctl.CommandResult;
import org.upstart4j.initctl.CommandRunner;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.JobFolder.Unread;

/** The job files of a host; here the host is this machine's shell. */
class HostFilesTest {

  @TempDir private Path folder;

  private HostFiles files;

  @BeforeEach
  void below() {
    files = HostFiles.over("web1", CommandRunner.local()).below(folder.toString());
  }

  private void write(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private HostFiles printing(String output) {
    return HostFiles.over("web1", (command, deadline) -> answer(command.words().get(6), output));
  }

  private static CommandResult answer(String marker, String output) {
    return new CommandResult(0, output.replace("MARKER", marker), "");
  }

  @Test
  void aFolderHoldsAllConfAndOverrideFiles() throws IOException {
    write("web.conf", "exec web\n");
    write("web.override", "manual\n");
    write("net/if up.conf", "task\n");
    write("README", "no job");
    write(".hidden.conf", "none");
    write(".git/x.conf", "none");
    write("empty.conf", "");

    JobFolder read = files.folder();

    assertThat(read.files().keySet())
        .containsExactly("empty.conf", "net/if up.conf", "web.conf", "web.override");
    assertThat(read.conf("web").orElseThrow()).hasToString("exec web\n");
    assertThat(read.conf("empty").orElseThrow()).hasToString("");
  }

  @Test
  void aFileKeepsItsBytes() throws IOException {
    byte[] bytes = "# \u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(folder.resolve("old.conf"), bytes);

    assertThat(files.job("old").conf("old").orElseThrow().toBytes()).isEqualTo(bytes);
  }

  @Test
  void oddNamesArePassedAsTheyAre() throws IOException {
    write("-n \"$(reboot)\"'\n*.conf", "task\n");

    assertThat(files.folder().files()).containsKey("-n \"$(reboot)\"'\n*.conf");
    assertThat(files.job("-n \"$(reboot)\"'\n*").files()).hasSize(1);
  }

  @Test
  void ofAJobItsTwoFilesAreReadAsFarAsTheyAreThere() throws IOException {
    write("web.conf", "exec web\n");
    write("web.override", "manual\n");
    write("other.conf", "task\n");

    assertThat(files.job("web").files().keySet()).containsExactly("web.conf", "web.override");
    assertThat(files.job("other").files().keySet()).containsExactly("other.conf");
    assertThat(files.job("none").files()).isEmpty();
  }

  @Test
  void aLinkToAnOverrideFileIsNotRead() throws IOException {
    write("elsewhere", "manual\n");
    Files.createSymbolicLink(folder.resolve("web.override"), Path.of("elsewhere"));
    Files.createSymbolicLink(folder.resolve("web.conf"), Path.of("elsewhere"));

    JobFolder read = files.folder();
    assertThat(read.files().keySet()).containsExactly("web.conf");
    assertThat(read.unread()).containsEntry("web.override", Unread.LINK);
    assertThat(read.unreadTexts().get("web.override")).hasToString("manual\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "../passwd", "a/../../b", "/etc/shadow", "a//b", "./a", "a/"})
  void aNameThatLeavesTheFolderIsRefused(String name) {
    assertThatThrownBy(() -> files.job(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aHostWithoutTheFolderSaysSo() {
    assertThatThrownBy(() -> files.below(folder.resolve("none").toString()).folder())
        .isInstanceOf(UpstartUnavailableException.class)
        .hasMessageContainingAll("web1", "none");
  }

  @Test
  void whatALoginPrintsIsLeftOut() {
    assertThat(
            printing("Welcome\n=F\nMARKER\n=F\nLi93ZWIuY29uZg==\n=\ndGFzawo=\n=E\nbye\n")
                .folder()
                .conf("web")
                .orElseThrow())
        .hasToString("task\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "MARKER\n",
        "MARKER\n=F\n",
        "MARKER\nnonsense\n=E\n",
        "MARKER\n=F\n%%%\n=\n\n=E\n",
        // ../web.conf
        "MARKER\n=F\nLi4vd2ViLmNvbmY=\n=\ndGFzawo=\n=E\n",
        // passwd
        "MARKER\n=F\ncGFzc3dk\n=\ndGFzawo=\n=E\n",
        "MARKER\n=F\nLi93ZWIuY29uZg==\n=\ndGFzawo=\n"
      })
  void rubbishIsRefused(String output) {
    assertThatThrownBy(() -> printing(output).folder())
        .isInstanceOf(UnexpectedErrorException.class)
        .hasMessageContaining("web1");
  }

  @Test
  void aFileThatCannotBeReadIsSaid() {
    assertThatThrownBy(() -> printing("MARKER\n=F\nLi93ZWIuY29uZg==\n=\n=X\n=E\n").folder())
        .isInstanceOf(org.upstart4j.PermissionDeniedException.class)
        .hasMessage("/etc/init/web.conf of web1 can't be read");
  }
}
