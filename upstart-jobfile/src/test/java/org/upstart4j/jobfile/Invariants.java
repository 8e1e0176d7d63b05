package org.upstart4j.jobfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.upstart4j.jobfile.stanza.Dialect;

/** What holds for every file, whatever its bytes are. */
final class Invariants {

  private static final Pattern TRIVIA = Pattern.compile("[ \t\r\0]*(#[^\n]*)?\n?");

  private Invariants() {}

  /** Checks them all. */
  static void check(byte[] bytes) {
    JobFile file = JobFile.parse(bytes);
    everyByteIsKept(file, bytes);
    triviaIsOnlyTrivia(file);
    stanzasStandInOrder(file);
    problemsStandInTheFile(file, bytes);
    theFirstProblemIsTheVerdict(file, Dialect.UPSTART);
    theFirstProblemIsTheVerdict(file, Dialect.CHROMEOS);
  }

  /** A file's text with a byte a character, for messages and for cases with odd bytes. */
  static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  static byte[] latin1(String bytes) {
    return bytes.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void everyByteIsKept(JobFile file, byte[] bytes) {
    String joined = file.entries().stream().map(Entry::text).collect(Collectors.joining());
    assertThat(file.toBytes()).isEqualTo(bytes);
    assertThat(joined).isEqualTo(file.toString());
    assertThat(JobFile.parse(joined).toBytes()).isEqualTo(bytes);
  }

  private static void triviaIsOnlyTrivia(JobFile file) {
    for (Entry entry : file.entries()) {
      boolean blankOrComment = TRIVIA.matcher(entry.text()).matches();
      assertThat(entry.text()).isNotEmpty();
      assertThat(entry instanceof TriviaLine).as(entry.text()).isEqualTo(blankOrComment);
    }
  }

  private static void stanzasStandInOrder(JobFile file) {
    int last = 0;
    for (Entry entry : file.entries()) {
      SourceSpan span = file.span(entry);
      assertThat(span.start()).isBetween(last, span.end());
      last = span.end();
    }
    assertThat(last).isLessThanOrEqualTo(file.toBytes().length);
  }

  private static void problemsStandInTheFile(JobFile file, byte[] bytes) {
    long lines = latin1(bytes).chars().filter(c -> c == '\n').count() + 1;
    for (Problem problem : file.problems()) {
      SourceSpan span = problem.span();
      assertThat(span.start()).isBetween(0, span.end());
      assertThat(span.end()).isLessThanOrEqualTo(bytes.length);
      assertThat((long) span.line()).isBetween(1L, lines);
      assertThat(span.column()).isPositive();
      assertThat((long) problem.upstartLine()).isBetween(1L, lines);
      assertThat(problem.upstartPosition()).isBetween(0, bytes.length);
      assertThat(problem.message()).isNotBlank().doesNotContain("\n");
      assertThat(problem.render("x").lines()).hasSize(3);
    }
  }

  private static void theFirstProblemIsTheVerdict(JobFile file, Dialect dialect) {
    List<Problem> problems = file.problems(dialect);
    Verdict verdict = JobDefinition.verdict("job", file, dialect);
    Optional<Problem> rejection =
        verdict instanceof Verdict.Rejected rejected
            ? Optional.of(rejected.problem())
            : Optional.empty();
    assertThat(rejection.map(Problem::toString))
        .isEqualTo(problems.stream().findFirst().map(Problem::toString));
    assertThat(file.stanzas().filter(stanza -> stanza.typed().isEmpty()).count())
        .isEqualTo(file.problems(Dialect.CHROMEOS).size());
  }
}
