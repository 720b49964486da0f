#!/bin/bash
# Records what the real tools print and exit with, for each folder of ../resources/golden: run as root, without arguments
# for all folders or with the names of some. Each lab runs in its own network, mount and pid namespace.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../resources/golden"

if [ "${1:-}" = --inside ]; then
    mkdir -p /run/netns
    mount -t tmpfs tmpfs /run/netns
    while IFS= read -r line; do
        case $line in '' | '#'*) continue ;; esac
        printf '$ %s\n' "$line"
        code=0
        LC_ALL=C.UTF-8 bash -c "$line" 2>&1 </dev/null || code=$?
        [ "$code" = 0 ] || echo "exit $code"
    done <"$2/lab.sh"
    exit 0
fi

[ $# -gt 0 ] || set -- *
for folder in "$@"; do
    unshare --net --mount --pid --fork --mount-proc bash "$here/record.sh" --inside "$folder" >"$folder/expected.txt.new"
    mv "$folder/expected.txt.new" "$folder/expected.txt"
    echo "recorded $folder" >&2
done
