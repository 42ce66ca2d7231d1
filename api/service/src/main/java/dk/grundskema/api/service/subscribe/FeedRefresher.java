package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.publish.LinkRepository;
import dk.grundskema.api.service.publish.PublicationListener;
import dk.grundskema.api.service.publish.PublishedPlanCache;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Calculates feeds in the background after a publication, so that clients do not wait. The work is optional: {@link FeedCalculator}
 * calculates a missing feed on request. Work that does not fit in the queue, fails or is lost at shutdown therefore does no harm. One
 * thread advances all feeds of a plan by a few publications at a time, since only so many publications are cached.
 */
@Component
class FeedRefresher implements PublicationListener {
    private static final Logger LOG = LoggerFactory.getLogger(FeedRefresher.class);

    /** Number of publications by which all feeds advance before any feed goes further: one less than the cache holds. */
    private static final int BATCH_SIZE = PublishedPlanCache.CACHE_SIZE - 1;

    private final LinkRepository links;
    private final FeedCalculator feeds;
    private final FeedRepository feedRepository;
    private final TaskExecutor executor;
    private volatile boolean isClosing;

    FeedRefresher(
            LinkRepository links,
            FeedCalculator feeds,
            FeedRepository feedRepository,
            @Qualifier(FeedConfiguration.EXECUTOR) TaskExecutor executor) {
        this.executor = executor;
        this.links = links;
        this.feeds = feeds;
        this.feedRepository = feedRepository;
    }

    /** Refreshes all feeds of the plan in the background. */
    @Override
    public void onPublicationCommitted(PlanId plan) {
        executor.execute(() -> refreshAll(plan));
    }

    /** Calculates all feeds of a plan. */
    void refreshAll(PlanId plan) {
        try {
            Optional<Integer> next = feedRepository.nextPublication(plan);
            while (next.isPresent() && !isClosing) {
                int upTo = next.get() + BATCH_SIZE - 1;
                links.find(plan).stream()
                        .takeWhile(link -> !isClosing)
                        .filter(link -> link.revoked() == null)
                        .forEach(link -> feeds.advance(link, upTo));
                next = feedRepository.nextPublication(plan).filter(number -> number > upTo);
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "Calendars of plan {} could not be refreshed; they are calculated on request ({}).",
                    plan,
                    e.getClass().getName());
        }
    }

    /** Stops after the current feed. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        isClosing = true;
    }
}
