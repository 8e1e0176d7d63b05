package org.upstart4j.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

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
    assertThat(String.valueOf(Json.parse(text))).isEqualTo(value);
  }

  @Test
  void everyShortEscapeIsKnown() {
    assertThat(Json.parse("\"\\b\\f\\n\\r\\t\"")).isEqualTo("\b\f\n\r\t");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          ``             | 0: the text ends too early
          {} x           | 3: something follows the value
          {,}            | 1: a name is missing
          {"a" 1}        | 5: ':' is missing
          {"a":1,}       | 7: a name is missing
          {"a":1 "b":2}  | 7: ',' is missing
          {"a":1,"a":2}  | 11: the name "a" comes twice
          [1,]           | 3: a value is missing
          [1}            | 2: ',' is missing
          tru            | 0: a value is missing
          01             | 1: something follows the value
          -              | 0: a value is missing
          1.             | 1: something follows the value
          "a             | 2: a string does not end
          "\\x"          | 2: an escape is unknown
          "\\u12g4"      | 5: four hexadecimal digits are missing
          "\\u00٣4"      | 5: four hexadecimal digits are missing
          """)
  void whatIsNoJsonIsAnErrorThatSaysWhere(String text, String message) {
    assertThatThrownBy(() -> Json.parse(text))
        .isInstanceOf(StateSyntaxException.class)
        .hasMessage("No JSON text at offset " + message);
  }

  @Test
  void aControlCharacterMustBeEscaped() {
    assertThatThrownBy(() -> Json.parse("\"a\nb\""))
        .hasMessage("No JSON text at offset 2: a string holds a control character");
  }

  @Test
  void depthHasALimit() {
    assertThat(Json.parse("[".repeat(64) + "]".repeat(64))).isNotNull();
    assertThatThrownBy(() -> Json.parse("[".repeat(1_000_000)))
        .hasMessage("No JSON text at offset 65: it is deeper than 64");
  }
}
