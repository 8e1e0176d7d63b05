package org.upstart4j.systemd.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitFileBuilderTest {

  private static UnitFileBuilder edit(String text) {
    return UnitFile.parse(text).toBuilder();
  }

  @Test
  void aNewUnitHasItsSectionsInTheOrderOfTheCalls() {
    UnitFile unit =
        UnitFile.builder()
            .comment("Made from web.conf\n\nby hand")
            .add("Unit", "Description", "Web")
            .add("Service", "ExecStart", "/usr/sbin/web")
            .add("Unit", "After", "a.service")
            .add("Unit", "Wants", "b.service")
            .add("Unit", "After", "c.service")
            .build();
    assertThat(unit)
        .hasToString(
            """
            # Made from web.conf
            #
            # by hand

            [Unit]
            Description=Web
            After=a.service
            After=c.service
            Wants=b.service

            [Service]
            ExecStart=/usr/sbin/web
            """);
  }

  @Test
  void aBuilderCanBeUsedFurther() {
    UnitFileBuilder builder = UnitFile.builder().add("Unit", "A", "1");
    UnitFile first = builder.build();
    builder.add("Unit", "A", "2");
    assertThat(first.values("Unit", "A")).containsExactly("1");
    assertThat(builder.build().values("Unit", "A")).containsExactly("1", "2");
  }

  @Test
  void anAssignmentIsAddedAfterTheLastOfItsKey() {
    assertThat(edit("[A]\nk=1\n\n[B]\n\n[A]\nk=2\n# x\nj=1\n").add("A", "k", "3").build())
        .hasToString("[A]\nk=1\n\n[B]\n\n[A]\nk=2\nk=3\n# x\nj=1\n");
  }

  @Test
  void anAssignmentOfANewKeyIsAddedAtTheEndOfTheSection() {
    assertThat(edit("[A]\nk=1\n# l=2\n\n# about B\n[B]\nm=1\n").add("A", "n", "3").build())
        .hasToString("[A]\nk=1\n# l=2\nn=3\n\n# about B\n[B]\nm=1\n");
    assertThat(edit("[A]\n\n[B]\n").add("A", "n", "3").build()).hasToString("[A]\nn=3\n\n[B]\n");
    assertThat(edit("[A]\nk=1\n# end\n\n").add("A", "n", "3").build())
        .hasToString("[A]\nk=1\n# end\nn=3\n\n");
  }

  @Test
  void anAssignmentOfANewSectionIsAddedAtTheEndOfTheFile() {
    assertThat(edit("[A]\nk=1").add("B", "n", "3").build()).hasToString("[A]\nk=1\n\n[B]\nn=3\n");
    assertThat(edit("[A]\n\n").add("B", "n", "3").build()).hasToString("[A]\n\n[B]\nn=3\n");
  }

  @Test
  void anAssignmentIsAddedAfterALineThatEndsWithABackslash() {
    UnitFile added = edit("[A]\nk=1 \\").add("A", "k", "2").build();
    assertThat(added).hasToString("[A]\nk=1 \\\n \nk=2\n");
    assertThat(added.values("A", "k")).containsExactly("1", "2");
    assertThat(edit("[A]\nk=1 \\\n# c\n").add("A", "k", "2").build().values("A", "k"))
        .containsExactly("1", "2");
  }

  @Test
  void aFileKeepsItsKindOfLineBreaks() {
    assertThat(edit("[A]\r\nk=1\r\n").add("A", "k", "2").comment("c").build())
        .hasToString("[A]\r\nk=1\r\nk=2\r\n# c\r\n");
  }

  @Test
  void aValueIsExchangedWhereItStands() {
    assertThat(edit("[A]\n  k\t=  1  \nj=1\n").set("A", "k", "2").build())
        .hasToString("[A]\n  k\t=  2  \nj=1\n");
  }

  @Test
  void aValueOfSeveralLinesIsExchangedAsAWhole() {
    assertThat(edit("[A]\nk=1 \\\n# c\n  2\nj=1\n").set("A", "k", "x").build())
        .hasToString("[A]\nk=x\nj=1\n");
  }

  @Test
  void aValueOnALineOfItsOwnIsMovedUpAsItCouldStartAsACommentDoes() {
    UnitFile set = edit("[A]\nk= \\\n# c\n  1 \nj=1\n").set("A", "k", "#2").build();
    assertThat(set).hasToString("[A]\nk=#2 \nj=1\n");
    assertThat(set.value("A", "k")).contains("#2");
  }

  @Test
  void theLastValueIsExchangedAndTheOthersGo() {
    assertThat(edit("[A]\nk=1\n# c\nk=\nj=1\nk=2\n[B]\nk=3\n").set("A", "k", "x").build())
        .hasToString("[A]\n# c\nj=1\nk=x\n[B]\nk=3\n");
  }

  @ParameterizedTest
  @CsvSource({"'k=', 'k=x'", "'k =  ', 'k =x  '", "'k=\\', 'k=x\\'"})
  void anEmptyValueIsExchangedRightAfterTheSign(String before, String after) {
    UnitFile set = edit("[A]\n" + before).set("A", "k", "x").build();
    assertThat(set).hasToString("[A]\n" + after);
    assertThat(set.value("A", "k")).contains("x");
  }

  @Test
  void aKeyThatIsNotThereIsAddedWhenItIsSet() {
    assertThat(edit("[A]\n").set("A", "k", "x").build()).hasToString("[A]\nk=x\n");
  }

  @Test
  void removedAssignmentsLeaveEverythingElse() {
    assertThat(edit("[A]\nk=1\n# c\nk=2 \\\n3\nj=1\nk=").remove("A", "k").build())
        .hasToString("[A]\n# c\nj=1\n");
    assertThat(edit("[A]\nk=1").remove("B", "k").remove("A", "j").build()).hasToString("[A]\nk=1");
  }

  @Test
  void aByteOrderMarkStaysWhenItsLineIsRemoved() {
    UnitFile removed = edit("[A]\n\ufeffk=1\n\ufeffk=2\n").remove("A", "k").build();
    assertThat(removed).hasToString("[A]\n\ufeff\n\ufeffk=2\n");
    assertThat(removed.values("A", "\ufeffk")).containsExactly("2");
  }

  @Test
  void aResetIsAnEmptyAssignment() {
    UnitFile reset = edit("[A]\nk=1\n").reset("A", "k").add("A", "k", "2").build();
    assertThat(reset).hasToString("[A]\nk=1\nk=\nk=2\n");
    assertThat(reset.values("A", "k")).containsExactly("2");
  }

  @Test
  void aCommentIsAddedAtTheEnd() {
    assertThat(edit("[A]\nk=1 \\").comment("c").build().value("A", "k")).contains("1");
    assertThat(UnitFile.builder().comment("").build()).hasToString("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\r", "a\0", " a", "a ", "a\\", "a\udcff", "\ufdd0"})
  void aValueThatSystemdWouldReadDifferentlyIsRefused(String value) {
    assertThatExceptionOfType(UnitSyntaxException.class)
        .isThrownBy(() -> UnitFile.builder().add("A", "k", value));
    assertThatExceptionOfType(UnitSyntaxException.class)
        .isThrownBy(() -> edit("[A]\nk=1\n").set("A", "k", value));
  }

  @Test
  void aValueThatIsLongerThanALineIsRefused() {
    String longest = "x".repeat((1 << 20) - 3);
    assertThat(UnitFile.builder().add("A", "k", longest).build().problems()).isEmpty();
    assertThatExceptionOfType(UnitSyntaxException.class)
        .isThrownBy(() -> UnitFile.builder().add("A", "k", longest + "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a=b", "a b", "#a", ";a", "[a", "é", "a\nb", "a\\"})
  void whatIsNoKeyIsRefused(String key) {
    assertThatExceptionOfType(UnitSyntaxException.class)
        .isThrownBy(() -> UnitFile.builder().add("A", key, "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a]", "[a", "a\"", "a\n", "é"})
  void whatIsNoNameOfASectionIsRefused(String section) {
    assertThatExceptionOfType(UnitSyntaxException.class)
        .isThrownBy(() -> UnitFile.builder().add(section, "k", "x"));
  }

  @Test
  void aCommentWithANulIsRefused() {
    assertThatExceptionOfType(UnitSyntaxException.class)
        .isThrownBy(() -> UnitFile.builder().comment("a\0b"));
  }
}
