package org.upstart4j.jobfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CorpusLosslessTest {

  /** Ways to make an unusual file of a usual one. */
  static Stream<Named<UnaryOperator<String>>> changes() {
    return Stream.of(
        Named.of("as it is", file -> file),
        Named.of("CR LF", file -> file.replace("\n", "\r\n")),
        Named.of("CR alone", file -> file.replace('\n', '\r')),
        Named.of("byte order mark", file -> "\u00ef\u00bb\u00bf" + file),
        Named.of("no last newline", String::stripTrailing),
        Named.of("tabs", file -> file.replace(' ', '\t')),
        Named.of("NULs", file -> inserted(file, "\0")),
        Named.of("Latin-1", file -> inserted(file, "\u00e9")),
        Named.of("half a character", file -> inserted(file, "\u00e2\u0082")),
        Named.of("backslashes", file -> inserted(file, "\\")),
        Named.of("quotes", file -> inserted(file, "\"")));
  }

  /** The file with something put in at some places. */
  private static String inserted(String file, String what) {
    StringBuilder changed = new StringBuilder(file);
    for (int at = file.length(); at >= 0; at -= 1 + file.length() / 7) {
      changed.insert(at, what);
    }
    return changed.toString();
  }

  @ParameterizedTest
  @MethodSource("changes")
  void everyFileKeepsTheInvariants(UnaryOperator<String> change) {
    List<Path> files = Corpus.orSkip().all();

    assertThat(files).hasSizeGreaterThan(1_900);
    for (Path file : files) {
      String text = Invariants.latin1(Corpus.bytes(file));
      check(file, Invariants.latin1(change.apply(text)));
    }
  }

  @Test
  void everyFileThatIsReadIsTheBytesOnTheDisk() throws Exception {
    for (Path file : Corpus.orSkip().all()) {
      assertThat(JobFile.read(file).toBytes()).as("%s", file).isEqualTo(Corpus.bytes(file));
    }
  }

  @Test
  void everyBeginningOfACornerCaseKeepsTheInvariants() {
    Corpus.orSkip().edge().forEach(file -> checkBeginnings(file, 150));
  }

  @Test
  void someBeginningsOfEveryRealFileKeepTheInvariants() {
    Corpus.orSkip().real().forEach(file -> checkBeginnings(file, 10));
  }

  private static void checkBeginnings(Path file, int most) {
    byte[] whole = Corpus.bytes(file);
    for (int length = 0; length < whole.length; length += 1 + whole.length / most) {
      check(file, Arrays.copyOf(whole, length));
    }
  }

  private static void check(Path file, byte[] bytes) {
    assertThatNoException()
        .as("%s, %d bytes", file, bytes.length)
        .isThrownBy(() -> Invariants.check(bytes));
  }
}
