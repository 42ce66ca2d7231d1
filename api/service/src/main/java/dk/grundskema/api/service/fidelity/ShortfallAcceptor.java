package dk.grundskema.api.service.fidelity;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.account.Account;
import dk.grundskema.api.platform.account.AccountRepository;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.StoredDocument.StoredProblem;
import dk.grundskema.api.service.plan.history.AssessmentCache;
import dk.grundskema.api.service.plan.problem.ProblemPartEditor;
import dk.grundskema.api.service.timetable.TimetableViewProvider;
import dk.grundskema.api.service.timetable.ViewedTimetable;
import dk.grundskema.domain.fidelity.AcceptedShortfall;
import dk.grundskema.domain.fidelity.AcceptedShortfall.Lack;
import dk.grundskema.domain.fidelity.AcceptedShortfall.Place;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Accepts shortfalls of plans and withdraws acceptances. Each is one revision, which can be undone. */
@Component
final class ShortfallAcceptor {
    private static final String FIELD = "acceptedShortfalls";

    private final TimetableViewProvider timetableViewProvider;
    private final PlanStore plans;
    private final DocumentStore documents;
    private final PluginPlanningFacade planning;
    private final AssessmentCache assessments;
    private final ProblemPartEditor parts;
    private final AccountRepository accounts;
    private final InstantSource clock;

    ShortfallAcceptor(
            TimetableViewProvider timetableViewProvider,
            PlanStore plans,
            DocumentStore documents,
            PluginPlanningFacade planning,
            AssessmentCache assessments,
            ProblemPartEditor parts,
            AccountRepository accounts,
            InstantSource clock) {
        this.timetableViewProvider = timetableViewProvider;
        this.plans = plans;
        this.documents = documents;
        this.planning = planning;
        this.assessments = assessments;
        this.parts = parts;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Accepts what the plan lacks at some places by as much as it lacks now. An earlier acceptance of the same place is replaced.
     *
     * @param keys   keys of the places, at least one
     * @param reason why, 1 to 200 characters
     * @throws RefusalException 422 if the reason is missing or too long, no place is named, or the plan lacks nothing there; 409 if the plan is rated by an
     *     earlier problem, which an entry would not change; 412 if the plan has another version
     */
    Plan accept(PlanId plan, long version, Collection<String> keys, String reason, Caller caller) {
        if (keys.isEmpty()) {
            throw RefusalException.unusable("shortfall.none-chosen", "/keys");
        }
        ViewedTimetable viewed = timetableViewProvider.resolve(plan, caller);
        StoredProblem present = presentProblem(plan);
        if (isRatedByEarlier(viewed, present)) {
            throw RefusalException.conflict("shortfall.rated-by-earlier");
        }
        Map<String, Map.Entry<Place, Lack>> lacks = new HashMap<>();
        lacks(viewed).forEach((place, lack) -> lacks.put(ShortfallReporter.key(place), Map.entry(place, lack)));
        String name = accounts.find(caller.account())
                .map(Account::name)
                .orElse(caller.account().value());
        LocalDate today = LocalDate.ofInstant(
                clock.instant(), viewed.problem().value().horizon().zone());
        List<AcceptedShortfall> accepted = new ArrayList<>(present.value().acceptedShortfalls());
        for (String key : keys) {
            Map.Entry<Place, Lack> shortfall = lacks.get(key);
            if (shortfall == null) {
                throw RefusalException.unusable("shortfall.not-short", "/keys");
            }
            accepted.removeIf(one -> one.place().equals(shortfall.getKey()));
            accepted.add(entry(shortfall.getKey(), shortfall.getValue(), reason.strip(), name, today));
        }
        return store(plan, version, accepted, caller);
    }

    private static AcceptedShortfall entry(Place place, Lack lack, String reason, String name, LocalDate today) {
        try {
            return new AcceptedShortfall(
                    place.rule(), place.subject(), place.week(), lack.amount(), reason, name, today, lack.lacking());
        } catch (InvalidValueException invalid) {
            throw new RefusalException(HttpStatus.UNPROCESSABLE_CONTENT, invalid.findings());
        }
    }

    /** Returns how much a plan is short, by place, also where that was accepted. */
    private Map<Place, Lack> lacks(ViewedTimetable viewed) {
        Map<Place, Lack> lacks = new HashMap<>(AcceptedShortfall.lacks(
                assessments.assess(viewed.problem(), viewed.timetable()).interventions()));
        for (RuleViolation violation : planning.checkTimetable(
                viewed.problem().value(), viewed.timetable().value())) {
            if (violation.level() == Level.MEDIUM) {
                lacks.merge(Place.of(violation), Lack.of(violation), Lack::plus);
            }
        }
        return lacks;
    }

    /**
     * Withdraws the acceptance of a place.
     *
     * @param key key of the place
     * @throws RefusalException 404 if nothing is accepted there; 412 if the plan has another version
     */
    Plan withdraw(PlanId plan, long version, String key, Caller caller) {
        List<AcceptedShortfall> before = presentProblem(plan).value().acceptedShortfalls();
        List<AcceptedShortfall> after = before.stream()
                .filter(one -> !ShortfallReporter.key(one.place()).equals(key))
                .toList();
        if (after.size() == before.size()) {
            throw RefusalException.of(HttpStatus.NOT_FOUND, "shortfall.not-accepted");
        }
        return store(plan, version, after, caller);
    }

    /** Returns whether something can be accepted: a plan that no longer fits its problem is rated by an earlier one. */
    boolean canAccept(PlanId plan, Caller caller) {
        return !isRatedByEarlier(timetableViewProvider.resolve(plan, caller), presentProblem(plan));
    }

    private static boolean isRatedByEarlier(ViewedTimetable viewed, StoredProblem present) {
        return !present.hash().equals(viewed.problem().hash());
    }

    private StoredProblem presentProblem(PlanId plan) {
        return documents.problem(plans.revision(plans.get(plan).head()).problem());
    }

    private Plan store(PlanId plan, long version, List<AcceptedShortfall> accepted, Caller caller) {
        return parts.putFields(
                plan,
                version,
                "accepted-shortfalls",
                Map.<String, Json>of(FIELD, RecordWriter.toJsonArray(accepted)),
                caller.account());
    }
}
