package org.upstart4j.dbus.internal.ssh;

import java.time.Duration;
import org.upstart4j.spi.ShellSpelling;

/**
 * The text that the far shell runs: it joins ssh's streams with a socket there, by what old systems
 * have. It writes to no disk, and begins with a line of its own:
 *
 * <pre>
 * MARKER bridge PLACE PROGRAM VERSION
 * MARKER refused PLACE REASON
 * MARKER none
 * </pre>
 *
 * <p>Each program is one line of less than 1,024 bytes, without single quotes, exclamation marks
 * and double backslashes, so that in single quotes not only POSIX shells take it as it is, but csh
 * and fish, too. It leaves when one of its sides does, and when nothing has come from our side for
 * a while: only that tells it that the network has vanished.
 */
final class Bridge {

  /** Of the marker, the place and seconds; runs in any Python from 2.6 on. */
  static final String PYTHON =
      """
      import os,sys,select,socket,signal;\
      m,a,t=sys.argv[1:4];\
      w=lambda f,d:d and w(f,d[os.write(f,d):]);\
      y=lambda x:w(1,(m+x+"\\n").encode());\
      s=socket.socket(socket.AF_UNIX);\
      e=s.connect_ex(a[0]=="@"and chr(0)+a[1:]or a);\
      e and(y(" refused "+a+" "+os.strerror(e)),sys.exit(3));\
      y(" bridge "+a+" python "+sys.version.split()[0]);\
      k=lambda:signal.alarm(int(t));\
      p={0:s.fileno(),s.fileno():1};\
      k();\
      exec("while p:\\n for i in select.select(list(p),[],[])[0]:\\n  d=os.read(i,65536)\\n  \
      d or sys.exit()\\n  i or k()\\n  w(p[i],d)")""";

  /** Of the marker, the place and seconds; needs no modules of Perl. */
  static final String PERL =
      """
      ($m,$a,$t)=@ARGV;\
      ($n=$a)=~s/^@/\\0/;\
      sub w{my($h,$d)=@_;\
      while(length$d){$n=syswrite($h,$d);defined$n||exit 4;substr($d,0,$n,"")}}\
      socket(S,1,1,0)&&connect(S,pack("Sa*",1,$n))||\
      do{w(\\*STDOUT,"$m refused $a ".eval(q($).chr 33)."\\n");exit 3};\
      w(\\*STDOUT,"$m bridge $a perl $]\\n");\
      $f=fileno S;\
      alarm$t;\
      for(;;){$r="";\
      vec($r,0,1)=1;\
      vec($r,$f,1)=1;\
      select($r,undef,undef,undef);\
      if(vec($r,0,1)){sysread(STDIN,$d,65536)||exit;alarm$t;w(\\*S,$d)}\
      if(vec($r,$f,1)){sysread(S,$d,65536)||exit;w(\\*STDOUT,$d)}}""";

  /** Of both programs, the marker, the place and seconds. */
  static final String SCRIPT =
      """
      m=$3;a=$4;t=$5;\
      case $a in auto)a=%s;test "$(id -u)" = 0&&a=%s;;esac;\
      for p in python3 python python2;\
      do command -v $p >/dev/null 2>&1&&exec $p -c "$1" "$m" "$a" "$t";done;\
      command -v perl >/dev/null 2>&1&&exec perl -e "$2" "$m" "$a" "$t";\
      command -v socat >/dev/null 2>&1||{ echo "$m none";exit 3;};\
      echo "$m bridge $a socat";\
      case $a in @*)exec socat -T "$t" - "ABSTRACT-CONNECT:${a#@}";;\
      *)exec socat -T "$t" - "UNIX-CONNECT:$a";;esac"""
          .formatted(FarPlace.SYSTEM_BUS, FarPlace.PRIVATE_SOCKET);

  private Bridge() {}

  /**
   * Returns the line for the far shell.
   *
   * @param marker what the bridge's line begins with
   * @param silence how long the bridge stays without hearing from us
   * @param sudo whether it runs as root by {@code sudo}, which must not ask for a password
   */
  static String line(String marker, FarPlace place, Duration silence, boolean sudo) {
    return String.join(
        " ",
        sudo ? "exec sudo -n sh -c" : "exec sh -c",
        ShellSpelling.quoted(SCRIPT),
        "sh",
        ShellSpelling.quoted(PYTHON),
        ShellSpelling.quoted(PERL),
        marker,
        ShellSpelling.quoted(place.word()),
        Long.toString(silence.toSeconds()));
  }
}
