#!/bin/bash
# Records the rules that real programs write: Docker, ufw and firewalld, as Debian packages them, and what iptables makes
# of kube-proxy's (write-kube-proxy-rules.py).
#
#   sudo ./record-rule-sets.sh FOLDER [docker|ufw|firewalld|kube-proxy]...
#
# For each it writes FOLDER/NAME.rules, what iptables-save -c prints once the program has done what its users ask of it
# and a little traffic has passed, with the programs' versions in the first line; and FOLDER/NAME.rules6, the same of
# ip6tables-save, where there is any. Each runs in namespaces of its own, which end with this script.
set -eu
names=(docker ufw firewalld kube-proxy)
if [ "${RINGWAY_RECORDING:-}" != yes ]; then
    folder=$(realpath "${1:?folder for the .rules files}")
    shift
    for name in "${@:-${names[@]}}"; do
        env RINGWAY_RECORDING=yes unshare --net --mount --pid --ipc --uts --fork --kill-child --mount-proc \
            "$(realpath "$0")" "$name" "$folder/$name.rules"
    done
    exit
fi

version() { dpkg-query -W -f '${Version}' "$1"; }

# Counters that are not all zero: to the loopback address, to an own one, and to a neighbour that never answers.
traffic() {
    ping -q -c 3 -i 0.1 127.0.0.1 >&2 || true
    ping -q -c 2 -i 0.1 192.0.2.10 >&2 || true
    ping -q -c 1 -W 1 192.0.2.77 >&2 || true
}

save() {
    traffic
    echo "# $1, as iptables 1.8.9 (nf_tables) saves it"
    iptables-save -c | sed -e '/^# /d'
    ip6tables-save -c | sed -e '/^# /d' >/run/rules6
}

world() {
    mount -t tmpfs tmpfs /run
    mount -t tmpfs tmpfs /var/lib/docker 2>/dev/null || true
    mkdir -p /run/netns /run/lock /run/dbus
    hostname host
    ip link set lo up
    ip link add eth0 type veth peer name outside
    ip link set outside up
    ip link set eth0 up
    ip addr add 192.0.2.10/24 dev eth0
    ip route add default via 192.0.2.1
}

image() {
    local root
    root=$(mktemp -d)
    mkdir -p "$root/bin"
    cp /usr/bin/busybox "$root/bin/busybox"
    ln -s busybox "$root/bin/sleep"
    tar -C "$root" -c . | docker import - idle >/dev/null
}

published() {
    docker run -d --name "$1" "${@:2}" idle /bin/sleep 1000 >/dev/null
}

docker_rules() {
    mkdir -p /run/docker-data
    export DOCKER_HOST=unix:///run/docker.sock
    dockerd --data-root /run/docker-data --exec-root /run/docker-exec -H "$DOCKER_HOST" --pidfile /run/docker.pid \
        --storage-driver vfs --exec-opt native.cgroupdriver=cgroupfs --ip6tables=false >/run/dockerd.log 2>&1 &
    for _ in $(seq 100); do docker info >/dev/null 2>&1 && break; sleep 0.2; done
    image
    docker network create --subnet 172.20.0.0/16 front >/dev/null
    docker network create --subnet 172.21.0.0/16 --internal back >/dev/null
    docker network create --subnet 172.22.0.0/16 -o com.docker.network.bridge.enable_icc=false apart >/dev/null
    docker network create --subnet 172.23.0.0/16 -o com.docker.network.bridge.enable_ip_masquerade=false plain >/dev/null
    published web -p 8080:80
    published local -p 127.0.0.1:8443:443
    published dns --network front --ip 172.20.0.53 -p 5300:53/udp -p 5300:53/tcp
    published range --network front -p 9000-9002:9000-9002
    published hidden --network back
    published lonely --network apart -p 192.0.2.10:7000:7000
    # Names of bridges come of random ids: here they are counted.
    save "Docker $(version docker.io)" | name_bridges
    kill %1
    wait || true
}

name_bridges() {
    local text id number=1
    text=$(cat)
    for id in $(grep -o 'br-[0-9a-f]\{12\}' <<<"$text" | awk '!seen[$0]++'); do
        text=${text//"$id"/$(printf 'br-%012d' "$number")}
        number=$((number + 1))
    done
    printf '%s\n' "$text"
}

ufw_rules() {
    local settings
    settings=$(mktemp -d)
    cp -a /etc/ufw "$settings"
    mount --bind "$settings/ufw" /etc/ufw
    {
        ufw default deny incoming
        ufw default allow outgoing
        ufw allow 22/tcp
        ufw limit 2222/tcp
        ufw allow from 10.0.0.0/8 to any port 53
        ufw deny out to 203.0.113.0/24
        ufw allow in on eth0 to any port 6000:6007 proto tcp
        ufw allow proto udp from 192.0.2.0/24 to any port 137,138
        ufw reject 113/tcp
        ufw route allow in on eth0 out on docker0 to 172.17.0.2 port 80 proto tcp
        ufw allow from 198.51.100.7 comment 'the office'
        ufw logging medium
        ufw --force enable
    } >&2
    save "ufw $(version ufw)"
}

firewalld_rules() {
    local settings
    settings=$(mktemp -d)
    cp -a /etc/firewalld "$settings"
    sed -i -e 's/^FirewallBackend=.*/FirewallBackend=iptables/' -e 's/^IPv6_rpfilter=.*/IPv6_rpfilter=no/' \
        -e 's/^LogDenied=.*/LogDenied=unicast/' "$settings/firewalld/firewalld.conf"
    mount --bind "$settings/firewalld" /etc/firewalld
    dbus-daemon --system --fork --nopidfile >&2
    firewalld --nofork --nopid >/run/firewalld.log 2>&1 &
    for _ in $(seq 100); do firewall-cmd --state >/dev/null 2>&1 && break; sleep 0.2; done
    {
        firewall-cmd --zone=public --change-interface=eth0
        firewall-cmd --zone=public --add-service=http --add-service=https
        firewall-cmd --zone=public --add-port=8000-8010/tcp --add-port=5353/udp
        firewall-cmd --zone=public --add-masquerade
        firewall-cmd --zone=public --add-forward-port=port=8080:proto=tcp:toport=80:toaddr=192.0.2.77
        firewall-cmd --zone=internal --add-source=10.0.0.0/8
        firewall-cmd --zone=drop --add-source=203.0.113.0/24
        firewall-cmd --zone=public --add-icmp-block=timestamp-request
        firewall-cmd --zone=public --add-rich-rule='rule family=ipv4 source address=198.51.100.0/24 port port=22 protocol=tcp accept'
        firewall-cmd --zone=public --add-rich-rule='rule family=ipv4 source address=198.51.100.9 service name=ssh log prefix="ssh " level=info limit value=3/m reject'
        firewall-cmd --direct --add-rule ipv4 filter INPUT 0 -p tcp --dport 9999 -j ACCEPT
    } >&2
    save "firewalld $(version firewalld), iptables backend"
    kill %1
    wait || true
}

kube-proxy_rules() {
    "$(dirname "$0")/write-kube-proxy-rules.py" | iptables-restore --noflush --counters
    save "kube-proxy's rules for 40 services"
}

world
"$1_rules" >"$2.new"
mv "$2.new" "$2"
if [ -s /run/rules6 ]; then
    cp /run/rules6 "${2}6"
fi
