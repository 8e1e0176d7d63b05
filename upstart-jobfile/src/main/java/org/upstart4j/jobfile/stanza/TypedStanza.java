package org.upstart4j.jobfile.stanza;

/**
 * What a stanza says, as a value. Two stanzas that mean the same are equal, however they are
 * spelled.
 */
public sealed interface TypedStanza
    permits AppArmorStanza,
        CgroupStanza,
        ConsoleStanza,
        EnvStanza,
        EventsStanza,
        ExecStanza,
        ExpectStanza,
        FlagStanza,
        KillTimeoutStanza,
        LimitStanza,
        ListStanza,
        NiceStanza,
        NormalExitStanza,
        OomStanza,
        RespawnLimitStanza,
        ScriptStanza,
        SignalStanza,
        TextStanza,
        UmaskStanza {

  /** {@return the word that the stanza begins with} */
  StanzaName name();

  /**
   * {@return what the stanza is about: its name, with more words where the name alone does not
   * tell}
   *
   * <p>Of several stanzas with the same slot the last one counts, unless they add up. {@code exec}
   * and {@code script} of one process share a slot, and so do two {@code env} of the same variable;
   * {@code respawn} and {@code respawn limit} do not.
   */
  default String slot() {
    return name().text();
  }
}
