package org.upstart4j.cli.command;

import java.util.Collection;
import java.util.Optional;
import org.upstart4j.spi.NearNames;

/** Arguments that do not fit. */
public final class Misuse extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient Optional<String> proposal;

  public Misuse(String message) {
    this(message, Optional.empty());
  }

  private Misuse(String message, Optional<String> proposal) {
    super(message);
    this.proposal = proposal;
  }

  /** A name that is unknown, where others may be near. */
  public static Misuse near(String message, String unknown, Collection<String> names) {
    return new Misuse(message, NearNames.proposal(names, unknown));
  }

  /** The same, about a place in a file. */
  public Misuse at(String place) {
    return new Misuse(place + message(), proposal);
  }

  public String message() {
    return String.valueOf(getMessage());
  }

  /** Which names may have been meant. */
  public Optional<String> proposal() {
    return proposal;
  }
}
