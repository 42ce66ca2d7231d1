package dk.grundskema.api.server.solving;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Knows when this process is about to end: from then on it picks no solves, those that run are put back with their best plans, and nobody listens any
 * more, so that the last requests need not be waited for.
 */
@Component
class Closing {
    private final ObjectProvider<Scheduler> scheduler;
    private final ObjectProvider<SolveListeners> listeners;
    private volatile boolean begun;

    Closing(ObjectProvider<Scheduler> scheduler, ObjectProvider<SolveListeners> listeners) {
        this.scheduler = scheduler;
        this.listeners = listeners;
    }

    @EventListener
    void closing(ContextClosedEvent event) {
        begun = true;
        scheduler.getObject().pause();
        listeners.getObject().close();
    }

    /** Whether it has begun to end. */
    boolean hasBegun() {
        return begun;
    }
}
