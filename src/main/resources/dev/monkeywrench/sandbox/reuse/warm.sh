# Starts the keeper and waits until it listens. Ends with 3 where nothing can be kept: where code may write to places
# the keeper does not put back, or where there is no Python with pytest.
while read -r _ place _ options _; do
    if [ "$place" = / ]; then root=$options; fi
done </proc/self/mounts
case ",$root," in
    *,ro,*) ;;
    *) echo 'the root file system can be written to' >&2; exit 3 ;;
esac
command -v python3 >/dev/null && python3 -c 'import pytest, sys; sys.exit(sys.version_info < (3, 6))' 2>/dev/null || {
    echo 'there is no Python 3.6 or later with pytest' >&2
    exit 3
}
unset PYTHONPATH PYTHONHOME
setsid python3 -s /mw/keeper.py </dev/null 3>&1 4>&2 >/tmp/keeper.log 2>&1 &
keeper=$!
tries=0
until python3 -I -S -c 'import socket; socket.socket(socket.AF_UNIX).connect("\0mw-keeper")' 2>/dev/null; do
    tries=$((tries + 1))
    if [ "$tries" -gt 1200 ] || ! kill -0 "$keeper" 2>/dev/null; then
        head -c 4000 /tmp/keeper.log >&2
        exit 4
    fi
    sleep 0.05
done
