package org.upstart4j.jobfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.upstart4j.jobfile.stanza.StanzaName;

/** Edits, each as: given this file, this edit produces that file. */
class EditTest {

  private record Given(String text) {
    Edited edit(UnaryOperator<JobFileBuilder> edit) {
      JobFile before = JobFile.parse(text);
      JobFile once = edit.apply(before.toBuilder()).build();
      assertThat(before).as("the file itself").hasToString(text);
      return new Edited(once);
    }
  }

  private record Edited(JobFile file) {
    void produces(String text) {
      assertThat(file).hasToString(text);
    }
  }

  private static Given given(String text) {
    return new Given(text);
  }

  private static Stanza stanza(JobFile file, StanzaName name) {
    return file.stanzas(name).findFirst().orElseThrow();
  }

  @Test
  void aNewValueKeepsIndentationGapCommentAndLineBreak() {
    given("\t description\t 'old'   # why \r\ntask")
        .edit(file -> file.description("new"))
        .produces("\t description\t \"new\"   # why \r\ntask");
  }

  @Test
  void theSameValueInOtherWordsChangesNothing() {
    given("description 'a b'\nkill timeout 05\numask 0022\n")
        .edit(file -> file.description("a b").set("kill timeout 5").umask(022))
        .produces("description 'a b'\nkill timeout 05\numask 0022\n");
  }

  @Test
  void onlyTheWordsThatDifferChange() {
    given("limit  nofile   1    \"2\" # x\n")
        .edit(file -> file.set("limit nofile 3 2"))
        .produces("limit  nofile   3    \"2\" # x\n");
    given("start on (started  a\n   and # both\n   started b)\n")
        .edit(file -> file.startOn("(started a and started c)"))
        .produces("start on (started  a\n   and # both\n   started c)\n");
    given("normal exit 0  1 # x\n")
        .edit(file -> file.set("normal exit 0 5 1 2"))
        .produces("normal exit 0  5 1 2 # x\n");
    given("emits  a b  c\n").edit(file -> file.set("emits a c")).produces("emits  a  c\n");
  }

  @Test
  void ofSeveralStanzasTheLastOneCountsAndIsChanged() {
    given("exec a\nexec b\nenv A=1\nenv A=2\nenv B=3\n")
        .edit(file -> file.exec("c").env("A", "4"))
        .produces("exec a\nexec c\nenv A=1\nenv A=4\nenv B=3\n");
  }

  @Test
  void aStanzaThatIsWrongIsMended() {
    given("kill timeout soon # ?\nlimit nofile\nexec\n")
        .edit(file -> file.set("kill timeout 5").set("limit nofile 1 2").exec("/bin/a"))
        .produces("kill timeout 5 # ?\nlimit nofile 1 2\nexec /bin/a\n");
  }

  @Test
  void aNewStanzaFollowsItsRelativeAndLooksLikeIt() {
    given("# head\nauthor x\n  env\tA=1 # one\r\n\nexec a\n# tail\n")
        .edit(file -> file.env("B", "2"))
        .produces("# head\nauthor x\n  env\tA=1 # one\r\n  env\tB=2\r\n\nexec a\n# tail\n");
  }

  @Test
  void aNewStanzaWithoutARelativeFollowsTheLastStanza() {
    given("exec a\n\n# tail\n")
        .edit(JobFileBuilder::respawn)
        .produces("exec a\nrespawn\n\n# tail\n");
    given("# only a comment").edit(JobFileBuilder::task).produces("# only a comment\ntask");
    given("").edit(JobFileBuilder::task).produces("task\n");
    given("exec a").edit(JobFileBuilder::task).produces("exec a\ntask");
    given("exec a\\\n").edit(JobFileBuilder::task).produces("exec a\\\n\ntask");
  }

  @Test
  void aNewStanzaTakesTheLineBreaksOfTheFile() {
    given("# windows\r\nexec a\r\n")
        .edit(file -> file.script("b\nc").task())
        .produces("# windows\r\nscript\r\nb\nc\nend script\r\ntask\r\n");
    given("# windows\r\n").edit(JobFileBuilder::task).produces("# windows\r\ntask\r\n");
  }

  @Test
  void aCommandAndAScriptReplaceEachOther() {
    given("  exec a # c\ntask\n")
        .edit(file -> file.script("x\n\ny"))
        .produces("  script # c\nx\n\ny\n  end script\ntask\n");
    given("  script # c\n    x\n  end script # d\ntask\n")
        .edit(file -> file.exec("a"))
        .produces("  exec a # c\ntask\n");
    given("pre-start script\nx\nend script")
        .edit(file -> file.preStart("y"))
        .produces("pre-start exec y");
  }

  @Test
  void aNewScriptKeepsTheLinesAroundItAndItsIndentation() {
    given("pre-start  script # c\n    old\n      more\n\tend script # d\n")
        .edit(file -> file.preStart(Script.shell("new\n  more")))
        .produces("pre-start  script # c\n    new\n      more\n\tend script # d\n");
  }

  @Test
  void aNewScriptIsNotIndentedWhereThatWouldChangeIt() {
    given("script\n    old\nend script\n")
        .edit(file -> file.script("a\n\nb"))
        .produces("script\na\n\nb\nend script\n");
  }

  @Test
  void aScriptWhoseFirstLineIsContinuedKeepsThat() {
    given("script \\\n # c\nold\nend script\n")
        .edit(file -> file.script("new"))
        .produces("script \\\n # c\nnew\nend script\n");
  }

  @Test
  void aStanzaThatSharesItsLineIsReplacedOrCommentedOutWithoutTheOther() {
    JobFile file = JobFile.parse("manual exec a\n");
    Stanza manual = stanza(file, StanzaName.MANUAL);
    Stanza exec = stanza(file, StanzaName.EXEC);
    assertThat(file.toBuilder().replace(manual, "task").build()).hasToString("task \nexec a\n");
    assertThat(file.toBuilder().replace(manual, "debug").build()).hasToString("debug exec a\n");
    assertThat(file.toBuilder().commentOut(manual).build()).hasToString("#manual \nexec a\n");
    assertThat(file.toBuilder().commentOut(exec).build()).hasToString("manual #exec a\n");
  }

  @Test
  void wordsThatParenthesesKeptApartStayApart() {
    given("start on (a)and(b)\n")
        .edit(file -> file.startOn("a and c"))
        .produces("start on a and c\n");
    given("start on (a)and(b)\n")
        .edit(file -> file.startOn("a and b"))
        .produces("start on (a)and(b)\n");
    given("start on (x\n").edit(file -> file.startOn("a x")).produces("start on a x\n");
  }

  @Test
  void bytesThatAreNoTextStayWhatTheyAre() {
    byte[] before = "author \u00fc\nexec a\0b\n#\u00ff\n".getBytes(StandardCharsets.ISO_8859_1);
    byte[] after =
        "author \u00fc\nexec a\0b\ntask\n#\u00ff\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(JobFile.parse(before).toBuilder().task().build().toBytes()).isEqualTo(after);
  }

  @Test
  void aStartOnThatALaterManualForgetsIsNotTheOneThatIsSet() {
    given("start on a\nmanual\n")
        .edit(file -> file.startOn("b"))
        .produces("start on a\nmanual\nstart on b\n");
    given("start on a\nmanual\nstart on c\n")
        .edit(JobFileBuilder::manual)
        .produces("start on a\nmanual\nstart on c\nmanual\n");
    given("start on a\n").edit(JobFileBuilder::manual).produces("start on a\nmanual\n");
    given("start on a\nmanual\n").edit(JobFileBuilder::manual).produces("start on a\nmanual\n");
  }

  @Test
  void severalStanzasOnOneLineStayOnIt() {
    given("manual description \"x\" # c\n")
        .edit(file -> file.description("y"))
        .produces("manual description \"y\" # c\n");
    given("manual description x\n").edit(file -> file.remove("description")).produces("manual \n");
    given("manual description x\n").edit(file -> file.remove("manual")).produces("description x\n");
    given("manual description x\n")
        .edit(JobFileBuilder::task)
        .produces("manual description x\ntask\n");
    given("manual task\n").edit(file -> file.add("manual")).produces("manual task\nmanual\n");
  }

  @Test
  void stanzasAreRemovedByWhatTheyAreAboutOrByName() {
    String text = "respawn\nrespawn limit 1 2\nenv A=1\nenv B=2\npre-start exec x\nfoo bar\n";
    given(text)
        .edit(file -> file.remove("respawn  limit").remove("env A").remove("foo"))
        .produces("respawn\nenv B=2\npre-start exec x\n");
    given(text)
        .edit(file -> file.remove("env").remove("pre-start").remove("respawn").remove("nothing"))
        .produces("respawn limit 1 2\nfoo bar\n");
    given("start on a\nstop on b\n").edit(file -> file.remove("start on")).produces("stop on b\n");
    given("exec a\nscript\nend script\n")
        .edit(file -> file.remove("exec"))
        .produces("script\nend script\n");
  }

  @Test
  void aStanzaThatIsWrongDoesNotHideTheRightOnesOfItsName() {
    given("env\nenv A=1\nenv B=2\ntask\n").edit(file -> file.remove("env")).produces("task\n");
    given("limit\nlimit nofile 1 2\ntask\n")
        .edit(file -> file.commentOut("limit"))
        .produces("#limit\n#limit nofile 1 2\ntask\n");
    given("env\nenv A=1\n").edit(file -> file.remove("env A")).produces("env\n");
    given("respawn\nrespawn limit x\n")
        .edit(file -> file.remove("respawn"))
        .produces("respawn limit x\n");
    given("respawn\nrespawn limit x\n")
        .edit(file -> file.remove("respawn limit"))
        .produces("respawn\n");
  }

  @Test
  void commentsAboveStayOrGoAsTheCallerSays() {
    String text = "# head\n\n# about a\n#  more\nenv A=1\nenv B=2\n";
    given(text)
        .edit(file -> file.remove("env A", CommentsAbove.FOLLOW))
        .produces("# head\n\nenv B=2\n");
    given(text)
        .edit(file -> file.remove("env A", CommentsAbove.STAY))
        .produces("# head\n\n# about a\n#  more\nenv B=2\n");
  }

  @Test
  void aStanzaIsCommentedOutWithAllItsLines() {
    given("  exec a \\\n  b\r\nscript\n\nx\nend script\ntask")
        .edit(file -> file.commentOut("exec").commentOut("script").commentOut("task"))
        .produces("#  exec a \\\n#  b\r\n#script\n\n#x\n#end script\n#task");
  }

  @Test
  void aStanzaMovesWithItsCommentsOrWithout() {
    JobFile file = JobFile.parse("# e\nexec a\n# d\ndescription x\ntask");
    Stanza exec = stanza(file, StanzaName.EXEC);
    Stanza task = stanza(file, StanzaName.TASK);
    Stanza description = stanza(file, StanzaName.DESCRIPTION);
    assertThat(file.toBuilder().moveAfter(exec, task, CommentsAbove.FOLLOW).build())
        .hasToString("# d\ndescription x\ntask\n# e\nexec a\n");
    assertThat(file.toBuilder().moveBefore(task, exec, CommentsAbove.STAY).build())
        .hasToString("# e\ntask\nexec a\n# d\ndescription x\n");
    assertThat(file.toBuilder().moveBefore(description, exec, CommentsAbove.FOLLOW).build())
        .hasToString("# d\ndescription x\n# e\nexec a\ntask");
    assertThat(file.toBuilder().moveAfter(exec, exec, CommentsAbove.STAY).build()).isEqualTo(file);
  }

  @Test
  void aStanzaIsReplacedByAnotherOfAnyKind() {
    JobFile file = JobFile.parse("  nice  5 # c\ntask\n");
    assertThat(file.toBuilder().replace(stanza(file, StanzaName.NICE), "umask 077").build())
        .hasToString("  umask 077 # c\ntask\n");
  }

  @Test
  void aStanzaOfAnotherFileIsRefused() {
    Stanza other = stanza(JobFile.parse("task\n"), StanzaName.TASK);
    JobFileBuilder builder = JobFile.parse("task\n").toBuilder();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.remove(other, CommentsAbove.STAY));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.commentOut(other));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.replace(other, "task"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.moveAfter(other, other, CommentsAbove.STAY));
  }

  @Test
  void anEditThatABrokenEntryWouldSwallowIsRefused() {
    JobFileBuilder builder = JobFile.parse("script\nnever closed\n").toBuilder().task();
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(builder::build)
        .withMessageContaining("fix it first")
        .withMessageContaining("never closed");
  }

  @Test
  void aCommentThatComesWithAStanzaFollowsIt() {
    given("nice 5 # old\n").edit(file -> file.set("nice 6 # new")).produces("nice 6 # new\n");
    given("nice 5\n").edit(file -> file.set("nice 6 # new")).produces("nice 6 # new\n");
    given("nice 5 # old\n").edit(file -> file.set("nice 6")).produces("nice 6 # old\n");
  }

  @Test
  void aBuilderCanBeUsedFurtherAfterItBuilt() {
    JobFileBuilder builder = JobFile.parse("task\n").toBuilder();
    List<JobFile> files =
        List.of(builder.build(), builder.nice(1).build(), builder.nice(2).build());
    assertThat(files)
        .extracting(JobFile::toString)
        .containsExactly("task\n", "task\nnice 1\n", "task\nnice 2\n");
  }
}
