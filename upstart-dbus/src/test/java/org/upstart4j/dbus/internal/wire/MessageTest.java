package org.upstart4j.dbus.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTest {

  private static final ObjectInterface OBJECT = new ObjectInterface("/a/b", "c.d");

  @Test
  void aCallSaysWhomItCallsAndWhat() {
    Incoming call = sent(Outgoing.call("x.y", OBJECT, "Go", "sas", "now", List.of("A=b")));

    assertThat(call.type()).isEqualTo(MessageType.CALL);
    assertThat(call.path()).isEqualTo("/a/b");
    assertThat(call.interfaceName()).isEqualTo("c.d");
    assertThat(call.member()).isEqualTo("Go");
    assertThat(call.signature()).isEqualTo("sas");
    assertThat(call.arguments()).containsExactly("now", List.of("A=b"));
    assertThat(call.wantsReply()).isTrue();
  }

  @Test
  void anAnswerSaysWhatItAnswers() {
    Outgoing call = Outgoing.call(null, OBJECT, "Go", "");
    Incoming reply = sent(Outgoing.reply(sent(call), "b", true));

    assertThat(reply.type()).isEqualTo(MessageType.REPLY);
    assertThat(reply.replySerial()).isEqualTo(call.serial());
    assertThat(reply.arguments()).containsExactly(true);
  }

  @Test
  void anErrorHasANameAndAText() {
    Incoming error = sent(Outgoing.error(sent(Outgoing.call(null, OBJECT, "Go", "")), "e.f", "no"));

    assertThat(error.type()).isEqualTo(MessageType.ERROR);
    assertThat(error.errorName()).isEqualTo("e.f");
    assertThat(error.text()).isEqualTo("no");
  }

  @Test
  void noMessageHasTheNumberOfAnother() {
    assertThat(Outgoing.signal(OBJECT, "Gone", "").serial())
        .isNotEqualTo(Outgoing.signal(OBJECT, "Gone", "").serial());
  }

  @Test
  void whatAMessageHoldsIsNotInItsText() {
    assertThat(sent(Outgoing.call(null, OBJECT, "Go", "s", "PASSWORD=secret")))
        .asString()
        .isEqualTo("CALL /a/b c.d.Go");
  }

  private static Incoming sent(Outgoing message) {
    return new Incoming(message.bytes(), true);
  }
}
