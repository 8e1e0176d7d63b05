package org.upstart4j.analysis.internal.shell;

import java.util.List;
import java.util.Optional;

/**
 * The readers of all kinds of parts, over one stretch of text. A word may hold commands and a
 * command is made of words, so they meet each other here only.
 */
interface Readers {

  /** Where they stand. */
  Cursor cursor();

  /** What they note. */
  ReadState reading();

  Lines lines();

  Words words();

  Expansions expansions();

  Blocks blocks();

  Simples simples();

  Compounds compounds();

  /** Readers over another stretch, that lies within this one. */
  Readers within(Text text, int start, int end);

  /** Notes that something is missing here. */
  ShellCommand.Unreadable missing();

  /** Gives up on what is left, as it lies too deep. */
  ShellCommand.Unreadable giveUp();

  /** Line ends, comments and here-documents. */
  interface Lines {
    /** Remembers a here-document, whose lines begin behind the present one. */
    void expect(HereDocument document);

    /** Skips blanks, comments and line ends. */
    void skip();
  }

  /** Words and their parts. */
  interface Words {
    boolean startsHere();

    /** Reads a word of a command; it is empty if none begins here. */
    ShellWord word();

    /** Reads what is assigned, which may be an array. */
    ShellWord value();

    /** Reads parts up to what ends them in this place. */
    List<WordPart> parts(Place place);

    /** Reads at least one character; a continued line end is no part. */
    Optional<WordPart> part(Place place);

    /** One character whatever it is, and those behind it that mean nothing. */
    WordPart literal(Place place);

    /** The cursor stands at the opening quote; a dollar sign may stand before it. */
    WordPart singleQuoted(int offset);

    /** The cursor stands at the opening quote; a dollar sign may stand before it. */
    WordPart doubleQuoted(int offset);
  }

  /** What begins with a dollar sign or a backtick. */
  interface Expansions {
    WordPart tooDeep();

    WordPart dollar(Place place);

    WordPart processSubstitution();

    WordPart backticks(Place place);

    /** Reads up to what closes a calculation, and that, too. */
    List<WordPart> calculation(String closing);

    /**
     * Whether two parentheses that stand before the distance are closed together, and so enclose a
     * calculation and not commands.
     */
    boolean looksArithmetic(int distance);
  }

  /** Lists of commands. */
  interface Blocks {
    /** Reads statements up to a closing word, which stays. */
    Block block(String... closers);

    /** Reads a block that must not be empty. */
    Block filled(String... closers);

    /** Notes that words are awaited (1), or no longer (-1). */
    void await(int change, String... closers);

    /** Whether a block cannot go on here. */
    boolean endsHere();

    /** The short plain word that begins here, or nothing. */
    String keyword();

    /** Skips a keyword, if it begins here. */
    boolean accept(String keyword);

    /** Reads a command of any kind. */
    ShellCommand command();
  }

  /** Simple commands. */
  interface Simples {
    /** Reads words and redirections up to what ends a command; at least one character. */
    ShellCommand simple();

    /** Adds the redirections that stand behind a command. */
    ShellCommand redirected(ShellCommand command);
  }

  /** Compound commands. */
  interface Compounds {
    /** Reads such a command, if one begins here. */
    Optional<ShellCommand> compound();

    /** Reads a function from its parentheses on. */
    ShellCommand function(ShellWord name);
  }
}
