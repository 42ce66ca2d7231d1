package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.exports.sheet.PlanStatusText;
import dk.grundskema.api.exports.template.TemplateRenderer;
import dk.grundskema.api.exports.template.TemplateTexts;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.planning.status.OpenSeat;
import dk.grundskema.api.planning.status.PlanStatus;
import dk.grundskema.api.planning.status.PlanStatusFormatter;
import dk.grundskema.api.planning.status.PlanStatusFormatter.PartPair;
import dk.grundskema.api.planning.status.StatusComparison;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RatedPlan;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.RevisionRepository;
import dk.grundskema.api.service.plan.StoredDocument.StoredProblem;
import dk.grundskema.api.service.plan.history.PlanStatusView.OtherPlansView;
import dk.grundskema.api.service.plan.history.PlanStatusView.VacantSeatView;
import dk.grundskema.api.service.plan.lifecycle.BindingPlanFinder.BindingPlan;
import dk.grundskema.domain.finding.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows the status of revisions in the language of the request: as a view, as a line, and as the fragment that all pages contain. */
@Component
public class PlanStatusPresenter {
    private static final Comparator<Plan> BY_AGE =
            Comparator.comparing(Plan::created).thenComparing(plan -> plan.id().value());

    private final PlanStatusReader statuses;
    private final PlanFaultCache faults;
    private final CrossPlanFaultReader crossPlanFaults;
    private final AbsentSeatReader absentSeats;
    private final PlanStore plans;
    private final RevisionRepository revisions;
    private final DocumentStore documents;
    private final NameResolverFactory nameResolverFactory;
    private final RequestTexts requestTexts;
    private final Map<Locale, TemplateRenderer> templates = RequestTexts.LANGUAGES.stream()
            .collect(Collectors.toUnmodifiableMap(
                    language -> language,
                    language -> new TemplateRenderer(
                            PlanStatusPresenter.class,
                            "status",
                            TemplateTexts.forFolder(PlanStatusPresenter.class, "status", language))));

    PlanStatusPresenter(
            PlanStatusReader statuses,
            PlanFaultCache faults,
            CrossPlanFaultReader crossPlanFaults,
            AbsentSeatReader absentSeats,
            PlanStore plans,
            RevisionRepository revisions,
            DocumentStore documents,
            NameResolverFactory nameResolverFactory,
            RequestTexts requestTexts) {
        this.statuses = statuses;
        this.faults = faults;
        this.crossPlanFaults = crossPlanFaults;
        this.absentSeats = absentSeats;
        this.plans = plans;
        this.revisions = revisions;
        this.documents = documents;
        this.nameResolverFactory = nameResolverFactory;
        this.requestTexts = requestTexts;
    }

    /** Returns the view of a revision's status; empty if it has none. */
    public Optional<PlanStatusView> view(Revision revision) {
        return statuses.find(revision).map(status -> view(revision, status, describeCountedSeats(revision, status)));
    }

    /** Returns the view of the status that a revision, also an earlier one, has if people work by it; empty if it has none. */
    public Optional<PlanStatusView> viewIfUsed(Revision revision) {
        return statuses.findIfUsed(revision)
                .map(status -> view(revision, status, describeCountedSeats(revision, status)));
    }

    /** Returns the statuses of two revisions side by side, and which is better if that can be said. */
    public StatusComparisonView compare(RevisionComparison compared) {
        PlanStatusView before = view(compared.before()).orElse(null);
        PlanStatusView after = view(compared.after()).orElse(null);
        StatusComparison comparison =
                compared.compare(before == null ? null : before.counts(), after == null ? null : after.counts());
        return new StatusComparisonView(
                before,
                after,
                comparison.outcome(),
                comparison.criterion(),
                new PlanStatusFormatter(requestTexts.texts())
                        .verdict(
                                comparison,
                                name(compared.before(), compared.after()),
                                name(compared.after(), compared.before())));
    }

    /**
     * Returns what a revision is called within a sentence beside another one: its number, or the name of its plan if the other belongs to another plan.
     *
     * @param plan   plan of the revision
     * @param number number of the revision
     * @param beside plan of the other revision
     */
    public String name(PlanId plan, int number, PlanId beside) {
        return plan.equals(beside)
                ? "revision " + number // same word in both languages
                : name(plans.get(plan), plans.get(beside), requestTexts.texts());
    }

    /** Returns what a plan is called within a sentence beside another one: its title, and which of them is older if both have the same. */
    public static String name(Plan plan, Plan beside, Texts texts) {
        if (plan.id().equals(beside.id()) || !plan.title().equals(beside.title())) {
            return plan.title();
        }
        return texts.text(BY_AGE.compare(plan, beside) < 0 ? "status.older-plan" : "status.newer-plan", plan.title());
    }

    private String name(Revision revision, Revision beside) {
        return name(revision.plan(), revision.number(), beside.plan());
    }

    /** Returns the parts of two statuses in words, side by side. */
    public List<PartPair> pairs(@Nullable PlanStatusView before, @Nullable PlanStatusView after) {
        return new PlanStatusFormatter(requestTexts.texts())
                .pairs(before == null ? null : before.counts(), after == null ? null : after.counts());
    }

    private PlanStatusView view(Revision revision, PlanStatus status, List<VacantSeatView> openSeats) {
        var formatter = new PlanStatusFormatter(requestTexts.texts());
        return new PlanStatusView(
                revision.id(),
                status.state(),
                formatter.headline(status),
                status,
                formatter.parts(status),
                openSeats,
                describeOtherPlans(revision, status));
    }

    private OtherPlansView describeOtherPlans(Revision revision, PlanStatus status) {
        OrganisationId own = plans.get(revision.plan()).organisation();
        List<String> titles = new ArrayList<>();
        int elsewhere = 0;
        for (BindingPlan other : crossPlanFaults.comparedPlans(revision)) {
            if (other.plan().organisation().equals(own)) {
                titles.add(other.plan().title());
            } else {
                elsewhere++;
            }
        }
        List<String> sentences = List.of();
        if (status.otherPlanConflicts() > 0) {
            Texts texts = requestTexts.texts().withNames(names(revision));
            sentences = crossPlanFaults.findInAny(revision).all().stream()
                    .map(one -> texts.sentenceOf(one.fault().violation()))
                    .toList();
        }
        return new OtherPlansView(sentences, titles, elsewhere, elsewhere == 0 ? 0 : countWithoutEmail(revision));
    }

    /** Plans of different schools know people by their mail address only. */
    private int countWithoutEmail(Revision revision) {
        return Math.toIntExact(documents.problem(revision.problem()).value().staff().stream()
                .filter(person -> person.email() == null)
                .count());
    }

    private PlanNameResolver names(Revision revision) {
        documents.prefetchOf(List.of(revision));
        RatedPlan rated = documents.ratedPlan(revision);
        return nameResolverFactory
                .names(rated.problem(), PlanNameResolver.StudentNaming.NUMBERS)
                .withTimetable(rated.timetable().value());
    }

    /**
     * Returns the required seats of a revision that nobody takes in words, also those that the planner accepted; students are numbers, so that each reader
     * of the plan may see them. Empty if the revision has no status.
     */
    public List<VacantSeatView> describeOpenSeats(Revision revision) {
        return describeSeats(revision, LocatedFaults::openSeats);
    }

    /** Returns those of {@link #describeOpenSeats(Revision)} that the planner accepted, so that the status does not count them. */
    public List<VacantSeatView> describeAcceptedSeats(Revision revision) {
        return describeSeats(revision, LocatedFaults::acceptedSeats);
    }

    private List<VacantSeatView> describeSeats(Revision revision, Function<LocatedFaults, List<OpenSeat>> seats) {
        return statuses.find(revision)
                .filter(status -> status.openSeats() + status.acceptedShortfalls() > 0)
                .map(status -> describe(revision, seats.apply(findFaults(revision))))
                .orElse(List.of());
    }

    private LocatedFaults findFaults(Revision revision) {
        documents.prefetchOf(List.of(revision));
        RatedPlan rated = documents.ratedPlan(revision);
        return faults.find(rated.problem(), rated.timetable());
    }

    /**
     * Returns the required seats of a revision whose holders are recorded as absent, like {@link #describeOpenSeats(Revision)}. They tell who is absent, so
     * they are for callers who may edit the plan.
     */
    public List<VacantSeatView> describeAbsentSeats(Revision revision) {
        return describe(revision, absentSeats.findInAny(revision));
    }

    /** Returns all seats of a revision whose holders are recorded as absent, also those that can stay empty, like {@link #describeAbsentSeats(Revision)}. */
    public List<VacantSeatView> describeAbsentSeatsOfCalendars(Revision revision) {
        return describe(revision, absentSeats.findPublished(revision));
    }

    /** Returns the open seats that the status counts. */
    private List<VacantSeatView> describeCountedSeats(Revision revision, PlanStatus status) {
        return status.openSeats() == 0
                ? List.of()
                : describe(
                        revision,
                        findFaults(revision).all().stream()
                                .flatMap(located ->
                                        Stream.ofNullable(located.fault().seat()))
                                .toList());
    }

    private List<VacantSeatView> describe(Revision revision, List<OpenSeat> seats) {
        if (seats.isEmpty()) {
            return List.of();
        }
        var formatter = new PlanStatusFormatter(requestTexts.texts().withNames(names(revision)));
        return seats.stream()
                .map(seat -> new VacantSeatView(
                        formatter.describe(seat),
                        seat.role(),
                        seat.time().dates(),
                        seat.time().start(),
                        seat.time().end()))
                .toList();
    }

    /**
     * Returns the status of revisions as lines of text by id, for lists. Leaves out revisions without a status, and those that would have to be
     * counted beyond the first ones.
     *
     * @param most maximum number of revisions whose status is counted
     */
    public Map<RevisionId, String> lines(Collection<RevisionId> ids, int most) {
        var lines = new HashMap<RevisionId, String>();
        var formatter = new PlanStatusFormatter(requestTexts.texts());
        statuses.findAll(revisions.findAll(ids), most).forEach((id, status) -> lines.put(id, formatter.line(status)));
        return lines;
    }

    /** Returns the state of a status as a sentence. */
    public String headline(PlanStatus status) {
        return new PlanStatusFormatter(requestTexts.texts()).headline(status);
    }

    /** Returns what sheets say of a status. */
    public PlanStatusText sheetText(PlanStatus status) {
        return new PlanStatusFormatter(requestTexts.texts()).sheetText(status);
    }

    /** Returns a status as one line of text. */
    public String line(PlanStatus status) {
        return new PlanStatusFormatter(requestTexts.texts()).line(status);
    }

    /** Returns the status as HTML, without the list of open seats; empty if the revision has none. */
    public String fragment(Revision revision) {
        return statuses.find(revision)
                .map(status -> render(revision, view(revision, status, List.of()), "status.open"))
                .orElse("");
    }

    /**
     * Returns the status as HTML, with the list of those open seats that are open on some days; empty if the revision has none.
     *
     * @param from  first day
     * @param until last day
     */
    public String fragmentWithOpenSeats(Revision revision, LocalDate from, LocalDate until) {
        return statuses.find(revision)
                .map(status -> view(
                        revision,
                        status,
                        describeCountedSeats(revision, status).stream()
                                .filter(seat -> seat.isOpenWithin(from, until))
                                .toList()))
                .map(view -> render(revision, view, "status.open-on-days"))
                .orElse("");
    }

    /** Returns {@link #viewIfUsed} as HTML; empty if the revision has no status. */
    public String fragmentIfUsed(Revision revision) {
        return viewIfUsed(revision)
                .map(view -> render(revision, view, "status.open"))
                .orElse("");
    }

    /** @param openText key of the heading of the open seats */
    private String render(Revision revision, PlanStatusView view, String openText) {
        StoredProblem present = documents.problem(revision.problem());
        RatedPlan rated = documents.ratedPlan(revision);
        boolean isOfEarlierProblem = !rated.problem().hash().equals(present.hash());
        boolean isShortAfterEdit =
                view.state() != PlanStatus.State.HOLDS && documents.isEditedSincePlanned(present, rated.timetable());
        return Objects.requireNonNull(templates.get(requestTexts.language()))
                .render(
                        "status",
                        Map.of(
                                "plan",
                                revision.plan().value(),
                                "status",
                                view,
                                "openText",
                                openText,
                                "edited",
                                isOfEarlierProblem
                                        ? "status.edited-rated-before"
                                        : isShortAfterEdit ? "status.edited" : "",
                                "listed",
                                plans.get(revision.plan()).head().equals(revision.id())));
    }
}
