package org.upstart4j.jobfile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.upstart4j.jobfile.version.UpstartVersion;

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
    theFirstProblemIsTheVerdict(file, UpstartVersion.NEWEST);
    theFirstProblemIsTheVerdict(file, UpstartVersion.CHROMEOS_1_13);
  }

  /** A file's text with a byte a character, for messages and for cases with odd bytes. */
  static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  static byte[] latin1(String bytes) {
    return bytes.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void everyByteIsKept(JobFile file, byte[] bytes) {
    String text = file.toString();
    String joined = file.entries().stream().map(Entry::text).collect(Collectors.joining());
    promise(Arrays.equals(file.toBytes(), bytes), "it prints as it was read");
    promise(joined.equals(text), "its entries are the file");
    promise(Arrays.equals(JobFile.parse(text).toBytes(), bytes), "its text is its bytes");
  }

  private static void triviaIsOnlyTrivia(JobFile file) {
    for (Entry entry : file.entries()) {
      boolean trivia = TRIVIA.matcher(entry.text()).matches();
      promise(trivia == (entry instanceof TriviaLine), "trivia is blanks and comments: " + entry);
      promise(!entry.text().isEmpty(), "no entry is empty");
    }
  }

  private static void stanzasStandInOrder(JobFile file) {
    int last = 0;
    for (Entry entry : file.entries()) {
      SourceSpan span = file.span(entry);
      promise(last <= span.start() && span.start() <= span.end(), "entries stand in order");
      last = span.end();
    }
  }

  private static void problemsStandInTheFile(JobFile file, byte[] bytes) {
    long lines = latin1(bytes).chars().filter(c -> c == '\n').count() + 1;
    List<Problem> problems = file.problems();
    int last = -1;
    for (Problem problem : problems) {
      SourceSpan span = problem.span();
      promise(0 <= span.start() && span.start() <= span.end(), "a span has a start and an end");
      promise(span.end() <= bytes.length, "a span is in the file");
      promise(last <= span.start(), "problems but for Upstart's stand in order");
      promise(1 <= span.line() && span.line() <= lines, "a span's line is in the file");
      promise(1 <= span.column(), "columns count from 1");
      promise(1 <= problem.upstartLine() && problem.upstartLine() <= lines, "so is Upstart's line");
      promise(
          0 <= problem.upstartPosition() && problem.upstartPosition() <= bytes.length,
          "so is Upstart's position");
      messagesAreShort(problem);
      last = problem == problems.get(0) ? -1 : span.start();
    }
  }

  private static void messagesAreShort(Problem problem) {
    String message = problem.message();
    promise(message.chars().noneMatch(Character::isISOControl), "a message is one line");
    promise(!message.isBlank() && message.length() < 200, "a message is short");
    promise(problem.render("x").lines().count() == 3, "a problem is shown on three lines");
  }

  private static void theFirstProblemIsTheVerdict(JobFile file, UpstartVersion version) {
    List<Problem> problems = file.problems(version);
    Verdict verdict = JobDefinition.verdict("job", file, version);
    String rejection =
        verdict instanceof Verdict.Rejected rejected ? rejected.problem().toString() : "";
    String first = problems.isEmpty() ? "" : problems.get(0).toString();
    promise(first.equals(rejection), "the first problem is the verdict");
    long wrong = file.stanzas().filter(stanza -> stanza.typed().isEmpty()).count();
    promise(
        version == UpstartVersion.NEWEST
            || (wrong <= problems.size() && (wrong > 0 || problems.isEmpty())),
        "what is wrong says nothing");
  }

  private static void promise(boolean kept, String promise) {
    if (!kept) {
      throw new AssertionError("Broken: " + promise);
    }
  }
}
