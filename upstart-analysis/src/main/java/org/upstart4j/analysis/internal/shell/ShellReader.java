package org.upstart4j.analysis.internal.shell;

/** One reader of each kind. */
final class ShellReader implements Readers {

  private final Cursor cursor;
  private final ReadState reading;
  private final LineReader lines;
  private final WordReader words;
  private final ExpansionReader expansions;
  private final BlockReader blocks;
  private final SimpleReader simples;
  private final CompoundReader compounds;

  ShellReader(Cursor cursor, ReadState reading) {
    this.cursor = cursor;
    this.reading = reading;
    lines = new LineReader(this);
    words = new WordReader(this);
    expansions = new ExpansionReader(this);
    blocks = new BlockReader(this);
    simples = new SimpleReader(this);
    compounds = new CompoundReader(this);
  }

  @Override
  public Cursor cursor() {
    return cursor;
  }

  @Override
  public ReadState reading() {
    return reading;
  }

  @Override
  public Lines lines() {
    return lines;
  }

  @Override
  public Words words() {
    return words;
  }

  @Override
  public Expansions expansions() {
    return expansions;
  }

  @Override
  public Blocks blocks() {
    return blocks;
  }

  @Override
  public Simples simples() {
    return simples;
  }

  @Override
  public Compounds compounds() {
    return compounds;
  }

  @Override
  public Readers within(Text text, int start, int end) {
    return new ShellReader(new Cursor(text, start, end), reading);
  }

  @Override
  public ShellCommand.Unreadable missing() {
    return reading.unreadable(cursor.offset(), cursor.offset());
  }

  @Override
  public ShellCommand.Unreadable giveUp() {
    int start = cursor.offset();
    cursor.moveTo(cursor.end());
    return reading.unreadable(start, cursor.offset());
  }
}
