package org.upstart4j.cli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.cli.check.ConfigFile.Setting;
import org.upstart4j.cli.command.Misuse;

class ConfigFileTest {

  @TempDir Path folder;

  @Test
  void settingsAreLinesWithAKeyAndAValue() throws IOException {
    ConfigFile file = read("# ours\n\n for = rhel-6 \r\nfor=1.5\nrule.last-wins = off\n");

    assertThat(file.all("for")).extracting(Setting::value).containsExactly("rhel-6", "1.5");
    assertThat(file.last("for")).contains(new Setting(4, "for", "1.5"));
    assertThat(file.rules()).containsExactly(new Setting(5, "last-wins", "off"));
  }

  @Test
  void aPathIsSeenFromTheFile() throws IOException {
    ConfigFile file = read("init-d = ../init.d\n");

    assertThat(file.resolve(file.last("init-d").orElseThrow()))
        .isEqualTo(folder.resolve("../init.d"));
  }

  @Test
  void aLineThatMakesNoSenseIsNamed() {
    assertThatThrownBy(() -> read("\nfro = 1.5\n"))
        .isInstanceOf(Misuse.class)
        .hasMessage(folder.resolve("settings") + ":2: there is no setting \"fro\"")
        .satisfies(
            misuse -> assertThat(((Misuse) misuse).proposal()).contains("did you mean for?"));
    assertThatThrownBy(() -> read("for\n")).hasMessageContaining(":1: \"for\" is not of the form");
    assertThatThrownBy(() -> read("for =\n")).hasMessageContaining(":1: \"for\" has no value");
  }

  @Test
  void aFileThatIsNoTextIsRefused() throws IOException {
    Path file = folder.resolve("settings");
    Files.write(file, "for=\u00e4".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> ConfigFile.read(file))
        .isInstanceOf(Misuse.class)
        .hasMessage(file + ": no text in UTF-8");
  }

  private ConfigFile read(String text) throws IOException {
    return ConfigFile.read(Files.writeString(folder.resolve("settings"), text));
  }
}
