package dk.grundskema.api.server.plans;

import dk.grundskema.api.house.Names;
import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.NamesShown;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.platform.Lately;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.timetable.NumberedIds;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the people, places and sessions of problems are called, as far as a caller may know. */
@Component
public class Naming {
    private static final int REMEMBERED = 40;

    private final PluginHouse house;
    private final Speaking speaking;
    private final Lately<String, List<Demand>> demands = new Lately<>(REMEMBERED);

    private final Lately<List<String>, NumberedIds> numbered = new Lately<>(REMEMBERED);

    Naming(PluginHouse house, Speaking speaking) {
        this.house = house;
        this.speaking = speaking;
    }

    /** What students are called for somebody who looks at an organisation's plans. */
    public static Names.OfStudents students(Caller caller, OrganisationId organisation) {
        return NamesShown.to(caller, organisation) ? Names.OfStudents.NAMES : Names.OfStudents.NUMBERS;
    }

    /** What a valid problem's interventions ask for; remembered, for it takes its time in large schools. */
    public List<Demand> demands(Kept.OfProblem problem) {
        return demands.get(problem.hash(), fresh -> house.demands(problem.value()));
    }

    /** Remembers that the interventions of a problem ask for what those of another one do: expanding a large school takes longer than an edit. */
    public void alike(Kept.OfProblem problem, Kept.OfProblem other) {
        demands.put(problem.hash(), demands(other));
    }

    /** The names of what a valid problem has, with words in the caller's language around them. */
    public Names names(Kept.OfProblem problem, Names.OfStudents students) {
        return new Names(speaking.texts(), problem.value(), demands(problem), students);
    }

    /** The names of what a problem itself has, which may be broken; nothing that its interventions ask for. */
    public Names bareNames(Problem problem, Names.OfStudents students) {
        return new Names(speaking.texts(), problem, List.of(), students);
    }

    /**
     * The ids of a valid problem and a timetable of it, for somebody who may not see who students are.
     *
     * @param timetable {@code null} means none
     */
    public NumberedIds numbered(Kept.OfProblem problem, Kept.@Nullable OfTimetable timetable) {
        return numbered.get(
                List.of(problem.hash(), timetable == null ? "" : timetable.hash()),
                fresh -> NumberedIds.of(
                        problem.value(), demands(problem), timetable == null ? null : timetable.value()));
    }

    /** Texts in the caller's language that name what a valid problem has. */
    public Texts texts(Kept.OfProblem problem, Names.OfStudents students) {
        return speaking.texts().named(names(problem, students));
    }
}
