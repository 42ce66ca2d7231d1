package dk.grundskema.api.service.change;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.change.ChangePlanner;
import dk.grundskema.api.planning.change.ChangePlanner.ChangedProblem;
import dk.grundskema.api.planning.change.StatedChange;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.SlowRequestSlots;
import dk.grundskema.api.platform.http.IdGenerator;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.edit.TimetabledPlan;
import dk.grundskema.api.service.edit.WorkbenchCache;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RatedPlan;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionContent;
import dk.grundskema.api.service.plan.StoredDocument.StoredProblem;
import dk.grundskema.api.service.plan.StoredDocument.StoredTimetable;
import dk.grundskema.api.service.plan.history.RecordedAbsences;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.Absence;
import dk.grundskema.solver.change.AbsenceChange;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Previews changes of plans in use, keeps and discards them. */
@Component
class ChangeAdministration {
    /** Pointers to one change in a request. */
    private static final Pattern CHANGE_POINTER = Pattern.compile("/changes/\\d+");

    private final PlanStore plans;
    private final DocumentStore documents;
    private final WorkbenchCache workbenchCache;
    private final PluginPlanningFacade planning;
    private final ChangePreviewRepository previews;
    private final ChangePreviewRunner previewRunner;
    private final RecordedAbsences recordedAbsences;
    private final SlowRequestSlots slowRequestSlots;
    private final TransactionTemplate transaction;
    private final IdGenerator ids;
    private final InstantSource clock;

    ChangeAdministration(
            PlanStore plans,
            DocumentStore documents,
            WorkbenchCache workbenchCache,
            PluginPlanningFacade planning,
            ChangePreviewRepository previews,
            ChangePreviewRunner previewRunner,
            RecordedAbsences recordedAbsences,
            SlowRequestSlots slowRequestSlots,
            TransactionTemplate transaction,
            IdGenerator ids,
            InstantSource clock) {
        this.plans = plans;
        this.documents = documents;
        this.workbenchCache = workbenchCache;
        this.planning = planning;
        this.previews = previews;
        this.previewRunner = previewRunner;
        this.recordedAbsences = recordedAbsences;
        this.slowRequestSlots = slowRequestSlots;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** Which of the two plans of a preview is kept. */
    enum KeptPlan {
        /** The plan with the least change. */
        LEAST,
        /** The plan in which everything to come was planned afresh. */
        FRESH
    }

    /** A change of a request with the pointer to it. */
    private record LocatedChange(StatedChange change, String pointer) {}

    /** Returns the present moment in a plan's zone. */
    LocalDateTime presentMoment(TimetabledPlan plan) {
        return LocalDateTime.ofInstant(
                        clock.instant(), plan.problem().value().horizon().zone())
                .truncatedTo(ChronoUnit.MINUTES);
    }

    /**
     * Begins the preview of a change.
     *
     * @param known what is already known to be wrong with the request
     * @throws RefusalException 422 with everything that speaks against it, 409 if the plan has no timetable or one that does not fit it, 429 if too many
     *     slow requests are running
     */
    StoredPreview start(PlanId id, NewChange asked, List<Finding> known, Caller caller) {
        TimetabledPlan plan = workbenchCache.timetabledPlan(id);
        checkTimetableFits(plan);
        return start(plan, asked, count(asked), changedProblem(plan, asked, known), caller);
    }

    /**
     * Begins the preview of a new timetable of the school.
     *
     * @param plan  the plan that the timetable was merged into
     * @param asked moment and limits
     * @param other problem of the plan with the new timetable
     * @throws RefusalException as {@link #start(PlanId, NewChange, List, Caller)}
     */
    StoredPreview startSchoolTimetable(TimetabledPlan plan, NewChange asked, Problem other, Caller caller) {
        return startWithProblem(plan, asked, other, "/files", caller);
    }

    /**
     * Begins the preview of the least change around an absence and all others. Locks that keep those who are away in meetings of a single date are released.
     *
     * @param asked moment and limits; the start of the plan counts if the moment is before it
     * @throws RefusalException as {@link #start(PlanId, NewChange, List, Caller)}
     */
    StoredPreview startAbsence(PlanId id, Absence absence, NewChange asked, Caller caller) {
        TimetabledPlan plan = workbenchCache.timetabledPlan(id);
        Horizon horizon = plan.problem().value().horizon();
        LocalDateTime now = AbsenceChange.momentWithin(horizon, moment(plan, asked.now()));
        var change = new AbsenceChange(plan.timetable().value(), List.of(absence), now);
        List<Finding> findings = change.validate(horizon);
        if (!findings.isEmpty()) {
            throw RefusalException.unusable(findings);
        }
        Problem without = change.apply(releaseLocks(plan, plan.problem().value(), now));
        return startWithProblem(plan, asked.at(now), without, "", caller);
    }

    /** @param pointer pointer of findings that are not about the moment */
    private StoredPreview startWithProblem(
            TimetabledPlan plan, NewChange asked, Problem other, String pointer, Caller caller) {
        checkTimetableFits(plan);
        ChangedProblem changed = operation(plan, asked, 1).apply(other, List.of(), place -> "");
        List<Finding> findings = changed.findings().stream()
                .map(finding -> withPointer(finding, isAboutMoment(finding) ? "/now" : pointer))
                .toList();
        if (!changed.isPossible()) {
            throw RefusalException.unusable(findings);
        }
        return start(plan, asked, 1, storeChanged(plan.problem(), changed.problem()), caller);
    }

    /** Returns a problem without the locks that keep people who are away in meetings of a single date: who is away takes over nothing, and one change covers all. */
    private Problem releaseLocks(TimetabledPlan plan, Problem problem, LocalDateTime now) {
        return new AbsenceChange(
                        plan.timetable().value(),
                        recordedAbsences.all(plan.plan().id()),
                        now)
                .releaseLocks(problem);
    }

    private void checkTimetableFits(TimetabledPlan plan) {
        StoredProblem planned = documents.findPlannedProblem(plan.problem(), plan.timetable());
        if (!documents.fits(planned, plan.timetable())) {
            throw RefusalException.conflict("plan-change.timetable-does-not-fit");
        }
    }

    /** Returns the moment of a change: the given one, otherwise the present one. */
    LocalDateTime moment(TimetabledPlan plan, @Nullable LocalDateTime given) {
        return Objects.requireNonNullElseGet(given, () -> presentMoment(plan));
    }

    /** Returns whether a plan was edited since its timetable was made: a change of nothing else takes in what was edited then. */
    boolean isEditedSincePlanned(TimetabledPlan plan) {
        return documents.isEditedSincePlanned(plan.problem(), plan.timetable());
    }

    /** Returns whether the timetable fits the present problem; otherwise each change takes in what was edited. */
    boolean fitsPresentProblem(TimetabledPlan plan) {
        return documents.fits(plan.problem(), plan.timetable());
    }

    /** Returns the weeks of a plan that a chosen change begins from: its moment is within them. */
    Horizon changeableHorizon(TimetabledPlan plan) {
        return documents
                .changeBase(plan.problem(), plan.timetable(), false)
                .problem()
                .value()
                .horizon();
    }

    /** Returns the number of things that a request changes; 0 means nothing but what was edited in the plan since it was planned. */
    private static int count(NewChange asked) {
        return asked.changes().size() + (asked.problem() == null ? 0 : 1);
    }

    private ChangePlanner operation(TimetabledPlan plan, NewChange asked, int changes) {
        RatedPlan base = documents.changeBase(plan.problem(), plan.timetable(), changes == 0);
        return new ChangePlanner(
                planning, base.problem().value(), base.timetable().value(), moment(plan, asked.now()));
    }

    private StoredPreview start(
            TimetabledPlan plan, NewChange asked, int changes, StoredProblem changed, Caller caller) {
        SlowRequestSlots.Slot slot = slowRequestSlots.take(caller.account());
        try {
            var made = new StoredPreview(
                    ids.newId(),
                    plan.plan().id(),
                    caller.account(),
                    clock.instant(),
                    plan.plan().version(),
                    plan.plan().head(),
                    moment(plan, asked.now()),
                    changes,
                    changed.hash(),
                    asked.limits(),
                    asked.afresh(),
                    PreviewState.SEARCHING,
                    null,
                    null);
            transaction.executeWithoutResult(status -> previews.add(made));
            previewRunner.start(made, slot);
            return made;
        } catch (RuntimeException e) {
            slot.close();
            throw e;
        }
    }

    /** Stores the changed problem, or refuses with everything that speaks against the change. */
    private StoredProblem changedProblem(TimetabledPlan plan, NewChange asked, List<Finding> known) {
        var findings = new ArrayList<>(known);
        StoredProblem start = startProblem(plan, asked, findings);
        var located = new ArrayList<LocatedChange>();
        for (int i = 0; i < asked.changes().size(); i++) {
            String at = "/changes/" + i;
            asked.changes()
                    .get(i)
                    .toChange(at, moment(plan, asked.now()), findings)
                    .ifPresent(change -> located.add(new LocatedChange(change, at)));
        }
        if (count(asked) == 0 && !isEditedSincePlanned(plan)) {
            findings.add(Finding.error("plan-change.no-changes", "/changes"));
        }
        ChangedProblem changed = operation(plan, asked, count(asked))
                .apply(
                        start == null ? plan.problem().value() : start.value(),
                        located.stream().map(LocatedChange::change).toList(),
                        place -> located.get(place).pointer());
        changed.findings().stream()
                .map(finding -> located(finding, asked.problem() != null))
                .forEach(findings::add);
        if (findings.stream().anyMatch(Finding::isError)) {
            throw RefusalException.unusable(findings);
        }
        return storeChanged(
                start == null ? plan.problem() : start,
                releaseLocks(plan, changed.problem(), moment(plan, asked.now())));
    }

    private StoredProblem storeChanged(StoredProblem from, Problem changed) {
        return changed.equals(from.value()) ? from : documents.storeChangedRecords(from, changed);
    }

    /** Stores the problem that takes the place of the plan's. Returns {@code null} if there is none, or with findings if it is invalid. */
    private @Nullable StoredProblem startProblem(TimetabledPlan plan, NewChange asked, List<Finding> findings) {
        if (asked.problem() == null) {
            return null;
        }
        try {
            return documents.storeProblem(
                    asked.problem(), "/problem", plan.problem().value().staff());
        } catch (RefusalException refusal) {
            if (refusal.findings().isEmpty()) {
                throw refusal;
            }
            findings.addAll(refusal.findings());
            return null;
        }
    }

    /** Returns a finding with a pointer into the request. */
    private static Finding located(Finding finding, boolean hasProblem) {
        String pointer = finding.pointer();
        if (CHANGE_POINTER.matcher(pointer).matches()) {
            return withPointer(finding, pointer + fieldOf(finding.code()));
        }
        if (CHANGE_POINTER.matcher(pointer).lookingAt()) {
            return withPointer(
                    finding, pointer.replace("/contractHours", "/hours").replaceFirst("/kind$", "/roomKind"));
        }
        if (isAboutMoment(finding)) {
            return withPointer(finding, "/now");
        }
        return withPointer(finding, hasProblem ? "/problem" + pointer : "/changes");
    }

    private static boolean isAboutMoment(Finding finding) {
        return finding.code().equals("change.outside-plan");
    }

    private static Finding withPointer(Finding finding, String pointer) {
        return new Finding(finding.code(), finding.severity(), pointer, finding.arguments());
    }

    /** Returns the field that a finding about one change is about; empty if it is about the change as a whole. */
    private static String fieldOf(String code) {
        return switch (code) {
            case "change.unknown-staff", "change.staff-has-left" -> "/staffId";
            case "change.unknown-room" -> "/roomId";
            case "change.unknown-student", "change.has-left", "change.in-no-group" -> "/studentId";
            case "change.unknown-group" -> "/groupId";
            case "change.unknown-site" -> "/siteId";
            case "change.unknown-lesson" -> "/lessonId";
            case "change.known-staff", "change.known-room", "change.known-student" -> "/name";
            case "change.subject-not-taught" -> "/subject";
            case "change.lesson-there" -> "/weekday";
            case "change.starts-in-the-past", "change.lesson-over" -> "/day";
            case "change.ends-before-start" -> "/until";
            case "change.already-closed", "change.not-closed", "change.week-has-begun" -> "/day";
            default -> "";
        };
    }

    /**
     * Keeps a preview: problem and timetable become one revision, which can be undone. The preview is gone then.
     *
     * @param version version of the plan that the caller has seen
     * @throws RefusalException 404 if the preview does not exist, 409 if the plan to be kept is not known or gives duties to somebody who was reported
     *     absent since, 412 if the plan has been changed since it was
     *     previewed or seen
     */
    Plan keep(PlanId id, String preview, long version, KeptPlan which, Caller caller) {
        StoredPreview stored = previews.get(plans.get(id).id(), preview);
        long seen = plans.get(id).version() == version ? stored.version() : version;
        plans.getAtVersion(id, seen);
        String timetable = which == KeptPlan.FRESH ? stored.fresh() : stored.least();
        if (timetable == null) {
            throw RefusalException.conflict("plan-change.not-known");
        }
        StoredProblem problem = documents.problem(stored.problem());
        Timetable previewed = documents.timetable(timetable).value();
        checkAbsences(stored, problem.value(), previewed);
        Timetable kept = which == KeptPlan.LEAST
                ? withPlannedProblem(stored, problem.value(), previewed)
                : ChangePlanner.withFiguresOfWholePlan(planning, problem.value(), previewed);
        Plan changed = Objects.requireNonNull(transaction.execute(status -> {
            Plan made = plans.change(
                    id,
                    seen,
                    new RevisionContent(
                            stored.changes() <= 1 ? "revision.changed-from-one" : "revision.changed-from",
                            List.of(stored.now().toLocalDate().toString(), String.valueOf(stored.changes())),
                            problem,
                            documents.store(kept)),
                    caller.account());
            previews.delete(stored);
            return made;
        }));
        previewRunner.cancel(preview);
        return changed;
    }

    /**
     * Returns the timetable to store. If what was edited in the plan since it was planned is no part of the change, it stays one of the problem that the plan was planned for, so
     * that what was edited can still be planned: without the lessons that the edited problem asks for beyond that one, which each rating adds. A timetable that does not fit that
     * problem, since somebody new is in it, is of the changed one.
     */
    private Timetable withPlannedProblem(StoredPreview stored, Problem changed, Timetable previewed) {
        Revision head = plans.revision(stored.base());
        StoredProblem present = documents.problem(head.problem());
        StoredTimetable before = Objects.requireNonNull(documents.timetableOf(head));
        StoredProblem planned = documents.findPlannedProblem(present, before);
        RatedPlan base = documents.changeBase(present, before, stored.changes() == 0);
        Set<Meeting> added = new HashSet<>(base.timetable().value().meetings());
        before.value().meetings().forEach(added::remove);
        Timetable kept = previewed.withMeetings(previewed.meetings().stream()
                .filter(meeting -> !added.contains(meeting))
                .toList());
        return !base.problem().hash().equals(planned.hash())
                        && documents.fits(planned, new StoredTimetable(stored.id(), kept))
                ? ChangePlanner.withFiguresOfWholePlan(planning, changed, planned.hash(), previewed)
                        .withMeetings(kept.meetings())
                : ChangePlanner.withFiguresOfWholePlan(planning, changed, previewed);
    }

    /** A preview does not know absences that were recorded after it was made. */
    private void checkAbsences(StoredPreview stored, Problem problem, Timetable kept) {
        Timetable before = Objects.requireNonNull(documents.timetableOf(plans.revision(stored.base())))
                .value();
        List<Absence> away = recordedAbsences.all(stored.plan());
        if (!RecordedAbsences.newDuties(away, before, kept, problem.horizon().zone())
                .isEmpty()) {
            throw RefusalException.conflict("plan-change.absent-since");
        }
    }

    /** Discards a preview; the plan stays as it is. Does nothing if it is gone. */
    void discard(PlanId id, String preview) {
        previews.find(plans.get(id).id(), preview).ifPresent(stored -> {
            transaction.executeWithoutResult(status -> previews.delete(stored));
            previewRunner.cancel(preview);
        });
    }
}
