package org.upstart4j.jobfile;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upstart4j.jobfile.stanza.StanzaName;

/** Makes job files that are nearly right, from everything that has a meaning in one. */
final class JobFileGenerator {

  private static final List<String> STANZAS =
      Stream.concat(
              Arrays.stream(StanzaName.values()).map(StanzaName::text), Stream.of("foo", "bar-baz"))
          .toList();
  private static final List<String> SETTINGS =
      List.of(
          "kill timeout",
          "kill signal",
          "reload signal",
          "respawn limit",
          "normal exit",
          "umask",
          "nice",
          "oom",
          "oom score",
          "limit nofile",
          "expect",
          "console",
          "apparmor load",
          "apparmor switch",
          "cgroup memory");
  private static final List<String> VALUES =
      List.of(
          "1",
          "0",
          "-1",
          "5 5",
          "unlimited",
          "never",
          "TERM",
          "SIGKILL",
          "99",
          "2147483648",
          "022",
          "4294967296",
          "18446744073709551616",
          "+3",
          "\" 3\"",
          "0x10",
          "777",
          "x",
          "\"\"",
          "-17",
          "1001",
          "\"\"\\\n ",
          "fork",
          "log",
          "\\5",
          "5\\",
          "'a\nb'");
  private static final List<String> PIECES =
      List.of(
          "\\",
          "\\\n",
          "\"",
          "'",
          "#",
          "\n",
          " ",
          "\t",
          "\r",
          "\r\n",
          "\0",
          "(",
          ")",
          "and",
          "or",
          "=",
          "!=",
          "A=1",
          "foo",
          "on",
          "exec",
          "script",
          "end script",
          "end",
          "\"\"",
          "\"a b\"",
          "\"a\nb\"",
          "\\\"",
          "\\#",
          "\\ ",
          " \\x",
          "$FOO",
          "\u00c3\u00a9",
          "\u00ff",
          "\n\n",
          "\n  ",
          "\f",
          "manual",
          "debug",
          "start on",
          "pre-start",
          "post-stop exec",
          "\u00ed\u00a0");
  private static final List<String> EVENTS =
      List.of(
          "a",
          "b X=1",
          "started foo",
          "c d e",
          "\"and\"",
          "runlevel [2345]",
          "x Y!=z",
          "\\(",
          "e \"a b\" C=\"d e\"",
          "f\\\ng");
  private static final List<String> OPERATORS =
      List.of(" and ", " or ", "\n and ", " or\n", "\\\n or \\\n", " # c\n and ", "and", "\n\nor ");
  private static final List<String> MARGINS = List.of("", "", " ", "\t", "  ", "    ", "\0");
  private static final List<String> ENDS = List.of("\n", "\n", "\n", " # c\n", "\r\n", " \\\n", "");

  private final Random random;
  private final List<Supplier<String>> stanzas =
      List.of(
          () -> one(STANZAS) + " " + pieces(6) + "\n",
          () -> one(STANZAS) + one(PIECES) + one(PIECES) + "\n",
          () -> one(STANZAS) + "\n",
          () -> "start on " + condition(4) + "\n",
          () -> "stop on (" + pieces(8) + ")\n",
          () -> "exec " + pieces(6) + "\n",
          () -> "script" + one(ENDS) + script() + "end script\n",
          () -> "pre-start " + one(List.of("exec ", "script\n", "script ", "")) + script() + "\n",
          () -> "env " + one(PIECES) + "=" + one(PIECES) + "\n",
          () -> one(SETTINGS) + " " + one(VALUES) + " " + one(VALUES) + one(ENDS),
          () -> one(SETTINGS) + " " + one(VALUES) + one(ENDS),
          () -> "description \"" + pieces(3) + "\"\n");

  JobFileGenerator(long seed) {
    this.random = new Random(seed);
  }

  /** A file of some stanzas, one in three damaged. */
  byte[] file() {
    String text = joined(1 + random.nextInt(6), () -> one(MARGINS) + one(stanzas).get());
    byte[] file = Invariants.latin1(text);
    return random.nextInt(3) == 0 ? damaged(file) : file;
  }

  /** Bytes of any value. */
  byte[] noise() {
    byte[] noise = new byte[random.nextInt(200)];
    random.nextBytes(noise);
    return noise;
  }

  /** The file with something put in, taken out or changed, up to four times. */
  byte[] damaged(byte[] file) {
    String text = Invariants.latin1(file);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int from = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), from + random.nextInt(10));
      text =
          switch (random.nextInt(4)) {
            case 0 -> text.substring(0, from) + one(PIECES) + text.substring(from);
            case 1 -> text.substring(0, from) + text.substring(to);
            case 2 -> text.substring(0, from) + (char) random.nextInt(256) + text.substring(to);
            default -> text.substring(0, from);
          };
    }
    return Invariants.latin1(text);
  }

  private String condition(int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return one(EVENTS);
    }
    String operation = condition(depth - 1) + one(OPERATORS) + condition(depth - 1);
    return random.nextInt(3) == 0 ? operation : "(" + operation + ")";
  }

  private String script() {
    return joined(random.nextInt(5), () -> one(MARGINS) + pieces(3) + "\n");
  }

  private String pieces(int most) {
    return joined(random.nextInt(most + 1), () -> one(PIECES) + (random.nextBoolean() ? " " : ""));
  }

  private static String joined(int count, Supplier<String> part) {
    return Stream.generate(part).limit(count).collect(Collectors.joining());
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
