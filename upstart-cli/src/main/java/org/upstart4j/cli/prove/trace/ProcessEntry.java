package org.upstart4j.cli.prove.trace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a probe has copied of its own entry in {@code /proc}.
 *
 * @param folder where the copies are
 */
record ProcessEntry(Path folder) {

  private static final Pattern LIMIT =
      Pattern.compile(
          "Max (.+?) {2,}(\\S+) +(\\S+) *(?:bytes|files|processes|locks|signals|us)? *");

  ProcessRecord read() throws IOException {
    List<String> words = separated("cmdline");
    return new ProcessRecord(
        words.subList(Math.min(1, words.size()), words.size()), env(), traits());
  }

  private SortedMap<String, String> env() throws IOException {
    SortedMap<String, String> variables = new TreeMap<>();
    for (String variable : separated("environ")) {
      int equals = variable.indexOf('=');
      variables.putIfAbsent(
          equals < 0 ? variable : variable.substring(0, equals),
          equals < 0 ? "" : variable.substring(equals + 1));
    }
    return variables;
  }

  private SortedMap<String, String> traits() throws IOException {
    SortedMap<String, String> traits = new TreeMap<>();
    traits.put("working directory", link("cwd"));
    traits.put("standard input", link("0"));
    traits.put(Traits.OUTPUT, link("1"));
    traits.put(Traits.ERRORS, link("2"));
    traits.put("oom score", text("oom_score_adj").strip());
    addStatus(traits);
    addStat(traits);
    addLimits(traits);
    return traits;
  }

  private void addStatus(SortedMap<String, String> traits) throws IOException {
    for (String line : text("status").lines().filter(text -> text.contains(":")).toList()) {
      int colon = line.indexOf(':');
      String value = line.substring(colon + 1).strip().replace('\t', ' ');
      switch (line.substring(0, colon)) {
        case "Uid" -> traits.put("user", value);
        case "Gid" -> traits.put("group", value);
        case "Groups" -> traits.put("groups", value);
        case "Umask" -> traits.put("umask", value);
        case "SigBlk" -> traits.put("blocked signals", value);
        case "SigIgn" -> traits.put(Traits.IGNORED, value);
        case "CapEff" -> traits.put("capabilities", value);
        case "NoNewPrivs" -> traits.put("no new privileges", value);
        default -> {}
      }
    }
  }

  private void addStat(SortedMap<String, String> traits) throws IOException {
    String stat = text("stat");
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    String pid = stat.substring(0, stat.indexOf(' '));
    traits.put("leads its process group", String.valueOf(fields[2].equals(pid)));
    traits.put("leads its session", String.valueOf(fields[3].equals(pid)));
    traits.put("terminal", fields[4]);
    traits.put("nice", fields[16]);
  }

  private void addLimits(SortedMap<String, String> traits) throws IOException {
    for (String line : text("limits").lines().toList()) {
      Matcher limit = LIMIT.matcher(line);
      if (limit.matches()) {
        traits.put("limit " + limit.group(1), limit.group(2) + " " + limit.group(3));
      }
    }
  }

  private List<String> separated(String file) throws IOException {
    String text = text(file);
    return text.isEmpty()
        ? List.of()
        : Arrays.asList(
            (text.endsWith("\0") ? text.substring(0, text.length() - 1) : text).split("\0", -1));
  }

  private String link(String file) throws IOException {
    Path link = folder.resolve(file);
    return Files.isSymbolicLink(link) ? Files.readSymbolicLink(link).toString() : "closed";
  }

  /** Text as UTF-8; other bytes one by one. */
  private String text(String file) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(file));
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }
}
