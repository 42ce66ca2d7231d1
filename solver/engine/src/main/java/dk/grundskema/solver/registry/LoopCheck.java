package dk.grundskema.solver.registry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the classes of plugins in jars call at the start of each method and before each jump backwards, so that a call that does not return can be ended.
 * {@link dk.grundskema.solver.registry.bytecode.LoopCheckInserter} inserts the calls. Thread-safe.
 */
public final class LoopCheck {
    /** The threads whose calls are to end, with where they were when that was noticed; empty until then. */
    private static final Map<Thread, StackTraceElement[]> STOPPED = new ConcurrentHashMap<>();

    private static volatile boolean anyStopped;

    private LoopCheck() {}

    /** Throws {@link PluginStoppedError} if the plugin's call on this thread is to end. */
    public static void check() {
        if (anyStopped) {
            endIfStopped();
        }
    }

    private static void endIfStopped() {
        Thread here = Thread.currentThread();
        StackTraceElement[] before = STOPPED.get(here);
        if (before == null) {
            return;
        }
        var end = new PluginStoppedError();
        if (before.length == 0) {
            STOPPED.replace(here, end.getStackTrace());
        }
        throw end;
    }

    /** From now on {@link #check} throws on a thread. */
    static synchronized void stop(Thread thread) {
        STOPPED.put(thread, new StackTraceElement[0]);
        anyStopped = true;
    }

    /** From now on {@link #check} does nothing on a thread. Returns where the thread was when it was stopped; empty if it never noticed. */
    static synchronized StackTraceElement[] release(Thread thread) {
        StackTraceElement[] trace = STOPPED.remove(thread);
        anyStopped = !STOPPED.isEmpty();
        return trace == null ? new StackTraceElement[0] : trace;
    }
}
