package org.upstart4j.jobfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.jobfile.version.UpstartVersion;

/** Folders, overrides and switches as the versions know them. */
class VersionDirectoryTest {

  @TempDir Path root;

  private JobDirectory directory(String version) throws IOException {
    return JobDirectory.of(root, UpstartVersion.find(version).orElseThrow());
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(root.resolve(name), text);
  }

  @Test
  void overrideFilesDoNotCountForAVersionThatDoesNotReadThem() throws IOException {
    Path conf = write("web.conf", "start on a\n");
    Path override = write("web.override", "nonsense\n");
    JobDirectory old = directory("0.6.5");

    assertThat(old.override("web")).isEmpty();
    assertThat(old.problems()).isEmpty();
    assertThat(old.files()).containsExactly(conf);
    assertThat(old.unread()).containsExactly(override);
    assertThat(old.verdict("web")).isInstanceOf(Verdict.Accepted.class);
    assertThat(old.explain("web").automatic()).isTrue();
    assertThat(directory("0.6.5-el6").problems()).containsOnlyKeys(override);
  }

  @ParameterizedTest
  @CsvSource({"0.6.5-el6, true", "1.3, true", "1.6.1, true", "1.7, false", "1.13.2, false"})
  void aLinkToAnOverrideFileIsFollowedUpTo161(String version, boolean followed) throws IOException {
    write("web.conf", "start on a\n");
    Path real = write("elsewhere", "start on b\n");
    Files.createSymbolicLink(root.resolve("web.override"), real);

    assertThat(directory(version).definition("web").startOn())
        .hasToString(followed ? "Optional[b]" : "Optional[a]");
  }

  @Test
  void aJobIsDisabledThroughALinkThatIsFollowed() throws IOException {
    write("web.conf", "start on a\n");
    Path real = write("elsewhere", "");
    Path link = Files.createSymbolicLink(root.resolve("web.override"), real);

    directory("1.3").disable("web");
    assertThat(real).hasContent("manual\n");
    directory("1.3").enable("web");
    assertThat(real).isEmptyFile();
    assertThat(link).isSymbolicLink();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.9.7", "1.3", "1.13.2", "chromeos-1.2"})
  void manualGoesIntoTheOverrideFile(String version) throws IOException {
    Path conf = write("web.conf", "start on a\n");
    assertThat(directory(version).disable("web")).isTrue();
    assertThat(root.resolve("web.override")).hasContent("manual\n");
    assertThat(directory(version).enable("web")).containsExactly(root.resolve("web.override"));
    assertThat(conf).hasContent("start on a\n");
  }

  @Test
  void redHatsVersionGetsAnEventThatNobodyEmits() throws IOException {
    write("web.conf", "start on a\n");
    Path override = root.resolve("web.override");
    JobDirectory el6 = directory("0.6.5-el6");

    assertThat(el6.disable("web")).isTrue();
    assertThat(el6.disable("web")).isFalse();
    assertThat(override).hasContent("start on manual\n");
    assertThat(el6.explain("web"))
        .hasToString("does not start by itself: " + override + ":1 says start on manual");
    assertThat(el6.enable("web")).containsExactly(override);
    assertThat(override).doesNotExist();
    assertThat(el6.explain("web").automatic()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.6.7", "1.0", "1.2"})
  void manualGoesIntoTheConfFileWhereOverridesAreNotRead(String version) throws IOException {
    Path conf = write("web.conf", "start on a\nexec x");
    assertThat(directory(version).disable("web")).isTrue();
    assertThat(conf).hasContent("start on a\nmanual\nexec x");
    assertThat(directory(version).explain("web").automatic()).isFalse();
    assertThat(directory(version).enable("web")).containsExactly(conf);
    assertThat(Files.readString(conf)).isEqualTo("start on a\nexec x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "start on a\nexec x\n",
        "exec x\nstart on a",
        "exec x\r\nstart on a",
        "start on a # why\n\nstart on (b\n  or c)\nexec x\n",
        "\tstart   on a\n# end",
      })
  void anOldConfFileGetsAnEventThatNobodyEmitsAndComesBackToTheLastByte(String text)
      throws IOException {
    Path conf = write("web.conf", text);
    JobDirectory old = directory("0.6.5");

    assertThat(old.disable("web")).isTrue();
    assertThat(old.disable("web")).isFalse();
    assertThat(conf).content().contains("manual");
    assertThat(old.explain("web").automatic()).isFalse();
    assertThat(old.explain("web").explanation()).contains("start").contains("on manual");
    assertThat(old.enable("web")).containsExactly(conf);
    assertThat(Files.readString(conf)).isEqualTo(text);
    assertThat(old.explain("web").automatic()).isTrue();
  }

  @Test
  void anOldConfFileThatStartsOnNothingStaysAsItIs() throws IOException {
    Path conf = write("web.conf", "exec x\n");

    assertThat(directory("0.6.5").disable("web")).isFalse();
    assertThat(directory("0.6.5").disableInConf("web")).isFalse();
    assertThat(directory("0.6.5").enable("web")).isEmpty();
    assertThat(conf).hasContent("exec x\n");
  }

  @Test
  void theEventManualIsAnEventLikeOthersWhereManualIsKnown() throws IOException {
    write("web.conf", "start on manual\n");

    assertThat(directory("0.6.7").explain("web").automatic()).isTrue();
    assertThat(directory("0.6.6").explain("web").automatic()).isFalse();
  }

  @Test
  void aPlannedChangeIsMadeOnceAndOnlyForItsJob() throws IOException {
    write("web.conf", "start on a\n");
    write("other.conf", "start on a\n");
    JobDirectory newest = directory("1.13.2");
    JobFileChange change = newest.disabling("web");

    assertThat(change.changes()).isTrue();
    assertThat(change.before()).isEmpty();
    assertThat(newest.apply("web", change)).isTrue();
    assertThat(newest.disabling("web").changes()).isFalse();
    assertThat(newest.enabling("web").after()).isEqualTo(Optional.empty());
    assertThatIllegalArgumentException().isThrownBy(() -> newest.apply("other", change));
  }
}
