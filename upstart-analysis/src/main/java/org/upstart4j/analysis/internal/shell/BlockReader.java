package org.upstart4j.analysis.internal.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads statements and pipelines. A word that closes what is open ends a block, even if it closes
 * something further out; one that closes nothing is unreadable.
 */
final class BlockReader implements Readers.Blocks {

  private static final int LONGEST_KEYWORD = 8;
  private static final Set<String> CLOSERS =
      Set.of("then", "elif", "else", "fi", "do", "done", "esac", "}");

  private final Readers reader;
  private final Cursor cursor;
  private final Map<String, Integer> awaited = new HashMap<>();

  BlockReader(Readers reader) {
    this.reader = reader;
    this.cursor = reader.cursor();
  }

  @Override
  public Block block(String... closers) {
    await(1, closers);
    int start = cursor.offset();
    List<Statement> statements = new ArrayList<>();
    for (reader.lines().skip(); !endsHere(); reader.lines().skip()) {
      statements.add(statement());
    }
    await(-1, closers);
    return new Block(statements, start, cursor.offset());
  }

  @Override
  public Block filled(String... closers) {
    Block block = block(closers);
    if (block.statements().isEmpty()) {
      reader.missing();
    }
    return block;
  }

  @Override
  public void await(int change, String... closers) {
    for (String closer : closers) {
      awaited.merge(closer, change, Integer::sum);
    }
  }

  @Override
  public boolean endsHere() {
    return cursor.atEnd() || closer().filter(c -> awaited.getOrDefault(c, 0) > 0).isPresent();
  }

  private Optional<String> closer() {
    if (cursor.at(')')) {
      return Optional.of(")");
    }
    if (cursor.at(";;") || cursor.at(";&")) {
      return Optional.of(";;");
    }
    return Optional.of(keyword()).filter(CLOSERS::contains);
  }

  @Override
  public String keyword() {
    int length = 0;
    while (length <= LONGEST_KEYWORD && !Cursor.isDelimiter(cursor.peek(length))) {
      length++;
    }
    int at = cursor.at();
    return length > LONGEST_KEYWORD ? "" : cursor.text().cut(at, at + length);
  }

  @Override
  public boolean accept(String keyword) {
    boolean here = keyword().equals(keyword);
    cursor.skip(here ? keyword.length() : 0);
    return here;
  }

  private Statement statement() {
    int start = cursor.offset();
    List<Pipeline> pipelines = new ArrayList<>();
    Optional<Pipeline.Join> join = Optional.of(Pipeline.Join.FIRST);
    for (; join.isPresent(); join = join()) {
      pipelines.add(pipeline(join.get()));
    }
    int end = pipelines.get(pipelines.size() - 1).end();
    return new Statement(pipelines, isEndedByAmpersand(), start, end);
  }

  private Optional<Pipeline.Join> join() {
    cursor.skipBlanks();
    boolean and = cursor.accept("&&");
    if (!and && !cursor.accept("||")) {
      return Optional.empty();
    }
    reader.lines().skip();
    return Optional.of(and ? Pipeline.Join.AND : Pipeline.Join.OR);
  }

  private boolean isEndedByAmpersand() {
    if (cursor.at('&')) {
      cursor.skip(1);
      return true;
    }
    if (cursor.at(';') && !endsHere()) {
      cursor.skip(1);
    } else if (!cursor.at('\n') && !cursor.at('#') && closer().isEmpty() && !cursor.atEnd()) {
      reader.missing();
    }
    return false;
  }

  private Pipeline pipeline(Pipeline.Join join) {
    cursor.skipBlanks();
    int start = cursor.offset();
    boolean negated = false;
    while (accept("!")) {
      negated = !negated;
      cursor.skipBlanks();
    }
    List<ShellCommand> commands = new ArrayList<>();
    do {
      commands.add(command());
    } while (isPiped());
    return new Pipeline(join, negated, commands, start, commands.get(commands.size() - 1).end());
  }

  private boolean isPiped() {
    cursor.skipBlanks();
    if (cursor.at("||") || !(cursor.accept("|&") || cursor.accept("|"))) {
      return false;
    }
    reader.lines().skip();
    return true;
  }

  @Override
  public ShellCommand command() {
    if (endsHere()) {
      return reader.missing();
    }
    if (!reader.reading().enter()) {
      return reader.giveUp();
    }
    ShellCommand command = closer().map(this::stray).orElseGet(this::opened);
    reader.reading().leave();
    return command;
  }

  private ShellCommand stray(String closer) {
    int start = cursor.offset();
    cursor.skip(closer.length());
    return reader.reading().unreadable(start, cursor.offset());
  }

  private ShellCommand opened() {
    return reader
        .compounds()
        .compound()
        .map(reader.simples()::redirected)
        .orElseGet(reader.simples()::simple);
  }
}
