package dk.grundskema.api.documents.json;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Measures what a task allocates, which unlike time is the same on every machine. */
public final class AllocatedBytes {
    private AllocatedBytes() {}

    /** The bytes that this thread allocates while the task runs. */
    public static long during(Runnable task) {
        var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        task.run();
        return thread.getCurrentThreadAllocatedBytes() - before;
    }
}
