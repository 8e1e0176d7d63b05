package org.upstart4j.jobfile.stanza;

/**
 * Where the output goes: {@code console log}.
 *
 * @param console where
 */
public record ConsoleStanza(Console console) implements TypedStanza {

  @Override
  public StanzaName name() {
    return StanzaName.CONSOLE;
  }
}
