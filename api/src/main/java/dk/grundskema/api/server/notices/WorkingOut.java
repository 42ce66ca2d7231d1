package dk.grundskema.api.server.notices;

import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.publishing.Link;
import dk.grundskema.api.server.publishing.StaffNews;
import dk.grundskema.api.server.publishing.StaffNews.Difference;
import dk.grundskema.domain.people.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works out whom publications concern. It follows from the publications, so that a process which dies over it leaves nothing to mend: a round goes in the
 * same transaction in which its notices come.
 */
@Component
class WorkingOut {
    private static final Logger LOG = LoggerFactory.getLogger(WorkingOut.class);

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final Map<Round, Pause> pauses = new HashMap<>();
    private final NoticeRows rows;
    private final StaffNews news;
    private final MailSettings settings;
    private final TransactionTemplate transaction;

    WorkingOut(NoticeRows rows, StaffNews news, MailSettings settings, TransactionTemplate transaction) {
        this.rows = rows;
        this.news = news;
        this.settings = settings;
        this.transaction = transaction;
    }

    /**
     * Until when a round that failed isn't tried again.
     *
     * @param pause how long after it failed last
     * @param until when that is
     */
    private record Pause(Duration pause, Instant until) {
        static Pause after(@Nullable Pause before, Instant now) {
            Duration pause = before == null ? SHORTEST_PAUSE : before.pause().multipliedBy(2);
            Duration bound = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
            return new Pause(bound, now.plus(bound));
        }
    }

    /** Works out all rounds; one that fails keeps those of its plan that come after it, and no others, and is tried again later and later. */
    synchronized void all(Instant now) {
        Set<PlanId> failed = new HashSet<>();
        List<Round> rounds = rows.rounds();
        pauses.keySet().retainAll(Set.copyOf(rounds));
        for (Round round : rounds) {
            Pause pause = pauses.get(round);
            if (pause != null && now.isBefore(pause.until())) {
                failed.add(round.plan());
            }
            if (failed.contains(round.plan())) {
                continue;
            }
            try {
                transaction.executeWithoutResult(status -> {
                    if (rows.take(round)) {
                        workOut(round, now);
                    }
                });
            } catch (RuntimeException e) {
                failed.add(round.plan());
                pauses.put(round, Pause.after(pause, now));
                if (pause == null) { // it may go on for a day
                    LOG.warn(
                            "Whom the publication {} {} concerns is worked out later ({}).",
                            round.plan(),
                            round.number(),
                            e.getClass().getName());
                }
            }
        }
    }

    private void workOut(Round round, Instant now) {
        Map<StaffId, List<Notice>> waiting = rows.waiting(round.plan());
        for (Link link : news.reached(round.plan(), round.number())) {
            List<Notice> earlier = waiting.getOrDefault(new StaffId(link.ownerId()), List.of());
            if (round.isTold() || !earlier.isEmpty()) {
                tell(round, link, earlier, now);
            }
        }
    }

    /** What waits for a person is told with the new publication, from what the person knows. */
    private void tell(Round round, Link link, List<Notice> earlier, Instant now) {
        StaffId person = new StaffId(link.ownerId());
        int since = news.before(round.plan(), round.number(), person);
        Instant due = Instant.MAX;
        boolean isWaited = false;
        for (Notice one : earlier) {
            if (rows.join(one, now)) {
                isWaited = true;
                since = Math.min(since, one.since());
                due = one.due().isBefore(due) ? one.due() : due;
            }
        }
        if (!round.isTold() && !isWaited) {
            return;
        }
        Difference difference = news.between(round.plan(), since, round.number(), person, link.language());
        Instant published = difference.published().published();
        Window window = Window.of(difference, published);
        if (!window.tells().isEmpty()) {
            // What is published within a second of another has a moment that is yet to come
            Instant soon = now.isBefore(published) ? now : published;
            Instant own = window.tells(true).isEmpty() ? soon.plus(settings.collecting()) : soon;
            rows.insert(new Notice(
                    round.plan(), round.number(), person, since, published, own.isBefore(due) ? own : due, 0));
        }
    }
}
