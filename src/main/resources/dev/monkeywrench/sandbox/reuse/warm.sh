# Starts the keeper and waits until it listens. Ends with 3 where nothing can be kept: where code may write to places
# the keeper does not put back, or where there is no Python, or neither pytest nor junit-run.
while read -r _ place _ options _; do
    if [ "$place" = / ]; then root=$options; fi
done </proc/self/mounts
case ",$root," in
    *,ro,*) ;;
    *) echo 'the root file system can be written to' >&2; exit 3 ;;
esac
command -v python3 >/dev/null && python3 -c 'import sys; sys.exit(sys.version_info < (3, 6))' || {
    echo 'there is no Python 3.6 or later' >&2
    exit 3
}
python3 -c 'import pytest' 2>/dev/null || command -v junit-run >/dev/null || {
    echo 'there is neither pytest nor junit-run' >&2
    exit 3
}
unset PYTHONPATH PYTHONHOME
setsid python3 -s /mw/keeper.py </dev/null 3>&1 4>&2 >/tmp/keeper.log 2>&1 &
keeper=$!
tries=0
until grep -qx ready /tmp/keeper.log; do
    tries=$((tries + 1))
    if [ "$tries" -gt 1200 ] || ! kill -0 "$keeper" 2>/dev/null; then
        head -c 4000 /tmp/keeper.log >&2
        exit 4
    fi
    sleep 0.05
done
