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
        case $line in *'<<EOF')
            while IFS= read -r more; do
                line+=$'\n'$more
                [ "$more" != EOF ] || break
            done
            ;;
        esac
        printf '$ %s\n' "$line"
        code=0
        LC_ALL=C.UTF-8 bash -c "$line" 2>/run/netns/.stderr </dev/null || code=$?
        cat /run/netns/.stderr
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
