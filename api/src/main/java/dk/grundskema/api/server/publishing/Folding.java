package dk.grundskema.api.server.publishing;

import dk.grundskema.api.server.plans.PlanId;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Works feeds out after a publication, so that nobody who asks has to wait. It need not: whoever asks first works out his own; so what doesn't fit in the
 * queue, fails, or dies with the process is lost to nobody.
 */
@Component
class Folding implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Folding.class);
    private static final int MOST_WAITING = 200;
    private static final long CLOSING_SECONDS = 10;

    private final Links links;
    private final Feeds feeds;
    private final ThreadPoolExecutor working = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            task -> Thread.ofPlatform().daemon().name("feeds").unstarted(task),
            new ThreadPoolExecutor.DiscardPolicy());
    private volatile boolean isClosing;

    Folding(Links links, Feeds feeds) {
        this.links = links;
        this.feeds = feeds;
    }

    /** Begins with all feeds of a plan. */
    void begin(PlanId plan) {
        working.execute(() -> all(plan));
    }

    private void all(PlanId plan) {
        try {
            for (Link link : links.of(plan)) {
                if (isClosing) {
                    return;
                }
                if (link.revoked() == null) {
                    feeds.fold(link);
                }
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "The calendars of the plan {} are worked out when somebody asks ({}).",
                    plan,
                    e.getClass().getName());
        }
    }

    /** Ends after the feed that it is at; an interrupted thread would close the embedded database. */
    @Override
    public void destroy() throws InterruptedException {
        isClosing = true;
        working.shutdown();
        if (!working.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("A calendar is still being worked out as the service ends.");
        }
    }
}
