#!/bin/sh
# ringway snapshot: collects what this host's network looks like, for Ringway to model. Needs a POSIX shell, sed, ls, sort,
# readlink, and the tools whose words it collects: iproute2, iptables, ipset, conntrack, docker where they are.
#
#   sudo sh snapshot.sh > host.snapshot
#
# It reads and changes nothing: no file is written, no setting touched. Without root it goes on and says what it may not see.
# Of containers it takes names, ids, labels of compose and networks; no environment, no command lines; of programs that listen
# their names.
#
# What it prints is one text. A line that begins with
#   #        is a remark
#   @ID      names a command and the network namespace in which it ran, by inode; ID is 0 where it asks about the whole host
#   a blank  is a line of the command's output
#   !        is a line of what it said on stderr
#   =N       ends it, with its exit code
# and "@end" is the last of all. Nothing that a command prints can look like anything but its output.

newline='
'
sep='	'

say() {
    printf 'ringway snapshot: %s\n' "$*" >&2
}

# Sets $tool to where a program is: a shell that is busybox would take its own of that name, which prints no JSON.
find_tool() {
    rest=$PATH:
    while [ -n "$rest" ]; do
        tool=${rest%%:*}/$1
        rest=${rest#*:}
        if [ -f "$tool" ] && [ -x "$tool" ]; then
            return 0
        fi
    done
    tool=$1
    return 1
}

# Runs a program in the namespace behind $door, or here.
inside() {
    find_tool "$1"
    shift
    set -- "$tool" "$@"
    if [ -n "$door" ]; then
        nsenter --net="$door" "$@"
    else
        "$@"
    fi
}

# show COMMAND...: what it prints inside, framed.
show() {
    printf '@%s' "$id"
    printf ' %s' "$@"
    printf '\n'
    frame inside "$@"
}

frame() {
    said=$({ {
        "$@" </dev/null
        printf '\n%s' "$?" >&2
    } | sed 's/^/ /' >&4; } 2>&1)
    code=${said##*"$newline"}
    words=${said%"$newline"*}
    words=${words%"$newline"}
    printf '\n'
    if [ -n "$words" ]; then
        printf '%s\n' "$words" | sed 's/^/!/'
    fi
    printf '=%s\n' "$code"
}

about_host() {
    id=0
    door=
    show uname -snrm
    show id -u
    show date -u '+%s %Y-%m-%dT%H:%M:%SZ'
    show ip -V
    show iptables --version
}

# Lines of INODE PROCESS, one for each namespace that a process is in: the oldest of them.
of_processes() {
    last=
    # Names of processes are numbers.
    # shellcheck disable=SC2012
    ls -l /proc/[0-9]*/ns/net 2>/dev/null |
        sed -n 's|.* /proc/\([0-9]*\)/ns/net -> net:\[\([0-9]*\)\].*|\2 \1|p' |
        sort -n -k1,1 -k2,2 |
        while read -r inode process; do
            if [ "$inode" != "$last" ]; then
                printf '%s %s\n' "$inode" "$process"
            fi
            last=$inode
        done
}

inode_of() {
    readlink "/proc/$1/ns/net" 2>/dev/null | sed -n 's/^net:\[\([0-9]*\)\]$/\1/p'
}

# Lines of INODE ID NAME, one for each container that runs.
containers() {
    for container in $(docker ps -q --no-trunc 2>/dev/null </dev/null); do
        docker inspect -f '{{.State.Pid}} {{.Id}} {{.Name}}' "$container" 2>/dev/null </dev/null
    done |
        while read -r process container name; do
            inode=$(inode_of "$process")
            printf '%s %s %s\n' "${inode:-0}" "$container" "${name#/}"
        done
}

docker_objects() {
    id=0
    door=
    show docker version --format '{{.Server.Version}}'
    # The words of a format are one argument; ids hold no blanks.
    # shellcheck disable=SC2046
    set -- $(docker ps -q --no-trunc 2>/dev/null </dev/null)
    if [ $# -gt 0 ]; then
        format='{"Id":{{json .Id}},"Name":{{json .Name}},"State":{"Pid":{{.State.Pid}}},'
        format=$format'"HostConfig":{"NetworkMode":{{json .HostConfig.NetworkMode}},"PortBindings":{{json .HostConfig.PortBindings}}},'
        format=$format'"Config":{"Hostname":{{json .Config.Hostname}},"Labels":{'
        format=$format'"com.docker.compose.project":{{json (index .Config.Labels "com.docker.compose.project")}},'
        format=$format'"com.docker.compose.service":{{json (index .Config.Labels "com.docker.compose.service")}}}},'
        format=$format'"NetworkSettings":{{json .NetworkSettings}}}'
        printf '@0 docker inspect\n'
        frame docker inspect -f "$format" "$@"
    fi
    # shellcheck disable=SC2046
    set -- $(docker network ls -q --no-trunc 2>/dev/null </dev/null)
    if [ $# -gt 0 ]; then
        printf '@0 docker network inspect\n'
        frame docker network inspect "$@"
    fi
}

# The settings that Ringway's model has, as PATH:VALUE.
settings() {
    printf '@%s sysctl\n' "$id"
    # shellcheck disable=SC2016
    frame inside sh -c 'cd /proc/sys && grep -s "" \
        net/ipv4/ip_forward net/ipv4/ip_default_ttl net/ipv4/ip_no_pmtu_disc net/ipv4/ip_forward_use_pmtu \
        net/ipv4/icmp_* net/ipv4/igmp_* net/ipv4/ipfrag_* net/ipv4/fib_multipath_* net/ipv4/*_early_demux \
        net/ipv4/route/min_pmtu net/ipv4/route/mtu_expires net/ipv4/route/min_adv_mss \
        net/ipv4/conf/*/* net/ipv4/neigh/*/* net/netfilter/nf_conntrack_* net/nf_conntrack_max net/bridge/* \
        net/core/rmem_default net/core/rmem_max net/core/wmem_default net/core/wmem_max \
        net/ipv6/conf/*/disable_ipv6 net/ipv6/conf/*/forwarding net/ipv6/conf/*/accept_ra \
        net/ipv6/conf/*/autoconf net/ipv6/conf/*/accept_dad net/ipv6/conf/*/router_solicitations || [ $? -eq 2 ]'
}

rules() {
    show iptables-save -c
    show ip6tables-save -c
    # The rules that the other of the two kinds of iptables may hold, and those that neither made.
    case $(iptables --version 2>/dev/null </dev/null) in
        *legacy*) other=iptables-nft-save ;;
        *) other=iptables-legacy-save ;;
    esac
    if find_tool $other; then
        show $other -c
    fi
    if find_tool nft; then
        show nft list tables
        show nft list chains
    fi
    # Asking for sets or connections where the kernel has none of that would load it.
    if [ -e /sys/module/ip_set ]; then
        show ipset save
    fi
    if [ -e /proc/sys/net/netfilter/nf_conntrack_max ]; then
        if find_tool conntrack; then
            show conntrack -L
        else
            show cat /proc/net/nf_conntrack
        fi
    fi
}

of_namespace() {
    show ip -j -d addr show
    show ip -j -d link show
    show ip -j netns list-id
    if find_tool lsns; then
        show lsns -n -t net -o NS,NETNSID
    fi
    show ip -4 -N -j -d route show table all
    show ip -4 -N -j -d rule show
    show ip -4 -j neigh show nud all
    show ip -4 -j neigh show proxy
    show ip -6 -N -j rule show
    show ip -j maddr show
    show bridge -j -d link show
    show bridge -j -d fdb show
    show bridge -j vlan show
    if find_tool tc; then
        show tc -j qdisc show
    fi
    # Who listens; of programs the name alone.
    if find_tool ss; then
        printf '@%s ss -Hltunp\n' "$id"
        frame listeners
    fi
    settings
    rules
}

listeners() {
    sockets=$(inside ss -Hltunp) || return
    printf '%s\n' "$sockets" | sed 's/,pid=[0-9]*,fd=[0-9]*//g'
}

# namespace INODE DOOR FACT...: all that is to be seen of it, once.
namespace() {
    id=$1
    door=$2
    shift 2
    case $seen in
        *" $id "*) return ;;
    esac
    seen="$seen$id "
    count=$((count + 1))
    say "namespace $count: $1"
    printf '\n@%s namespace\n' "$id"
    {
        printf '%s\n' "$@"
        printf '%s\n' "$names" | while IFS=$sep read -r inode name; do
            if [ "$inode" = "$id" ]; then
                printf 'name %s\n' "$name"
            fi
        done
        printf '%s\n' "$running" | while read -r inode container name; do
            if [ "$inode" = "$id" ]; then
                printf 'container %s %s\n' "$container" "$name"
            fi
        done
    } | sed 's/^/ /'
    printf '=0\n'
    of_namespace
}

# Lines of INODE, tab, NAME, one for each file that keeps a namespace; what is none of that is told.
named() {
    for file in /run/netns/* /var/run/netns/*; do
        [ -f "$file" ] || continue
        name=${file##*/}
        case $name in
            *"$newline"*) continue ;;
        esac
        inode=$(nsenter --net="$file" readlink /proc/self/ns/net 2>/dev/null | sed -n 's/^net:\[\([0-9]*\)\]$/\1/p')
        if [ -n "$inode" ]; then
            printf '%s\t%s\n' "$inode" "$name"
        else
            say "$file: cannot be entered"
            printf '# %s: cannot be entered\n' "$file" >&4
        fi
    done | sort -u
}

main() {
    LC_ALL=C
    PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
    export LC_ALL PATH
    find_tool ip || :
    if ! "$tool" -j link show lo >/dev/null 2>&1 </dev/null; then
        say "ip prints no JSON here: iproute2 (4.20 or later) is needed, busybox's ip is not enough"
        exit 1
    fi
    exec 4>&1
    seen=' '
    count=0
    running=
    printf '# ringway snapshot 1\n'
    if [ "$(id -u)" != 0 ]; then
        say 'not root: the namespaces of others, rules, sets and connections may be missing'
        printf '# not root: the namespaces of others, rules, sets and connections may be missing\n'
    fi
    about_host
    if find_tool docker; then
        docker_objects
        running=$(containers)
    fi
    own=$(inode_of self)
    names=$(named)
    namespace "${own:-1}" '' self
    while IFS=$sep read -r inode name; do
        [ -n "$inode" ] || continue
        if [ -f "/run/netns/$name" ]; then
            namespace "$inode" "/run/netns/$name" "file /run/netns/$name"
        else
            namespace "$inode" "/var/run/netns/$name" "file /var/run/netns/$name"
        fi
    done <<EOF
$names
EOF
    while read -r inode process; do
        [ -n "$inode" ] || continue
        namespace "$inode" "/proc/$process/ns/net" "process $process"
    done <<EOF
$(of_processes)
EOF
    for file in /run/docker/netns/* /var/run/docker/netns/*; do
        [ -f "$file" ] || continue
        inode=$(nsenter --net="$file" readlink /proc/self/ns/net 2>/dev/null | sed -n 's/^net:\[\([0-9]*\)\]$/\1/p')
        [ -z "$inode" ] || namespace "$inode" "$file" "file $file"
    done
    printf '\n@end\n'
    say "done: $count namespaces"
}

main "$@"
