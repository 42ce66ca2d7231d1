package dk.grundskema.api.server.notices;

import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.publishing.Link;
import dk.grundskema.api.server.publishing.StaffNews;
import dk.grundskema.api.server.publishing.StaffNews.Difference;
import dk.grundskema.domain.people.StaffId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** Works out all rounds; one that fails keeps those of its plan that come after it, and no others. */
    void all(Instant now) {
        Set<PlanId> failed = new HashSet<>();
        for (Round round : rows.rounds()) {
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
                LOG.warn(
                        "Whom the publication {} {} concerns is worked out later ({}).",
                        round.plan(),
                        round.number(),
                        e.getClass().getName());
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
            Instant own = window.tells(true).isEmpty() ? published.plus(settings.collecting()) : published;
            rows.insert(new Notice(
                    round.plan(), round.number(), person, since, published, own.isBefore(due) ? own : due, 0));
        }
    }
}
