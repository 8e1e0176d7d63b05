package org.upstart4j.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How to run the {@code ssh} of OpenSSH: it never asks for a password, and passes on neither agent
 * nor display nor port, unless the caller's options say otherwise.
 *
 * @param program its name or path; it must understand the options of OpenSSH
 * @param destination where it connects to, for example {@code root@example.org}
 * @param options the caller's options, which win: ssh takes the first value of each
 */
public record SshCommand(String program, String destination, List<String> options) {

  private static final Pattern SHELL = Pattern.compile("[\\s\\p{Cc}'\"`$\\\\;&<>|(){}*?!#^]");

  /** A hyphen at the beginning of a user or a host, where an option would begin. */
  private static final Pattern OPTION = Pattern.compile("(^|/|@)-");

  private static final List<String> SETTINGS =
      List.of("BatchMode=yes", "ForwardAgent=no", "ForwardX11=no", "ClearAllForwardings=yes");

  /**
   * Makes the command.
   *
   * @param program its name or path; it must understand the options of OpenSSH
   * @param destination where it connects to, for example {@code root@example.org}
   * @param options the caller's options, which win: ssh takes the first value of each
   * @throws IllegalArgumentException if that is not a {@linkplain #requireDestination destination}
   */
  public SshCommand {
    requireDestination(destination);
    options = List.copyOf(options);
  }

  /**
   * {@return the {@code ssh} on the path}
   *
   * @param destination where it connects to
   * @param options the caller's options
   * @throws IllegalArgumentException if that is not a {@linkplain #requireDestination destination}
   */
  public static SshCommand of(String destination, String... options) {
    return new SshCommand("ssh", destination, List.of(options));
  }

  /**
   * {@return the same with another program}
   *
   * @param path its name or path
   */
  public SshCommand withProgram(String path) {
    return new SshCommand(path, destination, options);
  }

  /**
   * {@return the program and all options; what follows an option {@code --} is up to the caller}
   *
   * @param settings more settings, for example {@code ConnectTimeout=10}
   */
  public List<String> words(List<String> settings) {
    List<String> words = new ArrayList<>();
    words.add(program);
    words.addAll(options);
    SETTINGS.forEach(setting -> words.addAll(List.of("-o", setting)));
    settings.forEach(setting -> words.addAll(List.of("-o", setting)));
    return words;
  }

  /**
   * {@return a destination, unchanged} A {@code ProxyCommand} or {@code Match exec} of the user's
   * ssh may put it into a line of shell without quotes, so this refuses what would be more than a
   * word there.
   *
   * @param destination any text
   * @throws IllegalArgumentException if it is empty, if its user or host begins with {@code -}, or
   *     if it holds blanks, control characters or characters that are special to a shell
   */
  public static String requireDestination(String destination) {
    if (destination.isEmpty()) {
      throw new IllegalArgumentException("A destination of ssh must not be empty");
    } else if (OPTION.matcher(destination).find()) {
      throw new IllegalArgumentException(
          "In a destination of ssh, neither user nor host may begin with -, like an option: \""
              + destination
              + '"');
    } else if (SHELL.matcher(destination).find()) {
      throw new IllegalArgumentException(
          "A destination of ssh must not hold blanks or characters that are special to a shell: \""
              + destination
              + '"');
    }
    return destination;
  }
}
