# Shared by the commands in this folder; sourced, not run.

say() { printf '%s\n' "$*" >&2; }

need_swift() {
    command -v swift >/dev/null 2>&1 && return
    say "No Swift toolchain was found. Install one (https://www.swift.org/install) and run this again."
    exit 1
}

has_libedit() {
    [ "$(uname -s)" = Darwin ] && return 0
    [ -e /usr/include/histedit.h ] || [ -e /usr/local/include/histedit.h ] || pkg-config --exists libedit 2>/dev/null
}

# libedit's development files: installed when missing and allowed, otherwise the exact command is shown.
need_libedit() {
    has_libedit && return
    local -a install=() before=()
    if command -v apt-get >/dev/null 2>&1; then
        before=(apt-get update -q)
        install=(apt-get install -y -q libedit-dev)
    elif command -v dnf >/dev/null 2>&1; then
        install=(dnf install -y libedit-devel)
    elif command -v pacman >/dev/null 2>&1; then
        install=(pacman -S --noconfirm --needed libedit)
    else
        say "libedit's development files (histedit.h) are missing. Install them with this system's package manager."
        exit 1
    fi
    local -a as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
            as_root=(sudo -n)
        else
            say "libedit's development files are missing, and installing them needs an administrator. Run:"
            say "    sudo ${install[*]}"
            say "and then this command again."
            exit 1
        fi
    fi
    say "Installing libedit's development files: ${install[*]}"
    # An outdated package list is tolerable: what counts is whether the installation works.
    if [ "${#before[@]}" -gt 0 ]; then
        DEBIAN_FRONTEND=noninteractive ${as_root[@]+"${as_root[@]}"} "${before[@]}" >&2 || true
    fi
    if ! DEBIAN_FRONTEND=noninteractive ${as_root[@]+"${as_root[@]}"} "${install[@]}" >&2 || ! has_libedit; then
        say "The installation did not work. Run this by hand and look at what it says:"
        say "    ${as_root[*]:+sudo }${install[*]}"
        exit 1
    fi
}
