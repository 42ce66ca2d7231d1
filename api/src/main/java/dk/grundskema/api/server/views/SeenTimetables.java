package dk.grundskema.api.server.views;

import dk.grundskema.api.house.Names;
import dk.grundskema.api.server.identity.Audit;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.Naming;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.PlanShelf;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.plans.Revision;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.timetable.Entry.Named;
import dk.grundskema.api.timetable.StaffHours;
import dk.grundskema.api.timetable.TimetableViews;
import dk.grundskema.domain.people.StaffId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Timetables of plans, for pages. */
@Component
public class SeenTimetables {
    private final Plans plans;
    private final Showing showing;
    private final PlanShelf shelf;
    private final Audit audit;

    SeenTimetables(Plans plans, Showing showing, PlanShelf shelf, Audit audit) {
        this.plans = plans;
        this.showing = showing;
        this.shelf = shelf;
        this.audit = audit;
    }

    /**
     * A timetable as somebody looks at it.
     *
     * @param plan     the plan whose it is
     * @param views    all that is held, with everybody's names
     * @param hasNames whether whoever looks may know students' names
     */
    public record Seen(Plan plan, TimetableViews views, boolean hasNames) {}

    /**
     * The timetable that a plan is at, as a caller sees it.
     *
     * @throws Refusal 404 if the plan has none, 409 if it needs a plugin that isn't here
     */
    public Seen of(PlanId plan, Caller caller) {
        return seen(showing.of(plan, caller));
    }

    /**
     * The timetable that a plan is at, as a caller sees it; before there is one, the lessons that the school has already, in which nothing is planned.
     *
     * @throws Refusal 409 if it needs a plugin that isn't here
     */
    public Seen orAsItWas(PlanId id, Caller caller) {
        Plan plan = plans.get(id);
        return seen(showing.orAsItWas(plan, Naming.students(caller, plan.organisation())));
    }

    /** The same for what tells nobody's name. */
    public Seen unnamedOrAsItWas(PlanId plan) {
        return seen(showing.orAsItWas(plans.get(plan), Names.OfStudents.NUMBERS));
    }

    /** That of a revision of the plan or of one of its family, as it is called in the plan; throws as {@link #of(PlanId, Caller)}. */
    public Seen of(PlanId id, Revision revision, Caller caller) {
        Plan plan = plans.get(id);
        return seen(showing.of(plan, revision, Naming.students(caller, plan.organisation())));
    }

    /** What everybody works by the timetable of a revision of the plan or of one of its family; throws as {@link #of(PlanId, Caller)}. */
    public List<StaffHours> hours(PlanId id, Revision revision) {
        return showing.hours(showing.of(plans.get(id), revision, Names.OfStudents.NUMBERS));
    }

    /**
     * Another timetable of a plan, such as what a solve has found so far, as a caller sees it.
     *
     * @param hash says which timetable it is
     * @throws Refusal 409 if it needs a plugin that isn't here
     */
    public Seen of(PlanId plan, String hash, Caller caller) {
        Plan found = plans.get(plan);
        return seen(showing.of(found, hash, Naming.students(caller, found.organisation())));
    }

    /** The same for what tells nobody's name. */
    public Seen unnamed(PlanId plan, String hash) {
        return seen(showing.of(plans.get(plan), hash, Names.OfStudents.NUMBERS));
    }

    /** The timetable of a revision of the plan or of one of its family, for what tells nobody's name; throws as {@link #of(PlanId, Caller)}. */
    public Seen unnamed(PlanId id, Revision revision) {
        return seen(showing.of(plans.get(id), revision, Names.OfStudents.NUMBERS));
    }

    /**
     * A timetable in which somebody works.
     *
     * @param seen   the timetable, with the names of the students
     * @param person who it is there
     */
    public record Own(Seen seen, Named<StaffId> person) {}

    /** The timetables that people work by in which a caller is somebody; that the caller looked is in the audit. */
    public List<Own> own(Caller caller) {
        var found = new ArrayList<Own>();
        for (Plan plan : shelf.inUse(List.copyOf(caller.organisations(Permission.OWN)))) {
            if (plans.revision(plan.head()).timetable() != null) {
                Seen seen = seen(showing.of(plan, Names.OfStudents.NAMES));
                Set<StaffId> who = caller.staff(plan.organisation());
                seen.views().staff().stream()
                        .filter(one -> who.contains(one.id()))
                        .forEach(one -> found.add(new Own(seen, one)));
                audit.usedOften(caller.account(), plan.organisation(), plan.id().value(), "showOwnTimetable");
            }
        }
        return List.copyOf(found);
    }

    private Seen seen(Shown shown) {
        return new Seen(shown.plan(), showing.views(shown), shown.students() == Names.OfStudents.NAMES);
    }
}
