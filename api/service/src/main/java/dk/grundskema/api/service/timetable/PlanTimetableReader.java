package dk.grundskema.api.service.timetable;

import dk.grundskema.api.documents.timetable.StaffHours;
import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import dk.grundskema.api.documents.timetable.TimetableViews;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.platform.access.AuditLog;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.lifecycle.PlanLifecycle;
import dk.grundskema.domain.people.StaffId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads timetables of plans for pages, with names according to the caller's rights. */
@Component
public class PlanTimetableReader {
    private final PlanStore plans;
    private final DocumentStore documents;
    private final TimetableViewProvider timetableViewProvider;
    private final PlanLifecycle planLifecycle;
    private final AuditLog audit;

    PlanTimetableReader(
            PlanStore plans,
            DocumentStore documents,
            TimetableViewProvider timetableViewProvider,
            PlanLifecycle planLifecycle,
            AuditLog audit) {
        this.plans = plans;
        this.documents = documents;
        this.timetableViewProvider = timetableViewProvider;
        this.planLifecycle = planLifecycle;
        this.audit = audit;
    }

    /**
     * A timetable as a caller sees it.
     *
     * @param plan     the plan
     * @param views    entries with all names; show those of students only if {@code hasNames}
     * @param hasNames whether the caller may see students' names
     */
    public record VisibleTimetable(Plan plan, TimetableViews views, boolean hasNames) {}

    /**
     * Returns the plan's current timetable as the caller sees it.
     *
     * @throws RefusalException 404 if the plan has none; 409 if it requires a missing plugin
     */
    public VisibleTimetable read(PlanId plan, Caller caller) {
        return visible(timetableViewProvider.resolve(plan, caller));
    }

    /**
     * Returns the plan's current timetable as the caller sees it; without one, the school's existing lessons.
     *
     * @throws RefusalException 409 if it requires a missing plugin
     */
    public VisibleTimetable readOrExistingLessons(PlanId id, Caller caller) {
        Plan plan = plans.get(id);
        return visible(timetableViewProvider.resolveOrExistingLessons(
                plan, NameResolverFactory.studentNaming(caller, plan.organisation())));
    }

    /** Like {@link #readOrExistingLessons}, without students' names. */
    public VisibleTimetable readUnnamedOrExistingLessons(PlanId plan) {
        return visible(timetableViewProvider.resolveOrExistingLessons(
                plans.get(plan), PlanNameResolver.StudentNaming.NUMBERS));
    }

    /**
     * Returns the timetable of a revision of the plan or of a related plan, under the plan's name. Fails like {@link #read(PlanId,
     * Caller)}.
     */
    public VisibleTimetable read(PlanId id, Revision revision, Caller caller) {
        Plan plan = plans.get(id);
        return visible(timetableViewProvider.resolve(
                plan, revision, NameResolverFactory.studentNaming(caller, plan.organisation())));
    }

    /** Returns staff hours by the timetable of a revision of the plan or of a related plan. Fails like {@link #read(PlanId, Caller)}. */
    public List<StaffHours> staffHours(PlanId id, Revision revision) {
        return timetableViewProvider.staffHours(
                timetableViewProvider.resolve(plans.get(id), revision, PlanNameResolver.StudentNaming.NUMBERS));
    }

    /**
     * Returns another timetable of a plan, such as an interim result of a solve, as the caller sees it.
     *
     * @param hash hash of the timetable
     * @throws RefusalException 409 if it requires a missing plugin
     */
    public VisibleTimetable read(PlanId plan, String hash, Caller caller) {
        Plan found = plans.get(plan);
        return visible(timetableViewProvider.resolve(
                found, hash, NameResolverFactory.studentNaming(caller, found.organisation())));
    }

    /** Like {@link #read(PlanId, String, Caller)}, without students' names. */
    public VisibleTimetable readUnnamed(PlanId plan, String hash) {
        return visible(timetableViewProvider.resolve(plans.get(plan), hash, PlanNameResolver.StudentNaming.NUMBERS));
    }

    /** Like {@link #read(PlanId, Revision, Caller)}, without students' names. */
    public VisibleTimetable readUnnamed(PlanId id, Revision revision) {
        return visible(timetableViewProvider.resolve(plans.get(id), revision, PlanNameResolver.StudentNaming.NUMBERS));
    }

    /**
     * A timetable in which the caller works.
     *
     * @param seen   the timetable, with the names of the students
     * @param person the caller's staff member
     */
    public record OwnVisibleTimetable(VisibleTimetable seen, NamedEntity<StaffId> person) {}

    /** Returns the timetables in use in which the caller works. Writes an audit entry. */
    public List<OwnVisibleTimetable> readOwn(Caller caller) {
        var found = new ArrayList<OwnVisibleTimetable>();
        for (ViewedTimetable one : resolveInUse(caller, "showOwnTimetable")) {
            VisibleTimetable visibleTimetable = visible(one);
            Set<StaffId> own = caller.staffIdsIn(one.plan().organisation());
            visibleTimetable.views().staff().stream()
                    .filter(person -> own.contains(person.id()))
                    .forEach(person -> found.add(new OwnVisibleTimetable(visibleTimetable, person)));
        }
        return List.copyOf(found);
    }

    /**
     * Returns the timetables in use where the caller works, with the names of the students. Writes an audit entry for each.
     *
     * @param operation operation that the audit entries name
     */
    List<ViewedTimetable> resolveInUse(Caller caller, String operation) {
        List<Plan> inUse = planLifecycle.findInUse(caller.organisationsWith(Permission.OWN)).stream()
                .filter(plan -> plans.revision(plan.head()).timetable() != null)
                .toList();
        documents.prefetchForRating(
                inUse.stream().map(plan -> plans.revision(plan.head())).toList());
        List<ViewedTimetable> found = inUse.stream()
                .map(plan -> timetableViewProvider.resolve(plan, PlanNameResolver.StudentNaming.NAMES))
                .toList();
        audit.recordUseOncePerHour(
                caller.account(), inUse.stream().collect(Collectors.toMap(Plan::id, Plan::organisation)), operation);
        return found;
    }

    private VisibleTimetable visible(ViewedTimetable viewedTimetable) {
        return new VisibleTimetable(
                viewedTimetable.plan(),
                timetableViewProvider.views(viewedTimetable),
                viewedTimetable.students() == PlanNameResolver.StudentNaming.NAMES);
    }
}
