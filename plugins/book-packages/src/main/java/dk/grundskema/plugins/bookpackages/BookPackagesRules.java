package dk.grundskema.plugins.bookpackages;

import static dk.grundskema.solver.spi.LocalRule.local;
import static dk.grundskema.solver.spi.SumRule.sum;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How packages are handed out: in usable time, by somebody known, and never so that a class is emptied. */
final class BookPackagesRules {
    private static final String GUIDE = "Guide to school-supporting interventions, part E";
    static final RuleType USABLE = RuleType.hard("book-packages.outside-usable-time", RuleType.OURS);
    static final RuleType EMPTIED = RuleType.hard("book-packages.class-emptied", RuleType.OURS);
    static final RuleType UNKNOWN = RuleType.medium("book-packages.handed-out-by-a-stranger", 10, GUIDE);
    static final RuleType FACES = RuleType.soft("book-packages.few-faces", 2, RuleType.OURS);
    static final List<RuleType> TYPES = List.of(USABLE, EMPTIED, UNKNOWN, FACES);

    private record At(SessionId session) {}

    private record By(SessionId session, StaffId person) {}

    private record Face(String home, StaffId person) {}

    private BookPackagesRules() {}

    static List<Rule> of(Intervention<BookPackagesParameters> intervention, Problem problem, Demand demand) {
        var plan = new PackagePlan(intervention, problem);
        InterventionId own = intervention.id();
        return List.of(
                outsideUsableTime(plan, own), classEmptied(demand), handedOutByAStranger(plan, own), fewFaces(own));
    }

    /** Each minute of a package that is handed out at a time that isn't usable altogether costs one. */
    private static Rule outsideUsableTime(PackagePlan plan, InterventionId own) {
        return sum(USABLE)
                .overPlacements((session, time, host, entries) -> {
                    if (session.intervention().equals(own)
                            && !UsableTime.holds(plan.asked().usable(), time)) {
                        entries.add(new At(session.id()), minutes(time));
                    }
                })
                .cost((key, minutes) -> minutes);
    }

    private static long minutes(MeetingTime time) {
        return Duration.between(time.start(), time.end()).toMinutes()
                * time.weeks().size();
    }

    /** Two parts of a class that are called out at once cost the minutes that they share. */
    private static Rule classEmptied(Demand demand) {
        var pairs = new ArrayList<Scope>();
        List<Session> all = demand.sessions();
        for (int i = 0; i < all.size(); i++) {
            for (Session other : all.subList(i + 1, all.size())) {
                if (packageOf(all.get(i)).equals(packageOf(other))) {
                    pairs.add(new Scope(other.id(), List.of(all.get(i), other), List.of(), List.of()));
                }
            }
        }
        return local(EMPTIED, pairs, (scope, view, charge) -> {
            MeetingTime one = view.time(0);
            MeetingTime other = view.time(1);
            if (one != null
                    && other != null
                    && one.weekday() == other.weekday()
                    && !Collections.disjoint(one.weeks(), other.weeks())) {
                var start = one.start().isAfter(other.start()) ? one.start() : other.start();
                var end = one.end().isBefore(other.end()) ? one.end() : other.end();
                charge.add(Math.max(0, Duration.between(start, end).toMinutes()), scope.key());
            }
        });
    }

    /** The session's id without the part. */
    private static String packageOf(Session session) {
        String id = session.id().value();
        return id.substring(0, id.lastIndexOf('/'));
    }

    /** Each student whom the one who hands out doesn't teach costs one. */
    private static Rule handedOutByAStranger(PackagePlan plan, InterventionId own) {
        return sum(UNKNOWN)
                .overSeats((seat, session, time, holder, entries) -> {
                    if (session.intervention().equals(own)) {
                        entries.add(new By(session.id(), holder.id()), plan.strangers(holder.id(), session.students()));
                    }
                })
                .cost((key, strangers) -> strangers);
    }

    /** Each adult from whom a class gets packages costs one. */
    private static Rule fewFaces(InterventionId own) {
        return sum(FACES)
                .overSeats((seat, session, time, holder, entries) -> {
                    if (session.intervention().equals(own)) {
                        String id = packageOf(session);
                        entries.add(new Face(id.substring(id.lastIndexOf('/') + 1), holder.id()), 1);
                    }
                })
                .cost((key, packages) -> packages > 0 ? 1 : 0);
    }
}
