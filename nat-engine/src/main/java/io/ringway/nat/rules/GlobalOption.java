package io.ringway.nat.rules;

import java.util.List;

/**
 * An option that iptables itself knows.
 *
 * @param takes whether a word belongs to it: 'n' none, 'y' always, 'o' only when attached to it
 */
record GlobalOption(String name, char letter, char takes) {
    static final List<GlobalOption> ALL = List.of(
            new GlobalOption("append", 'A', 'y'),
            new GlobalOption("delete", 'D', 'y'),
            new GlobalOption("check", 'C', 'y'),
            new GlobalOption("insert", 'I', 'y'),
            new GlobalOption("replace", 'R', 'y'),
            new GlobalOption("list", 'L', 'o'),
            new GlobalOption("list-rules", 'S', 'o'),
            new GlobalOption("flush", 'F', 'o'),
            new GlobalOption("zero", 'Z', 'o'),
            new GlobalOption("new-chain", 'N', 'y'),
            new GlobalOption("delete-chain", 'X', 'o'),
            new GlobalOption("rename-chain", 'E', 'y'),
            new GlobalOption("policy", 'P', 'y'),
            new GlobalOption("source", 's', 'y'),
            new GlobalOption("destination", 'd', 'y'),
            new GlobalOption("src", 's', 'y'),
            new GlobalOption("dst", 'd', 'y'),
            new GlobalOption("protocol", 'p', 'y'),
            new GlobalOption("in-interface", 'i', 'y'),
            new GlobalOption("jump", 'j', 'y'),
            new GlobalOption("table", 't', 'y'),
            new GlobalOption("match", 'm', 'y'),
            new GlobalOption("numeric", 'n', 'n'),
            new GlobalOption("out-interface", 'o', 'y'),
            new GlobalOption("verbose", 'v', 'n'),
            new GlobalOption("wait", 'w', 'o'),
            new GlobalOption("wait-interval", 'W', 'o'),
            new GlobalOption("exact", 'x', 'n'),
            new GlobalOption("fragments", 'f', 'n'),
            new GlobalOption("version", 'V', 'n'),
            new GlobalOption("help", 'h', 'o'),
            new GlobalOption("line-numbers", '0', 'n'),
            new GlobalOption("modprobe", 'M', 'y'),
            new GlobalOption("set-counters", 'c', 'y'),
            new GlobalOption("goto", 'g', 'y'),
            new GlobalOption("ipv4", '4', 'n'),
            new GlobalOption("ipv6", '6', 'n'));

    static GlobalOption ofLetter(char letter) {
        for (GlobalOption option : ALL) {
            if (option.letter == letter && letter != '0') {
                return option;
            }
        }
        return null;
    }
}
