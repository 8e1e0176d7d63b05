package org.upstart4j.systemd.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.upstart4j.systemd.unit.UnitLine.Assignment;
import org.upstart4j.systemd.unit.UnitLine.Blank;

class UnitEditPropertyTest {

  private static final int FILES = 20_000;

  private final Random random = new Random(11);

  private interface Edit {
    void check(UnitFile before, String section, String key, String value);
  }

  private void edit(Edit edit) {
    for (int i = 0; i < FILES; i++) {
      String value;
      do {
        value = UnitWords.label(Words.word(random)); // any text of one line
      } while (value.isEmpty());
      edit.check(
          UnitFile.parse(UnitTexts.bytes(random)),
          UnitTexts.pick(UnitTexts.SECTIONS, random),
          UnitTexts.pick(UnitTexts.KEYS, random),
          value);
    }
  }

  /** What other keys say, and everything that is no assignment; blank lines may join others. */
  private static List<Object> others(UnitFile file, String section, String key) {
    List<Object> others = new ArrayList<>();
    for (UnitLine line : file.lines()) {
      if (line instanceof Assignment said) {
        if (!said.section().equals(section) || !said.key().equals(key)) {
          others.add(
              List.of(said.section(), said.key(), said.value(), said.text().stripTrailing()));
        }
      } else if (!(line instanceof Blank)) {
        others.add(line.text().stripTrailing());
      }
    }
    return others;
  }

  private static List<String> added(List<String> values, String value) {
    List<String> added = new ArrayList<>(values);
    added.add(value);
    return added;
  }

  @Test
  void anAddedValueIsReadLastAndTheBytesAroundItStay() {
    edit(
        (before, section, key, value) -> {
          UnitFile after = before.toBuilder().add(section, key, value).build();
          assertThat(after.values(section, key))
              .as("%s", before)
              .isEqualTo(added(before.values(section, key), value));
          String text = after.toString();
          String old = before.toString();
          int common = 0;
          while (common < old.length() && old.charAt(common) == text.charAt(common)) {
            common++;
          }
          assertThat(text).as("%s", before).endsWith(old.substring(common));
        });
  }

  @Test
  void aValueThatIsSetIsTheOnlyOne() {
    edit(
        (before, section, key, value) -> {
          UnitFile after = before.toBuilder().set(section, key, value).build();
          assertThat(after.assignments(section, key)).as("%s", before).hasSize(1);
          assertThat(after.value(section, key)).as("%s", before).contains(value);
        });
  }

  @Test
  void aKeyThatIsRemovedIsGone() {
    edit(
        (before, section, key, value) ->
            assertThat(before.toBuilder().remove(section, key).build().assignments(section, key))
                .as("%s", before)
                .isEmpty());
  }

  @Test
  void aResetTakesBackWhatWasSet() {
    edit(
        (before, section, key, value) ->
            assertThat(before.toBuilder().reset(section, key).build().values(section, key))
                .as("%s", before)
                .isEmpty());
  }

  @Test
  void noEditTouchesWhatItIsNotAbout() {
    edit(
        (before, section, key, value) -> {
          List<UnaryOperator<UnitFileBuilder>> edits =
              List.of(
                  builder -> builder.add(section, key, value),
                  builder -> builder.set(section, key, value),
                  builder -> builder.remove(section, key),
                  builder -> builder.reset(section, key));
          boolean isNew = before.assignments(section, key).isEmpty();
          for (UnaryOperator<UnitFileBuilder> edit : edits) {
            UnitFile after = edit.apply(before.toBuilder()).build();
            List<Object> others = others(after, section, key);
            if (isNew) {
              others.remove("[" + section + "]"); // the header that it may need
            }
            List<Object> expected = others(before, section, key);
            if (isNew) {
              expected.remove("[" + section + "]");
            }
            assertThat(others).as("%s -> %s", before, after).isEqualTo(expected);
          }
        });
  }
}
