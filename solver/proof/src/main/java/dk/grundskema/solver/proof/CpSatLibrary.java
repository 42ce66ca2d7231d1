package dk.grundskema.solver.proof;

import com.google.ortools.Loader;
import org.jspecify.annotations.Nullable;

/** Native library of CP-SAT. It is loaded on first use, once; a failure is remembered and makes proofs unavailable, nothing else. Thread-safe. */
public final class CpSatLibrary {
    private static final CpSatLibrary INSTALLED = new CpSatLibrary(() -> Loader.loadNativeLibraries());

    private final Runnable loader;
    private @Nullable Boolean available;

    /** @param loader loads the library, or throws */
    public CpSatLibrary(Runnable loader) {
        this.loader = loader;
    }

    /** Returns the library that is on the class path. */
    public static CpSatLibrary installed() {
        return INSTALLED;
    }

    /** Returns whether the library can be used; loads it at the first call. */
    public synchronized boolean isAvailable() {
        if (available == null) {
            available = tryLoad();
        }
        return available;
    }

    private boolean tryLoad() {
        try {
            loader.run();
            return true;
        } catch (RuntimeException | LinkageError e) { // no library for this system, no space for its copy, or no jar
            return false;
        }
    }
}
