# guard.sh LEAF LOG COMMAND...: runs COMMAND as process 1 of namespaces of its own, in the control
# group LEAF, until its own input ends, which it does when the program that started it is gone.
leaf=$1
log=$2
shift 2
mkdir "$leaf" || exit 1
(
  echo 0 > "$leaf/cgroup.procs" &&
    exec setsid unshare --pid --mount --ipc --uts --net --cgroup --fork --mount-proc --kill-child \
      "$@" < /dev/null > "$log" 2>&1
) &
echo "$!"
while read -r line; do :; done
kill -KILL "$!"
wait
# its process 1 took all others with it; the kernel may still be burying them
tries=0
while [ -d "$leaf" ] && [ "$tries" -lt 250 ]; do
  find "$leaf" -depth -type d -exec rmdir {} \; 2> /dev/null
  [ ! -d "$leaf" ] || sleep 0.02
  tries=$((tries + 1))
done
[ ! -d "$leaf" ]
