package org.upstart4j.analysis.internal.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads commands that hold commands. */
final class CompoundReader implements Readers.Compounds {

  private final Readers reader;
  private final Cursor cursor;
  private final Readers.Blocks blocks;

  CompoundReader(Readers reader) {
    this.reader = reader;
    this.cursor = reader.cursor();
    this.blocks = reader.blocks();
  }

  @Override
  public Optional<ShellCommand> compound() {
    int start = cursor.offset();
    if (cursor.at('(')) {
      return Optional.of(parenthesis(start));
    }
    return Optional.ofNullable(
        switch (blocks.keyword()) {
          case "{" -> group(start);
          case "if" -> ifCommand(start);
          case "while", "until" -> loop(start);
          case "for", "select" -> forCommand(start);
          case "case" -> caseCommand(start);
          case "function" -> functionKeyword(start);
          case "[[" -> doubleBracket(start);
          default -> null;
        });
  }

  private void close(String keyword) {
    if (!blocks.accept(keyword)) {
      reader.missing();
    }
  }

  private ShellCommand parenthesis(int start) {
    if (cursor.at("((") && reader.expansions().looksArithmetic(2)) {
      cursor.skip(2);
      List<WordPart> parts = reader.expansions().calculation("))");
      return new ShellCommand.Arithmetic(parts, start, cursor.offset());
    }
    cursor.skip(1);
    Block body = blocks.filled(")");
    if (!cursor.accept(")")) {
      reader.missing();
    }
    return new ShellCommand.Subshell(body, start, cursor.offset());
  }

  private ShellCommand group(int start) {
    cursor.skip(1);
    Block body = blocks.filled("}");
    close("}");
    return new ShellCommand.Group(body, start, cursor.offset());
  }

  private ShellCommand ifCommand(int start) {
    cursor.skip(2);
    blocks.await(1, "fi");
    List<Branch> branches = new ArrayList<>();
    do {
      branches.add(branch());
    } while (blocks.accept("elif"));
    @Nullable Block otherwise = blocks.accept("else") ? blocks.filled() : null;
    blocks.await(-1, "fi");
    close("fi");
    return new ShellCommand.If(branches, otherwise, start, cursor.offset());
  }

  private Branch branch() {
    int start = cursor.offset();
    Block condition = blocks.filled("then");
    close("then");
    Block body = blocks.filled("elif", "else");
    return new Branch(condition, body, start, cursor.offset());
  }

  private ShellCommand loop(int start) {
    boolean until = cursor.at('u');
    cursor.skip("while".length());
    blocks.await(1, "done");
    Block condition = blocks.filled("do");
    blocks.await(-1, "done");
    return new ShellCommand.Loop(until, condition, doBlock(), start, cursor.offset());
  }

  /** From {@code do} to {@code done}, or what bash takes in braces after {@code for}. */
  private Block doBlock() {
    String closer = blocks.keyword().equals("{") ? "}" : "done";
    if (!closer.equals("}") || !cursor.accept("{")) {
      close("do");
    }
    Block body = blocks.filled(closer);
    close(closer);
    return body;
  }

  private ShellCommand forCommand(int start) {
    String keyword = blocks.keyword();
    cursor.skip(keyword.length());
    cursor.skipBlanks();
    if (cursor.accept("((")) {
      List<WordPart> parts = reader.expansions().calculation("))");
      skipSeparator();
      return new ShellCommand.CountingFor(parts, doBlock(), start, cursor.offset());
    }
    String variable = text();
    reader.lines().skip();
    List<ShellWord> words = blocks.accept("in") ? words() : List.of();
    skipSeparator();
    Block body = doBlock();
    return new ShellCommand.For(keyword, variable, words, body, start, cursor.offset());
  }

  private void skipSeparator() {
    cursor.skipBlanks();
    cursor.accept(";");
    reader.lines().skip();
  }

  private String text() {
    int start = cursor.at();
    ShellWord word = reader.words().word();
    if (word.start() == word.end()) {
      reader.missing();
    }
    return cursor.since(start);
  }

  private List<ShellWord> words() {
    List<ShellWord> words = new ArrayList<>();
    for (cursor.skipBlanks(); reader.words().startsHere() && !cursor.at('#'); cursor.skipBlanks()) {
      words.add(reader.words().word());
    }
    return words;
  }

  private ShellCommand caseCommand(int start) {
    cursor.skip("case".length());
    cursor.skipBlanks();
    ShellWord subject = reader.words().word();
    reader.lines().skip();
    close("in");
    List<CaseArm> arms = new ArrayList<>();
    for (reader.lines().skip(); !armsEndHere(); reader.lines().skip()) {
      arms.add(arm());
    }
    close("esac");
    return new ShellCommand.Case(subject, arms, start, cursor.offset());
  }

  /** A pattern may be a word that closes something elsewhere. */
  private boolean armsEndHere() {
    String keyword = blocks.keyword();
    int behind = keyword.length();
    while (Cursor.isBlank(cursor.peek(behind))) {
      behind++;
    }
    boolean pattern =
        !keyword.isEmpty() && (cursor.peek(behind) == ')' || cursor.peek(behind) == '|');
    return keyword.equals("esac") || (blocks.endsHere() && (cursor.atEnd() || !pattern));
  }

  private CaseArm arm() {
    int start = cursor.offset();
    int from = cursor.at();
    cursor.accept("(");
    List<ShellWord> patterns = new ArrayList<>();
    do {
      reader.lines().skip();
      patterns.add(reader.words().word());
      cursor.skipBlanks();
    } while (cursor.accept("|"));
    if (!cursor.accept(")")) {
      cursor.skip(cursor.at() == from ? 1 : 0);
      reader.missing();
    }
    Block body = blocks.block(";;", "esac");
    int end = cursor.at();
    boolean ended = cursor.accept(";;&") || cursor.accept(";;") || cursor.accept(";&");
    String ending = ended ? cursor.since(end) : "";
    return new CaseArm(patterns, body, ending, start, cursor.offset());
  }

  private ShellCommand functionKeyword(int start) {
    cursor.skip("function".length());
    cursor.skipBlanks();
    String name = text();
    cursor.skipBlanks();
    if (cursor.at('(')) {
      parentheses();
    }
    return function(name, true, start);
  }

  @Override
  public ShellCommand function(ShellWord name) {
    parentheses();
    return function(name.literal().orElse(""), false, name.start());
  }

  private void parentheses() {
    cursor.skip(1);
    cursor.skipBlanks();
    if (!cursor.accept(")")) {
      reader.missing();
    }
  }

  private ShellCommand function(String name, boolean keyword, int start) {
    reader.lines().skip();
    ShellCommand body = blocks.command();
    return new ShellCommand.FunctionDefinition(name, keyword, body, start, body.end());
  }

  private ShellCommand doubleBracket(int start) {
    cursor.skip(2);
    List<ShellWord> words = new TestReader(reader).words();
    return new ShellCommand.DoubleBracket(words, start, cursor.offset());
  }
}
