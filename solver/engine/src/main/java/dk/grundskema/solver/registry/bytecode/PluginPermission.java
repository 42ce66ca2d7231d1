package dk.grundskema.solver.registry.bytecode;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a plugin may do beyond planning, if its descriptor requests it and an operator accepts it. In files a permission is its name in lower case. */
public enum PluginPermission {
    /** Reads and writes files. */
    FILES,
    /** Connects to other machines. */
    NETWORK,
    /** Reads the clock. */
    TIME,
    /** Starts or controls threads. */
    THREADS;

    /** Returns the permission that a word in a file means, or empty. */
    public static Optional<PluginPermission> ofWord(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** Returns the permission as it is written in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
