package org.upstart4j.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateTextTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          {}                            | {}
          [ ]                           | []
          { "a" : [ 1 , -2.5e1 ] }      | {a=[1, -25.0]}
          [true, false, null]           | [true, false, null]
          "\\"\\\\\\/\\u00e9\\u0041"    | "\\/éA
          9223372036854775807           | 9223372036854775807
          9223372036854775808           | 9.223372036854776E18
          [[[]], {"x": {"y": 0}}]       | [[[]], {x={y=0}}]
          """)
  void whatIsJsonIsRead(String text, String value) {
    assertThat(StateText.parse(text)).hasToString(value);
  }

  @Test
  void everyShortEscapeIsKnown() {
    assertThat(StateText.parse("\"\\b\\f\\n\\r\\t\"")).isEqualTo("\b\f\n\r\t");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          ``             | line 1 column 1 path $: End of input
          {} x           | line 1 column 5 path $: Malformed
          {} {}          | line 1 column 5 path $: Malformed
          {,}            | line 1 column 3 path $.: Malformed
          {"a" 1}        | line 1 column 7 path $.a: Expected ':'
          {"a":1,}       | line 1 column 9 path $.a: Expected name
          {"a":1 "b":2}  | line 1 column 9 path $.a: Unterminated object
          {"a":1,"a":2}  | $.a: the name comes twice
          [1,]           | line 1 column 5 path $[1]: Malformed
          [1}            | line 1 column 4 path $[1]: Unterminated array
          tru            | line 1 column 1 path $: Malformed
          01             | line 1 column 1 path $: Malformed
          -              | line 1 column 1 path $: Malformed
          1.             | line 1 column 1 path $: Malformed
          NaN            | line 1 column 1 path $: Malformed
          "a             | line 1 column 3 path $: Unterminated string
          "\\x"          | line 1 column 4 path $: Invalid escape sequence
          """)
  void whatIsNoJsonIsAnErrorThatSaysWhere(String text, String message) {
    assertThatThrownBy(() -> StateText.parse(text))
        .isInstanceOf(StateSyntaxException.class)
        .hasMessage("No JSON text at " + message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\\u12g4\"", "\"\\u00٣4\"", "\"a\nb\""})
  void aStringWithACharacterThatCannotBeIsAnErrorThatSaysWhere(String text) {
    assertThatThrownBy(() -> StateText.parse(text))
        .isInstanceOf(StateSyntaxException.class)
        .hasMessageStartingWith("No JSON text at line 1 column ");
  }

  @Test
  void depthHasALimit() {
    assertThat(StateText.parse("[".repeat(64) + "]".repeat(64))).isNotNull();
    assertThatThrownBy(() -> StateText.parse("[".repeat(1_000_000)))
        .isInstanceOf(StateSyntaxException.class)
        .hasMessageStartingWith("No JSON text at line 1 column 66 path $[0]")
        .hasMessageEndingWith(": Nesting limit 64 reached");
  }
}
