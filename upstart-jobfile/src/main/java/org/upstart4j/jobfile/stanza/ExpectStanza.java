package org.upstart4j.jobfile.stanza;

/**
 * How the main process shows that it is ready: {@code expect fork}.
 *
 * @param expect how
 */
public record ExpectStanza(Expect expect) implements TypedStanza {

  @Override
  public StanzaName name() {
    return StanzaName.EXPECT;
  }
}
