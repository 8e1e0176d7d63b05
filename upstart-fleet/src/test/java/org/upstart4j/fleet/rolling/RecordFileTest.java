package org.upstart4j.fleet.rolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.fleet.rolling.Outcome.Kind;

class RecordFileTest {

  private static final String CHANGE = "restart web";

  @TempDir private Path folder;

  private Path path() {
    return folder.resolve("web.record");
  }

  private static Map<String, Outcome> outcomes() {
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    outcomes.put("web2", Outcome.DONE);
    outcomes.put("web1", new Outcome(Kind.FAILED, "\"odd\"\n\u00e9\ud83d\udca5 \u001b[31m"));
    outcomes.put("h\u00e9", Outcome.UNDER_WAY);
    outcomes.put("web3", Outcome.UNTRIED);
    return outcomes;
  }

  @Test
  void aRecordIsReadAsItWasWritten() {
    new RecordFile(path()).write(CHANGE, outcomes());

    Map<String, Outcome> read = new RecordFile(path()).read(CHANGE).orElseThrow();
    assertThat(read).isEqualTo(outcomes());
    assertThat(read.keySet()).containsExactlyElementsOf(outcomes().keySet());
  }

  @Test
  void aRecordIsAsciiAndOnlyForItsOwner() throws IOException {
    Files.writeString(path(), "{}");
    new RecordFile(path()).write(CHANGE, outcomes());

    assertThat(Files.readString(path()).chars()).allMatch(c -> c == '\n' || c >= ' ' && c < 127);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(path());
    }
  }

  @Test
  void aLinkIsFollowedAndNotReplaced() throws IOException {
    Path real = folder.resolve("real");
    Files.writeString(real, "");
    Files.createSymbolicLink(path(), real);
    new RecordFile(path()).write(CHANGE, outcomes());

    assertThat(path()).isSymbolicLink();
    assertThat(new RecordFile(real).read(CHANGE)).contains(outcomes());
  }

  @Test
  void aRecordIsWrittenOnAThreadThatIsInterrupted() {
    Thread.currentThread().interrupt();
    new RecordFile(path()).write(CHANGE, outcomes());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(new RecordFile(path()).read(CHANGE)).contains(outcomes());
  }

  @Test
  void noFileIsNoRecord() {
    assertThat(new RecordFile(path()).read(CHANGE)).isEmpty();
  }

  @Test
  void theRecordOfAnotherChangeIsRefused() {
    new RecordFile(path()).write("restart db", outcomes());

    assertThatThrownBy(() -> new RecordFile(path()).read(CHANGE))
        .isInstanceOf(RecordException.class)
        .hasMessageContainingAll(path().toString(), "restart db", "restart web");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}",
        "{'format': 'other'}",
        "{'format': 'upstart rolling change', 'version': 2, 'change': 'restart web', 'hosts': []}",
        "{'format': 'upstart rolling change', 'version': 'x', 'change': 'restart web', 'hosts':"
            + " []}",
        "{'format': 'upstart rolling change', 'version': 1, 'change': 'restart web'}",
        "{'format': 'upstart rolling change', 'version': 1, 'change': 'restart web', 'hosts': {}}",
        "{'format': 'upstart rolling change', 'version': 1, 'change': 'restart web', 'hosts': [1]}",
        "{'format': 'upstart rolling change', 'version': 1, 'change': 'restart web',"
            + " 'hosts': [{'host': 'a', 'outcome': 'great'}]}",
        "{'format': 'upstart rolling change', 'version': 1, 'change': 'restart web',"
            + " 'hosts': [{'host': 'a', 'outcome': null}]}",
        "{'format': 'upstart rolling change', 'version': 1, 'change': 'restart web',"
            + " 'hosts': [{'host': 'a', 'outcome': 'done'}, {'host': 'a', 'outcome': 'failed'}]}"
      })
  void whatIsNoRecordIsRefused(String text) throws IOException {
    Files.writeString(path(), text.replace('\'', '"'));

    assertThatThrownBy(() -> new RecordFile(path()).read(CHANGE))
        .isInstanceOf(RecordException.class)
        .hasMessageContaining(path().toString());
  }

  @Test
  void aFolderIsNoRecord() {
    assertThatThrownBy(() -> new RecordFile(folder).read(CHANGE))
        .isInstanceOf(RecordException.class);
    assertThatThrownBy(() -> new RecordFile(Path.of("/"))).isInstanceOf(RecordException.class);
  }

  @Test
  void aRecordThatCannotBeWrittenSaysSo() {
    assertThatThrownBy(
            () -> new RecordFile(folder.resolve("none/record")).write(CHANGE, outcomes()))
        .isInstanceOf(RecordException.class)
        .hasMessageContaining("can't be written");
  }
}
