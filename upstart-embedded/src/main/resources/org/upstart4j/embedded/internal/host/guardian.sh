# Sends signals, and ends all that is left when the engine has gone, however that came about.
# Reads commands of words and numbers; a number is that of a process, its group and its session.
trap '' HUP INT QUIT TERM PIPE TSTP TTIN TTOU USR1 USR2
known=' '

while read -r verb one two; do
  case $verb in
  watch) case $known in *" $one "*) ;; *) known="$known$one " ;; esac ;;
  forget) case $known in *" $one "*) known="${known%% "$one" *} ${known#* "$one" }" ;; esac ;;
  kill) kill -s "$one" -- "$two" ;;
  esac
done

for number in $known; do kill -s 9 -- "-$number" "$number"; done

# Groups of their own, but within a session that is known.
set -- /proc/[0-9]*/stat
set -f
for stat do
  IFS= read -r line <"$stat" || continue
  set -- ${line##*) }
  case $known in *" ${4:-none} "*) pid=${stat#/proc/}; kill -s 9 -- "${pid%/stat}" ;; esac
done
