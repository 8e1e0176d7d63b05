package org.upstart4j.it;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fenced blocks of the project's documents. */
final class Documents {

  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w+)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  private Documents() {}

  /** A block: its language as the fence names it, its text, and the line at which it starts. */
  record Block(String document, int line, String language, String text) {
    @Override
    public String toString() {
      return document + ":" + line;
    }
  }

  static List<Block> blocks(String document) throws IOException {
    String text = Files.readString(Project.file(document));
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(text);
    while (matcher.find()) {
      int line = (int) text.substring(0, matcher.start()).lines().count() + 1;
      blocks.add(new Block(document, line, matcher.group(1), matcher.group(2)));
    }
    return blocks;
  }
}
