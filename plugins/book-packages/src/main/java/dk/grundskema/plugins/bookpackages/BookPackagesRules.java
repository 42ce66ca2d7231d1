package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.toolkit.CommonRules;
import dk.grundskema.solver.spi.toolkit.HomeClasses;
import java.util.List;

/**
 * Declares the rules for handing out packages: in usable time, by a person the students know, and never for too large a part of a class at once.
 */
final class BookPackagesRules {
    static final RuleType USABLE = RuleType.hard("book-packages.outside-usable-time", RuleType.OURS);
    static final RuleType EMPTIED = RuleType.hard("book-packages.class-emptied", RuleType.OURS);
    static final RuleType UNKNOWN = RuleType.medium("book-packages.handed-out-by-a-stranger", 10, RuleType.OURS);
    static final RuleType FACES = RuleType.soft("book-packages.few-faces", 2, RuleType.OURS);
    static final List<RuleType> TYPES = List.of(USABLE, EMPTIED, UNKNOWN, FACES);

    private BookPackagesRules() {}

    static List<Rule> of(Intervention<BookPackagesParameters> intervention, Problem problem, Demand demand) {
        List<Session> sessions = demand.sessions();
        var homes = new HomeClasses(problem);
        return List.of(
                TimeRules.outsideUsableTime(
                        USABLE, sessions, intervention.parameters().usable()),
                TimeRules.notAtOnce(EMPTIED, sessions, BookPackagesRules::classAndPackage),
                new KnownAdults(problem).staffNotTeachingStudents(UNKNOWN, sessions),
                CommonRules.fewAdults(
                        FACES,
                        one -> sessions.contains(one)
                                ? homes.classIdOrNone(one.students().getFirst())
                                : null));
    }

    /** Returns the session's id without the part. */
    private static String classAndPackage(Session session) {
        String id = session.id().value();
        return id.substring(0, id.lastIndexOf('/'));
    }
}
