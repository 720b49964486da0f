# shellcheck shell=bash
# What ./ringway, ./check and the suites share: find a JDK, install packages where that is allowed. To be sourced.

say() { printf '%s\n' "$*" >&2; }

# jdk_version HOME: the major version, from the release file that every JDK carries; 0 when that is not there.
jdk_version() {
    local line version=0
    [[ -r $1/release ]] || { echo 0; return; }
    while IFS= read -r line; do
        if [[ $line == JAVA_VERSION=* ]]; then
            version=${line#*=\"}
            version=${version%%[.\"+-]*}
        fi
    done <"$1/release"
    echo "$version"
}

# is_jdk HOME LEAST: whether it has java and javac, of version LEAST or later.
is_jdk() {
    local version
    [[ -x $1/bin/java && -x $1/bin/javac ]] || return 1
    version=$(jdk_version "$1")
    [[ $version =~ ^[0-9]+$ ]] && ((version >= $2))
}

# find_jdk LEAST: prints the home of the JDK to use: JAVA_HOME, the one on the PATH, else any that is installed.
find_jdk() {
    local java home
    if [[ -n ${JAVA_HOME:-} ]] && is_jdk "$JAVA_HOME" "$1"; then
        echo "$JAVA_HOME"
        return
    fi
    if java=$(command -v java); then
        java=$(readlink -f "$java")
        home=${java%/bin/java}
        is_jdk "$home" "$1" && { echo "$home"; return; }
    fi
    for home in /usr/lib/jvm/*; do
        [[ ! -L $home ]] && is_jdk "$home" "$1" && { echo "$home"; return; }
    done
    return 1
}

may_install() { [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; }

# apt_install PACKAGE...: quiet and bounded; everything that apt says goes to stderr.
apt_install() {
    local apt=(timeout 600 apt-get -qq -o DPkg::Lock::Timeout=120 -o Acquire::Retries=2)
    export DEBIAN_FRONTEND=noninteractive
    "${apt[@]}" install -y --no-install-recommends "$@" </dev/null >/dev/null 2>&1 && return
    "${apt[@]}" update </dev/null >&2
    "${apt[@]}" install -y --no-install-recommends "$@" </dev/null >&2
}

# apt_install_first PACKAGE...: the first of them that this system has (releases differ in the JDKs that they carry).
apt_install_first() {
    local package
    for package in "$@"; do
        apt_install "$package" && return
    done
    return 1
}

# need_jdk_and_maven: sets and exports JAVA_HOME; installs what is missing, or says what to install and fails.
need_jdk_and_maven() {
    local missing=()
    JAVA_HOME=$(find_jdk 17) || missing+=("a JDK, version 17 or later")
    command -v mvn >/dev/null || missing+=("Maven, version 3.6.3 or later")
    if ((${#missing[@]})) && may_install; then
        say "installing what is missing: ${missing[*]}"
        find_jdk 17 >/dev/null || apt_install_first openjdk-17-jdk-headless openjdk-21-jdk-headless default-jdk-headless
        command -v mvn >/dev/null || apt_install maven
        hash -r
        missing=()
        JAVA_HOME=$(find_jdk 17) || missing+=("a JDK, version 17 or later")
        command -v mvn >/dev/null || missing+=("Maven, version 3.6.3 or later")
    fi
    if ((${#missing[@]})); then
        say "Ringway is built from source and needs:"
        printf '  - %s\n' "${missing[@]}" >&2
        say "On Debian or Ubuntu: sudo apt-get install openjdk-17-jdk-headless maven"
        say "Elsewhere: any JDK from 17 on (JAVA_HOME or java on the PATH) and mvn on the PATH."
        return 1
    fi
    export JAVA_HOME
}
