package org.upstart4j.it;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a terminal shows after it was sent a text: as much of xterm as programs here need. */
final class Picture {

  private static final Pattern PIECE =
      Pattern.compile("\u001b\\[(?<parameters>[0-9;?]*)(?<final>[@-~])|\u001b.|.", Pattern.DOTALL);

  private final char[][] cells;
  private int row;
  private int column;

  private Picture(int rows, int columns) {
    cells = new char[rows][columns];
    Arrays.stream(cells).forEach(line -> Arrays.fill(line, ' '));
  }

  /** The lines that are shown, without blanks at their ends. */
  static String of(String sent, int rows, int columns) {
    Picture picture = new Picture(rows, columns);
    Matcher piece = PIECE.matcher(sent);
    while (piece.find()) {
      if (piece.group("final") != null) {
        picture.control(piece.group("final").charAt(0), piece.group("parameters"));
      } else if (piece.group().length() == 1) {
        picture.put(piece.group().charAt(0));
      }
    }
    return Arrays.stream(picture.cells)
        .map(line -> new String(line).stripTrailing())
        .collect(Collectors.joining("\n"));
  }

  private void put(char character) {
    switch (character) {
      case '\r' -> column = 0;
      case '\n' -> row = Math.min(row + 1, cells.length - 1);
      case '\b' -> column = Math.max(column - 1, 0);
      default -> {
        if (character >= ' ') {
          write(character);
        }
      }
    }
  }

  /** What comes after the last column stands in the next line. */
  private void write(char character) {
    if (column == cells[row].length) {
      move(row + 1, 0);
    }
    cells[row][column] = character;
    column++;
  }

  private void control(char name, String parameters) {
    String[] numbers = parameters.split(";");
    int first = number(numbers, 0);
    switch (name) {
      case 'H' -> move(first - 1, number(numbers, 1) - 1);
      case 'A' -> move(row - first, column);
      case 'B' -> move(row + first, column);
      case 'C' -> move(row, column + first);
      case 'D' -> move(row, column - first);
      case 'G' -> move(row, first - 1);
      case 'd' -> move(first - 1, column);
      case 'K' -> Arrays.fill(cells[row], column, cells[row].length, ' ');
      case 'J' -> Arrays.stream(cells).forEach(line -> Arrays.fill(line, ' '));
      case 'P' -> shift(first);
      case '@' -> shift(-first);
      case 'M' -> scroll(first);
      case 'L' -> scroll(-first);
      default -> {
        // colours and modes
      }
    }
  }

  private static int number(String[] numbers, int place) {
    return place < numbers.length && numbers[place].matches("\\d+")
        ? Integer.parseInt(numbers[place])
        : 1;
  }

  private void move(int toRow, int toColumn) {
    row = Math.max(0, Math.min(toRow, cells.length - 1));
    column = Math.max(0, Math.min(toColumn, cells[row].length - 1));
  }

  /** Takes characters away at the cursor, or puts blanks there if that is less than 0. */
  private void shift(int by) {
    char[] line = cells[row];
    String rest = new String(line, column, line.length - column);
    String shifted = by > 0 ? rest.substring(Math.min(by, rest.length())) : " ".repeat(-by) + rest;
    Arrays.fill(line, column, line.length, ' ');
    shifted.getChars(0, Math.min(shifted.length(), rest.length()), line, column);
  }

  /** Takes lines away at the cursor, or puts empty ones there if that is less than 0. */
  private void scroll(int by) {
    char[][] before = Arrays.copyOfRange(cells, row, cells.length);
    for (int i = 0; i < before.length; i++) {
      int from = i + by;
      cells[row + i] = new char[before[i].length];
      Arrays.fill(cells[row + i], ' ');
      if (from >= 0 && from < before.length) {
        cells[row + i] = before[from].clone();
      }
    }
  }
}
