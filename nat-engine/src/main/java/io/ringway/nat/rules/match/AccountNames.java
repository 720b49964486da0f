package io.ringway.nat.rules.match;

/** The users and groups that every Debian system has (base-passwd): a lab must mean the same everywhere. */
final class AccountNames {
    private static final String USERS = "root 0 daemon 1 bin 2 sys 3 sync 4 games 5 man 6 lp 7 mail 8 news 9 uucp 10"
            + " proxy 13 www-data 33 backup 34 list 38 irc 39 _apt 42 nobody 65534";

    private static final String GROUPS = "root 0 daemon 1 bin 2 sys 3 adm 4 tty 5 disk 6 lp 7 mail 8 news 9 uucp 10"
            + " man 12 proxy 13 kmem 15 dialout 20 fax 21 voice 22 cdrom 24 floppy 25 tape 26 sudo 27 audio 29 dip 30"
            + " www-data 33 backup 34 operator 37 list 38 irc 39 src 40 shadow 42 utmp 43 video 44 sasl 45 plugdev 46"
            + " staff 50 games 60 users 100 nogroup 65534";

    private AccountNames() {}

    /** The number of a user, or -1. */
    static long user(String name) {
        return number(USERS, name);
    }

    /** The number of a group, or -1. */
    static long group(String name) {
        return number(GROUPS, name);
    }

    /** The user of a number, or null. */
    static String userName(long number) {
        return name(USERS, number);
    }

    /** The group of a number, or null. */
    static String groupName(long number) {
        return name(GROUPS, number);
    }

    private static long number(String table, String name) {
        String[] words = table.split(" ", -1);
        for (int i = 0; i < words.length; i += 2) {
            if (words[i].equals(name)) {
                return Long.parseLong(words[i + 1]);
            }
        }
        return -1;
    }

    private static String name(String table, long number) {
        String[] words = table.split(" ", -1);
        for (int i = 0; i < words.length; i += 2) {
            if (words[i + 1].equals(Long.toString(number))) {
                return words[i];
            }
        }
        return null;
    }
}
