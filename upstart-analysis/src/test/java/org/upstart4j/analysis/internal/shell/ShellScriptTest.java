package org.upstart4j.analysis.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShellScriptTest {

  static Stream<Arguments> readable() {
    return Stream.of(
        arguments("a b; c & d", "a b; c &; d"),
        arguments("a && b || ! c | d", "a && b || ! c | d"),
        arguments("A=1 B=\"$x y\" cmd >f 2>&1 <in", "A=1 B=\"${x} y\" cmd >f 2>&1 <in"),
        arguments("A=", "A="),
        arguments("(a; b) >f 2>&1", "subshell(a; b) >f 2>&1"),
        arguments("{ a; b; } | c", "group(a; b) | c"),
        arguments("if a; then b; elif c; then d; else e; fi", "if(a ? b, c ? d, e)"),
        arguments("while read x; do echo $x; done < f", "while(read x, echo ${x}) <f"),
        arguments("until a; do b; done", "until(a, b)"),
        arguments("for i in a b c; do echo $i; done", "for i(a, b, c, echo ${i})"),
        arguments("for i; do a; done", "for i(a)"),
        arguments("for i do a; done", "for i(a)"),
        arguments("for ((i=0; i<3; i++)); do a; done", "countingfor(i=0; i<3; i++, a)"),
        arguments(
            "case \"$1\" in a|b) x;; (c) y;; *) z; esac",
            "case(\"${1}\", a|b : x;;, c : y;;, <*> : z)"),
        arguments("case x in done) a;; fi) b;; esac", "case(x, done : a;;, fi : b;;)"),
        arguments("f() { a; }", "def f(group(a))"),
        arguments("f () ( a )", "def f(subshell(a))"),
        arguments("function f { a; }", "def f(group(a))"),
        arguments("function f() { a; }", "def f(group(a))"),
        arguments("cat <<E; b\nline $x `d`\nE\nc", "cat <<E{line ${x} $(d)\\n}; b; c"),
        arguments("cat <<'E' >f\nline $x\nE\nc", "cat <<'E'{line $x\\n} >f; c"),
        arguments("cat <<-E\n\tline\n\tE\nc", "cat <<-E{\tline\\n}; c"),
        arguments("cat <<A <<B\n1\nA\n2\nB\nx", "cat <<A{1\\n} <<B{2\\n}; x"),
        arguments("cat <<E\nno end", "cat <<E{no end}"),
        arguments(
            "[[ $a == b* && ( -f x || $b =~ ^(a|b)+$ ) ]]",
            "doublebracket(${a}, ==, b<*>, &&, (, -f, x, ||, ${b}, =~, ^(a|b)+$, ))"),
        arguments("((a=1+(2*3)))", "arithmetic(a=1+, (2*3, ))"),
        arguments("((a); b)", "subshell(subshell(a); b)"),
        arguments(
            "echo $((1+$x)) $[2*3] $((a) | b)",
            "echo calculation(1+, ${x}) calculation(2*3) $(subshell(a) | b)"),
        arguments("a=(1 2 \"$x\") b+=(3)", "a=arrayvalue(1, 2, \"${x}\") b+=arrayvalue(3)"),
        arguments("declare -a x=(1 2)", "declare -a x=arrayvalue(1, 2)"),
        arguments("diff <(a) >(b)", "diff processsubstitution(a) processsubstitution(b)"),
        arguments("a &> f &>> g <<< \"x\"", "a &>f &>>g <<<\"x\""),
        arguments("echo ~ ~root/x a~b x=~/y", "echo <~> <~root>/x a~b x=~/y"),
        arguments("X=~/y", "X=<~>/y"),
        arguments("echo *.conf a[0-9]? [ x", "echo <*>.conf a<[>0-9]<?> [ x"),
        arguments("[ -f x ] && y", "[ -f x ] && y"),
        arguments(
            "echo ${a:-b} ${a:0:1} ${a/x/y} ${!a} ${#a} ${a[@]} ${a[0]%.*} $1 $? ${10} ${#} $# ${@:2}",
            "echo ${a:-b} ${a:0:1} ${a/x/y} ${!a} ${#a} ${a[@]} ${a[0]%.<*>} ${1} ${?} ${10} ${#} ${#} ${@:2}"),
        arguments(
            "echo \"${a:-\"b c\"}\" \"${a:-it's}\" \"${a%'x'}\"",
            "echo \"${a:-\"b c\"}\" \"${a:-it's}\" \"${a%'x'}\""),
        arguments(
            "echo `echo \\`b\\`` \"`echo \\\"x\\\"`\"", "echo $(echo $(b)) \"$(echo \"x\")\""),
        arguments(
            "echo \"a\\\"b\\$c\\d\" a\\ b $'x\\'y' $\"z\"",
            "echo \"a\\\"b\\$c\\d\" a\\ b $'x\\'y' \"z\""),
        arguments("echo a#b #c", "echo a#b"),
        arguments("a;#c", "a"),
        arguments("$", "$"),
        arguments("echo ${}", "echo ${}"),
        arguments("! a", "! a"),
        arguments("a\\\nb", "ab"),
        arguments("a && # c\n b", "a && b"),
        arguments("echo \"$(case x in a) b;; esac)\"", "echo \"$(case(x, a : b;;))\""),
        arguments("echo $(cat <<E\nhi)\nE\n)", "echo $(cat <<E{hi)\\n})"),
        arguments("exec >/dev/null 2>&1", "exec >/dev/null 2>&1"),
        arguments("{fd}>x echo", "{fd}>x echo"),
        arguments("2>x echo", "2>x echo"),
        arguments("echo 2 >x", "echo 2 >x"),
        arguments("time a", "time a"),
        arguments("a |& b", "a | b"),
        arguments("coproc a", "coproc a"),
        arguments("select x in a b; do c; done", "select x(a, b, c)"),
        arguments("a=b c", "a=b c"),
        arguments("a[1]=b", "a[1]=b"));
  }

  @ParameterizedTest
  @MethodSource("readable")
  void readsWhatAShellTakes(String text, String tree) {
    assertThat(Sketch.of(text)).isEqualTo(tree);
    assertThat(ShellScript.read(text).unreadable()).isEmpty();
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        arguments("fi", "unreadable !1"),
        arguments("a )", "a; unreadable !1"),
        arguments("( a", "subshell(a) !1"),
        arguments("{ a", "group(a) !1"),
        arguments("if a; then b", "if(a ? b) !1"),
        arguments("if a; fi", "if(a ? ) !2"),
        arguments("\"a", "\"a\" !1"),
        arguments("'a", "'a' !1"),
        arguments("echo $(a", "echo $(a) !1"),
        arguments("echo foo(bar)", "echo foo bar; unreadable !2"),
        arguments("a; ; b", "a; unreadable; b !2"),
        arguments("&& a", "unreadable; a !2"),
        arguments("a &&", "a && missing !1"),
        arguments("a |", "a | missing !1"),
        arguments("case x in", "case(x) !1"),
        arguments("case x in a", "case(x, a : ) !2"),
        arguments("}", "unreadable !1"),
        arguments("a >", "a > !1"),
        arguments("f() ", "def f(missing) !1"),
        arguments("for", "for () !4"),
        arguments("[[ a", "doublebracket(a) !1"),
        arguments("((a", "subshell(subshell(a)) !2"),
        arguments("${", "${} !1"),
        arguments("!", "! missing !1"),
        arguments("if a\\\n then b; fi", "if(a then b ? ) !2"),
        arguments("if true; then a; fi; } b", "if(true ? a); unreadable; b !2"),
        arguments("then a", "unreadable; a !2"));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void notesWhatNoShellTakesAndReadsOn(String text, String tree) {
    assertThat(Sketch.of(text)).isEqualTo(tree);
    assertThat(ShellScript.read(text).unreadable()).isNotEmpty();
  }

  @Test
  void offsetsBelongToTheText() {
    ShellScript script = ShellScript.read("a; if b \"$C\"; then `d \\`e\\``; fi # f");
    assertThat(script.commands().stream().map(o -> script.written(o.command())))
        .containsExactly("a", "b \"$C\"", "`d \\`e\\``", "d \\`e\\`", "e");
    assertThat(script.comments()).containsExactly(new ShellComment(33, 36));
  }

  @Test
  void aWordIsConstantUnlessSomethingIsExpandedInIt() {
    ShellScript script = ShellScript.read("a'b'\"c\"\\d x$y *.z ~ [ $'q' $'\\n' ''");
    assertThat(script.commands().get(0).command().words())
        .extracting(word -> word.literal().orElse("-"))
        .containsExactly("abcd", "-", "-", "-", "[", "q", "-", "");
  }

  @Test
  void aWordNamesTheVariablesInIt() {
    ShellScript script = ShellScript.read("a$B\"${C:-$D}\"'$E'`f $G`");
    assertThat(script.commands().get(0).command().words().get(0).variables())
        .containsExactly("B", "C", "D", "G");
  }

  @Test
  void aHereDocumentHoldsNoCommandsButSubstitutions() {
    ShellScript script = ShellScript.read("cat <<E\nrm $(ls)\nE\ncat <<'E'\nrm $(ls)\nE\n");
    assertThat(script.commands())
        .extracting(occurrence -> script.written(occurrence.command()))
        .containsExactly("cat <<E", "ls", "cat <<'E'");
  }

  @Test
  void aRedirectionWritesIntoAFileOrNot() {
    ShellScript script = ShellScript.read("a >f >>f >|f &>f >&f <>f <f 2>&1 >&- <<<f");
    assertThat(script.commands().get(0).command().redirections())
        .extracting(Redirection::writes)
        .containsExactly(true, true, true, true, true, true, false, false, false, false);
  }
}
