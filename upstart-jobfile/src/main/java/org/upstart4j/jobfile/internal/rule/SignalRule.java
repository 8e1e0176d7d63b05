package org.upstart4j.jobfile.internal.rule;

import java.util.Optional;
import org.upstart4j.Signal;
import org.upstart4j.jobfile.stanza.Fault;
import org.upstart4j.jobfile.stanza.SignalStanza;
import org.upstart4j.jobfile.stanza.StanzaName;

/** {@code kill signal TERM}, {@code reload signal HUP}; from the signal on. */
public final class SignalRule extends WordRule<SignalStanza> {

  /** The signal of a stop. */
  public static final Setting<Signal> KILL = Setting.of("kill signal", Signal.TERM);

  /** The signal of a reload. */
  public static final Setting<Signal> RELOAD = Setting.of("reload signal", Signal.HUP);

  private static final String EXPECTED =
      "a signal's name such as TERM or SIGTERM, or a number from 0 to 2147483647";

  private final StanzaName name;
  private final Setting<Signal> setting;

  SignalRule(StanzaName name, Setting<Signal> setting) {
    super(SignalStanza.class, EXPECTED);
    this.name = name;
    this.setting = setting;
  }

  @Override
  Reading read(String word, Words words) {
    Optional<Signal> signal = Signal.find(word).or(() -> Numbers.status(word).map(Signal::new));
    return signal.isPresent()
        ? done(new SignalStanza(name, signal.get()), words)
        : Reading.failed(words.wrong(Fault.ILLEGAL_SIGNAL, "a signal", EXPECTED));
  }

  @Override
  String text(String head, SignalStanza stanza) {
    return head + " " + stanza.signal();
  }

  @Override
  void apply(SignalStanza stanza, SettingsDraft job) {
    job.set(setting, stanza.signal());
  }
}
