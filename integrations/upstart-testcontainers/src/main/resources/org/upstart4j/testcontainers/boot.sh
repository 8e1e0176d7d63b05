# Puts the job files in place, and becomes Upstart: boot.sh JOBS PROGRAM...
# JOBS is what becomes of the image's own jobs, keep or remove. Each PROGRAM must be there.
set -e
jobs=$1
shift
for program in "$@"; do
  command -v "$program" >/dev/null || {
    echo "upstart4j: this image lacks the program $program, which the way to its Upstart needs" >&2
    exit 127
  }
done
[ "$jobs" = keep ] || rm -rf /etc/init
rm -rf /run/dbus
mkdir -p /etc/init /upstart4j/init /var/log/upstart
cp -R /upstart4j/init/. /etc/init/
[ -x /sbin/init ] && exec /sbin/init
exec upstart init --logdir /var/log/upstart
