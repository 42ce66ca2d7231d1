package dk.grundskema.api.server.publishing;

import dk.grundskema.api.server.plans.PlanId;
import java.util.Optional;
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

    /** So many publications all feeds are taken through before any goes further: what their calendars say is remembered of a few only. */
    private static final int AT_ONCE = PublishedCalendars.REMEMBERED - 1;

    private final Links links;
    private final Feeds feeds;
    private final FeedRows rows;
    private final ThreadPoolExecutor working = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            task -> Thread.ofPlatform().daemon().name("feeds").unstarted(task),
            new ThreadPoolExecutor.DiscardPolicy());
    private volatile boolean isClosing;

    Folding(Links links, Feeds feeds, FeedRows rows) {
        this.links = links;
        this.feeds = feeds;
        this.rows = rows;
    }

    /** Begins with all feeds of a plan. */
    void begin(PlanId plan) {
        working.execute(() -> all(plan));
    }

    /** Works all feeds of a plan out. */
    void all(PlanId plan) {
        try {
            Optional<Integer> next = rows.next(plan);
            while (next.isPresent() && !isClosing) {
                int upTo = next.get() + AT_ONCE - 1;
                links.of(plan).stream()
                        .takeWhile(link -> !isClosing)
                        .filter(link -> link.revoked() == null)
                        .forEach(link -> feeds.fold(link, upTo));
                next = rows.next(plan).filter(number -> number > upTo);
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
