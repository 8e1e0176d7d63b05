package org.upstart4j.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstart4j.cli.watch.Key.Kind;

class KeysTest {

  /** All keys of what a terminal sends, after which there is a pause. */
  private static List<Key> keys(String sent) {
    int[] place = {0};
    Keys keys =
        new Keys(
            millis -> {
              if (place[0] == sent.length()) {
                return millis == 0 ? -1 : -2;
              }
              return sent.charAt(place[0]++);
            });
    List<Key> all = new ArrayList<>();
    for (Key key = keys.next(); key.kind() != Kind.NONE; key = keys.next()) {
      all.add(key);
    }
    return all;
  }

  private static List<Kind> kinds(String sent) {
    return keys(sent).stream().map(Key::kind).toList();
  }

  @Test
  void lettersAreThemselves() {
    assertThat(keys("qä")).containsExactly(Key.of('q'), Key.of('ä'));
  }

  @Test
  void sequencesAreKeysInEitherModeOfTheKeypad() {
    assertThat(kinds("\u001b[A\u001bOA\u001b[B\u001bOB\u001b[5~\u001b[6~"))
        .containsExactly(Kind.UP, Kind.UP, Kind.DOWN, Kind.DOWN, Kind.PAGE_UP, Kind.PAGE_DOWN);
    assertThat(kinds("\u001b[H\u001bOH\u001b[1~\u001b[7~\u001b[F\u001b[4~"))
        .containsExactly(Kind.HOME, Kind.HOME, Kind.HOME, Kind.HOME, Kind.END, Kind.END);
  }

  @Test
  void anEscapeAloneIsOne() {
    assertThat(kinds("\u001b")).containsExactly(Kind.ESCAPE);
  }

  @Test
  void whatIsNotKnownTypesNothing() {
    assertThat(kinds("\u001b[3~\u001b[1;5C\u001bx\u001a\u0001"))
        .containsExactly(Kind.OTHER, Kind.OTHER, Kind.OTHER, Kind.OTHER, Kind.OTHER);
  }

  @Test
  void returnAndBackspaceHaveTwoCodesEach() {
    assertThat(kinds("\r\n\b\u007f"))
        .containsExactly(Kind.ENTER, Kind.ENTER, Kind.BACKSPACE, Kind.BACKSPACE);
  }
}
