package dk.grundskema.api.service.publish;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.history.PlanStatusPresenter;
import dk.grundskema.api.service.plan.history.PlanStatusView;
import dk.grundskema.api.service.plan.lifecycle.PlanLifecycle;
import dk.grundskema.domain.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes plans. Each publication is one transaction: it locks the plan, checks its version, stores the publication and creates missing
 * links. The draft is calculated before the transaction, so that the lock is short; it is calculated again only if another publication came
 * in between. Listeners record their work in the transaction and do it after the commit. Feeds are calculated on request, so every calendar
 * is current once {@code publish} returns.
 */
@Component
public class PlanPublisher {
    /** Maximum number of seats of each kind that a refusal names. */
    private static final int MAX_NAMED_SEATS = 50;

    private static final String CONFIRMATION = "/confirmOpenSeats";

    private final PublicationRepository publicationRepository;
    private final PublicationDrafter drafts;
    private final CalendarChangeFinder changeFinder;
    private final LinkRepository links;
    private final PlanStore plans;
    private final PlanLifecycle lifecycle;
    private final PlanStatusPresenter planStatusPresenter;
    private final List<PublicationListener> publicationListeners;
    private final TransactionTemplate transaction;

    public PlanPublisher(
            PublicationRepository publicationRepository,
            PublicationDrafter drafts,
            CalendarChangeFinder changeFinder,
            LinkRepository links,
            PlanStore plans,
            PlanLifecycle lifecycle,
            PlanStatusPresenter planStatusPresenter,
            List<PublicationListener> publicationListeners,
            TransactionTemplate transaction) {
        this.publicationRepository = publicationRepository;
        this.drafts = drafts;
        this.changeFinder = changeFinder;
        this.links = links;
        this.plans = plans;
        this.lifecycle = lifecycle;
        this.planStatusPresenter = planStatusPresenter;
        this.publicationListeners = List.copyOf(publicationListeners);
        this.transaction = transaction;
    }

    /**
     * Publishes a revision of a plan. Links that showed another plan of its family show this one from then on.
     *
     * @param version plan version that the caller has seen
     * @throws RefusalException 412 if the plan's version changed; 409 if there is no timetable, or no calendar changes, or seats are open and that is not
     *     confirmed; 422 if the revision does not
     *     belong to the plan, or a staff member who is held back is unknown
     */
    public Publication publish(PlanId id, long version, NewPublication wish, AccountId author) {
        return publish(id, version, wish, author, false);
    }

    /**
     * Publishes like {@link #publish} and, in the same transaction, puts the plan into use if the caller may do so: it then binds staff in other
     * plans and appears in their calendars.
     */
    public Publication publishAndUse(PlanId id, long version, NewPublication wish, Caller caller) {
        boolean mayUse = caller.permissionsIn(plans.get(id).organisation()).contains(Permission.PLAN);
        return publish(id, version, wish, caller.account(), mayUse);
    }

    private Publication publish(PlanId id, long version, NewPublication wish, AccountId author, boolean takesIntoUse) {
        // Calculate the draft before the plan is locked.
        PublicationDraft earlyDraft = drafts.draft(plans.getAtVersion(id, version), wish, author);
        if (!wish.confirmOpenSeats() && changeFinder.hasChanges(earlyDraft)) {
            refuseOpenSeats(earlyDraft.next().publication().revision());
        }
        PublicationDraft published = transaction.execute(status -> {
            lifecycle.lockFamily(id); // before the plan, since all lock plans of a family in one order
            Plan plan = plans.lockAtVersion(id, version);
            Optional<Publication> before = publicationRepository.findLastOfFamily(id);
            int last = before.map(Publication::number).orElse(0);
            PublicationDraft draft = last == earlyDraft.lastNumber() ? earlyDraft : drafts.draft(plan, wish, author);
            if (!changeFinder.hasChanges(draft)) {
                throw RefusalException.conflict("publishing.nothing-new");
            }
            before.map(Publication::plan).filter(shown -> !shown.equals(id)).ifPresent(shown -> move(shown, id));
            publicationRepository.setSecretIfMissing(id, draft.secret());
            Publication next = draft.next().publication();
            publicationRepository.insert(next, draft.exceptions());
            links.createMissing(plan, next.number(), draft.next().events());
            publicationListeners.forEach(one -> one.onPublished(next, wish.sendNotices()));
            if (takesIntoUse) {
                lifecycle.setInUse(id, author);
            }
            return draft;
        });
        drafts.rememberPublished(published);
        publicationListeners.forEach(one -> one.onPublicationCommitted(id));
        return published.next().publication();
    }

    /** Moves the publications and links of a plan to another plan of its family, which they show from then on. The family must be locked. */
    private void move(PlanId from, PlanId to) {
        publicationRepository.copy(from, to);
        links.move(from, to);
        publicationListeners.forEach(one -> one.onMoved(from, to));
        publicationRepository.delete(from);
    }

    /**
     * @throws RefusalException 409 with the seats of the revision that nobody takes, also those that the planner accepted, and those whose holders are recorded as absent, each in
     *     chronological order; students are numbers
     */
    private void refuseOpenSeats(RevisionId id) {
        Revision revision = plans.revision(id);
        List<PlanStatusView.VacantSeatView> open = planStatusPresenter.describeOpenSeats(revision);
        List<PlanStatusView.VacantSeatView> absent = planStatusPresenter.describeAbsentSeatsOfCalendars(revision);
        if (open.isEmpty() && absent.isEmpty()) {
            return;
        }
        var findings = new ArrayList<Finding>();
        if (!open.isEmpty()) {
            findings.add(Finding.error("publishing.open-seats", CONFIRMATION, open.size()));
        }
        if (!absent.isEmpty()) {
            findings.add(Finding.error("publishing.absent-holders", CONFIRMATION, absent.size()));
        }
        findings.addAll(findings("publishing.open-seat", open));
        findings.addAll(findings("publishing.absent-seat", absent));
        throw new RefusalException(HttpStatus.CONFLICT, findings);
    }

    private static List<Finding> findings(String code, List<PlanStatusView.VacantSeatView> seats) {
        return seats.stream()
                .limit(MAX_NAMED_SEATS)
                .map(seat -> Finding.error(code, CONFIRMATION, seat.text()))
                .toList();
    }
}
