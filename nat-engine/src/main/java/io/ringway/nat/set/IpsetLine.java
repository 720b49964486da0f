package io.ringway.nat.set;

/**
 * One command line of ipset, read.
 *
 * @param name of the set, or null for all
 * @param otherName of rename and swap
 * @param header of create
 * @param entry of add, del and test
 */
record IpsetLine(Kind kind, String name, String otherName, SetHeader header, Entry entry) {
    /** In the order in which a word is held against them: it may be any beginning of a name. */
    enum Kind {
        CREATE(2, "create", "new", "-N"),
        ADD(2, "add", "-A"),
        DEL(2, "del", "-D"),
        TEST(2, "test", "-T"),
        DESTROY(-1, "destroy", "x", "-X"),
        LIST(-1, "list", "-L"),
        SAVE(-1, "save", "-S"),
        RESTORE(0, "restore", "-R"),
        FLUSH(-1, "flush", "-F"),
        RENAME(2, "rename", "e", "-E"),
        SWAP(2, "swap", "w", "-W"),
        HELP(-1, "help", "-h", "-H"),
        VERSION(0, "version", "-v", "-V"),
        QUIT(0, "quit");

        /** How many words must follow, or -1 for one that may. */
        final int words;

        private final String[] names;

        Kind(int words, String... names) {
            this.words = words;
            this.names = names;
        }

        String command() {
            return names[0];
        }

        /** Null for a word that begins no command. */
        static Kind of(String word) {
            String bare = word.startsWith("--") ? word.substring(2) : word;
            if (bare.isEmpty() || word.equals("-")) {
                return null;
            }
            for (Kind kind : values()) {
                for (String name : kind.names) {
                    if (name.startsWith(bare)) {
                        return kind;
                    }
                }
            }
            return null;
        }

        boolean changesMembers() {
            return this == ADD || this == DEL;
        }
    }
}
