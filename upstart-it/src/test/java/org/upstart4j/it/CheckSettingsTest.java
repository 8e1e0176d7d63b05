package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckSettingsTest {

  @TempDir Path folder;
  private Path settings;

  @BeforeEach
  void jobFile() throws IOException {
    Path init = Files.createDirectories(folder.resolve("a/b/init"));
    Files.writeString(init.resolve("web.conf"), "setuid www\nexec /usr/sbin/webd\n");
    settings = folder.resolve("a/.upstart-check");
  }

  @Test
  void theNearestFileUpwardsCountsAndTheCommandLineMore() throws IOException {
    Files.writeString(settings, "for = rhel-6\n");
    Shell shell = Shell.in(folder);

    Shell.Result found = shell.upstart("check", "-v", "a/b/init");
    assertThat(found.output()).contains("[too-new]");
    assertThat(found.errors()).contains("settings of " + settings);
    assertThat(found.status()).isEqualTo(1);
    assertThat(shell.upstart("check", "--for=1.5", "a/b/init").status()).isZero();
    assertThat(shell.upstart("check", "--no-config", "a/b/init").status()).isZero();
    assertThat(shell.upstart("check", "--rule=too-new=info", "a/b/init").status()).isZero();
    assertThat(shell.upstart("check", "--rule=too-new=info", "--fail-on=info", "a/b").status())
        .isEqualTo(1);
    Files.writeString(folder.resolve("a/b/.upstart-check"), "for = 1.5\n");
    assertThat(shell.upstart("check", "a/b/init").status()).isZero();
    assertThat(shell.upstart("check", "--config", settings.toString(), "a/b/init").status())
        .isEqualTo(1);
  }

  @Test
  void whatASettingCannotBeIsRefusedWithItsPlace() throws IOException {
    for (String line :
        new String[] {
          "fro = 1.5",
          "for = 1.55",
          "rule.last-win = off",
          "fail-on = x",
          "rule.last-wins = x",
          "init-d = none",
          "platform-file = none"
        }) {
      Files.writeString(settings, "# ours\n" + line + "\n");

      Shell.Result result = Shell.in(folder).upstart("check", "a/b/init");

      assertThat(result.status()).as(line).isEqualTo(2);
      assertThat(result.output()).as(line).isEmpty();
      if (!line.contains("none")) {
        assertThat(result.errors()).as(line).contains(settings + ":2: ");
      }
    }
  }

  @Test
  void aPlatformOfOnesOwnIsTheTargetUnlessAnotherOneIsNamed() throws IOException {
    Files.writeString(
        folder.resolve("ours.json"),
        "{\"name\": \"ours\", \"title\": \"Our image\", \"like\": \"rhel-6\"}");
    Shell shell = Shell.in(folder);

    assertThat(shell.upstart("check", "--platform-file=ours.json", "a/b/init").output())
        .contains("[too-new]");
    assertThat(
            shell.upstart("check", "--platform-file=ours.json", "--for=ours", "a/b/init").output())
        .contains("[too-new]");
    assertThat(
            shell.upstart("check", "--platform-file=ours.json", "--for=1.5", "a/b/init").status())
        .isZero();
  }
}
