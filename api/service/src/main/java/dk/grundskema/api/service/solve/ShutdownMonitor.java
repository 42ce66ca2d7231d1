package dk.grundskema.api.service.solve;

import com.github.kagkarlsson.scheduler.Scheduler;
import dk.grundskema.api.planning.PluginPlanningFacade;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Handles the shutdown of this process: no solves are started, running ones are returned to the queue with their best timetable, and listeners
 * are disconnected so that the server need not wait for them.
 */
@Component
class ShutdownMonitor {
    private final ObjectProvider<Scheduler> scheduler;
    private final ObjectProvider<SolveEventBroadcaster> listeners;
    private final PluginPlanningFacade planning;
    private volatile boolean hasBegun;

    ShutdownMonitor(
            ObjectProvider<Scheduler> scheduler,
            ObjectProvider<SolveEventBroadcaster> listeners,
            PluginPlanningFacade planning) {
        this.scheduler = scheduler;
        this.listeners = listeners;
        this.planning = planning;
    }

    @EventListener
    void onContextClosed(ContextClosedEvent event) {
        hasBegun = true;
        scheduler.getObject().pause();
        planning.hurryPlugins();
        listeners.getObject().close();
    }

    /** Returns whether the shutdown has begun. */
    boolean hasBegun() {
        return hasBegun;
    }
}
