#!/usr/bin/env bash
# Takes a picture of the real window under a virtual display.
# usage: scripts/screenshot.sh OUT.png [WIDTHxHEIGHT] [arguments of klantreis …]
# The program is $KLANTREIS (target/debug/klantreis when not set); KEYS is typed before the picture
# is taken ("ctrl+k"), CLICK is clicked before that ("700 400") and THEN after it; DRAG is dragged
# at last ("10 10 90 90", held down for the picture); WAIT and AFTER are the seconds to wait before
# and after each. SCALE=2 shows the same window with twice the pixels.
set -euo pipefail
cd "$(dirname "$0")/.."

out=$1
size=${2:-1440x900}
shift
[ $# -gt 0 ] && shift
program=${KLANTREIS:-${CARGO_TARGET_DIR:-target}/debug/klantreis}

for tool in Xvfb xdotool import; do
    command -v "$tool" >/dev/null || { echo "needs $tool (xvfb, xdotool, imagemagick)" >&2; exit 1; }
done

home=${KLANTREIS_HOME:-$(mktemp -d)}
# The server chooses a display that is free and tells its number when it is ready.
number=$(mktemp)
scale=${SCALE:-1}
screen=$((${size%x*} * scale))x$((${size#*x} * scale))
Xvfb -displayfd 3 -screen 0 "${screen}x24" -nolisten tcp 3>"$number" >/dev/null 2>&1 &
server=$!
trap 'kill ${window:-} $server 2>/dev/null || true' EXIT
for _ in $(seq 100); do [ -s "$number" ] && break; sleep 0.1; done
display=:$(cat "$number")
rm -f "$number"
export DISPLAY=$display HOME=$home XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data
export LIBGL_ALWAYS_SOFTWARE=1 WINIT_X11_SCALE_FACTOR=$scale
unset WAYLAND_DISPLAY

"$program" --size "$size" "$@" &
window=$!
for _ in $(seq 100); do xdotool search --name Klantreis >/dev/null 2>&1 && break; sleep 0.1; done
id=$(xdotool search --name Klantreis | head -1)
xdotool windowmove "$id" 0 0 windowfocus "$id" 2>/dev/null || true
# Away from everything that reacts to the pointer.
xdotool mousemove 2 2
sleep "${WAIT:-3}"
xdotool windowfocus --sync "$id" 2>/dev/null || true
click() {
    xdotool mousemove "$1" "$2"
    sleep 0.3
    xdotool mousedown 1
    sleep 0.2
    xdotool mouseup 1
    sleep "${AFTER:-1}"
}
# shellcheck disable=SC2086 # two numbers
[ -z "${CLICK:-}" ] || click $CLICK
if [ -n "${KEYS:-}" ]; then
    # shellcheck disable=SC2086 # several keys
    xdotool key $KEYS
    sleep "${AFTER:-1}"
fi
# shellcheck disable=SC2086 # two numbers
[ -z "${THEN:-}" ] || click $THEN
if [ -n "${DRAG:-}" ]; then
    read -r x y to_x to_y <<<"$DRAG"
    xdotool mousemove "$x" "$y" mousedown 1
    for part in 1 2 3 4; do
        xdotool mousemove $((x + (to_x - x) * part / 4)) $((y + (to_y - y) * part / 4))
        sleep 0.3
    done
    sleep "${AFTER:-1}"
fi
import -window root "$out"
echo "$out"
