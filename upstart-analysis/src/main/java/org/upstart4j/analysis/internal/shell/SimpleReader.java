package org.upstart4j.analysis.internal.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads simple commands, with their assignments and redirections. */
final class SimpleReader implements Readers.Simples {

  /** Longer ones before those that they begin with. */
  private static final List<String> OPERATORS =
      List.of("<<<", "<<-", "<<", "<&", "<>", "<", "&>>", "&>", ">>", ">&", ">|", ">");

  private final Readers reader;
  private final Cursor cursor;

  SimpleReader(Readers reader) {
    this.reader = reader;
    this.cursor = reader.cursor();
  }

  @Override
  public ShellCommand simple() {
    int start = cursor.offset();
    int end = start;
    List<Assignment> assignments = new ArrayList<>();
    List<ShellWord> words = new ArrayList<>();
    List<Redirection> redirections = new ArrayList<>();
    for (; startsHere(); cursor.skipBlanks()) {
      int length = words.isEmpty() ? assignmentLength() : 0;
      Optional<Redirection> redirection = redirection();
      if (redirection.isPresent()) {
        redirections.add(redirection.get());
      } else if (length > 0) {
        assignments.add(assignment(length));
      } else if (cursor.at('(')) {
        if (words.size() == 1 && assignments.isEmpty() && redirections.isEmpty()) {
          return reader.compounds().function(words.get(0));
        }
        skipUnreadable();
      } else {
        words.add(reader.words().word());
      }
      end = cursor.offset();
    }
    if (end == start) {
      return skipUnreadable();
    }
    return new ShellCommand.Simple(assignments, words, redirections, start, end);
  }

  private boolean startsHere() {
    return isRedirection() || cursor.at('(') || (reader.words().startsHere() && !cursor.at('#'));
  }

  private ShellCommand.Unreadable skipUnreadable() {
    int start = cursor.offset();
    cursor.skip(cursor.at("&&") || cursor.at("||") ? 2 : 1);
    return reader.reading().unreadable(start, cursor.offset());
  }

  /** How long a name with an equals sign is that begins here, or 0. */
  private int assignmentLength() {
    int length = cursor.name(0);
    if (length > 0 && cursor.peek(length) == '[') {
      while (!Cursor.isDelimiter(cursor.peek(length)) && cursor.peek(length) != ']') {
        length++;
      }
      length += cursor.peek(length) == ']' ? 1 : 0;
    }
    length += length > 0 && cursor.peek(length) == '+' ? 1 : 0;
    return length > 0 && cursor.peek(length) == '=' ? length + 1 : 0;
  }

  private Assignment assignment(int length) {
    int start = cursor.at();
    int offset = cursor.offset();
    int name = cursor.name(0);
    cursor.skip(length);
    String text = cursor.since(start);
    String operator = text.endsWith("+=") ? "+=" : "=";
    String subscript = text.substring(name, text.length() - operator.length());
    ShellWord value = reader.words().value();
    return new Assignment(
        text.substring(0, name), operator, subscript, value, offset, cursor.offset());
  }

  @Override
  public ShellCommand redirected(ShellCommand command) {
    List<Redirection> redirections = new ArrayList<>();
    int end = command.end();
    cursor.skipBlanks();
    for (Optional<Redirection> next = redirection(); next.isPresent(); next = redirection()) {
      redirections.add(next.get());
      end = cursor.offset();
      cursor.skipBlanks();
    }
    return redirections.isEmpty()
        ? command
        : new ShellCommand.Redirected(command, redirections, command.start(), end);
  }

  private boolean isRedirection() {
    int c = cursor.peek(descriptorLength());
    return c == '<' || c == '>' || cursor.at("&>");
  }

  /** How long a number or bash's name in braces is that stands right before an operator. */
  private int descriptorLength() {
    int length = 0;
    while (Cursor.isDigit(cursor.peek(length))) {
      length++;
    }
    if (cursor.at('{')) {
      int name = cursor.name(1);
      length = name > 0 && cursor.peek(name + 1) == '}' ? name + 2 : 0;
    }
    int next = cursor.peek(length);
    return next == '<' || next == '>' ? length : 0;
  }

  private Optional<Redirection> redirection() {
    boolean substitution = cursor.at("<(") || cursor.at(">(");
    if (substitution || !isRedirection()) {
      return Optional.empty();
    }
    int offset = cursor.offset();
    int start = cursor.at();
    cursor.skip(descriptorLength());
    String descriptor = cursor.since(start);
    String operator = OPERATORS.stream().filter(cursor::accept).findFirst().orElseThrow();
    cursor.skipBlanks();
    int targetStart = cursor.at();
    ShellWord target = reader.words().word();
    if (target.start() == target.end()) {
      reader.missing();
    }
    @Nullable HereDocument body =
        operator.equals("<<") || operator.equals("<<-")
            ? document(operator, target, cursor.since(targetStart))
            : null;
    return Optional.of(
        new Redirection(descriptor, operator, target, body, offset, cursor.offset()));
  }

  private HereDocument document(String operator, ShellWord target, String written) {
    boolean quoted = written.chars().anyMatch(c -> c == '\'' || c == '"' || c == '\\');
    String delimiter = target.literal().orElse(written);
    HereDocument document =
        new HereDocument(delimiter, quoted, operator.equals("<<-"), target.end());
    reader.lines().expect(document);
    return document;
  }
}
