#!/bin/sh
# Stands for one process of a job. It notes who it is and what happens to it, and does what the
# file beside it says. It forks only where it is told to, as Upstart may be counting.
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
here=${0%/*}
stage=${here%/*/*}
name=${here##*/}

# One line in one write, so that the order of the lines is the order of what happened.
note() {
  read -r now rest < /proc/uptime
  echo "$now $pid $name $*" >> "$stage/trace/log"
}

# All signals that can be caught but CHLD and CONT. Those that were ignored stay ignored.
listen() {
  read -r pid rest < /proc/self/stat
  for signal in 1 2 3 4 5 6 7 8 10 11 12 13 14 15 16 20 21 22 23 24 25 26 27 28 29 30 31; do
    trap "got $signal" "$signal"
  done
}

got() {
  reaction=die
  linger=0
  while read -r word value rest; do
    case $word in
      linger) linger=$value ;;
      on) [ "$value" != "$1" ] || reaction=$rest ;;
    esac
  done < "$here/behaviour"
  note signal "$1"
  case $reaction in
    stay) ;;
    die) sleep "$linger"; die "$1" ;;
    *) sleep "$linger"; finish "$reaction" ;;
  esac
}

finish() {
  note exit "$1"
  exit "$1"
}

die() {
  note die "$1"
  [ "$1" = 9 ] || trap - "$1"
  kill "-$1" "$pid"
  idle
}

# Waits for signals only.
idle() {
  while [ -p "$stage/idle" ]; do
    read -r rest <&4
  done 4<> "$stage/idle"
}

# What a child could disturb is read first: a shell may block signals while it starts one.
record() {
  status=
  while read -r line; do
    case $line in
      Umask:*) mask=${line##*[!0-7]} ;;
    esac
    status="$status$line
"
  done < /proc/self/status
  umask 022
  entry=$stage/trace/.$pid
  mkdir "$entry"
  echo "$status" > "$entry/status"
  cp -P "/proc/$pid/cmdline" "/proc/$pid/environ" "/proc/$pid/limits" "/proc/$pid/stat" \
    "/proc/$pid/oom_score_adj" "/proc/$pid/cwd" "/proc/$pid/fd/0" "/proc/$pid/fd/1" \
    "/proc/$pid/fd/2" "$entry"
  mv "$entry" "$stage/trace/$pid"
  umask "$mask"
  note ready
}

perform() {
  while read -r word value <&3; do
    case $word in
      record) record ;;
      wait) sleep "$value" ;;
      raise) kill "-$value" "$pid" ;;
      fork) ( listen; note begin; sleep 0.1; perform ) & finish 0 ;;
      child) ( name=$name.child; listen; note begin; idle ) & ;;
      exit) finish "$value" ;;
      die) die "$value" ;;
      run) idle ;;
    esac
  done
}

listen
note begin
perform 3< "$here/behaviour"
