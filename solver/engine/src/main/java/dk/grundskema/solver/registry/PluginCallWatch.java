package dk.grundskema.solver.registry;

import dk.grundskema.solver.spi.InterventionPlugin;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends calls into plugins of jars that do not return in time. A daemon thread looks at all threads four times a second. A call over its limit is asked to
 * stop: the checks in the plugin's classes throw, and then the thread is interrupted. A call that does not stop, for example in an endless search of the
 * platform's regular expressions, is abandoned: what waits for it gets the failure, and the plugin is not called again. When memory becomes short, the call whose
 * thread took most of it is stopped in the same way, and its plugin is not called again.
 */
public final class PluginCallWatch {
    private static final long TICK_MILLIS = 250;

    static final int TICKS_PER_SECOND = (int) (1000 / TICK_MILLIS);

    /** Time that a call gets to stop once it was asked to. */
    static final int TICKS_OF_GRACE = 2 * TICKS_PER_SECOND;

    private static final Set<ThreadCalls> CALLS = ConcurrentHashMap.newKeySet();
    private static final ThreadLocal<Consumer<RuntimeException>> WHEN_ABANDONED = new ThreadLocal<>();
    private static final ThreadLocal<ThreadCalls> OF_THREAD =
            ThreadLocal.withInitial(() -> register(WHEN_ABANDONED.get()));

    private PluginCallWatch() {}

    /**
     * Names who is told that this thread will never come back from a call into a plugin, because nothing stops it. Only for a new thread.
     *
     * @param whenAbandoned is told on another thread, with the failure of the plugin
     */
    public static void whenAbandoned(Consumer<RuntimeException> whenAbandoned) {
        WHEN_ABANDONED.set(whenAbandoned);
    }

    /**
     * Calls a function of a plugin that is not one of its methods, with the time limit of its methods.
     *
     * @param plugin   a plugin of a registry
     * @param name     what is called, for the message
     * @param function the call
     * @throws PluginFailedException if it does not return in time; what it throws itself is thrown as it is
     */
    public static <T> T limit(InterventionPlugin<?> plugin, String name, Supplier<T> function) {
        return plugin instanceof GuardedPlugin<?> guarded ? guarded.limit(name, null, function) : function.get();
    }

    static ThreadCalls ofThisThread() {
        return OF_THREAD.get();
    }

    private static ThreadCalls register(@Nullable Consumer<RuntimeException> whenAbandoned) {
        var calls = new ThreadCalls();
        if (whenAbandoned != null) {
            calls.tellWhenAbandoned(whenAbandoned);
        }
        CALLS.add(calls);
        Watch.start();
        return calls;
    }

    /** Starts the thread that looks, once, when a plugin of a jar is called for the first time. */
    private static final class Watch {
        private static final Logger LOG = LoggerFactory.getLogger(PluginCallWatch.class);
        private static final double MOST_OF_MEMORY = 0.85;

        /** What a call must have taken since the last look, in bytes, to be stopped when memory is short. */
        private static final long LEAST_BYTES = 16 << 20;

        private static final @Nullable MemoryPoolMXBean OLD_OBJECTS = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isCollectionUsageThresholdSupported())
                .max(Comparator.comparingLong(pool -> pool.getUsage().getMax()))
                .orElse(null);

        static {
            Thread.ofPlatform().name("plugin-watch").daemon().start(Watch::run);
        }

        static void start() {
            // loading this class starts the thread
        }

        private static void run() {
            long lastCollections = 0;
            while (true) {
                try {
                    Thread.sleep(TICK_MILLIS);
                } catch (InterruptedException e) {
                    return;
                }
                CALLS.removeIf(Watch::hasEnded);
                CALLS.forEach(Watch::tick);
                long collections = OLD_OBJECTS == null ? 0 : collections();
                if (collections != lastCollections
                        && isMemoryShort()) { // once for each collection: its figures stay until the next
                    CALLS.stream()
                            .filter(calls -> calls.allocatedBytes() > LEAST_BYTES)
                            .max(Comparator.comparingLong(ThreadCalls::allocatedBytes))
                            .ifPresent(ThreadCalls::stopForMemory);
                }
                lastCollections = collections;
            }
        }

        private static boolean hasEnded(ThreadCalls calls) {
            boolean hasEnded = !calls.isThreadAlive();
            if (hasEnded) {
                calls.end();
            }
            return hasEnded;
        }

        /** Whatever goes wrong with one thread, such as a lack of memory, the others are still watched. */
        private static void tick(ThreadCalls calls) {
            try {
                calls.tick();
            } catch (RuntimeException | Error e) {
                LOG.warn("A call into a plugin could not be examined: {}", e.toString());
            }
        }

        private static long collections() {
            return ManagementFactory.getGarbageCollectorMXBeans().stream()
                    .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                    .sum();
        }

        /** Whether little was left of the largest part of the heap after its last garbage collection. */
        private static boolean isMemoryShort() {
            if (OLD_OBJECTS == null) {
                return false;
            }
            MemoryUsage afterCollection = OLD_OBJECTS.getCollectionUsage();
            return afterCollection != null
                    && afterCollection.getUsed()
                            > MOST_OF_MEMORY * OLD_OBJECTS.getUsage().getMax();
        }
    }
}
