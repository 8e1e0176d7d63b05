package org.upstart4j.analysis.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileScriptTest {

  private static final int LENGTH = 1 << 16;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        ")",
        "((",
        "((a) ",
        "$((",
        "$(",
        "`",
        "`#`",
        "\"$(",
        "\"`\\\"",
        "${a:-",
        "${a[",
        "${a[}",
        "$[",
        "[[ ( ",
        "a[",
        "a[1]=(",
        "if a; then ",
        "while a; do ",
        "case x in a) ",
        "case x in ",
        "f() ",
        "f() { ",
        "{ ",
        "} ",
        "! ",
        "a && ",
        "a | ",
        "a; ",
        "a;;",
        "a\n",
        "<<A ",
        "<<A\n",
        "cat <<A <<B\nA\n",
        "((cat <<E\n'\nE\n) ) ",
        "'",
        "\\",
        "\\\n",
        "#\n",
        "for a in ",
        ">",
        "2>&1 ",
        "a=b ",
        "\"${a%\"",
        "<(",
        "esac ",
        "done ",
        "fi ",
        "$",
        "~",
        "[",
        "a\r\n",
        "\0",
        "\uD800",
        "$(cat <<E\n",
        "`cat <<E\\`\n",
        "select ",
        "function ",
        "(a) ",
        "x=~y:",
        "é"
      })
  void aLongRowOfOnePieceIsReadInTimeLinearInItsLength(String piece) {
    String text = piece.repeat(LENGTH / piece.length());
    ShellScript script =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ShellScript.read(text));
    assertThat(script.body().end()).isEqualTo(text.length());
    assertThat(script.commands()).isNotNull();
    assertThat(script.endings()).isNotNull();
    assertThat(script.forkBeforeExec(true)).isNotNull();
    assertThat(UpstartCall.of(script)).isNotNull();
    assertThat(script.variables()).isNotNull();
  }

  @Test
  void hundredThousandParenthesesAreRead() {
    String text = "(".repeat(100_000) + "a" + ")".repeat(100_000);
    assertThat(ShellScript.read(text).body().statements()).hasSize(1);
    String spaced = "( ".repeat(100_000) + "a" + ")".repeat(100_000);
    assertThat(ShellScript.read(spaced).unreadable()).isNotEmpty();
  }

  @Test
  void whatLiesTooDeepIsUnreadableAndWhatIsBelowTheLimitIsNot() {
    assertThat(ShellScript.read("( ".repeat(80) + "a" + ")".repeat(80)).unreadable()).isEmpty();
    assertThat(ShellScript.read("$( ".repeat(120) + "a" + ")".repeat(120)).unreadable())
        .isNotEmpty();
  }

  @Test
  void anyHeapOfPiecesIsRead() {
    String[] pieces = {
      "a", " ", "\n", ";", "&", "|", "(", ")", "{", "}", "if ", "then ", "fi", "do ", "done",
          "case ",
      " in ", "esac", "$", "`", "\"", "'", "\\", "<<E", "E\n", "<", ">", "#", "$(", "${", "((",
          "[[",
      "]]", "=", "[", "]", "!", "&&", "||", "function ", "for ", "while ", "\t", "\r", "~", "*", "-"
    };
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(30); j >= 0; j--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      Offsets.check(ShellScript.read(text.toString()));
    }
  }
}
