package org.upstart4j.it.prove;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Random jobs whose commands, scripts and variables are hard to hand over. All that they run is
 * recorders. Each character of a text stands for a byte.
 */
final class HardJobs {

  /** The names under which there is a shell in the folder of each recorder, and in one for all. */
  static final List<String> SHELLS =
      List.of("sh", "-sh", "@sh", "+sh", ":sh", "%i", "%%", "s%n.x", "s#h", "#sh", "s,h", ".sh");

  /** The folder for all, below the stage. */
  static final String BIN = "bin";

  private static final List<String> NAMES =
      List.of(
          "A",
          "B",
          "X",
          "A_1",
          "a",
          "PWD",
          "HOME",
          "LANG",
          "PATH_X",
          "A-B",
          "A.B",
          "1A",
          "-x",
          "é",
          "SHLVL",
          "_",
          "%i",
          "A%n",
          "@",
          ":A",
          "A B",
          "UPSTART_JOB",
          "UPSTART_INSTANCE",
          "TERM",
          "IFS",
          "OLDPWD");

  /** What is no trouble to a shell, nor makes Upstart use one. */
  private static final List<String> PLAIN =
      Stream.of(
              "a", "b", "0", "n", "x41", "-", "--", "@", ":", "+", "%", "%%", "%i", "%n", "%I", ",",
              ".", "/", "_", "#", "a#b", "é", "😀", "\u0001", "\u001b", "\u007f", "\f", "\u000b",
              "\u0085", "\u2028", "\ufeff", "\ufdd0", "\uffff")
          .map(HardJobs::bytes)
          .toList();

  private static final List<String> SINGLE_BYTES =
      List.of("\u00ff", "\u00c3", "\u0080", "\u00e2\u0082");

  private static final List<String> SHELLISH =
      List.of(
          " ", "  ", "\t", "\r", "\"", "\\", "\\\\", "\\n", "\\x41", "$", "$$", "$A", "${A}", "${",
          "}", "%h", ";", "\\;", " ; ", "!", "*", "?", "[", "]", "(", ")", "<", ">", "|", "&", "~",
          "`", "=", " #", "#");

  private final Random random;
  private final String stage;

  /**
   * A job.
   *
   * @param name its name
   * @param text its file
   * @param recorders the names of the recorders that it may run
   */
  record HardJob(String name, String text, List<String> recorders) {}

  HardJobs(Random random, String stage) {
    this.random = random;
    this.stage = stage;
  }

  private static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private String pick(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String many(int most, Supplier<String> piece) {
    return Stream.generate(piece).limit(random.nextInt(most + 1)).collect(Collectors.joining());
  }

  HardJob job(String name) {
    List<String> lines = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      lines.add(variable());
    }
    List<String> recorders = new ArrayList<>();
    List<String> processes = new ArrayList<>();
    switch (random.nextInt(10)) {
      case 0 -> processes.addAll(List.of("pre-start", "post-stop"));
      case 1, 2 -> {
        lines.add("exec /bin/sleep 600");
        lines.add(chance(50) ? "respawn" : "");
        processes.addAll(List.of("pre-start", "post-start", "pre-stop", "post-stop"));
      }
      default -> {
        lines.add("task");
        processes.addAll(chance(20) ? List.of("pre-start", "", "post-stop") : List.of(""));
      }
    }
    if (chance(10)) {
      lines.add("setuid daemon");
    }
    for (String process : processes) {
      String recorder = name + "." + (process.isEmpty() ? "main" : process);
      recorders.add(recorder);
      lines.add((process + " " + process(recorder, lines)).stripLeading());
    }
    return new HardJob(name, String.join("\n", lines) + "\n", recorders);
  }

  private String variable() {
    if (chance(8)) {
      return "env " + pick(List.of("LANG", "TERM", "NONE", "PATH"));
    }
    String name = bytes(pick(NAMES));
    String value = many(6, this::anything);
    return switch (random.nextInt(3)) {
      case 0 -> "env " + quoted(name + "=" + value);
      case 1 -> "env " + (name.contains(" ") ? "A" : name) + "=" + quoted(value);
      default -> "env " + name.replace(" ", "") + "=" + many(5, () -> pick(PLAIN));
    };
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private String anything() {
    return switch (random.nextInt(9)) {
      case 0, 1, 2 -> pick(PLAIN);
      case 3 -> pick(SINGLE_BYTES);
      case 4 -> "'";
      default -> pick(SHELLISH);
    };
  }

  private String process(String recorder, List<String> lines) {
    return switch (random.nextInt(5)) {
      case 0 -> "exec " + direct(recorder, lines);
      case 1 ->
          "exec "
              + shell(recorder)
              + " "
              + shellWords()
              + pick(List.of("", "", " \"\"", " \\\\", " \\\n", "\t"));
      case 2 -> "script\n" + indent() + "exec " + shell(recorder) + " " + shellWords() + end();
      default -> script(recorder);
    };
  }

  private String shell(String recorder) {
    return stage + "/" + BIN + "/sh " + stage + "/" + recorder + "/record";
  }

  private String end() {
    return pick(List.of("\n", " \n", "\\\\\n", " # the end's\n", "\n\n", " ''\n", "\n  \n"))
        + indent()
        + "end script";
  }

  private String indent() {
    return pick(List.of("", "  ", "\t"));
  }

  /** A command that no shell reads. */
  private String direct(String recorder, List<String> lines) {
    StringJoiner words = new StringJoiner(pick(List.of(" ", "  ", "\t", " \t ", " \\\n   ")));
    words.add(program(lines)).add(stage + "/" + recorder + "/record");
    for (int i = random.nextInt(6); i > 0; i--) {
      words.add(many(5, () -> chance(15) ? pick(SINGLE_BYTES) : pick(PLAIN)));
    }
    return words.toString();
  }

  /** A shell by its path, by its name, or by where it is from a folder. */
  private String program(List<String> lines) {
    String shell = pick(SHELLS);
    switch (random.nextInt(6)) {
      case 0 -> {
        return "sh";
      }
      case 1 -> {
        lines.add("env PATH=" + stage + "/" + BIN + ":/usr/bin:/bin");
        return shell.startsWith("#") ? "sh" : shell; // a comment to Upstart
      }
      case 2 -> {
        lines.add("chdir " + stage);
        return BIN + "/" + shell;
      }
      default -> {
        return stage + "/" + BIN + "/" + shell;
      }
    }
  }

  private String shellWords() {
    StringJoiner words = new StringJoiner(" ");
    for (int i = random.nextInt(6); i > 0; i--) {
      words.add(many(4, this::shellPiece));
    }
    return words.toString();
  }

  /** A part of a word for a shell, which gives the same on each run, and has no side effects. */
  private String shellPiece() {
    return switch (random.nextInt(6)) {
      case 0 -> "'" + many(4, this::anything).replace("'", "'\\''") + "'";
      case 1 -> '"' + many(4, this::anything).replaceAll("[\\\\\"$`]", "\\\\$0") + '"';
      case 2 ->
          pick(
              List.of(
                  "$A", "${A}", "\"$A\"", "\"${X:-x  y}\"", "${#A}", "\"$*\"", "${A%%a}", "$#"));
      case 3 ->
          pick(
              List.of(
                  "\\ ", "\\$", "\\\\", "\\;", "\\\"", "\\'", "\\#", "\\%", "\"\"", "''", "=",
                  "!"));
      default -> chance(10) ? pick(SINGLE_BYTES) : pick(PLAIN.subList(0, PLAIN.size() - 2));
    };
  }

  private String script(String recorder) {
    StringBuilder script = new StringBuilder("script\n");
    String indent = indent();
    for (int i = random.nextInt(6); i > 0; i--) {
      script.append(indent).append(line()).append('\n');
    }
    if (chance(5)) {
      script.append("Y='").append("very long\t".repeat(10_000)).append("'\n");
    }
    script
        .append(indent)
        .append(shell(recorder))
        .append(" \"$@\" \"$A\" \"$X\" \"$Y\" ")
        .append(shellWords());
    switch (random.nextInt(3)) {
      case 0 -> script.append(" <<'EOT'\n").append(document()).append("EOT\n");
      case 1 ->
          script
              .append(" <<-EOT\n\t")
              .append(document().replaceAll("[\\\\`$]", "\\\\$0"))
              .append("\tEOT\n");
      default -> script.append('\n');
    }
    return script.append(indent()).append("end script").toString();
  }

  private String line() {
    return switch (random.nextInt(6)) {
      case 0 -> "set -- \"$@\" " + shellWords();
      case 1 -> "X=" + many(3, this::shellPiece);
      case 2 -> "# it's " + many(4, this::anything);
      case 3 -> "";
      case 4 -> "set -- \\\n  \"$@\" 'two\n lines' \\\n  " + shellWords();
      default -> "A=\"$A\"" + many(3, this::shellPiece) + " ; export A";
    };
  }

  private String document() {
    return many(4, () -> indent() + many(5, this::anything).replace("\r", "") + "\n");
  }
}
