package org.upstart4j.systemd.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.jobfile.SourceSpan;
import org.upstart4j.systemd.unit.UnitLine.Assignment;
import org.upstart4j.systemd.unit.UnitLine.Blank;
import org.upstart4j.systemd.unit.UnitLine.Comment;
import org.upstart4j.systemd.unit.UnitLine.Header;
import org.upstart4j.systemd.unit.UnitLine.Unreadable;

class UnitFileTest {

  private static final UnitFile WEB =
      UnitFile.parse(
          """
          # web
          [Unit]
          Description = Web server

          [Service]
          ExecStart=/usr/sbin/web \\
          ; comment
            --port=80
          Environment=A=1
          Environment=
          Environment=B=2
          """);

  private static List<UnitFault> faults(String text) {
    return UnitFile.parse(text).problems().stream().map(UnitProblem::fault).toList();
  }

  private static String problem(String text) {
    List<UnitProblem> problems = UnitFile.parse(text).problems();
    assertThat(problems).hasSize(1);
    return problems.get(0).toString();
  }

  @Test
  void anEmptyFileHasNoLines() {
    assertThat(UnitFile.parse("").lines()).isEmpty();
    assertThat(UnitFile.parse("").problems()).isEmpty();
  }

  @Test
  void aFileHasLinesOfSeveralKinds() {
    assertThat(WEB.lines())
        .extracting(line -> (Object) line.getClass())
        .containsExactly(
            Comment.class,
            Header.class,
            Assignment.class,
            Blank.class,
            Header.class,
            Assignment.class,
            Assignment.class,
            Assignment.class,
            Assignment.class);
    assertThat(WEB.problems()).isEmpty();
  }

  @Test
  void anAssignmentHasItsPlaces() {
    assertThat(WEB.lines().get(2))
        .isEqualTo(
            new Assignment(
                new SourceSpan(13, 38, 3, 1),
                "Description = Web server\n",
                "Unit",
                "Description",
                "Web server",
                new SourceSpan(13, 24, 3, 1),
                new SourceSpan(27, 37, 3, 15)));
  }

  @Test
  void columnsCountCharactersAndPlacesCountBytes() {
    assertThat(UnitFile.parse("[A]\né😀 = x").assignments().findFirst().orElseThrow().valueSpan())
        .isEqualTo(new SourceSpan(13, 14, 2, 6));
  }

  @Test
  void aContinuedLineIsOneValueWithoutTheCommentsInIt() {
    assertThat(WEB.value("Service", "ExecStart")).contains("/usr/sbin/web    --port=80");
  }

  @Test
  void anEmptyValueTakesBackTheOnesBefore() {
    assertThat(WEB.values("Service", "Environment")).containsExactly("B=2");
    assertThat(UnitFile.parse("[A]\nk=1\nk=\n").value("A", "k")).isEmpty();
    assertThat(WEB.assignments("Service", "Environment"))
        .extracting(Assignment::isReset)
        .containsExactly(false, true, false);
  }

  @Test
  void theLastValueCounts() {
    assertThat(UnitFile.parse("[A]\nk=1\nk=2\n").value("A", "k")).contains("2");
    assertThat(WEB.value("Service", "Type")).isEmpty();
    assertThat(WEB.value("Install", "ExecStart")).isEmpty();
  }

  @Test
  void sectionsOfOneNameAreOne() {
    assertThat(UnitFile.parse("[A]\nk=1\n[B]\nk=2\n[A]\nk=3\n").values("A", "k"))
        .containsExactly("1", "3");
  }

  @Test
  void unknownSectionsAndKeysAreNoProblem() {
    assertThat(faults("[X-Mine]\nX-a=1\n[Foo]\nBar=1\n")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'k=v', v",
    "' k = v ', v",
    "'\tk\t=\tv\t', v",
    "'k= \"v\" ', '\"v\"'",
    "'k=a=b', a=b",
    "'k=#v', #v",
    "'k=v # c', 'v # c'",
    "'k=v;', v;",
  })
  void blanksAroundAValueDoNotCount(String line, String value) {
    assertThat(UnitFile.parse("[A]\n" + line).value("A", "k")).contains(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", "\0", "\n\r", "\r\n\0"})
  void aLineEndsAtAnyLineBreakOrNul(String end) {
    UnitFile file = UnitFile.parse(String.join(end, "[A]", "k=1", "j=2\\", "3", ""));
    assertThat(file.lines()).hasSize(3);
    assertThat(file.value("A", "j")).contains("2 3");
    assertThat(file.problems()).isEmpty();
  }

  @Test
  void lineBreaksThatRepeatMakeBlankLines() {
    assertThat(UnitFile.parse("[A]\r\n\r\nk=1\n\n\r\r").lines())
        .extracting(UnitLine::text)
        .containsExactly("[A]\r\n", "\r\n", "k=1\n", "\n\r", "\r");
  }

  @Test
  void aByteOrderMarkIsSkippedOnce() {
    assertThat(UnitFile.parse("\ufeff[A]\nk=1\n").value("A", "k")).contains("1");
    assertThat(UnitFile.parse("\ufeff[A]\n\ufeffk=1\n").value("A", "\ufeffk")).contains("1");
  }

  @Test
  void aCommentIsNotContinued() {
    assertThat(UnitFile.parse("[A]\n# c \\\nk=1\n").value("A", "k")).contains("1");
    assertThat(UnitFile.parse("[A]\n  ; c\nk=1\n").lines().get(1)).isInstanceOf(Comment.class);
  }

  @ParameterizedTest
  @CsvSource({"'k=1\\\\', '1\\\\'", "'k=1\\\\\\', '1\\\\'", "'k=1\\\\ \\', '1\\\\'"})
  void onlyABackslashThatIsNotEscapedContinuesALine(String line, String value) {
    assertThat(UnitFile.parse("[A]\n" + line + "\n").value("A", "k")).contains(value);
  }

  @Test
  void aBlankLineEndsAContinuedOne() {
    assertThat(UnitFile.parse("[A]\nk=1 \\\n\nj=2\n").value("A", "j")).contains("2");
  }

  @Test
  void aHeaderMayBeContinuedAndIndented() {
    assertThat(UnitFile.parse("  [A\\\nB]  \nk=1").value("A B", "k")).contains("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[A", "[", "[A] # c", "[\"A\"]", "[A\\x]", "[A\u0001]"})
  void aHeaderThatIsNoneMakesSystemdRefuseTheFile(String header) {
    UnitFile file = UnitFile.parse("[B]\n" + header + "\nk=1\n");
    assertThat(file.problems())
        .extracting(UnitProblem::fault)
        .containsExactly(UnitFault.INVALID_HEADER);
    assertThat(file.problems().get(0).fault().isFatal()).isTrue();
    assertThat(file.values("B", "k")).isEmpty();
    assertThat(file.lines().get(1)).isInstanceOf(Unreadable.class);
  }

  @Test
  void aLineOutsideOfASectionIsAProblem() {
    assertThat(problem("k=1\n"))
        .isEqualTo(
            "1:1: The line stands before the first section, and systemd ignores it; move it into"
                + " one");
  }

  @Test
  void aLineWithoutASignIsAProblem() {
    assertThat(problem("[A]\n  foo\n"))
        .isEqualTo(
            "2:3: The line has no =, and systemd ignores it; write KEY=VALUE, or # before a"
                + " comment");
  }

  @Test
  void aLineWithoutAKeyIsAProblem() {
    assertThat(problem("[A]\n =1\n"))
        .isEqualTo(
            "2:2: Nothing stands before the =, and systemd ignores the line; write KEY=VALUE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"k=\udcff", "k=\ufdd0", "k=\uffff", "\udcc3\udca9\udcff=1"})
  void aLineThatIsNotUtf8MakesSystemdRefuseTheFile(String line) {
    assertThat(faults("[A]\n" + line)).containsExactly(UnitFault.INVALID_UTF8);
    assertThat(UnitFault.INVALID_UTF8.isFatal()).isTrue();
  }

  @Test
  void aCommentMayBeAnything() {
    assertThat(faults("# \udcff\ufdd0\n")).isEmpty();
  }

  @Test
  void aLineThatIsTooLongMakesSystemdRefuseTheFile() {
    String longest = "k=" + "x".repeat((1 << 20) - 3);
    assertThat(faults("[A]\n" + longest)).isEmpty();
    assertThat(faults("[A]\n" + longest + "x")).containsExactly(UnitFault.TOO_LONG);
    assertThat(faults("[A]\n" + longest.substring(2) + "\\\n" + longest))
        .containsExactly(UnitFault.TOO_LONG);
    assertThat(faults("#" + longest)).containsExactly(UnitFault.TOO_LONG);
  }

  @Test
  void aCommentThatIsTooLongMakesSystemdRefuseTheFile() {
    assertThat(faults("[A]\nk=1 \\\n#" + "x".repeat(1 << 20) + "\n2\n"))
        .containsExactly(UnitFault.TOO_LONG);
  }

  @Test
  void aFileThatEndsWithABackslashIsAProblem() {
    assertThat(problem("[A]\nk=1 \\\n"))
        .isEqualTo("2:5: The file ends with a backslash, which continues nothing; remove it");
    assertThat(UnitFile.parse("[A]\nk=1 \\\n").value("A", "k")).contains("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ExecStart=/x 'a", "Environment=\"A=1"})
  void aQuoteThatIsNeverClosedIsAProblem(String line) {
    assertThat(faults("[Service]\n" + line)).containsExactly(UnitFault.UNBALANCED_QUOTE);
  }

  @Test
  void quotesInAPlainTextAreNoProblem() {
    assertThat(faults("[Unit]\nDescription=it's \\q\n")).isEmpty();
  }

  @Test
  void anUnknownEscapeIsAProblem() {
    assertThat(problem("[Service]\nExecStart=/x a\\.b\n"))
        .isEqualTo(
            "2:11: A backslash stands before something that is no escape, and stays; double it");
    assertThat(problem("[Service]\nEnvironment=A=\\.\n")).contains("systemd ignores the line");
    assertThat(faults("[Service]\nExecStart=/x \\; /y\n")).isEmpty();
    assertThat(faults("[Service]\nEnvironment=\\;=1\n")).containsExactly(UnitFault.UNKNOWN_ESCAPE);
  }

  @Test
  void aCommandThatSystemdDoesNotRunIsAProblem() {
    assertThat(problem("[Service]\nExecStart=bin/x\n"))
        .isEqualTo(
            "2:11: A program is neither a name nor an absolute path; give an absolute path: bin/x");
    assertThat(faults("[Service]\nExecStart=%h/x\nExecStart=\nExecStart=x $A\n")).isEmpty();
  }

  @Test
  void filesOfTheSameBytesAreEqual() {
    byte[] bytes = {'[', 'A', ']', (byte) 0xff};
    UnitFile file = UnitFile.parse(bytes);
    assertThat(file).isEqualTo(UnitFile.parse("[A]\udcff")).hasToString("[A]\udcff");
    assertThat(file).hasSameHashCodeAs(UnitFile.parse(bytes)).isNotEqualTo(UnitFile.parse("[A]"));
    bytes[0] = 'x';
    file.toBytes()[0] = 'x';
    assertThat(file.toBytes()[0]).isEqualTo((byte) '[');
  }

  @Test
  void theLinesOfAnyBytesAreTheBytes() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = UnitTexts.bytes(random);
      UnitFile file = UnitFile.parse(bytes);
      assertThat(file.toBytes()).isEqualTo(bytes);
      assertThat(file.lines().stream().map(UnitLine::text).collect(Collectors.joining()))
          .isEqualTo(file.toString());
      int end = 0;
      for (UnitLine line : file.lines()) {
        assertThat(line.span().start()).isEqualTo(end);
        end = line.span().end();
        assertThat(UnitFile.parse(line.text()).toBytes()).hasSize(end - line.span().start());
      }
      assertThat(end).isEqualTo(bytes.length);
    }
  }
}
